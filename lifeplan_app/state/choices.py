"""What else can be chosen for the open step: its date, its week, the goal it leads to."""

from dataclasses import dataclass
from datetime import date

import reflex as rx

from lifeplan_app.core import order
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan, Step
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.putting import put
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.windows import WINDOWS


@dataclass(frozen=True, slots=True)
class GoalChoice:
    """A goal that a step can be moved to."""

    id: str
    text: str


class ChoiceState(rx.State):
    """The choices of the step that is open.

    Attributes:
        step_id: Which; empty when none is open.
        day: Its date as a date field holds it; empty without one.
        weekly: Whether it comes back each week.
        picked: Whether she picked it for today.
        goals: The goals it could lead to; sent only once she has asked for more choices.
    """

    step_id: str = ""
    day: str = ""
    weekly: bool = False
    picked: bool = False
    goals: list[GoalChoice] = []
    _asked: bool = False

    @rx.event
    @kindly
    async def list_goals(self) -> None:
        """Send the goals that the step could lead to."""
        self._asked = True
        await WINDOWS.refresh(self)

    @rx.event
    @kindly
    async def to_goal(self, goal_id: str) -> None:
        """Let the open step lead to another goal, as its last step."""
        moved = await act(self, order.move, RecordId(self.step_id), None, goal_id)
        await (await self.get_state(UndoState)).offer("undo.moved", moved)

    def show(self, read: Plan, step: Step | None, today: date) -> None:
        """Show the choices of *step*, which is open."""
        self._asked = self._asked and step is not None
        put(
            self,
            step_id=step.id if step else "",
            day=step.day.isoformat() if step and step.day else "",
            weekly=step is not None and step.weekly,
            picked=step is not None and step.picked == today,
            goals=[GoalChoice(each.goal.id, each.goal.text) for each in read.shown] if self._asked else [],
        )
