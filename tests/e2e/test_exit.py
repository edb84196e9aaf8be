"""The quick exit: one tap, or Shift three times, and nothing of the app is left to see."""

import json
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from lifeplan_app import routes
from lifeplan_app.model.account import Language
from lifeplan_app.settings import DEFAULT_EXIT_URL
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.finger import Finger
from tests.e2e.mark import is_heard
from tests.e2e.newcomer import begins, comes_back, is_signed_in
from tests.e2e.person import Person
from tests.e2e.phone import SHAPE, WAIT_MS, Phone
from tests.e2e.server import Carnet
from tests.e2e.uncovered import exit_is_hidden
from tests.e2e.worker import keeps_pages

GOAL, STEP, TYPED = "Un jardin rien qu’à moi", "Demander la clé du hangar", "canari-40172"
LONG = [f"Un objectif de plus, le {number}e" for number in range(5)]
EXIT = re.compile(re.escape(DEFAULT_EXIT_URL))
BEFORE = "https://avant.example/"
KEYBOARD_HEIGHT = 360
# From the moment the page is covered it reports what can be seen and heard of it: a test cannot ask it
# any more while the other page is on its way. It listens first, since the exit stops the event.
REPORT = """(() => {
  const gone = () => document.documentElement.hasAttribute("data-gone");
  let saw = [];
  const act = () => {
    saw = [];
    requestAnimationFrame(() => saw.push(["next frame", gone()]));
  };
  for (const kind of ["pointerup", "keyup"]) addEventListener(kind, act, true);
  const request = XMLHttpRequest.prototype;
  for (const [of, name] of [[navigator, "sendBeacon"], [window, "fetch"], [request, "send"]]) {
    const send = of[name];
    of[name] = function (...all) { saw.push([name, gone()]); return send.apply(this, all); };
  }
  for (const name of ["confirm", "alert", "prompt"]) window[name] = () => saw.push([name, gone()]);
  const isStatus = (it) => it.matches("[role=status][data-exit-status]");
  const seen = () => [...document.querySelectorAll("body, body *")]
    .filter((it) => it.checkVisibility({ visibilityProperty: true }));
  const modal = () => document.querySelector("dialog:modal") ?? document.body;
  const report = () => window.report({
    saw, host: location.hostname, title: document.title,
    icons: [...document.querySelectorAll("link[rel=icon]")].map((it) => it.getAttribute("href")),
    seen: seen().filter((it) => !isStatus(it)).map((it) => it.outerHTML.slice(0, 80)),
    heard: seen().filter((it) => isStatus(it) && modal().contains(it)).map((it) => it.textContent),
  });
  const later = () => setTimeout(report, 400); // the end of the session has reached this page too
  new MutationObserver(later).observe(document, { attributeFilter: ["data-gone"], subtree: true });
})()"""


@pytest.fixture(scope="module")
def written(her: Person) -> Person:
    """Her plan, longer than a screen: it goes on under the exit. It stays open while others are tried."""
    her.goes_to("me")
    her.field("delay").select_option("30")
    expect(her.page.locator("#pulse")).to_have_attribute("data-lock", "1800")
    her.goes_to("the plan")
    for goal in (GOAL, *LONG):
        her.write_goal(goal, "short")
    her.open_goal(GOAL)
    for text in (STEP, *LONG):
        her.add_step(text)
    return her


@pytest.fixture
def inside(written) -> Person:
    """Before her plan, where she stays."""
    written.page.set_viewport_size(SHAPE["viewport"])
    written.page.emulate_media(media="screen")
    written.comes_to_plan()
    expect(written.goal(GOAL)).to_be_visible()
    return written


@pytest.fixture(scope="module")
def another(carnet: Carnet, browser: Browser) -> Person:
    """Somebody else, who leaves: that ends all of her sessions."""
    phone = Phone(browser, carnet)
    person = begins(Person(phone), carnet, "muguet-5")
    person.write_goal(GOAL, "short")
    person.open_goal(GOAL)
    person.add_step(STEP)
    phone.put_away()
    return person


