"""Finding her words again: without accents or case mattering, in any script."""

import sys
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Final

from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Goal, Plan, Step, Stored, Worded

MOST_FOUND = 50

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
        alone = isinstance(self.record, Stored) and self.record.put_away
        return self.record.id if alone or self.goal is None else self.goal.id


def fold(text: str) -> str:
    """Return *text* as it is compared: accents, case, vowel signs and joined letters do not count."""
    return unicodedata.normalize("NFKD", text).casefold().translate(_FOLDED)


def search(plan: Plan, query: str, most: int = MOST_FOUND) -> tuple[Found, ...]:
    """Return what holds every word of *query*, in its text or in the note on it, in her order.

    Goals come first, then steps, wishes and strengths; at most *most* of them.
    """
    wanted = fold(query).split()
    if not wanted:
        return ()
    hits = (found for found in _everything(plan) if _holds(plan, found.record, wanted))
    return tuple(found for found, _ in zip(hits, range(most), strict=False))


def again(plan: Plan, ids: Container[RecordId]) -> tuple[Found, ...]:
    """Return what was found before, as it stands now; what is gone meanwhile is not among it."""
    return tuple(found for found in _everything(plan) if found.record.id in ids)


def put_away(plan: Plan) -> tuple[Found, ...]:
    """Return what she put away, without the steps that went with their goal."""
    return tuple(
        found for found in _everything(plan) if isinstance(found.record, Stored) and found.record.put_away
    )


def _holds(plan: Plan, record: Worded, wanted: list[str]) -> bool:
    memo = plan.memos.get(record.id)
    text = fold(f"{record.text}\n{memo.text}" if memo else record.text)
    return all(word in text for word in wanted)


def _everything(plan: Plan) -> Iterator[Found]:
    for each in plan.goals:
        yield Found(each.goal, None, each.goal.put_away)
    for each in plan.goals:
        yield from (Found(step, each.goal, _is_away(step, each.goal)) for step in each.steps)
    yield from (Found(wish, None, wish.put_away) for wish in plan.wishes)
    yield from (Found(strength, None, put_away=False) for strength in plan.strengths)


def _is_away(step: Step, goal: Goal) -> bool:
    return step.put_away or goal.put_away
