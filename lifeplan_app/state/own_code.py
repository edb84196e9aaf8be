"""The code by which a person links with somebody who works here, on that one's own page."""

from dataclasses import dataclass

import reflex as rx

from lifeplan_app.core import linking
from lifeplan_app.state.acting import kindly, look
from lifeplan_app.state.pattern import pattern_of
from lifeplan_app.state.session import session_of


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Four words in another language than that of the window."""

    language: str
    words: str


class OwnCodeState(rx.State):
    """Her own code, once she has asked for it.

    Attributes:
        name: What the one who enters the code reads of her.
        organisation: Where she works, as the other reads it; empty if nowhere.
        code: The code, in groups; empty before she asks.
        words: The four words that both can compare, in the language of the window.
        other_words: The same for whoever reads in another one, by language.
        path: The QR code of the same text, as a path.
        box: What of the plane the path is drawn in.
    """

    name: str = ""
    organisation: str = ""
    code: list[str] = []
    words: str = ""
    other_words: list[OtherWords] = []
    path: str = ""
    box: str = ""

    @rx.event
    @kindly
    async def show_code(self) -> None:
        """Show it."""
        own = await look(self, linking.own_code)
        pattern = pattern_of(own.code)
        self.name, self.organisation = own.name, own.organisation
        self.code = own.code.split("-")
        self.words = own.words_in((await session_of(self)).language)
        self.other_words = [OtherWords(*each) for each in own.words.items() if each[1] != self.words]
        self.path, self.box = pattern.path, pattern.box

    @rx.event
    def hide_code(self) -> None:
        """Put it away."""
        self.reset()
