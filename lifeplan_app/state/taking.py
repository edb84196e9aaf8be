"""Taking a suggestion into her plan: the words, hers to change first, then the goal."""

import reflex as rx

from lifeplan_app.core import plan, suggestions
from lifeplan_app.core.undo import Changed
from lifeplan_app.model.errors import CarnetError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Horizon
from lifeplan_app.model.text import one_line_at_least
from lifeplan_app.state.acting import act, kindly, look
from lifeplan_app.state.choices import GoalChoice
from lifeplan_app.state.putting import put
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.undo import UndoState

NEW_GOAL = "new"


class TakingState(rx.State):
    """The suggestion that she is taking.

    Attributes:
        id: Which; empty when there is none.
        text: Its words, as they are offered.
        changing: Whether its words are open for writing.
        goals: Her goals.
        goal: The goal it will lead to, or ``new``.
        horizon: Where a new goal stands.
        said: What is the matter with the words, beside them.
        said_goal: What is the matter with the title of the new goal, beside it.
    """

    id: str = ""
    text: str = ""
    changing: bool = False
    goals: list[GoalChoice] = []
    goal: str = NEW_GOAL
    horizon: str = Horizon.SHORT.value
    said: str = ""
    said_goal: str = ""

    @rx.event
    @kindly
    async def start(self, suggestion: str, changing: bool) -> None:
        """Open the sheet for that suggestion; *changing* its words, or as it stands."""
        found = await look(self, suggestions.suggestions)
        text = next((each.text for each in found if each.id == suggestion), "")
        read = await look(self, plan.read_plan)
        goals = [GoalChoice(each.goal.id, each.goal.text) for each in read.shown]
        self.reset()
        put(self, id=suggestion if text else "", text=text, changing=changing, goals=goals)
        put(self, goal=goals[0].id if goals else NEW_GOAL)

    @rx.event
    def change_words(self) -> None:
        """Open its words for writing."""
        self.changing = True

    @rx.event
    def choose_goal(self, goal: str) -> None:
        """Choose what it leads to."""
        put(self, goal=goal, said_goal="")

    @rx.event
    def choose_horizon(self, horizon: str) -> None:
        """Choose where the new goal stands."""
        self.horizon = Horizon(horizon).value

    @rx.event
    async def take(self, typed: dict[str, str]) -> None:
        """Take it. What cannot be kept is told beside its field, and what was typed stays there."""
        put(self, said="", said_goal="")
        if not await self._title_fits(str(typed.get("title", ""))):
            return
        try:
            taken = await self._take(str(typed.get("text", self.text)), str(typed.get("title", "")))
        except CarnetError as refusal:
            put(self, said=(await self.get_state(SessionState)).sentence(refusal))
            return
        await (await self.get_state(UndoState)).offer("undo.suggestion_taken", taken)
        self.reset()

    async def _title_fits(self, title: str) -> bool:
        if self.goal == NEW_GOAL:
            try:
                one_line_at_least(title)
            except CarnetError as refusal:
                put(self, said_goal=(await self.get_state(SessionState)).sentence(refusal))
                return False
        return True

    async def _take(self, text: str, title: str) -> Changed:
        suggestion = RecordId(self.id)
        if self.goal == NEW_GOAL:
            horizon = Horizon(self.horizon)
            return await act(self, suggestions.take_into_new_goal, suggestion, horizon, title, text)
        return await act(self, suggestions.take, suggestion, RecordId(self.goal), text)
