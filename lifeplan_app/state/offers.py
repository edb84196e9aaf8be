"""The people somebody walks with, and what she offers them."""

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.state.acting import kindly
from lifeplan_app.state.reading import come_to, shows_anew


class OffersState(rx.State):
    """What the page shows.

    Attributes:
        loaded: Whether it has been read; before, a quiet outline shows.
    """

    loaded: bool = False

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read it."""
        await come_to(self, "offers")
        await show_offers(self)


@shows_anew("offers")
async def show_offers(state: BaseState) -> None:
    """Show it as it is now."""
    (await state.get_state(OffersState)).loaded = True
