"""A whole plan, written through the pages as she would, and looked through."""

from datetime import date
from typing import Any

from playwright.sync_api import expect

from lifeplan_app.i18n.dates import day_leaf
from lifeplan_app.model.account import Language
from tests.e2e.person import Person

Written = dict[str, Any]


def words_of(plan: Written) -> list[str]:
    """Return every text of it: what a thief would love to read."""
    steps = (step["text"] for goal in plan["goals"] for step in goal["steps"])
    return [*plan["wishes"], *plan["strengths"], *(goal["title"] for goal in plan["goals"]), *steps]


def write(person: Person, plan: Written) -> None:
    """Write her wishes, her goals with their steps, then her strengths."""
    person.open_wishes()
    for wish in plan["wishes"]:
        person.write_wish(wish)
    for goal in plan["goals"]:
        _write_goal(person, goal)
    person.goes_to("me")
    person.page.get_by_role("button", name=person.sentence("strength.add"), exact=True).tap()
    field = person.page.get_by_role("textbox", name=person.sentence("strength.new"))
    for strength in plan["strengths"]:
        field.fill(strength)
        field.press("Enter")
        expect(person.page.get_by_role("button", name=strength, exact=True)).to_be_visible()


def _write_goal(person: Person, goal: Written) -> None:
    person.write_goal(goal["title"], goal["horizon"])
    person.open_goal(goal["title"])
    sheet = person.open_sheet()
    if goal["area"]:
        person.choose(sheet.get_by_role("radio", name=person.sentence(f"area.{goal['area']}"), exact=True))
    person.choose(sheet.get_by_role("radio", name=person[goal["progress"]], exact=True))
    sheet.get_by_role("button", name=person["close"], exact=True).tap()
    for step in goal["steps"]:
        _write_step(person, step)
    person.back_to_plan()


def _write_step(person: Person, step: Written) -> None:
    person.add_step(step["text"])
    if step["progress"] == "done":
        person.tick(step["text"])
    elif step["progress"] != "idea":
        person.choose_for_step(step["text"], step["progress"])
    if not ("date" in step or "repeat" in step):
        return
    person.open_step(step["text"])
    sheet = person.open_step_sheet()
    if "date" in step:
        field = sheet.get_by_label(person.sentence("step.day"), exact=True)
        field.fill(step["date"])
        field.blur()
        expect(sheet.get_by_role("button", name=person.sentence("step.day.clear"))).to_be_visible()
    if "repeat" in step:
        weekly = sheet.get_by_role("switch", name=person.sentence("step.weekly"))
        weekly.tap()
        expect(weekly).to_be_checked()
    sheet.get_by_role("button", name=person["close"], exact=True).tap()
    person.press("close step")


def look_through(person: Person, plan: Written) -> None:
    """Check that all of *plan* is there, where it was and as it stood."""
    sun = person.page.get_by_role("link", name=person["sun"])
    expect(sun).to_have_text(f"{len(plan['wishes'])}{person['sun']}")
    expect(person.open_wishes().locator(".textbtn")).to_have_text(plan["wishes"])
    areas = [person.sentence(f"area.{goal['area']}") for goal in plan["goals"] if goal["area"]]
    chips = person.page.get_by_role("group", name=person["areas"]).get_by_role("button")
    expect(chips).to_have_count(1 + len(set(areas)))
    for horizon in ("short", "medium", "long"):
        titles = [goal["title"] for goal in plan["goals"] if goal["horizon"] == horizon]
        expect(person.band(horizon).get_by_role("heading", level=3)).to_have_text(titles)
    for goal in plan["goals"]:
        _look_through_goal(person, goal)
    person.goes_to("me")
    for strength in plan["strengths"]:
        expect(person.page.get_by_role("button", name=strength, exact=True)).to_be_visible()


def _look_through_goal(person: Person, goal: Written) -> None:
    person.open_goal(goal["title"])
    badges = [person.sentence(f"area.{goal['area']}")] if goal["area"] else []
    expect(person.page.locator(".crest .badge")).to_contain_text([*badges, person[goal["progress"]]])
    for step in goal["steps"]:
        stop = person.where(step["text"])
        expect(stop.get_by_text(person[step["progress"]], exact=True)).to_be_visible()
        if "date" in step:
            day = date.fromisoformat(step["date"])
            leaf = day_leaf(day, date.today(), Language(person.language))  # noqa: DTZ011 - as her phone sees it
            expect(stop.locator(".daynum")).to_have_text(" ".join(leaf))
        if "repeat" in step:
            expect(stop.get_by_text(person.sentence("step.weekly"))).to_be_visible()
    person.back_to_plan()
