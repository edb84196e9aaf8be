"""The key file: the pepper, and one random shred key for each account.

It lies beside the database and is backed up apart from it, the newest only: an account whose shred
key is forgotten cannot be opened in any old copy of the database either.
"""

import contextlib
import fcntl
import json
import os
import secrets
import threading
from collections.abc import Generator
from pathlib import Path
from typing import Any

from lifeplan_app.model.errors import StoreError
from lifeplan_app.model.ids import AccountId

_KEY_BYTES = 32


class KeyFile:
    """The key file at *path*, made if there is none. Threads and processes may share it.

    Raises:
        StoreError: It cannot be read, made or understood.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._stamp: tuple[int, int, int] | None = None
        self._content: dict[str, Any] = {}
        with self._changing() as content:
            content.setdefault("pepper", secrets.token_hex(_KEY_BYTES))
            content.setdefault("shred", {})

    def __repr__(self) -> str:
        return "KeyFile(…)"

    @property
    def pepper(self) -> bytes:
        """The secret (32 bytes) without which no passphrase opens anything.

        Raises:
            StoreError: The file cannot be read now.
        """
        return bytes.fromhex(self._read()["pepper"])

    def shred(self, account: AccountId) -> bytes:
        """Return the shred key (32 bytes) of *account*; empty if it has none, which opens nothing.

        Raises:
            StoreError: The file cannot be read now.
        """
        return bytes.fromhex(self._read()["shred"].get(account, ""))

    def add(self, account: AccountId) -> bytes:
        """Return a new shred key for *account*; it is on the disk.

        Raises:
            StoreError: The file cannot be written now; it is as it was.
        """
        key = secrets.token_bytes(_KEY_BYTES)
        with self._changing() as content:
            content["shred"][account] = key.hex()
        return key

    def forget(self, account: AccountId) -> None:
        """Let nothing of *account* ever open again, in any copy of the database.

        Raises:
            StoreError: The file cannot be written now; it is as it was.
        """
        with self._changing() as content:
            content["shred"].pop(account, None)

    def _read(self) -> dict[str, Any]:
        """Return the content, read anew when another process replaced the file."""
        with self._lock, _told_as_store_error():
            status = self._path.stat()
            stamp = (status.st_ino, status.st_mtime_ns, status.st_size)
            if stamp != self._stamp:
                self._content = json.loads(self._path.read_bytes())
                self._stamp = stamp
            return self._content

    @contextlib.contextmanager
    def _changing(self) -> Generator[dict[str, Any]]:
        """Yield a copy to change; it replaces the file at a clean exit. One process at a time."""
        with self._lock, _told_as_store_error(), self._locked_file():
            before = json.dumps(self._read() if self._path.exists() else {})
            content: dict[str, Any] = json.loads(before)
            yield content
            after = json.dumps(content)
            if after != before:
                self._replace(after.encode())

    @contextlib.contextmanager
    def _locked_file(self) -> Generator[None]:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = self._path.with_suffix(".lock")
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_RDWR, 0o600)) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _replace(self, content: bytes) -> None:
        """Replace the file whole or not at all; it is on the disk before this returns."""
        new = self._path.with_suffix(".new")
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._path)
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)  # the new name itself must survive a power cut
        finally:
            os.close(folder)


@contextlib.contextmanager
def _told_as_store_error() -> Generator[None]:
    try:
        yield
    except (OSError, ValueError, KeyError) as fault:
        raise StoreError from fault
