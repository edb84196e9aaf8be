from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.crypto import sealing
from lifeplan_app.crypto.records import Place, open_sealed, seal
from lifeplan_app.crypto.sealing import Use
from lifeplan_app.model.errors import CarnetError, ParameterError, SealError
from tests.unit.crypto.samples import KEY, PLACE, texts, with_flipped_bit

SEALED = seal(KEY, PLACE, b"her words")

names = st.text(max_size=8)
places = st.builds(Place, st.integers(0, 3), names, names, names, st.integers(0, 2**40))


@pytest.mark.check("K4")
@given(texts, places)
def test_any_text_comes_back_as_it_was_typed(text, place):
    plaintext = text.encode("utf-8", "surrogatepass")
    assert open_sealed(KEY, place, seal(KEY, place, plaintext)) == plaintext


@pytest.mark.check("K4")
def test_a_hundred_thousand_seals_have_distinct_salts():
    count = 100_000
    assert len({seal(KEY, PLACE, b"")[1:33] for _ in range(count)}) == count


def test_the_same_text_looks_different_each_time_it_is_sealed():
    again = seal(KEY, PLACE, b"her words")
    assert again[33:65] != SEALED[33:65]
    assert again[65:] != SEALED[65:]


@pytest.mark.check("K3")
def test_any_flipped_bit_is_refused_with_one_error():
    for index, bit in product(range(1, len(SEALED)), range(8)):
        with pytest.raises(SealError):
            open_sealed(KEY, PLACE, with_flipped_bit(SEALED, index, bit))


@pytest.mark.check("K3")
def test_any_truncation_is_refused_with_one_error():
    for length in range(len(SEALED)):
        with pytest.raises(SealError):
            open_sealed(KEY, PLACE, SEALED[:length])


@pytest.mark.check("K3")
def test_bytes_behind_the_end_are_refused():
    with pytest.raises(SealError):
        open_sealed(KEY, PLACE, SEALED + b"\0")


@pytest.mark.check("K3")
@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(PLACE, schema=2),
        replace(PLACE, table="settings"),
        replace(PLACE, id="another row"),
        replace(PLACE, vault="another vault"),
        replace(PLACE, version=6),
        replace(PLACE, version=8),
        replace(PLACE, id=PLACE.vault, vault=PLACE.id),
    ],
    ids=["schema", "table", "row", "owner", "older", "newer", "swapped"],
)
def test_a_seal_moved_elsewhere_is_refused(elsewhere):
    with pytest.raises(SealError):
        open_sealed(KEY, elsewhere, SEALED)


@pytest.mark.check("K3")
@given(places, places)
def test_what_is_sealed_for_one_place_opens_in_no_other(here, there):
    sealed = seal(KEY, here, b"")
    if here == there:
        assert open_sealed(KEY, there, sealed) == b""
    else:
        with pytest.raises(SealError):
            open_sealed(KEY, there, sealed)


@pytest.mark.check("K2")
@given(st.binary(min_size=32, max_size=32).filter(lambda key: key != KEY))
def test_another_key_opens_nothing(key):
    with pytest.raises(SealError):
        open_sealed(key, PLACE, SEALED)


@pytest.mark.parametrize("key", [b"", KEY[:-1], KEY + b"\0"])
def test_what_is_no_key_seals_and_opens_nothing(key):
    with pytest.raises(SealError):
        seal(key, PLACE, b"")
    with pytest.raises(SealError):
        open_sealed(key, PLACE, SEALED)


@pytest.mark.check("K3")
def test_a_key_of_one_use_opens_nothing_of_another():
    with pytest.raises(SealError):
        sealing.open_sealed(KEY, Use.SLOT, bytes(PLACE), SEALED)


@pytest.mark.check("K6")
@given(st.integers(0, 252), st.integers(253, 1020))
def test_a_sealed_size_tells_the_bucket_and_no_more(short, longer):
    overhead = 1 + 32 + 32 + 16
    assert len(seal(KEY, PLACE, bytes(short))) == overhead + 256
    assert len(seal(KEY, PLACE, bytes(longer))) == overhead + 1024


@pytest.mark.check("K7")
def test_a_suite_outside_the_allow_list_is_refused():
    for suite in (0, *range(2, 256)):
        with pytest.raises(ParameterError):
            open_sealed(KEY, PLACE, bytes((suite,)) + SEALED[1:])


@pytest.mark.check("K3")
@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_refused(junk):
    with pytest.raises((SealError, ParameterError)):
        open_sealed(KEY, PLACE, junk)


def test_a_refusal_says_nothing_of_what_was_refused():
    with pytest.raises(CarnetError) as refused:
        open_sealed(KEY, replace(PLACE, version=8), SEALED)
    assert str(refused.value) == "sealed"
    assert refused.value.__suppress_context__