@pytest.fixture
def signed_in(another, phone, carnet) -> Person:
    """The one who leaves, before her plan, on a new phone."""
    person = comes_back(another.on(phone), carnet)
    expect(person.goal(GOAL)).to_be_visible()
    return person


def name_of(place: Callable[..., object]) -> str:
    return place.__name__


def tap_exit(person: Person) -> None:
    """Tap the exit that lies on top: a dialog carries its own."""
    person.page.get_by_role("link", name=person["exit"], exact=True).last.tap()


def press_shift(page: Page, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def has_left(page: Page) -> None:
    expect(page).to_have_url(EXIT)


def stays(person: Person) -> None:
    person.page.wait_for_timeout(100)
    expect(person.page.locator("html")).not_to_have_attribute("data-gone", "")
    assert urlsplit(person.page.url).hostname == "localhost"


def cookies_of(person: Person) -> dict[str, str]:
    return {cookie["name"]: cookie["value"] for cookie in person.phone.context.cookies()}


def kept_in(page: Page, storage: str = "localStorage") -> dict[str, str]:
    """Return what the phone keeps; `theme` is the framework's own."""
    return json.loads(page.evaluate("(storage) => JSON.stringify(window[storage])", storage))


def opens(carnet: Carnet, make_phone, cookie: str, *private: str) -> bool:
    """Tell whether a session cookie still opens a plan, and check that it shows nothing if not."""
    phone = make_phone(carnet)
    phone.context.add_cookies([{"name": "s", "value": cookie, "url": carnet.url}])
    page = phone.open("/plan/")
    expect(page.get_by_role("heading", name=re.compile("^(Mon plan|Notes|Calculatrice)$"))).to_be_visible()
    alive = urlsplit(page.url).path == "/plan/"
    if not alive:
        Person(phone).is_outside(*private)
    return alive


def has_ended(carnet: Carnet, make_phone, cookie: str, *private: str) -> None:
    """Wait until a session cookie opens nothing: the page may be gone a moment before the server hears."""
    latest = time.monotonic() + WAIT_MS / 1000
    while opens(carnet, make_phone, cookie, *private):
        assert time.monotonic() < latest, "the session goes on"


@pytest.fixture
def slow_elsewhere(elsewhere) -> Iterator[Elsewhere]:
    """The other page lets her wait, so that the one she leaves stays to be looked at."""
    elsewhere.answers.clear()
    yield elsewhere
    elsewhere.answers.set()


# --- it is there -------------------------------------------------------------------------------


def on_the_plan(_person: Person) -> None:
    """She is there."""


def with_a_sheet_open(person: Person) -> None:
    person.open_goal(GOAL)
    person.press("where goal")
    expect(person.page.get_by_role("dialog", name=person["this goal"])).to_be_visible()


def writing_a_goal(person: Person) -> None:
    person.press("add short")
    expect(person.page.get_by_role("textbox", name=person["new short"])).to_be_focused()


def writing_a_step(person: Person) -> None:
    person.open_goal(GOAL)
    person.page.get_by_role("textbox", name=person["another step"]).focus()


def on_her_own_page(person: Person) -> None:
    person.goes_to("me")
    expect(person.field("delay")).to_be_visible()


def changing_her_passphrase(person: Person) -> None:
    on_her_own_page(person)
    person.page.get_by_text(person["change phrase"], exact=True).first.tap()
    person.field("phrase now").focus()


def signed_out_elsewhere(person: Person) -> None:
    """The server knows her window no more: the sign-in opens over the page."""
    headers = {"Cookie": f"s={cookies_of(person)['s']}", "Origin": origin_of(person)}
    httpx.post(f"{origin_of(person)}/session/lock", headers=headers)


def origin_of(person: Person) -> str:
    return person.page.evaluate("() => location.origin")


@pytest.mark.check("E1")
@pytest.mark.parametrize("place", [writing_a_goal, writing_a_step, changing_her_passphrase], ids=name_of)
def test_while_she_writes_it_stands_above_any_keyboard(inside, place):
    """Not every browser takes the keyboard's space from the page: some lay it over the page."""
    place(inside)
    assert exit_is_hidden(inside.page) == []
    inside.page.set_viewport_size(SHAPE["viewport"])
    keyboard = SHAPE["viewport"]["height"] - KEYBOARD_HEIGHT
    above = "(top) => document.querySelector('a.exit').getBoundingClientRect().bottom < top"
    inside.page.wait_for_function(above, arg=keyboard)
    inside.page.evaluate("() => document.activeElement.blur()")
    inside.page.wait_for_function(above.replace("<", ">"), arg=keyboard)


@pytest.mark.check("E1")
def test_the_exit_is_uncovered_in_the_sign_in_over_the_page_and_works_there(own_carnet, make_phone):
    phone = make_phone(own_carnet).allow_console("WebSocket connection").allow_console("Failed to load")
    person = begins(Person(phone), own_carnet)
    own_carnet.restart()
    expect(person.page.get_by_role("dialog", name=person["again"])).to_be_visible()
    assert exit_is_hidden(person.page) == []
    tap_exit(person)
    has_left(person.page)


@pytest.mark.check("E1")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_exit_is_on_the_public_pages_too(phone, language):
    for page in ("open", "new", "regain", "install"):
        phone.open(routes.visited(routes.public(page, Language(language))))
        assert exit_is_hidden(phone.page) == []
    tap_exit(Person(phone, language))
    has_left(phone.page)


# --- one tap -----------------------------------------------------------------------------------


ACTS = {
    "a tap": tap_exit,
    "Shift": lambda person: press_shift(person.page, 3),
}


@pytest.fixture
def told(phone) -> list[dict[str, Any]]:
    """What pages report of themselves when they are left."""
    reports: list[dict[str, Any]] = []
    phone.page.expose_binding("report", lambda _source, report: reports.append(report))
    phone.context.add_init_script(REPORT)
    return reports


@pytest.fixture
def leaving(told, signed_in, slow_elsewhere) -> Callable[..., dict[str, Any]]:
    """Leave, and return what the page reports of itself while the other one takes its time."""

    def leave(act: Callable[[Person], None] = tap_exit) -> dict[str, Any]:
        act(signed_in)
        deadline = time.monotonic() + 10
        while not told and time.monotonic() < deadline:
            signed_in.page.wait_for_timeout(50)
        slow_elsewhere.answers.set()
        has_left(signed_in.page)
        return told[0]

    return leave


@pytest.mark.check("E2")
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("place", [on_the_plan, with_a_sheet_open, writing_a_step], ids=name_of)
def test_the_page_is_covered_in_the_next_frame_before_anything_is_sent(leaving, signed_in, place, act):
    place(signed_in)
    report = leaving(act)
    assert set(map(tuple, report["saw"])) == {("next frame", True), ("sendBeacon", True)}
    assert report["seen"] == []
    assert report["host"] == "localhost"  # the end of the session has not sent the page elsewhere


@pytest.mark.check("E1")
@pytest.mark.parametrize("slips", [0, -90], ids=["still", "slips"])
def test_a_press_counts_though_the_exit_moves_under_it(another, phone, slips):
    """She has just stopped typing, so it goes back to its place while her thumb is on it."""
    field = another.on(phone).arrive().field("name")
    field.fill(TYPED)
    link = phone.page.get_by_role("link", name=another["exit"], exact=True)
    at_the_top = link.bounding_box()
    field.blur()
    finger = Finger(phone.page)
    finger.touches(link)
    while link.bounding_box() == at_the_top:
        phone.page.wait_for_timeout(50)
    finger.slips(across=slips)
    finger.lets_go()
    has_left(phone.page)


@pytest.mark.check("E1")
def test_another_finger_on_the_glass_does_not_keep_her(another, phone):
    another.on(phone).arrive()
    finger = Finger(phone.page)
    finger.touches(phone.page.get_by_role("link", name=another["exit"], exact=True))
    finger.is_joined((60, 60))
    stays(another.on(phone))
    finger.lets_go()
    has_left(phone.page)


@pytest.mark.check("E1")
def test_a_scroll_that_begins_on_it_is_a_scroll(inside):
    Finger(inside.page).slides(inside.page.get_by_role("link", name=inside["exit"], exact=True), -200)
    assert inside.page.evaluate("scrollY") > 0
    stays(inside)


@pytest.mark.check("E2")
@pytest.mark.check("E7")
def test_an_answer_that_comes_late_brings_nobody_back(another, phone, slow_elsewhere):
    """She leaves while a sign-in is on its way; the next load ends the session that it began."""
    page = phone.page
    late: list[Route] = []
    phone.context.route("**/session/open", lambda route: late.append(route))  # noqa: PLW0108 - it waits there
    person = another.on(phone).sign_in()
    tap_exit(person)
    page.wait_for_timeout(100)
    for route in late:
        route.continue_()
    page.wait_for_timeout(1000)
    slow_elsewhere.answers.set()
    has_left(page)
    phone.context.unroute("**/session/open")
    page.goto("/plan/")
    person.is_outside(GOAL)
    assert "s" not in cookies_of(person)


# --- where it leads ----------------------------------------------------------------------------


@pytest.mark.check("E5")
@pytest.mark.parametrize(
    ("kept", "leads_to"),
    [
        ("https://elle.example/recettes", "https://elle.example/recettes"),
        ("http://elle.example/", DEFAULT_EXIT_URL),
        ("javascript:alert(1)", DEFAULT_EXIT_URL),
        ("pas une adresse", DEFAULT_EXIT_URL),
    ],
)
def test_it_leads_to_the_address_she_chose_and_never_to_an_unsafe_one(another, phone, carnet, kept, leads_to):
    person = comes_back(another.on(phone), carnet)
    phone.page.evaluate("(kept) => localStorage.setItem('exit', kept)", kept)
    with phone.page.expect_request(leads_to) as asked:
        tap_exit(person)
    assert "referer" not in asked.value.headers
    phone.complaints = [each for each in phone.complaints if "elle.example" not in each]


# --- whatever is broken ------------------------------------------------------------------------


@pytest.mark.check("E3")
def test_it_works_with_the_server_killed(own_carnet, make_phone):
    phone = make_phone(own_carnet).allow_console("WebSocket connection").allow_console("Failed to load")
    person = begins(Person(phone), own_carnet)
    own_carnet.kill()
    tap_exit(person)
    has_left(person.page)


@pytest.mark.check("E3")
@pytest.mark.check("E7")
def test_it_works_offline_and_the_next_load_ends_the_session_before_anything_else(
    another, carnet, make_phone
):
    phone = make_phone(carnet, service_workers="allow")
    signed_in = comes_back(another.on(phone), carnet)
    phone, page = phone.allow_console("Failed to load").allow_console("WebSocket"), phone.page
    keeps_pages(page)
    phone.context.set_offline(True)
    tap_exit(signed_in)
    signed_in.is_outside(GOAL, STEP)

    # A browser may still get the beacon out when the page goes: so that there is something to end, she
    # has a session again, and the mark on the phone is as old as before.
    phone.context.set_offline(False)
    is_signed_in(signed_in, carnet)
    cookie = cookies_of(signed_in)["s"]
    held: list[Route] | None = []

    def hold(route: Route) -> None:
        if held is None:
            route.continue_()
        else:
            held.append(route)

    phone.context.route("**/session/leave", hold)
    back = phone.another_window()
    asked: list[str] = []
    back.on("request", lambda request: asked.append(urlsplit(request.url).path))
    back.goto("/plan/", wait_until="commit")
    back.wait_for_timeout(1000)  # time enough for the plan to come, were it let in
    assert kept_in(back) == {"theme": "system", "n": "1"}
    expect(back.locator("html")).to_have_attribute("data-gone", "")
    expect(back.get_by_text(GOAL)).to_be_hidden()
    posted = asked.index("/session/leave")
    assert set(asked[:posted]) <= {"/plan/", "/shell.js", *(path for path in asked if "." in path)}
    waiting, held = held, None
    for route in waiting:
        route.continue_()
    signed_in.in_window(back).is_outside(GOAL)
    is_heard(back)  # the server has heard, and said so
    assert kept_in(back) == {"theme": "system"}
    has_ended(carnet, make_phone, cookie, GOAL)


@pytest.mark.check("E3")
@pytest.mark.parametrize("path", ["/open/", "/today/", "/plan/", "/me/"])
def test_it_works_before_hydration(signed_in, carnet, make_phone, path):
    phone = signed_in.phone.allow_console("Failed to load").allow_console("error loading")
    cookie = cookies_of(signed_in)["s"]
    # Not by a route of the test's: what the page says as it goes would wait at it, and perhaps be lost.
    browser = phone.context.new_cdp_session(phone.page)
    browser.send("Network.enable")
    browser.send("Network.setBlockedURLs", {"urls": ["*/assets/*.js"]})
    missed: list[str] = []
    phone.page.on("requestfailed", lambda request: missed.append(request.url))
    phone.open(path)
    assert any("/assets/" in each for each in missed)
    tap_exit(signed_in)
    has_left(phone.page)
    has_ended(carnet, make_phone, cookie, GOAL)


@pytest.mark.check("E3")
@pytest.mark.check("E5")
@pytest.mark.parametrize("path", ["/open/", "/en/open/", "/today/", "/plan/", "/me/"])
def test_without_javascript_it_is_a_plain_link(make_phone, carnet, elsewhere, path):
    phone = make_phone(carnet, java_script_enabled=False)
    phone.open(path)
    seen = len(elsewhere.visits)
    phone.page.locator("a.exit").first.tap()
    has_left(phone.page)
    assert "referer" not in elsewhere.visits[seen].headers


# --- Shift -------------------------------------------------------------------------------------


@pytest.fixture
def counts(inside) -> Callable[[str], None]:
    """Check what a screen reader hears about Shift."""

    def check(key: str) -> None:
        said = inside.page.locator("[data-exit-status]")
        expect(said.first).to_have_text(inside.sentence(key) if key else "")
        expect(said.first).to_have_role("status")

    return check


@pytest.mark.check("E4")
@pytest.mark.parametrize("place", [on_the_plan, writing_a_step, with_a_sheet_open], ids=name_of)
def test_shift_three_times_leaves(signed_in, place):
    place(signed_in)
    press_shift(signed_in.page, 2)
    stays(signed_in)
    press_shift(signed_in.page)
    has_left(signed_in.page)


@pytest.mark.check("E4")
def test_it_counts_aloud_and_any_other_key_starts_over(inside, counts):
    page = inside.page
    for between in ("a", "Tab", "Control", "ArrowDown", "Escape"):
        press_shift(page)
        counts("exit.two")
        press_shift(page)
        counts("exit.one")
        page.keyboard.press(between)
        counts("")
    press_shift(page, 2)
    stays(inside)


@pytest.mark.check("E4")
def test_the_time_runs_out_after_five_seconds_and_says_so(inside, counts):
    status = inside.page.locator("[data-exit-status]").first
    press_shift(inside.page, 2)
    inside.page.wait_for_timeout(4_000)
    counts("exit.one")
    expect(status).to_have_text(inside.sentence("exit.over"), timeout=2_000)
    press_shift(inside.page, 2)
    counts("exit.one")
    stays(inside)


@pytest.mark.check("E4")
def test_shift_for_capital_letters_does_not_count(inside):
    page = inside.page
    writing_a_goal(inside)
    field = page.get_by_role("textbox", name=inside["new short"])
    field.fill("")
    for letter in "QUITTER":
        page.keyboard.press(f"Shift+{letter}")
    expect(field).to_have_value("QUITTER")
    for letter in "ab":
        page.keyboard.down("Shift")
        page.keyboard.press(letter)
        page.keyboard.up("Shift")
    press_shift(page, 2)
    stays(inside)


@pytest.mark.check("E4")
def test_holding_shift_down_does_not_leave(inside):
    page = inside.page
    for _ in range(4):
        page.keyboard.down("Shift")  # again and again without letting go, as a held key repeats
    page.keyboard.up("Shift")
    stays(inside)


@pytest.mark.check("E4")
def test_a_tap_with_shift_held_does_not_count(inside):
    page = inside.page
    for _ in range(3):
        page.keyboard.down("Shift")
        page.mouse.click(5, 5)
        page.keyboard.up("Shift")
    stays(inside)


@pytest.mark.check("E4")
@pytest.mark.parametrize("place", [on_the_plan, with_a_sheet_open], ids=name_of)
def test_escape_never_leaves(inside, place):
    place(inside)
    for _ in range(5):
        inside.page.keyboard.press("Escape")
    stays(inside)


# --- where it leads, and what is left ----------------------------------------------------------


@pytest.mark.check("E5")
@pytest.mark.check("D7")
def test_title_and_icon_are_neutral_and_the_other_page_learns_nothing(leaving, elsewhere):
    seen = len(elsewhere.visits)
    report = leaving()
    assert report["title"] == "Carnet"
    assert report["icons"] == ["/icons/notebook.svg"]
    [visit] = elsewhere.visits[seen:]
    assert f"https://{visit.host}{visit.path}" == DEFAULT_EXIT_URL
    assert not {"referer", "origin", "cookie"} & set(visit.headers)
    told = " ".join(visit.headers.values())
    assert "localhost" not in told
    assert "carnet" not in told.lower()


@pytest.mark.check("E6")
def test_the_app_takes_one_entry_of_the_history_and_back_leads_to_what_was_before(signed_in):
    page = signed_in.phone.allow_console(
        f"another host was asked: {urlsplit(BEFORE).hostname}"
    ).another_window()
    person = signed_in.in_window(page)
    page.goto(BEFORE)
    before = page.evaluate("() => history.length")
    person.sign_in().opens_plan()
    person.open_goal(GOAL)
    person.goes_to("me")
    expect(person.field("delay")).to_be_visible()
    person.goes_to("the plan")
    expect(person.step(STEP)).to_be_visible()  # the goal is still open
    person.back_to_plan()
    assert page.evaluate("() => history.length") == before + 1
    tap_exit(person)
    has_left(page)
    assert page.evaluate("() => history.length") == before + 1
    page.go_back(wait_until="commit")
    expect(page).to_have_url(BEFORE)
    page.go_forward(wait_until="commit")
    has_left(page)


@pytest.mark.check("E6")
def test_a_page_that_comes_back_from_the_page_cache_shows_nothing_of_the_past(signed_in):
    """Left by typing another address, not by the exit, and then ended by the exit of another window."""
    phone = signed_in.phone.allow_console(f"another host was asked: {urlsplit(BEFORE).hostname}")
    page, other = signed_in.page, phone.another_window()
    signed_in.in_window(other).arrive()
    page.bring_to_front()
    page.goto(BEFORE)
    other.evaluate("() => window.carnet.leave()")
    has_left(other)
    shown: list[str] = []
    page.expose_binding("saw", lambda _source, text: shown.append(text))
    page.add_init_script(
        "const tell = () => requestAnimationFrame(() => window.saw?.(document.body.innerText));"
        "addEventListener('pageshow', tell, true)"
    )
    page.go_back(wait_until="commit")
    signed_in.is_outside(GOAL, STEP)
    assert not any(GOAL in text for text in shown)


@pytest.mark.check("E7")
def test_the_session_is_dead_and_its_other_windows_are_emptied(signed_in, carnet, make_phone):
    other = signed_in.in_window(signed_in.phone.another_window())
    other.page.goto("/plan/")
    other.open_goal(GOAL)
    cookie = cookies_of(signed_in)["s"]
    signed_in.page.bring_to_front()
    tap_exit(signed_in)
    has_left(signed_in.page)
    other.looks().is_outside(GOAL, STEP)
    assert "s" not in cookies_of(signed_in)
    has_ended(carnet, make_phone, cookie, GOAL, STEP)


@pytest.mark.check("E7")
def test_an_exit_that_reaches_nobody_takes_her_other_windows_along(signed_in):
    signed_in.phone.allow_console("Failed to load")
    other = signed_in.in_window(signed_in.phone.another_window())
    other.page.goto("/plan/")
    other.open_goal(GOAL)
    signed_in.phone.context.route(
        "**/session/*", lambda route: route.abort()
    )  # a network that brings nothing
    signed_in.page.bring_to_front()
    tap_exit(signed_in)
    has_left(signed_in.page)
    other.is_outside(GOAL, STEP)


@pytest.mark.check("E7")
def test_nothing_is_left_on_the_phone_once_the_server_has_heard(signed_in):
    page = signed_in.page
    page.evaluate("() => sessionStorage.setItem('x', 'y')")
    tap_exit(signed_in)
    has_left(page)
    signed_in.arrive()
    expect(page.get_by_role("heading", name=signed_in["open"], exact=True)).to_be_visible()
    assert GOAL not in page.content()
    expect(page.locator("html")).not_to_have_attribute("data-gone", "")
    assert kept_in(page) == {"theme": "system"}
    assert "x" not in kept_in(page, "sessionStorage")
    assert set(cookies_of(signed_in)) == {"k"}


@pytest.mark.check("E9")
def test_no_exit_is_written_anywhere(own_carnet, make_phone):
    person = begins(Person(make_phone(own_carnet)), own_carnet)
    person.write_goal(GOAL, "short")
    person.goes_to("the day")
    person.sees_day()  # the first time that she is there is written down; leaving is not
    before = own_carnet.log, rows_of(own_carnet)
    tap_exit(person)
    has_left(person.page)
    person.sign_in().sees_day()
    press_shift(person.page, 3)
    has_left(person.page)
    assert (own_carnet.log, rows_of(own_carnet)) == before
    own_carnet.stop()
    assert own_carnet.log == before[0]


def rows_of(carnet: Carnet) -> dict[str, list]:
    with sqlite3.connect(carnet.data_dir / "carnet.db") as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: sorted(map(repr, database.execute(f"SELECT * FROM {table}"))) for table in tables}


