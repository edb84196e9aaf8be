"""Letters: what one vault sends another, so that the recipient alone reads it and knows who wrote it.

::

    suite 1 B | HPKE (ML-KEM-768 with X25519, HKDF-SHA256, AES-256-GCM) of padded: signature 64 B | text

The author signs what the letter is about together with its text, recipient and both vaults among it, so
that a letter cannot be passed on as one to somebody else.
"""

import hashlib
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidSignature, InvalidTag

from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.crypto.keypairs import SUITE as HPKE
from lifeplan_app.crypto.keypairs import PrivateKeys, PublicKeys
from lifeplan_app.crypto.padding import pad, unpad
from lifeplan_app.model.errors import ParameterError, SealError
from lifeplan_app.model.ids import VaultId

SUITE: Final = 1
"""HPKE in base mode as above, and Ed25519: the allow-list has this one member."""

_SIGNATURE_BYTES = 64


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a letter is about; in any other place it does not open.

    Attributes:
        table: The table it lies in.
        id: The row.
        author: The vault it comes from.
        recipient: The vault it goes to.
    """

    table: str
    id: str
    author: VaultId
    recipient: VaultId

    @property
    def outside(self) -> bytes:
        """What the seal binds; the author is hidden, so it is not among it."""
        return length_prefixed("carnet", SUITE, self.table, self.id, self.recipient)

    def signed(self, text: bytes) -> bytes:
        """Return what the author signs."""
        return length_prefixed(self.outside, self.author, text)


def seal(envelope: Envelope, text: bytes, author: PrivateKeys, recipient: PublicKeys) -> bytes:
    """Return *text* signed by *author* and sealed to *recipient*."""
    signature = author.ed25519.sign(envelope.signed(text))
    sealed = HPKE.encrypt(pad(signature + text), recipient.recipient, envelope.outside)
    return bytes((SUITE,)) + sealed


@dataclass(frozen=True, slots=True)
class Opened:
    """A letter that was opened; whose it is has to be checked still."""

    signature: bytes
    text: bytes

    def is_by(self, author: PublicKeys, envelope: Envelope) -> bool:
        """Tell whether *author* wrote this text for that envelope."""
        try:
            author.ed25519.verify(self.signature, envelope.signed(self.text))
        except InvalidSignature:
            return False
        return True


def digest(sealed: bytes) -> str:
    """Return what names these sealed bytes and no others: SHA-256, in hex."""
    return hashlib.sha256(sealed).hexdigest()


def open_sealed(recipient: PrivateKeys, outside: bytes, sealed: bytes) -> Opened:
    """Return the letter that was sealed to *recipient* for that *outside* of an envelope.

    Raises:
        SealError: Changed, cut, moved, or for somebody else.
        ParameterError: The suite is not in the allow-list.
    """
    if sealed and sealed[0] != SUITE:
        raise ParameterError
    try:
        inside = unpad(HPKE.decrypt(sealed[1:], recipient.recipient, outside))
    except (InvalidTag, ValueError):
        raise SealError from None
    return Opened(inside[:_SIGNATURE_BYTES], inside[_SIGNATURE_BYTES:])
