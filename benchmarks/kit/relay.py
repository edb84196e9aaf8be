"""A relay between a browser and a server: it passes every byte on, and knows what brought it."""

import contextlib
import re
import socket
import threading
from collections import Counter
from dataclasses import dataclass
from socketserver import BaseRequestHandler, ThreadingTCPServer
from typing import cast

_REQUEST = re.compile(rb"([A-Z]+) ([^ ?]+)[^ ]* HTTP/1\.1\r\n")
_WHOLE = re.compile(rb"HTTP/1\.1 200 ")
_CHUNK = 65_536


@dataclass
class Moved:
    """What one request moved, in bytes on the wire.

    Attributes:
        path: What was asked for.
        posts: Whether it brought something itself.
        sent: What went up.
        size: What came back.
        whole: Whether that holds the content.
    """

    path: str
    posts: bool = False
    sent: int = 0
    size: int = 0
    whole: bool = False


class Relay(ThreadingTCPServer):
    """Listens in the place of the server at *port*, for a browser started with `mapping`.

    The browser names the server as ever: the page, its cookies and its worker see no difference.
    """

    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", 0), _Passing)
        self.onward = port
        self.moved: list[Moved] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.onward}"

    @property
    def mapping(self) -> str:
        """The argument with which the browser comes here when it opens `origin`."""
        return f"--host-resolver-rules=MAP localhost:{self.onward} 127.0.0.1:{self.server_address[1]}"

    def take(self) -> list[Moved]:
        """Return what has been moved since the last time."""
        taken, self.moved = self.moved, []
        return taken

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class _Passing(BaseRequestHandler):
    """One connection. Requests follow each other on it, so what comes back belongs to the last."""

    def handle(self) -> None:
        relay = cast("Relay", self.server)
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", relay.onward)) as onward:
            self._now = Moved("")
            threading.Thread(target=self._ask, args=(relay, onward), daemon=True).start()
            while chunk := onward.recv(_CHUNK):
                self._now.size += len(chunk)
                self._now.whole |= bool(_WHOLE.match(chunk))
                self.request.sendall(chunk)

    def _ask(self, relay: Relay, onward: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while chunk := self.request.recv(_CHUNK):
                if asked := _REQUEST.match(chunk):
                    self._now = Moved(asked[2].decode(), posts=asked[1] == b"POST")
                    relay.moved.append(self._now)
                self._now.sent += len(chunk)
                onward.sendall(chunk)
            onward.shutdown(socket.SHUT_RDWR)


def weight(moved: list[Moved]) -> int:
    return sum(each.size for each in moved)


def twice(moved: list[Moved]) -> list[str]:
    """Return the paths whose content came more than once."""
    counted = Counter(each.path for each in moved if each.whole)
    return sorted(path for path, count in counted.items() if count > 1)
