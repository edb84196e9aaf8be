"""The records of one vault, sealed on the way in and opened on the way out."""

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, TypeVar, cast

from sqlalchemy import CursorResult, Executable, bindparam, delete, insert, select, update
from sqlmodel import Session

from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.crypto.keyring import VaultKeys
from lifeplan_app.crypto.memory import Row
from lifeplan_app.model.errors import NotFoundError, StaleVersionError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Record
from lifeplan_app.store.codec import decode, encode
from lifeplan_app.store.tables import RECORD
from lifeplan_app.store.turns import Turn

R = TypeVar("R", bound=Record)

_TABLE = "record"
_ID_BYTES = 16

# Built once: a plan is read anew after each change, all of it.
_OF_VAULT: Final = RECORD.c.vault_id == bindparam("vault")
_THIS: Final = (RECORD.c.id == bindparam("row")) & _OF_VAULT
_ALL: Final = select(RECORD.c.id, RECORD.c.version, RECORD.c.body).where(_OF_VAULT)
_ONE: Final = select(RECORD.c.id, RECORD.c.version, RECORD.c.body).where(_THIS)
_ADD: Final = insert(RECORD)
_WRITE: Final = update(RECORD).where(_THIS, RECORD.c.version == bindparam("read_version"))
_DELETE: Final = delete(RECORD).where(_THIS)


class Records:
    """The records of the vault that *keys* open. Another vault's cannot be reached through it.

    Args:
        session: Of the unit of work.
        keys: Open the vault.
        naming: A secret for `named`.
        turn: Of the unit of work; who opens many records lets others go first.
    """

    def __init__(self, session: Session, keys: VaultKeys, naming: bytes, turn: Turn) -> None:
        self._session = session
        self._keys = keys
        self._naming = naming
        self._turn = turn

    def all(self) -> list[Record]:
        """Return every record of the vault, in no order.

        Raises:
            SealError: One does not open.
            ParameterError: One is sealed in a way that the code does not allow.
            SessionOverError: The keys are gone.
        """
        rows = cast("list[Row]", self._execute(_ALL, vault=self._keys.id).all())
        return self._keys.memory.recall_all(rows, self._opened_in_turn)

    def find(self, record_id: RecordId) -> Record | None:
        """Return the record with that id, or None if this vault has none.

        Raises:
            SealError: It does not open.
            ParameterError: It is sealed in a way that the code does not allow.
            SessionOverError: The keys are gone.
        """
        row = cast("Row | None", self._execute(_ONE, row=record_id, vault=self._keys.id).first())
        return self._keys.memory.recall(row, self._opened) if row else None

    def get(self, record_id: RecordId) -> Record:
        """Return the record with that id.

        Raises:
            NotFoundError: This vault has none.
            SealError: It does not open.
            ParameterError: It is sealed in a way that the code does not allow.
            SessionOverError: The keys are gone.
        """
        record = self.find(record_id)
        if record is None:
            raise NotFoundError
        return record

    def add(self, record: R) -> R:
        """Return *record* as it is kept now, as version 1.

        Raises:
            SessionOverError: The keys are gone.
        """
        return self._insert(replace(record, version=1))

    def restore(self, record: R) -> R:
        """Return a deleted *record* as it is kept again, as the version after the one it had.

        Raises:
            StaleVersionError: It is there already.
            SessionOverError: The keys are gone.
        """
        if self.find(record.id) is not None:
            raise StaleVersionError
        return self._insert(replace(record, version=record.version + 1))

    def replace(self, record: R) -> R:
        """Return *record* as it is kept now, as the version after the one that was read.

        Raises:
            StaleVersionError: It was written or deleted since it was read; nothing is changed.
            SessionOverError: The keys are gone.
        """
        new = replace(record, version=record.version + 1)
        place = {"row": record.id, "vault": self._keys.id, "read_version": record.version}
        written = self._execute(_WRITE, **place, version=new.version, body=self._sealed(new))
        if written.rowcount == 0:
            raise StaleVersionError
        return new

    def delete(self, record_id: RecordId) -> None:
        """Take the record with that id away; one that is not there is no fault.

        Raises:
            Nothing.
        """
        self._execute(_DELETE, row=record_id, vault=self._keys.id)
        self._keys.memory.forget(record_id)

    def named(self, label: str) -> RecordId:
        """Return the id of the one record that *label* names in this vault, there or not.

        It is found again without opening the others, and looks as random as any id.
        """
        name = length_prefixed("record", self._keys.id, label)
        digest = hmac.digest(self._naming, name, hashlib.sha256)[:_ID_BYTES]
        return RecordId(base64.urlsafe_b64encode(digest).rstrip(b"=").decode())

    def _insert(self, record: R) -> R:
        place = {"id": record.id, "vault_id": self._keys.id}
        self._execute(_ADD, **place, version=record.version, body=self._sealed(record))
        return record

    def _execute(self, statement: Executable, **values: object) -> CursorResult[Any]:
        return self._session.connection().execute(statement, values)

    def _sealed(self, record: Record) -> bytes:
        return self._keys.seal(_TABLE, record.id, record.version, encode(record))

    def _opened_in_turn(self, row: Row) -> Record:
        self._turn.opens_one()
        return self._opened(row)

    def _opened(self, row: Row) -> Record:
        record_id, version, body = row
        return decode(self._keys.open(_TABLE, record_id, version, body), RecordId(record_id), version)


RecordsFactory = Callable[[Session, VaultKeys, bytes, Turn], Records]
"""Makes the records of a unit of work. Another one lets a benchmark measure what sealing costs."""
