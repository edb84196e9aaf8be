"""The phone of the browser tests hears every complaint of a page; without that they would prove little."""

import pytest
from playwright.sync_api import expect

from lifeplan_app.settings import DEFAULT_EXIT_URL

STYLE = "() => document.body.setAttribute('style', 'color: red')"
COMPLAINTS = {
    "console: broken": "() => console.error('broken')",
    "page error: broken": "() => setTimeout(() => { throw new Error('broken') })",
    "Content Security Policy": STYLE,
    "another host was asked: other.example": "() => open('https://other.example/')",
}


@pytest.mark.check("W2")
@pytest.mark.parametrize(("complaint", "does"), COMPLAINTS.items(), ids=COMPLAINTS)
def test_the_phone_hears(phone, complaint, does):
    phone.open("/").evaluate(does)
    phone.page.wait_for_timeout(200)
    phone.allow_console(complaint)
    assert any(complaint in each for each in phone.complaints)


@pytest.mark.check("W2")
def test_a_complaint_that_is_not_allowed_fails_the_test(carnet, make_phone):
    phone = make_phone(carnet).allow_console("another thing")
    phone.open("/").evaluate("() => console.error('broken')")
    with pytest.raises(AssertionError, match="console: broken"):
        phone.put_away()
    phone.complaints.clear()


@pytest.mark.check("E5")
def test_leaving_ends_at_the_neutral_page_with_no_word_about_the_app(phone, elsewhere):
    page = phone.open("/")
    before = len(elsewhere.visits)
    page.evaluate("address => location.assign(address)", DEFAULT_EXIT_URL)
    expect(page.locator("h1")).to_have_text("Ailleurs")
    visit = elsewhere.visits[before]
    assert visit.host in DEFAULT_EXIT_URL
    assert "referer" not in visit.headers
    assert "cookie" not in visit.headers
