"""Her strengths, in her words and her order."""

from dataclasses import dataclass
from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import drafts, plan
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import shows
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.undo import UndoState


@dataclass(frozen=True, slots=True)
class StrengthRow:
    """A strength as her own page shows it."""

    id: str
    text: str


class StrengthsState(rx.State):
    """What her own page shows of them.

    Attributes:
        loaded: Whether they have been read.
        rows: All of them, in her order.
        adding: Whether the field of a new one is open.
        typed: What was typed last in it.
    """

    loaded: bool = False
    rows: list[StrengthRow] = []
    adding: bool = False
    typed: str = ""

    @rx.event
    def start_adding(self) -> None:
        """Open the field of a new one."""
        self.adding = True

    @rx.event
    def stop_adding(self) -> None:
        """Close the field; what was typed stays a draft."""
        self.adding = False

    @rx.event
    @kindly
    async def remove(self, strength_id: str) -> None:
        """Delete a strength; ten seconds to take it back."""
        gone = await act(self, plan.delete, RecordId(strength_id))
        await (await self.get_state(UndoState)).offer("undo.strength_gone", gone)

    def show(self, read: Plan) -> None:
        """Show them as they stand in *read*."""
        rows = [StrengthRow(each.id, each.text) for each in read.strengths]
        typed = read.drafts.get(drafts.STRENGTH_PLACE, "")
        put(self, rows=rows, typed=typed, adding=self.adding or bool(typed), loaded=True)


@shows("me")
async def show_strengths(state: BaseState, read: Plan, today: date) -> None:  # noqa: ARG001 - what each is given
    """Show her strengths, and the one that is open for writing; a step that is open stays so meanwhile."""
    (await state.get_state(StrengthsState)).show(read)
    opened = (await state.get_state(GoalState)).show(read)
    (await state.get_state(FieldState)).show(read, opened)
