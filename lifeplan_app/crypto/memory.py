"""What was opened once, for as long as the key is there: in the memory of this process and nowhere else."""

import hashlib
from collections.abc import Callable, Sequence
from threading import Lock
from typing import NoReturn, SupportsIndex, TypeVar, cast

T = TypeVar("T")

Row = tuple[str, int, bytes]
"""A row as it stands in the database: its id, its version, what is sealed in it."""

_DIGEST_BYTES = 16


class KeptHere:
    """What must never leave the process: it cannot be copied, pickled or shown."""

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise TypeError("this stays where it is")

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Memory(KeptHere):
    """What rows of one table hold, as it was opened. Thread-safe.

    It spares the opening and vouches for nothing: a row is read anew as soon as one byte of it is
    not what was opened, whoever changed it. So it cannot be wrong about a write that was undone,
    and what somebody changes on the disk is refused at the next look as if nothing were known.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, bytes, object]] = {}  # id → version, digest, what it holds
        self._lock = Lock()
        self._over = False

    def recall(self, row: Row, read: Callable[[Row], T]) -> T:
        """Return what *read* made of *row* when it was last seen; if it has changed, what it makes now.

        Raises:
            Exception: Whatever *read* raises; nothing is remembered then.
        """
        name, version, sealed = row
        digest = hashlib.blake2b(sealed, digest_size=_DIGEST_BYTES).digest()
        known = self._known.get(name)
        if known is not None and known[:2] == (version, digest):
            return cast("T", known[2])
        held = read(row)
        with self._lock:
            if not self._over:  # the key may have gone while *read* was at work
                self._known[name] = version, digest, held
        return held

    def recall_all(self, rows: Sequence[Row], read: Callable[[Row], T]) -> list[T]:
        """Return what each of *rows* holds; every other row is forgotten, since it is gone.

        Raises:
            Exception: Whatever *read* raises.
        """
        held = [self.recall(row, read) for row in rows]
        there = {row[0] for row in rows}
        with self._lock:
            for gone in self._known.keys() - there:
                del self._known[gone]
        return held

    def forget(self, name: str) -> None:
        """Forget the row with that id; one that is not known is no fault."""
        with self._lock:
            self._known.pop(name, None)

    def wipe(self) -> None:
        """Forget everything, and remember nothing from now on."""
        with self._lock:
            self._over = True
            self._known.clear()

    def __len__(self) -> int:
        return len(self._known)
