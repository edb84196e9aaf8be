"""What she sets on a goal or a step with one tap or one small field: area, date, week, day."""

import reflex as rx

from lifeplan_app.core import marks
from lifeplan_app.core.undo import Changed
from lifeplan_app.model.errors import CarnetError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.state.acting import act, kindly, today_of
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.undo import UndoState


class MarkState(rx.State):
    """Sets, and holds nothing: what is set shows where it belongs."""

    @rx.event
    @kindly
    async def choose_area(self, area: str) -> None:
        """Give the open goal one of the eight areas of life, or none."""
        goal = await self.get_state(GoalState)
        (await self.get_state(SaidState)).forget(_place("area", goal.goal_id))
        await self._offer(await act(self, marks.set_area, RecordId(goal.goal_id), area))

    @rx.event
    @kindly
    async def mark(self, place: str, value: str) -> None:
        """Keep the small field *place*: ``day:`` and a step, or ``area:`` and a goal.

        What cannot be kept is told at the field, and stays in it.
        """
        said = await self.get_state(SaidState)
        try:
            changed = await act(self, marks.write_mark, place, value)
        except CarnetError as refusal:
            await said.tell(place, refusal)
            return
        said.forget(place)
        if changed is not None:
            await self._offer(changed)

    @rx.event
    @kindly
    async def pick(self, step_id: str, picked: bool) -> None:
        """Pick a step for today, or leave it out again."""
        day = await today_of(self) if picked else None
        done = await act(self, marks.pick, RecordId(step_id), day)
        await (await self.get_state(UndoState)).offer("undo.picked" if picked else "undo.dropped", done)

    @rx.event
    @kindly
    async def repeat(self, step_id: str, weekly: bool) -> None:
        """Let a step come back each week, or no more."""
        today = await today_of(self)
        await self._offer(await act(self, marks.set_weekly, RecordId(step_id), today, weekly=weekly))

    async def _offer(self, changed: Changed) -> None:
        await (await self.get_state(UndoState)).offer("undo.progress", changed)


def _place(kind: str, record_id: str) -> str:
    return f"{kind}:{record_id}"
