"""Links: that two vaults know of each other, and the letter in which the one introduced itself."""

from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, delete, func
from sqlmodel import Session, col, select

from lifeplan_app.model.ids import LinkId, VaultId
from lifeplan_app.store.tables import LinkRow

TABLE = "link"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it stands in the database.

    Attributes:
        id: Random and opaque.
        staff: The vault of the one who works here.
        owner: The vault of the one who has a plan, and opened the door.
        introduction: Her letter to the other.
    """

    id: LinkId
    staff: VaultId
    owner: VaultId
    introduction: bytes = field(repr=False)


class Links:
    """The links, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, link: Link) -> None:
        """Keep a new *link*."""
        row = LinkRow(
            id=link.id, staff_vault=link.staff, owner_vault=link.owner, introduction=link.introduction
        )
        self._session.add(row)
        self._session.flush()

    def find(self, link_id: LinkId) -> Link | None:
        """Return the link with that id, or None."""
        row = self._session.get(LinkRow, link_id)
        return _link(row) if row else None

    def between(self, staff: VaultId, owner: VaultId) -> Link | None:
        """Return the link between the two, or None."""
        found = self._where(col(LinkRow.staff_vault) == staff, col(LinkRow.owner_vault) == owner)
        return found[0] if found else None

    def of_staff(self, vault: VaultId) -> list[Link]:
        """Return the links of somebody who works here, in no order."""
        return self._where(col(LinkRow.staff_vault) == vault)

    def count(self) -> int:
        """Return how many links there are."""
        return self._session.exec(select(func.count(col(LinkRow.id)))).one()

    def rewrite(self, link: Link) -> None:
        """Keep another introduction in the place of the one before.

        Raises:
            NoResultFound: There is no such link.
        """
        row = self._session.get_one(LinkRow, link.id)
        row.introduction = link.introduction
        self._session.add(row)
        self._session.flush()

    def delete(self, link_id: LinkId) -> None:
        """Take the link away; one that is not there is no fault."""
        self._session.exec(delete(LinkRow).where(col(LinkRow.id) == link_id))

    def _where(self, *conditions: ColumnElement[bool]) -> list[Link]:
        return [_link(row) for row in self._session.exec(select(LinkRow).where(*conditions))]


def _link(row: LinkRow) -> Link:
    return Link(LinkId(row.id), VaultId(row.staff_vault), VaultId(row.owner_vault), row.introduction)
