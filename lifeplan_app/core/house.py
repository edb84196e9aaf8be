"""What one process holds: the store, the keys of those signed in, their sessions."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lifeplan_app.core.guessing import Guessing
from lifeplan_app.core.hashing import Hasher
from lifeplan_app.core.sessions import Sessions
from lifeplan_app.crypto import passwords
from lifeplan_app.crypto.keyring import KeyRing
from lifeplan_app.store.unit import Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class House:
    """Everything a use case needs besides the actor. One a process."""

    store: Store
    ring: KeyRing
    sessions: Sessions
    guessing: Guessing
    hasher: Hasher
    today: Callable[[], date]

    def read(self) -> AbstractContextManager[UnitOfWork]:
        """Return a unit of work that sees one moment of the database and changes nothing.

        Raises:
            StoreError: The database cannot be read now.
        """
        return self.store.read()

    def write(self) -> AbstractContextManager[UnitOfWork]:
        """Return a unit of work that is kept whole at a clean exit, and not at all otherwise.

        Raises:
            StoreError: The database cannot be written now; nothing was kept.
        """
        return self.store.write()

    def close(self) -> None:
        """End all sessions, drop all keys, close the database."""


def make(
    folder: Path,
    *,
    clock: Callable[[], float],
    today: Callable[[], date],
    parameters: int = passwords.CURRENT,
) -> House:
    """Return a house that keeps its data in *folder*, which is made and migrated if need be.

    Args:
        folder: Where the database and the key file lie; nobody else may read it.
        clock: Seconds from anywhere, never going back and not standing still in a machine's sleep
            (``lambda: time.clock_gettime(time.CLOCK_BOOTTIME)``).
        today: The day, for invitations and the month an account was made.
        parameters: The allow-listed parameters of new passphrase hashes.

    Raises:
        StoreError: The folder or the database cannot be used.
        ParameterError: The parameters are not in the allow-list.
    """
    raise NotImplementedError
