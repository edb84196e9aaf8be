"""The page that leaving leads to: the programme's, one of a list, or one of her own."""

import reflex as rx

from lifeplan_app.core.leaving import check_address
from lifeplan_app.model.account import Settings
from lifeplan_app.model.errors import ExitAddressError
from lifeplan_app.model.leaving import SITES
from lifeplan_app.state.acting import change_settings, kindly
from lifeplan_app.state.putting import put
from lifeplan_app.state.session import SessionState

OWN = "own"


class LeavingState(rx.State):
    """Where leaving leads.

    Attributes:
        chosen: An address of the list, nothing for the programme's, or ``own``.
        address: Her own; empty while she has none.
        said: The sentence beside her own, where it cannot be had.
    """

    chosen: str = ""
    address: str = ""
    said: str = ""
    _asked: bool = False

    @rx.event
    @kindly
    async def choose(self, chosen: str) -> None:
        """Leave to that page from now on; for one of her own, ask which first."""
        self._asked = chosen == OWN
        put(self, said="")
        if self._asked:
            put(self, chosen=OWN)
        elif chosen in {"", *SITES.values()}:
            self.show(await change_settings(self, exit_url=chosen))

    @rx.event
    @kindly
    async def keep_own(self, typed: dict[str, str]) -> None:
        """Leave to the address that she typed from now on; one that cannot be had is told beside it."""
        try:
            address = check_address(str(typed.get("address", "")))
        except ExitAddressError as refusal:
            put(self, said=(await self.get_state(SessionState)).sentence(refusal))
            return
        put(self, said="")
        self.show(await change_settings(self, exit_url=address))

    def show(self, settings: Settings) -> None:
        """Show what *settings* say."""
        listed = settings.exit_url in {"", *SITES.values()}
        put(
            self,
            chosen=OWN if self._asked or not listed else settings.exit_url,
            address="" if listed else settings.exit_url,
        )
