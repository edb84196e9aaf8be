"""What one process holds: the store, the keys of those signed in, their sessions."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from lifeplan_app.core.guessing import Guessing
from lifeplan_app.core.hashing import Hasher
from lifeplan_app.core.sessions import Sessions
from lifeplan_app.crypto.keyring import KeyRing
from lifeplan_app.crypto.slots import decoy_slots
from lifeplan_app.model.ids import VaultId
from lifeplan_app.model.sharing import MOST_PEOPLE
from lifeplan_app.store.accounts import SlotPair
from lifeplan_app.store.records import Records, RecordsFactory
from lifeplan_app.store.unit import Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class House:
    """Everything a use case needs besides the actor. One a process.

    Attributes:
        store: The database and the key file.
        ring: The keys of those signed in.
        sessions: Who is signed in.
        guessing: How often who tried.
        hasher: Runs what hashes passphrases.
        today: The day, in UTC.
        now: This moment, for the day where somebody is.
        most_people: How many people a mentor walks with at most, as the programme has it.
        decoys: Slots that nothing opens, tried where a name has no account.
    """

    store: Store
    ring: KeyRing
    sessions: Sessions
    guessing: Guessing
    hasher: Hasher
    today: Callable[[], date]
    decoys: SlotPair = field(repr=False)
    now: Callable[[], datetime]
    most_people: int = MOST_PEOPLE
    _listening: list[Callable[[frozenset[VaultId]], None]] = field(default_factory=list, repr=False)

    @contextmanager
    def read(self) -> Generator[UnitOfWork]:
        """Yield a unit of work that sees one moment of the database and changes nothing.

        Raises:
            StoreError: The database cannot be read now.
        """
        with self.store.read() as uow:
            uow.most_people = self.most_people
            yield uow

    @contextmanager
    def write(self) -> Generator[UnitOfWork]:
        """Return a unit of work that is kept whole at a clean exit, and not at all otherwise.

        Once it is kept, whoever listens learns which other vaults it concerns.

        Raises:
            StoreError: The database cannot be written now; nothing was kept.
        """
        with self.store.write() as uow:
            uow.most_people = self.most_people
            yield uow
        if uow.concerns:
            for callback in self._listening:
                callback(frozenset(uow.concerns))

    def on_concern(self, callback: Callable[[frozenset[VaultId]], None]) -> None:
        """Call *callback* with the vaults whose windows show what was just changed, from any thread."""
        self._listening.append(callback)

    def close(self) -> None:
        """End all sessions, drop all keys, close the database."""
        self.hasher.close()
        self.sessions.end_all()
        self.store.close()


def _now() -> datetime:
    return datetime.now(tz=UTC)


def make(
    folder: Path,
    *,
    clock: Callable[[], float],
    today: Callable[[], date],
    now: Callable[[], datetime] = _now,
    hasher: Hasher | None = None,
    records_factory: RecordsFactory = Records,
    most_people: int = MOST_PEOPLE,
) -> House:
    """Return a house that keeps its data in *folder*, which is made and migrated if need be.

    Args:
        folder: Where the database and the key file lie; nobody else may read it.
        clock: Seconds from anywhere, never going back and not standing still in a machine's sleep
            (``lambda: time.clock_gettime(time.CLOCK_BOOTTIME)``).
        today: The day, for invitations and the month an account was made.
        now: This moment, for the day where somebody is.
        hasher: Given by tests, which cannot wait for the real cost.
        records_factory: Given by benchmarks, to measure what sealing costs.
        most_people: How many people a mentor walks with at most, as the programme has it.

    Raises:
        StoreError: The folder or the database cannot be used.
    """
    ring = KeyRing()
    store = Store(folder, ring, records_factory)
    return House(
        store=store,
        ring=ring,
        sessions=Sessions(clock, ring, store.keyfile.pepper),
        guessing=Guessing(clock, today, store.keyfile.pepper),
        hasher=hasher or Hasher(),
        today=today,
        decoys=decoy_slots(),
        now=now,
        most_people=most_people,
    )
