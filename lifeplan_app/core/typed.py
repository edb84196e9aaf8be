"""Words as they leave the fields of a page, on their way into the plan or beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from lifeplan_app.core import drafts, plan
from lifeplan_app.core.plan import Written
from lifeplan_app.model.account import Actor
from lifeplan_app.model.ids import RecordId
from lifeplan_app.store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in one field.

    Attributes:
        place: A goal's or step's id, or the place of a draft.
        is_draft: Whether it is the latter.
        text: As typed.
        read_version: The record's version when the field was shown or last saved.
    """

    place: str
    is_draft: bool
    text: str = field(repr=False)
    read_version: int = 0

    @classmethod
    def read(cls, sent: Mapping[str, object]) -> Self:
        """Return one field as a page sends it; whatever is malformed counts as empty."""
        version = sent.get("version")
        return cls(
            place=str(sent.get("place", "")),
            is_draft=sent.get("draft") is True,
            text=str(sent.get("text", "")),
            read_version=version if isinstance(version, int) else 0,
        )


def keep(uow: UnitOfWork, actor: Actor, typed: Typed) -> Written | None:
    """Keep one field, and return what became of a goal's or step's text; nothing for a draft.

    Raises:
        TextMissingError: The text of a goal or step is blank; what stood there stays.
        TextTooLongError: The text has more than 10,000 characters; what stood there stays.
        NotFoundError: She has no such goal or step, or there is no such field.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    if typed.is_draft:
        drafts.save_draft(uow, actor, typed.place, typed.text)
        return None
    return plan.write_text(uow, actor, RecordId(typed.place), typed.text, typed.read_version)
