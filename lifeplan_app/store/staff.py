"""Those who work here, as the team knows them."""

from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import AccountId, VaultId
from lifeplan_app.store.tables import AccountRow, StaffRow


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works here.

    Attributes:
        account: Her account.
        vault: Her vault.
        role: What she does.
        fingerprint: The digest of her public keys, which her code is made of.
        name: As the team calls her, and as whoever links with her sees it.
        organisation: Where she works, if anywhere.
        active: Whether she may come in.
        resting: Whether she takes a break: nobody new can link with her.
        most: How many people she wants to walk with; 0 for as many as the programme allows.
    """

    account: AccountId
    vault: VaultId
    role: Role
    fingerprint: bytes
    name: str
    organisation: str = ""
    active: bool = True
    resting: bool = False
    most: int = 0


class Staff:
    """Those who work here, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, member: Member) -> None:
        """Keep a new *member*; her account and vault are there already."""
        self._session.add(
            StaffRow(
                account_id=member.account,
                vault_id=member.vault,
                fingerprint=member.fingerprint,
                name=member.name,
                organisation=member.organisation,
                active=member.active,
                resting=member.resting,
                most=member.most,
            )
        )
        self._session.flush()

    def all(self) -> list[Member]:
        """Return everybody, by name."""
        found = self._session.exec(_WITH_ROLE.order_by(col(StaffRow.name), col(StaffRow.account_id)))
        return [_member(row, role) for row, role in found]

    def get(self, account: AccountId) -> Member:
        """Return the member with that account.

        Raises:
            NotFoundError: She does not work here.
        """
        return self._one(col(StaffRow.account_id) == account)

    def of_vault(self, vault: VaultId) -> Member:
        """Return the member with that vault.

        Raises:
            NotFoundError: It is nobody's who works here.
        """
        return self._one(col(StaffRow.vault_id) == vault)

    def between(self, first: bytes, last: bytes) -> Member:
        """Return the member whose fingerprint lies there.

        Raises:
            NotFoundError: It is nobody's.
        """
        return self._one(col(StaffRow.fingerprint).between(first, last))

    def change(self, account: AccountId, **values: object) -> Member:
        """Return the member with those *values*, kept.

        Raises:
            NotFoundError: She does not work here.
        """
        member = replace(self.get(account), **values)
        row = self._session.get_one(StaffRow, account)
        row.active, row.resting, row.most = member.active, member.resting, member.most
        self._session.add(row)
        self._session.flush()
        return member

    def _one(self, condition: ColumnElement[bool]) -> Member:
        found = self._session.exec(_WITH_ROLE.where(condition)).first()
        if found is None:
            raise NotFoundError
        return _member(*found)


_WITH_ROLE = select(StaffRow, AccountRow.role).join(
    AccountRow, col(AccountRow.id) == col(StaffRow.account_id)
)


def _member(row: StaffRow, role: str) -> Member:
    return Member(
        account=AccountId(row.account_id),
        vault=VaultId(row.vault_id),
        role=Role(role),
        fingerprint=row.fingerprint,
        name=row.name,
        organisation=row.organisation,
        active=row.active,
        resting=row.resting,
        most=row.most,
    )
