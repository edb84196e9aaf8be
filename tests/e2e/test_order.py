"""Her order: with a finger, which scrolls elsewhere; with keys; with buttons; each taken back."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.finger import Finger
from tests.e2e.person import Person

GOAL = "Repeindre la chambre"
STEPS = ["Choisir la couleur", "Acheter un rouleau", "Pousser le lit", "Ouvrir la fenêtre"]


@pytest.fixture(scope="module")
def way(her):
    """Her, with a goal of four steps."""
    her.comes_to_plan()
    her.write_goal(GOAL, "short")
    her.open_goal(GOAL)
    for text in STEPS:
        her.add_step(text)
    return her


@pytest.fixture
def inside(way):
    """Her, in that goal, its steps in the order in which she wrote them, and nothing to take back."""
    way.comes_to_plan()
    way.open_goal(GOAL)
    sees(way, STEPS)
    return way


def sees(person: Person, texts: list[str]) -> None:
    """Wait until the steps stand in that order."""
    expect(person.page.locator(".step__text")).to_have_text(texts)
    expect(person.page.locator(".order__room, .order__lifted")).to_have_count(0)


def grip(person: Person, text: str):
    return person.page.get_by_role("button", name=f"{person['move']} : {text}", exact=True)


def hears(person: Person, key: str, **values: int) -> None:
    status = person.page.locator("[data-inside] > [data-order-status]")
    expect(status).to_have_text(re.compile(re.escape(person.sentence(key).format(**values))))


def presses_undo(person: Person) -> None:
    """Press it as a mouse does: Chromium takes a tap so soon after a drag for a part of it."""
    person.page.get_by_role("button", name=person["undo"]).click()


def takes_back(person: Person) -> None:
    presses_undo(person)
    sees(person, STEPS)


def height(person: Person, text: str) -> float:
    box = person.where(text).bounding_box()
    assert box
    return box["height"]


@pytest.mark.check("T6")
def test_a_finger_on_a_grip_moves_a_step_and_the_others_make_room(inside):
    one, two, three, four = STEPS
    finger = Finger(inside.page)
    finger.holds(grip(inside, one), height(inside, one) * 1.1)
    expect(inside.page.locator(".order__room:not([hidden])")).to_have_count(1)
    finger.lets_go()
    sees(inside, [two, one, three, four])
    expect(grip(inside, one)).to_be_focused()
    takes_back(inside)


def test_a_finger_that_scrolls_over_steps_moves_none_and_one_that_is_interrupted_puts_back(inside):
    finger = Finger(inside.page)
    finger.slides(inside.step(STEPS[1]), -200)
    inside.page.wait_for_function("scrollY > 50")
    sees(inside, STEPS)
    inside.page.evaluate("scrollTo(0, 0)")
    finger.holds(grip(inside, STEPS[0]), 150)
    expect(inside.page.locator(".order__lifted")).to_have_count(1)
    finger.is_interrupted()
    sees(inside, STEPS)
    expect(inside.page.get_by_role("button", name=inside["undo"])).to_have_count(0)


@pytest.mark.check("T4")
@pytest.mark.check("T6")
def test_keys_lift_move_and_drop_or_put_back_and_what_they_do_is_heard(inside):
    one, two, three, four = STEPS
    keys = inside.page.keyboard
    grip(inside, three).focus()
    keys.press("Space")
    hears(inside, "order.lifted")
    keys.press("ArrowUp")
    hears(inside, "order.at", at=2, of=4)
    keys.press("ArrowUp")
    hears(inside, "order.at", at=1, of=4)
    keys.press("Space")
    sees(inside, [three, one, two, four])
    hears(inside, "order.put", at=1, of=4)
    expect(grip(inside, three)).to_be_focused()
    takes_back(inside)

    grip(inside, one).focus()
    keys.press("Enter")
    keys.press("ArrowDown")
    hears(inside, "order.at", at=2, of=4)
    keys.press("Escape")
    hears(inside, "order.back")
    sees(inside, STEPS)
    expect(grip(inside, one)).to_be_focused()

    inside.step(two).focus()
    keys.press("Alt+ArrowDown")
    sees(inside, [one, three, two, four])
    expect(inside.step(two)).to_be_focused()
    takes_back(inside)


@pytest.mark.check("T4")
@pytest.mark.check("T6")
def test_buttons_do_what_dragging_does(inside):
    one, two, three, four = STEPS
    grip(inside, two).tap()
    sheet = inside.page.get_by_role("dialog", name=inside["its place"])
    expect(sheet.get_by_text(two, exact=True)).to_be_visible()
    sheet.get_by_role("button", name=inside["further down"]).tap()
    sees(inside, [one, three, two, four])
    sheet.get_by_role("button", name=inside["further down"]).tap()
    sees(inside, [one, three, four, two])
    sheet.get_by_role("button", name=inside["undo"]).tap()
    sees(inside, [one, three, two, four])
    sheet.get_by_role("button", name=inside["further up"]).tap()
    sees(inside, STEPS)
    inside.hides_offer(sheet)
    sheet.get_by_role("button", name=inside["close"], exact=True).tap()
    expect(grip(inside, two)).to_be_focused()


@pytest.mark.check("T6")
def test_a_goal_is_dragged_to_a_horizon_where_there_is_none_and_taken_back(inside):
    inside.back_to_plan()
    expect(inside.goal(GOAL)).to_be_focused()  # only now does the page stand where she left it
    inside.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    begin, end = grip(inside, GOAL).bounding_box(), inside.band("medium").bounding_box()
    assert begin
    assert end
    down = end["y"] + end["height"] / 2 - begin["y"] - begin["height"] / 2
    Finger(inside.page).slides(grip(inside, GOAL), down)
    expect(inside.band("medium").get_by_role("heading", name=GOAL)).to_be_visible()
    expect(inside.page.locator(".goal:focus-within")).to_contain_text(GOAL)
    presses_undo(inside)
    expect(inside.band("short").get_by_role("heading", name=GOAL)).to_be_visible()
