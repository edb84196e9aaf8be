"""The life plan: wishes, goals on three horizons, the steps towards them, strengths.

The names follow FHIR R4 where it has one (CarePlan, Goal, Task); the enum values are what the
records and the exports hold.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lifeplan_app.model.board import BoardWithItems, Photo
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.records import Record, Worded


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


class LifeArea(StrEnum):
    """The eight areas of life that organisations of the field work by (FHIR ``Goal.category``).

    Optional; a word of her own does as well.
    """

    HOUSING = "housing"
    FINANCIAL_INDEPENDENCE = "financial_independence"
    HEALTH = "health"
    ADMINISTRATIVE_STATUS = "administrative_status"
    JUSTICE = "justice"
    PARENTHOOD = "parenthood"
    INTEGRATION = "integration"
    SOCIAL_TIES = "social_ties"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored(Worded):
    """A part of the plan that she can put away without losing it.

    Attributes:
        put_away: Found under what is put away, and nowhere else but by search.
    """

    put_away: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish(Stored):
    """Something she would like to happen this year (FHIR ``Goal``, lifecycleStatus proposed)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked(Stored):
    """A part of the plan that has a state."""

    progress: Progress = Progress.IDEA


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Tracked):
    """Something she wants, on one of three horizons (FHIR ``Goal``).

    Attributes:
        area: The value of a `LifeArea`, or a word of her own; empty for none.
    """

    horizon: Horizon
    area: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Tracked):
    """One step towards a goal (FHIR ``Task``).

    Attributes:
        goal_id: What it leads to.
        day: Its date, if she gave it one.
        weekly: Whether it comes back each week. Nothing is counted.
        held: The week (ISO 8601, ``2026-W47``) for which a weekly step is ticked; it is open in any other.
        picked: The day for which she picked it.
    """

    goal_id: RecordId
    day: date | None = None
    weekly: bool = False
    held: str = ""
    picked: date | None = None

    def progress_on(self, today: date) -> Progress:
        """Return where it stands on that day: the tick of a weekly step holds its week."""
        return Progress.DONE if self.weekly and self.held == week_of(today) else self.progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength(Worded):
    """Something she is good at, in her words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo(Worded):
    """A longer note of hers on a goal or a step (FHIR ``Goal.note``). It may be blank.

    Attributes:
        of: The goal or step.
    """

    of: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(Record):
    """Her own word for something that the app calls otherwise.

    Attributes:
        key: The message that it stands in for.
        text: Her word, as typed.
    """

    key: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Record):
    """Words being typed that are not in the plan yet.

    Attributes:
        place: Which field they stand in, such as ``goal:short`` or ``step:<goal id>``.
        text: What stands in the field, as typed.
    """

    place: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """The last day on which she looked at her plan, so that a long absence ends in a plain welcome."""

    day: date


@dataclass(frozen=True, slots=True)
class GoalWithSteps:
    """A goal and all its steps, in her order; those that are put away too."""

    goal: Goal
    steps: tuple[Step, ...] = ()

    @property
    def shown(self) -> tuple[Step, ...]:
        """The steps that are not put away."""
        return tuple(step for step in self.steps if not step.put_away)


@dataclass(frozen=True, slots=True)
class NoteLeft:
    """A note that somebody else left on a step, as its owner reads it.

    Attributes:
        by: Who.
        day: When.
        text: The words.
        fresh: Whether the owner has not seen it yet.
    """

    by: str = field(repr=False)
    day: date
    text: str = field(repr=False)
    fresh: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything of one person, in her order, and what she was typing.

    Attributes:
        goals: All goals, those that are put away too.
        wishes: All wishes, those that are put away too.
        strengths: Her strengths.
        boards: Her dream boards.
        photos: Her photos.
        memos: Her notes, by the goal or step they belong to.
        labels: Her own words, by the message they stand in for.
        drafts: What was being typed, by its place.
        seen: The steps that somebody else sees, each with the last day of it.
        notes: What others left on steps of hers, the oldest first.
    """

    goals: tuple[GoalWithSteps, ...] = ()
    wishes: tuple[Wish, ...] = ()
    strengths: tuple[Strength, ...] = ()
    boards: tuple[BoardWithItems, ...] = ()
    photos: dict[RecordId, Photo] = field(default_factory=dict[RecordId, Photo], repr=False)
    memos: dict[RecordId, Memo] = field(default_factory=dict[RecordId, Memo], repr=False)
    labels: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    drafts: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    seen: dict[RecordId, date] = field(default_factory=dict[RecordId, date])
    notes: dict[RecordId, tuple[NoteLeft, ...]] = field(
        default_factory=dict[RecordId, tuple[NoteLeft, ...]], repr=False
    )

    @property
    def shown(self) -> tuple[GoalWithSteps, ...]:
        """The goals that are not put away."""
        return tuple(each for each in self.goals if not each.goal.put_away)

    def on(self, horizon: Horizon) -> tuple[GoalWithSteps, ...]:
        """Return the goals on *horizon* that are not put away, in her order."""
        return tuple(each for each in self.shown if each.goal.horizon is horizon)


def week_of(day: date) -> str:
    """Return the week of *day* as ISO 8601 writes it: ``2026-W47``, Monday first."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
