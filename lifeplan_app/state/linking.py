"""Opening a door to somebody who works here: her code, who she is, the name she will see."""

import reflex as rx

from lifeplan_app.core import linking
from lifeplan_app.i18n import say
from lifeplan_app.model.errors import CarnetError
from lifeplan_app.state.acting import act, look
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.putting import put
from lifeplan_app.state.session import SessionState, session_of


class LinkState(rx.State):
    """Whom she is about to open a door to.

    Attributes:
        opened: Whether the field for a code is open.
        name: Who is behind the code; empty before she is met.
        organisation: Where that one works, if anywhere.
        role: What that one does: the value of a `Role`.
        words: Four words, the same on both screens.
        said: What is the matter with the code, beside it.
        said_alias: What is the matter with the name, beside it.
    """

    opened: bool = False
    name: str = ""
    organisation: str = ""
    role: str = ""
    words: list[str] = []
    said: str = ""
    said_alias: str = ""
    _code: str = ""

    @rx.event
    def start(self) -> None:
        """Open the field for a code."""
        self.put_aside()
        self.opened = True

    @rx.event
    def put_aside(self) -> None:
        """Open no door, and forget the code."""
        self.reset()

    @rx.event
    async def meet(self, typed: dict[str, str]) -> None:
        """Show who is behind the code that she typed or scanned; nothing has happened yet."""
        code = str(typed.get("code", ""))
        try:
            met = await look(self, linking.meet, code)
        except CarnetError as refusal:
            put(self, said=(await self.get_state(SessionState)).sentence(refusal))
            return
        self._code = code
        put(
            self,
            name=met.name,
            organisation=met.organisation,
            role=met.role.value,
            words=met.words_in((await session_of(self)).language).split(),
            said="",
        )

    @rx.event
    async def link(self, typed: dict[str, str]) -> None:
        """Open the door: from now on the two know each other."""
        try:
            contact = await act(self, linking.link, self._code, str(typed.get("alias", "")))
        except CarnetError as refusal:
            said = (await self.get_state(SessionState)).sentence(refusal)
            put(self, said_alias=said)
            return
        language = (await session_of(self)).language
        self.put_aside()
        (await self.get_state(NoticeState)).say(say(language, "link.done", name=contact.name), calm=True)
