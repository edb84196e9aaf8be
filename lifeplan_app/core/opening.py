"""What stands behind a name, whether there is an account or not, and what opens it."""

from dataclasses import dataclass, field

from lifeplan_app.core.house import House
from lifeplan_app.crypto import passwords, recovery
from lifeplan_app.crypto.keyring import VaultKeys
from lifeplan_app.crypto.keys import new_key
from lifeplan_app.crypto.slots import Credential, Grant, Slot, SlotTable, make_slot, open_slots
from lifeplan_app.model.account import Actor, Role, Settings
from lifeplan_app.model.errors import ClosedAccountError, NotFoundError, WeakPassphraseError
from lifeplan_app.model.ids import AccountId, new_id
from lifeplan_app.store.accounts import Account, SlotPair
from lifeplan_app.store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Entered:
    """A person came in.

    Attributes:
        cookie: Opens the session that was begun (`Sessions.find`).
        known: Gives this client a budget of its own for later tries (`Client.known`).
        settings: Hers.
        recovery_code: A new one, to be shown once; empty after an ordinary sign-in.
    """

    cookie: str = field(repr=False)
    known: str = field(repr=False)
    settings: Settings = field(repr=False)
    recovery_code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Door:
    """An account, or what stands in for one, as the slow hash and the slots need it.

    Attributes:
        account: For a name that nobody has, a stand-in that looks like any.
        key_slots: Both slots that passphrases are tried at.
        recovery_slots: Both slots that recovery codes are tried at.
        shred: The account's shred key.
    """

    account: Account
    key_slots: SlotPair = field(repr=False)
    recovery_slots: SlotPair = field(repr=False)
    shred: bytes = field(repr=False)

    def opened_by(self, table: SlotTable, stretched: bytes) -> Grant | None:
        """Return what a stretched passphrase or recovery code opens here, or None.

        Raises:
            ParameterError: A slot is sealed in a way that the code does not allow.
        """
        slots = self.key_slots if table is SlotTable.KEY else self.recovery_slots
        return open_slots(self._credential(table, stretched), slots)

    def slot_for(self, table: SlotTable, stretched: bytes, grant: Grant) -> Slot:
        """Return the slot to put in the place of the one that opened *grant*.

        Raises:
            SealError: The account was shredded.
        """
        position = grant.key_position if table is SlotTable.KEY else grant.recovery_position
        return make_slot(self._credential(table, stretched), position, grant)

    def replace_slot(self, uow: UnitOfWork, table: SlotTable, new: Slot) -> bool:
        """Return whether *new* took the place of the slot that was seen; another may have before."""
        seen = self.key_slots if table is SlotTable.KEY else self.recovery_slots
        return uow.accounts.replace_slot(self.account.id, table, seen[new.position], new)

    def _credential(self, table: SlotTable, stretched: bytes) -> Credential:
        return Credential(table, self.account.id, stretched, self.shred)


def door_of(house: House, name: str) -> Door:
    """Return what stands behind *name*. For a name that nobody has, it takes the same work.

    Raises:
        StoreError: The database or the key file cannot be read now.
    """
    pepper = house.store.keyfile.pepper
    index = passwords.name_index(pepper, name)
    nobody = Account(
        id=AccountId(new_id()),
        role=Role.PARTICIPANT,
        name_index=index,
        salt=passwords.unknown_salt(pepper, name),
        parameters=house.hasher.parameters,
        created="",
    )
    with house.read() as uow:
        return door_to(house, uow, uow.accounts.find(index) or nobody)


def door_to(house: House, uow: UnitOfWork, account: Account) -> Door:
    """Return the door to *account*.

    Raises:
        StoreError: The key file cannot be read now.
    """
    opens_nothing = new_key()
    return Door(
        account=account,
        key_slots=_slots(house, uow, account, SlotTable.KEY),
        recovery_slots=_slots(house, uow, account, SlotTable.RECOVERY),
        shred=house.store.keyfile.shred(account.id) or opens_nothing,
    )


def stretch(house: House, door: Door, passphrase: str) -> bytes:
    """Return *passphrase* stretched as this account's are; blocks for the slow hash.

    Raises:
        ParameterError: The account's parameters are not in the allow-list.
        StoreError: The key file cannot be read now.
    """
    account = door.account
    return house.hasher.stretch(passphrase, account.salt, house.store.keyfile.pepper, account.parameters)


def new_key_slot(house: House, door: Door, grant: Grant, passphrase: str) -> Slot:
    """Return the slot through which a new *passphrase* gets *grant*; blocks for the slow hash.

    Raises:
        WeakPassphraseError: It opens the account's other slot, whose vault it would hide for good.
        SealError: The account was shredded.
        StoreError: The key file cannot be read now.
    """
    stretched = stretch(house, door, passphrase)
    opened = door.opened_by(SlotTable.KEY, stretched)
    if opened is not None and opened.vault_id != grant.vault_id:
        raise WeakPassphraseError
    return door.slot_for(SlotTable.KEY, stretched, grant)


def new_recovery_slot(house: House, door: Door, grant: Grant) -> tuple[str, Slot]:
    """Return a new recovery code, and the slot through which it gets *grant*.

    Raises:
        SealError: The account was shredded.
        StoreError: The key file cannot be read now.
    """
    code = recovery.new_code()
    stretched = recovery.stretch(code, door.account.salt, house.store.keyfile.pepper)
    return code, door.slot_for(SlotTable.RECOVERY, stretched, grant)


def enter(house: House, account: Account, grant: Grant, recovery_code: str = "") -> Entered:
    """Return a new session in the vault of *grant*.

    Raises:
        ClosedAccountError: It belongs to somebody who works here no more.
        SealError: Its settings do not open.
        StoreError: The database cannot be read now.
    """
    keys = VaultKeys(grant.vault_id, grant.vault_key)
    with house.read() as uow:
        refuse_closed(uow, account)
        settings = uow.vaults.settings(keys)
    actor = Actor(account.id, account.role, grant.vault_id, house.ring.put(keys))
    return Entered(
        cookie=house.sessions.open(actor, settings),
        known=house.guessing.known_token(account.name_index),
        settings=settings,
        recovery_code=recovery_code,
    )


def refuse_closed(uow: UnitOfWork, account: Account) -> None:
    """Let nobody in who works here no more.

    Raises:
        ClosedAccountError: The team has closed the account.
    """
    if account.role is not Role.PARTICIPANT and not uow.staff.get(account.id).active:
        raise ClosedAccountError


def _slots(house: House, uow: UnitOfWork, account: Account, table: SlotTable) -> SlotPair:
    try:
        return uow.accounts.slots(account.id, table)
    except NotFoundError:
        return house.decoys
