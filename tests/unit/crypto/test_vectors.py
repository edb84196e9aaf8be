"""The primitives against what others published.

RFC 5869 (HKDF), RFC 9106 (Argon2id), the AES-GCM specification (McGrew and Viega, cases 13 and 14),
and argon2-cffi, another implementation with a secret input.
"""

import pytest
from argon2.low_level import ARGON2_VERSION, core, ffi
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from lifeplan_app.crypto.keys import derive
from lifeplan_app.crypto.passwords import CURRENT, stretch
from tests.unit.crypto.samples import PEPPER, SALT


def test_hkdf_sha256_rfc_5869_case_1():
    derived = derive(
        b"\x0b" * 22,
        bytes.fromhex("f0f1f2f3f4f5f6f7f8f9"),
        salt=bytes.fromhex("000102030405060708090a0b0c"),
        length=42,
    )
    assert derived.hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )


def test_hkdf_sha256_rfc_5869_case_3_without_salt_and_info():
    assert derive(b"\x0b" * 22, b"", length=42).hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    )


def test_argon2id_rfc_9106_section_5_3():
    argon2id = Argon2id(
        salt=b"\2" * 16, length=32, iterations=3, lanes=4, memory_cost=32, secret=b"\3" * 8, ad=b"\4" * 12
    )
    assert argon2id.derive(b"\1" * 32).hex() == (
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    )


@pytest.mark.parametrize(
    ("plaintext", "sealed"),
    [
        (b"", "530f8afbc74536b9a963b4f1c4cb738b"),
        (bytes(16), "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"),
    ],
)
def test_aes_256_gcm_with_a_nonce_of_zeros(plaintext, sealed):
    assert AESGCM(bytes(32)).encrypt(bytes(12), plaintext, None).hex() == sealed


def test_a_passphrase_is_stretched_as_another_implementation_does_it():
    assert stretch("une phrase à elle", SALT, PEPPER, CURRENT) == libargon2(
        "une phrase à elle".encode(), SALT, PEPPER, memory=65_536, iterations=3
    )


def libargon2(secret: bytes, salt: bytes, pepper: bytes, *, memory: int, iterations: int) -> bytes:
    """Return 64 bytes of Argon2id, one lane, from the reference implementation in C."""
    out, pwd = ffi.new("uint8_t[]", 64), ffi.new("uint8_t[]", secret)
    salted, peppered = ffi.new("uint8_t[]", salt), ffi.new("uint8_t[]", pepper)
    context = ffi.new(
        "argon2_context *",
        {
            "version": ARGON2_VERSION,
            "out": out,
            "outlen": 64,
            "pwd": pwd,
            "pwdlen": len(secret),
            "salt": salted,
            "saltlen": len(salt),
            "secret": peppered,
            "secretlen": len(pepper),
            "ad": ffi.NULL,
            "adlen": 0,
            "t_cost": iterations,
            "m_cost": memory,
            "lanes": 1,
            "threads": 1,
            "allocate_cbk": ffi.NULL,
            "free_cbk": ffi.NULL,
            "flags": 0,
        },
    )
    assert core(context, 2) == 0  # 2: Argon2id
    return bytes(ffi.buffer(out, 64))
