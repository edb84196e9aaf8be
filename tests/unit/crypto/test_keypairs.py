import pytest
from cryptography.exceptions import InvalidSignature, InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.crypto.keypairs import PRIVATE_BYTES, PUBLIC_BYTES, SUITE, PrivateKeys, PublicKeys, make
from lifeplan_app.model.errors import SealError


def test_what_was_made_is_read_back():
    private, public = make()
    assert (len(private), len(public)) == (PRIVATE_BYTES, PUBLIC_BYTES)
    assert PrivateKeys.parse(private).serialise() == private
    assert PrivateKeys.parse(private).public.serialise() == public
    assert PublicKeys.parse(public).serialise() == public


def test_no_two_vaults_have_a_key_in_common():
    keys = [make()[1] for _ in range(20)]
    for part in (slice(0, 1184), slice(1184, 1216), slice(1216, 1248)):
        assert len({public[part] for public in keys}) == 20


def test_what_is_sealed_to_one_opens_for_her_alone():
    (hers, public), (other, _) = make(), make()
    sealed = SUITE.encrypt(b"a card", PublicKeys.parse(public).recipient, b"info")
    assert SUITE.decrypt(sealed, PrivateKeys.parse(hers).recipient, b"info") == b"a card"
    with pytest.raises(InvalidTag):
        SUITE.decrypt(sealed, PrivateKeys.parse(other).recipient, b"info")


@pytest.mark.parametrize("half", [slice(0, 64), slice(64, 96)], ids=["ML-KEM", "X25519"])
def test_either_half_of_the_hybrid_key_alone_opens_nothing(half):
    (hers, public), (other, _) = make(), make()
    mixed = bytearray(other)
    mixed[half] = hers[half]
    sealed = SUITE.encrypt(b"a card", PublicKeys.parse(public).recipient)
    with pytest.raises(InvalidTag):
        SUITE.decrypt(sealed, PrivateKeys.parse(bytes(mixed)).recipient)


def test_a_signature_is_recognised_and_anothers_is_not():
    (hers, public), (other, _) = make(), make()
    PublicKeys.parse(public).ed25519.verify(PrivateKeys.parse(hers).ed25519.sign(b"a note"), b"a note")
    with pytest.raises(InvalidSignature):
        PublicKeys.parse(public).ed25519.verify(PrivateKeys.parse(other).ed25519.sign(b"a note"), b"a note")


@given(st.binary(max_size=1300))
def test_what_has_another_size_is_no_key(raw):
    if len(raw) != PUBLIC_BYTES:
        with pytest.raises(SealError):
            PublicKeys.parse(raw)
    if len(raw) != PRIVATE_BYTES:
        with pytest.raises(SealError):
            PrivateKeys.parse(raw)


def test_a_public_key_that_is_none_is_refused():
    with pytest.raises(SealError):
        PublicKeys.parse(b"\xff" * PUBLIC_BYTES)


def test_private_keys_are_not_shown():
    assert repr(PrivateKeys.generate()) == "PrivateKeys()"
