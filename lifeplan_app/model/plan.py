"""The life plan: goals on three horizons, and the steps towards them.

The names follow FHIR R4 where it has one (CarePlan, Goal, Task); the enum values are what the
records and the exports hold.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from lifeplan_app.model.ids import RecordId


class Horizon(StrEnum):
    """How far away a goal is, in her eyes (FHIR ``Goal.target.dueDuration``)."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Progress(StrEnum):
    """Where a goal or a step stands. Any state may follow any other: the way is not a line.

    FHIR task states, in the same order: proposed, active, on-hold, completed, cancelled.
    """

    IDEA = "idea"
    ACTIVE = "active"
    RESTING = "resting"
    DONE = "done"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every sealed record has in common.

    Attributes:
        id: Random and opaque.
        version: Counts the writes of this record, from 1; 0 before the first.
        rank: Where it stands among its siblings; compared as text.
    """

    id: RecordId
    version: int = 0
    rank: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded(Record):
    """A record whose heart is a text that she may change in two places at once.

    Attributes:
        text: Her words, as typed.
        text_version: The version of the record that last changed the text, so that a change of
            state elsewhere does not count as a change of her words.
        others: Texts that another window wrote and this one overwrote, newest last. They are
            kept, and offered beside the text, until she takes one or lets it go.
    """

    text: str = field(repr=False)
    text_version: int = 0
    others: tuple[str, ...] = field(default=(), repr=False)
    progress: Progress = Progress.IDEA


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Worded):
    """Something she wants, on one of three horizons (FHIR ``Goal``)."""

    horizon: Horizon


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Worded):
    """One step towards a goal (FHIR ``Task``)."""

    goal_id: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Record):
    """Words being typed that are not in the plan yet.

    Attributes:
        place: Which field they stand in, such as ``goal:short`` or ``step:<goal id>``.
        text: What stands in the field, as typed.
    """

    place: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class GoalWithSteps:
    """A goal and its steps, in her order."""

    goal: Goal
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All goals of one person, in her order, and what she was typing."""

    goals: tuple[GoalWithSteps, ...] = ()
    drafts: dict[str, str] = field(default_factory=dict[str, str], repr=False)

    def on(self, horizon: Horizon) -> tuple[GoalWithSteps, ...]:
        """Return the goals on *horizon*, in her order."""
        return tuple(each for each in self.goals if each.goal.horizon is horizon)
