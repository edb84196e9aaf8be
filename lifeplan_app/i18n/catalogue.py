"""The catalogues, read once."""

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from babel import Locale
from babel.messages.pofile import read_po

from lifeplan_app.model.account import Language, Role
from lifeplan_app.model.errors import CarnetError, SlowDownError
from lifeplan_app.model.labels import RENAMEABLE

FOLDER: Final = Path(__file__).parent

SHARED: Final = ("exit.", "skip", "public.")
"""Beginnings of the keys that any page may hold, signed in or not."""

_SERVER_ONLY: Final = ("error.", "public.", "idea.")

_OF_ONE_ROLE: Final = {Role.CASEWORKER: "received.", Role.MENTOR: "offers.", Role.COORDINATOR: "team."}
"""Beginnings of the keys that pages of one role hold, and no other."""

_OF_SOME_PAGES: Final = {
    "first.": "first",
    "suggested.": "day",
    "today.": "day",
    "board.": "board",
    "shown.": "shown",
    "link.": "shown",
    "person.": "shown",
    "looks.": "shown",
    "standing.": "shown",
    "me.": "me",
    "leaving.": "me",
    "kept.": "me",
    "strength.": "me",
    "own_code.": "code",
}
"""Beginnings of the keys that only some pages need, and the name of the group that they make."""

_AT_ONCE: Final = frozenset({"me.title", "today.hello", "today.back", "today.calm"})
"""Titles: a screen reader goes to them as soon as the page is there, before its words have come."""


def group_of(key: str) -> str:
    """Return the group of words that *key* belongs to, which only some pages need; nothing if all may."""
    if key in RENAMEABLE or key in _AT_ONCE:
        return ""
    return _OF_SOME_PAGES.get(key.partition(".")[0] + ".", "")


@functools.cache
def messages(language: Language) -> Mapping[str, str]:
    """Return every message of *language* by its key.

    Raises:
        OSError: The catalogue is missing.
    """
    with (FOLDER / f"{language}.po").open("rb") as file:
        found = read_po(file, locale=language.value, abort_invalid=True)
    return MappingProxyType({str(each.id): str(each.string) for each in found if each.id})


def say(language: Language, key: str, **values: object) -> str:
    """Return the message *key* in *language*, with *values* in their places.

    Raises:
        KeyError: There is no such message.
    """
    text = messages(language)[key]
    return text.format(**values) if values else text


def direction(language: Language) -> str:
    """Return which way *language* is read: ``ltr`` or ``rtl``."""
    return Locale(language.value).text_direction


@functools.cache
def _private(language: Language, role: Role) -> Mapping[str, str]:
    others = tuple(start for each, start in _OF_ONE_ROLE.items() if each is not role)
    hidden = _SERVER_ONLY + others
    words = {
        key: text
        for key, text in messages(language).items()
        if not key.startswith(hidden) and not group_of(key)
    }
    return {**words, "direction": direction(language)}


def private_words(language: Language, role: Role = Role.PARTICIPANT) -> dict[str, str]:
    """Return the words that any private page of *role* may need in *language*, by key, and their direction.

    What only some pages need is not among them: see `page_words`.
    """
    return dict(_private(language, role))


@functools.cache
def _of_group(language: Language, group: str) -> Mapping[str, str]:
    return {key: text for key, text in messages(language).items() if group_of(key) == group}


def page_words(language: Language, group: str) -> dict[str, str]:
    """Return the words of a *group* in *language*, by key: those that only some pages need."""
    return dict(_of_group(language, group))


def refusal_sentence(language: Language, refusal: CarnetError) -> str:
    """Return the sentence that tells *refusal* to a person."""
    key = f"error.{refusal.code}"
    if isinstance(refusal, SlowDownError):
        minutes = -(-refusal.seconds // 60)
        return say(language, f"{key}.minutes" if minutes > 1 else key, minutes=minutes)
    return messages(language).get(key) or say(language, "error.unknown")
