"""Accounts and their slots."""

from dataclasses import dataclass

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from lifeplan_app.crypto.slots import POSITIONS, Slot, SlotTable
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import AccountId
from lifeplan_app.store.tables import AccountRow, KeySlotRow, RecoverySlotRow

_SLOT_ROWS = {SlotTable.KEY: KeySlotRow, SlotTable.RECOVERY: RecoverySlotRow}

SlotPair = tuple[Slot, Slot]
"""Both slots of one table, in the order of their positions."""


@dataclass(frozen=True, slots=True)
class Account:
    """What stands of an account in clear.

    Attributes:
        id: Random and opaque.
        role: Whose it is.
        name_index: HMAC of the name under the pepper.
        salt: 16 bytes, for both slots.
        parameters: How its passphrases are stretched, an id from the allow-list.
        created: A month, "2026-11".
    """

    id: AccountId
    role: Role
    name_index: bytes
    salt: bytes
    parameters: int
    created: str


class Accounts:
    """The accounts, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, name_index: bytes) -> Account | None:
        """Return the account with that name index, or None."""
        row = self._session.exec(select(AccountRow).where(AccountRow.name_index == name_index)).first()
        return _account(row) if row else None

    def any_there(self) -> bool:
        """Tell whether anybody has an account."""
        return self._session.exec(select(AccountRow.id).limit(1)).first() is not None

    def count(self, role: Role) -> int:
        """Return how many accounts of *role* there are."""
        return self._session.exec(select(func.count()).where(col(AccountRow.role) == role.value)).one()

    def get(self, account_id: AccountId) -> Account:
        """Return the account with that id.

        Raises:
            NotFoundError: There is none.
        """
        row = self._session.get(AccountRow, account_id)
        if row is None:
            raise NotFoundError
        return _account(row)

    def add(self, account: Account, slots: dict[SlotTable, SlotPair]) -> None:
        """Keep a new *account* with its four slots."""
        self._session.add(
            AccountRow(
                id=account.id,
                role=account.role.value,
                name_index=account.name_index,
                salt=account.salt,
                parameters=account.parameters,
                created=account.created,
            )
        )
        self._session.flush()
        for table, pair in slots.items():
            self._session.add_all(_slot_row(table, account.id, slot) for slot in pair)
        self._session.flush()

    def slots(self, account_id: AccountId, table: SlotTable) -> SlotPair:
        """Return both slots of an account.

        Raises:
            NotFoundError: It has none.
        """
        kind = _SLOT_ROWS[table]
        statement = select(kind).where(kind.account_id == account_id).order_by(col(kind.position))
        found = [Slot(row.position, row.verifier, row.wrapped) for row in self._session.exec(statement)]
        if len(found) != len(POSITIONS):
            raise NotFoundError
        return found[0], found[1]

    def replace_slot(self, account_id: AccountId, table: SlotTable, old: Slot, new: Slot) -> bool:
        """Return whether *old* still stood there; *new* stands there now if so."""
        kind = _SLOT_ROWS[table]
        result = self._session.exec(
            update(kind)
            .where(
                col(kind.account_id) == account_id,
                col(kind.position) == new.position,
                col(kind.verifier) == old.verifier,
            )
            .values(verifier=new.verifier, wrapped=new.wrapped)
        )
        return result.rowcount == 1


def _account(row: AccountRow) -> Account:
    return Account(
        id=AccountId(row.id),
        role=Role(row.role),
        name_index=row.name_index,
        salt=row.salt,
        parameters=row.parameters,
        created=row.created,
    )


def _slot_row(table: SlotTable, account_id: AccountId, slot: Slot) -> KeySlotRow | RecoverySlotRow:
    return _SLOT_ROWS[table](
        account_id=account_id, position=slot.position, verifier=slot.verifier, wrapped=slot.wrapped
    )
