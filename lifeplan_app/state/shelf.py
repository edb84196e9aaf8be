"""What is put away: goals, steps, wishes."""

from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import plan, search
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.found import FoundGroup, by_kind, kind_of
from lifeplan_app.state.pane import Pane, PaneState
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import shows
from lifeplan_app.state.undo import UndoState


class ShelfState(rx.State):
    """What the window shows of it.

    Attributes:
        groups: By what it is: goals, steps, wishes.
        sought: The one that she came to find.
    """

    groups: list[FoundGroup] = []
    sought: str = ""

    @rx.event
    @kindly
    async def take_out(self, record_id: str) -> None:
        """Put it back where it stood."""
        changed = await act(self, plan.take_out, RecordId(record_id))
        await (await self.get_state(UndoState)).offer("undo.taken_out", changed)

    @rx.event
    @kindly
    async def remove(self, record_id: str) -> None:
        """Delete it, with whatever hangs on it; ten seconds to take it back."""
        gone = await act(self, plan.delete, RecordId(record_id))
        await (await self.get_state(UndoState)).offer(f"undo.{kind_of(gone.record)}_gone", gone)


@shows("plan")
async def show_shelf(state: BaseState, read: Plan, today: date) -> None:  # noqa: ARG001 - what each is given
    """Show what is put away, while she looks at it."""
    shown = await state.get_state(ShelfState)
    looks = (await state.get_state(PaneState)).name == Pane.AWAY
    groups = by_kind(search.put_away(read)) if looks else []
    put(shown, groups=groups, sought=shown.sought if looks else "")
