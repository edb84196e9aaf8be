"""Messages: letters on their way, and the viewings of an owner's cards."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import delete
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from lifeplan_app.model.ids import VaultId
from lifeplan_app.store.tables import MessageRow, ViewingRow

TABLE = "message"
VIEWINGS = "viewing"


@dataclass(frozen=True, slots=True)
class Message:
    """A letter on its way.

    Attributes:
        id: Random and opaque.
        recipient: Whose letterbox it lies in.
        day: When it was sent.
        letter: As `crypto.letters` sealed it.
    """

    id: str
    recipient: VaultId
    day: date
    letter: bytes = field(repr=False)


class Messages:
    """The letters on their way, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, message: Message) -> None:
        """Put a *message* into the letterbox of its recipient."""
        row = MessageRow(
            id=message.id, recipient_vault=message.recipient, day=message.day, letter=message.letter
        )
        self._session.add(row)
        self._session.flush()

    def of(self, vault: VaultId, most: int) -> list[Message]:
        """Return at most so many letters that wait for *vault*, the oldest day first."""
        statement = (
            select(MessageRow)
            .where(col(MessageRow.recipient_vault) == vault)
            .order_by(col(MessageRow.day), col(MessageRow.id))
            .limit(most)
        )
        return [
            Message(row.id, VaultId(row.recipient_vault), row.day, row.letter)
            for row in self._session.exec(statement)
        ]

    def delete(self, message_id: str) -> None:
        """Take the letter out of the letterbox."""
        self._session.exec(delete(MessageRow).where(col(MessageRow.id) == message_id))


@dataclass(frozen=True, slots=True)
class Entry:
    """One viewing as it lies in the database.

    Attributes:
        number: Counts the viewings of one owner, from 1.
        sealed: As `crypto.letters` sealed it to her.
    """

    number: int
    sealed: bytes = field(repr=False)


class Viewings:
    """The viewings, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, owner: VaultId, entry: Entry) -> None:
        """Keep *entry* behind those that are there."""
        self._session.add(ViewingRow(owner_vault=owner, number=entry.number, entry=entry.sealed))
        self._session.flush()

    def last(self, owner: VaultId) -> Entry | None:
        """Return the entry that was written last, or None before the first."""
        row = self._session.exec(self._all(owner).order_by(col(ViewingRow.number).desc()).limit(1)).first()
        return Entry(row.number, row.entry) if row else None

    def of(self, owner: VaultId) -> list[Entry]:
        """Return all entries, the first one first."""
        rows = self._session.exec(self._all(owner).order_by(col(ViewingRow.number)))
        return [Entry(row.number, row.entry) for row in rows]

    def _all(self, owner: VaultId) -> SelectOfScalar[ViewingRow]:
        return select(ViewingRow).where(col(ViewingRow.owner_vault) == owner)
