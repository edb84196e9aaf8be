"""The main job on real input: she signs up, writes her plan, closes the browser, and finds it again."""

import base64
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e import whole_plan
from tests.e2e.newcomer import begins
from tests.e2e.person import Person
from tests.factories import written_plan


def as_a_thief_would_look(text: str) -> Iterator[bytes]:
    """Yield *text* in the encodings that a careless program leaves it in."""
    for raw in (text.encode(), text.encode("utf-16-le"), json.dumps(text)[1:-1].encode()):
        yield raw
        yield base64.b64encode(raw)[:-4]


@pytest.mark.check("K1")
@pytest.mark.check("W2")
@pytest.mark.check("T2")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_she_writes_her_plan_and_finds_it_again_and_a_thief_reads_no_word(
    own_carnet, make_phone, language, tmp_path
):
    plan = written_plan(language)
    locale = {"fr": "fr-FR", "en": "en-GB"}[language]
    writing = Person(make_phone(own_carnet, locale=locale), language).sign_up(own_carnet.invitation())
    whole_plan.write(writing, plan)
    writing.phone.put_away()

    reading = Person(make_phone(own_carnet, locale=locale), language)
    reading.name, reading.phrase = writing.name, writing.phrase
    reading.sign_in().opens_plan()
    whole_plan.look_through(reading, plan)
    reading.sign_out()
    reading.phone.put_away()

    own_carnet.stop()
    left = [file for file in own_carnet.data_dir.parent.rglob("*") if file.is_file()]
    assert {"carnet.db", "server.log"} <= {file.name for file in left}
    for word in [*whole_plan.words_of(plan), writing.name, writing.phrase, writing.recovery_code]:
        for trace in as_a_thief_would_look(word):
            for file in left:
                assert trace not in file.read_bytes(), (word, file)


@pytest.mark.check("T2")
def test_a_french_page_holds_no_english(phone, carnet):
    person = begins(Person(phone), carnet, "sans-anglais")
    english = {
        "My plan",
        "Goal",
        "Exit",
        "Me",
        "Soon",
        "This year",
        "Later",
        "Sign out",
        "Language",
        "Lock",
        "Today",
    }
    for place in ("today", "plan", "me"):
        person.page.goto(f"/{place}/")
        expect(person.page.locator("html")).to_have_attribute("lang", "fr")
        expect(person.page.get_by_role("navigation", name=person["places"])).to_be_visible()
        shown = set(person.page.locator("body").inner_text().splitlines())
        assert not english & shown
