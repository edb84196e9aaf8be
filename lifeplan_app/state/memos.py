"""Notes: the one on the open goal, and the one on the open step."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import reflex as rx

from lifeplan_app.core import words
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import GoalWithSteps, Memo, Step
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.putting import put
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.views import OtherText, other_texts


@dataclass(frozen=True, slots=True)
class MemoView:
    """A note as a page shows it; its version is 0 where there is none yet."""

    id: str = ""
    text: str = ""
    version: int = 0
    others: list[OtherText] = field(default_factory=list[OtherText])


class MemoState(rx.State):
    """The notes that can be read and written in this window.

    Attributes:
        of_goal: The note on the open goal.
        of_step: The note on the open step.
        opened: The goal or step whose note she opened for writing.
    """

    of_goal: MemoView = MemoView()
    of_step: MemoView = MemoView()
    opened: str = ""

    @rx.event
    def open_memo(self, of: str) -> None:
        """Open the note on a goal or a step for writing."""
        self.opened = of

    @rx.event
    def close_memo(self) -> None:
        """Close the note; what was written is kept."""
        self.opened = ""

    @rx.event
    @kindly
    async def take_other(self, memo_id: str, index: int) -> None:
        """Put the other text in the place of the note."""
        taken = await act(self, words.take_other, RecordId(memo_id), index)
        await (await self.get_state(UndoState)).offer("undo.text", taken)

    @rx.event
    @kindly
    async def drop_other(self, memo_id: str, index: int) -> None:
        """Let the other text go."""
        dropped = await act(self, words.drop_other, RecordId(memo_id), index)
        await (await self.get_state(UndoState)).offer("undo.text", dropped)

    def show(self, memos: Mapping[RecordId, Memo], opened: GoalWithSteps | None, step: Step | None) -> None:
        """Show the notes on the goal and the step that are open."""
        there = {opened.goal.id, *(each.id for each in opened.shown)} if opened else set()
        put(
            self,
            of_goal=_view(memos.get(opened.goal.id) if opened else None),
            of_step=_view(memos.get(step.id) if step else None),
            opened=self.opened if self.opened in there else "",
        )


def _view(memo: Memo | None) -> MemoView:
    if memo is None:
        return MemoView()
    return MemoView(memo.id, memo.text, memo.version, other_texts(memo))
