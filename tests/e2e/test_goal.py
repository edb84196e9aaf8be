"""What a goal and its steps can hold: area, note, date, week, today; put away, moved, found ideas for."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.person import Person

GOAL, OTHER = "Nager", "Lire plus"
STEP, LATER = "Trouver la piscine", "Acheter un bonnet"
LONG = "x" * 10_001


def closes(person: Person, sheet: Locator) -> None:
    sheet.get_by_role("button", name=person["close"], exact=True).tap()
    expect(sheet).to_be_hidden()


def writes_area(field: Locator, health: Locator) -> None:
    field.fill("L’eau 🌊 ماء")
    field.press("Enter")
    expect(health).not_to_be_checked()


def gives_area(person: Person) -> None:
    """Choose one of the eight, then write a word of her own; a long one is refused, and stays."""
    sheet = person.open_sheet()
    health = sheet.get_by_role("radio", name=person["health"], exact=True)
    person.choose(health)
    field = sheet.get_by_role("textbox", name=person["own area"])
    field.fill(LONG)
    field.press("Enter")
    refused = re.compile(re.escape(person.sentence("error.label_too_long")))
    expect(field).to_have_accessible_description(refused)
    expect(field).to_have_value(LONG)
    expect(health).to_be_checked()
    writes_area(field, health)
    person.choose(health)
    expect(field).to_have_value("")  # the one takes the other's place
    writes_area(field, health)
    expect(field).to_have_accessible_description("")
    person.hides_offer(sheet)
    closes(person, sheet)


def writes_goal_note(person: Person) -> None:
    """Write a note on the goal; one that is too long is refused, and stays."""
    person.press("add note")
    field = person.page.get_by_role("textbox", name=person["note"])
    expect(field).to_be_focused()
    field.fill(LONG)
    refused = re.compile(re.escape(person.sentence("error.text_too_long")))
    expect(field).to_have_accessible_description(refused)
    field.fill("Le mardi\nc’est calme")
    expect(field).to_have_accessible_description("")
    person.press("close goal words")


def gives_step_all(person: Person) -> None:
    """Give the step today, a note, a date, a week."""
    person.open_step(STEP)
    today = person.page.get_by_role("button", name=person["for today"], exact=True)
    today.tap()
    expect(today).to_have_attribute("aria-pressed", "true")
    person.page.locator(".chips").get_by_role("button", name=person["add note"], exact=True).tap()
    field = person.page.get_by_role("textbox", name=person["note"])
    expect(field).to_be_focused()
    field.fill("Bus 12")
    sheet = person.open_step_sheet()
    date = sheet.get_by_label(person["date"], exact=True)
    for day in ("9999-12-31", "0001-01-01"):
        date.fill(day)
        date.blur()
        leaf = person.page.locator(".chips").get_by_text(re.compile(f"{int(day[-2:])} .* {int(day[:4])}$"))
        expect(leaf).to_be_attached()
    weekly = sheet.get_by_role("switch", name=person["weekly"])
    weekly.tap()
    expect(weekly).to_be_checked()
    closes(person, sheet)
    person.press("close step")


def finds_all(person: Person) -> None:
    """See all of it, on the goal, on the closed step and in its field."""
    expect(person.page.locator(".crest").get_by_text("L’eau 🌊 ماء", exact=True)).to_be_visible()
    expect(person.page.get_by_role("button", name="Le mardi c’est calme")).to_be_visible()
    stop = person.where(STEP)
    expect(stop.locator(".daynum")).to_have_text(re.compile(r"^1\s+janv\. 1$"))
    for sign in ("weekly", "note", "for today"):
        expect(stop.get_by_text(person[sign], exact=True)).to_be_attached()


@pytest.mark.check("T6")
@pytest.mark.check("W7")
def test_a_goal_and_a_step_hold_what_she_gives_them_and_all_of_it_is_there_when_she_comes_back(her):
    her.comes_to_plan()
    her.write_goal(OTHER, "long")
    her.write_goal(GOAL, "short")
    her.open_goal(GOAL)
    her.add_step(STEP)
    gives_area(her)
    writes_goal_note(her)
    gives_step_all(her)
    finds_all(her)

    her.press("ideas")
    sheet = her.page.get_by_role("dialog", name=her["ideas of steps"])
    sheet.get_by_role("button", name=her.sentence("idea.rest"), exact=True).tap()
    idea = her.sentence("idea.rest.1")
    sheet.get_by_role("button", name=idea, exact=True).tap()
    expect(sheet).to_be_hidden()
    expect(her.page.locator(".step__text")).to_have_text([STEP, idea])
    her.press("undo")
    expect(her.step(idea)).to_have_count(0)

    her.open_step(STEP)
    her.open_step_sheet().get_by_role("button", name=her["put step away"]).tap()
    expect(her.step(STEP)).to_have_count(0)
    her.press("undo")
    expect(her.step(STEP)).to_be_visible()

    her.open_sheet().get_by_role("button", name=her["put goal away"]).tap()
    her.sees_plan()
    expect(her.goal(GOAL)).to_have_count(0)
    her.press("undo")
    expect(her.goal(GOAL)).to_be_visible()

    her.comes_to_plan()
    her.open_goal(GOAL)
    finds_all(her)
    sends_a_step_to_another_goal(her)


def sends_a_step_to_another_goal(her: Person) -> None:
    """Send a step there and take that back; in a window where the other goal is gone meanwhile, it stays."""
    her.comes_to_plan()
    her.open_goal(GOAL)
    her.add_step(LATER)
    her.open_step(LATER)
    sheet = her.open_step_sheet()
    goals = sheet.get_by_role("combobox", name=her["other goal"])
    goals.select_option(OTHER)
    expect(her.step(LATER)).to_have_count(0)
    expect(sheet).to_be_hidden()
    her.press("undo")
    expect(her.step(LATER)).to_be_visible()

    her.open_step(LATER)
    sheet = her.open_step_sheet()
    expect(goals.get_by_role("option", name=OTHER)).to_be_attached()
    elsewhere = her.in_window(her.phone.another_window())
    elsewhere.page.goto("/plan/")
    elsewhere.open_goal(OTHER)
    elsewhere.remove_goal()
    her.looks()
    expect(goals).to_have_count(0)  # there is but one goal left
    closes(her, sheet)
    expect(her.page.get_by_role("textbox", name=her["step words"])).to_have_value(LATER)

    sheet = her.open_step_sheet()
    elsewhere.looks().open_goal(GOAL)
    elsewhere.remove_step(LATER)
    elsewhere.page.close()
    expect(her.looks().page.get_by_role("dialog")).to_have_count(0)  # what it was about is gone
    expect(her.step(STEP)).to_be_visible()
