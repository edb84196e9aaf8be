"""What stands where the plan is, while she looks for something or through what is put away."""

from enum import StrEnum

import reflex as rx

from lifeplan_app.state.windows import WINDOWS


class Pane(StrEnum):
    """What can stand there."""

    PLAN = ""
    FIND = "find"
    AWAY = "away"


class PaneState(rx.State):
    """Which of them this window shows.

    Attributes:
        name: The value of a `Pane`.
    """

    name: str = Pane.PLAN.value

    @rx.event
    async def open_pane(self, name: str) -> None:
        """Show another one."""
        self.name = Pane(name).value
        await WINDOWS.refresh(self)

    @rx.event
    async def close_pane(self) -> None:
        """Go back to the plan."""
        self.name = Pane.PLAN.value
        await WINDOWS.refresh(self)
