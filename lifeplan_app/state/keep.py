"""What she types is kept while she types."""

from dataclasses import replace
from typing import Any

import reflex as rx

from lifeplan_app.core import plan, typed
from lifeplan_app.core.typed import Typed
from lifeplan_app.model.errors import CarnetError
from lifeplan_app.state.acting import act, kindly, look
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.plan import show_plan
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.undo import UndoState


class KeepState(rx.State):
    """What has arrived.

    Attributes:
        acked: The last turn that was dealt with; the page may forget its copies up to it.
        resumed: Counts the times a page was put back to where it was.
    """

    acked: int = 0
    resumed: int = 0
    _mine: dict[str, int] = {}

    @rx.event
    async def keep(self, fields: list[dict[str, Any]]) -> None:
        """Keep the fields that changed. One that cannot be kept says so, and stays on the page."""
        for sent in fields:
            await self._keep(Typed.read(sent), left=sent.get("left") is True)
            self.acked = max(self.acked, _whole(sent.get("turn")))

    @rx.event
    @kindly
    async def resume(self, goal_id: str, record_id: str) -> None:
        """Show again what the page showed before the server knew it no more."""
        (await self.get_state(GoalState)).goal_id = goal_id
        (await self.get_state(FieldState)).record_id = record_id
        await show_plan(self, await look(self, plan.read_plan))
        self.resumed += 1

    async def _keep(self, sent: Typed, *, left: bool) -> None:
        said = await self.get_state(SaidState)
        mine = self._mine.get(sent.place, 0)
        try:
            written = await act(self, typed.keep, replace(sent, read_version=max(sent.read_version, mine)))
        except CarnetError as refusal:
            await said.tell(sent.place, refusal)
            return
        said.forget(sent.place)
        if written is not None:
            self._mine[sent.place] = written.record.version
            await (await self.get_state(UndoState)).offer("undo.text", written, quietly=not left)


def _whole(number: object) -> int:
    return number if isinstance(number, int) and not isinstance(number, bool) else 0
