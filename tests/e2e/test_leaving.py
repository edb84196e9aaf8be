"""The page that leaving leads to is hers to choose."""

import pytest
from playwright.sync_api import expect

from lifeplan_app.model.leaving import SITES

KEPT = "localStorage.getItem('exit')"


def told(page, address):
    """Wait until the page has heard where leaving leads; the phone knows then, too."""
    expect(page.locator("#pulse")).to_have_attribute("data-exit", address or "")
    assert page.evaluate(KEPT) == address


@pytest.mark.check("E5")
def test_she_chooses_a_site_or_one_of_her_own_and_one_that_cannot_be_had_stays_as_typed(her):
    page = her.page
    her.goes_to("me")
    page.get_by_text(her.sentence("leaving.title"), exact=True).first.tap()
    page.get_by_role("radio", name=her.sentence("leaving.recipes")).tap()
    told(page, SITES["recipes"])

    page.get_by_role("radio", name=her.sentence("leaving.own")).tap()
    field = page.get_by_label(her.sentence("leaving.address"), exact=True)
    keep = page.get_by_role("button", name=her.sentence("leaving.keep"), exact=True)
    field.fill("http://meteo.fr")
    keep.tap()
    expect(field).to_have_accessible_description(her.sentence("error.exit_address"))
    expect(field).to_have_value("http://meteo.fr")
    assert page.evaluate(KEPT) == SITES["recipes"]
    field.fill("jardin.example")
    field.press("Enter")
    expect(field).not_to_have_accessible_description(her.sentence("error.exit_address"))
    told(page, "https://jardin.example/")

    page.reload()
    page.get_by_text(her.sentence("leaving.title"), exact=True).first.tap()
    expect(field).to_have_value("https://jardin.example/")
    page.get_by_role("radio", name=her.sentence("leaving.usual")).tap()
    told(page, None)
