"""Who works in the database at this moment, so that long work lets short work go first.

Python runs one thread at a time. Opening a large plan for the first time keeps it busy for as long as
a dozen ticks; whoever ticks meanwhile would wait for a share of the processor at every step of hers.
"""

import contextlib
import threading
import time
from collections.abc import Generator
from typing import Final

LONG: Final = 64
"""Records opened in one unit of work; from then on it is long."""
STRIDE: Final = 8
"""Records that long work opens between two looks at who else is there."""
PAUSE_SECONDS: Final = 0.001
MOST_PAUSES: Final = 200
"""In one unit of work: long work is put off for a fifth of a second at most."""


class Turns:
    """The units of work of one process. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._short = 0

    @property
    def short_ones(self) -> bool:
        """Whether somebody's short work is under way."""
        return self._short > 0

    @contextlib.contextmanager
    def turn(self, *, patient: bool) -> Generator["Turn"]:
        """Yield the turn of one unit of work, which is short until it shows otherwise.

        Args:
            patient: Whether it may wait for others. Who holds the lock for writing may not.
        """
        turn = Turn(self, patient=patient)
        self.count(1)
        try:
            yield turn
        finally:
            turn.ends()

    def count(self, by: int) -> None:
        """Count *by* more units of short work."""
        with self._lock:
            self._short += by


class Turn:
    """The turn of one unit of work; it belongs to one thread."""

    def __init__(self, turns: Turns, *, patient: bool) -> None:
        self._turns = turns
        self._patient = patient
        self._counted = True
        self._opened = 0
        self._pauses = 0

    def opens_one(self) -> None:
        """Count a record that had to be opened; when there are many, wait for those whose work is short."""
        self._opened += 1
        if self._opened < LONG or self._opened % STRIDE:
            return
        self.ends()
        while self._patient and self._turns.short_ones and self._pauses < MOST_PAUSES:
            self._pauses += 1
            time.sleep(PAUSE_SECONDS)

    def ends(self) -> None:
        """Count no longer as short work."""
        if self._counted:
            self._counted = False
            self._turns.count(-1)
