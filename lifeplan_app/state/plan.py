"""The plan: three horizons with their goals."""

from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import drafts, plan
from lifeplan_app.model.plan import Horizon, Plan
from lifeplan_app.state.acting import kindly, look
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import enter, shows
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.steps import FieldState, StepsState
from lifeplan_app.state.views import GoalCard, goal_card


class PlanState(rx.State):
    """What the plan shows.

    Attributes:
        soon: Goals of the near horizon, in her order.
        year: Goals of this year.
        later: Goals further away.
        loaded: Whether the plan has been read; before, a quiet outline shows.
        adding: The horizon on which a new goal is being typed, or nothing.
        typed: What was typed last in the field of the new goal.
    """

    soon: list[GoalCard] = []
    year: list[GoalCard] = []
    later: list[GoalCard] = []
    loaded: bool = False
    adding: str = ""
    typed: str = ""

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read the plan, and open the field in which a goal was being typed."""
        (await self.get_state(SaidState)).beside = {}  # a page that is loaded anew shows what is kept
        await reopen_plan(self)

    @rx.event
    @kindly
    async def start_adding(self, horizon: str) -> None:
        """Open the field for a new goal on *horizon*, with what was typed there before."""
        if horizon != self.adding:
            self.adding = Horizon(horizon).value
            self.typed = _typed_on(horizon, await look(self, plan.read_plan))

    @rx.event
    def stop_adding(self) -> None:
        """Close the field; what was typed stays a draft."""
        self.adding = ""


async def reopen_plan(state: BaseState) -> None:
    """Show the plan, and open the field in which a goal was being typed."""
    read = await enter(state, "plan")
    shown = await state.get_state(PlanState)
    if not shown.adding:
        shown.adding = next((each for each in Horizon if drafts.goal_place(each) in read.drafts), "")
        shown.typed = _typed_on(shown.adding, read)


@shows("plan")
async def show_plan(state: BaseState, read: Plan, today: date) -> None:
    """Show the plan, the goal that is open, the field in it."""
    shown = await state.get_state(PlanState)
    put(
        shown,
        soon=[goal_card(each, today) for each in read.on(Horizon.SHORT)],
        year=[goal_card(each, today) for each in read.on(Horizon.MEDIUM)],
        later=[goal_card(each, today) for each in read.on(Horizon.LONG)],
        loaded=True,
        typed=_typed_on(shown.adding, read),
    )
    opened = (await state.get_state(GoalState)).show(read)
    (await state.get_state(StepsState)).show(opened, read.drafts, today)
    (await state.get_state(FieldState)).show(read, opened)


def _typed_on(horizon: str, read: Plan) -> str:
    return read.drafts.get(drafts.goal_place(Horizon(horizon)), "") if horizon else ""
