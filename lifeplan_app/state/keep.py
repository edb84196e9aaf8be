"""What she types is kept while she types."""

from dataclasses import replace
from typing import Any, Final

import reflex as rx

from lifeplan_app.core import typed
from lifeplan_app.core.arranging import board_of
from lifeplan_app.core.typed import Typed, Way
from lifeplan_app.core.undo import Changed
from lifeplan_app.model.errors import CarnetError
from lifeplan_app.state.acting import act, act_quietly, kindly
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.plan import reopen_plan
from lifeplan_app.state.reading import shown_page
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.windows import WINDOWS

_DONE: Final = {Way.WRITE: "undo.text", Way.ADD: "undo.added", Way.MARK: "undo.progress"}


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
        tag = (await self.get_state(SessionState)).tag
        for sent in fields:
            turn, words = _whole(sent.get("turn")), Typed.read(sent)
            if turn > self.acked:  # an addition that was sent twice is one
                if typed.is_hers(words, tag):
                    await self._keep(words, quietly=sent.get("quietly") is True)
                self.acked = turn

    @rx.event
    @kindly
    async def resume(self, goal_id: str, record_id: str) -> None:
        """Show again what the page showed before the server knew it no more."""
        (await self.get_state(GoalState)).goal_id = goal_id
        (await self.get_state(FieldState)).record_id = record_id
        if await shown_page(self) in {"", "plan"}:
            await reopen_plan(self)
        else:
            await WINDOWS.refresh(self)
        self.resumed += 1

    async def _keep(self, sent: Typed, *, quietly: bool) -> None:
        said = await self.get_state(SaidState)
        keep = act_quietly if quietly else act
        read_version = max(sent.read_version, self._mine.get(sent.place, 0))
        try:
            changed = await keep(self, typed.keep, replace(sent, read_version=read_version))
        except CarnetError as refusal:
            await said.tell(sent.place, refusal)
            return
        said.forget(sent.place)
        if changed is not None:
            await self._offer(sent, changed, quietly=quietly)

    async def _offer(self, sent: Typed, changed: Changed, *, quietly: bool) -> None:
        if sent.way is Way.WRITE:
            self._mine[sent.place] = changed.record.version
        quietly = quietly or board_of(changed.records) is not None  # a board has its own way back
        await (await self.get_state(UndoState)).offer(_DONE[sent.way], changed, quietly=quietly)


def _whole(number: object) -> int:
    return number if isinstance(number, int) and not isinstance(number, bool) else 0
