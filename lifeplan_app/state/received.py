"""What others show to whoever is signed in."""

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.state.acting import kindly
from lifeplan_app.state.reading import come_to, shows_anew


class ReceivedState(rx.State):
    """What the page shows.

    Attributes:
        loaded: Whether it has been read; before, a quiet outline shows.
    """

    loaded: bool = False

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read it."""
        await come_to(self, "received")
        await show_received(self)


@shows_anew("received")
async def show_received(state: BaseState) -> None:
    """Show it as it is now."""
    (await state.get_state(ReceivedState)).loaded = True
