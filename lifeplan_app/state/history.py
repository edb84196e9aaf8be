"""Undo and redo on a board, for as long as her session lasts."""

import reflex as rx

from lifeplan_app.core import undo
from lifeplan_app.core.arranging import Arranging
from lifeplan_app.model.errors import CarnetError, StoreError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.putting import put
from lifeplan_app.state.session import session_of


class HistoryState(rx.State):
    """What can be undone and redone in this window, on the board that shows.

    Attributes:
        past: Whether something can be undone.
        ahead: Whether something can be done again.
    """

    past: bool = False
    ahead: bool = False
    _board: str = ""

    @rx.event
    @kindly
    async def back(self) -> None:
        """Undo the last move on this board."""
        await self._go(ahead=False)

    @rx.event
    @kindly
    async def again(self) -> None:
        """Do again what was undone last."""
        await self._go(ahead=True)

    async def show_again(self) -> None:
        """Show what there is to undo now on the board that shows."""
        await self.show(RecordId(self._board) if self._board else None)

    async def show(self, board: RecordId | None) -> None:
        """Show what there is to undo on *board*."""
        self._board = board or ""
        log = (await session_of(self)).arranging
        past, ahead = (
            board is not None and self._last(log, ahead=each) is not None for each in (False, True)
        )
        put(self, past=past, ahead=ahead)

    async def _go(self, *, ahead: bool) -> None:
        log = (await session_of(self)).arranging
        move = self._last(log, ahead=ahead)
        if move is None:
            return
        try:
            done = await act(self, undo.take_back, move)
        except StoreError:
            raise  # it is there for the next try
        except CarnetError:
            log.went(move, None)  # changed elsewhere since: what came before can still be undone
            await self.show_again()
            raise
        log.went(move, done.undo)
        await self.show_again()

    def _last(self, log: Arranging, *, ahead: bool) -> undo.Undo | None:
        return log.last(self.router.session.client_token, RecordId(self._board), ahead=ahead)
