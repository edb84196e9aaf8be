"""Everything can be done with the keyboard alone, and she is never left nowhere (T4)."""

import re
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.e2e.keys import DESK, Keys
from tests.e2e.newcomer import begins
from tests.e2e.person import Person

pytestmark = pytest.mark.check("T4")

NUMBERS = count(1)
FIRST, SECOND, OTHER = "Trouver une piscine", "Acheter un maillot", "Acheter des lunettes"


@pytest.fixture
def goal() -> str:
    """A title that no other test uses."""
    return f"Apprendre à nager {next(NUMBERS)}"


@pytest.fixture
def inside(keys: Keys, goal: str) -> Keys:
    """Her, in a goal of two steps, at its words."""
    keys.person.write_goal(goal, "short")
    keys.person.open_goal(goal)
    for text in (FIRST, SECOND):
        keys.person.add_step(text)
    keys.walks_to(keys.button_that_ends("change goal"), "Shift+Tab")
    return keys


def test_she_chooses_her_language_goes_out_and_comes_in(make_phone, carnet):
    keys = Keys(begins(Person(make_phone(carnet, **DESK)), carnet, "bilingue"))
    keys.activates(keys.page.get_by_role("link", name=keys.person["me"], exact=True))
    keys.is_at(keys.heading("me"))
    keys.walks_to(keys.page.get_by_label(keys.person["language"], exact=True))
    keys.press("ArrowDown")
    keys.person.language = "en"
    keys.is_at(keys.page.get_by_label(keys.person["language"], exact=True))
    keys.activates(keys.button("sign out"))

    expect(keys.page).to_have_url(re.compile("/en/$"))  # the cover: its settings lead in
    for said in ("settings", "sync"):
        keys.activates(keys.page.get_by_role("link", name=keys.person.sentence(f"public.notes.{said}")))
    expect(keys.heading("open")).to_be_visible()
    keys.page.wait_for_load_state()
    keys.press("Tab")
    keys.is_at(keys.page.get_by_role("link", name=keys.person.sentence("skip")))
    keys.press("Enter")
    keys.is_at(keys.page.get_by_role("main"))
    keys.walks_to(keys.field("name"))
    keys.types(keys.person.name)
    keys.walks_to(keys.page.get_by_label(keys.person["phrase"], exact=True))
    keys.types(keys.person.phrase)
    keys.press("Enter")
    keys.person.sees_day()


def test_she_writes_a_goal_and_its_steps(keys, goal):
    keys.activates(keys.button("add short"))
    keys.is_at(keys.field("new short"))
    keys.types(goal)
    keys.press("Enter")
    expect(keys.person.goal(goal)).to_be_visible()
    keys.is_at(keys.field("new short"))
    keys.activates(keys.button("stop adding"))
    keys.is_at(keys.button("add short"))

    keys.activates(keys.person.goal(goal))
    keys.is_at(keys.title())
    keys.walks_to(keys.field("first step"))
    for text in (FIRST, SECOND):
        keys.types(text)
        keys.press("Enter")
        expect(keys.person.step(text)).to_be_visible()
        keys.is_at(keys.field("another step"))
    keys.activates(keys.button("back"))
    keys.is_at(keys.person.goal(goal))


def test_she_ticks_a_step_and_says_where_another_stands(inside):
    inside.activates(inside.person.tick_box(FIRST), "Space")
    expect(inside.person.tick_box(FIRST)).to_have_attribute("aria-pressed", "true")
    inside.is_at(inside.person.tick_box(FIRST))

    inside.activates(inside.person.step(SECOND))
    inside.is_at(inside.page.get_by_role("group", name=SECOND))
    inside.walks_to(inside.radio("idea"))
    inside.press("ArrowRight")
    expect(inside.radio("active")).to_be_checked()
    inside.is_at(inside.radio("active"))
    inside.walks_to(inside.button("close step"), "Shift+Tab")
    inside.press("Enter")
    inside.is_at(inside.person.step(SECOND))
    expect(inside.person.where(SECOND)).to_contain_text(inside.person["active"])


def test_she_writes_other_words(inside, goal):
    inside.activates(inside.person.step(SECOND))
    inside.walks_to(inside.field("step words"))
    inside.press("Control+a")
    inside.types(OTHER)
    inside.activates(inside.button("close step"))
    inside.is_at(inside.person.step(OTHER))

    inside.walks_to(inside.button_that_ends("change goal"), "Shift+Tab")
    inside.press("Enter")
    inside.is_at(inside.field("goal words"))
    inside.types(" bientôt")
    inside.activates(inside.button("close goal words"))
    inside.is_at(inside.button_that_ends("change goal"))
    expect(inside.title()).to_contain_text(f"{goal} bientôt")


def removes_open_step(keys: Keys) -> None:
    """Delete the step that is open."""
    keys.activates(keys.button("more for step"))
    keys.is_at(keys.heading("this step"))
    keys.activates(keys.button("remove step"))


def test_she_deletes_a_step_and_takes_that_back(inside):
    for text, neighbour in ((FIRST, SECOND), (SECOND, FIRST)):
        inside.walks_to(inside.person.step(text), "Shift+Tab")
        inside.press("Enter")
        removes_open_step(inside)
        inside.is_at(inside.person.step(neighbour))
        inside.press("Control+z")
        expect(inside.person.step(text)).to_be_visible()
        inside.is_at(inside.person.step(neighbour))


def test_the_last_step_gone_she_is_at_the_title(inside):
    for text in (FIRST, SECOND):
        inside.activates(inside.person.step(text))
        removes_open_step(inside)
        expect(inside.person.step(text)).to_have_count(0)
    inside.is_at(inside.title())


def test_she_opens_and_closes_what_else_there_is_to_choose(inside):
    inside.activates(inside.button("where goal"))
    inside.is_at(inside.heading("this goal"))
    inside.walks_to(inside.radio("idea"))
    inside.press("ArrowDown")
    expect(inside.radio("active")).to_be_checked()
    inside.is_at(inside.radio("active"))
    inside.press("Escape")
    inside.is_at(inside.button("where goal"))
    inside.press("Enter")
    sheet = inside.page.get_by_role("dialog", name=inside.person["this goal"])
    inside.activates(sheet.get_by_role("button", name=inside.person["close"], exact=True))
    inside.is_at(inside.button("where goal"))


def test_she_deletes_a_goal_and_takes_that_back(inside, goal):
    inside.activates(inside.button("where goal"))
    inside.activates(inside.button("remove goal"))
    expect(inside.heading("plan")).to_be_visible()
    inside.is_at(inside.title())
    inside.walks_to(inside.button("undo"), "Shift+Tab")
    inside.press("Enter")
    expect(inside.person.goal(goal)).to_be_visible()
    expect(inside.button("undo")).to_have_count(0)
    inside.sees_where_she_is()
