"""The doors: signing up, signing in, recovering, a new passphrase, signing out; with and without script."""

import re
import sqlite3

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.newcomer import begins, comes_back
from tests.e2e.person import Person
from tests.e2e.server import Carnet

OWN_PHRASE = "le merle chante à cinq heures du matin"
TOO_EASY = "motdepasse123"
PRIVATE = "Un projet que personne ne lit"


def sends(person: Person, word: str) -> int:
    """Press a button that posts, and return the status of the answer."""
    with person.page.expect_response(lambda answer: answer.request.method == "POST") as posted:
        person.press(word)
    return posted.value.status


def accounts_in(carnet: Carnet) -> int:
    with sqlite3.connect(carnet.data_dir / "carnet.db") as database:
        return database.execute("SELECT count(*) FROM account").fetchone()[0]


# --- signing up --------------------------------------------------------------------------------


def test_what_is_refused_is_told_at_its_field_and_what_she_typed_stays(her, phone, carnet):
    used, valid = carnet.invitation(), carnet.invitation()
    Person(phone).sign_up(used, "deja-venue")
    person = Person(phone)

    person.fill_in_sign_up("AAAA-BBBB-CCCC-DDDD-E", her.name.upper())
    for code in ("AAAA-BBBB-CCCC-DDDD-E", used):
        person.field("code").fill(code)
        sends(person, "make")
        person.told_at("code", "error.invitation")
        expect(person.field("code")).to_be_focused()
        expect(person.field("code")).to_have_value(code)
        expect(person.field("name")).to_have_value(her.name.upper())
        expect(person.field("phrase")).to_have_value("")
        expect(person.field("name")).not_to_have_accessible_description(
            re.compile(re.escape(person.sentence("error.name_taken")))
        )  # nobody learns whether somebody is here without a valid code
        person.takes_words("phrase")

    person.field("code").fill(valid)
    sends(person, "make")
    person.told_at("name", "error.name_taken")
    expect(person.page.get_by_text(person.sentence("error.invitation"))).to_have_count(0)
    expect(person.field("code")).to_have_value(valid)

    person.name = '<b>Ré"my</b> & 🌷'
    person.field("name").fill(person.name)
    person.field("phrase").fill(TOO_EASY)
    sends(person, "make")
    person.told_at("phrase", "error.weak_passphrase")
    expect(person.field("phrase")).to_have_value("")
    expect(person.field("phrase")).to_have_attribute("type", "password")
    expect(person.field("code")).to_have_value(valid)
    expect(person.field("name")).to_have_value(person.name)

    person.phrase = OWN_PHRASE
    person.field("phrase").fill(OWN_PHRASE)
    person.press("make")
    person.puts_code_away()
    person.sees_day()
    person.goes_to("me")
    expect(person.page.get_by_text(person.name, exact=True)).to_be_visible()


def test_the_code_is_shown_once_and_going_on_waits_for_the_box(phone, carnet):
    person = Person(phone)
    person.fill_in_sign_up(carnet.invitation(), "une-fois")
    person.press("make")
    person.reads_code()
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){6}", person.recovery_code)
    box = person.page.get_by_label(person["put away"])
    go_on = person.page.get_by_role("button", name=person["go on"])
    expect(go_on).to_be_disabled()
    box.check()
    expect(go_on).to_be_enabled()
    box.uncheck()
    expect(go_on).to_be_disabled()
    box.check()
    go_on.tap()
    person.sees_day()

    for path in ("/plan/", "/new/", "/open/", "/"):
        page = phone.open(path)
        kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])")
        for part in person.recovery_code.split("-"):
            assert part not in page.content()
            assert part not in kept


def test_a_double_tap_makes_one_account(make_carnet, make_phone):
    carnet = make_carnet()
    phone = make_phone(carnet)
    posts = []
    phone.page.on("request", lambda request: request.method == "POST" and posts.append(request.url))
    person = Person(phone)
    person.fill_in_sign_up(carnet.invitation(), "vite-fait")
    person.page.get_by_role("button", name=person["make"]).dblclick()
    person.puts_code_away()
    person.sees_day()
    assert len(posts) == 1
    assert accounts_in(carnet) == 1


# --- signing in --------------------------------------------------------------------------------


def test_a_wrong_phrase_is_told_at_its_field_and_her_name_stays(her, phone):
    person = her.on(phone).sign_in("six autres mots que les siens")
    person.told_at("phrase", "error.wrong_passphrase")
    expect(person.field("phrase")).to_be_focused()
    expect(person.field("phrase")).to_have_value("")
    expect(person.field("name")).to_have_value(her.name)
    person.field("phrase").fill(her.phrase)
    person.press("open")
    person.sees_day()


@pytest.mark.check("S9")
def test_guessing_slows_and_does_not_lock_her_out(make_phone, carnet):
    person = Person(make_phone(carnet)).sign_up(carnet.invitation(), "bien-gardee")
    person.sign_out()
    thief = person.on(make_phone(carnet)).arrive()
    thief.field("name").fill(person.name)
    for _ in range(6):
        thief.field("phrase").fill("six autres mots que les siens")
        sends(thief, "open")
    thief.told_at("phrase", "error.slow_down")
    thief.sign_in().told_at("phrase", "error.slow_down")  # the right one has to wait as well
    person.sign_in().sees_day()  # on the phone that she has used before, it has not


