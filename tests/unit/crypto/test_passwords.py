import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.crypto import passwords
from lifeplan_app.crypto.passwords import ALLOWED, CURRENT, Parameters, name_index, unknown_salt
from lifeplan_app.model.errors import ParameterError
from tests.unit.crypto.samples import PEPPER, QUICK, SALT, texts

OTHER_PEPPER = b"q" * 32


def stretch(passphrase, salt=SALT, pepper=PEPPER):
    return passwords.stretch(passphrase, salt, pepper, 9, allowed=QUICK)


@pytest.mark.check("K7")
def test_the_allow_list_is_what_the_architecture_says():
    assert dict(ALLOWED) == {1: Parameters(memory=65_536, iterations=3, lanes=1)}
    assert CURRENT in ALLOWED


@pytest.mark.check("K7")
@given(st.integers().filter(lambda parameters: parameters not in ALLOWED))
def test_parameters_outside_the_allow_list_are_refused(parameters):
    with pytest.raises(ParameterError):
        passwords.stretch("her passphrase", SALT, PEPPER, parameters)


@pytest.mark.check("K2")
def test_without_the_pepper_the_right_passphrase_gives_something_else():
    assert stretch("her passphrase") != stretch("her passphrase", pepper=OTHER_PEPPER)


@pytest.mark.check("K2")
@pytest.mark.parametrize("pepper", [b"", PEPPER[:-1], PEPPER + b"p"])
def test_a_pepper_that_is_not_whole_is_refused(pepper):
    with pytest.raises(ParameterError):
        stretch("her passphrase", pepper=pepper)
    with pytest.raises(ParameterError):
        name_index(pepper, "Ana")
    with pytest.raises(ParameterError):
        unknown_salt(pepper, "Ana")


def test_salt_and_passphrase_both_count():
    assert stretch("her passphrase") != stretch("Her passphrase")
    assert stretch("her passphrase") != stretch("her passphrase", salt=b"z" * 16)


def test_new_salts_differ():
    assert len({passwords.new_salt() for _ in range(1000)}) == 1000


@given(texts)
def test_any_text_can_be_a_passphrase_however_the_keyboard_composes_it(text):
    decomposed = unicodedata.normalize("NFD", text)
    assert stretch(text) == stretch(decomposed) == stretch(f" {text}\n")
    assert len(stretch(text)) == passwords.STRETCHED_BYTES


@pytest.mark.parametrize(("one", "other"), [("ﬁl d'or", "fil d'or"), ("１２ mots", "12 mots"), ("x²", "x2")])
def test_letters_that_look_alike_because_they_are_alike_count_as_one(one, other):
    assert stretch(one) == stretch(other)


def test_white_space_between_words_counts_once():
    assert stretch("doyen blond poumon") == stretch("doyen  blond\u00a0poumon ")
    assert stretch("doyen blond poumon") != stretch("doyenblondpoumon")


@pytest.mark.parametrize("typed", ["zoé", "ZOÉ", " Zoé ", "Zoe\u0301", "\uff3a\uff4f\u00e9"])
def test_a_name_is_found_however_it_is_typed(typed):
    assert name_index(PEPPER, typed) == name_index(PEPPER, "Zoé")


@pytest.mark.parametrize("name", ["Zoé", "Straße", "ΐ", "ŷẖ", "İnci"])
def test_case_does_not_count_in_a_name_however_it_folds(name):
    assert name_index(PEPPER, name.upper()) == name_index(PEPPER, name)


def test_other_names_and_other_peppers_give_other_indexes():
    indexes = {name_index(PEPPER, "Zoé"), name_index(PEPPER, "Zoe"), name_index(OTHER_PEPPER, "Zoé")}
    assert len(indexes) == 3


@given(texts)
def test_folding_a_name_twice_changes_nothing_more(text):
    once = passwords._same_name(text)
    assert passwords._same_name(once) == once


@pytest.mark.check("S10")
@given(texts)
def test_an_unknown_name_always_has_the_same_salt_and_it_is_not_its_index(name):
    salt = unknown_salt(PEPPER, name)
    assert salt == unknown_salt(PEPPER, f" {name} ")
    assert len(salt) == len(passwords.new_salt())
    assert salt != unknown_salt(OTHER_PEPPER, name)
    assert salt != name_index(PEPPER, name)[: len(salt)]
