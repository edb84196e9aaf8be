"""Me: her name, her language, her letters and colours, how long the app waits for her."""

from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import accounts
from lifeplan_app.model.account import Language, LockDelay, Role, Settings, TextSize, Theme
from lifeplan_app.model.plan import Plan
from lifeplan_app.state.acting import change_settings, kindly, look
from lifeplan_app.state.leaving import LeavingState
from lifeplan_app.state.page_words import give_words
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import come_to, enter, shows
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import SessionState, session_of
from lifeplan_app.state.windows import WINDOWS


class MeState(rx.State):
    """What *Me* shows.

    Attributes:
        name: The name she opens her notebook with.
        language: The language of her pages.
        delay: Minutes until the app locks; ``0`` when the screen is left.
        text_size: How large the letters are.
        theme: The colours of the pages.
    """

    name: str = ""
    language: str = ""
    delay: str = ""
    text_size: str = ""
    theme: str = ""

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read her settings; what is hers beside them, too, if she has a plan."""
        (await self.get_state(SaidState)).beside = {}
        self.show(settings := await look(self, accounts.read_settings))
        (await self.get_state(LeavingState)).show(settings)
        session = await session_of(self)
        await give_words(self, "me", session.language)
        if session.actor.role is Role.PARTICIPANT:
            await enter(self, "me")
        else:
            await come_to(self, "")  # what somebody shows her is not followed, nor opened, from here

    @rx.event
    @kindly
    async def choose_language(self, language: str) -> None:
        """Speak *language* from now on."""
        await self._change(language=Language(language))

    @rx.event
    @kindly
    async def choose_delay(self, minutes: str) -> None:
        """Lock after so many minutes from now on."""
        await self._change(lock_delay=LockDelay(int(minutes)))

    @rx.event
    @kindly
    async def choose_text_size(self, size: str) -> None:
        """Write in letters of that size from now on."""
        await self._change(text_size=TextSize(size))

    @rx.event
    @kindly
    async def choose_theme(self, theme: str) -> None:
        """Use those colours from now on."""
        await self._change(theme=Theme(theme))

    async def _change(self, **changes: Language | LockDelay | TextSize | Theme) -> None:
        self.show(await change_settings(self, **changes))

    def show(self, settings: Settings) -> None:
        """Show *settings*."""
        put(
            self,
            name=settings.name,
            language=settings.language.value,
            delay=str(settings.lock_delay.value),
            text_size=settings.text_size.value,
            theme=settings.theme.value,
        )


@WINDOWS.on_change
async def adopt_settings(state: BaseState) -> None:
    """Let a window speak and look as she has chosen, in whichever window of this session she did."""
    settings = (await session_of(state)).settings
    (await state.get_state(SessionState)).adopt(settings)
    await give_words(state, "", settings.language)


@shows("me")
async def show_settings(state: BaseState, read: Plan, today: date) -> None:  # noqa: ARG001 - what each is given
    """Show her settings as another window may have changed them."""
    settings = await look(state, accounts.read_settings)
    (await state.get_state(MeState)).show(settings)
    (await state.get_state(LeavingState)).show(settings)
