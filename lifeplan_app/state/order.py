"""Her order: one move for a drop, for a button, for a key."""

import reflex as rx

from lifeplan_app.core import order
from lifeplan_app.model.ids import RecordId
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.steps import StepsState
from lifeplan_app.state.undo import UndoState


class OrderState(rx.State):
    """Moves, and holds nothing: what moved shows where it is now."""

    @rx.event
    @kindly
    async def move(self, record_id: str, before: str, into: str) -> None:
        """Put a goal, a step, a wish or a strength before another, or last; perhaps elsewhere."""
        await self._keep_in_sight(record_id)
        last = RecordId(before) if before else None
        moved = await act(self, order.move, RecordId(record_id), last, into or None)
        await (await self.get_state(UndoState)).offer("undo.moved", moved)

    @rx.event
    @kindly
    async def nudge(self, record_id: str, by: int) -> None:
        """Put it one place earlier (-1) or later (1); where there is no further, nothing happens."""
        await self._keep_in_sight(record_id)
        moved = await act(self, order.nudge, RecordId(record_id), -1 if by < 0 else 1)
        if moved is not None:
            await (await self.get_state(UndoState)).offer("undo.moved", moved)

    async def _keep_in_sight(self, record_id: str) -> None:
        for shown in (PlanState, StepsState):
            (await self.get_state(shown)).keep_in_sight(record_id)
