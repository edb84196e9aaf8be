"""Words as they leave the fields of a page, on their way into the plan or beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from lifeplan_app.core import adding, drafts, items, labels, marks, words
from lifeplan_app.core.access import own_records
from lifeplan_app.core.undo import Changed
from lifeplan_app.model.account import Actor
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Horizon
from lifeplan_app.model.text import well_formed
from lifeplan_app.store.unit import UnitOfWork

MEMO = "memo"
"""What the field of a note is called, before a colon and the goal or step it belongs to."""

LABEL = "label"
"""What the field of her own word for something is called, before a colon and the message it stands in for."""


class Way(StrEnum):
    """What becomes of the words in a field."""

    WRITE = "write"
    """They are the text of a goal or a step."""
    DRAFT = "draft"
    """They may become a new goal or step; she is still typing."""
    ADD = "add"
    """They are one now."""
    MARK = "mark"
    """They are what stands in a small field: a date, a word for an area."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in one field.

    Attributes:
        way: What becomes of it.
        place: The id of what holds the text; for a note ``memo:`` and the id of what it is on; for a word
            of her own ``label:`` and the message; for what is new the name of its field
            (`drafts.goal_place`).
        text: As typed.
        read_version: The record's version when the field was shown or last saved.
        once: Names one addition, so that it is made once however often it arrives.
        tag: Of the window that it was typed in (`Session.tag`); empty where the page did not say.
    """

    way: Way
    place: str
    text: str = field(repr=False)
    read_version: int = 0
    once: str = ""
    tag: str = ""

    @classmethod
    def read(cls, sent: Mapping[str, object]) -> Self:
        """Return one field as a page sends it; whatever is malformed names no field there is."""
        way, version = sent.get("way"), sent.get("version")
        return cls(
            way=Way(way) if way in tuple(Way) else Way.WRITE,
            place=well_formed(str(sent.get("place", ""))),
            text=well_formed(str(sent.get("text", ""))),
            once=well_formed(str(sent.get("once", ""))),
            tag=str(sent.get("tag", "")),
            read_version=version if isinstance(version, int) else 0,
        )


def is_hers(typed: Typed, tag: str) -> bool:
    """Tell whether *typed* comes from a window of the person with that *tag*, as far as it says.

    Somebody else may have signed in on the same phone since it was typed.
    """
    return typed.tag in {"", tag}


def keep(uow: UnitOfWork, actor: Actor, typed: Typed) -> Changed | None:
    """Keep one field, and return what changed; nothing for a draft, or for what was added before.

    Raises:
        TextMissingError: The text is blank, and is no note; what stood there stays.
        TextTooLongError: The text has more than 10,000 characters; what stood there stays.
        LabelTooLongError: It is a word of her own with more than 60 characters; the one before stays.
        DayError: It is a date, and none between the years 1 and 9999.
        NotFoundError: She has no such goal or step, or there is no such field.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    match typed.way:
        case Way.DRAFT:
            return drafts.save_draft(uow, actor, typed.place, typed.text)
        case Way.ADD:
            return _add(uow, actor, typed)
        case Way.MARK:
            return marks.write_mark(uow, actor, typed.place, typed.text)
        case Way.WRITE:  # pragma: no branch - there is no other
            return _write(uow, actor, typed)


def _write(uow: UnitOfWork, actor: Actor, typed: Typed) -> Changed | None:
    kind, _, of = typed.place.rpartition(":")
    if kind == LABEL:
        drafts.save_draft(uow, actor, typed.place, "")
        return labels.rename(uow, actor, of, typed.text)
    if kind == MEMO:
        return words.write_memo(uow, actor, RecordId(of), typed.text, typed.read_version)
    return words.write_text(uow, actor, RecordId(typed.place), typed.text, typed.read_version)


def _add(uow: UnitOfWork, actor: Actor, typed: Typed) -> Changed | None:
    records = own_records(uow, actor)
    record_id = records.named(f"added {typed.once}") if typed.once else None
    if record_id and records.find(record_id):
        return None
    match typed.place.partition(":"):
        case "step", _, goal_id:
            return adding.add_step(uow, actor, RecordId(goal_id), typed.text, record_id)
        case "goal", _, horizon if horizon in tuple(Horizon):
            return adding.add_goal(uow, actor, Horizon(horizon), typed.text, record_id)
        case "words", _, board_id:
            return items.add_words(uow, actor, RecordId(board_id), typed.text, record_id)
        case drafts.WISH_PLACE, _, "":
            return adding.add_wish(uow, actor, typed.text, record_id)
        case drafts.STRENGTH_PLACE, _, "":
            return adding.add_strength(uow, actor, typed.text, record_id)
        case _:
            raise NotFoundError
