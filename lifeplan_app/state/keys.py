"""Whether single keys do something: she may turn that off."""

import dataclasses
from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import accounts
from lifeplan_app.model.plan import Plan
from lifeplan_app.state.acting import act, kindly, look
from lifeplan_app.state.house import current_house
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import shows
from lifeplan_app.state.session import session_of
from lifeplan_app.state.windows import WINDOWS


class KeysState(rx.State):
    """What the window knows of it.

    Attributes:
        on: Whether they do.
    """

    on: bool = True

    @rx.event
    @kindly
    async def choose(self, on: bool) -> None:
        """Let single keys do something from now on, or nothing."""
        settings = dataclasses.replace(await look(self, accounts.read_settings), shortcuts=on is True)
        await act(self, accounts.write_settings, settings)
        session = await session_of(self)
        current_house().sessions.adjust(session.id_hash, settings)
        await WINDOWS.refresh(self)
        WINDOWS.refresh_others(session.actor.vault_id, self.router.session.client_token)


@shows("plan")
async def show_keys(state: BaseState, read: Plan, today: date) -> None:  # noqa: ARG001 - what each is given
    """Show what she has chosen."""
    put(await state.get_state(KeysState), on=(await session_of(state)).settings.shortcuts)
