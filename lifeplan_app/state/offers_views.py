"""What the page of offers shows of people and of their thank-yous."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lifeplan_app.i18n.dates import day_and_month
from lifeplan_app.model.account import Language
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.sharing import Contact, Standing, Thanks

SHAPES = 3
"""How many shapes there are to tell people apart."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody she walks with, by the name that this person chose; nothing else.

    Attributes:
        id: Under which she knows the person; empty for nobody.
        name: The name.
        initial: Its first letter.
        shape: Which shape stands for the person.
        standing: How the link stands: the value of a `Standing`.
    """

    id: str = ""
    name: str = ""
    initial: str = ""
    shape: int = 0
    standing: str = Standing.OPEN.value


@dataclass(frozen=True, slots=True)
class ThanksRow:
    """A thank-you.

    Attributes:
        id: Which.
        by: Who says it.
        initial: The first letter of that name.
        day: When, in words.
        text: The words; empty for none.
    """

    id: str
    by: str
    initial: str
    day: str
    text: str


def person_rows(people: Sequence[tuple[Contact, Standing]]) -> list[PersonRow]:
    """Return *people* as they show."""
    return [
        PersonRow(each.id, each.name, each.name[:1].upper(), place % SHAPES, standing.value)
        for place, (each, standing) in enumerate(people)
    ]


def thanks_rows(
    thanks: Sequence[Thanks], names: Mapping[RecordId, str], today: date, language: Language
) -> list[ThanksRow]:
    """Return *thanks* as they show; *names* tells who said each."""
    return [
        ThanksRow(
            id=each.id,
            by=names.get(each.contact, ""),
            initial=names.get(each.contact, "")[:1].upper(),
            day=day_and_month(each.day, today, language),
            text=each.text,
        )
        for each in thanks
    ]
