"""Each person reads her own language, on every page and in all that is said (T2)."""

import pytest
from playwright.sync_api import expect

from lifeplan_app.i18n.catalogue import messages
from lifeplan_app.model.account import Language
from tests.e2e.newcomer import begins
from tests.e2e.person import Person

pytestmark = pytest.mark.check("T2")

LOCALES = {"fr": "fr-FR", "en": "en-GB"}
SPOKEN_OF_ITSELF = {"me.language.fr", "me.language.en", "public.other_language"}


def foreign(language: str) -> set[str]:
    """Return every message of the other language that is none in this one."""
    own, other = messages(Language(language)), messages(Language({"fr": "en", "en": "fr"}[language]))
    return {other[key] for key in other if key not in SPOKEN_OF_ITSELF} - set(own.values())


def speaks_only_her_language(person: Person) -> None:
    """Check all that the page shows and all that it would read out."""
    expect(person.page.locator("html")).to_have_attribute("lang", person.language)
    shown = person.page.evaluate(
        """() => [...document.querySelectorAll("body *")].flatMap((element) => [
            ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()),
            ...["aria-label", "placeholder", "title", "data-away", "data-two", "data-one", "data-over",
                "data-leaving"].map((name) => element.getAttribute(name)),
        ])"""
    )
    assert not foreign(person.language) & set(shown)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_speaks_her_language(make_phone, carnet, language):
    person = Person(make_phone(carnet, locale=LOCALES[language]), language)
    person.arrive()
    speaks_only_her_language(person)
    person.page.get_by_role("link", name=person["have recovery"]).tap()
    expect(person.field("recovery")).to_be_visible()
    speaks_only_her_language(person)
    person.fill_in_sign_up("AAAA-BBBB", f"langue-{language}")
    person.press("make")
    person.told_at("code", "error.invitation")
    speaks_only_her_language(person)

    person.sign_up(carnet.invitation(), f"langue-{language}")
    speaks_only_her_language(person)
    person.write_goal("X 1", "short")
    person.open_goal("X 1")
    person.add_step("X 2")
    field = person.open_step("X 2")
    speaks_only_her_language(person)
    field.fill(" ")
    expect(field).to_have_accessible_description(person.sentence("error.text_missing"))
    person.open_sheet()
    speaks_only_her_language(person)
    person.page.keyboard.press("Escape")
    person.goes_to("me")
    person.page.get_by_text(person["change phrase"]).tap()
    speaks_only_her_language(person)
    person.press("lock")
    person.is_outside("X 1", "X 2")
    speaks_only_her_language(person)


def test_she_chooses_another_language_and_every_page_speaks_it(make_phone, carnet):
    person = begins(Person(make_phone(carnet)), carnet, "bilingue")
    person.goes_to("me")
    person.field("language").select_option(label=person["English"])
    person.language = "en"
    expect(person.page.get_by_role("heading", name=person["me"], exact=True)).to_be_visible()
    speaks_only_her_language(person)
    person.goes_to("the plan")
    person.sees_plan()
    speaks_only_her_language(person)
    person.sign_out()
    speaks_only_her_language(person)
    person.sign_in().sees_day()
    speaks_only_her_language(person)
