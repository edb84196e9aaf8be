"""The first steps: four screens after sign-up, passed by a key or a tap, found again under Me."""

import re

from playwright.sync_api import expect

from tests.e2e.person import Person


def title(person: Person, number: int) -> None:
    heading = person.page.get_by_role("heading", name=person.sentence(f"first.{number}.title"), exact=True)
    expect(heading).to_be_visible()
    if number > 1:
        expect(heading).to_be_focused()


def button(person: Person, key: str):
    return person.page.get_by_role("button", name=person.sentence(key), exact=True)


def test_four_screens_after_sign_up_wait_after_an_exit_and_are_found_again(make_phone, carnet):
    person = Person(make_phone(carnet))
    page = person.page
    person.fill_in_sign_up(carnet.invitation(), "premiers-pas")
    person.press("make")
    person.puts_code_away()

    title(person, 1)
    hint = page.get_by_text(person.sentence("first.1.hint"))
    expect(hint).to_be_hidden()
    page.get_by_label(person.sentence("first.1.yes")).check()
    expect(hint).to_be_visible()
    button(person, "first.next").press("Enter")
    title(person, 2)
    page.get_by_role("link", name=person.sentence("first.2.try")).tap()
    expect(page).to_have_url(re.compile("^https://meteofrance.com/"))

    person.sign_in()
    person.sees_day()
    button(person, "first.go_on").tap()
    heading = page.get_by_role("heading", name=person.sentence("first.3.title"))
    expect(heading).to_be_visible()
    button(person, "first.next").tap()
    title(person, 4)
    button(person, "first.back").tap()
    title(person, 3)
    button(person, "first.next").press("Enter")
    title(person, 4)
    button(person, "first.4.done").tap()
    person.sees_day()
    expect(button(person, "first.go_on")).to_have_count(0)

    person.goes_to("me")
    page.get_by_role("link", name=person.sentence("first.title")).tap()
    title(person, 1)
    button(person, "first.skip").tap()
    expect(page.get_by_role("heading", name=person["hello"], exact=True)).to_be_visible()
    expect(button(person, "first.go_on")).to_have_count(0)