@pytest.mark.check("E10")
@pytest.mark.parametrize("place", [on_the_plan, with_a_sheet_open], ids=name_of)
def test_a_screen_reader_hears_that_the_page_is_leaving(leaving, signed_in, place):
    place(signed_in)
    assert leaving()["heard"] == [signed_in.sentence("exit.leaving")]


@pytest.mark.check("E10")
@pytest.mark.parametrize("place", [on_the_plan, with_a_sheet_open], ids=name_of)
def test_the_exit_prints_nowhere(inside, place):
    place(inside)
    inside.page.emulate_media(media="print")
    for link in inside.page.locator("a.exit").all():
        expect(link).to_be_hidden()


def test_words_that_were_not_saved_yet_are_there_after_the_next_sign_in(signed_in, carnet, make_phone):
    page = signed_in.page
    cookie = cookies_of(signed_in)["s"]
    writing_a_step(signed_in)
    # All in one turn of the page: no time to save them before.
    page.evaluate(
        """(text) => {
          const field = document.activeElement;
          field.value = text;
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          document.querySelector("a.exit").click();
        }""",
        TYPED,
    )
    has_left(page)
    has_ended(carnet, make_phone, cookie, TYPED)
    signed_in.sign_in().opens_plan()
    signed_in.open_goal(GOAL)
    expect(page.get_by_role("textbox", name=signed_in["another step"])).to_have_value(TYPED)


def test_a_word_in_a_small_field_is_there_after_the_next_sign_in(signed_in):
    signed_in.open_goal(GOAL)
    sheet = signed_in.open_sheet()
    sheet.get_by_label(signed_in["own area"], exact=True).press_sequentially(TYPED)
    tap_exit(signed_in)
    has_left(signed_in.page)
    signed_in.sign_in().opens_plan()
    signed_in.open_goal(GOAL)
    expect(signed_in.page.locator(".crest .badge").first).to_contain_text(TYPED)
