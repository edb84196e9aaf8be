"""The unit of work: what is kept whole, or not at all."""

import contextlib
import threading
from collections.abc import Generator
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from lifeplan_app.crypto.keyring import KeyRing, VaultKeys
from lifeplan_app.model.errors import StoreError
from lifeplan_app.model.ids import VaultId
from lifeplan_app.model.sharing import MOST_PEOPLE
from lifeplan_app.store.accounts import Accounts
from lifeplan_app.store.blobs import Blobs
from lifeplan_app.store.engine import WRITE, make_engine
from lifeplan_app.store.invitations import Invitations
from lifeplan_app.store.keyfile import KeyFile
from lifeplan_app.store.links import Links
from lifeplan_app.store.messages import Messages, Viewings
from lifeplan_app.store.migrate import upgrade
from lifeplan_app.store.records import Records, RecordsFactory
from lifeplan_app.store.shares import Shares
from lifeplan_app.store.staff import Staff
from lifeplan_app.store.turns import Turn, Turns
from lifeplan_app.store.vaults import Vaults

DATABASE = "carnet.db"
KEYS = "keys.json"


class UnitOfWork:
    """What is read and written together.

    Attributes:
        accounts: The accounts and their slots.
        invitations: The open invitations.
        links: Who is linked with whom.
        messages: Letters on their way.
        shares: What is shared.
        staff: Those who work here.
        vaults: The vaults.
        viewings: Who opened what was shared.
        concerns: The other vaults whose windows show what is changed here.
        most_people: How many people a mentor walks with at most, as the programme has it.
    """

    def __init__(
        self,
        session: Session,
        ring: KeyRing,
        keyfile: KeyFile,
        records_factory: RecordsFactory,
        turn: Turn,
    ) -> None:
        self.accounts = Accounts(session)
        self.invitations = Invitations(session, keyfile.pepper)
        self.links = Links(session)
        self.messages = Messages(session)
        self.shares = Shares(session)
        self.staff = Staff(session)
        self.vaults = Vaults(session)
        self.viewings = Viewings(session)
        self.concerns: set[VaultId] = set()
        self.most_people = MOST_PEOPLE
        self._session = session
        self._ring = ring
        self._keyfile = keyfile
        self._records_factory = records_factory
        self._turn = turn

    def keys(self, handle: str) -> VaultKeys:
        """Return the keys that the process holds under *handle*.

        Raises:
            SessionOverError: They are gone.
        """
        return self._ring.get(handle)

    def opens_one(self) -> None:
        """Count something sealed that had to be opened; who opens much lets others go first."""
        self._turn.opens_one()

    def records(self, keys: VaultKeys) -> Records:
        """Return the records of the vault that *keys* open.

        Raises:
            StoreError: The key file cannot be read now.
        """
        return self._records_factory(self._session, keys, self._keyfile.pepper, self._turn)

    def blobs(self, keys: VaultKeys) -> Blobs:
        """Return the images of the vault that *keys* open."""
        return Blobs(self._session, keys)


class Store:
    """The database and the key file in *folder*, made and brought up to date if need be.

    Args:
        folder: Nobody else may read it afterwards.
        ring: Where the keys of those signed in are found.
        records_factory: How records are sealed; a benchmark may give another.

    Raises:
        StoreError: The folder, the database or the key file cannot be used.
    """

    def __init__(self, folder: Path, ring: KeyRing, records_factory: RecordsFactory = Records) -> None:
        self.folder = folder
        self._ring = ring
        self._records_factory = records_factory
        self._writing = threading.Lock()
        self._turns = Turns()
        with _told_as_store_error():
            upgrade(self.database)
            self._engine = make_engine(self.database)
            self._write_engine = self._engine.execution_options(**{WRITE: True})
        self.keyfile = KeyFile(folder / KEYS)

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / DATABASE

    @contextlib.contextmanager
    def read(self) -> Generator[UnitOfWork]:
        """Yield a unit of work that sees one moment of the database; nothing it does is kept.

        Raises:
            StoreError: The database cannot be read now.
        """
        with self._unit(self._engine, patient=True) as (unit, _):
            yield unit

    @contextlib.contextmanager
    def write(self) -> Generator[UnitOfWork]:
        """Yield a unit of work that is on the disk after a clean exit, and undone after any other.

        One at a time in this process: waiting here is fair, waiting in SQLite is not. Not to be
        opened within another.

        Raises:
            StoreError: The database cannot be written now; nothing was kept.
        """
        with self._writing, self._unit(self._write_engine, patient=False) as (unit, session):
            yield unit
            session.commit()

    def close(self) -> None:
        """Close the connections; what is committed moves from the journal into the database."""
        self._engine.dispose()

    @contextlib.contextmanager
    def _unit(self, engine: Engine, *, patient: bool) -> Generator[tuple[UnitOfWork, Session]]:
        with _told_as_store_error(), self._turns.turn(patient=patient) as turn, Session(engine) as session:
            session.connection()  # begins now: a read sees this very moment, a write has the lock
            yield UnitOfWork(session, self._ring, self.keyfile, self._records_factory, turn), session


@contextlib.contextmanager
def _told_as_store_error() -> Generator[None]:
    """Tell any trouble with the database as one error, without the statement or its values."""
    try:
        yield
    except (SQLAlchemyError, OSError) as fault:
        raise StoreError from fault
