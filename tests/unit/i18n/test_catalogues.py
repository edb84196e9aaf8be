"""What the app never says: whole words inside, parts of words on the surface."""

import re
import unicodedata
from pathlib import Path

import pytest

from lifeplan_app.i18n import SHARED, private_words, refusal_sentence, say
from lifeplan_app.i18n.catalogue import messages
from lifeplan_app.model.account import Language
from lifeplan_app.model.errors import CarnetError, NameTakenError, SlowDownError

DATA = Path(__file__).parents[2] / "data"


def plain(text: str) -> str:
    """Return *text* without case and accents."""
    spread = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def never(name: str) -> list[str]:
    lines = (DATA / f"never-{name}.txt").read_text(encoding="utf-8").splitlines()
    return [plain(line.strip()) for line in lines if line.strip() and not line.startswith("#")]


def all_errors(kind: type[CarnetError] = CarnetError):
    for each in kind.__subclasses__():
        yield each
        yield from all_errors(each)


@pytest.mark.check("T1")
@pytest.mark.parametrize("language", Language)
def test_no_message_asks_why_or_blames(language):
    said = {
        key: [word for word in never("in-the-interface") if re.search(rf"\b{re.escape(word)}\b", plain(text))]
        for key, text in messages(language).items()
    }
    assert not {key: words for key, words in said.items() if words}


@pytest.mark.check("D1")
@pytest.mark.parametrize("language", Language)
def test_what_any_page_may_say_gives_nothing_away(language):
    surface = {key: text for key, text in messages(language).items() if key.startswith((*SHARED, "error."))}
    assert surface
    for key, text in surface.items():
        assert not [part for part in never("on-the-surface") if part in plain(text) or part in plain(key)]


@pytest.mark.check("T2")
def test_both_languages_say_the_same_things():
    assert messages(Language.FRENCH).keys() == messages(Language.ENGLISH).keys()


def test_nobody_is_called_tu():
    for key, text in messages(Language.FRENCH).items():
        assert not re.search(r"\b(tu|toi|ton|ta|tes)\b", plain(text)), key


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
    assert not [key for key in words if key.startswith(("error.", "public."))]
