"""Her dream boards: which there are, which one shows, and what it lies on."""

from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import boards, order, photos, plan
from lifeplan_app.core.undo import Changed
from lifeplan_app.model.board import MOST_BOARDS, BoardWithItems, Ground
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan
from lifeplan_app.state.acting import act, act_unseen, kindly, look
from lifeplan_app.state.board_views import BoardTab, tabs
from lifeplan_app.state.chosen import ChosenState
from lifeplan_app.state.history import HistoryState
from lifeplan_app.state.house import current_house
from lifeplan_app.state.items import ItemsState
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import enter, shows
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import session_of
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.windows import WINDOWS


class BoardsState(rx.State):
    """What the page shows besides what lies on the board.

    Attributes:
        loaded: Whether they have been read.
        rows: All of them, in her order.
        board_id: The one that shows; empty without any.
        name: Its name.
        ground: What it lies on.
        makes_room: Whether what is in the way on it makes room.
        full: Whether she has as many as she can have.
        looking: Whether it shows without anything that changes it.
    """

    loaded: bool = False
    rows: list[BoardTab] = []
    board_id: str = ""
    name: str = ""
    ground: str = ""
    makes_room: bool = True
    full: bool = False
    looking: bool = False

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read her boards; photos that nothing shows any more, and nothing can bring back, go."""
        (await self.get_state(SaidState)).beside = {}
        self.looking = False
        await enter(self, "board")
        session = await session_of(self)
        awaited = current_house().sessions.photos_awaited(session.actor.vault_id)
        if await look(self, photos.loose, awaited):
            await act_unseen(self, photos.sweep, awaited)

    @rx.event
    @kindly
    async def open_board(self, board_id: str) -> None:
        """Show another board."""
        self.board_id = board_id
        await WINDOWS.refresh(self)

    @rx.event
    @kindly
    async def add(self) -> None:
        """Begin a new board, and show it."""
        added = await act(self, boards.add_board)
        self.board_id = added.record.id
        await (await self.get_state(UndoState)).note(added)
        await WINDOWS.refresh(self)

    @rx.event
    @kindly
    async def open_name(self) -> None:
        """Open the name of the board for writing."""
        (await self.get_state(FieldState)).record_id = self.board_id
        await WINDOWS.refresh(self)

    @rx.event
    @kindly
    async def choose_ground(self, ground: str) -> None:
        """Lay the board on another ground."""
        await self._note(await act(self, boards.set_ground, RecordId(self.board_id), Ground(ground)))

    @rx.event
    @kindly
    async def choose_room(self, makes_room: bool) -> None:
        """Let what is in the way make room from now on, or be overlapped."""
        await self._note(await act(self, boards.set_room, RecordId(self.board_id), makes_room=makes_room))

    @rx.event
    @kindly
    async def nudge(self, by: int) -> None:
        """Put the board one place earlier (-1) or later (1) among the others."""
        moved = await act(self, order.nudge, RecordId(self.board_id), -1 if by < 0 else 1)
        if moved is not None:
            await self._note(moved)

    @rx.event
    @kindly
    async def remove(self) -> None:
        """Delete the board with what lies on it; ten seconds to take it back."""
        gone = await act(self, plan.delete, RecordId(self.board_id))
        await (await self.get_state(UndoState)).offer("undo.board_gone", gone)

    @rx.event
    def look_at(self, looking: bool) -> None:
        """Show the board without anything that changes it, or with it again."""
        self.looking = looking

    def show(self, read: Plan) -> BoardWithItems | None:
        """Show the boards of *read*, and return the one that is open; the first if that one is gone."""
        found = next((each for each in read.boards if each.board.id == self.board_id), None)
        shown = found or next(iter(read.boards), None)
        put(
            self,
            loaded=True,
            rows=tabs(read.boards),
            board_id=shown.board.id if shown else "",
            name=shown.board.text if shown else "",
            ground=shown.board.ground.value if shown else "",
            makes_room=shown is None or shown.board.makes_room,
            full=len(read.boards) >= MOST_BOARDS,
            looking=self.looking and shown is not None,
        )
        return shown

    async def _note(self, changed: Changed) -> None:
        await (await self.get_state(UndoState)).note(changed)


@shows("board")
async def show_boards(state: BaseState, read: Plan, today: date) -> None:  # noqa: ARG001 - what each is given
    """Show her boards, what lies on the one that is open, and what is chosen of it."""
    shown = (await state.get_state(BoardsState)).show(read)
    (await state.get_state(ItemsState)).show(read, shown)
    (await state.get_state(ChosenState)).show(read, shown)
    (await state.get_state(FieldState)).show(read)
    await (await state.get_state(HistoryState)).show(shown.board.id if shown else None)
