"""Her plan: reading it, and every change to it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from fractional_indexing import generate_key_between  # pyright: ignore[reportMissingTypeStubs]

from lifeplan_app.core.access import own_record, own_records
from lifeplan_app.core.drafts import goal_place, step_place
from lifeplan_app.core.edits import Words, take_away
from lifeplan_app.core.undo import (
    AddedUndo,
    Changed,
    DeletedUndo,
    change_horizon,
    change_progress,
    change_words,
)
from lifeplan_app.model.account import Actor
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import RecordId, new_id
from lifeplan_app.model.plan import (
    Draft,
    Goal,
    GoalWithSteps,
    Horizon,
    Plan,
    Progress,
    Record,
    Step,
    Worded,
)
from lifeplan_app.model.text import one_line_at_least
from lifeplan_app.store.unit import UnitOfWork

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Written(Changed):
    """What became of a text.

    Attributes:
        conflict: Another window had changed the text since *read_version*; hers was written, and
            the other one stands in ``record.others``.
    """

    conflict: bool = False


def read_plan(uow: UnitOfWork, actor: Actor) -> Plan:
    """Return all goals with their steps, in her order, and what she was typing.

    Raises:
        NotAllowedError: The actor has no plan.
        SealError: A record does not open.
        SessionOverError: The actor's keys are gone.
    """
    everything = own_records(uow, actor).all()
    steps: defaultdict[RecordId, list[Step]] = defaultdict(list)
    for step in _in_order(each for each in everything if isinstance(each, Step)):
        steps[step.goal_id].append(step)
    goals = _in_order(each for each in everything if isinstance(each, Goal))
    return Plan(
        goals=tuple(GoalWithSteps(goal, tuple(steps[goal.id])) for goal in goals),
        drafts={each.place: each.text for each in everything if isinstance(each, Draft)},
    )


def add_goal(
    uow: UnitOfWork, actor: Actor, horizon: Horizon, text: str, record_id: RecordId | None = None
) -> Changed:
    """Return the new goal, last on its horizon. What was being typed there is in it now: the draft goes.

    Args:
        uow: An open write.
        actor: Whose goal.
        horizon: Where it stands.
        text: Her words.
        record_id: An id that is free, for a caller who must know it before; else a new one.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: The text has more than 10,000 characters.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    text = one_line_at_least(text)
    records = own_records(uow, actor)
    rank = _last_rank(each for each in records.all() if isinstance(each, Goal))
    goal = Goal(id=record_id or RecordId(new_id()), rank=rank, text=text, text_version=1, horizon=horizon)
    kept = records.add(goal)
    records.delete(records.named(goal_place(horizon)))
    return Changed((kept,), AddedUndo(kept.id))


def add_step(
    uow: UnitOfWork, actor: Actor, goal_id: RecordId, text: str, record_id: RecordId | None = None
) -> Changed:
    """Return the new step, last under its goal. What was being typed there is in it now: the draft goes.

    Args:
        uow: An open write.
        actor: Whose step.
        goal_id: What it leads to.
        text: Her words.
        record_id: An id that is free, for a caller who must know it before; else a new one.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: The text has more than 10,000 characters.
        NotFoundError: She has no such goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    text = one_line_at_least(text)
    records = own_records(uow, actor)
    own_record(records, goal_id, Goal)
    siblings = (each for each in records.all() if isinstance(each, Step) and each.goal_id == goal_id)
    step = Step(
        id=record_id or RecordId(new_id()),
        rank=_last_rank(siblings),
        text=text,
        text_version=1,
        goal_id=goal_id,
    )
    kept = records.add(step)
    records.delete(records.named(step_place(goal_id)))
    return Changed((kept,), AddedUndo(kept.id))


def write_text(uow: UnitOfWork, actor: Actor, record_id: RecordId, text: str, read_version: int) -> Written:
    """Return the goal or step with *text* as its text; never loses words of another window.

    Args:
        uow: An open write.
        actor: Who writes.
        record_id: A goal or a step.
        text: What stands in the field, as typed.
        read_version: The record's version when the field was shown or last saved.

    Raises:
        TextMissingError: The text is blank; what stood there stays.
        TextTooLongError: The text has more than 10,000 characters; what stood there stays.
        NotFoundError: She has no such goal or step.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    text = one_line_at_least(text)
    overwritten: list[str] = []

    def words(record: Worded) -> Words:
        changed_elsewhere = record.text_version > read_version and record.text != text
        overwritten[:] = [record.text] if changed_elsewhere else []
        return Words(text, record.others).beside(overwritten)

    changed = change_words(own_records(uow, actor), record_id, words)
    return Written(changed.records, changed.undo, conflict=bool(overwritten))


def take_other(uow: UnitOfWork, actor: Actor, record_id: RecordId, index: int) -> Changed:
    """Return the record with the other text at *index* in the place of its text.

    Raises:
        NotFoundError: She has no such record, or it has no such other text.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """

    def words(record: Worded) -> Words:
        taken, left = _picked(record, index)
        return Words(taken, left)

    return change_words(own_records(uow, actor), record_id, words)


def drop_other(uow: UnitOfWork, actor: Actor, record_id: RecordId, index: int) -> Changed:
    """Return the record without the other text at *index*.

    Raises:
        NotFoundError: She has no such record, or it has no such other text.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """

    def words(record: Worded) -> Words:
        return Words(record.text, _picked(record, index)[1])

    return change_words(own_records(uow, actor), record_id, words)


def set_progress(uow: UnitOfWork, actor: Actor, record_id: RecordId, progress: Progress) -> Changed:
    """Return the goal or step with its new progress; any may follow any other.

    Raises:
        NotFoundError: She has no such goal or step.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    return change_progress(own_records(uow, actor), record_id, progress)


def set_horizon(uow: UnitOfWork, actor: Actor, goal_id: RecordId, horizon: Horizon) -> Changed:
    """Return the goal on its new horizon.

    Raises:
        NotFoundError: She has no such goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    return change_horizon(own_records(uow, actor), goal_id, horizon)


def delete(uow: UnitOfWork, actor: Actor, record_id: RecordId) -> Changed:
    """Return what is gone: a step, or a goal with its steps and with what was being typed under it.

    Raises:
        NotFoundError: She has no such goal or step.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    gone = take_away(own_records(uow, actor), record_id)
    return Changed(gone, DeletedUndo(gone))


def _in_order(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda record: (record.rank, record.id))


def _last_rank(siblings: Iterable[Record]) -> str:
    """Return a rank behind all *siblings*, with room before it for one that is moved there."""
    ranks = [each.rank for each in siblings]
    return generate_key_between(max(ranks, default=None), None)


def _picked(record: Worded, index: int) -> tuple[str, tuple[str, ...]]:
    """Return the other text at *index*, and the rest of them."""
    if not 0 <= index < len(record.others):
        raise NotFoundError
    others = record.others
    return others[index], others[:index] + others[index + 1 :]
