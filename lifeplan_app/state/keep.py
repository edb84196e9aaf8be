"""What she types is kept while she types."""

from dataclasses import replace
from typing import Any

import reflex as rx

from lifeplan_app.core import typed
from lifeplan_app.core.typed import Typed
from lifeplan_app.model.errors import CarnetError
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.windows import WINDOWS


class KeepState(rx.State):
    """What has arrived.

    Attributes:
        acked: The last turn that was dealt with; the page may forget its copies up to it.
        said: For each field that could not be kept, the sentence beside it.
        resumed: Counts the times a page was put back to where it was.
    """

    acked: int = 0
    said: dict[str, str] = {}
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
        await WINDOWS.refresh(self)
        self.resumed += 1

    async def _keep(self, sent: Typed, *, left: bool) -> None:
        mine = self._mine.get(sent.place, 0)
        try:
            written = await act(self, typed.keep, replace(sent, read_version=max(sent.read_version, mine)))
        except CarnetError as refusal:
            self.said[sent.place] = (await self.get_state(SessionState)).sentence(refusal)
            return
        self.said.pop(sent.place, None)
        if written is not None:
            self._mine[sent.place] = written.record.version
            await (await self.get_state(UndoState)).offer("undo.text", written, quietly=not left)


def _whole(number: object) -> int:
    return number if isinstance(number, int) and not isinstance(number, bool) else 0
