"""Today: what she picked, what is near, one strength, and a plain welcome after an absence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from lifeplan_app.core.access import own_records
from lifeplan_app.core.edits import rewrite
from lifeplan_app.model.account import Actor
from lifeplan_app.model.plan import Goal, Plan, Progress, Step, Strength, Visit
from lifeplan_app.store.unit import UnitOfWork

NEAR_DAYS: Final = 7
ABSENT_DAYS: Final = 14
_OUT_OF_SIGHT: Final = (Progress.RESTING, Progress.LET_GO)


@dataclass(frozen=True, slots=True)
class StepOf:
    """A step, and the goal it leads to."""

    step: Step
    goal: Goal


@dataclass(frozen=True, slots=True)
class Today:
    """What the day shows.

    Attributes:
        picked: What she picked for this day, in the order of the plan.
        coming: Other steps whose date is at most seven days away, before or after; by date.
        strength: One of hers, another each day; none if she has named none.
        to_pick: Steps that she may pick: open, and not there yet.
    """

    picked: tuple[StepOf, ...]
    coming: tuple[StepOf, ...]
    strength: Strength | None
    to_pick: tuple[StepOf, ...]


def look_at(plan: Plan, day: date) -> Today:
    """Return what *day* shows of *plan*. A date that has passed is shown like any other."""
    picked = _those(plan, lambda step: step.picked == day)
    coming = _those(plan, lambda step: step.picked != day and _is_near(step, day))
    to_pick = _those(plan, lambda step: step.picked != day and _is_open(step, day))
    return Today(
        picked=picked,
        coming=tuple(sorted(coming, key=lambda each: each.step.day or day)),
        strength=plan.strengths[day.toordinal() % len(plan.strengths)] if plan.strengths else None,
        to_pick=to_pick,
    )


def visit(uow: UnitOfWork, actor: Actor, day: date) -> bool:
    """Return whether she comes back after an absence of at least two weeks; the visit is noted.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    visit_id = records.named("visit")
    last = records.find(visit_id)
    if not isinstance(last, Visit):
        records.add(Visit(id=visit_id, day=day))
        return False
    rewrite(records, visit_id, Visit, lambda record: replace(record, day=day))
    return (day - last.day).days >= ABSENT_DAYS


def _those(plan: Plan, wanted: Callable[[Step], bool]) -> tuple[StepOf, ...]:
    return tuple(each for each in _steps(plan) if wanted(each.step))


def _steps(plan: Plan) -> Iterator[StepOf]:
    for each in plan.shown:
        yield from (StepOf(step, each.goal) for step in each.shown)


def _is_near(step: Step, day: date) -> bool:
    if step.day is None or step.progress in _OUT_OF_SIGHT:
        return False
    return abs(step.day.toordinal() - day.toordinal()) <= NEAR_DAYS


def _is_open(step: Step, day: date) -> bool:
    return step.progress_on(day) not in {Progress.DONE, *_OUT_OF_SIGHT}
