"""Nothing that is served before sign-in, and nothing that a browser keeps, gives the app away."""

import json
import re

import httpx
import pytest

from lifeplan_app import routes
from lifeplan_app.frontend.places import STATIC, WEB
from lifeplan_app.settings import Settings
from lifeplan_app.state.policy import POLICY
from tests.e2e.person import Person
from tests.unsaid import gives_away

# What a blank build of the framework holds too: a function of browsers, one of React Router, a key's name.
LIBRARIES_SAY = re.compile(r"CSS\.escape\b|\bescapeHtml\b|[`'\"]Escape[`'\"]")
PACKED = {".gz", ".br"}
PICTURES = {".png"}  # their names are read, their pixels are not
# Of the pages as the framework writes them, before they are bundled with its own code: all of it is ours.
WRITTEN_FOR_US = ("app/routes", "app_components", "utils/context.jsx")


def files_below(*tops):
    for top in tops:
        yield from [top] if top.is_file() else (each for each in sorted(top.rglob("*")) if each.is_file())


def parts_in(file):
    text = "" if file.suffix in PICTURES else file.read_text(encoding="utf-8")
    return gives_away(LIBRARIES_SAY.sub("", text))


@pytest.mark.check("D1")
def test_no_built_file_gives_the_app_away_by_its_name_or_its_words(built):
    files = [file for file in files_below(STATIC) if file.suffix not in PACKED]
    assert len(files) > 30
    assert {file.name: parts_in(file) for file in files if parts_in(file)} == {}
    assert [file for file in files if gives_away(file.relative_to(STATIC).as_posix())] == []


@pytest.mark.check("D1")
def test_what_is_ours_in_the_bundle_says_nothing_of_it_not_even_what_a_library_says(built):
    files = list(files_below(*(WEB / top for top in WRITTEN_FOR_US)))
    assert len(files) > 8
    written = {file.name: gives_away(file.read_text(encoding="utf-8")) for file in files}
    assert {name: parts for name, parts in written.items() if parts} == {}


@pytest.mark.check("D1")
def test_no_name_of_a_state_a_handler_or_a_cookie_does(built):
    names = [*POLICY]
    for settings in (Settings(), Settings(public_url="https://notes.example")):
        names += [settings.session_cookie, settings.known_cookie]
    assert gives_away(" ".join(names)) == []


@pytest.mark.check("D1")
def test_no_answer_to_a_stranger_does(carnet):
    with httpx.Client(base_url=carnet.url, headers={"Origin": carnet.url}) as stranger:
        answers = [
            stranger.get(path)
            for path in (
                *routes.covers(),
                "/open/",
                "/en/open/",
                "/install/",
                "/en/install/",
                "/new/",
                "/regain/",
                "/today/",
                "/plan/",
                "/me/",
                "/nowhere",
            )
        ]
        answers += [stranger.get(f"/session/words?language={language}") for language in ("fr", "en") * 20]
        doors = ("open", "new", "regain", "key", "code", "close", "lock", "leave")
        for language in ("fr", "en"):
            form = {
                "language": language,
                "name": "nobody",
                "passphrase": "x",
                "code": "x",
                "new_passphrase": "x",
            }
            answers += [stranger.post(f"/session/{door}", json=form) for door in doors]
    for answer in answers:
        said = f"{answer.headers} {LIBRARIES_SAY.sub('', answer.text)}"
        assert gives_away(said) == [], answer.url


@pytest.mark.check("D1")
def test_nothing_that_a_browser_keeps_of_a_visit_does(phone, carnet):
    person = Person(phone).sign_up(carnet.invitation(), "campanule")
    page = phone.page
    person.write_goal("Un projet", "short")
    person.open_goal("Un projet")
    kept = []

    def look() -> None:
        storages = page.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
        kept.extend([page.url, page.title(), storages, json.dumps(phone.context.cookies())])
        kept.append(str(page.evaluate("async () => (await indexedDB.databases()).map((it) => it.name)")))
        kept.append(str(page.evaluate("() => caches.keys()")))

    look()
    person.goes_to("me")
    look()
    person.sign_out()
    look()
    assert gives_away(" ".join(kept)) == []
    assert "Un projet" not in " ".join(kept)
    assert phone.context.cookies()[0]["name"] in {"s", "k"}
