"""Today: what she picked, what is near, one of her strengths."""

import contextlib
from datetime import date

import reflex as rx
from reflex.event import EventSpec
from reflex.state import BaseState

from lifeplan_app import routes
from lifeplan_app.core import marks, today
from lifeplan_app.i18n.dates import day_in_words
from lifeplan_app.model.account import Language
from lifeplan_app.model.errors import StoreError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan
from lifeplan_app.state.acting import act, act_unseen, kindly, today_of
from lifeplan_app.state.day_views import DayStep, day_step
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.picks import PicksState
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import enter, shows
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import session_of
from lifeplan_app.state.undo import UndoState


class TodayState(rx.State):
    """What the day shows.

    Attributes:
        loaded: Whether it has been read; before, a quiet outline shows.
        day: The day in words, where she is.
        back: Whether she is back after an absence.
        started: Whether there is anything in her plan.
        picked: What she picked for this day.
        coming: Other steps whose date is near, before or after.
        strength: One of hers; empty if she has named none.
    """

    loaded: bool = False
    day: str = ""
    back: bool = False
    started: bool = False
    picked: list[DayStep] = []
    coming: list[DayStep] = []
    strength: str = ""

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read the day, and note that she was here."""
        (await self.get_state(SaidState)).beside = {}
        await enter(self, "today")
        with contextlib.suppress(StoreError):  # the day shows all the same
            self.back |= await act_unseen(self, today.visit, await today_of(self))

    @rx.event
    @kindly
    async def drop(self, step_id: str) -> None:
        """Take a step off this day; it stays in the plan."""
        dropped = await act(self, marks.pick, RecordId(step_id), None)
        await (await self.get_state(UndoState)).offer("undo.dropped", dropped)

    @rx.event
    @kindly
    async def open_goal(self, goal_id: str) -> EventSpec:
        """Go to a goal, which stands on the page of the plan."""
        (await self.get_state(GoalState)).goal_id = goal_id
        await enter(self, "plan")
        return rx.redirect(routes.visited(routes.PLAN), replace=True)

    def show(self, read: Plan, seen: today.Today, at: date, language: Language) -> None:
        """Show the day *at*, as *seen* in what was *read*."""
        put(
            self,
            day=day_in_words(at, language),
            started=bool(read.shown),
            picked=[day_step(each, at, language) for each in seen.picked],
            coming=[day_step(each, at, language) for each in seen.coming],
            strength=seen.strength.text if seen.strength else "",
            loaded=True,
        )


@shows("today")
async def show_today(state: BaseState, read: Plan, at: date) -> None:
    """Show the day."""
    seen = today.look_at(read, at)
    (await state.get_state(TodayState)).show(read, seen, at, (await session_of(state)).language)
    (await state.get_state(PicksState)).show(seen.to_pick, at)
