"""Who works here, who is invited to, and counts. Nothing of it says who has a plan."""

from dataclasses import dataclass
from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import team
from lifeplan_app.core.roster import FEWEST_SHOWN, Figures
from lifeplan_app.i18n.dates import day_and_month
from lifeplan_app.model.account import Actor, Language, Role
from lifeplan_app.model.ids import AccountId
from lifeplan_app.state.acting import act, act_in_house, kindly, look, today_of
from lifeplan_app.state.invited import InvitedState
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import come_to, shows_anew
from lifeplan_app.state.session import session_of
from lifeplan_app.store.invitations import Invitation
from lifeplan_app.store.staff import Member
from lifeplan_app.store.unit import UnitOfWork

_COUNTED = ("participants", "caseworkers", "mentors", "links", "shares")
_NAMES = dict(zip(_COUNTED, ("plans", "with", "peers", "links", "shares"), strict=True))
_SHAPES = ("plain", "leaf", "hill", "drop")


@dataclass(frozen=True, slots=True)
class Count:
    """One figure: its name, and the number or that it is small."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody who works here, or is invited to.

    Attributes:
        id: Her account; empty while she is invited.
        name: As the team calls her.
        place: Her organisation.
        initial: For her picture.
        shape: Of her picture.
        role: What she does; the value of a `Role`.
        standing: ``active``, ``resting``, ``closed``, ``own`` for the one who looks, or ``invited``.
        tag: The first characters of her code, while she is invited.
        expires: Its last day, as a date is written for machines.
        until: The same in words.
    """

    id: str
    name: str
    place: str
    initial: str
    shape: str
    role: str
    standing: str
    tag: str = ""
    expires: str = ""
    until: str = ""


class TeamState(rx.State):
    """What the page shows of the team.

    Attributes:
        loaded: Whether it has been read; before, a quiet outline shows.
        counts: The figures.
        rows: Who works here, then who is invited.
        asked: The account about which the page asks whether to close it; empty for none.
    """

    loaded: bool = False
    counts: list[Count] = []
    rows: list[MemberRow] = []
    asked: str = ""

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read it. A code that was shown shows no more."""
        self.asked = ""
        (await self.get_state(InvitedState)).begin()
        await come_to(self, "team")
        await show_team(self)

    @rx.event
    def ask(self, account: str) -> None:
        """Ask whether to close that account; asked already, leave it."""
        self.asked = "" if self.asked == account else account

    @rx.event
    @kindly
    async def close(self, account: str) -> None:
        """Close the account: from this moment nothing opens for her."""
        self.asked = ""
        await act_in_house(self, team.deactivate, AccountId(account))

    @rx.event
    @kindly
    async def reopen(self, account: str) -> None:
        """Let her come in again."""
        await act(self, team.reactivate, AccountId(account))

    def show(self, read: "Read", own: AccountId, today: date, language: Language) -> None:
        """Show what was *read*."""
        members = [_member_row(each, own) for each in read.members]
        invited = [_invited_row(each, today, language) for each in read.invited if _of_team(each)]
        put(self, counts=_counts(read.figures), rows=[*members, *invited], loaded=True)


@dataclass(frozen=True, slots=True)
class Read:
    """What the page is made of."""

    figures: Figures
    members: list[Member]
    invited: list[Invitation]


def read_team(uow: UnitOfWork, actor: Actor, today: date) -> Read:
    """Return it as it is now.

    Raises:
        NotAllowedError: The actor is not the one who may.
    """
    return Read(
        team.figures(uow, actor, today), team.members(uow, actor), team.open_invitations(uow, actor, today)
    )


@shows_anew("team")
async def show_team(state: BaseState) -> None:
    """Show it as it is now."""
    session, today = await session_of(state), await today_of(state)
    read = await look(state, read_team, today)
    (await state.get_state(TeamState)).show(read, session.actor.account_id, today, session.language)
    (await state.get_state(InvitedState)).show(read.invited, today, session.language)


def _counts(figures: Figures) -> list[Count]:
    return [Count(name, _number(getattr(figures, counted))) for counted, name in _NAMES.items()]


def _number(count: int | None) -> str:
    return f"<{FEWEST_SHOWN}" if count is None else str(count)


def _member_row(member: Member, own: AccountId) -> MemberRow:
    return _row(member.account, member.name, member.organisation, member.role, _standing(member, own))


def _standing(member: Member, own: AccountId) -> str:
    if member.account == own:
        return "own"
    if not member.active:
        return "closed"
    return "resting" if member.resting else "active"


def _of_team(invitation: Invitation) -> bool:
    return invitation.role is not Role.PARTICIPANT


def _invited_row(invitation: Invitation, today: date, language: Language) -> MemberRow:
    return _row(
        "",
        invitation.name or invitation.tag,
        invitation.organisation,
        invitation.role,
        "invited",
        tag=invitation.tag,
        expires=invitation.expires.isoformat(),
        until=day_and_month(invitation.expires, today, language),
    )


def _row(account: str, name: str, place: str, role: Role, standing: str, **invited: str) -> MemberRow:
    shape = _SHAPES[sum(map(ord, name)) % len(_SHAPES)]
    return MemberRow(account, name, place, name[:1].upper(), shape, role.value, standing, **invited)
