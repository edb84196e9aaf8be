"""What an account is made of: two slots of each kind and two vaults, one of them waiting."""

import secrets
from dataclasses import dataclass, field

from lifeplan_app.crypto import keypairs, recovery
from lifeplan_app.crypto.keyring import VaultKeys
from lifeplan_app.crypto.keys import new_key
from lifeplan_app.crypto.passwords import STRETCHED_BYTES
from lifeplan_app.crypto.slots import Credential, Grant, SlotTable, make_slot
from lifeplan_app.model.account import Settings
from lifeplan_app.model.ids import VaultId, new_id
from lifeplan_app.store.accounts import Account, SlotPair
from lifeplan_app.store.unit import UnitOfWork
from lifeplan_app.store.vaults import Private


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A new account, not kept yet.

    Attributes:
        account: What of it stands in clear.
        settings: Hers. The waiting vault begins with the same, so that both weigh the same.
        grant: The vault in use.
        waiting: The vault that is not. Nobody knows the passphrase of its slots.
        slots: All four.
        recovery_code: To be shown once.
    """

    account: Account
    settings: Settings = field(repr=False)
    grant: Grant
    waiting: Grant
    slots: dict[SlotTable, SlotPair] = field(repr=False)
    recovery_code: str = field(repr=False)


def compose(account: Account, settings: Settings, stretched: bytes, shred: bytes, pepper: bytes) -> Newcomer:
    """Return a new account whose one vault *stretched* opens.

    Which slot that is, is drawn for each kind of slot.

    Raises:
        SealError: There is no shred key.
        ParameterError: The pepper is not a whole one.
    """
    code = recovery.new_code()
    known = {SlotTable.KEY: stretched, SlotTable.RECOVERY: recovery.stretch(code, account.salt, pepper)}
    key_position, recovery_position = secrets.randbelow(2), secrets.randbelow(2)
    grant = Grant(VaultId(new_id()), new_key(), key_position, recovery_position)
    waiting = Grant(VaultId(new_id()), new_key(), 1 - key_position, 1 - recovery_position)
    slots = {
        table: (
            _pair(
                Credential(table, account.id, secret, shred),
                grant,
                Credential(table, account.id, secrets.token_bytes(STRETCHED_BYTES), shred),
                waiting,
            )
        )
        for table, secret in known.items()
    }
    return Newcomer(account, settings, grant, waiting, slots, code)


def keep(uow: UnitOfWork, newcomer: Newcomer) -> None:
    """Keep the account with its slots and both vaults, each with real key pairs.

    Raises:
        SealError: A vault key is none.
    """
    uow.accounts.add(newcomer.account, newcomer.slots)
    for grant, other in ((newcomer.grant, newcomer.waiting), (newcomer.waiting, newcomer.grant)):
        private, public = keypairs.make()
        keys = VaultKeys(grant.vault_id, grant.vault_key)
        uow.vaults.add(keys, public, Private(private, other.vault_id), newcomer.settings)
        keys.wipe()


def _pair(credential: Credential, grant: Grant, nobody: Credential, waiting: Grant) -> SlotPair:
    """Return both slots of one table in the order of their positions."""
    made = (
        make_slot(credential, _position(credential.table, grant), grant),
        make_slot(nobody, _position(nobody.table, waiting), waiting),
    )
    first, second = sorted(made, key=lambda slot: slot.position)
    return first, second


def _position(table: SlotTable, grant: Grant) -> int:
    return grant.key_position if table is SlotTable.KEY else grant.recovery_position
