"""The words that only some pages need: they come with the first of those pages."""

from typing import Final

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.i18n import page_words
from lifeplan_app.model.account import Language
from lifeplan_app.state.putting import put

WORDS_OF: Final = {
    "today": ("day", "first"),
    "board": ("board",),
    "shown": ("shown", "day"),
    "me": ("me", "first"),
    "first": ("first",),
    "received": ("code",),
    "offers": ("code",),
}
"""Which of them each page needs, by the name that `reading.come_to` knows it by."""

_NAMES: Final = frozenset(name for names in WORDS_OF.values() for name in names)


class PageWordsState(rx.State):
    """Words by key, in her language; empty before a page needs them.

    Attributes:
        day: Of *Today*, and of suggestions.
        first: Of the first steps.
        board: Of the boards.
        shown: Of sharing.
        me: Of her own page.
        code: Of the code of somebody who works here.
    """

    day: dict[str, str] = {}
    first: dict[str, str] = {}
    board: dict[str, str] = {}
    shown: dict[str, str] = {}
    me: dict[str, str] = {}
    code: dict[str, str] = {}


async def give_words(state: BaseState, page: str, language: Language) -> None:
    """Give the window of *state* the words of *page*, and those it has already, in *language*."""
    words = await state.get_state(PageWordsState)
    names = {*WORDS_OF.get(page, ()), *(each for each in _NAMES if getattr(words, each))}
    put(words, **{name: page_words(language, name) for name in names})
