import json

import pytest

from lifeplan_app.core import drafts
from lifeplan_app.model.account import Language
from lifeplan_app.model.plan import Horizon
from tests.factories import PASSPHRASE, invitation
from tests.unit.web.conftest import SECURE_ORIGIN

NEW = "quatre chaises bleues dehors"


def cookie_line(answer, name):
    return next(line for line in answer.headers.get_list("set-cookie") if line.startswith(f"{name}="))


# --- in ----------------------------------------------------------------------------------------


@pytest.mark.check("S3")
def test_over_tls_the_cookie_is_bound_to_this_host_and_no_script_reads_it(secure_browser, nadia):
    sent = {"name": nadia.name, "passphrase": nadia.passphrase}
    first, second = (
        cookie_line(secure_browser.post("/session/open", json=sent), "__Host-s") for _ in range(2)
    )
    for said in ("HttpOnly", "Secure", "SameSite=strict", "Path=/"):
        assert said in first
    assert "Domain" not in first
    assert "Max-Age" not in first
    assert first != second, "new at each sign-in"
    assert len(first.split(";")[0].removeprefix("__Host-s=")) == 43, "256 bits"


@pytest.mark.check("S3")
def test_signing_in_again_ends_the_session_before(signed_in):
    person = signed_in.person
    signed_in.browser.post("/session/open", json={"name": person.name, "passphrase": person.passphrase})
    assert signed_in.browser.cookies["s"] != signed_in.cookie
    assert not person.house.sessions.find(signed_in.cookie)


def test_without_our_script_every_try_is_answered_with_a_redirect(browser, nadia):
    wrong = browser.post("/session/open", data={"name": nadia.name, "passphrase": "wrong", "language": "en"})
    right = browser.post("/session/open", data={"name": nadia.name, "passphrase": nadia.passphrase})
    assert (wrong.status_code, wrong.headers["location"]) == (303, "/en/open/#again")
    assert (right.status_code, right.headers["location"]) == (303, "/today/")


def test_a_wrong_try_is_told_beside_its_field_in_the_language_of_the_page(browser, nadia):
    answer = browser.post("/session/open", json={"name": nadia.name, "passphrase": "wrong", "language": "en"})
    refused = answer.json()["refused"]
    assert refused["field"] == "passphrase"
    assert refused["text"].startswith("This name and this phrase")
    assert "s" not in browser.cookies


def test_a_person_signs_up_and_is_shown_her_code_once(browser, house):
    form = {"code": invitation(house), "name": "Lune", "new_passphrase": PASSPHRASE, "language": "en"}
    answer = browser.post("/session/new", json=form).json()
    assert answer["to"] == "/first/"
    assert len(answer["code"].split("-")) == 7
    assert house.sessions.find(browser.cookies["s"]).language is Language.ENGLISH
    again = browser.post("/session/new", json={**form, "name": "Autre"}).json()
    assert again["refused"]["field"] == "code"


@pytest.mark.parametrize(("page", "address"), [("new", "/new/#script"), ("regain", "/regain/#script")])
def test_what_shows_a_code_once_needs_our_script_and_uses_nothing_up_without(browser, house, page, address):
    code = invitation(house)
    form = {"code": code, "name": "Lune", "new_passphrase": PASSPHRASE}
    assert browser.post(f"/session/{page}", data=form).headers["location"] == address
    assert browser.post("/session/new", json=form).json()["to"] == "/first/"


@pytest.mark.check("K11")
def test_a_recovery_code_lets_her_in_under_a_new_passphrase(browser, nadia):
    form = {"name": nadia.name, "code": nadia.recovery_code, "new_passphrase": NEW}
    assert browser.post("/session/regain", json={**form, "code": "0000"}).json()["refused"]["field"] == "code"
    assert browser.post("/session/regain", json=form).json()["code"] != nadia.recovery_code
    assert browser.post("/session/regain", json=form).json()["refused"]["field"] == "code"
    assert browser.post("/session/open", json={"name": nadia.name, "passphrase": NEW}).json()["to"]


def test_six_words_are_offered_in_the_language_of_the_page(browser):
    for language in ("fr", "en", "??", ""):
        words = browser.get("/session/words", params={"language": language}).json()["words"]
        assert len(words.split()) == 6


@pytest.mark.check("S9")
def test_guessing_is_slowed_with_a_sentence_and_she_still_gets_in(browser, signed_in, house, clock):
    sent = {"name": signed_in.person.name, "passphrase": "a guess"}
    stranger = [
        browser.post("/session/open", json=sent, headers={"Cookie": ""}).json()["refused"]["text"]
        for _ in range(9)
    ]
    assert "Attendez" in stranger[-1]
    right = {**sent, "passphrase": signed_in.person.passphrase}
    assert browser.post("/session/open", json=right).json().get("to") == "/today/"


