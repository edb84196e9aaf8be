"""Identifiers: random, opaque, telling nothing about what they name."""

import secrets
from typing import NewType

AccountId = NewType("AccountId", str)
VaultId = NewType("VaultId", str)
RecordId = NewType("RecordId", str)
ShareId = NewType("ShareId", str)
LinkId = NewType("LinkId", str)

_BYTES = 16


def new_id() -> str:
    """Return 128 random bits as 22 URL-safe characters."""
    return secrets.token_urlsafe(_BYTES)
