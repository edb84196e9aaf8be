"""Codes that let somebody in: made and shown once, listed by their first characters, revoked."""

from dataclasses import dataclass
from datetime import date, timedelta

import reflex as rx

from lifeplan_app.core import team
from lifeplan_app.core.invitations import VALID_DAYS
from lifeplan_app.i18n.dates import day_and_month
from lifeplan_app.model.account import Language, Role
from lifeplan_app.model.errors import MemberError, NotFoundError
from lifeplan_app.state.acting import act, kindly, today_of
from lifeplan_app.state.putting import put
from lifeplan_app.state.session import SessionState, session_of
from lifeplan_app.store.invitations import Invitation


@dataclass(frozen=True, slots=True)
class UnusedCode:
    """A code that nobody has used yet: its first characters, and until when it opens."""

    tag: str
    expires: str
    until: str


class InvitedState(rx.State):
    """What the page shows of codes.

    Attributes:
        asking: Whether the page asks whom to invite to the team.
        said: The sentence beside that form, where somebody cannot be invited so.
        code: A new code in its groups; empty when none shows. It stands nowhere else.
        name: Whom of the team it is for; empty for somebody who will have a plan.
        until: Its last day, in words.
        unused: The codes for plans that nobody has used yet.
        number: How many they are.
    """

    asking: bool = False
    said: str = ""
    code: list[str] = []
    name: str = ""
    until: str = ""
    unused: list[UnusedCode] = []
    number: str = ""

    @rx.event
    def start(self) -> None:
        """Ask whom to invite to the team, or ask no more."""
        put(self, asking=not self.asking, said="")

    @rx.event
    @kindly
    async def invite(self, typed: dict[str, str]) -> None:
        """Make a code for who is named in what was typed; a name that cannot be is told beside it."""
        name, place = (str(typed.get(field, "")) for field in ("name", "place"))
        role, today = _role(str(typed.get("role", ""))), await today_of(self)
        try:
            code = await act(self, team.invite_member, role, name, place, today)
        except MemberError as refusal:
            put(self, said=(await self.get_state(SessionState)).sentence(refusal))
            return
        put(self, asking=False, said="")
        await self._reveal(code, " ".join(name.split()), today)

    @rx.event
    @kindly
    async def make(self) -> None:
        """Make a code for somebody who will have a plan. Nobody here learns who."""
        today = await today_of(self)
        await self._reveal(await act(self, team.invite_participant, today), "", today)

    @rx.event
    def put_away(self) -> None:
        """Show the code no more."""
        put(self, code=[], name="", until="")

    @rx.event
    @kindly
    async def revoke(self, tag: str, expires: str) -> None:
        """Let that code open nothing more."""
        await act(self, team.revoke, tag, _day(expires))
        if self.code and self.code[0] == tag:
            put(self, code=[], name="", until="")

    def begin(self) -> None:
        """Show neither a code nor the form."""
        put(self, asking=False, said="", code=[], name="", until="")

    def show(self, invited: list[Invitation], today: date, language: Language) -> None:
        """Show the codes for plans among the *invited*."""
        unused = [
            UnusedCode(each.tag, each.expires.isoformat(), day_and_month(each.expires, today, language))
            for each in invited
            if each.role is Role.PARTICIPANT
        ]
        put(self, unused=unused, number=str(len(unused)))

    async def _reveal(self, code: str, name: str, today: date) -> None:
        language = (await session_of(self)).language
        until = day_and_month(today + timedelta(days=VALID_DAYS), today, language)
        put(self, code=code.split("-"), name=name, until=until)


def _role(value: str) -> Role:
    """Return the role that the form means; none that may be invited where it is none at all."""
    return Role(value) if value in set(Role) else Role.PARTICIPANT


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise NotFoundError from None
