"""What the browser's own profile holds after she has gone: where she was, and no word of hers."""

import shutil
import sqlite3

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import CHROMIUM_ARGUMENTS, resolver_rules
from tests.e2e.person import Person
from tests.e2e.phone import SHAPE, Phone
from tests.tools import chromium

NAME, GOAL, STEP, DRAFT = "quokka-nom", "quokka but", "quokka pas", "quokka brouillon"
WISH, SOUGHT = "quokka souhait", "quokka cherche"


class OwnPhone(Phone):
    """A phone whose profile lies on the disk, as a real one's does."""

    def __init__(self, playwright, carnet, profile, rules):
        self.context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium.find(),
            args=[*CHROMIUM_ARGUMENTS, rules],
            **{**SHAPE, "base_url": carnet.url, "locale": "fr-FR"},
        )
        self.page = self.context.pages[0]


@pytest.fixture
def profile(tmp_path):
    yield tmp_path / "profile"
    shutil.rmtree(tmp_path / "profile", ignore_errors=True)


def test_the_profile_holds_no_word_she_typed(playwright, carnet, elsewhere, profile):
    phone = OwnPhone(playwright, carnet, profile, resolver_rules(elsewhere))
    person = Person(phone).sign_up(carnet.invitation(), NAME)
    person.write_goal(GOAL, "short")
    person.open_goal(GOAL)
    person.add_step(STEP)
    field = person.page.get_by_role("textbox", name=person["another step"])
    field.fill(DRAFT)
    person.back_to_plan()
    person.open_wishes()
    person.write_wish(WISH)
    person.look_for(SOUGHT)
    person.leaves_list()
    person.sign_out()
    person.phrase, right = "ce n’est pas la phrase", person.phrase
    person.sign_in()
    expect(person.page.get_by_text("Ce nom et cette phrase n’ouvrent rien ensemble.")).to_be_visible()
    phone.context.close()

    words = (NAME, GOAL, STEP, DRAFT, WISH, SOUGHT, right, person.phrase, person.recovery_code)
    traces = [word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le")]
    files = [file for file in profile.rglob("*") if file.is_file()]
    assert files
    assert not [(file, trace) for file in files for trace in traces if trace in file.read_bytes()]
    with sqlite3.connect(profile / "Default" / "History") as history:
        visits = dict(history.execute("select url, title from urls"))
    assert {url.removeprefix(carnet.url) for url in visits} <= {
        "/",
        "/open/",
        "/new/",
        "/today/",
        "/plan/",
        "/me/",
    }
    assert set(visits.values()) == {"Carnet"}
