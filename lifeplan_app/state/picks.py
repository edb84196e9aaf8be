"""What she may pick for the day; sent once she has asked for it."""

from collections.abc import Sequence
from datetime import date

import reflex as rx

from lifeplan_app.core import marks
from lifeplan_app.core.today import StepOf
from lifeplan_app.model.ids import RecordId
from lifeplan_app.state.acting import act, kindly, today_of
from lifeplan_app.state.day_views import PicksOfGoal, picks_by_goal
from lifeplan_app.state.putting import put
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.windows import WINDOWS

MOST_PICKS = 60
"""Until she asks for more: a phone draws so many at once."""


class PicksState(rx.State):
    """The steps that she may pick.

    Attributes:
        some: Whether there is anything to pick.
        goals: What there is, goal by goal, once she has asked to see it.
        goes_on: Whether there is more than shows.
    """

    some: bool = False
    goals: list[PicksOfGoal] = []
    goes_on: bool = False
    _room: int = 0

    @rx.event
    @kindly
    async def start(self) -> None:
        """List the first of them."""
        self._room = MOST_PICKS
        await WINDOWS.refresh(self)

    @rx.event
    @kindly
    async def show_more(self) -> None:
        """List more of very many."""
        self._room += MOST_PICKS
        await WINDOWS.refresh(self)

    @rx.event
    @kindly
    async def pick(self, step_id: str) -> None:
        """Pick a step for this day."""
        picked = await act(self, marks.pick, RecordId(step_id), await today_of(self))
        await (await self.get_state(UndoState)).offer("undo.picked", picked)

    def show(self, steps: Sequence[StepOf], at: date) -> None:
        """Show which *steps* she may pick on the day *at*."""
        listed = steps[: self._room]
        put(
            self,
            some=bool(steps),
            goals=picks_by_goal(listed, at),
            goes_on=0 < len(listed) < len(steps),
        )
