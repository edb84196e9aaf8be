"""No network, no server, a newer version, a phone that keeps nothing: what opens, and what is said."""

import json
import re

import pytest
from playwright.sync_api import expect

from lifeplan_app import routes
from lifeplan_app.frontend.places import STATIC, version
from tests.e2e.between import Between
from tests.e2e.newcomer import begins, has_account
from tests.e2e.person import HOME, START, Person
from tests.e2e.worker import keeps_pages

GOAL, TYPED = "Un potager à moi", "Des tomates, et du basilic"
KEEPS = {"service_workers": "allow"}
QUIET = ("WebSocket connection", "Failed to load", "ERR_INTERNET_DISCONNECTED", "net::ERR")
# Every page that opens with nothing behind it, and a word of the catalogue that stands on it.
OPENS = {
    "/open/": "public.open.title",
    "/en/open/": "public.open.title",
    "/new/": "public.new.title",
    "/regain/": "public.regain.title",
}


def kept_files() -> list[str]:
    """Return what the worker of this build keeps."""
    worker = (STATIC / "sw.js").read_text(encoding="utf-8")
    return json.loads(worker[worker.index("[") : worker.index("]") + 1])


def line_of(person: Person) -> str:
    return person.sentence("public.away.line")


@pytest.fixture
def offline(own_carnet, make_phone):
    """A phone that has seen the cover once; now there is neither a server nor a network."""
    phone = make_phone(own_carnet, **KEEPS)
    for quiet in QUIET:
        phone.allow_console(quiet)
    keeps_pages(phone.open("/"))
    own_carnet.kill()
    phone.context.set_offline(True)
    return phone


@pytest.mark.check("D3")
def test_covers_and_sign_in_open_with_the_network_off_and_the_server_down(offline):
    for language in ("fr", "en"):
        person = Person(offline, language)
        for path, title in OPENS.items():
            if path.startswith("/en/") == (language == "en"):
                offline.open(path)
                expect(offline.page.get_by_role("heading", name=person.sentence(title))).to_be_visible()
                expect(offline.page.get_by_role("link", name=person["exit"], exact=True)).to_be_visible()
    for path in routes.covers():
        offline.open(path)
        expect(offline.page.get_by_role("heading", level=1)).to_be_attached()
        expect(offline.page.get_by_role("main")).to_be_visible()
    person = Person(offline)
    person.name, person.phrase = "mimosa", "une tasse bleue"
    person.sign_in()
    expect(offline.page.get_by_text(person.sentence("public.away"))).to_be_visible()
    expect(person.field("name")).to_have_value("mimosa")


@pytest.mark.parametrize("path", routes.PRIVATE)
def test_a_private_page_says_in_one_line_that_it_is_away(offline, path):
    offline.open(path)
    expect(offline.page.get_by_text(line_of(Person(offline)))).to_be_visible()
    offline.page.evaluate("() => localStorage.setItem('home', '/en/')")
    offline.open(path)
    expect(offline.page.get_by_text(line_of(Person(offline, "en")))).to_be_visible()


@pytest.mark.check("E8")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_exit_leads_to_the_cover_offline(offline, language):
    offline.open(START[language])
    offline.page.get_by_role("link", name=Person(offline, language)["exit"], exact=True).tap()
    expect(offline.page).to_have_url(re.compile(f"//[^/]+{HOME[language]}$"))
    expect(offline.page.get_by_role("main")).to_be_visible()


def test_what_she_types_waits_for_the_network_and_the_page_comes_back_by_itself(make_phone, carnet):
    phone = make_phone(carnet, **KEEPS)
    for quiet in QUIET:
        phone.allow_console(quiet)
    person = begins(Person(phone), carnet, "hors-ligne")
    person.press("add short")
    field = person.page.get_by_role("textbox", name=person["new short"])
    line = person.page.get_by_text(line_of(person))
    expect(line).to_be_hidden()
    expect(field).to_be_visible()
    phone.context.set_offline(True)
    expect(line).to_be_visible()
    field.fill(GOAL)
    expect(field).to_have_value(GOAL)
    phone.context.set_offline(False)
    expect(line).to_be_hidden()
    field.press("Enter")
    expect(person.goal(GOAL)).to_be_visible()
    person.page.reload()
    expect(person.goal(GOAL)).to_be_visible()


