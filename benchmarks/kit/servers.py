"""Servers under measurement, each in a process of its own."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kit import BENCHMARKS
from lifeplan_app.frontend.build import ensure_built
from lifeplan_app.frontend.places import ROOT, SCRATCH
from lifeplan_app.settings import Settings

PORTS = range(3400, 3450)
REAL = ("-m", "lifeplan_app", "serve")
CLEAR = ("-m", "kit.clear_server")
BLANK = ("-m", "kit.blank_server")

_START_SECONDS = 30
_STOP_SECONDS = 15
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SSL_CERT_FILE")


def address(port: int) -> str:
    return f"http://127.0.0.1:{port}"


def free_port() -> int:
    """Return a port that nobody listens on now."""
    for port in PORTS:
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError(f"No port from {PORTS.start} to {PORTS.stop - 1} is free.")


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """Yield a folder on the disk where the app keeps its data by default; nothing of it stays."""
    SCRATCH.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=SCRATCH))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def build() -> None:
    """Build the pages, unless they are there."""
    ensure_built(Settings(), print)


@dataclass(frozen=True)
class Server:
    """A server that runs.

    Attributes:
        port: Where it answers, on this machine alone.
        process: Its process.
    """

    port: int
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return address(self.port)

    @property
    def worked(self) -> float:
        """The seconds of processor that it has used; where the system does not say, nothing."""
        try:
            said = Path(f"/proc/{self.process.pid}/stat").read_text()
        except OSError:
            return float("nan")
        user, system = said.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> int:
        """The bytes of memory that are its own, files aside.

        Raises:
            OSError: The system does not say.
        """
        said = Path(f"/proc/{self.process.pid}/status").read_text()
        return 1024 * int(said.partition("RssAnon:")[2].split()[0])

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def serving(command: tuple[str, ...], data: Path, **more: str) -> Iterator[Server]:
    """Yield a server whose first page has come, started with *command* on the folder *data*.

    What *more* names is put into its environment; by default it takes any port that is free.
    """
    port = int(more.get("PORT") or free_port())
    log = data.with_suffix(".log")
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=_environment(port, data, **more),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(port, process)
    try:
        _until_it_answers(server, log)
        yield server
    finally:
        server.stop()


def _environment(port: int, data: Path, **more: str) -> dict[str, str]:
    """Return what a server finds in its environment: little of this one's."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    here = {"PORT": str(port), "DATA": str(data), "PYTHONPATH": str(BENCHMARKS), "PYTHONUNBUFFERED": "1"}
    return {**kept, **here, **more}


def _until_it_answers(server: Server, log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and server.process.poll() is None:
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(server.address, timeout=_START_SECONDS) as answer,  # noqa: S310 - http, here
        ):
            answer.read()
            return
        time.sleep(0.01)
    raise RuntimeError(f"The server did not start:\n{log.read_text(errors='replace')}")
