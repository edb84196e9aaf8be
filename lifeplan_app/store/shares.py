"""Shares: cards as they lie in the database, and who they are for."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, delete, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from lifeplan_app.crypto.cards import CardPlace
from lifeplan_app.model.errors import StaleVersionError
from lifeplan_app.model.ids import ShareId, VaultId
from lifeplan_app.store.tables import SHARE, ShareRow

# Past the ORM: somebody who accompanies many reads a thousand of them at each look.
_COLUMNS: Final = select_columns(
    SHARE.c.id, SHARE.c.owner_vault, SHARE.c.recipient_vault, SHARE.c.ends, SHARE.c.version, SHARE.c.card
)


@dataclass(frozen=True, slots=True)
class Share:
    """A share: where its card belongs, and the card as it is sealed."""

    place: CardPlace
    card: bytes = field(repr=False)


class Shares:
    """The shares, within one unit of work. What has ended is handed out to nobody."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, share: Share) -> None:
        """Keep a new *share*."""
        place = share.place
        row = ShareRow(
            id=place.share,
            owner_vault=place.owner,
            recipient_vault=place.recipient,
            ends=place.ends,
            version=place.version,
            card=share.card,
        )
        self._session.add(row)
        self._session.flush()

    def replace(self, share: Share) -> None:
        """Keep *share* as the version after the one that was read.

        Raises:
            StaleVersionError: It was written or ended since.
        """
        place = share.place
        written = self._session.exec(
            update(ShareRow)
            .where(col(ShareRow.id) == place.share, col(ShareRow.version) == place.version - 1)
            .values(ends=place.ends, version=place.version, card=share.card)
        )
        if written.rowcount == 0:
            raise StaleVersionError

    def find(self, share_id: ShareId, today: date) -> Share | None:
        """Return the share with that id, or None if there is none that holds *today*."""
        found = self._where(col(ShareRow.id) == share_id, col(ShareRow.ends) >= today)
        return found[0] if found else None

    def recipient_of(self, share_id: ShareId) -> VaultId | None:
        """Return whom the share with that id is for, or None if there is none; one that has ended counts."""
        row = self._session.get(ShareRow, share_id)
        return VaultId(row.recipient_vault) if row else None

    def of_owner(self, vault: VaultId, today: date) -> list[Share]:
        """Return what that owner shares *today*, in no order."""
        return self._where(col(ShareRow.owner_vault) == vault, col(ShareRow.ends) >= today)

    def of_recipient(self, vault: VaultId, today: date) -> list[Share]:
        """Return what is shared with that recipient *today*, in no order."""
        return self._where(col(ShareRow.recipient_vault) == vault, col(ShareRow.ends) >= today)

    def count(self, today: date) -> int:
        """Return how many steps are shared *today*."""
        return self._session.exec(select(func.count()).where(col(ShareRow.ends) >= today)).one()

    def delete(self, share_id: ShareId) -> None:
        """Take the share away, with its card; one that is not there is no fault."""
        self._session.exec(delete(ShareRow).where(col(ShareRow.id) == share_id))

    def delete_between(self, owner: VaultId, recipient: VaultId) -> None:
        """Take away everything that the one shares with the other."""
        self._session.exec(
            delete(ShareRow).where(
                col(ShareRow.owner_vault) == owner, col(ShareRow.recipient_vault) == recipient
            )
        )

    def delete_for(self, recipient: VaultId) -> None:
        """Take away everything that is shared with *recipient*."""
        self._session.exec(delete(ShareRow).where(col(ShareRow.recipient_vault) == recipient))

    def delete_ended(self, today: date) -> None:
        """Take away what ended before *today*. Nothing waits for it: it is not handed out anyway."""
        self._session.exec(delete(ShareRow).where(col(ShareRow.ends) < today))

    def _where(self, *conditions: ColumnElement[bool]) -> list[Share]:
        rows = self._session.connection().execute(_COLUMNS.where(*conditions))
        return [Share(CardPlace(*place), card) for *place, card in rows]
