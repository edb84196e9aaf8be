"""The images of one vault, sealed on the way in and opened on the way out; nothing of them is remembered."""

from typing import Final

from sqlalchemy import bindparam, delete, insert, select
from sqlmodel import Session

from lifeplan_app.crypto.keyring import VaultKeys
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import new_id
from lifeplan_app.store.tables import BLOB

_TABLE: Final = "blob"
_VERSION: Final = 1  # an image is never written again
_THIS: Final = (BLOB.c.id == bindparam("row")) & (BLOB.c.vault_id == bindparam("vault"))
_ADD: Final = insert(BLOB)
_ONE: Final = select(BLOB.c.body).where(_THIS)
_DELETE: Final = delete(BLOB).where(_THIS)


class Blobs:
    """The images of the vault that *keys* open. Another vault's cannot be reached through it."""

    def __init__(self, session: Session, keys: VaultKeys) -> None:
        self._connection = session.connection()
        self._keys = keys

    def add(self, image: bytes) -> str:
        """Return the id under which *image* is kept.

        Raises:
            SessionOverError: The keys are gone.
        """
        name = new_id()
        body = self._keys.seal(_TABLE, name, _VERSION, image)
        self._connection.execute(_ADD, {"id": name, "vault_id": self._keys.id, "body": body})
        return name

    def get(self, name: str) -> bytes:
        """Return the image with that id.

        Raises:
            NotFoundError: This vault has none.
            SealError: It does not open.
            SessionOverError: The keys are gone.
        """
        body = self._connection.execute(_ONE, {"row": name, "vault": self._keys.id}).scalar()
        if body is None:
            raise NotFoundError
        return self._keys.open(_TABLE, name, _VERSION, body)

    def delete(self, name: str) -> None:
        """Take the image away; one that is not there is no fault."""
        self._connection.execute(_DELETE, {"row": name, "vault": self._keys.id})
