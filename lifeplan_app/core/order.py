"""Her order: of goals, steps, wishes, strengths, boards and what lies on them; from one place to another."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from fractional_indexing import (  # pyright: ignore[reportMissingTypeStubs]
    generate_key_between,
    generate_n_keys_between,
)

from lifeplan_app.core.access import own_record, own_records
from lifeplan_app.core.edits import Values
from lifeplan_app.core.undo import Changed, change_values
from lifeplan_app.model.account import Actor
from lifeplan_app.model.board import BoardItem
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Goal, Horizon, Record, Step, Stored, Worded
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork

R = TypeVar("R", bound=Record)

_HORIZONS = tuple(Horizon)


def in_order(records: Iterable[R]) -> list[R]:
    """Return *records* in her order."""
    return sorted(records, key=lambda record: (record.rank, record.id))


def last_rank(siblings: Iterable[Record]) -> str:
    """Return a rank behind all *siblings*, with room before it for one that is moved there."""
    return generate_key_between(max((each.rank for each in siblings), default=None), None)


def move(
    uow: UnitOfWork, actor: Actor, record_id: RecordId, before: RecordId | None, into: str | None = None
) -> Changed:
    """Return the record in its new place.

    Args:
        uow: An open write.
        actor: Whose record.
        record_id: A goal, a step, a wish, a strength, a board, or an item, which goes over or under others.
        before: What it shall stand before; last of all without one, or if that one is gone from there.
        into: For a goal another horizon, for a step another goal; without it, where it is now.

    Raises:
        NotFoundError: She has no such record, or nothing to move it into.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    moved = own_record(records, record_id, Worded)
    home = _home(records, moved, into)
    everything = in_order(_living_in(records, moved, home))
    index = next((at for at, each in enumerate(everything) if each.id == before), len(everything))
    behind = [each for each in everything[index:] if each.id != record_id]
    rank, pushed = _rank_between([each for each in everything[:index] if each.id != record_id], behind)
    return change_values(records, Values(record_id, home | {"rank": rank}), *pushed)


def nudge(uow: UnitOfWork, actor: Actor, record_id: RecordId, by: int) -> Changed | None:
    """Return the record one place earlier (*by* -1) or later (1), or nothing where there is no further.

    A goal goes on to the next horizon: as its last one when it goes earlier, as its first otherwise.

    Raises:
        NotFoundError: She has no such record.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    record = own_record(records, record_id, Worded)
    shown = _shown(records, record, _home(records, record, None))
    at = next(index for index, each in enumerate(shown) if each.id == record_id)
    if 0 <= at + by < len(shown):
        before = shown[at - 1] if by < 0 else _at(shown, at + 2)
        return move(uow, actor, record_id, before.id if before else None)
    if isinstance(record, Goal):
        return _to_next_horizon(uow, actor, record, by)
    return None


def _to_next_horizon(uow: UnitOfWork, actor: Actor, goal: Goal, by: int) -> Changed | None:
    at = _HORIZONS.index(goal.horizon) + by
    if not 0 <= at < len(_HORIZONS):
        return None
    into = _HORIZONS[at]
    first = _at(_shown(own_records(uow, actor), goal, {"horizon": into}), 0) if by > 0 else None
    return move(uow, actor, goal.id, first.id if first else None, into.value)


def _home(records: Records, record: Worded, into: str | None) -> dict[str, Horizon | RecordId]:
    """Return what says where *record* lives: its horizon, its goal, or nothing."""
    match record:
        case Goal(horizon=horizon):
            return {"horizon": horizon if into is None else _horizon(into)}
        case Step(goal_id=goal_id):
            return {"goal_id": goal_id if into is None else own_record(records, RecordId(into), Goal).id}
        case BoardItem(board_id=board_id) if into is None:
            return {"board_id": board_id}
        case _ if into is None:
            return {}
        case _:
            raise NotFoundError


def _horizon(value: str) -> Horizon:
    if value not in _HORIZONS:
        raise NotFoundError
    return Horizon(value)


def _living_in(records: Records, record: Worded, home: dict[str, Horizon | RecordId]) -> list[Worded]:
    """Return everything of the same kind that lives in *home*."""
    return [
        each
        for each in records.all()
        if isinstance(each, type(record)) and all(getattr(each, name) == at for name, at in home.items())
    ]


def _shown(records: Records, record: Worded, home: dict[str, Horizon | RecordId]) -> list[Worded]:
    """Return what she sees of it: nothing that is put away, but *record* itself."""
    everything = in_order(_living_in(records, record, home))
    return [each for each in everything if each.id == record.id or not _is_put_away(each)]


def _is_put_away(record: Worded) -> bool:
    return isinstance(record, Stored) and record.put_away


def _rank_between(ahead: Sequence[Record], behind: Sequence[Record]) -> tuple[str, list[Values]]:
    """Return a rank between two neighbours, and new ones for those behind where there is no room.

    Two have the same rank when one came back that had been deleted.
    """
    left, right = _at(ahead, len(ahead) - 1), _at(behind, 0)
    if left is None or right is None or left.rank < right.rank:
        return generate_key_between(left and left.rank, right and right.rank), []
    first, *others = generate_n_keys_between(left.rank, None, len(behind) + 1)
    return first, [Values(each.id, {"rank": rank}) for each, rank in zip(behind, others, strict=True)]


def _at(items: Sequence[R], index: int) -> R | None:
    return items[index] if 0 <= index < len(items) else None
