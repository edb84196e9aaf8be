"""The item that she has chosen on the board, and what can be changed of it."""

import reflex as rx

from lifeplan_app.core import items
from lifeplan_app.core.undo import Changed
from lifeplan_app.model.board import BoardWithItems, Crop
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.board_views import Choice, Chosen, cards, chosen, goals
from lifeplan_app.state.putting import put
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.windows import WINDOWS

_NONE = Chosen()


class ChosenState(rx.State):
    """What is chosen in this window.

    Attributes:
        item: The item; one without an id if none is.
        goals: The goals that it can be set on, once something is chosen.
        cards: The wishes and goals that can be laid on the board, once she has asked.
    """

    item: Chosen = _NONE
    goals: list[Choice] = []
    cards: list[Choice] = []
    _asked: bool = False

    @rx.event
    @kindly
    async def choose(self, item_id: str) -> None:
        """Choose an item, or none; its words are open for writing."""
        self.item = Chosen(id=item_id)
        (await self.get_state(FieldState)).record_id = item_id
        await WINDOWS.refresh(self)

    @rx.event
    @kindly
    async def list_cards(self) -> None:
        """Send the wishes and goals that can be laid on the board."""
        self._asked = True
        await WINDOWS.refresh(self)

    @rx.event
    @kindly
    async def crop(self, x: int, y: int, zoom: int) -> None:
        """Show a part of the chosen photo that lies so much further, and so much nearer."""
        part = Crop(self.item.crop_x + x, self.item.crop_y + y, self.item.zoom + zoom)
        await self._note(await act(self, items.crop, RecordId(self.item.id), part))

    @rx.event
    @kindly
    async def lean(self, by: int) -> None:
        """Let the chosen item lean more to one side."""
        await self._note(
            await act(self, items.dress, RecordId(self.item.id), "tilt", str(self.item.tilt + by))
        )

    @rx.event
    @kindly
    async def set_on(self, goal_id: str) -> None:
        """Set the chosen item on a goal, or on none."""
        goal = RecordId(goal_id) if goal_id else None
        await self._note(await act(self, items.set_on_goal, RecordId(self.item.id), goal))

    def show(self, read: Plan, shown: BoardWithItems | None) -> None:
        """Show what is chosen as it stands on the board *shown*."""
        item = next((each for each in shown.items if each.id == self.item.id), None) if shown else None
        put(
            self,
            item=chosen(item) if item else _NONE,
            goals=goals(read) if item else [],
            cards=cards(read) if self._asked else [],
        )

    async def _note(self, changed: Changed) -> None:
        await (await self.get_state(UndoState)).note(changed)
