"""The key pairs of a vault: one to receive what others seal for it, one to sign with.

The receiving pair is hybrid, ML-KEM-768 with X25519: it holds as long as either of them does.
Both forms are the raw keys one after another, in the order of the attributes.
"""

from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from lifeplan_app.model.errors import SealError

SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
"""How anything is sealed to a recipient (HPKE, RFC 9180)."""

PRIVATE_BYTES = 64 + 32 + 32
"""ML-KEM seed, X25519, Ed25519."""

PUBLIC_BYTES = 1184 + 32 + 32
"""ML-KEM, X25519, Ed25519."""


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What others need to seal for a vault and to check what it signed."""

    mlkem: MLKEM768PublicKey
    x25519: X25519PublicKey
    ed25519: Ed25519PublicKey

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        """Return the keys that `serialise` wrote.

        Raises:
            SealError: These are no public keys.
        """
        if len(raw) != PUBLIC_BYTES:
            raise SealError
        try:
            return cls(
                MLKEM768PublicKey.from_public_bytes(raw[:-64]),
                X25519PublicKey.from_public_bytes(raw[-64:-32]),
                Ed25519PublicKey.from_public_bytes(raw[-32:]),
            )
        except ValueError:
            raise SealError from None

    def serialise(self) -> bytes:
        """Return the three keys as `PUBLIC_BYTES` bytes."""
        return b"".join(key.public_bytes_raw() for key in (self.mlkem, self.x25519, self.ed25519))

    @property
    def recipient(self) -> MLKEM768X25519PublicKey:
        """The hybrid key, for `SUITE`."""
        return MLKEM768X25519PublicKey(self.mlkem, self.x25519)


@dataclass(frozen=True, slots=True)
class PrivateKeys:
    """What a vault opens and signs with."""

    mlkem: MLKEM768PrivateKey = field(repr=False)
    x25519: X25519PrivateKey = field(repr=False)
    ed25519: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def generate(cls) -> Self:
        """Return new keys."""
        return cls(MLKEM768PrivateKey.generate(), X25519PrivateKey.generate(), Ed25519PrivateKey.generate())

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        """Return the keys that `serialise` wrote.

        Raises:
            SealError: These are no private keys.
        """
        if len(raw) != PRIVATE_BYTES:
            raise SealError
        return cls(
            MLKEM768PrivateKey.from_seed_bytes(raw[:-64]),
            X25519PrivateKey.from_private_bytes(raw[-64:-32]),
            Ed25519PrivateKey.from_private_bytes(raw[-32:]),
        )

    def serialise(self) -> bytes:
        """Return the three keys as `PRIVATE_BYTES` bytes, to be sealed at once."""
        return b"".join(key.private_bytes_raw() for key in (self.mlkem, self.x25519, self.ed25519))

    @property
    def public(self) -> PublicKeys:
        """The public halves."""
        return PublicKeys(self.mlkem.public_key(), self.x25519.public_key(), self.ed25519.public_key())

    @property
    def recipient(self) -> MLKEM768X25519PrivateKey:
        """The hybrid key, for `SUITE`."""
        return MLKEM768X25519PrivateKey(self.mlkem, self.x25519)


def make() -> tuple[bytes, bytes]:
    """Return the private and the public keys of a new vault, serialised."""
    keys = PrivateKeys.generate()
    return keys.serialise(), keys.public.serialise()
