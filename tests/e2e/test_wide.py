"""A wide screen: the list and one goal side by side, and keys for those who have a keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from lifeplan_app.demo import GUESTS
from tests.e2e.newcomer import comes_back
from tests.e2e.person import Person
from tests.e2e.phone import Phone
from tests.e2e.server import Carnet

WIDE = {"viewport": {"width": 1280, "height": 800}, "is_mobile": False, "device_scale_factor": 1}
UNDER_THE_EXIT = """() => {
    const exit = document.querySelector("a.exit").getBoundingClientRect();
    const within = ({ left, right, top, bottom }) =>
        left < exit.right && right > exit.left && top < exit.bottom && bottom > exit.top;
    return [...document.querySelectorAll("main :is(button, a, input, textarea, h1, h2, p)")]
        .filter((each) => each.checkVisibility() && within(each.getBoundingClientRect()))
        .map((each) => each.outerHTML.slice(0, 80));
}"""


@pytest.fixture(scope="module")
def her(carnet: Carnet, browser: Browser) -> Iterator[Person]:
    """Somebody whose plan is there already, at a desk."""
    carnet.invite_guests()
    phone = Phone(browser, carnet, **WIDE)
    person = Person(phone)
    person.name, person.phrase = GUESTS[0].name, GUESTS[0].passphrase
    yield comes_back(person, carnet)
    phone.put_away()


@pytest.fixture(autouse=True)
def on_her_plan(her: Person) -> None:
    her.comes_to_plan()


def test_the_list_and_a_goal_are_both_alive_at_once(her):
    her.open_wishes()
    her.open_wish("Rire plus")
    her.open_goal("Mes papiers")
    title = her.page.get_by_role("heading", level=1)
    expect(title).to_have_count(1)
    expect(title).to_contain_text("Mes papiers")
    expect(title).to_be_focused()
    her.sees_plan()
    assert her.page.evaluate(UNDER_THE_EXIT) == []

    card = her.band("medium").get_by_role("article").filter(has_text="Mes papiers")
    expect(card.get_by_role("img", name=her["done"])).to_have_count(0)
    her.tick("Retrouver mon acte de naissance")
    expect(card.get_by_role("img", name=her["done"])).to_have_count(1)
    her.takes_back("undo.progress")
    expect(card.get_by_role("img", name=her["done"])).to_have_count(0)

    her.goal("Un logement à nous").tap()
    expect(title).to_contain_text("Un logement à nous")
    her.add_step("Regarder les annonces")
    her.takes_back("undo.added")
    her.back_to_plan()
    expect(her.goal("Un logement à nous")).to_be_focused()
    expect(title).to_have_text(her["plan"])
    assert her.page.evaluate(UNDER_THE_EXIT) == []


def test_keys_are_listed_act_outside_of_fields_and_can_be_put_off(her):
    keyboard = her.page.keyboard
    keyboard.press("/")
    keyboard.type("n/?")
    expect(her.page.get_by_role("searchbox")).to_have_value("n/?")
    keyboard.press("Escape")
    expect(her.page.get_by_role("button", name=her["search"], exact=True)).to_be_focused()
    keyboard.press("n")
    field = her.page.get_by_role("textbox", name=her["new short"])
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    keyboard.press("Escape")
    expect(field).to_have_count(0)

    keyboard.press("?")
    listed = her.page.get_by_role("dialog", name=her["keys"])
    expect(listed).to_be_visible()
    single = listed.get_by_role("switch", name=her["single keys"])
    single.tap()
    expect(single).not_to_be_checked()
    keyboard.press("Escape")
    expect(listed).to_be_hidden()
    her.comes_to_plan()
    keyboard.press("?")
    keyboard.press("n")
    her.open_goal("Mes papiers")  # the letters would have come first
    expect(listed).to_be_hidden()
    expect(field).to_have_count(0)
    keyboard.press("Escape")
    expect(her.goal("Mes papiers")).to_be_focused()
