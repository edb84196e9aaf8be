from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeplan_app.crypto import letters
from lifeplan_app.crypto.keypairs import SUITE as HPKE
from lifeplan_app.crypto.keypairs import PrivateKeys
from lifeplan_app.crypto.letters import Envelope, Opened, digest, open_sealed, seal
from lifeplan_app.crypto.padding import pad
from lifeplan_app.model.errors import ParameterError, SealError
from tests.unit.crypto.samples import texts, with_flipped_bit

NADIA, CLAIRE, STRANGER = (PrivateKeys.generate() for _ in range(3))
ENVELOPE = Envelope("message", "a letter", author="Claire's vault", recipient="Nadia's vault")
SEALED = seal(ENVELOPE, b"a note", CLAIRE, NADIA.public)

names = st.text(max_size=6)
envelopes = st.builds(Envelope, names, names, names, names)


def opened(sealed=SEALED, recipient=NADIA, outside=ENVELOPE.outside):
    return open_sealed(recipient, outside, sealed)


@given(texts, envelopes)
def test_a_letter_reads_as_it_was_written_and_by_whom(text, envelope):
    plaintext = text.encode("utf-8", "surrogatepass")
    found = open_sealed(NADIA, envelope.outside, seal(envelope, plaintext, CLAIRE, NADIA.public))
    assert found.text == plaintext
    assert found.is_by(CLAIRE.public, envelope)


@pytest.mark.check("K9")
@given(at=st.integers(1, len(SEALED) - 1), bit=st.integers(0, 7))
@settings(max_examples=300)
def test_any_flipped_bit_is_refused(at, bit):
    with pytest.raises(SealError):
        opened(with_flipped_bit(SEALED, at, bit))


@pytest.mark.check("K9")
@given(st.integers(0, len(SEALED) - 1))
def test_a_letter_that_is_cut_is_refused(length):
    with pytest.raises(SealError):
        opened(SEALED[:length])


def test_a_letter_that_is_grown_is_refused():
    with pytest.raises(SealError):
        opened(SEALED + b"\0")


@given(st.binary(max_size=1_500))
def test_bytes_of_any_kind_are_refused(junk):
    with pytest.raises((SealError, ParameterError)):
        opened(junk)


@pytest.mark.check("K9")
@pytest.mark.parametrize("other", [CLAIRE, STRANGER], ids=["the author", "a stranger"])
def test_nobody_else_opens_it(other):
    with pytest.raises(SealError):
        opened(recipient=other)


@pytest.mark.check("K9")
@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(ENVELOPE, id="another letter"),
        replace(ENVELOPE, table="link"),
        replace(ENVELOPE, recipient=""),
    ],
    ids=["id", "table", "recipient"],
)
def test_a_letter_put_elsewhere_is_refused(elsewhere):
    with pytest.raises(SealError):
        opened(outside=elsewhere.outside)


@pytest.mark.check("K9")
def test_a_letter_is_not_by_another_who_is_named():
    assert opened().is_by(CLAIRE.public, ENVELOPE)
    assert not opened().is_by(STRANGER.public, ENVELOPE)
    assert not opened().is_by(NADIA.public, ENVELOPE)
    assert not opened().is_by(CLAIRE.public, replace(ENVELOPE, author="a stranger's vault"))


@pytest.mark.check("K9")
@pytest.mark.parametrize(
    "signature",
    [b"", bytes(64), STRANGER.ed25519.sign(ENVELOPE.signed(b"a note")), CLAIRE.ed25519.sign(b"a note")],
    ids=["none", "zeros", "a stranger's", "of the text alone"],
)
def test_a_forged_signature_is_seen(signature):
    assert not Opened(signature, b"a note").is_by(CLAIRE.public, ENVELOPE)


@pytest.mark.check("K9")
def test_what_was_signed_for_one_cannot_be_passed_on_to_another():
    """Who got a letter may seal it anew to somebody else: the author's name does not hold there."""
    mine = opened()
    passed_on = replace(ENVELOPE, recipient="a third vault")
    inside = pad(mine.signature + mine.text)
    sealed = bytes((letters.SUITE,)) + HPKE.encrypt(inside, STRANGER.public.recipient, passed_on.outside)
    found = open_sealed(STRANGER, passed_on.outside, sealed)
    assert found.text == b"a note"
    assert not found.is_by(CLAIRE.public, passed_on)


@pytest.mark.check("K9")
def test_a_changed_text_is_not_hers():
    assert not Opened(opened().signature, b"another note").is_by(CLAIRE.public, ENVELOPE)


@given(envelopes, envelopes, st.binary(max_size=8), st.binary(max_size=8))
def test_no_two_letters_are_signed_as_the_same_bytes(one, other, text, another):
    same = (one, text) == (other, another)
    assert (one.signed(text) == other.signed(another)) == same


@pytest.mark.check("K7")
def test_a_suite_outside_the_allow_list_is_refused():
    for suite in (0, *range(2, 256)):
        with pytest.raises(ParameterError):
            opened(bytes((suite,)) + SEALED[1:])


@pytest.mark.check("K6")
def test_short_letters_are_all_of_one_size_and_say_nothing_of_their_author():
    sealed = [seal(ENVELOPE, bytes(length), CLAIRE, NADIA.public) for length in range(0, 188, 40)]
    assert len({len(each) for each in sealed}) == 1
    assert all(ENVELOPE.author.encode() not in each for each in sealed)


def test_a_digest_names_these_very_bytes():
    again = seal(ENVELOPE, b"a note", CLAIRE, NADIA.public)
    assert again != SEALED
    assert digest(SEALED) == digest(bytes(SEALED)) != digest(again)
    assert len(digest(SEALED)) == 64
