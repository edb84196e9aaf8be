"""What others who have been there offer her. Nothing of it is in her plan before she takes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import linking, suggestions
from lifeplan_app.model.account import Actor
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan
from lifeplan_app.model.sharing import Answer, Standing, Suggestion
from lifeplan_app.state.acting import act, kindly, look
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import shows
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.windows import WINDOWS
from lifeplan_app.store.unit import UnitOfWork

MOST_SHOWN = 20
MOST_OF_DAY = 3


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """One suggestion as it shows.

    Attributes:
        id: Which.
        by: Who offers it.
        initial: The first letter of that name.
        text: The step.
        word: What is said beside it; empty for nothing.
        answer: What became of it: the value of an `Answer`.
        can_thank: Whether a thank-you can still go back.
        thanked: Whether one went.
    """

    id: str
    by: str
    initial: str
    text: str
    word: str
    answer: str
    can_thank: bool
    thanked: bool


class SuggestedState(rx.State):
    """The suggestions that show.

    Attributes:
        rows: On the page of sharing: all but those she let go, the newest first; of very many, some.
        goes_on: Whether there are more.
        of_day: On the page of the day: the newest few that she has not answered.
    """

    rows: list[SuggestionRow] = []
    goes_on: bool = False
    of_day: list[SuggestionRow] = []
    _room: int = MOST_SHOWN

    @rx.event
    @kindly
    async def keep_for_later(self, suggestion: str) -> None:
        """Keep it for later; nobody hears of it."""
        kept = await act(self, suggestions.answer, RecordId(suggestion), Answer.KEPT)
        await (await self.get_state(UndoState)).offer("undo.suggestion_kept", kept)

    @rx.event
    @kindly
    async def let_go(self, suggestion: str) -> None:
        """Let it go; nobody hears of it."""
        gone = await act(self, suggestions.answer, RecordId(suggestion), Answer.DROPPED)
        await (await self.get_state(UndoState)).offer("undo.suggestion_gone", gone)

    @rx.event
    @kindly
    async def show_more(self) -> None:
        """Show more of very many."""
        self._room += MOST_SHOWN
        await WINDOWS.refresh(self)

    def show(self, rows: list[SuggestionRow]) -> None:
        """Show *rows*."""
        put(self, rows=rows[: self._room], goes_on=len(rows) > self._room)

    def show_day(self, rows: Iterable[SuggestionRow]) -> None:
        """Show the newest of *rows* that wait for her."""
        waiting = [each for each in rows if each.answer == Answer.OFFERED.value]
        put(self, of_day=waiting[:MOST_OF_DAY])


@shows("shown")
async def show_suggestions(state: BaseState, read: Plan, at: date) -> None:  # noqa: ARG001 - what each is given
    """Show all of them."""
    (await state.get_state(SuggestedState)).show(await look(state, _rows))


@shows("today")
async def show_suggestions_of_day(state: BaseState, read: Plan, at: date) -> None:  # noqa: ARG001 - as above
    """Show the newest few."""
    (await state.get_state(SuggestedState)).show_day(await look(state, _rows))


def _rows(uow: UnitOfWork, actor: Actor) -> list[SuggestionRow]:
    found = suggestions.suggestions(uow, actor)
    if not found:
        return []
    hear = {
        contact.id
        for contact, standing in linking.contacts(uow, actor)
        if standing in {Standing.OPEN, Standing.RESTING}
    }
    return [_row(each, heard=each.contact in hear) for each in found]


def _row(suggestion: Suggestion, *, heard: bool) -> SuggestionRow:
    answered = suggestion.answer in {Answer.TAKEN, Answer.KEPT}
    return SuggestionRow(
        id=suggestion.id,
        by=suggestion.by,
        initial=suggestion.by[:1].upper(),
        text=suggestion.text,
        word=suggestion.word,
        answer=suggestion.answer.value,
        can_thank=answered and heard and not suggestion.thanked,
        thanked=suggestion.thanked,
    )
