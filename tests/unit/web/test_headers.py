import pytest

from lifeplan_app import routes
from tests.unit.web.conftest import ORIGIN

ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


def asked(browser):
    """One answer of every kind."""
    yield browser.get("/")
    yield browser.get("/plan/")
    yield browser.get("/assets/app-1234.js")
    yield browser.get("/session/words")
    yield browser.post("/session/open", json={"name": "nobody", "passphrase": "nothing"})
    yield browser.post("/session/open", data={"name": "nobody", "passphrase": "nothing"})
    yield browser.post("/session/leave")
    yield browser.post("/session/open", headers={"Origin": "https://elsewhere.example"})


@pytest.mark.check("W1")
def test_every_answer_carries_the_strict_policy(browser):
    for answer in asked(browser):
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert {"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"} <= set(policy.split("; "))
        assert ALWAYS.items() <= dict(answer.headers).items()
        inside = answer.request.url.path.startswith(routes.PRIVATE)  # where a code can be read from a screen
        assert ("camera=(self)" if inside else "camera=()") in answer.headers["permissions-policy"]
        assert "strict-transport-security" not in answer.headers


def test_the_hashes_of_inline_scripts_travel_with_pages_only(browser):
    assert "'sha256-abc'" in browser.get("/").headers["content-security-policy"]
    assert "'sha256-abc'" not in browser.get("/assets/a.js").headers["content-security-policy"]


@pytest.mark.check("W1")
def test_over_tls_the_browser_is_told_to_stay_there(secure_browser):
    for answer in asked(secure_browser):
        assert answer.headers["strict-transport-security"].startswith("max-age=")


@pytest.mark.check("W1")
@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/today/", "no-store"),
        ("/plan/", "no-store"),
        ("/me/", "no-store"),
        ("/session/words", "no-store"),
        ("/assets/app-1234.js", "public, max-age=31536000, immutable"),
        ("/icons.svg", "public, max-age=86400"),
        ("/", "no-cache"),
    ],
)
def test_private_answers_are_not_kept(browser, path, kept):
    assert browser.get(path).headers["cache-control"] == kept


@pytest.mark.check("W3")
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "http://localhost:3001"},
        {"Origin": "null"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "same-origin"},
    ],
    ids=str,
)
def test_a_post_from_elsewhere_is_refused_and_does_nothing(signed_in, headers):
    assert signed_in.browser.post("/session/close", headers=headers).status_code == 403
    assert signed_in.person.house.sessions.find(signed_in.cookie)


@pytest.mark.check("W3")
def test_a_post_that_says_nothing_of_where_it_comes_from_is_refused(browser):
    del browser.headers["Origin"]
    assert browser.post("/session/close").status_code == 403


@pytest.mark.check("W3")
@pytest.mark.parametrize("headers", [{"Origin": ORIGIN}, {"Origin": "null", "Sec-Fetch-Site": "same-origin"}])
def test_a_post_from_a_page_of_ours_passes(signed_in, headers):
    assert signed_in.browser.post("/session/close", headers=headers).status_code == 303
    assert not signed_in.person.house.sessions.find(signed_in.cookie)
