"""Who works here, who is invited, and counts."""

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.state.acting import kindly
from lifeplan_app.state.reading import come_to, shows_anew


class TeamState(rx.State):
    """What the page shows.

    Attributes:
        loaded: Whether it has been read; before, a quiet outline shows.
    """

    loaded: bool = False

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read it."""
        await come_to(self, "team")
        await show_team(self)


@shows_anew("team")
async def show_team(state: BaseState) -> None:
    """Show it as it is now."""
    (await state.get_state(TeamState)).loaded = True
