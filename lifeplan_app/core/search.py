"""Finding her words again: without accents or case mattering, in any script."""

import sys
import unicodedata
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from lifeplan_app.core.plan import read_plan
from lifeplan_app.model.account import Actor
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Goal, LifeArea, Plan, Stored, Worded
from lifeplan_app.store.unit import UnitOfWork

_ALIKE: Final = {
    "\N{LATIN SMALL LIGATURE OE}": "oe",
    "\N{LATIN SMALL LETTER AE}": "ae",
    "\N{LATIN SMALL LETTER O WITH STROKE}": "o",
    "\N{LATIN SMALL LETTER L WITH STROKE}": "l",
    "\N{LATIN SMALL LETTER D WITH STROKE}": "d",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{MODIFIER LETTER APOSTROPHE}": "'",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{EN DASH}": "-",
    # As Arabic is often typed.
    "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC TATWEEL}": "",
}
_AREAS: Final = frozenset(LifeArea)
_MARKS: Final = ("Mn", "Me", "Cf")
_FOLDED: Final = {
    **{code: None for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in _MARKS},
    **{ord(letter): plain for letter, plain in _ALIKE.items()},
}


@dataclass(frozen=True, slots=True)
class Found:
    """Something of hers that holds the words she looked for.

    Attributes:
        record: A goal, a step, a wish or a strength.
        goal: For a step, the goal it leads to.
        put_away: Whether it, or the goal it leads to, is put away.
    """

    record: Worded
    goal: Goal | None
    put_away: bool

    @property
    def shelf_id(self) -> RecordId:
        """What stands for it among what is put away: itself, or the goal that it went with."""
        return self.record.id if _is_away(self.record) or self.goal is None else self.goal.id


def fold(text: str) -> str:
    """Return *text* as it is compared: accents, case, vowel signs and joined letters do not count."""
    if text.isascii():
        return text.lower()  # what the rest would come to, several times as fast
    return unicodedata.normalize("NFKD", text).casefold().translate(_FOLDED)


def look_for(
    uow: UnitOfWork, actor: Actor, query: str, names: Mapping[str, str]
) -> tuple[Plan, tuple[Found, ...]]:
    """Return her plan, and what in it holds every word of *query*; *names* as for `search`.

    Raises:
        NotAllowedError: The actor has no plan.
        SealError: A record does not open.
        SessionOverError: The actor's keys are gone.
    """
    plan = read_plan(uow, actor)
    return plan, search(plan, query, names)


def search(plan: Plan, query: str, names: Mapping[str, str]) -> tuple[Found, ...]:
    """Return all that holds every word of *query*, in her order: goals, steps, wishes, strengths.

    A word counts in its text, in the note on it, in the texts kept beside either, and for a goal in
    the name of its area: a word of her own, or what *names* has for the message of one of the eight.
    """
    wanted = fold(query).split()
    if not wanted:
        return ()
    return tuple(_found(*each) for each in _everything(plan) if _holds(plan, each[0], wanted, names))


def again(plan: Plan, ids: Container[RecordId]) -> tuple[Found, ...]:
    """Return what was found before, as it stands now; what is gone meanwhile is not among it."""
    return tuple(_found(*each) for each in _everything(plan) if each[0].id in ids)


def put_away(plan: Plan) -> tuple[Found, ...]:
    """Return what she put away, without the steps that went with their goal."""
    return tuple(_found(*each) for each in _everything(plan) if _is_away(each[0]))


def _holds(plan: Plan, record: Worded, wanted: list[str], names: Mapping[str, str]) -> bool:
    texts = [record.text, *record.others]
    memo = plan.memos.get(record.id)
    if memo is not None:
        texts += memo.text, *memo.others
    if isinstance(record, Goal):
        texts.append(_area_of(record, names))
    text = fold("\n".join(texts))
    return all(word in text for word in wanted)


def _area_of(goal: Goal, names: Mapping[str, str]) -> str:
    """Return what she reads as the area of *goal*."""
    return names.get(f"area.{goal.area}", "") if goal.area in _AREAS else goal.area


def _everything(plan: Plan) -> Iterator[tuple[Worded, Goal | None]]:
    """Yield each record that can be found; with each step the goal it leads to."""
    for each in plan.goals:
        yield each.goal, None
    for each in plan.goals:
        for step in each.steps:
            yield step, each.goal
    for record in chain(plan.wishes, plan.strengths):
        yield record, None


def _found(record: Worded, goal: Goal | None) -> Found:
    return Found(record, goal, _is_away(record) or (goal is not None and goal.put_away))


def _is_away(record: Worded) -> bool:
    return isinstance(record, Stored) and record.put_away
