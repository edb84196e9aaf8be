import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.crypto.encoding import length_prefixed
from tests.unit.crypto.samples import texts

parts = st.lists(st.one_of(st.binary(), texts, st.integers()), max_size=6)


def read_back(data: bytes) -> list[bytes | str | int]:
    """Return what `length_prefixed` was given: that this can be written is the proof."""
    found: list[bytes | str | int] = []
    while data:
        end = 9 + int.from_bytes(data[1:9], "big")
        letter, body, data = data[:1], data[9:end], data[end:]
        found.append({b"b": bytes, b"s": as_text, b"i": int}[letter](body))
    return found


def as_text(body: bytes) -> str:
    return body.decode("utf-8", "surrogatepass")


@pytest.mark.check("K4")
@given(parts)
def test_what_was_encoded_can_be_read_back_so_no_two_lists_look_alike(given_parts):
    assert read_back(length_prefixed(*given_parts)) == given_parts


@pytest.mark.check("K4")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", "", "b"), ("a", "b", "")),
        (("1",), (1,)),
        (("1",), (b"1",)),
        (("é",), ("e\u0301",)),
        ((), ("",)),
    ],
)
def test_values_do_not_slide_from_one_part_into_the_next(one, other):
    assert length_prefixed(*one) != length_prefixed(*other)
