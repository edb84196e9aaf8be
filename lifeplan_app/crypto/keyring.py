"""The keys of those who are signed in: in the memory of this process and nowhere else."""

import secrets
from threading import Lock

from lifeplan_app.crypto import records
from lifeplan_app.crypto.memory import KeptHere, Memory
from lifeplan_app.crypto.records import Place
from lifeplan_app.model.errors import SessionOverError
from lifeplan_app.model.ids import VaultId

SCHEMA = 1
"""The form of what is sealed in a vault today."""

_HANDLE_BYTES = 32


class VaultKeys(KeptHere):
    """The key of one open vault, to seal and open with; it is never handed out.

    Attributes:
        id: The vault.
        memory: What was opened of the table that holds its words; gone when the key is.
        shown: What the list of people tells of cards that others show; no text of theirs, and gone as well.
    """

    def __init__(self, vault_id: VaultId, key: bytes) -> None:
        self.id = vault_id
        self.memory = Memory()
        self.shown = Memory()
        self._key = bytearray(key)
        self._lock = Lock()

    def seal(self, table: str, row: str, version: int, plaintext: bytes) -> bytes:
        """Return *plaintext* sealed for one version of one row of this vault.

        Raises:
            SessionOverError: The key was dropped meanwhile.
        """
        with self._lock:
            return records.seal(self._live_key(), self._place(table, row, version), plaintext)

    def open(self, table: str, row: str, version: int, sealed: bytes) -> bytes:
        """Return what was sealed for this version of this row of this vault.

        Raises:
            SessionOverError: The key was dropped meanwhile.
            SealError: Changed, cut, moved, of another version, or under another key.
            ParameterError: The suite is not in the allow-list.
        """
        with self._lock:
            return records.open_sealed(self._live_key(), self._place(table, row, version), sealed)

    def wipe(self) -> None:
        """Overwrite the key, forget what it opened; from now on nothing is sealed or opened.

        As far as Python can: what the key came from, and copies made inside the libraries, are
        left to the allocator.
        """
        with self._lock:
            self._key[:] = bytes(len(self._key))
            # Emptied as well: nothing must ever be sealed with a key of zeros.
            self._key.clear()
        self.memory.wipe()
        self.shown.wipe()

    def _live_key(self) -> bytearray:
        if not self._key:
            raise SessionOverError
        return self._key

    def _place(self, table: str, row: str, version: int) -> Place:
        return Place(SCHEMA, table, row, self.id, version)


class KeyRing(KeptHere):
    """All open vaults of this process, each under a handle that tells nothing."""

    def __init__(self) -> None:
        self._keys: dict[str, VaultKeys] = {}
        self._lock = Lock()

    def put(self, keys: VaultKeys) -> str:
        """Return a new handle for *keys*: 256 random bits."""
        handle = secrets.token_urlsafe(_HANDLE_BYTES)
        with self._lock:
            self._keys[handle] = keys
        return handle

    def get(self, handle: str) -> VaultKeys:
        """Return the keys put under *handle*.

        Raises:
            SessionOverError: They were dropped, or never were here.
        """
        with self._lock:
            keys = self._keys.get(handle)
        if keys is None:
            raise SessionOverError
        return keys

    def drop(self, handle: str) -> None:
        """Forget and wipe the keys under *handle*; a handle without keys is no fault."""
        with self._lock:
            keys = self._keys.pop(handle, None)
        if keys is not None:
            keys.wipe()

    def __len__(self) -> int:
        with self._lock:
            return len(self._keys)
