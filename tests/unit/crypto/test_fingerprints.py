import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.crypto import codes, fingerprints
from lifeplan_app.crypto.fingerprints import code_of, fingerprint, range_of, words_of
from lifeplan_app.crypto.keypairs import make
from lifeplan_app.model.account import Language

digests = st.binary(min_size=32, max_size=32)
CODE_BITS = 100


def first_and_last(digest: bytes) -> tuple[bytes, bytes]:
    found = range_of(code_of(digest))
    assert found
    return found


def first_bits(digest: bytes, count: int = CODE_BITS) -> int:
    return int.from_bytes(digest, "big") >> (256 - count)


@pytest.mark.check("K9")
@given(digests)
def test_a_code_leads_back_to_its_digest(digest):
    first, last = first_and_last(digest)
    assert first <= digest <= last
    assert len(first) == len(last) == 32


@pytest.mark.check("K9")
@given(digests, digests)
def test_a_code_stands_for_a_hundred_bits_and_no_others(digest, other):
    first, last = first_and_last(digest)
    assert first_bits(first) == first_bits(last) == first_bits(digest)
    assert int.from_bytes(last, "big") - int.from_bytes(first, "big") == 2 ** (256 - CODE_BITS) - 1
    assert (code_of(digest) == code_of(other)) == (first_bits(digest) == first_bits(other))


@given(digests, st.integers(0, 255))
def test_each_of_the_hundred_bits_and_only_these_change_the_code(digest, bit):
    other = (int.from_bytes(digest, "big") ^ (1 << (255 - bit))).to_bytes(32, "big")
    assert (code_of(other) != code_of(digest)) == (bit < CODE_BITS)


@pytest.mark.check("K9")
@given(digests, st.integers(0, 20), st.sampled_from(codes.ALPHABET))
def test_one_wrong_character_is_no_code(digest, at, char):
    code = code_of(digest).replace("-", "")
    wrong = code[:at] + char + code[at + 1 :]
    assert (range_of(wrong) is None) == (wrong != code)


@given(digests, st.integers(0, 19))
def test_two_characters_in_the_wrong_order_are_no_code(digest, at):
    code = code_of(digest).replace("-", "")
    wrong = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert (range_of(wrong) is None) == (wrong != code)


@given(digests)
def test_a_code_may_be_typed_any_way(digest):
    shown = code_of(digest)
    typed = f"  {shown.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "
    assert range_of(typed) == range_of(shown)


@pytest.mark.parametrize("typed", ["", "hello", "0" * 20, "0" * 22, "\ud800" * 21, "0" * 10_000])
def test_what_is_no_code_stands_for_nothing(typed):
    assert range_of(typed) is None


@given(st.integers(0, 2**CODE_BITS - 1))
def test_a_number_comes_back_from_its_code(number):
    code = codes.of_number(number, fingerprints.CODE_LENGTH)
    assert codes.normalise(code, fingerprints.CODE_LENGTH) == code
    assert codes.number_of(code) == number


def test_the_code_is_shown_in_groups_of_four():
    assert [len(part) for part in code_of(bytes(32)).split("-")] == [4, 4, 4, 4, 4, 1]


@pytest.mark.check("K9")
def test_no_two_vaults_have_a_fingerprint_code_or_words_in_common():
    found = [fingerprint(make()[1]) for _ in range(30)]
    assert len(set(found)) == len({code_of(each) for each in found}) == 30
    assert len({words_of(each, Language.FRENCH) for each in found}) == 30


@given(st.binary(max_size=64), st.binary(max_size=64))
def test_a_fingerprint_is_the_same_for_the_same_keys_alone(one, other):
    assert (fingerprint(one) == fingerprint(other)) == (one == other)
    assert len(fingerprint(one)) == 32


@pytest.mark.parametrize("language", Language)
@given(digest=digests)
def test_four_words_that_both_can_say(language, digest):
    words = words_of(digest, language).split(" ")
    assert len(words) == 4
    assert all(word.isalpha() for word in words)


@pytest.mark.check("K9")
@given(digests, digests)
def test_the_words_are_made_of_bits_that_stand_in_no_code(digest, other):
    mixed = other[:16] + digest[16:]
    assert words_of(mixed, Language.FRENCH) == words_of(digest, Language.FRENCH)


@pytest.mark.check("K9")
@pytest.mark.parametrize("word", range(4))
def test_each_word_has_bits_of_its_own(word):
    digest = bytearray(32)
    digest[16 + 4 * word + 3] = 1
    before, after = (words_of(bytes(each), Language.ENGLISH).split(" ") for each in (bytearray(32), digest))
    assert [one == two for one, two in zip(before, after, strict=True)] == [at != word for at in range(4)]
