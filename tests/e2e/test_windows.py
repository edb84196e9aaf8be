"""Two windows, or two phones, with the same plan: each sees what the other does, and no words are lost."""

from itertools import count

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.newcomer import comes_back
from tests.e2e.person import Person
from tests.e2e.phone import Phone

NUMBERS = count(1)
STEP, OTHER_STEP = "Appeler la mairie", "Préparer le dossier"


@pytest.fixture
def goal():
    """A title that no other test uses."""
    return f"Trouver un logement {next(NUMBERS)}"


@pytest.fixture(scope="module")
def her_too(her, carnet, browser):
    """Her, signed in on a second phone as well."""
    phone = Phone(browser, carnet)
    yield comes_back(her.on(phone), carnet)
    phone.put_away()


@pytest.fixture
def two(her, her_too, goal):
    """Her with two phones in the same goal, which has two steps."""
    for each in (her, her_too):
        each.comes_to_plan()
    her.write_goal(goal, "short")
    her.open_goal(goal)
    for step in (STEP, OTHER_STEP):
        her.add_step(step)
    her_too.open_goal(goal)
    expect(her_too.step(OTHER_STEP)).to_be_visible()
    return her, her_too


# --- what one does, the other sees -------------------------------------------------------------


def test_what_one_window_does_the_other_shows(her, goal):
    her.comes_to_plan()
    window = her.in_window(her.phone.another_window()).looks()
    window.page.goto("/plan/")
    window.sees_plan()
    her.looks().write_goal(goal, "short")
    expect(window.goal(goal)).to_be_visible()

    her.open_goal(goal)
    her.add_step(STEP)
    window.looks().open_goal(goal)
    window.tick(STEP)
    expect(her.tick_box(STEP)).to_have_attribute("aria-pressed", "true")
    window.change_step(STEP, OTHER_STEP)
    expect(her.step(OTHER_STEP)).to_be_visible()
    expect(her.step(STEP)).to_have_count(0)
    window.remove_step(OTHER_STEP)
    expect(her.step(OTHER_STEP)).to_have_count(0)
    window.press("undo")
    expect(her.tick_box(OTHER_STEP)).to_have_attribute("aria-pressed", "true")
    window.page.close()


def test_what_one_phone_does_the_other_shows(two):
    one, other = two
    one.tick(STEP)
    expect(other.tick_box(STEP)).to_have_attribute("aria-pressed", "true")
    other.add_step("Visiter")
    expect(one.step("Visiter")).to_be_visible()
    other.choose_for_goal("active")
    expect(one.page.locator(".badge:has(.glyph)")).to_contain_text(one["active"])
    one.change_goal(one.page.get_by_role("heading", level=1).inner_text().splitlines()[0], "Déménager")
    expect(other.page.get_by_role("heading", name="Déménager")).to_be_visible()


def test_a_text_that_changes_elsewhere_changes_in_the_open_field_she_left_alone(two):
    one, other = two
    field = one.open_step(STEP)
    other.change_step(STEP, "Écrire à la mairie")
    expect(field).to_have_value("Écrire à la mairie")
    other.tick("Écrire à la mairie")
    expect(one.page.get_by_role("radio", name=one["done"], exact=True)).to_be_checked()
    field.fill("Écrire à la mairie, puis attendre")
    expect(other.step("Écrire à la mairie, puis attendre")).to_be_visible()
    expect(one.page.get_by_text(one.sentence("other.title"))).to_have_count(0)


# --- both at once ------------------------------------------------------------------------------

HERS, OTHERS = "Appeler la mairie lundi", "Appeler la mairie, demander Mme Ba"


@pytest.fixture
def apart(two):
    """Her with two phones; the first has no network, and the words of a step are open in it."""
    one, other = two
    one.phone.allow_console("ERR_INTERNET_DISCONNECTED")
    one.open_step(STEP)
    one.phone.context.set_offline(True)
    yield one, other
    one.phone.context.set_offline(False)


