"""One goal, opened: where it stands, on which horizon, and its end."""

import reflex as rx

from lifeplan_app.core import marks, plan
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import GoalWithSteps, Horizon, Plan, Progress
from lifeplan_app.state.acting import act, kindly, today_of
from lifeplan_app.state.putting import put
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.windows import WINDOWS


class GoalState(rx.State):
    """The goal that is open in this window.

    Attributes:
        goal_id: Which; empty when the plan shows.
        text: Its title, in her words.
        progress: Where it stands.
        horizon: How far away it is.
        area: Its area of life: the value of one of the eight, a word of her own, or nothing.
    """

    goal_id: str = ""
    text: str = ""
    progress: str = ""
    horizon: str = ""
    area: str = ""

    @rx.event
    @kindly
    async def open_goal(self, goal_id: str) -> None:
        """Show a goal with its steps."""
        self.goal_id = goal_id
        await WINDOWS.refresh(self)

    @rx.event
    def close_goal(self) -> None:
        """Go back to the plan."""
        self.goal_id = ""

    @rx.event
    @kindly
    async def choose(self, record_id: str, progress: str) -> None:
        """Let the goal or one of its steps stand where she says. Any state may follow any other."""
        changed = await act(
            self, marks.set_progress, RecordId(record_id), Progress(progress), await today_of(self)
        )
        await (await self.get_state(UndoState)).offer("undo.progress", changed)

    @rx.event
    @kindly
    async def move(self, horizon: str) -> None:
        """Put the goal on another horizon."""
        moved = await act(self, marks.set_horizon, RecordId(self.goal_id), Horizon(horizon))
        await (await self.get_state(UndoState)).offer("undo.moved", moved)

    @rx.event
    @kindly
    async def remove(self, record_id: str) -> None:
        """Delete the goal with its steps, or one step; ten seconds to take it back."""
        whole = record_id == self.goal_id
        removed = await act(self, plan.delete, RecordId(record_id))
        await (await self.get_state(UndoState)).offer(
            "undo.goal_gone" if whole else "undo.step_gone", removed
        )

    @rx.event
    @kindly
    async def put_away(self, record_id: str) -> None:
        """Put the goal or one step away, where it is found again."""
        whole = record_id == self.goal_id
        away = await act(self, plan.put_away, RecordId(record_id))
        await (await self.get_state(UndoState)).offer("undo.goal_away" if whole else "undo.step_away", away)

    def show(self, read: Plan) -> GoalWithSteps | None:
        """Show the open goal as it stands in *read*, and return it; the plan shows if it is there no more."""
        for each in read.shown:
            if each.goal.id == self.goal_id:
                goal = each.goal
                put(
                    self,
                    text=goal.text,
                    progress=goal.progress.value,
                    horizon=goal.horizon.value,
                    area=goal.area,
                )
                return each
        put(self, goal_id="", text="", area="")
        return None
