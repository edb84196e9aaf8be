"""Words as they leave the fields of a page, on their way into the plan or beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from lifeplan_app.core import drafts, plan
from lifeplan_app.core.access import own_records
from lifeplan_app.core.undo import Changed
from lifeplan_app.model.account import Actor
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Horizon
from lifeplan_app.model.text import well_formed
from lifeplan_app.store.unit import UnitOfWork


class Way(StrEnum):
    """What becomes of the words in a field."""

    WRITE = "write"
    """They are the text of a goal or a step."""
    DRAFT = "draft"
    """They may become a new goal or step; she is still typing."""
    ADD = "add"
    """They are one now."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in one field.

    Attributes:
        way: What becomes of it.
        place: A goal's or step's id; for what is new the name of its field (`drafts.goal_place`).
        text: As typed.
        read_version: The record's version when the field was shown or last saved.
        once: Names one addition, so that it is made once however often it arrives.
    """

    way: Way
    place: str
    text: str = field(repr=False)
    read_version: int = 0
    once: str = ""

    @classmethod
    def read(cls, sent: Mapping[str, object]) -> Self:
        """Return one field as a page sends it; whatever is malformed names no field there is."""
        way, version = sent.get("way"), sent.get("version")
        return cls(
            way=Way(way) if way in tuple(Way) else Way.WRITE,
            place=well_formed(str(sent.get("place", ""))),
            text=well_formed(str(sent.get("text", ""))),
            once=well_formed(str(sent.get("once", ""))),
            read_version=version if isinstance(version, int) else 0,
        )


def keep(uow: UnitOfWork, actor: Actor, typed: Typed) -> Changed | None:
    """Keep one field, and return what changed; nothing for a draft, or for what was added before.

    Raises:
        TextMissingError: The text of a goal or step is blank; what stood there stays.
        TextTooLongError: The text has more than 10,000 characters; what stood there stays.
        NotFoundError: She has no such goal or step, or there is no such field.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    match typed.way:
        case Way.DRAFT:
            return drafts.save_draft(uow, actor, typed.place, typed.text)
        case Way.ADD:
            return _add(uow, actor, typed)
        case Way.WRITE:  # pragma: no branch - there is no other
            return plan.write_text(uow, actor, RecordId(typed.place), typed.text, typed.read_version)


def _add(uow: UnitOfWork, actor: Actor, typed: Typed) -> Changed | None:
    records = own_records(uow, actor)
    record_id = records.named(f"added {typed.once}") if typed.once else None
    if record_id and records.find(record_id):
        return None
    kind, _, which = typed.place.partition(":")
    if kind == "step":
        return plan.add_step(uow, actor, RecordId(which), typed.text, record_id)
    if kind == "goal" and which in tuple(Horizon):
        return plan.add_goal(uow, actor, Horizon(which), typed.text, record_id)
    raise NotFoundError
