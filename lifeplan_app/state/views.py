"""What a page shows: frozen, flat, and nothing that it does not need."""

from dataclasses import dataclass
from datetime import date

from lifeplan_app.i18n.dates import day_leaf
from lifeplan_app.model.account import Language
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import GoalWithSteps, Horizon, Plan, Progress, Step, Worded

MOST_DOTS = 12
MOST_STEPS = 60
"""Of one goal, from the first on, until she asks for more: a phone draws so many at once."""
LAST_STEPS = 10
AROUND = 5
_NEXT = (Progress.ACTIVE, Progress.IDEA, Progress.RESTING)


@dataclass(frozen=True, slots=True)
class Dot:
    """One step on a goal's small path."""

    id: str
    progress: str


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A goal as the plan shows it.

    Attributes:
        area: The area of life, or a word of her own; empty for none.
        next: The step that could come next, in her words; empty if there is none.
        trail: Its first steps.
        goes_on: Whether there are more of them.
    """

    id: str
    text: str
    progress: str
    area: str
    next: str
    trail: list[Dot]
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many there are that are not put away."""

    wishes: int = 0
    soon: int = 0
    year: int = 0
    later: int = 0


@dataclass(frozen=True, slots=True)
class WishRow:
    """A wish as the plan shows it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as its goal shows it.

    Attributes:
        odd: The path bends at each second step.
        day: The day of the month of its date; empty without one.
        month: Its short month, with the year where that is another.
        weekly: Whether it comes back each week.
        noted: Whether there is a note on it.
        picked: Whether she picked it for today.
        seen: Whether somebody else sees it.
        told: Whether there is a note of somebody else on it that she has not read.
        gap: The first of the steps before it that do not show; empty if all do.
    """

    id: str
    text: str
    progress: str
    odd: bool
    day: str
    month: str
    weekly: bool
    noted: bool
    picked: bool
    seen: bool
    told: bool
    gap: str


@dataclass(frozen=True, slots=True)
class OtherText:
    """A text from another window, kept beside hers."""

    index: int
    text: str


def numbers(read: Plan) -> Numbers:
    """Return what the landscape says of a plan."""
    return Numbers(sum(not wish.put_away for wish in read.wishes), *(len(read.on(each)) for each in Horizon))


def goal_card(each: GoalWithSteps, today: date) -> GoalCard:
    """Return the card of a goal."""
    return GoalCard(
        id=each.goal.id,
        text=each.goal.text,
        progress=each.goal.progress.value,
        area=each.goal.area,
        next=next_step(each.shown, today),
        trail=[Dot(step.id, step.progress_on(today).value) for step in each.shown[:MOST_DOTS]],
        goes_on=len(each.shown) > MOST_DOTS,
    )


def next_step(steps: tuple[Step, ...], today: date) -> str:
    """Return the text of the first step under way, else of the first idea, else of one that rests."""
    for progress in _NEXT:
        for step in steps:
            if step.progress_on(today) is progress:
                return step.text
    return ""


def places_shown(ids: list[RecordId], room: int, *sought: str) -> list[int]:
    """Return the places of those that show: the first, the last ones, and those around any of *sought*."""
    around = [place for place, each in enumerate(ids) if each in sought]
    last = len(ids) - LAST_STEPS

    def shows(place: int) -> bool:
        return place < room or place >= last or any(abs(place - at) <= AROUND for at in around)

    return [place for place in range(len(ids)) if shows(place)]


def step_row(index: int, step: Step, read: Plan, today: date, language: Language, gap: str = "") -> StepRow:
    """Return the row of a step of the plan that was *read*, at *index* on the way."""
    memo, notes = read.memos.get(step.id), read.notes.get(step.id, ())
    day, month = day_leaf(step.day, today, language) if step.day else ("", "")
    return StepRow(
        id=step.id,
        text=step.text,
        progress=step.progress_on(today).value,
        odd=index % 2 == 0,
        day=day,
        month=month,
        weekly=step.weekly,
        noted=bool(notes) or (memo is not None and bool(memo.text.strip())),
        picked=step.picked == today,
        seen=read.seen.get(step.id, date.min) >= today,
        told=any(each.fresh for each in notes),
        gap=gap,
    )


def other_texts(record: Worded) -> list[OtherText]:
    """Return the texts kept beside the record's own, newest last."""
    return [OtherText(index, text) for index, text in enumerate(record.others)]
