"""One tab in this process: its state, the guard before each call, and what its socket is sent."""

import inspect
from typing import Any, TypeVar

import reflex as rx
from reflex.istate.manager.token import BaseStateToken
from reflex.state import BaseState, StateUpdate
from reflex.utils.token_manager import SocketRecord
from reflex_base.event import Event, EventHandler
from reflex_base.utils.format import format_event_handler

from lifeplan_app.state.guard import SessionGuard

FIRST = "first tab"

S = TypeVar("S", bound=rx.State)


class Page:
    """A window that holds a cookie; `sent` is what came through its socket."""

    def __init__(self, app: rx.App, cookie: str = "", token: str = FIRST) -> None:
        self.app = app
        self.token = token
        self.sent: list[StateUpdate] = []
        self.connect(cookie)

    def connect(self, cookie: str, sid: str = "") -> None:
        """Open its socket (anew), with *cookie*."""
        sockets = self.app.event_namespace
        self.sid = sid or f"socket of {self.token}"
        self.headers = {"cookie": f"s={cookie}"} if cookie else {}
        owner = sockets._token_manager.instance_id
        sockets._token_manager.token_to_socket[self.token] = SocketRecord(instance_id=owner, sid=self.sid)
        sockets._token_manager.sid_to_token[self.sid] = self.token
        sockets._static_router_data[self.sid] = {"headers": self.headers}
        sockets.emit.pages[self.sid] = self

    async def call(self, handler: EventHandler, *arguments: Any) -> StateUpdate | None:
        """Call *handler* as the framework does; return the update that refused it, if one did."""
        async with self.state() as root:
            name = format_event_handler(handler)
            refused = await SessionGuard().preprocess(self.app, root, Event(name=name, payload={}))
            if refused is not None:
                return refused
            state = await root.get_state(_state_of(handler))
            done = handler.fn(state, *arguments)
            if inspect.isawaitable(done):
                await done
        return None

    async def shows(self, state: type[S]) -> S:
        """Return that State as it stands in this window."""
        async with self.state() as root:
            return await root.get_state(state)

    def state(self) -> Any:
        """The whole tree of this window, as an event finds it."""
        return _Lent(self)

    @property
    def heard(self) -> str:
        """All that it was sent, as text."""
        return str([update.delta for update in self.sent])


class _Lent:
    def __init__(self, page: Page) -> None:
        self._page = page
        self._lent = page.app.modify_state(BaseStateToken(ident=page.token, cls=page.app._state))

    async def __aenter__(self) -> Any:
        root = await self._lent.__aenter__()
        page = self._page
        place = {"token": page.token, "session_id": page.sid, "headers": page.headers, "pathname": "/plan"}
        root.router_data = root._update_router_vars(place, root.router_data)
        return root

    async def __aexit__(self, *raised: object) -> None:
        await self._lent.__aexit__(*raised)


def _state_of(handler: EventHandler) -> type[BaseState]:
    return rx.State.get_class_substate(format_event_handler(handler).rpartition(".")[0])
