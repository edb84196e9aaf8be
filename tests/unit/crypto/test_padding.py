import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.crypto.padding import BUCKETS, pad, unpad
from lifeplan_app.model.errors import SealError


@given(st.binary(max_size=2000))
def test_padding_gives_back_what_it_was_given(data):
    assert unpad(pad(data)) == data


@pytest.mark.check("K6")
@pytest.mark.parametrize(
    ("length", "padded"),
    [
        (0, 256),
        (252, 256),
        (253, 1024),
        (1020, 1024),
        (1021, 4096),
        (4092, 4096),
        (4093, 16_384),
        (16_380, 16_384),
        (16_381, 65_536),
        (65_532, 65_536),
        (65_533, 131_072),
        (131_068, 131_072),
        (131_069, 196_608),
    ],
)
def test_each_length_has_the_size_of_its_bucket(length, padded):
    assert len(pad(b"a" * length)) == padded


@pytest.mark.check("K6")
@given(st.lists(st.integers(0, 252), min_size=2, max_size=9))
def test_all_short_texts_have_one_size(lengths):
    assert {len(pad(bytes(length))) for length in lengths} == {BUCKETS[0]}


@pytest.mark.check("K3")
@pytest.mark.parametrize(
    "never_padded",
    [
        b"",
        b"\0\0\0",
        bytes(255),
        pad(b"words")[:-1],
        pad(b"words") + b"\0",
        pad(b"words")[:-1] + b"\1",
        b"\xff\xff\xff\xff" + bytes(252),
        bytes(1024),
    ],
)
def test_bytes_that_were_never_padded_are_refused(never_padded):
    with pytest.raises(SealError):
        unpad(never_padded)
