"""What stands around the goals: wishes, areas, search, what is put away. The plan is the demonstration's."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from lifeplan_app.demo import GUESTS
from tests.e2e.newcomer import comes_back
from tests.e2e.person import Person
from tests.e2e.phone import Phone
from tests.e2e.server import Carnet


@pytest.fixture(scope="module")
def her(carnet: Carnet, browser: Browser) -> Iterator[Person]:
    """Somebody whose plan is there already; she keeps her phone, with the app open, for all tests."""
    carnet.invite_guests()
    phone = Phone(browser, carnet)
    person = Person(phone)
    person.name, person.phrase = GUESTS[0].name, GUESTS[0].passphrase
    yield comes_back(person, carnet)
    phone.put_away()


@pytest.fixture(autouse=True)
def on_her_plan(her: Person) -> None:
    her.page.goto("/plan/")
    her.sees_plan()


@pytest.mark.check("T6")
def test_a_wish_is_written_changed_put_away_and_becomes_a_goal_and_all_of_it_is_undone(her):
    sun = her.page.get_by_role("link", name=her["sun"])
    expect(sun).to_have_text(f"5{her['sun']}")
    her.open_wishes()
    her.write_wish("Voir la mer")
    expect(sun).to_have_text(f"6{her['sun']}")

    her.open_wish("Voir la mer").fill("Voir la mer en été")
    her.press("close wish")
    her.takes_back("undo.text")
    for gone, said in (("put wish away", "undo.put_away"), ("remove wish", "undo.wish_gone")):
        her.open_wish("Voir la mer")
        her.press(gone)
        expect(her.wish("Voir la mer")).to_have_count(0)
        expect(sun).to_have_text(f"5{her['sun']}")
        her.takes_back(said)
        expect(her.wish("Voir la mer")).to_be_visible()

    her.open_wish("Voir la mer")
    her.page.get_by_role("group", name=her["becomes"]).get_by_role("button", name=her["long"]).tap()
    expect(her.band("long").get_by_role("heading", level=3)).to_contain_text(["Voir la mer"])
    expect(her.wish("Voir la mer")).to_have_count(0)
    her.takes_back("undo.wish_goal")
    expect(her.wish("Voir la mer")).to_be_visible()
    expect(her.goal("Voir la mer").locator("visible=true")).to_have_count(1)


def test_an_area_narrows_the_plan_and_a_new_goal_shows_all_of_it_again(her):
    areas = her.page.get_by_role("group", name=her["areas"])
    health = areas.get_by_role("button", name=her.sentence("area.health"))
    expect(health).to_be_visible()
    number = her.page.get_by_role("heading", level=3).count()
    health.tap()
    expect(health).to_have_attribute("aria-pressed", "true")
    expect(her.page.get_by_role("heading", level=3)).to_have_text(["Voir un médecin qui m'écoute"])
    expect(her.page.get_by_role("link", name=her["long"])).to_have_text(f"3{her['long']}")
    her.write_goal("Dormir", "short")
    expect(areas.get_by_role("button", name=her["all areas"])).to_have_attribute("aria-pressed", "true")
    expect(her.page.get_by_role("heading", level=3)).to_have_count(number + 1)
    her.takes_back("undo.added")


@pytest.mark.check("T6")
def test_she_finds_her_words_in_any_script_and_takes_back_what_was_put_away(her):
    her.write_goal("عملي الأوّل", "medium")
    results = her.look_for("ACTE DE NAISS")
    expect(results.get_by_role("listitem")).to_have_text(
        ["Retrouver mon acte de naissancePour : Mes papiers"]
    )
    results.get_by_role("button", name="acte de naissance").tap()
    expect(her.page.get_by_role("textbox", name=her["step words"])).to_have_value(
        "Retrouver mon acte de naissance"
    )
    her.page.get_by_role("button", name=her["back"]).tap()
    expect(her.page.get_by_role("searchbox")).to_have_value("ACTE DE NAISS")  # as she left it

    her.page.get_by_role("searchbox").fill("الاول")
    expect(results.get_by_role("listitem")).to_have_text(["عملي الأوّل"])
    her.page.get_by_role("searchbox").fill("xyz")
    expect(results.get_by_role("status")).to_contain_text(her.sentence("search.none"))
    her.leaves_list()
    expect(her.page.get_by_role("button", name=her["search"], exact=True)).to_be_focused()

    her.open_wishes()
    her.open_wish("Dormir sans la lumière")
    her.press("put wish away")
    expect(her.wish("Dormir sans la lumière")).to_have_count(0)
    found = her.look_for("lumiere").get_by_role("button", name="Dormir sans la lumière")
    expect(found).to_contain_text(her.sentence("found.away"))
    found.tap()
    take_out = her.page.get_by_role("button", name=f"{her['take out']} : Dormir sans la lumière")
    expect(take_out).to_be_focused()
    take_out.tap()
    her.takes_back("undo.taken_out")
    take_out.tap()
    expect(her.page.get_by_text(her.sentence("away.empty.title"))).to_be_visible()
    her.leaves_list()
    expect(her.page.get_by_role("link", name=her["sun"])).to_contain_text(her["sun"])
    expect(her.wish("Dormir sans la lumière")).to_be_visible()
