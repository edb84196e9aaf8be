"""The wishes of the year."""

from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import adding, drafts, plan
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Horizon, Plan
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.filter import FilterState
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import shows
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.views import WishRow


class WishesState(rx.State):
    """What the plan shows of them.

    Attributes:
        rows: Those that are not put away, in her order.
        typed: What was typed last in the field of a new one.
    """

    rows: list[WishRow] = []
    typed: str = ""

    @rx.event
    @kindly
    async def become(self, wish_id: str, horizon: str) -> None:
        """Make the wish a goal on *horizon*, where it shows whatever the plan was narrowed to."""
        (await self.get_state(FilterState)).area = ""
        made = await act(self, adding.wish_to_goal, RecordId(wish_id), Horizon(horizon))
        await (await self.get_state(UndoState)).offer("undo.wish_goal", made)

    @rx.event
    @kindly
    async def put_away(self, wish_id: str) -> None:
        """Put the wish away."""
        changed = await act(self, plan.put_away, RecordId(wish_id))
        await (await self.get_state(UndoState)).offer("undo.put_away", changed)

    @rx.event
    @kindly
    async def remove(self, wish_id: str) -> None:
        """Delete the wish; ten seconds to take it back."""
        gone = await act(self, plan.delete, RecordId(wish_id))
        await (await self.get_state(UndoState)).offer("undo.wish_gone", gone)


@shows("plan")
async def show_wishes(state: BaseState, read: Plan, today: date) -> None:  # noqa: ARG001 - what each is given
    """Show the wishes, and what is typed of a new one."""
    shown = await state.get_state(WishesState)
    rows = [WishRow(wish.id, wish.text) for wish in read.wishes if not wish.put_away]
    put(shown, rows=rows, typed=read.drafts.get(drafts.WISH_PLACE, ""))
