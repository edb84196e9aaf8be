"""The plan: three horizons with their goals."""

from collections.abc import Sequence
from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import drafts
from lifeplan_app.model.plan import GoalWithSteps, Horizon, Plan
from lifeplan_app.state.acting import kindly
from lifeplan_app.state.filter import FilterState
from lifeplan_app.state.opened import show_opened
from lifeplan_app.state.pane import Pane, PaneState
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import enter, shows
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.views import GoalCard, Numbers, goal_card, numbers
from lifeplan_app.state.windows import WINDOWS

MOST_CARDS = 60
"""On each horizon, until she asks for more: a phone draws so many at once."""


class PlanState(rx.State):
    """What the plan shows.

    Attributes:
        soon: Goals of the near horizon, in her order.
        year: Goals of this year.
        later: Goals further away.
        numbers: How many wishes and goals she has, whatever shows of them.
        rest: For each horizon with more goals than show, the first of the others.
        loaded: Whether the plan has been read; before, a quiet outline shows.
        adding: The horizon on which a new goal is being typed, or nothing.
        typed: What was typed last in the field of the new goal.
    """

    soon: list[GoalCard] = []
    year: list[GoalCard] = []
    later: list[GoalCard] = []
    numbers: Numbers = Numbers()
    rest: dict[str, str] = {}
    loaded: bool = False
    adding: str = ""
    typed: str = ""
    _rooms: dict[str, int] = {}
    _sought: str = ""

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read the plan, and open the field in which a goal was being typed."""
        (await self.get_state(SaidState)).beside = {}  # a page that is loaded anew shows what is kept
        (await self.get_state(PaneState)).name = Pane.PLAN.value
        await reopen_plan(self)

    @rx.event
    @kindly
    async def start_adding(self, horizon: str) -> None:
        """Open the field for a new goal on *horizon*, with what was typed there before."""
        if horizon != self.adding:
            self.adding = Horizon(horizon).value
            (await self.get_state(FilterState)).area = ""  # what she adds shall show
            await WINDOWS.refresh(self)

    @rx.event
    @kindly
    async def show_more(self, horizon: str) -> None:
        """Show more goals of *horizon*."""
        self._rooms = self._rooms | {horizon: self._room(Horizon(horizon)) + MOST_CARDS}
        await WINDOWS.refresh(self)

    @rx.event
    def stop_adding(self) -> None:
        """Close the field; what was typed stays a draft."""
        self.adding = ""

    def keep_in_sight(self, record_id: str) -> None:
        """Let the goal show wherever it stands."""
        self._sought = record_id

    def show(self, read: Plan, today: date, area: str) -> None:
        """Show the goals of *read* that are in *area*; all of them without one."""
        adding = "" if area else self.adding  # a goal that is new has no area
        goals = {each: [one for one in read.on(each) if area in ("", one.goal.area)] for each in Horizon}
        rooms = {horizon: self._room(horizon, goals[horizon]) for horizon in Horizon}
        soon, year, later = (
            [goal_card(each, today) for each in goals[horizon][: rooms[horizon]]] for horizon in Horizon
        )
        put(
            self,
            soon=soon,
            year=year,
            later=later,
            numbers=numbers(read),
            rest={
                each.value: goals[each][rooms[each]].goal.id
                for each in Horizon
                if len(goals[each]) > rooms[each]
            },
            adding=adding,
            typed=_typed_on(adding, read),
            loaded=True,
        )

    def _room(self, horizon: Horizon, goals: Sequence[GoalWithSteps] = ()) -> int:
        """Return how many of *goals* show: so many that the one that is sought is among them."""
        places = [place for place, each in enumerate(goals, 1) if each.goal.id == self._sought]
        return max(self._rooms.get(horizon.value, MOST_CARDS), *places, 0)


async def reopen_plan(state: BaseState) -> None:
    """Show the plan, and open the field in which a goal was being typed."""
    read = await enter(state, "plan")
    shown = await state.get_state(PlanState)
    if not shown.adding:
        shown.adding = next((each for each in Horizon if drafts.goal_place(each) in read.drafts), "")
        shown.typed = _typed_on(shown.adding, read)


@shows("plan")
async def show_plan(state: BaseState, read: Plan, today: date) -> None:
    """Show the plan, and the goal that is open."""
    area = (await state.get_state(FilterState)).show(read)
    (await state.get_state(PlanState)).show(read, today, area)
    await show_opened(state, read, today)


def _typed_on(horizon: str, read: Plan) -> str:
    return read.drafts.get(drafts.goal_place(Horizon(horizon)), "") if horizon else ""
