"""Which open windows belong to whom, so that a change reaches them and an end empties them.

A window is named by the framework's tab token. The token is a weak secret (it stands in the
socket's address, and is taken from whoever brings it once its owner is away), so nothing is ever
sent to a socket whose own cookie does not belong to the session that the window was filled under.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from typing import Final

import reflex as rx
from reflex.istate.manager.token import BaseStateToken
from reflex.state import BaseState

from lifeplan_app.core.sessions import Session
from lifeplan_app.model.errors import CarnetError, StoreError
from lifeplan_app.model.ids import VaultId

Refresh = Callable[[BaseState], Awaitable[None]]
Days = tuple[date, date]
"""The day where somebody is, and in UTC."""


@dataclass(frozen=True, slots=True)
class Window:
    """Whose state a window holds."""

    session: str
    vault: VaultId


class Windows:
    """The windows of this process that hold somebody's state."""

    def __init__(self) -> None:
        self._of: dict[str, Window] = {}
        self._app: rx.App | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._refresh: list[Refresh] = []
        self._days: dict[str, Days] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def attach(self, app: rx.App) -> None:
        """Work in the windows of *app*, on the running event loop."""
        self._app, self._loop = app, asyncio.get_running_loop()

    def on_change(self, refresh: Refresh) -> Refresh:
        """Let *refresh* bring a window up to date when another one changed the same plan."""
        self._refresh.append(refresh)
        return refresh

    def bind(self, token: str, session: Session | None) -> None:
        """Note whose state the window *token* holds from now on; nobody's without a session."""
        if session is None:
            self.forget(token)
        else:
            self._of[token] = Window(session.id_hash, session.actor.vault_id)

    def forget(self, token: str) -> None:
        """Forget the window."""
        self._of.pop(token, None)
        self._days.pop(token, None)

    def session_in(self, token: str) -> str:
        """Return the hash of the session that the window was filled under, or nothing."""
        window = self._of.get(token)
        return window.session if window else ""

    async def refresh(self, state: BaseState) -> None:
        """Bring the window of *state* up to date."""
        for refresh in self._refresh:
            await refresh(state)

    def refresh_others(self, vault: VaultId, besides: str) -> None:
        """Bring every other window of *vault* up to date, after the running event."""
        for token, window in list(self._of.items()):
            if window.vault == vault and token != besides:
                self._later(self._bring_up_to_date(token, window))

    def refresh_those_of(self, vaults: frozenset[VaultId]) -> None:
        """Bring every window of *vaults* up to date, from whichever thread changed what they show."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._refresh_later, vaults)

    def _refresh_later(self, vaults: frozenset[VaultId]) -> None:
        for vault in vaults:
            self.refresh_others(vault, besides="")

    def follow_the_day(self, days_of: Callable[[str], Days | None]) -> None:
        """Bring every window up to date for which the day is another: what ended yesterday leaves its page.

        Args:
            days_of: Tells the days of the session with that hash; nothing when there is none.
        """
        for token, window in list(self._of.items()):
            days = days_of(window.session)
            if days is not None and self._days.setdefault(token, days) != days:
                self._days[token] = days
                self._later(self._bring_up_to_date(token, window))

    def empty_those_of(self, session: Session) -> None:
        """Empty every window of a session that has ended, from whichever thread ended it."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._empty_later, session.id_hash)

    def _empty_later(self, id_hash: str) -> None:
        for token, window in list(self._of.items()):
            if window.session == id_hash:
                self._later(self._empty(token, id_hash))

    def _later(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _bring_up_to_date(self, token: str, window: Window) -> None:
        async with self._state(token) as root:
            if self._of.get(token) == window:
                with contextlib.suppress(CarnetError):  # what was closed before it still has to go out
                    await self.refresh(root)

    async def _empty(self, token: str, id_hash: str) -> None:
        from lifeplan_app.state.session import BoundState, SessionState  # noqa: PLC0415 - they act in windows

        async with self._state(token) as root:
            if self.session_in(token) != id_hash:
                return
            root.reset()
            (await root.get_state(BoundState))._session = ""  # noqa: SLF001
            (await root.get_state(SessionState)).gate = "locked"
            self.forget(token)

    def _state(self, token: str) -> AbstractAsyncContextManager[BaseState]:
        if self._app is None:
            raise StoreError  # the server is not up yet
        return self._app.modify_state(BaseStateToken(ident=token, cls=rx.State))


WINDOWS: Final = Windows()
