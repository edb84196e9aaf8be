"""Ten seconds to take the last change back, whatever it was; then it stands (T6)."""

from itertools import count

import pytest
from playwright.sync_api import expect

from tests.e2e.person import Person

pytestmark = pytest.mark.check("T6")

NUMBERS = count(1)
STEP = "Gonfler les pneus"


@pytest.fixture
def goal():
    """A title that no other test uses."""
    return f"Reprendre le vélo {next(NUMBERS)}"


@pytest.fixture
def inside(her, goal):
    """Her, in a goal with one step."""
    her.comes_to_plan()
    her.write_goal(goal, "medium")
    her.open_goal(goal)
    her.add_step(STEP)
    return her


def takes_back(person: Person, said: str) -> None:
    """Tap *undo* beside the sentence *said*, and see the offer go."""
    offer = person.page.get_by_role("status").get_by_text(person.sentence(said), exact=True)
    expect(offer).to_be_visible()
    person.press("undo")
    expect(offer).to_have_count(0)


def test_a_new_goal_goes_again(her, goal):
    her.comes_to_plan()
    her.write_goal(goal, "long")
    takes_back(her, "undo.added")
    expect(her.goal(goal)).to_have_count(0)


def test_a_new_step_goes_again(inside):
    inside.add_step("Graisser la chaîne")
    takes_back(inside, "undo.added")
    expect(inside.step("Graisser la chaîne")).to_have_count(0)
    expect(inside.step(STEP)).to_be_visible()


def test_a_tick_goes_again(inside):
    inside.tick(STEP)
    takes_back(inside, "undo.progress")
    expect(inside.tick_box(STEP)).to_have_attribute("aria-pressed", "false")
    expect(inside.where(STEP)).to_contain_text(inside["idea"])


def test_a_step_stands_again_where_it_stood(inside):
    inside.choose_for_step(STEP, "resting")
    inside.choose_for_step(STEP, "let_go")
    takes_back(inside, "undo.progress")
    expect(inside.where(STEP)).to_contain_text(inside["resting"])


def test_a_goal_stands_again_where_it_stood(inside):
    inside.choose_for_goal("active")
    takes_back(inside, "undo.progress")
    expect(inside.page.locator(".badge:has(.glyph)")).to_contain_text(inside["idea"])


def test_a_goal_is_back_on_its_horizon(inside, goal):
    inside.choose_for_goal("short")
    takes_back(inside, "undo.moved")
    inside.back_to_plan()
    expect(inside.band("medium").get_by_role("heading", name=goal)).to_be_visible()
    expect(inside.band("short").get_by_role("heading", name=goal)).to_have_count(0)


def test_the_words_of_a_step_are_back_as_they_were_before_she_began(inside):
    field = inside.open_step(STEP)
    for words in ("Gonfler un pneu", "Gonfler un pneu, puis l’autre"):  # each is saved
        field.fill(words)
        expect(inside.page.get_by_role("heading", name=words, exact=True)).to_be_attached()
    inside.press("close step")
    takes_back(inside, "undo.text")
    expect(inside.step(STEP)).to_be_visible()


def test_the_words_of_a_step_are_back_in_the_field_that_is_open(inside):
    field = inside.open_step(STEP)
    field.fill("Acheter un vélo")
    field.blur()
    takes_back(inside, "undo.text")
    expect(field).to_have_value(STEP)


def test_the_words_of_a_goal_are_back(inside, goal):
    inside.change_goal(goal, "Courir")
    takes_back(inside, "undo.text")
    expect(inside.page.get_by_role("heading", name=goal)).to_be_visible()


def test_a_deleted_step_is_back_where_it_was_and_as_it_stood(inside):
    inside.add_step("Graisser la chaîne")
    inside.choose_for_step(STEP, "active")
    inside.remove_step(STEP)
    takes_back(inside, "undo.step_gone")
    expect(inside.page.get_by_role("list").get_by_role("paragraph")).to_contain_text(
        [STEP, inside["active"], "Graisser la chaîne", inside["idea"]]
    )


def test_a_deleted_goal_is_back_with_its_steps_and_with_what_was_being_typed(inside, goal):
    inside.tick(STEP)
    inside.page.get_by_role("textbox", name=inside["another step"]).fill("Graisser la ch")
    inside.remove_goal()
    expect(inside.goal(goal)).to_have_count(0)
    takes_back(inside, "undo.goal_gone")
    inside.open_goal(goal)
    expect(inside.where(STEP)).to_contain_text(inside["done"])
    field = inside.page.get_by_role("textbox", name=inside["another step"])
    expect(field).to_have_value("Graisser la ch")


def test_after_ten_seconds_the_offer_is_gone_and_so_is_the_step(inside, goal):
    inside.remove_step(STEP)
    undo = inside.page.get_by_role("button", name=inside["undo"])
    expect(undo).to_be_visible()
    expect(undo).to_have_count(0, timeout=20_000)
    inside.comes_to_plan()
    expect(undo).to_have_count(0)
    inside.open_goal(goal)
    expect(inside.step(STEP)).to_have_count(0)
