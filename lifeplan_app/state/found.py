"""Things of hers in a list of many kinds: what was searched for, what is put away."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Final

from lifeplan_app.core.search import Found
from lifeplan_app.model.plan import Goal, Record, Step, Strength, Wish

_KINDS: Final[dict[type[Record], str]] = {Goal: "goal", Step: "step", Wish: "wish", Strength: "strength"}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One of them.

    Attributes:
        area: For a goal its area of life, for a step that of its goal.
        goal_id: The goal that shows it; empty for what is under none.
        goal: For a step, what it leads to.
        put_away: Whether it, or its goal, is put away.
    """

    id: str
    text: str
    area: str
    goal_id: str
    goal: str
    put_away: bool


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """Those of one kind: ``goal``, ``step``, ``wish``, ``strength``."""

    kind: str
    rows: list[FoundRow]


def kind_of(record: Record) -> str:
    """Return what sort of thing *record* is."""
    return _KINDS[type(record)]


def by_kind(found: Iterable[Found], most: int | None = None) -> list[FoundGroup]:
    """Return *found*, which comes kind by kind, in groups: of each at most *most*, if that is given."""
    groups = groupby(found, key=lambda each: kind_of(each.record))
    return [FoundGroup(kind, [_row(each) for each in islice(members, most)]) for kind, members in groups]


def _row(found: Found) -> FoundRow:
    goal = found.record if isinstance(found.record, Goal) else found.goal
    return FoundRow(
        id=found.record.id,
        text=found.record.text,
        area=goal.area if goal else "",
        goal_id=goal.id if goal else "",
        goal=found.goal.text if found.goal else "",
        put_away=found.put_away,
    )
