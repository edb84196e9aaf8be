"""What lies on the board that shows: added, moved, put over and under one another, taken away."""

import reflex as rx

from lifeplan_app.core import drafts, items, order, plan
from lifeplan_app.core.access import own_record, own_records
from lifeplan_app.core.undo import AddedUndo, Changed
from lifeplan_app.model.account import Actor
from lifeplan_app.model.board import BoardItem, BoardWithItems, Box
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan
from lifeplan_app.state.acting import act, kindly, look
from lifeplan_app.state.board_views import ItemView, views
from lifeplan_app.state.putting import put
from lifeplan_app.state.undo import UndoState
from lifeplan_app.store.unit import UnitOfWork


class ItemsState(rx.State):
    """The items of the board that shows.

    Attributes:
        items: In the order in which they are read.
        typed: What was typed last in the field of new words.
    """

    items: list[ItemView] = []
    typed: str = ""
    _board: str = ""

    @rx.event
    @kindly
    async def place(self, item_id: str, x: int, y: int, w: int, h: int) -> None:
        """Put an item into those cells."""
        await self._note(await act(self, items.place, RecordId(item_id), Box(x, y, w, h)))

    @rx.event
    @kindly
    async def add_shape(self, shape: str) -> None:
        """Lay a pictogram on the board."""
        await self._note(await act(self, items.add_shape, RecordId(self._board), shape))

    @rx.event
    @kindly
    async def add_card(self, of: str) -> None:
        """Lay a wish or a goal on the board."""
        await self._note(await act(self, items.add_card, RecordId(self._board), RecordId(of)))

    @rx.event
    @kindly
    async def dress(self, item_id: str, name: str, value: str) -> None:
        """Give an item another look."""
        await self._note(await act(self, items.dress, RecordId(item_id), name, value))

    @rx.event
    @kindly
    async def lift(self, item_id: str, by: int) -> None:
        """Put an item over the next one (1), or under it (-1)."""
        lifted = await act(self, order.nudge, RecordId(item_id), -1 if by < 0 else 1)
        if lifted is not None:
            await self._note(lifted)

    @rx.event
    @kindly
    async def remove(self, item_id: str) -> None:
        """Take an item off the board; ten seconds to put it back, and longer by undoing."""
        gone = await act(self, plan.delete, RecordId(item_id))
        await (await self.get_state(UndoState)).offer("undo.item_gone", gone)

    @rx.event
    @kindly
    async def laid(self, item_id: str) -> None:
        """Note that a photo, which came by a post, now lies on the board: it can be undone like all else."""
        item = await look(self, _item, RecordId(item_id))
        await self._note(Changed((item,), AddedUndo(item.id, item)))

    def show(self, read: Plan, shown: BoardWithItems | None) -> None:
        """Show what lies on the board *shown*."""
        self._board = shown.board.id if shown else ""
        put(
            self,
            items=views(shown, read) if shown else [],
            typed=read.drafts.get(drafts.words_place(shown.board.id), "") if shown else "",
        )

    async def _note(self, changed: Changed) -> None:
        await (await self.get_state(UndoState)).note(changed)


def _item(uow: UnitOfWork, actor: Actor, item_id: RecordId) -> BoardItem:
    return own_record(own_records(uow, actor), item_id, BoardItem)
