"""Records, sealed for the one place where they stand."""

from dataclasses import dataclass

from lifeplan_app.crypto import sealing
from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.crypto.sealing import Use


@dataclass(frozen=True, slots=True)
class Place:
    """Where sealed bytes belong; moved anywhere else, they do not open.

    Attributes:
        schema: The form of the plaintext.
        table: The table, or the table and column where one row holds two sealed values.
        id: The row.
        vault: The vault whose key seals it.
        version: How often the row was written.
    """

    schema: int
    table: str
    id: str
    vault: str
    version: int

    def __bytes__(self) -> bytes:
        """Return the associated data; no two places have the same."""
        return length_prefixed(self.schema, self.table, self.id, self.vault, self.version)


def seal(key: bytes | bytearray, place: Place, plaintext: bytes) -> bytes:
    """Return *plaintext* sealed so that it opens with *key*, at *place*, and nowhere else.

    Raises:
        SealError: *key* is not 32 bytes.
    """
    return sealing.seal(key, Use.RECORD, bytes(place), plaintext)


def open_sealed(key: bytes | bytearray, place: Place, sealed: bytes) -> bytes:
    """Return what was sealed with *key* for *place*.

    Raises:
        SealError: Changed, cut, moved, of another version, or under another key.
        ParameterError: The suite is not in the allow-list.
    """
    return sealing.open_sealed(key, Use.RECORD, bytes(place), sealed)
