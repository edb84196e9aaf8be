"""Finding her words again. What she looks for is kept nowhere, only what was found."""

from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app import routes
from lifeplan_app.core import plan, search
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan, Strength, Wish
from lifeplan_app.state.acting import kindly, look
from lifeplan_app.state.found import FoundGroup, by_kind
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.pane import Pane, PaneState
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import shows
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.shelf import ShelfState
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.windows import WINDOWS

MOST_LETTERS = 200
MOST_OF_A_KIND = 20
"""Until she asks for more; of each by itself, so that many steps do not keep a wish from her."""


class SearchState(rx.State):
    """What was found.

    Attributes:
        groups: By what it is: goals, steps, wishes, strengths; the first of each.
        count: How many there are in all, those that do not show too.
        goes_on: Whether there is more than shows.
        asked: Whether there was a word to look for.
    """

    groups: list[FoundGroup] = []
    count: int = 0
    goes_on: bool = False
    asked: bool = False
    _ids: frozenset[RecordId] = frozenset()
    _room: int = MOST_OF_A_KIND

    @rx.event
    @kindly
    async def look_for(self, words: str) -> None:
        """Show the first of each kind that holds *words*."""
        names = dict((await self.get_state(SessionState)).own)
        read, found = await look(self, search.look_for, words[:MOST_LETTERS], names)
        self._ids = frozenset(each.record.id for each in found)
        self._room = MOST_OF_A_KIND
        self.asked = bool(words.strip())
        self.show(read)

    @rx.event
    @kindly
    async def show_more(self) -> None:
        """Show more of each kind."""
        self._room += MOST_OF_A_KIND
        await WINDOWS.refresh(self)

    @rx.event
    @kindly
    async def open_found(self, record_id: str) -> rx.event.EventSpec | None:
        """Go to where something that was found has its place."""
        read = await look(self, plan.read_plan)
        found = next(iter(search.again(read, {RecordId(record_id)})), None)
        if found is not None and isinstance(found.record, Strength):
            return rx.redirect(routes.visited(routes.ME), replace=True)
        if found is not None:
            await self._go(found)
        await WINDOWS.refresh(self)
        return None

    async def _go(self, found: search.Found) -> None:
        pane, field = await self.get_state(PaneState), await self.get_state(FieldState)
        if found.put_away:
            pane.name = Pane.AWAY.value
            (await self.get_state(ShelfState)).sought = found.shelf_id
        elif isinstance(found.record, Wish):
            pane.name, field.record_id = Pane.PLAN.value, found.record.id
        else:
            within = found.goal
            (await self.get_state(GoalState)).goal_id = within.id if within else found.record.id
            field.record_id = found.record.id if within else ""

    def show(self, read: Plan) -> None:
        """Show what was found, as it stands in *read*, as far as there is room."""
        found = search.again(read, self._ids)
        groups = by_kind(found, self._room)
        listed = sum(len(group.rows) for group in groups)
        put(self, count=len(found), groups=groups, goes_on=listed < len(found))


@shows("plan")
async def show_found(state: BaseState, read: Plan, today: date) -> None:  # noqa: ARG001 - what each is given
    """Show what was found as long as she looks at it, and forget it then."""
    shown = await state.get_state(SearchState)
    if (await state.get_state(PaneState)).name != Pane.FIND:
        put(shown, _ids=frozenset(), asked=False)
    shown.show(read)
