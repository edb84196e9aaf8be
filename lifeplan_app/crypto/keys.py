"""Keys: how one is made, and how others are derived from it."""

import secrets

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


def new_key() -> bytes:
    """Return 256 random bits."""
    return secrets.token_bytes(KEY_BYTES)


def derive(secret: bytes | bytearray, info: bytes, *, salt: bytes = b"", length: int = KEY_BYTES) -> bytes:
    """Return *length* bytes that tell nothing about *secret* nor about what other *info* gives.

    HKDF-SHA256 (RFC 5869). *secret* must be as hard to guess as a key: HKDF slows nobody down.
    """
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(secret)
