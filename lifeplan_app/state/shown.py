"""Sharing: the people she is linked with, what each sees, who looked."""

from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.model.plan import Plan
from lifeplan_app.state.acting import kindly
from lifeplan_app.state.reading import enter, shows


class ShownState(rx.State):
    """What the page shows.

    Attributes:
        loaded: Whether it has been read; before, a quiet outline shows.
    """

    loaded: bool = False

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read it."""
        await enter(self, "shown")


@shows("shown")
async def show_shown(state: BaseState, read: Plan, at: date) -> None:  # noqa: ARG001 - what each is given
    """Show it."""
    (await state.get_state(ShownState)).loaded = True
