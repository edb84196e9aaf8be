"""A real server, as `make run` starts it, on a free port and with its own data."""

import contextlib
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

from lifeplan_app import demo
from lifeplan_app.core import house, invitations
from lifeplan_app.crypto.keyring import KeyRing
from lifeplan_app.frontend.places import ROOT
from lifeplan_app.model.account import Role
from lifeplan_app.store.unit import Store

START_SECONDS = 60
STOP_SECONDS = 30
KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SSL_CERT_FILE")


class Carnet:
    """One server. It keeps its port and its data through `restart` and `kill`."""

    program = "lifeplan_app"

    def __init__(self, folder: Path, **environment: str) -> None:
        self.data_dir = folder / "data"
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self._log = folder / "server.log"
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and return as soon as it serves."""
        with self._log.open("ab") as log:
            began = log.tell()
            self._process = subprocess.Popen(
                [sys.executable, "-m", self.program, "serve"],
                cwd=ROOT,
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while "Carnet is at" not in self.log[began:]:
            if not self.runs or time.monotonic() > deadline:
                self.kill()
                raise AssertionError(f"the server did not start:\n{self.log}")
            time.sleep(0.02)

    def environment(self) -> dict[str, str]:
        """Return what the server finds in its environment: little of this one's."""
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        own = {"PORT": str(self.port), "DATA": str(self.data_dir), "PYTHONUNBUFFERED": "1"}
        return {**kept, **own, **self._environment}

    def stop(self) -> None:
        """End it as Ctrl-C does, and make sure that it ended well."""
        if self.runs:
            self.send(signal.SIGINT)
            code = self._wait()
            assert code == 0, f"it ended with {code}:\n{self.log}"
        assert "Traceback" not in self.log, self.log

    def kill(self) -> None:
        """End it as a power cut does."""
        if self.runs:
            self.send(signal.SIGKILL)
        self._wait()

    def restart(self) -> None:
        """End it well, and start it again."""
        self.stop()
        self.start()

    def send(self, number: signal.Signals) -> None:
        """Send it a signal, as a terminal does: to the whole group."""
        assert self._process
        os.killpg(self._process.pid, number)

    @contextlib.contextmanager
    def disk_full(self) -> Generator[None]:
        """Let it write no more than a few bytes into any file, as on a disk that is full."""
        assert self._process
        limits = resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (16, limits[1]))
        yield
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, limits)

    @property
    def runs(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    @property
    def log(self) -> str:
        """All that it printed, over all of its starts."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def invitation(self, role: Role = Role.PARTICIPANT) -> str:
        """Return a new invitation code, made beside the running server as the command line does."""
        store = Store(self.data_dir, KeyRing())
        try:
            with store.write() as uow:
                return invitations.make(uow, role, datetime.now(tz=UTC).date())
        finally:
            store.close()

    def invite_guests(self) -> None:
        """Make the accounts of the demonstration, with what is written in them, beside the running server."""
        made = house.make(self.data_dir, clock=time.monotonic, today=lambda: datetime.now(tz=UTC).date())
        demo.invite_guests(made)
        made.close()

    def _wait(self) -> int:
        assert self._process
        try:
            return self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.send(signal.SIGKILL)
            self._process.wait()
            raise


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
