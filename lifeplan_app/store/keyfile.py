"""The key file: the pepper, and one random shred key for each account.

It lies beside the database and is backed up apart from it, the newest only: an account whose shred
key is forgotten cannot be opened in any old copy of the database either.
"""

import contextlib
import fcntl
import json
import os
import threading
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from lifeplan_app.crypto.keys import new_key
from lifeplan_app.model.errors import StoreError
from lifeplan_app.model.ids import AccountId
from lifeplan_app.store.engine import make_private_file


@dataclass(frozen=True, slots=True)
class _Content:
    pepper: bytes = field(repr=False)
    shred: dict[AccountId, bytes] = field(repr=False)

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        found = json.loads(raw)
        shred = {account: bytes.fromhex(key) for account, key in found["shred"].items()}
        return cls(bytes.fromhex(found["pepper"]), shred)

    def serialise(self) -> bytes:
        shred = {account: key.hex() for account, key in self.shred.items()}
        return json.dumps({"pepper": self.pepper.hex(), "shred": shred}).encode()


class KeyFile:
    """The key file at *path*, made if there is none. Threads and processes may share it.

    Raises:
        StoreError: It cannot be read, made or understood. A damaged one is never made anew: the
            new pepper would open nothing, and the old one would be gone.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._stamp: tuple[int, int, int] | None = None
        self._content = _Content(b"", {})
        with self._changing_alone():
            if not path.exists():
                self._replace(_Content(new_key(), {}))
            self._read()

    def __repr__(self) -> str:
        return "KeyFile(…)"

    @property
    def pepper(self) -> bytes:
        """The secret (32 bytes) without which no passphrase opens anything.

        Raises:
            StoreError: The file cannot be read now.
        """
        return self._read().pepper

    def shred(self, account: AccountId) -> bytes:
        """Return the shred key (32 bytes) of *account*; empty if it has none, which opens nothing.

        Raises:
            StoreError: The file cannot be read now.
        """
        return self._read().shred.get(account, b"")

    def add(self, account: AccountId) -> bytes:
        """Return a new shred key for *account*; it is on the disk.

        Raises:
            StoreError: The file cannot be written now; it is as it was.
        """
        key = new_key()
        with self._changing_alone():
            content = self._read()
            self._replace(_Content(content.pepper, {**content.shred, account: key}))
        return key

    def forget(self, account: AccountId) -> None:
        """Let nothing of *account* ever open again, in any copy of the database.

        Raises:
            StoreError: The file cannot be written now; it is as it was.
        """
        with self._changing_alone():
            content = self._read()
            left = {each: key for each, key in content.shred.items() if each != account}
            self._replace(_Content(content.pepper, left))

    def _read(self) -> _Content:
        """Return the content, read anew when another process replaced the file."""
        with self._lock, _told_as_store_error():
            status = self._path.stat()
            stamp = (status.st_ino, status.st_mtime_ns, status.st_size)
            if stamp != self._stamp:
                self._content = _Content.parse(self._path.read_bytes())
                self._stamp = stamp
            return self._content

    @contextlib.contextmanager
    def _changing_alone(self) -> Generator[None]:
        """Let no other thread or process change the file meanwhile."""
        beside = self._path.with_suffix(".lock")
        with self._lock, _told_as_store_error():
            make_private_file(beside)
            with beside.open() as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                yield

    def _replace(self, content: _Content) -> None:
        """Replace the file whole or not at all; it is on the disk before this returns."""
        new = self._path.with_suffix(".new")
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content.serialise())
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
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise StoreError from fault
