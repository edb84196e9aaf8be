"""The first steps in the notebook: four short screens, and where she is in them."""

from datetime import date

import reflex as rx
from reflex.event import EventSpec
from reflex.state import BaseState

from lifeplan_app import routes
from lifeplan_app.model.account import Settings
from lifeplan_app.model.plan import Plan
from lifeplan_app.state.acting import change_settings, kindly
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import enter, shows
from lifeplan_app.state.session import session_of

LAST = 4
AFTER_LEAVING = 3
"""Where she goes on who left from the screen before: trying the exit was what it asked for."""


class FirstState(rx.State):
    """Where she is in them.

    Attributes:
        screen: The one that shows, from 1; zero before it is known.
        waits: The one she has not come past yet; zero when nothing waits for her.
    """

    screen: int = 0
    waits: int = 0

    @rx.event
    @kindly
    async def load(self) -> None:
        """Show the screen she is at; the first, if none waits for her."""
        await enter(self, "first")
        if not self.waits:
            await change_settings(self, first_steps=1)

    @rx.event
    @kindly
    async def turn(self, screen: int) -> None:
        """Show another screen, and keep that she is there."""
        if screen in range(1, LAST + 1):
            await change_settings(self, first_steps=screen)

    @rx.event
    @kindly
    async def finish(self) -> EventSpec:
        """Go to the day; nothing of them waits any more."""
        await change_settings(self, first_steps=0)
        return rx.redirect(routes.visited(routes.TODAY), replace=True)

    @rx.event
    @kindly
    async def go_on(self) -> EventSpec:
        """Go on with them where she left."""
        if self.waits == AFTER_LEAVING - 1:
            await change_settings(self, first_steps=AFTER_LEAVING)
        return rx.redirect(routes.visited(routes.FIRST), replace=True)

    @rx.event
    @kindly
    async def put_away(self) -> None:
        """Let nothing of them wait any more."""
        await change_settings(self, first_steps=0)

    def show(self, settings: Settings) -> None:
        """Show where she is by *settings*; a screen that shows stays when another window is done."""
        put(self, waits=settings.first_steps, screen=settings.first_steps or self.screen)


@shows("first")
@shows("today")
async def show_first(state: BaseState, read: Plan, today: date) -> None:  # noqa: ARG001 - what each is given
    """Show where she is."""
    (await state.get_state(FirstState)).show((await session_of(state)).settings)
