"""What the app never says: whole words inside, parts of words on the surface."""

import re

import pytest

from lifeplan_app.i18n import SHARED, private_words, refusal_sentence, say
from lifeplan_app.i18n.catalogue import messages
from lifeplan_app.i18n.ideas import GROUPS, idea_groups, ideas
from lifeplan_app.model.account import Language
from lifeplan_app.model.errors import CarnetError, NameTakenError, SlowDownError
from tests.unsaid import folded, gives_away, should_not_be_said


def all_errors(kind: type[CarnetError] = CarnetError):
    for each in kind.__subclasses__():
        yield each
        yield from all_errors(each)


@pytest.mark.check("T1")
@pytest.mark.parametrize("language", Language)
def test_no_message_asks_why_or_blames(language):
    said = {key: should_not_be_said(text) for key, text in messages(language).items()}
    assert not {key: words for key, words in said.items() if words}


@pytest.mark.check("D1")
@pytest.mark.parametrize("language", Language)
def test_what_any_page_may_say_gives_nothing_away(language):
    surface = {key: text for key, text in messages(language).items() if key.startswith((*SHARED, "error."))}
    assert surface
    for key, text in surface.items():
        assert gives_away(f"{key} {text}") == []


@pytest.mark.check("T1")
@pytest.mark.check("D1")
def test_what_is_not_said_is_found_without_case_and_accents():
    assert should_not_be_said("POURQUOI ? Un échec. En Retard !") == ["pourquoi", "en retard", "echec"]
    assert should_not_be_said("les usages, une enscorelure, whyever") == []
    assert gives_away("Plan de Sécurité; survivante") == ["surviv", "plan de securite"]
    assert gives_away("un carnet, un plan") == []


@pytest.mark.check("T2")
def test_both_languages_say_the_same_things():
    assert messages(Language.FRENCH).keys() == messages(Language.ENGLISH).keys()


def test_nobody_is_called_tu():
    for key, text in messages(Language.FRENCH).items():
        assert not re.search(r"\b(tu|toi|ton|ta|tes)\b", folded(text)), key


@pytest.mark.parametrize("language", Language)
def test_every_refusal_has_a_sentence(language):
    unknown = refusal_sentence(language, CarnetError())
    for kind in {NameTakenError, *all_errors()}:
        if kind.code in {"configuration", "sealed", "parameter", "stale"}:
            continue  # told to the person who runs the server, or a fault: the sentence for faults will do
        refusal = kind(60) if kind is SlowDownError else kind()
        assert refusal_sentence(language, refusal) != unknown, kind


def test_a_long_wait_is_told_in_minutes():
    assert "3 minutes" in refusal_sentence(Language.ENGLISH, SlowDownError(125))
    assert "one minute" in refusal_sentence(Language.ENGLISH, SlowDownError(30))


def test_private_words_are_all_but_the_servers_own():
    words = private_words(Language.FRENCH)
    assert words["plan.title"] == say(Language.FRENCH, "plan.title") == "Mon plan"
    assert words["direction"] == "ltr"
    assert not [key for key in words if key.startswith(("error.", "public."))]


@pytest.mark.parametrize("language", list(Language))
def test_there_are_ideas_of_every_kind_and_no_page_holds_them_unasked(language):
    groups = idea_groups(language)
    assert [key for key, _ in groups] == list(GROUPS)
    offered = [ideas(language, key) for key, _ in groups]
    assert {len(each) for each in offered} == {6}
    assert len({text for each in offered for text in each}) == 6 * len(GROUPS)
    assert ideas(language, "no such group") == ()
    assert not [key for key in private_words(language) if key.startswith("idea.")]
