"""Slots: what a passphrase or a recovery code opens.

An account has two key slots and two recovery slots. A secret is stretched once and then split for
each position: ``auth`` is checked against the verifier that the slot shows, ``kek`` (with the
account's shred key) opens what it wraps. Which slot opens which vault stands only inside.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from lifeplan_app.crypto import sealing
from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.crypto.keys import KEY_BYTES, derive, new_key
from lifeplan_app.crypto.sealing import Use
from lifeplan_app.crypto.verifiers import check, verifier
from lifeplan_app.model.errors import ParameterError, SealError
from lifeplan_app.model.ids import AccountId, VaultId, new_id

POSITIONS = (0, 1)


class SlotTable(StrEnum):
    """The two tables of slots. A slot of one opens nothing in the other."""

    KEY = "key_slot"
    RECOVERY = "recovery_slot"


@dataclass(frozen=True, slots=True)
class Credential:
    """What somebody brings who says that an account is hers.

    Attributes:
        table: Whether it is a passphrase or a recovery code.
        account: The account's id.
        stretched: 64 bytes from `passwords.stretch` or `recovery.stretch`.
        shred: The account's shred key; empty when there is none any more, and then nothing opens.
    """

    table: SlotTable
    account: AccountId
    stretched: bytes = field(repr=False)
    shred: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Grant:
    """What a slot holds: a vault, its key, and which slots are this vault's own to change.

    Attributes:
        vault_id: The vault.
        vault_key: Its key, 32 bytes.
        key_position: The key slot of this vault.
        recovery_position: The recovery slot of this vault.
    """

    vault_id: VaultId = field(repr=False)
    vault_key: bytes = field(repr=False)
    key_position: int = field(repr=False)
    recovery_position: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class Slot:
    """A row of a slot table.

    Attributes:
        position: 0 or 1.
        verifier: What ``auth`` is checked against, in passlib's own form.
        wrapped: The grant, sealed; of one size for all.
    """

    position: int
    verifier: str
    wrapped: bytes


def make_slot(credential: Credential, position: int, grant: Grant) -> Slot:
    """Return the slot at *position* through which *credential* alone gets *grant*.

    Raises:
        SealError: There is no shred key, and shredding could not close the slot; or no vault key.
        ParameterError: *position* is neither 0 nor 1.
    """
    if position not in POSITIONS:
        raise ParameterError
    if len(credential.shred) != KEY_BYTES or len(grant.vault_key) != KEY_BYTES:
        raise SealError
    return Slot(
        position=position,
        verifier=verifier(_auth(credential, position)),
        wrapped=_wrap(credential, position, grant),
    )


def open_slots(credential: Credential, slots: tuple[Slot, Slot]) -> Grant | None:
    """Return what *credential* is granted by one of the *slots*, or None.

    Both are always tried, with the same work, so that the time tells neither which one opened
    nor that another exists.

    Raises:
        ParameterError: A suite or a verifier's setting is not in the allow-list.
    """
    grants = [_open_slot(credential, slot) for slot in slots]
    return next((grant for grant in grants if grant), None)


def decoy_slots() -> tuple[Slot, Slot]:
    """Return slots that nothing opens, to be tried where a name has no account.

    Made once at the start and kept: making them costs time that a known name would not.
    """
    nobody = Credential(SlotTable.KEY, AccountId(new_id()), new_key() + new_key(), new_key())
    first, second = (make_slot(nobody, each, Grant(VaultId(new_id()), new_key(), 0, 0)) for each in POSITIONS)
    return first, second


def _open_slot(credential: Credential, slot: Slot) -> Grant | None:
    """Do all the work in any case, then say what came of it."""
    known = check(_auth(credential, slot.position), slot.verifier)
    try:
        grant = _unwrap(credential, slot)
    except SealError:
        return None
    return grant if known else None


def _wrap(credential: Credential, position: int, grant: Grant) -> bytes:
    """Return *grant* sealed: always of one size, since an id is far shorter than a bucket."""
    positions = bytes((grant.key_position, grant.recovery_position))
    plaintext = grant.vault_key + positions + grant.vault_id.encode()
    return sealing.seal(_kek(credential, position), Use.SLOT, _about(credential, position), plaintext)


def _unwrap(credential: Credential, slot: Slot) -> Grant:
    kek, about = _kek(credential, slot.position), _about(credential, slot.position)
    plaintext = sealing.open_sealed(kek, Use.SLOT, about, slot.wrapped)
    vault_key, rest = plaintext[:KEY_BYTES], plaintext[KEY_BYTES:]
    return Grant(VaultId(rest[2:].decode()), vault_key, key_position=rest[0], recovery_position=rest[1])


def _auth(credential: Credential, position: int) -> bytes:
    return derive(credential.stretched, length_prefixed("carnet", "auth", credential.table.value, position))


def _kek(credential: Credential, position: int) -> bytes:
    """Return the key of the slot. The shred key goes in, so that without it nothing opens."""
    secret = length_prefixed(credential.stretched, credential.shred)
    return derive(secret, length_prefixed("carnet", "kek", credential.table.value, position))


def _about(credential: Credential, position: int) -> bytes:
    return length_prefixed(credential.table.value, credential.account, position)
