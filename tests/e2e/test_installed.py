"""The installed app: a window without an address, which begins and ends with the cover."""

import re
import shutil
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import resolver_rules
from tests.e2e.mark import is_heard
from tests.e2e.newcomer import begins, comes_back
from tests.e2e.own_phone import OwnPhone
from tests.e2e.person import Person

GOAL = "Un atelier avec une fenêtre"


@pytest.fixture
def installed(playwright, carnet, elsewhere, tmp_path):
    """A phone on which the app is open as an installed one."""
    rules = resolver_rules(elsewhere)
    phone = OwnPhone(playwright, carnet, tmp_path / "profile", rules, f"--app={carnet.url}/", is_mobile=False)
    yield phone
    phone.put_away()
    shutil.rmtree(tmp_path / "profile", ignore_errors=True)


def test_the_window_is_that_of_an_installed_app(installed):
    expect(installed.page.get_by_role("main")).to_be_visible()
    assert installed.page.evaluate("() => matchMedia('(display-mode: standalone)').matches")


@pytest.mark.check("E8")
def test_exit_lock_and_sign_out_lead_to_the_cover_she_chose(installed, carnet):
    person = begins(Person(installed), carnet, "installee")
    person.write_goal(GOAL, "short")
    page = installed.page
    for chosen, cover in (("", "/"), ("/calc/", "/calc/"), ("//evil.example/", "/")):
        page.evaluate("(chosen) => localStorage.setItem('home', chosen)", chosen)
        page.get_by_role("link", name=person["exit"], exact=True).tap()
        expect(page).to_have_url(f"{carnet.url}{cover}")
        person.is_outside(GOAL)
        page.go_back()
        assert urlsplit(page.url).path != "/plan/"
        assert GOAL not in page.content()
        page.goto("/plan/")
        person.is_outside(GOAL)
        comes_back(person, carnet)
    page.evaluate("() => localStorage.setItem('home', '/calc/')")
    page.get_by_role("button", name=person.sentence("lock"), exact=True).filter(visible=True).tap()
    expect(page).to_have_url(f"{carnet.url}/calc/")
    is_heard(page)  # the lock has been heard
    comes_back(person, carnet)
    person.sign_out()
    expect(page).to_have_url(re.compile(r"/calc/$"))
