"""Me: her strengths, her own words, letters and colours."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.person import Person

STRENGTHS = ["Je parle trois langues", "Je ne lâche pas"]
WORD = "Mes <i>projets</i> مشاريعي 🌱"


def strengths(person: Person) -> Locator:
    section = person.page.get_by_role("region", name=person.sentence("strengths.title"))
    return section.get_by_role("listitem")


def adds(person: Person, text: str) -> None:
    field = person.page.get_by_role("textbox", name=person.sentence("strength.new"))
    field.fill(text)
    field.press("Enter")
    expect(field).to_have_value("")


def presses(person: Person, key: str) -> None:
    person.page.get_by_role("button", name=person.sentence(key), exact=True).tap()


@pytest.mark.check("T6")
def test_strengths_are_added_changed_put_in_order_and_deleted_and_all_can_be_taken_back(her):
    her.goes_to("me")
    presses(her, "strength.add")
    for text in STRENGTHS:
        adds(her, text)
    expect(strengths(her)).to_have_text(STRENGTHS)
    presses(her, "strength.new.close")

    her.page.get_by_role("button", name=STRENGTHS[1], exact=True).tap()
    presses(her, "order.up")
    expect(strengths(her).first.get_by_role("textbox")).to_have_value(STRENGTHS[1])
    her.press("undo")
    expect(strengths(her).last.get_by_role("textbox")).to_have_value(STRENGTHS[1])
    her.page.get_by_role("textbox", name=her.sentence("strength.text")).fill("Je ris fort")
    presses(her, "strength.close")
    expect(strengths(her)).to_have_text([STRENGTHS[0], "Je ris fort"])
    her.press("undo")
    expect(strengths(her)).to_have_text(STRENGTHS)
    her.page.get_by_role("button", name=STRENGTHS[0], exact=True).tap()
    presses(her, "strength.remove")
    expect(strengths(her)).to_have_text(STRENGTHS[1:])
    her.press("undo")
    expect(strengths(her)).to_have_count(2)


@pytest.mark.check("T6")
@pytest.mark.check("W7")
def test_her_word_is_everywhere_at_once_and_one_too_long_stays_where_she_typed_it(her):
    window = her.in_window(her.phone.another_window())
    window.page.goto("/plan/")
    window.sees_plan()
    her.looks().goes_to("me")
    her.page.get_by_text(her.sentence("me.words"), exact=True).tap()
    field = her.page.get_by_role("textbox", name=her["plan"], exact=True)
    field.fill(WORD)
    expect(field).to_have_attribute("data-late", "draft")  # kept, and no word for anything yet
    field.press("Enter")
    expect(window.looks().page.get_by_role("heading", name=WORD, exact=True)).to_be_visible()
    her.looks().press("undo")
    expect(field).to_have_value("")
    window.looks().sees_plan()

    her.looks()
    field.fill("x" * 10_000)
    field.press("Enter")
    expect(field).to_have_accessible_description(her.sentence("error.label_too_long"))
    expect(field).to_have_value("x" * 10_000)
    field.fill(WORD)
    field.press("Enter")
    reset = her.page.get_by_role("button", name=f"{her.sentence('words.reset')} : {her['plan']}")
    reset.tap()
    expect(field).to_have_value("")
    her.press("undo")
    expect(field).to_have_value(WORD)
    field.fill("   ")
    field.press("Enter")
    expect(reset).to_be_hidden()
    window.looks().sees_plan()
    window.page.close()


def test_letters_and_colours_hold_at_once_and_from_the_first_frame_of_the_next_page(her, make_phone, carnet):
    person = her.on(make_phone(carnet)).sign_in().sees_day()
    page = person.page
    large = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    person.goes_to("me")
    page.get_by_role("radio", name=person.sentence("me.theme.dark")).tap()
    page.get_by_role("radio", name=person.sentence("me.text.xl")).tap()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("html")).to_have_attribute("data-text", "xl")
    expect(page.get_by_role("radio", name=person.sentence("me.text.xl"))).to_be_checked()
    person.press("lock")
    person.is_outside()

    # Neither the framework nor any other script is needed: the first frame is right.
    person.phone.allow_console("Failed to load").allow_console("error loading")
    page.route(re.compile(r"(?<!/shell)\.js$"), lambda route: route.abort())
    page.goto("/open/")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") > large
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    assert page.evaluate("matchMedia('(prefers-color-scheme: light)').matches")
    bars = page.evaluate(
        """() => [...document.querySelectorAll("meta[name=theme-color]")]
            .filter(({ media }) => matchMedia(media).matches)
            .map(({ dataset }) => dataset.scheme)"""
    )
    assert bars == ["dark"]
    page.unroute_all()

    # Another phone hears it from the server.
    other = her.on(make_phone(carnet)).sign_in().sees_day()
    expect(other.page.locator("html")).to_have_attribute("data-theme", "dark")
    other.goes_to("me")
    other.page.get_by_role("radio", name=person.sentence("me.theme.system")).tap()
    other.page.get_by_role("radio", name=person.sentence("me.text.normal")).tap()
    expect(other.page.locator("html")).not_to_have_attribute("data-theme", "dark")
    expect(other.page.locator("html")).not_to_have_attribute("data-text", "xl")
    kept = other.page.evaluate("({ ...localStorage })")
    assert kept == {"theme": "system"}
