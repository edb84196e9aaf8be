"""The framework's sockets, narrowed: what may come in, to whom answers go, what is forgotten.

Leans on internals of Reflex 0.10; they are used here and in `windows` alone, and tests hold them.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from typing import Any, Final, cast

import reflex as rx
from reflex.app import EventNamespace
from reflex.istate.manager.memory import StateManagerMemory
from reflex.istate.manager.token import BaseStateToken
from reflex.state import StateUpdate
from reflex_base import constants
from reflex_base.constants.state import FIELD_MARKER
from reflex_base.registry import RegistrationContext

from lifeplan_app.core import roster
from lifeplan_app.core.days import day_in
from lifeplan_app.model.errors import ConfigurationError, StoreError
from lifeplan_app.state.guard import session_of_headers
from lifeplan_app.state.house import current_house
from lifeplan_app.state.windows import WINDOWS

FORGET_AFTER_SECONDS: Final = 5.0
"""How long a window's state outlives its socket: a short cut in the network costs nothing."""

SWEEP_SECONDS: Final = 1.0

_ROOT: Final = rx.State.get_full_name()
_SAID: Final = frozenset(f"{name}{FIELD_MARKER}" for name in constants.ROUTER_VARS)

_tasks: set[asyncio.Task[None]] = set()


def narrow(app: rx.App) -> None:
    """Let the sockets of *app* take only well-formed events, answer only their own, and forget."""
    sockets = app.event_namespace
    if sockets is None:
        raise ConfigurationError("The app has no state, and so no sockets.")
    _connect_once(sockets)
    _take_only_events(sockets)
    _answer_only_the_owner(sockets)
    _forget_who_left(app, sockets)


@contextlib.asynccontextmanager
async def watch_over(app: rx.App) -> AsyncIterator[None]:
    """Empty windows when their session ends, and end sessions whose time is over, while it runs."""
    WINDOWS.attach(app)
    current_house().sessions.on_end(WINDOWS.empty_those_of)
    current_house().on_concern(WINDOWS.refresh_those_of)
    sweeping = asyncio.create_task(_sweep())
    try:
        yield
    finally:
        sweeping.cancel()


async def _sweep() -> None:
    while True:
        current_house().sessions.sweep()
        with contextlib.suppress(StoreError):  # nothing opens for them meanwhile; the next time ends it
            await asyncio.to_thread(roster.end_sessions_of_closed, current_house())
        WINDOWS.follow_the_day(_days_of)
        await asyncio.sleep(SWEEP_SECONDS)


def _days_of(session_hash: str) -> tuple[date, date] | None:
    house = current_house()
    session = house.sessions.find_hash(session_hash)
    return (day_in(session.zone, house.now()), house.today()) if session else None


def _is_event(data: object) -> bool:
    match data:
        case {"name": str(name), **rest}:
            shaped = all(isinstance(rest.get(key) or {}, dict) for key in ("payload", "router_data"))
            return shaped and name in RegistrationContext.get().event_handlers
        case _:
            return False


def _connect_once(sockets: EventNamespace) -> None:
    """Connect a socket only when it is opened: a message can bear the name of that event too.

    It would come with a tab token and headers of its sender's own making.

    A page of an older version is not told so here: the framework would load it anew, from what the phone
    keeps, with what she was typing lost. The sign-in that a new server needs does it (``renew.js``).
    """
    connect = sockets.on_connect

    async def on_connect(sid: str, environ: dict[str, Any], auth: object = None) -> None:
        if sid not in sockets.sid_to_token and sid not in sockets._static_router_data:  # noqa: SLF001
            await connect(sid, environ, _without_schema(auth))

    sockets.on_connect = on_connect


def _without_schema(auth: object) -> object:
    if not isinstance(auth, dict):
        return auth
    return {
        name: value for name, value in auth.items() if name != constants.CompileVars.CONNECT_AUTH_STATE_SCHEMA
    }


def _take_only_events(sockets: EventNamespace) -> None:
    """Drop what is no event of ours in silence: the framework would log it, payload and cookie too."""
    take = sockets.on_event

    async def on_event(sid: str, data: Any) -> None:  # noqa: ANN401 - anything at all may come
        if _is_event(data):
            await take(sid, data)

    async def on_client_error(sid: str, data: object = None) -> None:
        """Drop reports of the browser: they may quote the page."""

    sockets.on_event = on_event
    sockets.on_client_error = on_client_error


def _answer_only_the_owner(sockets: EventNamespace) -> None:
    emit = sockets.emit_update

    async def emit_update(update: StateUpdate, token: str) -> None:
        record = sockets._token_manager.token_to_socket.get(token)  # noqa: SLF001
        if record is None:
            return  # the window is away; it asks anew when it comes back
        headers = sockets._static_router_data.get(record.sid, {}).get("headers", {})  # noqa: SLF001
        session = session_of_headers(headers)
        if (session.id_hash if session else "") == WINDOWS.session_in(token):
            await emit(_without_what_it_said(update), token)

    sockets.emit_update = emit_update


def _without_what_it_said(update: StateUpdate) -> StateUpdate:
    """Return *update* without the headers and addresses that the browser sent: no page asks for them."""
    if _ROOT not in update.delta:
        return update
    root = {name: value for name, value in update.delta[_ROOT].items() if name not in _SAID}
    return replace(update, delta={**update.delta, _ROOT: root})


def _forget_who_left(app: rx.App, sockets: EventNamespace) -> None:
    leave = sockets.on_disconnect

    async def forget(token: str) -> None:
        await asyncio.sleep(FORGET_AFTER_SECONDS)
        if token not in sockets._token_manager.token_to_socket:  # noqa: SLF001
            WINDOWS.forget(token)
            cast("StateManagerMemory", app.state_manager)._purge_token(  # noqa: SLF001
                BaseStateToken(ident=token, cls=rx.State)
            )

    def on_disconnect(sid: str, *_reason: object) -> asyncio.Task[None] | None:
        token = sockets.sid_to_token.get(sid)
        task = leave(sid)
        if token:
            forgetting = asyncio.create_task(forget(token))
            _tasks.add(forgetting)
            forgetting.add_done_callback(_tasks.discard)
        return task

    sockets.on_disconnect = on_disconnect
