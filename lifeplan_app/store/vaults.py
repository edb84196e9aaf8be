"""Vaults: the key pairs and the settings of each plan."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from lifeplan_app.crypto.keypairs import PRIVATE_BYTES, PrivateKeys
from lifeplan_app.crypto.keyring import VaultKeys
from lifeplan_app.model.account import Settings
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import VaultId
from lifeplan_app.store.codec import decode_settings, encode_settings
from lifeplan_app.store.tables import VaultRow

# One row holds two sealed values; each is bound to its column, so that they cannot be exchanged.
_PRIVATE = "vault.private_keys"
_SETTINGS = "vault.settings"


@dataclass(frozen=True, slots=True)
class Private:
    """What of a vault is sealed and never shown.

    Attributes:
        keys: The private keys, as `crypto.keypairs` writes them.
        other: The account's other vault. Every account has one, used or not, and nothing in clear
            ties the two; whoever begins a second plan has to find the vault that waits for it.
    """

    keys: bytes = field(repr=False)
    other: VaultId = field(repr=False)


class Vaults:
    """The vaults, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, keys: VaultKeys, public_keys: bytes, private: Private, settings: Settings) -> None:
        """Keep a new vault, sealed with *keys*.

        Raises:
            SessionOverError: The keys are gone.
        """
        row = VaultRow(id=keys.id, public_keys=public_keys, version=0, private_keys=b"", settings=b"")
        _seal_into(row, keys, private, settings)
        self._session.add(row)
        self._session.flush()

    def private(self, keys: VaultKeys) -> Private:
        """Return what is never shown of the vault that *keys* open.

        Raises:
            NotFoundError: There is no such vault any more.
            SealError: It does not open.
            SessionOverError: The keys are gone.
        """
        return _private(self._row(keys), keys)

    def letterbox(self, keys: VaultKeys) -> PrivateKeys:
        """Return what the vault that *keys* open receives and signs with; not to be kept.

        Raises:
            NotFoundError: There is no such vault any more.
            SealError: It does not open.
            SessionOverError: The keys are gone.
        """
        return PrivateKeys.parse(self.private(keys).keys)

    def public_keys(self, vault_id: VaultId) -> bytes:
        """Return the public keys of a vault, serialised.

        Raises:
            NotFoundError: There is no such vault any more.
        """
        row = self._session.get(VaultRow, vault_id)
        if row is None:
            raise NotFoundError
        return row.public_keys

    def public_keys_of(self, vaults: Iterable[VaultId]) -> dict[VaultId, bytes]:
        """Return the public keys of those *vaults* that are there, serialised."""
        found = select(VaultRow.id, VaultRow.public_keys).where(col(VaultRow.id).in_(list(vaults)))
        return {VaultId(vault): keys for vault, keys in self._session.exec(found)}

    def settings(self, keys: VaultKeys) -> Settings:
        """Return the settings in the vault that *keys* open.

        Raises:
            NotFoundError: There is no such vault any more.
            SealError: They do not open.
            SessionOverError: The keys are gone.
        """
        row = self._row(keys)
        return decode_settings(keys.open(_SETTINGS, row.id, row.version, row.settings))

    def write_settings(self, keys: VaultKeys, settings: Settings) -> None:
        """Keep *settings* in the vault that *keys* open.

        Raises:
            NotFoundError: There is no such vault any more.
            SealError: What stands beside them does not open.
            SessionOverError: The keys are gone.
        """
        row = self._row(keys)
        _seal_into(row, keys, _private(row, keys), settings)
        self._session.add(row)
        self._session.flush()

    def _row(self, keys: VaultKeys) -> VaultRow:
        row = self._session.get(VaultRow, keys.id)
        if row is None:
            raise NotFoundError
        return row


def _seal_into(row: VaultRow, keys: VaultKeys, private: Private, settings: Settings) -> None:
    """Seal both columns for the row's next version: they share the one it has."""
    row.version += 1
    body = private.keys + private.other.encode()
    row.private_keys = keys.seal(_PRIVATE, row.id, row.version, body)
    row.settings = keys.seal(_SETTINGS, row.id, row.version, encode_settings(settings))


def _private(row: VaultRow, keys: VaultKeys) -> Private:
    body = keys.open(_PRIVATE, row.id, row.version, row.private_keys)
    return Private(body[:PRIVATE_BYTES], VaultId(body[PRIVATE_BYTES:].decode()))
