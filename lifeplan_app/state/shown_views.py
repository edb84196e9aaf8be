"""What the page of sharing shows of the people she is linked with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from lifeplan_app.core.days import moment_in
from lifeplan_app.core.sharing import SharedStep
from lifeplan_app.core.viewings import Log
from lifeplan_app.i18n import say
from lifeplan_app.i18n.dates import day_and_month, moment_in_words
from lifeplan_app.model.account import Language
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan
from lifeplan_app.model.sharing import Contact, Standing, Viewing

SHAPES = 3
"""How many shapes there are to tell people apart."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the page, and when.

    Attributes:
        plan: Hers.
        today: The day where she is.
        language: Hers.
        zone: The time zone of her phone.
    """

    plan: Plan = field(repr=False)
    today: date
    language: Language
    zone: str


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A step that somebody sees.

    Attributes:
        step: Which.
        goal: What it leads to.
        text: Its words.
        until: The last day, in words.
        ends: The same as a date field holds it.
        opened: When it was opened last, in words; empty if it never was.
        told: Whether there is a note on it that she has not read.
    """

    step: str
    goal: str
    text: str
    until: str
    ends: str
    opened: str
    told: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody she is linked with.

    Attributes:
        id: Which.
        name: As the team calls her.
        initial: The first letter of it.
        shape: The shape around it: 0, 1 or 2.
        organisation: Where she works, if anywhere.
        role: What she does: the value of a `Role`.
        alias: The name by which she sees this one.
        standing: How the link stands.
        sees: How many steps she sees, in words.
        shares: Which.
    """

    id: str = ""
    name: str = ""
    initial: str = ""
    shape: int = 0
    organisation: str = ""
    role: str = ""
    alias: str = ""
    standing: str = ""
    sees: str = ""
    shares: list[ShareRow] = field(default_factory=list[ShareRow])


@dataclass(frozen=True, slots=True)
class LookRow:
    """That somebody opened steps of hers.

    Attributes:
        key: Tells it from the others.
        name: Who; empty when the link is over.
        when: In words.
        texts: Those of the steps that are still shown.
    """

    key: str
    name: str
    when: str
    texts: str


def people(
    contacts: Iterable[tuple[Contact, Standing]],
    shared: dict[RecordId, list[SharedStep]],
    log: Log,
    reader: Reader,
) -> list[Person]:
    """Return everybody in *contacts*, with what each sees of what is *shared*."""
    return [
        _person(place, contact, standing, shared.get(contact.id, []), log, reader)
        for place, (contact, standing) in enumerate(contacts)
    ]


def _person(
    place: int,
    contact: Contact,
    standing: Standing,
    shared: Sequence[SharedStep],
    log: Log,
    reader: Reader,
) -> Person:
    looks = [each for each in log.viewings if each.contact == contact.id]
    return Person(
        id=contact.id,
        name=contact.name,
        initial=contact.name[:1].upper(),
        shape=place % SHAPES,
        organisation=contact.organisation,
        role=contact.role.value,
        alias=contact.alias,
        standing=standing.value,
        sees=_counted(len(shared), reader.language),
        shares=[_share_row(each, looks, reader) for each in shared],
    )


def _counted(count: int, language: Language) -> str:
    key = {0: "shown.sees.none", 1: "shown.sees.one"}.get(count, "shown.sees.some")
    return say(language, key, count=count)


def _share_row(shared: SharedStep, looks: Sequence[Viewing], reader: Reader) -> ShareRow:
    step, grant = shared.step, shared.grant
    last = next((each for each in looks if grant.share in each.shares), None)
    return ShareRow(
        step=step.id,
        goal=step.goal_id,
        text=step.text,
        until=day_and_month(grant.ends, reader.today, reader.language),
        ends=grant.ends.isoformat(),
        opened=_moment(last, reader) if last else "",
        told=any(each.fresh for each in reader.plan.notes.get(step.id, ())),
    )


def look_rows(
    log: Log, rows: Sequence[Person], shared: dict[RecordId, list[SharedStep]], reader: Reader
) -> list[LookRow]:
    """Return the list of who opened what; a step that is shown no more has no words there."""
    names = {each.id: each.name for each in rows}
    texts = {each.grant.share: each.step.text for several in shared.values() for each in several}
    return [
        LookRow(
            key=str(each.number),
            name=names.get(each.contact, ""),
            when=_moment(each, reader),
            texts=" · ".join(texts[share] for share in each.shares if share in texts),
        )
        for each in log.viewings
    ]


def _moment(viewing: Viewing, reader: Reader) -> str:
    return moment_in_words(moment_in(reader.zone, viewing.at), reader.today, reader.language)
