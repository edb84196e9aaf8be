"""What could not be done, told over the page."""

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.model.errors import CarnetError
from lifeplan_app.state.session import SessionState


class NoticeState(rx.State):
    """The sentence that lies over the page.

    Attributes:
        text: The sentence; empty when there is none.
        calm: Whether it only says that something is done.
        told: Counts them, so that the same one twice is said twice.
    """

    text: str = ""
    calm: bool = False
    told: int = 0

    @rx.event
    async def trouble(self) -> None:
        """Say that something went wrong, and no more."""
        await tell_refusal(self, CarnetError())

    @rx.event
    def read(self) -> None:
        """Put the sentence away."""
        self.text = ""

    def say(self, sentence: str, *, calm: bool = False) -> None:
        """Show *sentence*; a *calm* one only says that something is done."""
        self.text, self.calm = sentence, calm
        self.told += 1


async def tell_refusal(state: BaseState, refusal: CarnetError) -> None:
    """Show the sentence of *refusal* in this window."""
    sentence = (await state.get_state(SessionState)).sentence(refusal)
    (await state.get_state(NoticeState)).say(sentence)
