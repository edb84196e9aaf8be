"""What two people do who are linked: the one with a plan, and the one who works here."""

import re

from playwright.sync_api import Locator, expect

from lifeplan_app.model.account import Role
from tests.e2e.newcomer import has_account
from tests.e2e.person import Person
from tests.e2e.phone import Phone
from tests.e2e.server import Carnet

PAGES = {Role.CASEWORKER: "/received/", Role.MENTOR: "/offers/"}


def works_here(phone: Phone, carnet: Carnet, name: str, role: Role = Role.CASEWORKER) -> Person:
    """Return somebody who works here under that *name*, before her own page."""
    person = has_account(Person(phone), carnet, name, role)
    person.page.goto(PAGES[role])
    expect(person.page.get_by_role("button", name=person.sentence("own_code.show"))).to_be_visible()
    return person


def reads_own_code(staff: Person) -> str:
    """Return the code that *staff* reads on her screen."""
    staff.looks().page.get_by_role("button", name=staff.sentence("own_code.show")).tap()
    panel = staff.page.get_by_role("region", name=staff.sentence("own_code.title"))
    expect(panel.get_by_role("img")).to_be_visible()
    return "-".join(re.findall(r"\b[0-9A-Z]{4}\b|\b[0-9A-Z]\b(?!\w)", panel.inner_text()))


def begins_to_add(person: Person) -> None:
    """Open the sheet in which *person* adds somebody."""
    person.goes_to_sharing()
    person.tap_on("shown.add")


def meets(person: Person, code: str) -> None:
    """Type the *code* of somebody, and look who it is."""
    person.page.get_by_label(person.sentence("link.code")).fill(code)
    person.tap_on("link.meet")


def opens_door(person: Person, code: str, alias: str) -> None:
    """Link *person* with the one whose *code* it is, who sees her as *alias*."""
    begins_to_add(person)
    meets(person, code)
    goes_in(person, alias)


def goes_in(person: Person, alias: str) -> None:
    """Choose *alias*, and open the door to whom she has met."""
    person.page.get_by_label(person.sentence("link.alias"), exact=True).fill(alias)
    person.tap_on("link.go")
    expect(person.page.get_by_label(person.sentence("link.alias"), exact=True)).to_have_count(0)


def shows_step(person: Person, step: str) -> None:
    """Show the *step* of the open goal to the only one there is."""
    person.open_step(step)
    person.tap_on("step.give")
    sheet = sheet_of(person)
    expect(sheet.get_by_text(step)).to_be_visible()
    sheet.get_by_role("button", name=person.sentence("give.go"), exact=True).tap()
    expect(sheet).to_have_count(0)
    person.press("close step")


def sheet_of(person: Person) -> Locator:
    """Return the sheet in which she shows something."""
    return person.page.get_by_role("dialog", name=person.sentence("give.title"))


def opens_person(staff: Person, alias: str) -> None:
    """Open the cards of the one whom *staff* knows as *alias*."""
    staff.looks().page.get_by_role("button", name=re.compile(alias)).tap()
    expect(staff.page.get_by_role("heading", name=alias)).to_be_visible()


def card(staff: Person, text: str) -> Locator:
    """Return the card with that *text* on the page of *staff*."""
    return staff.page.get_by_role("article").filter(has=staff.page.get_by_role("heading", name=text))
