"""Who coordinates: invites, closes and opens accounts, makes codes; three people at once."""

import re

import pytest
from playwright.sync_api import expect

from lifeplan_app.model.account import Role
from tests.e2e.newcomer import has_account
from tests.e2e.person import Person
from tests.e2e.phone import Phone
from tests.e2e.test_access import is_open_to_her


@pytest.fixture(scope="module")
def her(carnet, browser):
    """Somebody who coordinates; she stays for all tests of the module."""
    phone = Phone(browser, carnet, reduced_motion="reduce")  # a colour on its way to another has no contrast
    yield has_account(Person(phone), carnet, "odile-1", Role.COORDINATOR)
    phone.put_away()


@pytest.fixture
def odile(her):
    """Her, before her page, loaded anew."""
    her.page.goto("/team/")
    expect(her.page.get_by_role("heading", name=her.sentence("team.figures"))).to_be_visible()
    return her


@pytest.mark.check("P8")
def test_a_coordinator_invites_closes_and_opens_again(odile, carnet, make_phone):
    page = odile.page

    code = invites(odile, "Claire", "Maison Bleue")
    expect(member(odile, "Claire")).to_contain_text(odile.sentence("team.standing.invited"))
    page.get_by_role("button", name=odile.sentence("team.code.done")).tap()
    expect(page.get_by_text(code[:4], exact=True)).to_have_count(0)
    expect(page.locator(".code")).to_have_count(0)

    claire = Person(make_phone(carnet))
    claire.fill_in_sign_up(code, "claire-1")
    claire.press("make")
    claire.puts_code_away()
    expect(claire.page).to_have_url(re.compile("/received/$"))
    at_home = claire.page.get_by_role("link", name=claire.sentence("received.place"), exact=True)
    expect(at_home).to_be_visible()

    page.reload()
    row = member(odile, "Claire")
    expect(row).to_contain_text(odile.sentence("team.standing.active"))
    expect(row).to_contain_text("Maison Bleue")
    row.get_by_role("button").tap()
    expect(page.get_by_text(odile.sentence("team.close.text"))).to_be_visible()
    page.get_by_role("button", name=odile.sentence("team.close.leave"), exact=True).tap()
    expect(page.get_by_text(odile.sentence("team.close.text"))).to_have_count(0)
    expect(at_home).to_be_visible()

    row.get_by_role("button").tap()
    page.get_by_role("button", name=odile.sentence("team.close"), exact=True).tap()
    expect(row).to_contain_text(odile.sentence("team.standing.closed"))
    claire.looks()
    expect(at_home).to_have_count(0)  # without a reload
    claire.sign_in()
    expect(claire.page.get_by_text(claire.sentence("error.closed_account"))).to_be_visible()

    odile.looks()
    row.get_by_role("button", name=odile.sentence("team.reopen")).tap()
    expect(row).to_contain_text(odile.sentence("team.standing.active"))
    claire.looks()
    claire.sign_in()
    expect(at_home).to_be_visible()


def test_a_code_for_a_plan_is_made_shown_once_and_revoked(odile, carnet, make_phone):
    page = odile.page
    new = page.get_by_role("button", name=odile.sentence("team.codes.new"), exact=True)
    new.tap()
    code = reads(odile)
    unused = page.get_by_role("listitem").filter(has_text=f"{code[:4]}…")
    expect(unused).to_be_visible()

    page.reload()
    expect(unused).to_be_visible()
    expect(page.locator(".code")).to_have_count(0)
    assert code[5:9] not in page.content()
    unused.get_by_role("button").tap()
    expect(unused).to_have_count(0)

    nobody = Person(make_phone(carnet))
    nobody.fill_in_sign_up(code, "nadia-1")
    nobody.press("make")
    nobody.told_at("code", "error.invitation")


def test_a_name_is_needed_and_what_was_typed_stays(odile):
    page = odile.page
    page.get_by_role("button", name=odile.sentence("team.invite"), exact=True).tap()
    place = page.get_by_label(odile.sentence("team.form.place"), exact=True)
    place.fill("Maison Bleue")
    page.get_by_role("button", name=odile.sentence("team.form.make")).tap()
    name = page.get_by_label(odile.sentence("team.form.name"), exact=True)
    expect(name).to_have_accessible_description(re.compile(re.escape(odile.sentence("error.member"))))
    expect(place).to_have_value("Maison Bleue")


def invites(odile, name, place):
    """Invite somebody who accompanies; return her code, which shows once."""
    page = odile.page
    page.get_by_role("button", name=odile.sentence("team.invite"), exact=True).tap()
    page.get_by_label(odile.sentence("team.form.name"), exact=True).fill(name)
    page.get_by_label(odile.sentence("team.form.place"), exact=True).fill(place)
    page.get_by_role("button", name=odile.sentence("team.form.make")).tap()
    return reads(odile)


def reads(odile):
    """Return the code that shows."""
    expect(odile.page.get_by_text(odile.sentence("team.code.once"))).to_be_visible()
    return "-".join(odile.page.locator(".code span").all_inner_texts())


def member(odile, name):
    """Return the row of somebody of the team; a question may stand below it."""
    rows = odile.page.get_by_role("row").filter(has_text=name)
    return rows.filter(has_not_text=odile.sentence("team.close.text"))


@pytest.mark.check("T3")
@pytest.mark.check("T5")
@pytest.mark.check("E1")
def test_it_fits_every_screen_with_all_that_opens_on_it(odile, carnet, make_phone):
    page = odile.page
    has_account(Person(make_phone(carnet)), carnet, "Béatrice-Alexandrine-du-Pas-de-Côté", Role.CASEWORKER)
    page.reload()
    member(odile, "Béatrice").get_by_role("button").tap()
    invites(odile, "Inès", "Association Le Pas de Côté du Nord et des Flandres")
    page.get_by_role("button", name=odile.sentence("team.invite"), exact=True).tap()
    expect(page.get_by_label(odile.sentence("team.form.name"), exact=True)).to_be_visible()
    expect(page.get_by_text(odile.sentence("team.close.text"))).to_be_visible()
    is_open_to_her(odile, "fr")
