"""How two people make sure that the keys between them are theirs: a code, and four words.

The digest of a vault's public keys is pinned by whoever links with it. Its first 100 bits are the
code that is copied or scanned; 40 others choose four words, for two who see or hear each other.
"""

import hashlib
from typing import Final

from lifeplan_app.crypto import codes, passphrases
from lifeplan_app.crypto.encoding import length_prefixed

CODE_LENGTH: Final = 21
"""Characters: 20 of the digest (100 bits), and one that finds slips."""

BYTES: Final = 32
WORDS: Final = 4

_CODE_BITS = 100
_WORDS_FROM = 16  # bytes of the digest that stand in no code
_WORD_BYTES = 4  # for each word: so many that every word is as likely as another


def fingerprint(public_keys: bytes) -> bytes:
    """Return the digest of serialised public keys: 32 bytes, SHA-256."""
    return hashlib.sha256(length_prefixed("carnet", "public keys", public_keys)).digest()


def code_of(digest: bytes) -> str:
    """Return the code that stands for a *digest*, as it is shown."""
    return codes.grouped(codes.of_number(_number(digest), CODE_LENGTH))


def range_of(typed: str) -> tuple[bytes, bytes] | None:
    """Return the first and the last digest that the code as *typed* stands for, or None if it is no code.

    What lies between is the same for 100 bits: nobody finds two keys there.
    """
    code = codes.normalise(typed, CODE_LENGTH)
    if code is None:
        return None
    first = codes.number_of(code) << (8 * BYTES - _CODE_BITS)
    last = first | ((1 << (8 * BYTES - _CODE_BITS)) - 1)
    return first.to_bytes(BYTES, "big"), last.to_bytes(BYTES, "big")


def words_of(digest: bytes, language: str) -> str:
    """Return four words of *language* ("fr", "en") for a *digest*, separated by spaces: 40 bits or more.

    Each word comes from 32 bits of its own, so that the two lists may differ in length.
    """
    parts = [digest[_WORDS_FROM + at : _WORDS_FROM + at + _WORD_BYTES] for at in range(0, 16, _WORD_BYTES)]
    return " ".join(passphrases.word_at(language, int.from_bytes(part, "big")) for part in parts)


def _number(digest: bytes) -> int:
    return int.from_bytes(digest, "big") >> (8 * len(digest) - _CODE_BITS)
