"""Words being typed that are not in the plan yet: kept sealed, so that a lock never loses one."""

from dataclasses import replace
from typing import Final

from lifeplan_app.core.access import own_record, own_records
from lifeplan_app.model.account import Actor
from lifeplan_app.model.board import Board
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.labels import RENAMEABLE
from lifeplan_app.model.plan import Draft, Goal, Horizon
from lifeplan_app.model.text import kept_as_typed
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork

WISH_PLACE: Final = "wish"
STRENGTH_PLACE: Final = "strength"
"""The fields in which a new wish and a new strength are typed."""


def goal_place(horizon: Horizon) -> str:
    """Return the name of the field in which a new goal on *horizon* is typed."""
    return f"goal:{horizon.value}"


def label_place(key: str) -> str:
    """Return the name of the field in which she types her own word for the message *key*."""
    return f"label:{key}"


def step_place(goal_id: RecordId) -> str:
    """Return the name of the field in which a new step under a goal is typed."""
    return f"step:{goal_id}"


def words_place(board_id: RecordId) -> str:
    """Return the name of the field in which new words for a board are typed."""
    return f"words:{board_id}"


def save_draft(uow: UnitOfWork, actor: Actor, place: str, text: str) -> None:
    """Keep what stands in the field *place*; an empty text is forgotten.

    Raises:
        TextTooLongError: The text has more than 10,000 characters.
        NotFoundError: There is no such field: no such horizon, or she has no such goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    _require_place(records, place)
    draft_id = records.named(place)
    if not text:
        records.delete(draft_id)
        return
    draft = records.find(draft_id)
    if isinstance(draft, Draft):
        records.replace(replace(draft, text=kept_as_typed(text)))
    else:
        records.add(Draft(id=draft_id, place=place, text=kept_as_typed(text)))


_PLACES: Final = frozenset(
    {WISH_PLACE, STRENGTH_PLACE, *map(goal_place, Horizon), *map(label_place, RENAMEABLE)}
)


def _require_place(records: Records, place: str) -> None:
    kind, _, which = place.partition(":")
    if kind == "step":
        own_record(records, RecordId(which), Goal)
    elif kind == "words":
        own_record(records, RecordId(which), Board)
    elif place not in _PLACES:
        raise NotFoundError
