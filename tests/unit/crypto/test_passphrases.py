import pytest
from hypothesis import given
from hypothesis import strategies as st
from zxcvbn import matching

from lifeplan_app.crypto import passphrases
from lifeplan_app.crypto.passphrases import WORDS, _words, accept, generate, is_common
from lifeplan_app.crypto.unsaid import UNSAID
from lifeplan_app.model.errors import WeakPassphraseError
from tests.unit.crypto.samples import texts

languages = pytest.mark.parametrize("language", ["fr", "en"])


@languages
def test_what_is_offered_is_accepted_and_is_six_words(language):
    for _ in range(50):
        offered = generate(language)
        accept(offered, "Ana")
        assert len(offered.split(" ")) == WORDS


@languages
def test_what_is_offered_is_beyond_guessing(language):
    assert len(_words(language)) ** WORDS > 2**63
    assert len(set(_words(language))) == len(_words(language))
    assert len({generate(language) for _ in range(200)}) == 200


@languages
def test_any_keyboard_can_type_what_is_offered(language):
    for word in _words(language):
        assert word.isascii()
        assert word.isalpha()
        assert word.islower()


@languages
def test_no_one_is_offered_a_word_that_hurts(language):
    assert UNSAID.isdisjoint(_words(language))


def test_twelve_characters_are_enough():
    accept("vert doux 42", "Ana")


@pytest.mark.parametrize("passphrase", ["", "vert doux 4", "           short          ", "vert    doux 4"])
def test_fewer_than_twelve_characters_are_refused(passphrase):
    with pytest.raises(WeakPassphraseError):
        accept(passphrase, "Ana")


def test_length_is_counted_in_characters_not_in_bytes():
    accept("🦊🌻🪁🐌🍄🦉🎈🪴🐚🌙🫖🧵", "Ana")
    with pytest.raises(WeakPassphraseError):
        accept("🦊🌻🪁🐌🍄🦉🎈🪴🐚🌙🫖", "Ana")


def test_up_to_two_hundred_characters_are_accepted():
    words = "un petit chemin entre deux jardins vers la mer " * 5
    accept(words[:200], "Ana")
    with pytest.raises(WeakPassphraseError):
        accept(words[:201], "Ana")


@pytest.mark.parametrize(
    "passphrase",
    [
        "password1234",
        "123456789012",
        "azertyuiopqs",
        "qwertyuiop12",
        "aaaaaaaaaaaaaaaa",
        "motdepasse2024",
        "jetaimemonamour",
        "bonjourmonamour",
        "P@ssw0rd!P@ssw0rd!",
        "((((((((((((((((",
        "!@#$%^&*()_+",
    ],
)
def test_what_is_tried_first_is_refused(passphrase):
    with pytest.raises(WeakPassphraseError):
        accept(passphrase, "Ana")


@pytest.mark.parametrize(
    "passphrase", ["Marie Claire 12", "marieclairemarie", "claire1990claire", "Marie-Claire!"]
)
def test_little_but_the_name_is_refused(passphrase):
    assert is_common(passphrase, "Marie Claire")


def test_a_name_may_stand_among_other_words():
    accept("marie attend les hirondelles", "Marie")
    accept("elle et le ciel", "E L")


def test_a_sentence_of_her_own_is_accepted():
    accept("les hirondelles reviennent en avril", "Ana")
    accept("J'habite à Lyon, près du fleuve", "Ana")


@given(texts, texts)
def test_any_text_gets_an_answer(passphrase, name):
    assert is_common(passphrase, name) in {True, False}


@given(st.text(min_size=1))
def test_the_name_stays_in_no_dictionary_of_the_process(name):
    is_common("les hirondelles reviennent", name)
    assert "name" not in matching.RANKED_DICTIONARIES
    assert "user_inputs" not in matching.RANKED_DICTIONARIES


def test_only_the_beginning_is_judged_since_the_time_grows_with_the_length(monkeypatch):
    judged = []
    monkeypatch.setattr(passphrases.matching, "omnimatch", lambda text, _known: judged.append(text) or [])
    is_common("4@(8{36[<9!|1075$+%" * 10, "Ana")
    assert [len(text) for text in judged] == [64]
    assert not set("[{<|") & set(judged[0])
