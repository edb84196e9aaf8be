"""What *Today* shows: frozen, flat, and nothing that it does not need."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lifeplan_app.core.today import StepOf
from lifeplan_app.i18n.dates import day_leaf
from lifeplan_app.model.account import Language


@dataclass(frozen=True, slots=True)
class DayStep:
    """A step as the day shows it.

    Attributes:
        number: The day of its date; empty without one.
        month: The month of it, with the year where it is another.
    """

    id: str
    goal_id: str
    text: str
    progress: str
    number: str
    month: str


@dataclass(frozen=True, slots=True)
class Pick:
    """A step that she may pick."""

    id: str
    text: str
    progress: str


@dataclass(frozen=True, slots=True)
class PicksOfGoal:
    """A goal, and what she may pick of it."""

    id: str
    goal: str
    steps: list[Pick]


def day_step(each: StepOf, today: date, language: Language) -> DayStep:
    """Return the row of a step on *Today*; a date that has passed looks like any other."""
    number, month = day_leaf(each.step.day, today, language) if each.step.day else ("", "")
    return DayStep(
        id=each.step.id,
        goal_id=each.goal.id,
        text=each.step.text,
        progress=each.step.progress_on(today).value,
        number=number,
        month=month,
    )


def picks_by_goal(steps: Iterable[StepOf], today: date) -> list[PicksOfGoal]:
    """Return what she may pick, goal by goal, in her order."""
    return [
        PicksOfGoal(goal.id, goal.text, [_pick(each, today) for each in of_goal])
        for goal, of_goal in groupby(steps, key=lambda each: each.goal)
    ]


def _pick(each: StepOf, today: date) -> Pick:
    return Pick(each.step.id, each.step.text, each.step.progress_on(today).value)
