"""The steps of the open goal, and the one text that is open for writing."""

import reflex as rx

from lifeplan_app.core import drafts, words
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import GoalWithSteps, Plan, Worded
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.putting import put
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.views import MOST_STEPS, OtherText, StepRow, other_texts, places_shown
from lifeplan_app.state.windows import WINDOWS


class StepsState(rx.State):
    """The way to the open goal.

    Attributes:
        rows: Its steps, in her order; a done step stays where it is. Of very many, some.
        typed: What was typed last in the field of a new step.
    """

    rows: list[StepRow] = []
    typed: str = ""
    _room: int = MOST_STEPS
    _sought: str = ""
    _goal_id: str = ""

    @rx.event
    @kindly
    async def show_more(self) -> None:
        """Show more of very many steps."""
        self._room += MOST_STEPS
        await WINDOWS.refresh(self)

    def keep_in_sight(self, record_id: str) -> None:
        """Let the step show wherever it stands."""
        self._sought = record_id

    def places(self, opened: GoalWithSteps | None, open_id: str) -> list[int]:
        """Return which steps of *opened* show: the first, the last, and those around the one that is open."""
        if opened is None:
            return []
        if opened.goal.id != self._goal_id:
            self._goal_id, self._room = opened.goal.id, MOST_STEPS
        return places_shown([step.id for step in opened.shown], self._room, open_id, self._sought)

    def show(self, opened: GoalWithSteps | None, rows: list[StepRow], typed: dict[str, str]) -> None:
        """Show the *rows* of *opened*, and what was *typed* under it."""
        put(self, rows=rows, typed=typed.get(drafts.step_place(opened.goal.id), "") if opened else "")


class FieldState(rx.State):
    """The text that is open for writing: the goal's title, one step, a wish, a strength, a board, an item.

    Attributes:
        record_id: Whose text; empty when none is open.
        text: The text as it is kept.
        version: The version of the record that holds it, named by the next write.
        others: Texts from other windows, kept beside it.
    """

    record_id: str = ""
    text: str = ""
    version: int = 0
    others: list[OtherText] = []

    @rx.event
    @kindly
    async def open_field(self, record_id: str) -> None:
        """Open a text for writing; the one that was open closes, saved already."""
        self.record_id = record_id
        await WINDOWS.refresh(self)

    @rx.event
    def close_field(self) -> None:
        """Close the text."""
        self.record_id = ""

    @rx.event
    @kindly
    async def take_other(self, index: int) -> None:
        """Put the other text in the place of the text."""
        taken = await act(self, words.take_other, RecordId(self.record_id), index)
        await (await self.get_state(UndoState)).offer("undo.text", taken)

    @rx.event
    @kindly
    async def drop_other(self, index: int) -> None:
        """Let the other text go."""
        dropped = await act(self, words.drop_other, RecordId(self.record_id), index)
        await (await self.get_state(UndoState)).offer("undo.text", dropped)

    def show(self, read: Plan, opened: GoalWithSteps | None = None) -> Worded | None:
        """Show the open text as it is kept now, and return what holds it.

        It closes if it is gone, or in a goal that is not open.
        """
        within = (opened.goal, *opened.shown) if opened else ()
        wishes = (wish for wish in read.wishes if not wish.put_away)
        lying = (each for on in read.boards for each in (on.board, *on.items))
        open_to_her: tuple[Worded, ...] = (*within, *wishes, *read.strengths, *lying)
        record = next((each for each in open_to_her if each.id == self.record_id), None)
        if record is None:
            put(self, record_id="", text="", version=0, others=[])
        else:
            put(self, text=record.text, version=record.version, others=other_texts(record))
        return record
