"""What a real server answers over HTTP: to pages of ours, to pages from elsewhere, to noise."""

import contextlib
import itertools
import ssl
from collections.abc import Iterator

import httpx
import pytest

from lifeplan_app import routes
from lifeplan_app.frontend.build import ensure_built
from lifeplan_app.frontend.places import JOINED, ROOT, SCRIPTS, STATIC
from lifeplan_app.settings import Settings
from tests.e2e.elsewhere import make_certificate
from tests.e2e.server import Carnet

PASSPHRASE = "rivière lampe nuage tiroir"
CANARY = "canari-60238"
FOREIGN = "https://elsewhere.example"
ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
DOORS = ("open", "new", "regain", "key", "code", "close", "lock", "leave", "keep")


# A connection for each request: one whose post was refused unread is closed, perhaps as the next is sent.
ALONE = httpx.Limits(max_keepalive_connections=0)


@pytest.fixture(scope="module")
def carnet(tmp_path_factory) -> Iterator[Carnet]:
    ensure_built(Settings(), print)
    server = Carnet(tmp_path_factory.mktemp("carnet"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def secure_carnet(tmp_path_factory) -> Iterator[tuple[Carnet, ssl.SSLContext]]:
    """A server that speaks TLS, and what trusts its certificate."""
    ensure_built(Settings(), print)
    folder = tmp_path_factory.mktemp("secure")
    certificate, key = make_certificate(folder)
    server = Carnet(folder, TLS_CERT=str(certificate), TLS_KEY=str(key))
    server.start()
    yield server, ssl.create_default_context(cafile=certificate)
    server.stop()


@pytest.fixture
def browser(carnet) -> Iterator[httpx.Client]:
    """A browser on a page of ours."""
    with httpx.Client(
        base_url=carnet.url, headers={"Origin": carnet.url}, timeout=20, limits=ALONE
    ) as client:
        yield client


@pytest.fixture
def secure_browser(secure_carnet) -> Iterator[httpx.Client]:
    carnet, trusted = secure_carnet
    url = f"https://localhost:{carnet.port}"
    with httpx.Client(
        base_url=url, headers={"Origin": url}, timeout=20, verify=trusted, limits=ALONE
    ) as client:
        yield client


_numbers = itertools.count()


def sign_up(browser: httpx.Client, carnet: Carnet) -> dict[str, str]:
    """Make an account in *browser*, and return what opens it."""
    opens = {"name": f"personne-{next(_numbers)}", "passphrase": PASSPHRASE}
    form = {"code": carnet.invitation(), "name": opens["name"], "new_passphrase": PASSPHRASE}
    assert browser.post("/session/new", json=form).status_code == 200
    return opens


def is_signed_in(browser: httpx.Client) -> bool:
    """Tell whether the browser's cookie opens something, without changing anything."""
    weak = {"passphrase": PASSPHRASE, "new_passphrase": "x"}
    return browser.post("/session/key", json=weak).json()["refused"]["field"] == "new_passphrase"


def one_of_each_kind(browser: httpx.Client) -> Iterator[httpx.Response]:
    """Yield an answer of every kind there is."""
    script = next(STATIC.glob("assets/entry*.js")).name
    for path in (
        "/",
        "/en/",
        "/today/",
        "/plan/",
        "/me/",
        "/new/",
        "/plan",
        "/nowhere",
        "/session/words",
        "/session/open",
    ):
        yield browser.get(path)
    for path in (f"/assets/{script}", "/assets/nowhere.js", "/shell.js", "/icons.svg", "/icons/notebook.svg"):
        yield browser.get(path)
        yield browser.get(path, headers={"Accept-Encoding": "br"})
    etag = browser.get("/shell.js").headers["etag"]
    unchanged = browser.get("/shell.js", headers={"If-None-Match": etag})
    assert unchanged.status_code == 304
    yield unchanged
    for path in ("/ping", "/_health", "/_upload/x", "/_event/?EIO=4&transport=polling"):
        yield browser.get(path)
    for door in DOORS:
        yield browser.post(f"/session/{door}", json={"name": "x"})
        yield browser.post(f"/session/{door}", data={"name": "x"})
        yield browser.post(f"/session/{door}", json={}, headers={"Origin": FOREIGN})
    for method in ("HEAD", "PUT", "DELETE", "TRACE", "OPTIONS"):
        yield browser.request(method, "/")
    for origin in (FOREIGN, browser.headers["Origin"]):
        yield browser.options("/session/open", headers={**PREFLIGHT, "Origin": origin})


# --- W1 ----------------------------------------------------------------------------------------


def test_our_scripts_come_short_and_strict(browser):
    alone, joined = browser.get("/shell.js").text, browser.get(f"/{JOINED}").text
    begins = '(()=>{"use strict";'
    assert alone.startswith(begins)
    assert joined.count(f"try{{{begins}") == len(SCRIPTS)
    written = sum(len(file.read_text(encoding="utf-8")) for file in (ROOT / "assets").glob("*.js"))
    assert len(alone) + len(joined) < 0.6 * written
    assert browser.get("/keep.js").status_code == 404


@pytest.mark.check("W1")
def test_every_answer_carries_the_headers(browser):
    statuses = set()
    for answer in one_of_each_kind(browser):
        statuses.add(answer.status_code)
        policy = answer.headers["content-security-policy"]
        assert {"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"} <= set(policy.split("; "))
        assert "unsafe" not in policy
        assert "*" not in policy
        assert ALWAYS.items() <= dict(answer.headers).items(), answer.request.url
        inside = answer.request.url.path.startswith(routes.PRIVATE)  # where a code can be read from a screen
        assert ("camera=(self)" if inside else "camera=()") in answer.headers["permissions-policy"]
        assert "strict-transport-security" not in answer.headers
        assert FOREIGN not in answer.headers.get("access-control-allow-origin", "")
    assert statuses >= {200, 204, 303, 304, 307, 400, 403, 404, 405}


@pytest.mark.check("W1")
def test_under_tls_every_answer_tells_the_browser_to_stay_there(secure_browser):
    for answer in one_of_each_kind(secure_browser):
        assert answer.headers["strict-transport-security"].startswith("max-age=63072000")


@pytest.mark.check("W1")
def test_nothing_private_is_kept_and_what_never_changes_is(browser):
    for path in ("/today/", "/plan/", "/plan", "/me/", "/session/words", "/session/nowhere"):
        assert browser.get(path).headers["cache-control"] == "no-store"
    for door in DOORS:
        assert browser.post(f"/session/{door}").headers["cache-control"] == "no-store"
    script = next(STATIC.glob("assets/entry*.js")).name
    assert "immutable" in browser.get(f"/assets/{script}").headers["cache-control"]
    assert "immutable" not in browser.get("/assets/nowhere.js").headers["cache-control"]
    assert browser.get("/").headers["cache-control"] == "no-cache"


def test_nothing_but_the_pages_is_served(browser):
    for path in ("/carnet.db", "/data/carnet.db", "/data/keys.json", "/rxconfig.py", "/env.json", "/.env"):
        assert browser.get(path).status_code == 404
    for path in (
        "/../rxconfig.py",
        "/%2e%2e/rxconfig.py",
        "/assets/%2e%2e/%2e%2e/%2e%2e/rxconfig.py",
        "//etc/passwd",
    ):
        answer = browser.get(httpx.URL(str(browser.base_url)).copy_with(raw_path=path.encode()))
        assert answer.status_code in {400, 404}
        assert "rx.Config" not in answer.text


# --- W3 ----------------------------------------------------------------------------------------


@pytest.mark.check("W3")
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": FOREIGN},
        {"Origin": "null"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": "same-site"},
        {"Origin": "null", "Sec-Fetch-Site": "none"},
        {"Origin": FOREIGN, "Sec-Fetch-Site": "same-origin"},
        {"Origin": "https://localhost"},
        {"Origin": "http://localhost:1"},
        {"Origin": ""},
        {},
    ],
    ids=str,
)
def test_posts_from_elsewhere_are_refused_at_every_door_and_do_nothing(browser, carnet, headers):
    sign_up(browser, carnet)
    del browser.headers["Origin"]
    for door in DOORS:
        for content in ({"json": {}}, {"data": {"name": "x"}}, {"content": b"[]"}):
            assert browser.post(f"/session/{door}", headers=headers, **content).status_code == 403
    browser.headers["Origin"] = carnet.url
    assert is_signed_in(browser)


@pytest.mark.check("W3")
def test_a_page_from_elsewhere_may_read_nothing(browser):
    for path in ("/", "/plan/", "/session/words"):
        answer = browser.get(path, headers={"Origin": FOREIGN})
        assert "access-control-allow-origin" not in answer.headers
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    asked = browser.options("/session/open", headers={**PREFLIGHT, "Origin": FOREIGN})
    assert asked.status_code == 400
    assert "access-control-allow-origin" not in asked.headers


# --- cookies -----------------------------------------------------------------------------------


@pytest.mark.check("S3")
def test_under_tls_both_cookies_are_bound_to_this_host_and_read_by_no_script(secure_browser, secure_carnet):
    opens = sign_up(secure_browser, secure_carnet[0])
    answer = secure_browser.post("/session/open", json=opens)
    lines = answer.headers.get_list("set-cookie")
    assert {line.partition("=")[0] for line in lines} == {"__Host-s", "__Host-k"}
    for line in lines:
        said = {part.strip().lower() for part in line.split(";")[1:]}
        assert {"httponly", "secure", "samesite=strict", "path=/"} <= said
        assert not any(part.startswith("domain") for part in said)
    assert is_signed_in(secure_browser)
    taken = secure_browser.post("/session/leave").headers.get_list("set-cookie")
    assert [line.partition("=")[0] for line in taken] == ["__Host-s"]


@pytest.mark.check("S3")
def test_the_cookie_stands_in_no_address_and_in_no_answer(browser, carnet):
    opens = sign_up(browser, carnet)
    cookie = browser.cookies["s"]
    for answer in (*map(browser.get, ("/plan/", "/me/", "/plan")), browser.post("/session/open", data=opens)):
        assert cookie not in str(answer.headers)
        assert cookie not in answer.text
        assert "?" not in answer.headers.get("location", "")


@pytest.mark.check("W6")
@pytest.mark.parametrize(
    "cookie", [b"s=\xff\xfe", b"s", b"=;;=", b's="', b"s=" + b"x" * 6_000, b"k=" + b"." * 3_000]
)
def test_a_cookie_of_any_kind_opens_nothing_and_breaks_nothing(browser, carnet, cookie):
    for path in ("/", "/plan/"):
        assert browser.get(path, headers=[(b"Cookie", cookie)]).status_code == 200
    for door in DOORS:
        answer = browser.post(f"/session/{door}", json={}, headers=[(b"Cookie", cookie)])
        assert answer.status_code in {200, 204}
    assert "Traceback" not in carnet.log


# --- guessing ----------------------------------------------------------------------------------


@pytest.mark.check("S9")
def test_guessing_slows_for_strangers_and_not_for_the_client_she_used_before(browser, carnet):
    hers = sign_up(browser, carnet)
    browser.post("/session/leave")
    guess = hers | {"passphrase": "un autre mot", "language": "fr"}
    with httpx.Client(
        base_url=carnet.url, headers={"Origin": carnet.url}, timeout=20, limits=ALONE
    ) as stranger:
        told = [stranger.post("/session/open", json=guess).json()["refused"] for _ in range(6)]
        assert len({refused["text"] for refused in told[:5]}) == 1
        assert "Attendez" in told[5]["text"]
        assert (
            stranger.post("/session/open", json=hers).json()["refused"] == told[5]
        )  # even with the right one
        other = sign_up(stranger, carnet)
        assert stranger.post("/session/open", json=other).json()["to"] == "/today/"
    assert browser.post("/session/open", json=hers).json()["to"] == "/today/"
    assert is_signed_in(browser)


# --- noise -------------------------------------------------------------------------------------


@pytest.mark.check("W6")
@pytest.mark.parametrize("door", ["open", "new", "lock"])
def test_a_body_longer_than_any_form_is_not_read_to_its_end(browser, carnet, door):
    taken = []

    def endless() -> Iterator[bytes]:
        for number in range(64):
            taken.append(number)
            yield CANARY.encode() * 80_000  # a megabyte

    sign_up(browser, carnet)
    with contextlib.suppress(httpx.TransportError):  # it hangs up
        browser.post(f"/session/{door}", content=endless(), headers={"Content-Type": "application/json"})
    assert len(taken) < 64
    assert browser.get("/").status_code == 200
    assert CANARY not in carnet.log


@pytest.mark.check("W6")
def test_what_is_typed_into_a_form_stands_in_no_log(browser, carnet):
    for door in DOORS:
        for form in (
            dict.fromkeys(("name", "passphrase", "code", "new_passphrase"), CANARY),
            {CANARY: CANARY},
        ):
            browser.post(f"/session/{door}", json=form)
            browser.post(f"/session/{door}", data=form)
            browser.post(f"/session/{door}", content=CANARY.encode() + b"\xff\x00")
            browser.post(f"/session/{door}?{CANARY}={CANARY}", json=form)
    browser.get(f"/{CANARY}?{CANARY}")
    assert CANARY not in carnet.log
    assert "Traceback" not in carnet.log


@pytest.mark.parametrize("language", ["xx", "", "fr-FR", "../en", "\0"])
def test_an_unknown_language_is_answered_in_french(browser, language):
    form = {"name": "nobody", "passphrase": "nothing", "language": language}
    assert "ensemble" in browser.post("/session/open", json=form).json()["refused"]["text"]


def test_every_way_out_works_without_a_session(browser):
    for door in ("close", "lock", "leave", "keep"):
        for content in (
            {"json": {}},
            {"data": {}},
            {"content": b'[{"way": "draft", "place": "goal:short"}]'},
        ):
            answer = browser.post(f"/session/{door}", **content)
            assert answer.status_code in {200, 204, 303}