@pytest.fixture
def both_wrote(apart):
    """Her with two phones; meanwhile she has written other words in the same step on each."""
    one, other = apart
    words_of(one).fill(HERS)
    other.change_step(STEP, OTHERS)
    one.phone.context.set_offline(False)
    other.step(HERS).tap()
    for each in apart:
        expect(words_of(each)).to_have_value(HERS)
        expect(each.page.get_by_text(each.sentence("other.title"))).to_be_visible()
        expect(each.page.get_by_text(OTHERS, exact=True)).to_be_visible()
    return apart


def words_of(person: Person) -> Locator:
    """Return the field of the step that is open."""
    return person.page.get_by_role("textbox", name=person["step words"])


def no_choice_is_left(person: Person, text: str) -> None:
    """Wait until the open step holds *text*, and no other is offered beside it."""
    expect(words_of(person)).to_have_value(text)
    expect(person.page.get_by_text(person.sentence("other.title"))).to_have_count(0)


def test_she_takes_the_other_text_and_takes_that_back(both_wrote):
    one = both_wrote[0]
    one.press("take other")
    for each in both_wrote:
        no_choice_is_left(each, OTHERS)
    one.press("undo")
    for each in both_wrote:
        expect(words_of(each)).to_have_value(HERS)
        expect(each.page.get_by_text(OTHERS, exact=True)).to_be_visible()


def test_she_lets_the_other_text_go(both_wrote):
    both_wrote[1].press("drop other")
    for each in both_wrote:
        no_choice_is_left(each, HERS)


def test_words_and_a_state_changed_apart_both_hold(apart):
    one, other = apart
    words_of(one).fill(HERS)
    other.tick(STEP)
    other.choose_for_step(OTHER_STEP, "resting")
    one.phone.context.set_offline(False)
    expect(other.tick_box(HERS)).to_have_attribute("aria-pressed", "true")
    expect(one.where(OTHER_STEP)).to_contain_text(one["resting"])
    expect(one.page.get_by_role("radio", name=one["done"], exact=True)).to_be_checked()
    no_choice_is_left(one, HERS)


def test_the_same_words_on_both_leave_no_choice(apart):
    one, other = apart
    words_of(one).fill(HERS)
    other.change_step(STEP, HERS)
    other.add_step("Visiter")
    one.phone.context.set_offline(False)
    expect(one.step("Visiter")).to_be_visible()
    no_choice_is_left(one, HERS)


def test_steps_added_apart_are_all_there_once(apart):
    one, other = apart
    field = one.page.get_by_role("textbox", name=one["another step"])
    for step in ("Lundi", "Mardi"):
        field.fill(step)
        field.press("Enter")
    other.add_step("Mercredi")
    one.phone.context.set_offline(False)
    for each in apart:
        for step in ("Lundi", "Mardi", "Mercredi"):
            expect(each.step(step)).to_have_count(1)


# --- deleted elsewhere -------------------------------------------------------------------------


def is_quiet(person: Person) -> None:
    """Check that nothing is said, and nothing is shut."""
    expect(person.page.get_by_role("alert").locator("*").filter(visible=True)).to_have_count(0)
    expect(person.page.get_by_role("dialog")).to_have_count(0)


def test_a_step_deleted_elsewhere_closes_and_comes_back_when_that_is_undone(two):
    one, other = two
    field = one.open_step(STEP)
    other.remove_step(STEP)
    expect(field).to_have_count(0)
    expect(one.step(STEP)).to_have_count(0)
    is_quiet(one)
    other.press("undo")
    expect(one.step(STEP)).to_be_visible()


def test_a_goal_deleted_elsewhere_gives_way_to_the_plan(two, goal):
    one, other = two
    one.open_step(STEP)
    other.remove_goal()
    one.sees_plan()
    expect(one.goal(goal)).to_have_count(0)
    is_quiet(one)
    other.press("undo")
    one.open_goal(goal)
    expect(one.step(OTHER_STEP)).to_be_visible()


def test_words_for_a_step_that_was_deleted_meanwhile_harm_nothing(apart):
    one, other = apart
    words_of(one).fill(HERS)
    other.remove_step(STEP)
    one.phone.context.set_offline(False)
    expect(words_of(one)).to_have_count(0)
    one.add_step("Visiter")
    expect(other.step("Visiter")).to_be_visible()
    for each in apart:
        expect(each.step(HERS)).to_have_count(0)
