"""With how many people somebody walks at most, and whether she takes a break."""

import reflex as rx

from lifeplan_app.core import team
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.putting import put
from lifeplan_app.store.staff import Member


class RoomState(rx.State):
    """What she has room for.

    Attributes:
        most: So many people at most.
        count: So many are there now.
        resting: Whether she takes a break.
    """

    most: int = 1
    count: int = 0
    resting: bool = False

    @rx.event
    @kindly
    async def change_most(self, by: int) -> None:
        """Walk with one more at most, or one fewer; who is there already stays."""
        await act(self, team.set_limit, self.most + by)

    @rx.event
    @kindly
    async def rest(self, resting: bool) -> None:
        """Take a break, or be back: her people read it, and nobody new comes meanwhile."""
        await act(self, team.rest, resting=resting)

    def show(self, own: Member, count: int, most: int) -> None:
        """Show it as the team knows her."""
        put(self, most=most, count=count, resting=own.resting)