def test_a_tick_made_away_is_kept_when_the_network_is_back(make_phone, carnet):
    phone = make_phone(carnet, **KEEPS)
    for quiet in QUIET:
        phone.allow_console(quiet)
    person = begins(Person(phone), carnet, "coche-7")
    person.write_goal(GOAL, "short")
    person.open_goal(GOAL)
    person.add_step(TYPED)
    phone.context.set_offline(True)
    expect(person.page.get_by_text(line_of(person))).to_be_visible()
    person.tick_box(TYPED).tap()
    phone.context.set_offline(False)
    expect(person.tick_box(TYPED)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("network", ["off", "brings nothing"])
def test_a_lock_that_the_server_cannot_hear_is_made_good_by_the_next_load(make_phone, carnet, network):
    phone = make_phone(carnet, **KEEPS)
    for quiet in QUIET:
        phone.allow_console(quiet)
    person = begins(Person(phone), carnet, f"verrou {network}")
    person.write_goal(GOAL, "short")
    person.puts_keyboard_away()
    keeps_pages(phone.page)
    cookies = phone.context.cookies()
    phone.context.set_offline(network == "off")
    phone.context.route("**/session/*", lambda route: route.abort())
    phone.page.get_by_role("button", name=person.sentence("lock"), exact=True).filter(visible=True).tap()
    person.is_outside(GOAL)
    phone.context.set_offline(False)
    phone.context.unroute("**/session/*")
    with phone.page.expect_response("**/session/lock"):
        phone.page.goto("/today/")
    person.is_outside(GOAL)
    thief = person.on(make_phone(carnet))
    thief.phone.context.add_cookies(cookies)
    thief.page.goto("/plan/")
    thief.is_outside(GOAL)


# --- what is moved, and how a newer version comes ----------------------------------------------


@pytest.fixture
def between(carnet):
    server = Between(carnet, version())
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def beside(make_phone, carnet, between):
    """A phone that reaches the app through the server in between."""
    phone = make_phone(carnet, base_url=between.url, **KEEPS)
    for quiet in QUIET:
        phone.allow_console(quiet)
    return phone


def test_a_first_visit_moves_nothing_twice_and_a_second_nothing_at_all(beside, between):
    files = set(kept_files())
    assert {"/open/", "/plan/", "/shell.js", "/pages.js"} <= files
    page = beside.open("/open/")
    keeps_pages(page)
    assert {path: number for path, number in between.moved.items() if number > 1 and path in files} == {}
    assert files <= set(between.asked)
    between.asked.clear()
    for path in ("/plan/", "/today/", "/open/"):
        beside.open(path)
        page.wait_for_load_state()
    assert set(between.asked) & files == set()


def test_a_newer_version_takes_the_place_of_the_old_one_at_the_next_sign_in(beside, between, carnet):
    person = has_account(Person(beside), carnet, "nouvelle-1")
    beside.context.clear_cookies()
    keeps_pages(beside.open("/open/"))
    html = beside.page.locator("html")
    expect(html).to_have_attribute("data-build", between.build)
    between.version = "0123456789ab"
    person.sign_in()
    beside.page.wait_for_url("**/today/")
    expect(html).to_have_attribute("data-build", between.version)
    assert beside.page.evaluate("() => caches.keys()") == [between.build, between.version]
    between.version = "ba9876543210"
    beside.open("/open/")
    person.sign_in()
    beside.page.wait_for_url("**/today/")
    expect(html).to_have_attribute("data-build", between.version)
    assert beside.page.evaluate("() => caches.keys()") == ["0123456789ab", between.version]


# --- a phone that keeps nothing ----------------------------------------------------------------

NOTHING_KEPT = {
    "no worker": "delete Navigator.prototype.serviceWorker",
    "no storage": """
        const refused = { configurable: true, get() { throw new DOMException("no", "SecurityError"); } };
        for (const name of ["localStorage", "sessionStorage", "caches", "indexedDB"])
            Object.defineProperty(window, name, refused);
    """,
    "a full disk": """
        const full = () => new DOMException("full", "QuotaExceededError");
        Storage.prototype.setItem = () => { throw full(); };
        if (window.Cache) Cache.prototype.put = () => Promise.reject(full());
    """,
}


@pytest.mark.check("E3")
@pytest.mark.parametrize("missing", NOTHING_KEPT)
def test_on_a_phone_that_keeps_nothing_all_of_it_works(make_phone, carnet, missing):
    phone = make_phone(carnet, **KEEPS)
    phone.context.add_init_script(NOTHING_KEPT[missing])
    phone.open("/")
    expect(phone.page.get_by_role("main")).to_be_visible()
    person = begins(Person(phone), carnet, f"rien-{len(missing)}")
    person.write_goal(GOAL, "short")
    person.page.get_by_role("link", name=person["exit"], exact=True).tap()
    person.page.wait_for_url(lambda url: carnet.url not in url)


@pytest.mark.check("E5")
def test_on_a_full_phone_the_exit_still_leads_where_she_chose(make_phone, carnet):
    phone = make_phone(carnet).allow_console("another host").allow_console("elle.example")
    phone.open("/open/").evaluate("() => localStorage.setItem('exit', 'https://elle.example/')")
    phone.context.add_init_script(NOTHING_KEPT["a full disk"])
    phone.open("/open/")
    with phone.page.expect_request("https://elle.example/"):
        phone.page.get_by_role("link", name=Person(phone)["exit"], exact=True).tap()


def test_a_damaged_cache_does_not_keep_her_out(make_phone, carnet):
    phone = make_phone(carnet, **KEEPS).allow_console("Failed to load")
    keeps_pages(phone.open("/"))
    phone.page.evaluate(
        """async () => {
            const cache = await caches.open((await caches.keys())[0]);
            for (const kept of await cache.keys()) await cache.delete(kept);
        }"""
    )
    person = begins(Person(phone), carnet, "cache-abime")
    person.write_goal(GOAL, "short")
    expect(person.goal(GOAL)).to_be_visible()
