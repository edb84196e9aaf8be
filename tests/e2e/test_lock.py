"""The notebook locks by itself, by a button, or when the screen is left; and no word is lost by it."""

import pytest
from playwright.sync_api import expect

from tests.e2e.newcomer import begins, comes_back
from tests.e2e.person import Person

GOAL, STEP, OTHER = "Passer le permis", "Trouver une auto-école", "Apprendre à nager"
PRIVATE = (GOAL, STEP, OTHER)
A_MINUTE_AND_A_LITTLE_MS = 90_000


def chooses_delay(person: Person, delay: str) -> None:
    """Choose after how long the notebook locks."""
    person.goes_to("me")
    person.field("delay").select_option(label=person[delay])
    expect(person.field("delay").locator("option:checked")).to_have_text(person[delay])
    person.goes_to("the plan")
    person.sees_plan()


def leaves_screen(person: Person) -> None:
    """Let the page learn that it is not seen any more.

    A browser without a screen never tells a page so: the state is set, and the event sent, by hand.
    """
    person.page.evaluate(
        """() => {
            Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )


def opens_with(person: Person, cookies: list) -> None:
    """Come to the plan with *cookies*, which somebody may have copied."""
    person.phone.context.add_cookies(cookies)
    person.page.goto("/plan/")


@pytest.fixture
def inside(make_phone, carnet, request):
    """Somebody who has just signed up, with a goal that has a step."""
    person = begins(Person(make_phone(carnet)), carnet, request.node.name[-30:])
    person.write_goal(GOAL, "long")
    person.open_goal(GOAL)
    person.add_step(STEP)
    person.back_to_plan()
    return person


@pytest.mark.check("S1")
@pytest.mark.check("S2")
def test_after_a_minute_without_a_move_it_locks_and_no_word_is_lost(inside, make_phone, carnet):
    chooses_delay(inside, "after a minute")
    window = inside.in_window(inside.phone.another_window()).looks()
    told: list[str] = []
    window.page.on(
        "websocket", lambda socket: socket.on("framereceived", lambda frame: told.append(str(frame)))
    )
    window.page.goto("/plan/")
    window.open_goal(GOAL)
    window.open_step(STEP).fill(f"{STEP} près d’ici")
    inside.looks().press("add short")
    field = inside.page.get_by_role("textbox", name=inside["new short"])
    field.press_sequentially("Apprendre à na")
    cookies = inside.phone.context.cookies()

    for each in (inside, window):
        expect(each.page).to_have_url("/", timeout=A_MINUTE_AND_A_LITTLE_MS)
        each.is_outside(*PRIVATE, "Apprendre")
    assert any('"locked"' in frame for frame in told)  # the server said so, the page did not only guess
    thief = inside.on(make_phone(carnet))
    opens_with(thief, cookies)
    thief.is_outside(*PRIVATE)

    inside.looks().sign_in().opens_plan()
    expect(field).to_have_value("Apprendre à na")
    inside.open_goal(GOAL)
    expect(inside.step(f"{STEP} près d’ici")).to_be_visible()
    inside.goes_to("me")
    expect(inside.field("delay").locator("option:checked")).to_have_text(inside["after a minute"])


@pytest.mark.check("S1")
@pytest.mark.check("S2")
def test_it_locks_as_soon_as_the_screen_is_left(inside, make_phone, carnet):
    chooses_delay(inside, "at once")
    inside.press("add medium")
    field = inside.page.get_by_role("textbox", name=inside["new medium"])
    cookies = inside.phone.context.cookies()
    field.fill(OTHER)  # and leaves in the same moment: nothing was saved yet
    leaves_screen(inside)
    inside.is_outside(*PRIVATE)
    thief = inside.on(make_phone(carnet))
    opens_with(thief, cookies)
    thief.is_outside(*PRIVATE)

    inside.sign_in().opens_plan()
    expect(field).to_have_value(OTHER)


@pytest.mark.check("S2")
def test_with_another_delay_leaving_the_screen_saves_and_no_more(inside, make_phone, carnet):
    inside.open_goal(GOAL)
    inside.open_step(STEP).fill(f"{STEP} près d’ici")
    leaves_screen(inside)
    expect(inside.page.get_by_role("heading", name=f"{STEP} près d’ici")).to_be_attached()
    expect(inside.page.get_by_role("textbox", name=inside["step words"])).to_be_visible()


@pytest.mark.check("S1")
def test_the_button_locks_this_phone_and_leaves_the_other_open(inside, make_phone, carnet):
    window = inside.in_window(inside.phone.another_window())
    window.page.goto("/plan/")
    elsewhere = comes_back(inside.on(make_phone(carnet)), carnet)
    for each in (window, elsewhere):
        expect(each.goal(GOAL)).to_be_visible()
    cookies = inside.phone.context.cookies()
    inside.looks().goes_to("me")
    inside.press("lock")
    for each in (inside, window):
        each.is_outside(*PRIVATE)
    thief = inside.on(make_phone(carnet))
    opens_with(thief, cookies)
    thief.is_outside(*PRIVATE)

    elsewhere.write_goal(OTHER, "short")
    inside.sign_in().opens_plan()
    expect(inside.goal(OTHER)).to_be_visible()
