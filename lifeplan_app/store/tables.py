"""The tables, as a thief of the database sees them. What is not sealed says so by being listed here."""

from datetime import date
from typing import Final

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

# Without SQLite's hidden row number, which would tell in what order rows came: which two vaults
# came with which account, and which records of a plan were written one after the other.
_UNORDERED = {"sqlite_with_rowid": False}
_EMPTY = {"server_default": ""}


class AccountRow(SQLModel, table=True):
    """An account. It does not say which vaults are its own: only the wrapped slots do."""

    __tablename__ = "account"  # pyright: ignore[reportAssignmentType]
    __table_args__ = _UNORDERED

    id: str = Field(primary_key=True)
    role: str
    name_index: bytes = Field(unique=True)  # HMAC of the name under the pepper
    salt: bytes  # 16 bytes, one for both slots
    parameters: int  # id from the allow-list in crypto.passwords
    created: str  # a month, "2026-11"


class KeySlotRow(SQLModel, table=True):
    """One of the two passphrase slots of an account; used or not, they look the same."""

    __tablename__ = "key_slot"  # pyright: ignore[reportAssignmentType]
    __table_args__ = _UNORDERED

    account_id: str = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    verifier: str
    wrapped: bytes


class RecoverySlotRow(SQLModel, table=True):
    """One of the two recovery slots of an account; used or not, they look the same."""

    __tablename__ = "recovery_slot"  # pyright: ignore[reportAssignmentType]
    __table_args__ = _UNORDERED

    account_id: str = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    verifier: str
    wrapped: bytes


class VaultRow(SQLModel, table=True):
    """One plan's public keys, and what opens only with its key."""

    __tablename__ = "vault"  # pyright: ignore[reportAssignmentType]
    __table_args__ = _UNORDERED

    id: str = Field(primary_key=True)
    public_keys: bytes
    version: int  # counts the writes of the two sealed columns
    private_keys: bytes  # sealed
    settings: bytes  # sealed


class RecordRow(SQLModel, table=True):
    """Anything of a plan. Nothing in clear says what it is."""

    __tablename__ = "record"  # pyright: ignore[reportAssignmentType]
    __table_args__ = _UNORDERED

    id: str = Field(primary_key=True)
    vault_id: str = Field(foreign_key="vault.id", ondelete="CASCADE", index=True)
    version: int
    body: bytes  # sealed


RECORD: Final = SQLModel.metadata.tables["record"]
"""The same table for statements that go past the ORM."""


class BlobRow(SQLModel, table=True):
    """An image of a plan. Nothing in clear says of what, or what it belongs to."""

    __tablename__ = "blob"  # pyright: ignore[reportAssignmentType]
    __table_args__ = _UNORDERED

    id: str = Field(primary_key=True)
    vault_id: str = Field(foreign_key="vault.id", ondelete="CASCADE", index=True)
    body: bytes  # sealed


BLOB: Final = SQLModel.metadata.tables["blob"]
"""The same table for statements that go past the ORM."""


class InvitationRow(SQLModel, table=True):
    """A code that opens one account. Using it up deletes the row."""

    __tablename__ = "invitation"  # pyright: ignore[reportAssignmentType]
    __table_args__ = _UNORDERED

    code_hmac: bytes = Field(primary_key=True)
    role: str
    expires: date
    tag: str = Field(default="", sa_column_kwargs=_EMPTY)  # the first four characters, to find it by
    name: str = Field(default="", sa_column_kwargs=_EMPTY)  # of whom the team invites; else empty
    organisation: str = Field(default="", sa_column_kwargs=_EMPTY)


class StaffRow(SQLModel, table=True):
    """Somebody who works here, as the team knows her. Nobody's plan is tied to a person by it."""

    __tablename__ = "staff"  # pyright: ignore[reportAssignmentType]
    __table_args__ = _UNORDERED

    account_id: str = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    vault_id: str = Field(unique=True, foreign_key="vault.id", ondelete="CASCADE")
    fingerprint: bytes = Field(unique=True)  # of the public keys: her code is made of it
    name: str
    organisation: str
    active: bool
    resting: bool  # takes a break: nobody new
    most: int  # people she walks with; 0 for as many as the programme allows


class LinkRow(SQLModel, table=True):
    """That two are linked. Who they are to each other is sealed."""

    __tablename__ = "link"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("staff_vault", "owner_vault", name="uq_link_both"), _UNORDERED)

    id: str = Field(primary_key=True)
    staff_vault: str = Field(foreign_key="vault.id", ondelete="CASCADE")
    owner_vault: str = Field(foreign_key="vault.id", ondelete="CASCADE", index=True)
    introduction: bytes  # a letter from the one to the other


class ShareRow(SQLModel, table=True):
    """One step, as one other person sees it."""

    __tablename__ = "share"  # pyright: ignore[reportAssignmentType]
    __table_args__ = _UNORDERED

    id: str = Field(primary_key=True)
    owner_vault: str = Field(foreign_key="vault.id", ondelete="CASCADE", index=True)
    recipient_vault: str = Field(foreign_key="vault.id", ondelete="CASCADE", index=True)
    ends: date
    version: int
    card: bytes  # sealed


SHARE: Final = SQLModel.metadata.tables["share"]
"""The same table for statements that go past the ORM."""


class MessageRow(SQLModel, table=True):
    """Words on their way to somebody; gone from here once she has them."""

    __tablename__ = "message"  # pyright: ignore[reportAssignmentType]
    __table_args__ = _UNORDERED

    id: str = Field(primary_key=True)
    recipient_vault: str = Field(foreign_key="vault.id", ondelete="CASCADE", index=True)
    day: date
    letter: bytes  # sealed, and signed inside


class ViewingRow(SQLModel, table=True):
    """That somebody opened cards of an owner."""

    __tablename__ = "viewing"  # pyright: ignore[reportAssignmentType]
    __table_args__ = _UNORDERED

    owner_vault: str = Field(primary_key=True, foreign_key="vault.id", ondelete="CASCADE")
    number: int = Field(primary_key=True)
    entry: bytes  # sealed to the owner
