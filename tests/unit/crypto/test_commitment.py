"""A ciphertext made for two keys: AES-GCM opens it under both, the envelope under one.

With two AES-GCM keys in hand, all blocks of a ciphertext but one can be chosen; the last is then
solved for, so that both keys find the same tag. Here it opens as one text under one key and as
another under the other, and even the padding is right for both.
"""

from hashlib import sha256
from itertools import count

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from lifeplan_app.crypto.records import open_sealed
from lifeplan_app.crypto.sealing import SUITE, Use, _message_key
from lifeplan_app.model.errors import SealError
from tests.unit.crypto.samples import PLACE

SALT = b"one salt for both messages, 32 B"
NONCE = bytes(12)
BLOCK = 16
LENGTH = (252).to_bytes(4, "big")
FIRST, SECOND = b"I feel well today.", b"Bring the money on Monday."


def aes(key: bytes, block: bytes) -> bytes:
    return Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(block)  # noqa: S305 - one block


def keystream(key: bytes, blocks: int) -> bytes:
    return b"".join(aes(key, NONCE + (2 + each).to_bytes(4, "big")) for each in range(blocks))


def xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def times(a: int, b: int) -> int:
    """Multiply in GHASH's field, whose bits run from left to right."""
    product = 0
    for bit in range(127, -1, -1):
        product ^= a if b >> bit & 1 else 0
        a = a >> 1 ^ (0xE1 << 120 if a & 1 else 0)
    return product


def power(a: int, exponent: int) -> int:
    result = 1 << 127
    for bit in f"{exponent:b}":
        result = times(result, result)
        result = times(result, a) if bit == "1" else result
    return result


def inverse(a: int) -> int:
    return power(a, 2**128 - 2)


def tag(key: bytes, about: bytes, ciphertext: bytes) -> int:
    """Return the tag of AES-GCM, the slow way."""
    hashed, secret = 0, int.from_bytes(aes(key, bytes(BLOCK)), "big")
    lengths = (len(about) * 8).to_bytes(8, "big") + (len(ciphertext) * 8).to_bytes(8, "big")
    whole = about + bytes(-len(about) % BLOCK) + ciphertext + lengths
    for start in range(0, len(whole), BLOCK):
        hashed = times(hashed ^ int.from_bytes(whole[start : start + BLOCK], "big"), secret)
    return hashed ^ int.from_bytes(aes(key, NONCE + b"\0\0\0\1"), "big")


def with_one_tag(ciphertext: bytes, keys: tuple[bytes, bytes], about: bytes) -> bytes:
    """Return *ciphertext* with its last block changed so that both keys find one tag, and that tag.

    The last block is multiplied by H² on its way into the tag, H being each key's own.
    """
    head = ciphertext[:-BLOCK] + bytes(BLOCK)
    weights = [power(int.from_bytes(aes(key, bytes(BLOCK)), "big"), 2) for key in keys]
    difference = tag(keys[0], about, head) ^ tag(keys[1], about, head)
    block = times(difference, inverse(weights[0] ^ weights[1]))
    whole = head[:-BLOCK] + block.to_bytes(BLOCK, "big")
    return whole + tag(keys[0], about, whole).to_bytes(BLOCK, "big")


def two_vault_keys() -> tuple[bytes, bytes]:
    """Return keys whose keystreams begin alike, so that the length before the text is right twice."""
    seen: dict[bytes, bytes] = {}
    for number in count():
        key = sha256(b"key %d" % number).digest()
        beginning = keystream(message_key(key), 1)[: len(LENGTH)]
        if beginning in seen:
            return seen[beginning], key
        seen[beginning] = key
    raise AssertionError


def message_key(key: bytes) -> bytes:
    return _message_key(key, Use.RECORD, SALT)[0]


def commitment(key: bytes) -> bytes:
    return _message_key(key, Use.RECORD, SALT)[1]


@pytest.fixture(scope="module")
def keys():
    return two_vault_keys()


@pytest.fixture(scope="module")
def crafted(keys):
    """A ciphertext of 256 bytes: the first text under the first key, the second under the second."""
    one, other = (message_key(key) for key in keys)
    half = 8 * BLOCK
    front = xor((LENGTH + FIRST).ljust(half), keystream(one, 8))
    back = xor(SECOND.ljust(half), keystream(other, 16)[half:])
    return with_one_tag(front + back, (one, other), bytes(PLACE))


@pytest.mark.check("K5")
def test_aes_gcm_alone_opens_it_under_both_keys(keys, crafted):
    first, second = (AESGCM(message_key(key)).decrypt(NONCE, crafted, bytes(PLACE)) for key in keys)
    assert first.startswith(LENGTH + FIRST)
    assert second.startswith(LENGTH)
    assert SECOND in second
    assert first != second


@pytest.mark.check("K5")
@pytest.mark.parametrize(("committed", "text"), [(0, FIRST), (1, SECOND)])
def test_the_envelope_opens_it_under_the_one_key_it_names(keys, crafted, committed, text):
    envelope = bytes((SUITE,)) + SALT + commitment(keys[committed]) + crafted
    assert text in open_sealed(keys[committed], PLACE, envelope)
    with pytest.raises(SealError):
        open_sealed(keys[1 - committed], PLACE, envelope)
