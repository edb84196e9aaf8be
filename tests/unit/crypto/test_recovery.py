import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.crypto import codes, recovery
from lifeplan_app.crypto.recovery import new_code, normalise, stretch
from lifeplan_app.crypto.slots import SlotTable, make_slot, open_slots
from lifeplan_app.model.errors import ParameterError, WrongRecoveryCodeError
from tests.unit.crypto.samples import GRANT, PEPPER, SALT, SHRED, credential

new_codes = st.builds(new_code)
positions = st.integers(0, recovery.LENGTH - 1)


def as_credential(code, pepper=PEPPER, shred=SHRED):
    return credential(stretched=stretch(code, SALT, pepper), table=SlotTable.RECOVERY, shred=shred)


def test_a_code_is_seven_groups_of_four():
    groups = new_code().split("-")
    assert [len(group) for group in groups] == [4] * 7
    assert set("".join(groups)) <= set(codes.ALPHABET)


def test_all_but_one_of_its_characters_are_random():
    made = [new_code().replace("-", "") for _ in range(2000)]
    assert len(set(made)) == len(made)
    for position in range(recovery.LENGTH):
        assert {code[position] for code in made} == set(codes.ALPHABET)


@given(new_codes)
def test_a_code_is_recognised_however_it_is_typed(code):
    meant = code.replace("-", "")
    for typed in (
        code,
        meant,
        code.lower(),
        code.replace("-", " "),
        code.replace("-", " \u2013 "),
        f"  {code}\n",
        code.replace("0", "o").replace("1", "l"),
        code.replace("0", "O").replace("1", "i"),
        "\u200b".join(code),
        code.translate({ord(char): ord(char) + 0xFEE0 for char in codes.ALPHABET}),
    ):
        assert normalise(typed) == meant
        assert stretch(typed, SALT, PEPPER) == stretch(code, SALT, PEPPER)


@given(new_codes, positions, st.sampled_from(codes.ALPHABET))
def test_one_wrong_character_is_always_found(code, position, other):
    meant = code.replace("-", "")
    slip = meant[:position] + other + meant[position + 1 :]
    assert normalise(slip) == (meant if slip == meant else None)


@given(new_codes, positions, positions)
def test_two_exchanged_characters_are_always_found(code, one, other):
    meant = code.replace("-", "")
    slip = list(meant)
    slip[one], slip[other] = slip[other], slip[one]
    assert normalise("".join(slip)) == (meant if "".join(slip) == meant else None)


@given(st.text(max_size=250))
def test_what_is_no_code_is_refused_before_any_account_is_looked_at(typed):
    assert normalise(typed) is None
    with pytest.raises(WrongRecoveryCodeError):
        stretch(typed, SALT, PEPPER)


@pytest.mark.parametrize("typed", ["", "0000", "0" * 27, "0" * 29, "U" * 28, "-" * 300])
def test_what_has_another_length_or_other_letters_is_no_code(typed):
    assert normalise(typed) is None


@pytest.mark.check("K2")
def test_a_code_opens_its_slot_with_the_pepper_and_the_shred_key_alone():
    code = new_code()
    pair = (make_slot(as_credential(new_code()), 0, GRANT), make_slot(as_credential(code), 1, GRANT))
    assert open_slots(as_credential(code), pair) == GRANT
    assert open_slots(as_credential(new_code()), pair) is None
    assert open_slots(as_credential(code, pepper=b"q" * 32), pair) is None
    assert open_slots(as_credential(code, shred=b""), pair) is None


def test_each_account_has_its_own_salt():
    code = new_code()
    assert stretch(code, SALT, PEPPER) != stretch(code, b"z" * 16, PEPPER)


def test_nobody_waits_for_pages_of_text_to_be_read_as_a_code():
    assert normalise(new_code() + " " * 100) is not None
    assert normalise(new_code() + " " * 1000) is None


@pytest.mark.check("K11")
def test_a_replaced_code_opens_nothing():
    old, new = as_credential(new_code()), as_credential(new_code())
    unused = make_slot(as_credential(new_code()), 0, GRANT)
    assert open_slots(old, (unused, make_slot(old, 1, GRANT))) == GRANT
    assert open_slots(old, (unused, make_slot(new, 1, GRANT))) is None


@pytest.mark.check("K2")
@pytest.mark.parametrize("pepper", [b"", b"p" * 31])
def test_a_pepper_that_is_not_whole_is_refused(pepper):
    with pytest.raises(ParameterError):
        stretch(new_code(), SALT, pepper)


@given(st.integers(2, 31))
def test_codes_of_other_lengths_are_checked_the_same_way(length):
    code = codes.new_code(length)
    meant = code.replace("-", "")
    assert len(meant) == length
    assert codes.normalise(code.lower(), length) == meant
    assert codes.normalise(meant[::-1], length) in {None, meant[::-1]}
    assert codes.normalise(code, length + 1) is None
