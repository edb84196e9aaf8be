"""Icon, name and cover are chosen before anything is installed, and the page says what they do not hide."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from lifeplan_app import routes
from lifeplan_app.i18n.names import NAMES, name_of
from lifeplan_app.model.account import Cover, Language
from tests.e2e.conftest import resolver_rules
from tests.e2e.keys import DESK, Keys
from tests.e2e.own_phone import OwnPhone
from tests.e2e.person import Person

SIZES = {("192x192", False), ("512x512", False), ("192x192", True), ("512x512", True)}
NOT_HIDDEN = ("history", "list", "watched", "address", "days")


class Chooser(Person):
    """Somebody before the page that installs."""

    def arrives(self):
        self.page.goto(routes.visited(routes.public("install", Language(self.language))))
        expect(self.page).to_have_title("Carnet")
        return self

    def says(self, key):
        return self.sentence(f"public.install.{key}")

    def cover(self, cover):
        return self.page.get_by_role("radio", name=self.says(cover))

    def name_on_phone(self, name):
        group = self.page.get_by_role("group", name=self.says("name"))
        return group.get_by_role("radio", name=name, exact=True)

    def digits(self):
        return self.page.get_by_role("textbox", name=self.says("digits"))

    def button(self):
        return self.page.get_by_role("button", name=self.says("go"), exact=True)

    def kept(self, key):
        return self.page.evaluate("(key) => localStorage.getItem(key)", key)


@pytest.fixture
def own_phone(playwright, carnet, elsewhere, tmp_path):
    phone = OwnPhone(playwright, carnet, tmp_path / "profile", resolver_rules(elsewhere))
    yield phone
    phone.put_away()


def is_installable(person, cover, number):
    """Check what Chromium has read of the page as it stands."""
    language = Language(person.language)
    browser = person.page.context.new_cdp_session(person.page)
    read = browser.send("Page.getAppManifest")
    found = read["manifest"]
    icons = {(icon["sizes"], "maskable" in icon["url"]) for icon in found["icons"]}
    assert (read["errors"], icons) == ([], SIZES)
    assert all(f"/icons/{cover}-" in icon["url"] for icon in found["icons"])
    assert found["name"] == name_of(cover, number, language)
    assert urlsplit(found["startUrl"]).path == routes.cover(cover, language)
    assert browser.send("Page.getInstallabilityErrors") == {"installabilityErrors": []}
    title = person.page.locator('meta[name="apple-mobile-web-app-title"]')
    expect(title).to_have_attribute("content", found["name"])
    expect(person.page.locator('link[rel="manifest"]')).to_have_count(1)
    browser.detach()
    return found["id"]


@pytest.mark.check("D4")
def test_each_icon_under_each_name_is_an_app_of_its_own_that_can_be_installed(own_phone):
    apps = set()
    for language, numbers in (("fr", NAMES), ("en", NAMES[-1:])):
        person = Chooser(own_phone, language).arrives()
        for cover in Cover:
            person.cover(cover).check()
            assert person.kept("home") in (None, routes.cover(cover, Language(language)))
            for number in numbers:
                person.name_on_phone(name_of(cover, number, Language(language))).check()
                apps.add(is_installable(person, cover, number))
    assert len(apps) == 8
    assert person.kept("home") == "/en/calc/"


@pytest.mark.check("D4")
def test_the_browser_offers_what_is_chosen_and_she_is_told_when_it_is_there(own_phone):
    person = Chooser(own_phone).arrives()
    expect(person.button()).to_be_visible()
    person.cover("calculator").check()
    expect(person.button()).to_be_visible()  # the offer for the notebook is gone, and there is another
    own_phone.page.evaluate("dispatchEvent(new Event('appinstalled'))")
    expect(person.button()).to_be_hidden()
    expect(own_phone.page.get_by_text(person.says("done")).locator("..")).to_be_focused()
    own_phone.page.get_by_role("link", name=person.says("try")).tap()
    expect(own_phone.page).to_have_url(re.compile("/calc/$"))
    own_phone.page.goto("/")
    expect(own_phone.page).to_have_url(re.compile("/calc/$"))


def test_bad_digits_are_refused_beside_the_field_and_good_ones_open_the_calculator(phone):
    person = Chooser(phone).arrives()
    person.cover("calculator").check()
    field = person.digits()
    field.fill("0042")
    field.press("Enter")
    expect(person.page.get_by_text(person.says("digits.stays"))).to_be_visible()
    for bad in ("123", "1234567890123", "12a4", "-1234"):
        field.clear()
        field.press_sequentially(bad)
        field.press("Enter")
        expect(field).to_have_accessible_description(re.compile(re.escape(person.says("digits.refused"))))
        expect(field).to_have_value(bad)
        assert person.kept("digits") == "0042"
    field.clear()
    field.press_sequentially("1234")  # of six, perhaps: she is not done with them
    person.page.goto("/calc/")
    person.page.keyboard.type("0042=")
    expect(person.page).to_have_url(re.compile("/open/$"))
    person.arrives()
    field.fill("1234")
    field.press("Enter")
    field.clear()
    field.press("Enter")
    expect(person.page.get_by_text(person.says("digits.stays"))).to_have_count(0)
    assert person.kept("digits") is None


def test_the_keyboard_alone_chooses_and_opens_the_pictures(make_phone, carnet):
    phone = make_phone(carnet, **DESK)
    person, keys = Chooser(phone).arrives(), Keys(Person(phone))
    keys.walks_to(person.cover("notebook"))
    keys.press("ArrowDown")
    expect(person.cover("calculator")).to_be_checked()
    keys.walks_to(person.name_on_phone("Calculatrice"))
    keys.press("ArrowDown")
    expect(person.name_on_phone("Calcul")).to_be_checked()
    keys.walks_to(person.digits())
    keys.types("97531")
    pictures = person.page.locator("summary", has_text=person.says("android"))
    keys.activates(pictures)
    expect(person.page.get_by_text(person.says("android.1"))).to_be_visible()
    assert (person.kept("home"), person.kept("digits")) == ("/calc/", "97531")


@pytest.mark.check("D5")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_says_what_is_not_hidden_and_works_without_script(make_phone, carnet, language):
    person = Chooser(make_phone(carnet, java_script_enabled=False), language).arrives()
    told = person.page.get_by_role("region", name=person.says("not"), exact=True)
    for key in NOT_HIDDEN:
        expect(told.get_by_text(person.says(f"not.{key}"), exact=True)).to_be_visible()
    expect(person.cover("calculator")).to_be_hidden()
    person.page.get_by_role("link", name=person.says("calculator")).tap()
    manifest = routes.manifest_address(Cover.CALCULATOR, 1, Language(language))
    expect(person.page.locator('link[rel="manifest"]')).to_have_attribute("href", manifest)


def test_from_her_own_page_and_back_to_it(her):
    her.goes_to("me")
    her.page.get_by_role("link", name=her.sentence("me.install"), exact=True).tap()
    expect(her.page).to_have_url(re.compile("/install/$"))
    her.page.get_by_role("link", name=her.sentence("public.install.back"), exact=True).tap()
    expect(her.page.get_by_role("heading", name=her["me"], exact=True)).to_be_visible()
