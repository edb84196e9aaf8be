"""The records of one vault, sealed on the way in and opened on the way out."""

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import delete, insert, update
from sqlmodel import Session, col, select

from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.crypto.keyring import VaultKeys
from lifeplan_app.model.errors import NotFoundError, StaleVersionError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Record
from lifeplan_app.store.codec import decode, encode
from lifeplan_app.store.tables import RecordRow

R = TypeVar("R", bound=Record)

_TABLE = "record"
_ID_BYTES = 16


class Records:
    """The records of the vault that *keys* open. Another vault's cannot be reached through it.

    Args:
        session: Of the unit of work.
        keys: Open the vault.
        naming: A secret for `named`.
    """

    def __init__(self, session: Session, keys: VaultKeys, naming: bytes) -> None:
        self._session = session
        self._keys = keys
        self._naming = naming

    def all(self) -> list[Record]:
        """Return every record of the vault, in no order.

        Raises:
            SealError: One does not open.
            ParameterError: One is sealed in a way that the code does not allow.
            SessionOverError: The keys are gone.
        """
        rows = self._session.exec(
            select(RecordRow.id, RecordRow.version, RecordRow.body).where(RecordRow.vault_id == self._keys.id)
        )
        return [self._opened(*row) for row in rows]

    def find(self, record_id: RecordId) -> Record | None:
        """Return the record with that id, or None if this vault has none.

        Raises:
            SealError: It does not open.
            ParameterError: It is sealed in a way that the code does not allow.
            SessionOverError: The keys are gone.
        """
        row = self._session.exec(
            select(RecordRow.id, RecordRow.version, RecordRow.body).where(
                RecordRow.id == record_id, RecordRow.vault_id == self._keys.id
            )
        ).first()
        return self._opened(*row) if row else None

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
        statement = (
            update(RecordRow)
            .where(
                col(RecordRow.id) == record.id,
                col(RecordRow.vault_id) == self._keys.id,
                col(RecordRow.version) == record.version,
            )
            .values(version=new.version, body=self._sealed(new))
        )
        if self._session.exec(statement).rowcount == 0:
            raise StaleVersionError
        return new

    def delete(self, record_id: RecordId) -> None:
        """Take the record with that id away; one that is not there is no fault.

        Raises:
            Nothing.
        """
        self._session.exec(
            delete(RecordRow).where(col(RecordRow.id) == record_id, col(RecordRow.vault_id) == self._keys.id)
        )

    def named(self, label: str) -> RecordId:
        """Return the id of the one record that *label* names in this vault, there or not.

        It is found again without opening the others, and looks as random as any id.
        """
        name = length_prefixed("record", self._keys.id, label)
        digest = hmac.digest(self._naming, name, hashlib.sha256)[:_ID_BYTES]
        return RecordId(base64.urlsafe_b64encode(digest).rstrip(b"=").decode())

    def _insert(self, record: R) -> R:
        self._session.exec(
            insert(RecordRow).values(
                id=record.id, vault_id=self._keys.id, version=record.version, body=self._sealed(record)
            )
        )
        return record

    def _sealed(self, record: Record) -> bytes:
        return self._keys.seal(_TABLE, record.id, record.version, encode(record))

    def _opened(self, record_id: str, version: int, body: bytes) -> Record:
        plaintext = self._keys.open(_TABLE, record_id, version, body)
        return decode(plaintext, RecordId(record_id), version)


RecordsFactory = Callable[[Session, VaultKeys, bytes], Records]
"""Makes the records of a unit of work. Another one lets a benchmark measure what sealing costs."""
