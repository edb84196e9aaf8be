"""Ten seconds to take the last change back."""

import reflex as rx

from lifeplan_app.core import undo
from lifeplan_app.core.arranging import board_of
from lifeplan_app.core.undo import Changed
from lifeplan_app.model.errors import StoreError
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.history import HistoryState
from lifeplan_app.state.session import session_of


class UndoState(rx.State):
    """What can be taken back in this window.

    Attributes:
        said: The key of what was done, such as ``undo.goal_gone``; empty when nothing is offered.
        mark: Under which name the session keeps the way back.
    """

    said: str = ""
    mark: str = ""

    @rx.event
    @kindly
    async def take_back(self) -> None:
        """Put things as they were. When that cannot be kept just now, it is offered once more."""
        said, mark, self.said, self.mark = self.said, self.mark, "", ""
        if not mark:
            return
        kept = (await session_of(self)).undo
        change = kept.take(mark)
        try:
            done = await act(self, undo.take_back, change)
        except StoreError:
            self.said, self.mark = said, kept.put(change, self._window)
            raise
        (await session_of(self)).arranging.went(change, done.undo)
        await self._tell_board()

    @rx.event
    def let_stand(self, mark: str) -> None:
        """Stop offering *mark*: its ten seconds are over, or she put the offer away."""
        if mark == self.mark:
            self.said = self.mark = ""

    async def offer(self, said: str, changed: Changed, *, quietly: bool = False) -> None:
        """Offer to take *changed* back; *quietly* while she is still typing: then it is only kept."""
        session = await session_of(self)
        mark = session.undo.put(changed.undo, self._window)
        if not quietly:
            self.said, self.mark = said, mark
        if board_of(changed.records) is not None:
            session.arranging.note(self._window, changed)
            await self._tell_board()

    async def note(self, changed: Changed) -> None:
        """Keep the way back of a move on a board, whose own button takes it back; nothing is offered."""
        await self.offer("", changed, quietly=True)

    async def _tell_board(self) -> None:
        """Let the buttons of the board say what can be undone now."""
        await (await self.get_state(HistoryState)).show_again()

    @property
    def _window(self) -> str:
        return self.router.session.client_token
