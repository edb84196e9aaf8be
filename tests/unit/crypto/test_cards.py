from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.crypto import records, sealing
from lifeplan_app.crypto.cards import CardPlace, open_sealed, seal
from lifeplan_app.crypto.records import Place
from lifeplan_app.crypto.sealing import Use
from lifeplan_app.model.errors import ParameterError, SealError
from tests.unit.crypto.samples import KEY, texts, with_flipped_bit

ENDS = date(2027, 2, 21)
CARD = CardPlace("a share", "her vault", "another vault", ENDS, 3)
SEALED = seal(KEY, CARD, b"her step")

names = st.text(max_size=6)
places = st.builds(CardPlace, names, names, names, st.dates(), st.integers(0, 2**40))


@given(texts, places)
def test_a_card_reads_as_it_was_written(text, place):
    plaintext = text.encode("utf-8", "surrogatepass")
    assert open_sealed(KEY, place, seal(KEY, place, plaintext)) == plaintext


@pytest.mark.check("P3")
@pytest.mark.check("K3")
@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(CARD, ends=ENDS + timedelta(days=1)),
        replace(CARD, ends=ENDS - timedelta(days=1)),
        replace(CARD, ends=date.max),
        replace(CARD, share="another share"),
        replace(CARD, owner="yet another vault"),
        replace(CARD, recipient="yet another vault"),
        replace(CARD, owner=CARD.recipient, recipient=CARD.owner),
        replace(CARD, version=2),
        replace(CARD, version=4),
    ],
    ids=["later", "sooner", "for ever", "share", "owner", "recipient", "back", "older", "newer"],
)
def test_a_card_moved_elsewhere_or_with_another_end_is_refused(elsewhere):
    with pytest.raises(SealError):
        open_sealed(KEY, elsewhere, SEALED)


@pytest.mark.check("K3")
@given(places, places)
def test_a_card_opens_as_itself_alone(here, there):
    sealed = seal(KEY, here, b"")
    if here == there:
        assert open_sealed(KEY, there, sealed) == b""
    else:
        assert bytes(here) != bytes(there)
        with pytest.raises(SealError):
            open_sealed(KEY, there, sealed)


@pytest.mark.check("K3")
def test_any_flipped_bit_is_refused_with_one_error():
    for index, bit in product(range(1, len(SEALED)), range(8)):
        with pytest.raises(SealError):
            open_sealed(KEY, CARD, with_flipped_bit(SEALED, index, bit))


@pytest.mark.check("K3")
def test_a_card_that_is_cut_or_grown_is_refused():
    for other in (*(SEALED[:length] for length in range(len(SEALED))), SEALED + b"\0"):
        with pytest.raises(SealError):
            open_sealed(KEY, CARD, other)


@pytest.mark.check("K8")
@given(st.binary(min_size=32, max_size=32).filter(lambda key: key != KEY))
def test_a_key_that_others_have_in_common_opens_nothing(key):
    with pytest.raises(SealError):
        open_sealed(key, CARD, SEALED)


@pytest.mark.check("K3")
def test_what_is_sealed_as_anything_else_is_no_card():
    for use in set(Use) - {Use.CARD}:
        with pytest.raises(SealError):
            open_sealed(KEY, CARD, sealing.seal(KEY, use, bytes(CARD), b"her step"))
    with pytest.raises(SealError):
        open_sealed(KEY, CARD, records.seal(KEY, Place(1, "card", "a share", "her vault", 3), b"her step"))


@pytest.mark.check("K7")
def test_a_suite_outside_the_allow_list_is_refused():
    for suite in (0, *range(2, 256)):
        with pytest.raises(ParameterError):
            open_sealed(KEY, CARD, bytes((suite,)) + SEALED[1:])


@pytest.mark.parametrize("key", [b"", KEY[:-1], KEY + b"\0"])
def test_what_is_no_key_seals_and_opens_nothing(key):
    with pytest.raises(SealError):
        seal(key, CARD, b"")
    with pytest.raises(SealError):
        open_sealed(key, CARD, SEALED)


@pytest.mark.check("K6")
def test_short_cards_are_all_of_one_size():
    assert len({len(seal(KEY, CARD, bytes(length))) for length in range(0, 252, 50)}) == 1