# --- asked again -------------------------------------------------------------------------------


@pytest.mark.check("S8")
@pytest.mark.check("S7")
def test_a_new_passphrase_asks_for_the_current_one_and_ends_every_session(signed_in):
    browser, person = signed_in.browser, signed_in.person
    wrong = browser.post("/session/key", json={"passphrase": "wrong", "new_passphrase": NEW}).json()
    assert wrong["refused"]["field"] == "passphrase"
    weak = browser.post("/session/key", json={"passphrase": person.passphrase, "new_passphrase": "x"}).json()
    assert weak["refused"]["field"] == "new_passphrase"
    assert person.house.sessions.find(signed_in.cookie)
    right = {"passphrase": person.passphrase, "new_passphrase": NEW}
    assert browser.post("/session/key", json=right).json() == {"to": "/open/"}
    assert len(person.house.sessions) == 0
    assert browser.post("/session/open", json={"name": person.name, "passphrase": NEW}).json()["to"]


@pytest.mark.check("S8")
def test_a_new_recovery_code_asks_for_the_passphrase(signed_in):
    browser, person = signed_in.browser, signed_in.person
    assert browser.post("/session/code", json={"passphrase": "wrong"}).json()["refused"]
    answer = browser.post("/session/code", json={"passphrase": person.passphrase}).json()
    assert answer["to"] == "/me/"
    assert answer["code"] != person.recovery_code
    assert browser.post("/session/code", data={"passphrase": person.passphrase}).headers["location"] == "/me/"


@pytest.mark.parametrize("door", ["key", "code"])
def test_what_asks_again_answers_nobody_who_is_not_signed_in(browser, nadia, door):
    form = {"passphrase": nadia.passphrase, "new_passphrase": NEW}
    assert browser.post(f"/session/{door}", json=form).json()["refused"]["field"] == ""
    if door == "key":
        assert browser.post("/session/key", data=form).headers["location"] == "/me/#again"


# --- out ---------------------------------------------------------------------------------------


@pytest.mark.check("S7")
@pytest.mark.parametrize("door", ["close", "lock", "leave"])
def test_every_way_out_ends_the_session_and_takes_the_cookie(signed_in, door):
    answer = signed_in.browser.post(f"/session/{door}", json={})
    assert "max-age=0" in cookie_line(answer, "s").lower()
    assert not signed_in.person.house.sessions.find(signed_in.cookie)
    assert signed_in.browser.post(f"/session/{door}", json={}).status_code in {200, 204}


def test_out_leads_to_the_door_in_her_language(browser, house):
    form = {"code": invitation(house), "name": "Lune", "new_passphrase": PASSPHRASE, "language": "en"}
    browser.post("/session/new", json=form)
    assert browser.post("/session/lock", headers={"Sec-Fetch-Mode": "navigate"}).headers["location"] == "/en/"


@pytest.mark.check("S2")
@pytest.mark.parametrize("door", ["lock", "leave", "keep"])
def test_words_that_were_not_saved_yet_are_kept_on_the_way_out(signed_in, door):
    place = drafts.goal_place(Horizon.SHORT)
    fields = [
        {"way": "draft", "place": "nowhere", "text": "lost"},
        {"way": "draft", "place": place, "text": "à moitié écrit"},
        "no field",
    ]
    signed_in.browser.post(f"/session/{door}", content=json.dumps(fields))
    signed_in.person.sign_in()
    assert signed_in.person.read().drafts == {place: "à moitié écrit"}


@pytest.mark.check("W6")
@pytest.mark.parametrize(
    "body", [b"", b"{", b"[1, 2]", b"\xff\xfe", b'{"name": {"a": 1}}', b"x" * 1_100_000], ids=len
)
@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded", "text/plain"])
@pytest.mark.parametrize("door", ["open", "new", "leave", "lock", "close", "keep"])
def test_whatever_is_posted_is_answered_calmly(browser, door, kind, body):
    answer = browser.post(f"/session/{door}", content=body, headers={"Content-Type": kind})
    assert answer.status_code in {200, 204, 303}


def test_behind_a_proxy_the_address_is_what_the_proxy_says(secure_browser, nadia, house):
    sent = {"name": "nobody there", "passphrase": "a guess"}
    for number in range(9):
        from_here = {"X-Forwarded-For": f"198.51.100.{number}, 192.0.2.1"}
        answer = secure_browser.post("/session/open", json=sent, headers=from_here)
        assert answer.json()["refused"]
    assert secure_browser.headers["Origin"] == SECURE_ORIGIN
