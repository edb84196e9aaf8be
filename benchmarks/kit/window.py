"""A window of a signed-in person, without its browser: the socket and the events of a real one.

Hand-made on wsproto, because the load generator shares two cores with the server it loads.
"""

import asyncio
import contextlib
import json
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, BytesMessage, CloseConnection, Message, Request, TextMessage

_NAMESPACE = "/_event"
_ROOT = "reflex___state____state"
_STATES = f"{_ROOT}.lifeplan_app___state___"
_PLAN = f"{_STATES}plan____plan_state"
_GOAL = f"{_STATES}goal____goal_state"
_STEPS = f"{_STATES}steps____steps_state"
_SESSION = f"{_STATES}session____session_state"
_RECEIVED = f"{_STATES}received____received_state"
_LOOK_FOR = f"{_STATES}search____search_state.look_for"
_CLOSE_FIELD = f"{_STATES}steps____field_state.close_field"
_CHUNK = 2**16
_PATIENCE = 30.0

Delta = dict[str, dict[str, Any]]


class Window:
    """One open plan; `shown` is what it shows, by state and var."""

    def __init__(self, port: int, cookie: str) -> None:
        self.shown: Delta = {}
        self._port = port
        self._cookie = cookie
        self._protocol = WSConnection(ConnectionType.CLIENT)
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._text = ""
        self._packets: list[str] = []

    async def open(self) -> None:
        """Connect as a page does, and return when the plan is shown with its first goal open."""
        await self.connect("hydrate_and_load")
        await self._until(lambda _: self._var(_PLAN, "loaded") is True)
        await self.open_goal()

    async def connect(self, hello: str = "hydrate") -> None:
        """Connect, and return when the server has said whose window it is; nothing of the plan is read."""
        host = f"127.0.0.1:{self._port}"
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        target = f"/_event/?EIO=4&transport=websocket&token={uuid.uuid4()}"
        headers = [(b"Origin", f"http://{host}".encode()), (b"Cookie", f"s={self._cookie}".encode())]
        self._send(Request(host=host, target=target, extra_headers=headers))
        await self._until(lambda packet: packet.startswith("0"))  # the transport is open
        said = json.dumps({"event": self._event(f"{_ROOT}.{hello}", {})})
        self._send(TextMessage(f"40{_NAMESPACE},{said}"))
        await self._until(lambda _: self._var(_SESSION, "gate"))

    async def load(self) -> float:
        """Read the plan; return the seconds until all of it is here."""
        return await self._seconds(f"{_PLAN}.load", lambda _: self._var(_PLAN, "loaded") is True)

    async def load_received(self) -> float:
        """Read the list of what others show; return the seconds until all of it is here."""
        return await self._seconds(f"{_RECEIVED}.load", lambda _: self._var(_RECEIVED, "loaded") is True)

    @property
    def people(self) -> list[dict[str, Any]]:
        """The list of what others show, as it was read."""
        return self._var(_RECEIVED, "people") or []

    async def open_goal(self) -> float:
        """Open the first goal; return the seconds until its steps are here."""
        first = self._var(_PLAN, "soon")[0]["id"]
        return await self._seconds(
            f"{_GOAL}.open_goal", lambda _: bool(self._var(_STEPS, "rows")), goal_id=first
        )

    async def tick(self, turn: int) -> float:
        """Tick one step of the open goal, or take its tick away; return the seconds until it shows."""
        rows = self._var(_STEPS, "rows")
        step = rows[turn % len(rows)]
        progress = "active" if step["progress"] == "done" else "done"
        return await self._seconds(
            f"{_GOAL}.choose",
            lambda _: self._progress_of(step["id"]) == progress,
            record_id=step["id"],
            progress=progress,
        )

    async def search(self, words: str) -> float:
        """Look for *words*; return the seconds until what holds them is here."""
        return await self._seconds(_LOOK_FOR, lambda packet: _state_of(_LOOK_FOR) in packet, words=words)

    async def close_field(self) -> float:
        """Close the text that is open, there or not; return the seconds until that is answered."""
        return await self._seconds(_CLOSE_FIELD, lambda packet: _state_of(_CLOSE_FIELD) in packet)

    async def close(self) -> None:
        if self._writer is not None:
            with contextlib.suppress(OSError):
                self._send(CloseConnection(code=1000))
                self._writer.close()
                await self._writer.wait_closed()

    async def _seconds(self, name: str, is_there: Callable[[str], bool], **payload: str) -> float:
        began = time.perf_counter()
        self._call(name, **payload)
        return await self._until(is_there) - began

    def _progress_of(self, step_id: str) -> str:
        return next((row["progress"] for row in self._var(_STEPS, "rows") if row["id"] == step_id), "")

    def _var(self, state: str, name: str) -> Any:
        return self.shown.get(state, {}).get(f"{name}_rx_state_")

    def _event(self, name: str, payload: dict[str, Any]) -> dict[str, Any]:
        place = {"pathname": "/plan/", "asPath": "/plan/", "query": {}}
        return {"name": name, "payload": payload, "router_data": place}

    def _call(self, name: str, **payload: str) -> None:
        packet = json.dumps(["event", self._event(name, payload)])
        self._send(TextMessage(f"42{_NAMESPACE},{packet}"))

    def _send(self, event: Any) -> None:
        assert self._writer is not None
        self._writer.write(self._protocol.send(event))

    async def _until(self, condition: Any) -> float:
        """Take packets until *condition* holds after one; return when that one came."""
        async with asyncio.timeout(_PATIENCE):
            while True:
                packet = await self._packet()
                came = time.perf_counter()
                self._take(packet)
                if condition(packet):
                    return came

    async def _packet(self) -> str:
        assert self._reader is not None
        while not self._packets:
            data = await self._reader.read(_CHUNK)
            if not data:
                raise ConnectionError("the server closed the socket")
            self._protocol.receive_data(data)
            self._packets.extend(self._whole_texts())
        return self._packets.pop(0)

    def _whole_texts(self) -> Iterator[str]:
        for event in self._protocol.events():
            if isinstance(event, (CloseConnection, BytesMessage)):
                raise ConnectionError(f"the server refused the socket: {event}")
            if isinstance(event, AcceptConnection) or not isinstance(event, Message):
                continue
            self._text += event.data
            if event.message_finished:
                text, self._text = self._text, ""
                yield text

    def _take(self, packet: str) -> None:
        if packet == "2":  # the server asks whether anybody is there
            self._send(TextMessage("3"))
        elif packet.startswith(f"42{_NAMESPACE},"):
            name, update = json.loads(packet.split(",", 1)[1])
            if name == "event":
                for state, values in (update.get("delta") or {}).items():
                    self.shown.setdefault(state, {}).update(values)


def _state_of(handler: str) -> str:
    return f'"{handler.rpartition(".")[0]}"'
