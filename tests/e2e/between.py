"""A server in between a phone and the app: it counts what is moved, and can make the app a newer one."""

import contextlib
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

import httpx

from tests.e2e.server import Carnet

_NOT_PASSED_ON = {"host", "connection", "transfer-encoding", "content-length", "accept-encoding", "upgrade"}


class Between(ThreadingHTTPServer):
    """Passes on every request but the socket's, in clear and not compressed.

    Attributes:
        moved: How often each address was answered with its content.
        asked: How often each address was asked for at all.
        version: What the app's pages, its worker and its sign-in call themselves instead of their own.
    """

    daemon_threads = True

    def __init__(self, carnet: Carnet, build: str) -> None:
        super().__init__(("127.0.0.1", 0), _Passing)
        self.url = f"http://localhost:{self.server_port}"
        self.app = carnet.url
        self.client = httpx.Client(base_url=carnet.url)
        self.build = self.version = build
        self.moved: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def server_close(self) -> None:
        """Let go of both sides."""
        super().server_close()
        self.client.close()

    def renamed(self, body: bytes) -> bytes:
        """Return *body* as the newer version would send it."""
        return body.replace(self.build.encode(), self.version.encode())


class _Passing(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._pass_on()

    def do_POST(self) -> None:
        self._pass_on()

    def _pass_on(self) -> None:
        between = cast("Between", self.server)
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        headers = {name: value for name, value in self.headers.items() if name.lower() not in _NOT_PASSED_ON}
        if "Origin" in headers:
            headers["Origin"] = between.app
        if between.version != between.build:
            headers = {name: value for name, value in headers.items() if not name.startswith("If-")}
        headers["Accept-Encoding"] = "identity"
        answer = between.client.request(self.command, self.path, headers=headers, content=body)
        content = between.renamed(answer.content)
        path = self.path.split("?")[0]
        between.asked[path] += 1
        between.moved[path] += bool(content)
        self.send_response(answer.status_code)
        for name, value in answer.headers.multi_items():
            if name not in _NOT_PASSED_ON:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with contextlib.suppress(BrokenPipeError):  # the page has gone on meanwhile
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library has it
        """Say nothing of each request."""