def test_an_unknown_name_is_told_in_the_same_words(her, phone):
    person = her.on(phone)
    person.name = "personne-ici"
    person.sign_in()
    person.told_at("phrase", "error.wrong_passphrase")


def test_her_name_opens_in_capitals_and_with_a_space_around(her, phone):
    person = her.on(phone)
    person.name = f" {her.name.upper()} "
    person.sign_in().sees_day()


# --- recovering --------------------------------------------------------------------------------


def regain(person: Person, code: str, phrase: str = "") -> None:
    """Ask for the notebook with name and recovery code, under six new words or a *phrase* of her own."""
    person.arrive()
    person.page.get_by_role("link", name=person["have recovery"]).tap()
    person.field("name").fill(person.name)
    person.field("recovery").fill(code)
    if phrase:
        person.field("new phrase").fill(phrase)
    else:
        person.takes_words("new phrase")
    person.press("regain")


@pytest.mark.check("K11")
def test_a_recovery_code_works_once_then_another_takes_its_place(make_phone, carnet):
    person = Person(make_phone(carnet)).sign_up(carnet.invitation(), "revenue")
    person.write_goal(PRIVATE, "short")
    old_phrase, first = person.phrase, person.recovery_code
    person.sign_out()

    regain(person, first.lower().replace("-", " "))
    person.puts_code_away()
    person.opens_plan()
    expect(person.goal(PRIVATE)).to_be_visible()
    assert person.recovery_code != first

    stranger = person.on(make_phone(carnet))
    regain(stranger, person.recovery_code, TOO_EASY)
    stranger.told_at("new phrase", "error.weak_passphrase")
    expect(stranger.field("recovery")).to_have_value(person.recovery_code)
    regain(stranger, first)
    stranger.told_at("recovery", "error.wrong_recovery_code")
    expect(stranger.field("recovery")).to_have_value(first)
    expect(stranger.field("name")).to_have_value(person.name)
    expect(stranger.field("new phrase")).to_have_value("")
    stranger.sign_in(old_phrase).told_at("phrase", "error.wrong_passphrase")
    expect(person.goal(PRIVATE)).to_be_visible()


@pytest.mark.check("K11")
@pytest.mark.check("S8")
def test_another_recovery_code_asks_for_her_phrase_and_the_one_before_opens_nothing(make_phone, carnet):
    person = begins(Person(make_phone(carnet)), carnet, "autre-code")
    person.write_goal(PRIVATE, "short")
    first = person.recovery_code
    person.goes_to("me")
    person.page.get_by_text(person["another code"]).tap()
    person.field("phrase now").fill("six autres mots que les siens")
    person.press("make code")
    person.told_at("phrase now", "error.wrong_current_passphrase")
    person.field("phrase now").fill(person.phrase)
    person.press("make code")
    person.puts_code_away()
    assert person.recovery_code != first

    again = person.on(make_phone(carnet))
    regain(again, first)
    again.told_at("recovery", "error.wrong_recovery_code")
    regain(again, person.recovery_code)
    again.puts_code_away()
    again.opens_plan()
    expect(again.goal(PRIVATE)).to_be_visible()
    person.is_outside(PRIVATE)


# --- another passphrase ------------------------------------------------------------------------


@pytest.mark.check("S7")
@pytest.mark.check("S8")
def test_a_new_phrase_asks_for_the_current_one_and_ends_every_session(make_phone, carnet):
    person = begins(Person(make_phone(carnet)), carnet, "nouvelle-phrase")
    person.write_goal(PRIVATE, "long")
    old = person.phrase
    window = person.in_window(person.phone.another_window())
    window.page.goto("/plan/")
    elsewhere = comes_back(person.on(make_phone(carnet)), carnet)
    for each in (window, elsewhere):
        expect(each.goal(PRIVATE)).to_be_visible()

    person.looks().goes_to("me")
    person.page.get_by_text(person["change phrase"]).tap()
    for wrong in ("", "six autres mots que les siens"):
        person.field("phrase now").fill(wrong)
        person.takes_words("new phrase")
        sends(person, "change it")
        person.told_at("phrase now", "error.wrong_current_passphrase")
        expect(person.field("new phrase")).to_have_value("")
    expect(elsewhere.goal(PRIVATE)).to_be_visible()

    person.field("phrase now").fill(old)
    person.field("new phrase").fill(TOO_EASY)
    sends(person, "change it")
    person.told_at("new phrase", "error.weak_passphrase")

    person.field("phrase now").fill(old)
    person.takes_words("new phrase")
    person.press("change it")
    expect(person.page.get_by_role("heading", name=person["open"], exact=True)).to_be_visible()
    assert PRIVATE not in person.page.content()
    for each in (window, elsewhere):
        each.is_outside(PRIVATE)
    person.sign_in(old).told_at("phrase", "error.wrong_passphrase")
    person.sign_in().opens_plan()
    expect(person.goal(PRIVATE)).to_be_visible()


