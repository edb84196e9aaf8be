"""Me: her name, her language, how long the app waits for her."""

import dataclasses

import reflex as rx

from lifeplan_app.core import accounts
from lifeplan_app.model.account import Language, LockDelay, Settings
from lifeplan_app.state.acting import act, kindly, look
from lifeplan_app.state.house import current_house
from lifeplan_app.state.session import SessionState, session_of


class MeState(rx.State):
    """What *Me* shows.

    Attributes:
        name: The name she opens her notebook with.
        language: The language of her pages.
        delay: Minutes until the app locks; ``0`` when the screen is left.
    """

    name: str = ""
    language: str = ""
    delay: str = ""

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read her settings."""
        self._show(await look(self, accounts.read_settings))

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

    async def _change(self, **changes: Language | LockDelay) -> None:
        settings = dataclasses.replace(await look(self, accounts.read_settings), **changes)
        await act(self, accounts.write_settings, settings)
        session = await session_of(self)
        current_house().sessions.adjust(session.id_hash, settings)
        (await self.get_state(SessionState)).welcome(await session_of(self))
        self._show(settings)

    def _show(self, settings: Settings) -> None:
        self.name = settings.name
        self.language = settings.language.value
        self.delay = str(settings.lock_delay.value)
