"""The notebook locks by itself, by a button, or when the screen is left; and no word is lost by it."""

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.newcomer import begins, comes_back
from tests.e2e.person import HOME, Person

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


def comes_back_to_it(person: Person) -> None:
    """Let the page learn that it is seen again."""
    person.page.evaluate(
        """() => {
            Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
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
        expect(each.page).to_have_url(HOME["fr"], timeout=A_MINUTE_AND_A_LITTLE_MS)
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
    comes_back_to_it(inside)
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


# The page's clock goes on by itself as well; a slow machine may take some of its seconds.

# --- the warning -------------------------------------------------------------------------------


@pytest.fixture
def warned(make_phone, carnet, request):
    """Somebody before her plan, whose phone's clock the test moves; the server's goes on as always."""
    phone = make_phone(carnet)
    phone.page.clock.install()
    return begins(Person(phone), carnet, request.node.name[-30:])


def warning_of(person: Person) -> Locator:
    return person.page.get_by_role("alert").get_by_text(person.sentence("soon.text")).filter(visible=True)


def stays(person: Person) -> None:
    """Put the lock off."""
    person.page.get_by_role("button", name=person.sentence("soon.stay")).filter(visible=True).tap()
    expect(warning_of(person)).to_have_count(0)


def test_a_minute_before_the_lock_it_says_so_and_one_tap_puts_it_off(warned):
    clock = warned.page.clock
    clock.fast_forward(100_000)
    expect(warning_of(warned)).to_have_count(0)
    clock.fast_forward(25_000)
    expect(warning_of(warned)).to_be_visible()
    stays(warned)
    clock.fast_forward(100_000)
    expect(warning_of(warned)).to_have_count(0)
    warned.press("add short")
    warned.page.get_by_role("textbox", name=warned["new short"]).fill(OTHER)
    clock.fast_forward(125_000)
    expect(warning_of(warned)).to_be_visible()
    clock.fast_forward(70_000)
    warned.is_outside(OTHER)
    warned.sign_in().opens_plan()
    expect(warned.page.get_by_role("textbox", name=warned["new short"])).to_have_value(OTHER)


def test_in_a_sheet_it_is_said_too_and_an_act_in_another_window_counts(warned):
    warned.write_goal(GOAL, "short")
    warned.open_goal(GOAL)
    sheet = warned.open_sheet()
    warned.page.clock.fast_forward(125_000)
    expect(sheet.get_by_text(warned.sentence("soon.text"))).to_be_visible()
    other = warned.in_window(warned.phone.another_window()).looks()
    other.comes_to_plan()
    other.open_goal(GOAL)
    expect(warning_of(warned)).to_have_count(0)


def test_a_page_that_moves_by_itself_does_not_put_it_off(warned, make_phone, carnet):
    for number in range(4):
        warned.write_goal(f"{GOAL} {number}", "short")
    elsewhere = comes_back(warned.on(make_phone(carnet)), carnet)
    expect(elsewhere.goal(f"{GOAL} 3")).to_be_visible()
    at_the_end = "scrollTo(0, document.documentElement.scrollHeight), scrollY"
    place = warned.page.evaluate(at_the_end)
    warned.page.clock.fast_forward(125_000)
    expect(warning_of(warned)).to_be_visible()
    elsewhere.open_goal(f"{GOAL} 3")
    elsewhere.remove_goal()
    expect(warned.goal(f"{GOAL} 3")).to_have_count(0)
    shorter = "(place) => new Promise((done) => setTimeout(() => done(scrollY < place), 100))"
    assert warned.page.evaluate(shorter, place)
    warned.page.clock.fast_forward(5_000)
    expect(warning_of(warned)).to_be_visible()


def test_with_a_minute_it_comes_halfway_and_at_once_never(warned):
    chooses_delay(warned, "after a minute")
    warned.page.clock.fast_forward(12_000)
    expect(warning_of(warned)).to_have_count(0)
    warned.page.clock.fast_forward(22_000)
    expect(warning_of(warned)).to_be_visible()
    stays(warned)
    chooses_delay(warned, "at once")
    warned.page.clock.fast_forward(50_000)
    expect(warning_of(warned)).to_have_count(0)


def test_without_a_network_the_warning_says_that_the_last_words_wait(warned):
    warned.phone.allow_console("ERR_INTERNET_DISCONNECTED")
    warned.press("add short")
    field = warned.page.get_by_role("textbox", name=warned["new short"])
    expect(field).to_be_focused()
    warned.phone.context.set_offline(True)
    field.fill(OTHER)
    warned.page.clock.fast_forward(125_000)
    said = warned.page.get_by_role("alert").get_by_text(warned.sentence("soon.away"))
    expect(said.filter(visible=True)).to_have_count(1)
    expect(warning_of(warned)).to_have_count(0)


# --- leaving the screen ------------------------------------------------------------------------


@pytest.mark.check("D6")
@pytest.mark.parametrize(("home", "look"), [("/", "notes"), ("/calc/", "calc")])
def test_leaving_the_screen_hides_the_page_behind_the_look_of_her_cover(inside, home, look):
    inside.page.evaluate("(home) => localStorage.setItem('home', home)", home)
    inside.comes_to_plan()
    seen = """() => [...document.querySelectorAll("body *")]
        .filter((it) => it.checkVisibility({ visibilityProperty: true })).length"""
    fetched = "(look) => performance.getEntriesByName(`${location.origin}/looks/${look}.svg`).length"
    assert inside.page.evaluate(fetched, look) == 1  # beforehand: it would come too late for the picture
    leaves_screen(inside)
    assert inside.page.evaluate(seen) == 0
    way_in = inside.in_window(inside.phone.another_window())
    way_in.page.goto("/regain/")  # where a code or a passphrase may stand
    leaves_screen(way_in)
    assert way_in.page.evaluate(seen) == 0
    drawn = inside.page.evaluate(
        """() => {
            const { backgroundImage, visibility, width, height } = getComputedStyle(document.body, "::after");
            return [backgroundImage, visibility, width, height];
        }"""
    )
    assert f"/looks/{look}.svg" in drawn[0]
    assert drawn[1:] == ["visible", "360px", "740px"]  # as large as the screen, however long the page
    comes_back_to_it(inside)
    assert inside.page.evaluate(seen) > 0
    expect(inside.goal(GOAL)).to_be_visible()
    inside.write_goal(OTHER, "short")


def opens_picker(person: Person) -> None:
    """Open a picker for a file, as a page with pictures does; this one has none yet."""
    person.page.evaluate(
        """() => {
            const photo = { type: "file", ariaLabel: "Photo" };
            document.querySelector("main").prepend(Object.assign(document.createElement("input"), photo));
        }"""
    )
    with person.page.expect_file_chooser():
        person.page.get_by_label("Photo").first.tap()


def test_a_picker_she_opened_holds_an_immediate_lock_for_two_minutes(warned):
    chooses_delay(warned, "at once")
    warned.write_goal(GOAL, "short")
    opens_picker(warned)
    leaves_screen(warned)
    warned.page.clock.fast_forward(100_000)
    expect(warned.page.locator("html")).to_have_attribute("data-hidden", "notes")
    comes_back_to_it(warned)
    expect(warned.goal(GOAL)).to_be_visible()
    opens_picker(warned)
    leaves_screen(warned)
    warned.page.clock.fast_forward(125_000)
    warned.is_outside(GOAL)


def test_without_a_picker_an_immediate_lock_waits_for_nobody(warned):
    chooses_delay(warned, "at once")
    warned.write_goal(GOAL, "short")
    leaves_screen(warned)
    warned.is_outside(GOAL)


def test_one_tap_locks_from_every_page_and_no_word_is_lost(inside):
    inside.press("add medium")
    field = inside.page.get_by_role("textbox", name=inside["new medium"])
    field.fill(OTHER)
    inside.puts_keyboard_away()
    inside.page.get_by_role("button", name=inside.sentence("lock"), exact=True).filter(visible=True).tap()
    inside.is_outside(*PRIVATE)
    inside.sign_in().opens_plan()
    expect(field).to_have_value(OTHER)
    inside.open_goal(GOAL)
    for place in ("open goal", "the day", "me"):
        if place != "open goal":
            inside.goes_to(place)
        inside.page.get_by_role("button", name=inside.sentence("lock"), exact=True).filter(visible=True).tap()
        inside.is_outside(*PRIVATE)
        inside.sign_in().sees_day()
