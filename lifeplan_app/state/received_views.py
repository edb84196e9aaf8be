"""What somebody who accompanies others sees of them: a list that opens nothing, and one person's cards."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from lifeplan_app.core.received import SOON_DAYS, Person, ReceivedCard
from lifeplan_app.i18n import say
from lifeplan_app.i18n.dates import day_and_month
from lifeplan_app.model.account import Language
from lifeplan_app.model.ids import ShareId
from lifeplan_app.model.sharing import Note
from lifeplan_app.state.card_views import CardView, card_view
from lifeplan_app.state.shown_views import SHAPES

_NUMBERS: Final = {0: "none", 1: "one"}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in the list.

    Attributes:
        id: Which.
        name: The name she chose.
        initial: The first letter of it.
        shape: The shape around it: 0, 1 or 2.
        areas: The areas of life of what she shows.
        count: How many steps that is, in words.
        fresh: How many are new or changed, in words; empty for none.
        soon: How many end soon, in words; empty for none.
        standing: How the link stands.
    """

    id: str
    name: str
    initial: str
    shape: int
    areas: list[str]
    count: str
    fresh: str
    soon: str
    standing: str


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area of life, and those who show something of it."""

    area: str
    people: list[PersonRow]


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note that the reader has left."""

    id: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card that is open.

    Attributes:
        share: Which.
        card: What its owner shows.
        until: The last day, in words.
        soon: Whether that is soon.
        fresh: Whether it is new, or changed since it was last opened.
        notes: What the reader has left on it, the oldest first.
    """

    share: str
    card: CardView
    until: str
    soon: bool
    fresh: bool
    notes: list[NoteRow] = field(default_factory=list[NoteRow])


def person_rows(people: Iterable[Person], language: Language) -> list[PersonRow]:
    """Return the list of people."""
    return [_person_row(place, each, language) for place, each in enumerate(people)]


def _person_row(place: int, person: Person, language: Language) -> PersonRow:
    return PersonRow(
        id=person.contact.id,
        name=person.contact.name,
        initial=person.contact.name[:1].upper(),
        shape=place % SHAPES,
        areas=sorted(each for each in person.areas if each),
        count=_counted("received.steps", person.count, language),
        fresh=_counted("received.fresh", person.fresh, language) if person.fresh else "",
        soon=_counted("received.soon", person.soon, language) if person.soon else "",
        standing=person.standing.value,
    )


def _counted(key: str, count: int, language: Language) -> str:
    return say(language, f"{key}.{_NUMBERS.get(count, 'some')}", count=count)


def area_rows(rows: Iterable[PersonRow]) -> list[AreaRow]:
    """Return the same people by the areas of what they show; without an area last."""
    found: dict[str, list[PersonRow]] = {}
    for row in rows:
        for area in row.areas or [""]:
            found.setdefault(area, []).append(row)
    return [AreaRow(area, found[area]) for area in sorted(found, key=lambda each: (each == "", each))]


def card_rows(
    cards: Iterable[ReceivedCard], fresh: frozenset[ShareId], today: date, language: Language
) -> list[CardRow]:
    """Return the cards of one person: what is *fresh* first, then what ends first."""
    ordered = sorted(cards, key=lambda each: (each.share not in fresh, each.ends, each.card.text.casefold()))
    return [
        CardRow(
            share=each.share,
            card=card_view(each.card, today, language),
            until=day_and_month(each.ends, today, language),
            soon=each.ends <= today + timedelta(days=SOON_DAYS),
            fresh=each.share in fresh,
            notes=[_note_row(note, today, language) for note in each.notes],
        )
        for each in ordered
    ]


def _note_row(note: Note, today: date, language: Language) -> NoteRow:
    return NoteRow(note.id, day_and_month(note.day, today, language), note.text)
