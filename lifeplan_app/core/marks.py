"""What she sets on a goal or a step with one tap: state, horizon, area, date, week, day."""

from dataclasses import replace
from datetime import date
from typing import Any

from lifeplan_app.core.access import own_record, own_records
from lifeplan_app.core.undo import Changed, change
from lifeplan_app.model.account import Actor
from lifeplan_app.model.errors import DayError, LabelTooLongError, NotFoundError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Goal, Horizon, LifeArea, Progress, Record, Step, Tracked, week_of
from lifeplan_app.model.text import MAX_LABEL
from lifeplan_app.store.unit import UnitOfWork


def set_progress(
    uow: UnitOfWork, actor: Actor, record_id: RecordId, progress: Progress, today: date
) -> Changed:
    """Return the goal or step with its new progress; any may follow any other.

    The tick of a weekly step holds the week of *today*; any other state of it ends that.

    Raises:
        NotFoundError: She has no such goal or step.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """

    def marked(record: Tracked) -> Tracked:
        if not isinstance(record, Step) or not record.weekly:
            return replace(record, progress=progress)
        if progress is Progress.DONE:
            return replace(record, held=week_of(today))
        return replace(record, held="", progress=progress)

    return change(own_records(uow, actor), record_id, Tracked, marked)


def set_horizon(uow: UnitOfWork, actor: Actor, goal_id: RecordId, horizon: Horizon) -> Changed:
    """Return the goal on its new horizon.

    Raises:
        NotFoundError: She has no such goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    return _set(uow, actor, goal_id, Goal, horizon=horizon)


def set_area(uow: UnitOfWork, actor: Actor, goal_id: RecordId, area: str) -> Changed:
    """Return the goal with its area of life: one of the eight, a word of her own, or none.

    Raises:
        LabelTooLongError: The word has more than 60 characters.
        NotFoundError: She has no such goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    area = area.strip()
    if len(area) > MAX_LABEL:
        raise LabelTooLongError
    return _set(uow, actor, goal_id, Goal, area=area)


def set_day(uow: UnitOfWork, actor: Actor, step_id: RecordId, day: date | None) -> Changed:
    """Return the step with that date, or with none.

    Raises:
        NotFoundError: She has no such step.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    return _set(uow, actor, step_id, Step, day=day)


def set_weekly(uow: UnitOfWork, actor: Actor, step_id: RecordId, today: date, *, weekly: bool) -> Changed:
    """Return the step as one that comes back each week, or no more; a tick of this week stays a tick.

    Raises:
        NotFoundError: She has no such step.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """

    def marked(step: Step) -> Step:
        progress = step.progress_on(today)
        if weekly and progress is Progress.DONE:
            return replace(step, weekly=True, progress=Progress.ACTIVE, held=week_of(today))
        return replace(step, weekly=weekly, progress=progress, held="")

    return change(own_records(uow, actor), step_id, Step, marked)


def pick(uow: UnitOfWork, actor: Actor, step_id: RecordId, day: date | None) -> Changed:
    """Return the step, picked for that day, or for none.

    Raises:
        NotFoundError: She has no such step.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    return _set(uow, actor, step_id, Step, picked=day)


def write_mark(uow: UnitOfWork, actor: Actor, place: str, value: str) -> Changed | None:
    """Keep what stands in a small field, and return what changed; nothing if that stood there before.

    Args:
        uow: The unit of work.
        actor: Whose plan.
        place: ``day:`` and a step, or ``area:`` and a goal.
        value: A date as ``2026-12-01``, or a word of her own; empty for none.

    Raises:
        DayError: The date is none between the years 1 and 9999.
        LabelTooLongError: The word has more than 60 characters.
        NotFoundError: She has no such goal or step, or there is no such field.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    match place.partition(":"):
        case "day", _, step_id:
            return set_day(uow, actor, RecordId(step_id), _day(value))
        case "area", _, goal_id:
            return _write_area(uow, actor, RecordId(goal_id), value)
        case _:
            raise NotFoundError


def _write_area(uow: UnitOfWork, actor: Actor, goal_id: RecordId, word: str) -> Changed | None:
    now = own_record(own_records(uow, actor), goal_id, Goal).area
    if word.strip() == now or (not word.strip() and now in tuple(LifeArea)):
        return None  # an empty field beside one of the eight takes nothing away
    return set_area(uow, actor, goal_id, word)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise DayError from None


def _set(uow: UnitOfWork, actor: Actor, record_id: RecordId, kind: type[Record], **values: Any) -> Changed:  # noqa: ANN401
    return change(own_records(uow, actor), record_id, kind, lambda record: replace(record, **values))
