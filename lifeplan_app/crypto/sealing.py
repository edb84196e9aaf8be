"""The envelope that everything at rest is sealed in.

::

    suite 1 B | salt 32 B | commitment 32 B | AES-256-GCM ciphertext and tag, of padded plaintext

From the key and the random salt, HKDF-SHA256 gives 64 bytes: a key for this one message, and the
commitment. What the envelope is about (a row, a slot) is authenticated and stands nowhere in it.
"""

import hmac
import secrets
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.crypto.keys import KEY_BYTES, derive
from lifeplan_app.crypto.padding import pad, unpad
from lifeplan_app.model.errors import ParameterError, SealError

SUITE = 1
"""HKDF-SHA256 and AES-256-GCM as above: the allow-list has this one member."""

_SALT_BYTES = 32
_HEAD_BYTES = _SALT_BYTES + 32

# A nonce must never come twice under one key. Each key here seals a single message (its salt is
# 256 random bits), so that a constant is as safe as it gets: nothing to count, nothing to collide.
_NONCE = bytes(12)


class Use(StrEnum):
    """What a key seals. A key of one use opens nothing that was sealed for another."""

    RECORD = "record"
    SLOT = "slot"
    CARD = "card"


_INFO = {use: length_prefixed("carnet", SUITE, use.value) for use in Use}


def seal(key: bytes | bytearray, use: Use, about: bytes, plaintext: bytes) -> bytes:
    """Return *plaintext* sealed so that only *key* opens it, and only where it is *about* the same.

    Args:
        key: 32 bytes.
        use: Keeps apart what is sealed for different ends.
        about: What the plaintext belongs to, from `length_prefixed`.
        plaintext: Any bytes; only the bucket of its length can be seen (see `padding`).

    Raises:
        SealError: *key* is no key.
    """
    salt = secrets.token_bytes(_SALT_BYTES)
    message_key, commitment = _message_key(key, use, salt)
    ciphertext = AESGCM(message_key).encrypt(_NONCE, pad(plaintext), about)
    return bytes((SUITE,)) + salt + commitment + ciphertext


def open_sealed(key: bytes | bytearray, use: Use, about: bytes, sealed: bytes) -> bytes:
    """Return what was sealed with the same *key* and *use*, *about* the same.

    Raises:
        SealError: Anything at all is not as `seal` left it; which thing is not said.
        ParameterError: The suite is not in the allow-list. Its id stands in clear, so that
            telling this apart tells nobody anything; a newer program may have written it.
    """
    salt, commitment, ciphertext = _parts(sealed)
    message_key, expected = _message_key(key, use, salt)
    # AES-GCM alone would let somebody craft a ciphertext that opens under two keys, each time to
    # another text. The commitment names the one key, and stands before anything is decrypted.
    if not hmac.compare_digest(commitment, expected):
        raise SealError
    try:
        return unpad(AESGCM(message_key).decrypt(_NONCE, ciphertext, about))
    except InvalidTag:
        raise SealError from None


def _parts(sealed: bytes) -> tuple[bytes, bytes, bytes]:
    """Return salt, commitment and ciphertext; what is missing of them will fit no commitment or tag."""
    if sealed and sealed[0] != SUITE:
        raise ParameterError
    rest = sealed[1:]
    return rest[:_SALT_BYTES], rest[_SALT_BYTES:_HEAD_BYTES], rest[_HEAD_BYTES:]


def _message_key(key: bytes | bytearray, use: Use, salt: bytes) -> tuple[bytes, bytes]:
    """Return the key of one message, and the commitment to it: halves of one HKDF output.

    Finding two keys with the same commitment means finding a collision of SHA-256.
    """
    if len(key) != KEY_BYTES:
        raise SealError
    both = derive(key, _INFO[use], salt=salt, length=2 * KEY_BYTES)
    return both[:KEY_BYTES], both[KEY_BYTES:]