# --- signing out -------------------------------------------------------------------------------


@pytest.mark.check("S7")
def test_signing_out_empties_every_window_and_its_cookie_opens_nothing(make_phone, carnet):
    person = begins(Person(make_phone(carnet)), carnet, "au-revoir")
    person.write_goal(PRIVATE, "medium")
    cookies = person.phone.context.cookies()
    window = person.in_window(person.phone.another_window())
    window.page.goto("/plan/")
    window.open_goal(PRIVATE)
    elsewhere = comes_back(person.on(make_phone(carnet)), carnet)
    expect(elsewhere.goal(PRIVATE)).to_be_visible()

    person.looks().sign_out()
    for each in (person, window, elsewhere):
        each.is_outside(PRIVATE)
    assert not [each for each in person.phone.context.cookies() if each["name"] == "s"]

    thief = person.on(make_phone(carnet))
    thief.phone.context.add_cookies(cookies)
    thief.page.goto("/plan/")
    thief.is_outside(PRIVATE)
    person.page.go_back()
    assert PRIVATE not in person.page.content()


# --- without script ----------------------------------------------------------------------------


@pytest.fixture
def plain(make_phone, carnet):
    """A phone whose browser runs no script."""
    return make_phone(carnet, java_script_enabled=False)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_without_script_the_sign_in_answers_all_the_same(her, plain, language):
    person = her.on(plain)
    person.language = language
    person.arrive()
    told = person.page.get_by_text(person.sentence("public.again"))
    expect(told).to_be_hidden()

    person.field("name").fill(her.name)
    person.field("phrase").fill("six autres mots que les siens")
    assert sends(person, "open") == 303
    expect(told).to_be_visible()
    assert "s" not in {each["name"] for each in plain.context.cookies()}

    person.field("name").fill(her.name)
    person.field("phrase").fill(her.phrase)
    assert sends(person, "open") == 303
    expect(person.page).to_have_url(re.compile("/today/$"))
    assert "s" in {each["name"] for each in plain.context.cookies()}


def test_without_script_a_sign_up_says_what_it_needs_and_uses_up_nothing(plain, make_phone, carnet):
    code = carnet.invitation()
    person = Person(plain).arrive()
    person.page.get_by_role("link", name=person["have code"]).tap()
    told = person.page.get_by_text(person.sentence("public.script"))
    expect(told).to_be_hidden()
    person.field("code").fill(code)
    person.field("name").fill("sans-script")
    person.field("phrase").fill(OWN_PHRASE)
    assert sends(person, "make") == 303
    expect(told).to_be_visible()
    Person(make_phone(carnet)).sign_up(code, "sans-script")


# --- cookies -----------------------------------------------------------------------------------


def session_cookie(context: BrowserContext, name: str = "s") -> dict:
    (cookie,) = [each for each in context.cookies() if each["name"] == name]
    return dict(cookie)


@pytest.mark.check("S3")
def test_the_cookie_is_out_of_reach_of_scripts_and_new_at_each_sign_in(her, phone, make_phone, carnet):
    seen: list[str] = []
    phone.page.on("request", lambda request: seen.append(request.url))
    phone.page.on("websocket", lambda socket: seen.append(socket.url))
    person = her.on(phone).sign_in()
    person.sees_day()
    first = session_cookie(phone.context)
    assert first["httpOnly"]
    assert first["sameSite"] == "Strict"
    assert first["expires"] == -1  # it goes with the browser
    assert re.fullmatch(r"[\w-]{43}", first["value"])  # 256 bits
    assert person.page.evaluate("document.cookie") == ""

    person.sign_in().sees_day()
    second = session_cookie(phone.context)
    assert second["value"] != first["value"]
    assert any("/_event" in address for address in seen)
    assert not [address for address in seen if first["value"] in address or second["value"] in address]

    thief = her.on(make_phone(carnet))
    thief.phone.context.add_cookies([first])
    thief.page.goto("/plan/")
    thief.is_outside()
    for file in carnet.data_dir.rglob("*"):
        assert not file.is_file() or second["value"].encode() not in file.read_bytes()


@pytest.mark.check("S3")
def test_under_tls_the_cookie_is_bound_to_this_very_host(make_carnet, make_phone, certificate):
    carnet = make_carnet(TLS_CERT=str(certificate[0]), TLS_KEY=str(certificate[1]))
    phone = make_phone(carnet, base_url=f"https://localhost:{carnet.port}")
    Person(phone).sign_up(carnet.invitation())
    cookie = session_cookie(phone.context, "__Host-s")
    assert cookie["secure"]
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    assert (cookie["domain"], cookie["path"]) == ("localhost", "/")
    assert {each["name"] for each in phone.context.cookies()} == {"__Host-s", "__Host-k"}


@pytest.mark.check("W2")
def test_the_first_page_opens_on_every_visit(her, phone):
    person = her.on(phone)
    for _ in range(3):  # the browser has kept it by then, and asks whether it is still the same
        person.arrive()
        person.page.reload()
    person.sign_in().sees_day()
