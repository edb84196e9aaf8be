"""A window without its browser: the socket that a page opens, and whatever one likes to send through it."""

import asyncio
import contextlib
import json
import uuid
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from typing import Any

from wsproto import ConnectionType, WSConnection
from wsproto.events import (
    BytesMessage,
    CloseConnection,
    Message,
    RejectConnection,
    Request,
    TextMessage,
)

ROOT = "reflex___state____state"
NAMESPACE = "/_event"
PATIENCE = 10.0
QUIET = 0.4
_CHUNK = 2**16
_MARK = "_rx_state_"

Delta = dict[str, dict[str, Any]]


class RefusedError(Exception):
    """The server did not open the socket, or closed it."""


def handler(name: str) -> str:
    """Return the full name of ``goal.open_goal``: the module of a State of ours, and its handler."""
    module, _, method = name.rpartition(".")
    state = {"steps": "field_state"}.get(module, f"{module}_state")
    return f"{ROOT}.lifeplan_app___state___{module}____{state}.{method}"


class Window:
    """A socket of one tab.

    Attributes:
        token: The tab's; another one if the server gave it another.
        deltas: What came, in order.
    """

    def __init__(self, url: str, cookie: str = "", token: str = "") -> None:
        self.url = url
        self.cookie = cookie
        self.token = token or str(uuid.uuid4())
        self.deltas: list[Delta] = []
        self._protocol = WSConnection(ConnectionType.CLIENT)
        self._reading: asyncio.Task[None] | None = None
        self._came = asyncio.Event()
        self._text = ""
        self._open = False

    # --- opening -----------------------------------------------------------------------------

    async def open(self, *, hello: str = "hydrate_and_load", origin: str | None = "own") -> "Window":
        """Connect as a page does; *hello* is the event sent along, *origin* the page's own unless given.

        Raises:
            RefusedError: The server did not open the socket.
        """
        await self.connect(origin=origin)
        said = json.dumps({"event": self.event(f"{ROOT}.{hello}")} if hello else {})
        self.send_text(f"40{NAMESPACE},{said}")
        await self._until(lambda: self._open)
        return self

    async def connect(self, *, origin: str | None = "own", target: str = "") -> None:
        """Open the transport alone."""
        host = self.url.removeprefix("http://")
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", int(host.rpartition(":")[2]))
        headers = [("Cookie", f"s={self.cookie}")] if self.cookie else []
        if origin is not None:
            headers.append(("Origin", self.url if origin == "own" else origin))
        target = target or f"/_event/?EIO=4&transport=websocket&token={self.token}"
        self._write(Request(host=host, target=target, extra_headers=[(n.encode(), v) for n, v in headers]))
        self._refused = ""
        self._welcomed = False
        self._reading = asyncio.create_task(self._read())
        await self._until(lambda: self._welcomed)

    async def close(self) -> None:
        """Close the tab."""
        if self._reading:
            self._reading.cancel()
            with contextlib.suppress(OSError):
                self._writer.close()
                await self._writer.wait_closed()

    # --- saying ------------------------------------------------------------------------------

    def event(self, name: str, /, **payload: Any) -> dict[str, Any]:
        place = {"pathname": "/plan/", "asPath": "/plan/", "query": {}}
        return {"name": name, "payload": payload, "router_data": place}

    def send(self, name: str, /, **payload: Any) -> None:
        """Send an event by its handler's full name."""
        self.emit("event", self.event(name, **payload))

    def emit(self, *message: Any) -> None:
        """Send anything that JSON can hold as a message of the socket."""
        self.send_text(f"42{NAMESPACE},{json.dumps(message)}")

    def send_text(self, text: str) -> None:
        self._write(TextMessage(text))

    def send_bytes(self, data: bytes) -> None:
        self._write(BytesMessage(data))

    async def call(self, name: str, /, **payload: Any) -> list[Delta]:
        """Send an event to a handler of ours (``goal.open_goal``), and return what came of it."""
        before = len(self.deltas)
        self.send(handler(name), **payload)
        await self.settle()
        return [each for each in self.deltas[before:] if not _is_whole(each)]

    async def settle(self) -> None:
        """Wait until everything sent so far has been dealt with: the whole state is asked for, last."""
        before = len(self.deltas)
        self.send(f"{ROOT}.hydrate")
        await self._until(lambda: any(map(_is_whole, self.deltas[before:])))

    async def quiet(self, seconds: float = QUIET) -> None:
        """Wait until nothing has come for some time."""
        while True:
            self._came.clear()
            try:
                await asyncio.wait_for(self._came.wait(), seconds)
            except TimeoutError:
                return

    # --- hearing -----------------------------------------------------------------------------

    @property
    def shown(self) -> Delta:
        """What the page shows, by State (``plan``) and var."""
        shown: Delta = defaultdict(dict)
        for delta in self.deltas:
            for state, values in delta.items():
                name = state.rpartition("____")[2].removesuffix("_state")
                shown[name].update({k.removesuffix(_MARK): v for k, v in values.items()})
        return shown

    @property
    def heard(self) -> str:
        """All that came, as text."""
        return json.dumps(self.deltas, ensure_ascii=False)

    @property
    def is_open(self) -> bool:
        return not self._refused

    async def until(self, condition: Callable[[Delta], bool]) -> None:
        """Wait until what the page shows is as it should be."""

        def holds() -> bool:
            with contextlib.suppress(KeyError):  # nothing of that State has come yet
                return condition(self.shown)
            return False

        await self._until(holds)

    async def _until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not condition():
                if self._refused:
                    raise RefusedError(self._refused)
                self._came.clear()
                await self._came.wait()

    async def _read(self) -> None:
        while data := await self._next():
            self._protocol.receive_data(data)
            for event in self._protocol.events():
                self._take(event)
        self._refused = self._refused or "closed"
        self._came.set()

    async def _next(self) -> bytes:
        try:
            return await self._reader.read(_CHUNK)
        except OSError:
            return b""

    def _take(self, event: Any) -> None:
        if isinstance(event, RejectConnection):
            self._refused = f"refused with {event.status_code}"
        elif isinstance(event, CloseConnection):
            self._refused = f"closed with {event.code}"
        elif isinstance(event, Message) and isinstance(event.data, str):
            self._text += event.data
            if event.message_finished:
                packet, self._text = self._text, ""
                self._take_packet(packet)
        self._came.set()

    def _take_packet(self, packet: str) -> None:
        kind, _, rest = packet.partition(",")
        if packet.startswith("0"):
            self._welcomed = True
        elif packet == "2":  # the server asks whether anybody is there
            self.send_text("3")
        elif kind == f"40{NAMESPACE}":
            self._open = True
        elif kind == f"44{NAMESPACE}":
            self._refused = f"refused: {rest}"
        elif kind == f"42{NAMESPACE}":
            name, data = json.loads(rest)
            if name == "new_token":
                self.token = data
            elif name == "event" and data.get("delta"):
                self.deltas.append(data["delta"])

    def _write(self, event: Any) -> None:
        with contextlib.suppress(OSError):
            self._writer.write(self._protocol.send(event))


def _is_whole(delta: Delta) -> bool:
    """Tell whether *delta* is the whole state: only then a State without vars is named."""
    return handler("session.x").replace("session_state.x", "bound_state") in delta


@contextlib.asynccontextmanager
async def opened(url: str, cookie: str = "", token: str = "", **how: Any) -> AsyncIterator[Window]:
    """Yield an open window, and close it at the end."""
    window = Window(url, cookie, token)
    try:
        yield await window.open(**how)
    finally:
        await window.close()
