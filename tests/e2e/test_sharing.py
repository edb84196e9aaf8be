"""A step shown to one person and taken back: two and three people, each with a phone of her own."""

import re
from base64 import b64decode
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, expect

from lifeplan_app.model.account import Role
from tests.e2e.conftest import resolver_rules
from tests.e2e.linked import (
    begins_to_add,
    card,
    goes_in,
    meets,
    opens_door,
    opens_person,
    reads_own_code,
    sheet_of,
    shows_step,
    works_here,
)
from tests.e2e.newcomer import begins, is_signed_in
from tests.e2e.own_phone import OwnPhone
from tests.e2e.person import Person
from tests.e2e.phone import Phone

GOAL, STEP, OTHER = "Avoir un toit à moi", "Demander l’attestation", "Visiter avec Fatou"
SECRET = "Ne rien dire à Marc"
NOTE = "J’ai le modèle. On le remplit ensemble jeudi ?"
WIDE = {"viewport": {"width": 1280, "height": 800}}


@pytest.fixture(scope="module")
def claire(carnet, browser):
    """Somebody who accompanies; she stays, before her page, for all tests of the module."""
    phone = Phone(browser, carnet, **WIDE)
    yield works_here(phone, carnet, "Claire")
    phone.put_away()


@pytest.fixture(scope="module")
def code(claire):
    """Her code, as she reads it out."""
    return reads_own_code(claire)


@pytest.fixture
def nadia(make_phone, carnet, request):
    """Somebody with a goal and three steps."""
    person = begins(Person(make_phone(carnet)), carnet, request.node.name[-30:])
    person.write_goal(GOAL, "short")
    person.open_goal(GOAL)
    for step in (STEP, OTHER, SECRET):
        person.add_step(step)
    return person


@pytest.fixture
def linked(nadia, code):
    """The same, linked with Claire and before her goal."""
    alias = f"Étoile{datetime.now(tz=UTC).microsecond}"
    opens_door(nadia, code, alias)
    nadia.alias = alias
    nadia.goes_to("the plan")  # her goal is still open
    expect(nadia.step(STEP)).to_be_visible()
    return nadia


@pytest.mark.check("P1")
@pytest.mark.check("P2")
@pytest.mark.check("P5")
@pytest.mark.check("P9")
def test_the_whole_of_it(nadia, claire, code):
    begins_to_add(nadia)
    meets(nadia, "AAAA")
    expect(nadia.page.get_by_text(nadia.sentence("error.link_code"))).to_be_visible()
    meets(nadia, code)
    sheet = nadia.page.get_by_role("dialog", name=nadia.sentence("link.title"))
    expect(sheet.get_by_text("Claire")).to_be_visible()
    words = sheet.get_by_text(nadia.sentence("link.words"), exact=True).locator("xpath=..").inner_text()
    four = [each for each in words.splitlines() if each.strip()][1:5]
    expect(claire.page.get_by_text(" ".join(four))).to_be_visible()
    goes_in(nadia, "Petite étoile")
    expect(nadia.page.get_by_text(nadia.sentence("shown.sees.none"))).to_be_visible()
    known = claire.looks().page.get_by_role("button", name=re.compile("Petite étoile"))
    expect(known).to_be_visible()  # without a reload
    expect(claire.page.get_by_text("mimosa")).to_have_count(0)

    nadia.looks().goes_to("the plan")
    shows_step(nadia, STEP)
    expect(nadia.where(STEP).get_by_text(nadia.sentence("step.seen"))).to_be_attached()
    expect(nadia.where(OTHER).get_by_text(nadia.sentence("step.seen"))).to_have_count(0)

    expect(known).to_contain_text("1 étape")
    expect(claire.page.get_by_text(STEP)).to_have_count(0)  # the list opens nothing
    opens_person(claire, "Petite étoile")
    expect(card(claire, STEP)).to_be_visible()
    expect(claire.page.get_by_text(claire.sentence("received.seen"))).to_be_visible()
    for private in (OTHER, SECRET, GOAL):
        assert private not in claire.page.content()

    nadia.looks().change_step(STEP, f"{STEP} d’hébergement")
    expect(card(claire, f"{STEP} d’hébergement")).to_be_visible()
    nadia.tick(f"{STEP} d’hébergement")
    expect(card(claire, STEP).get_by_text(claire.sentence("progress.done"))).to_be_visible()

    claire.looks()
    card(claire, STEP).get_by_role("button", name=re.compile(claire.sentence("received.note"))).tap()
    claire.page.get_by_label(claire.sentence("received.note"), exact=True).fill(NOTE)
    claire.tap_on("received.send")
    expect(card(claire, STEP).get_by_text(NOTE)).to_be_visible()

    nadia.looks()
    expect(nadia.where(f"{STEP} d’hébergement").get_by_text(nadia.sentence("note.fresh"))).to_be_visible()
    nadia.open_step(f"{STEP} d’hébergement")
    expect(nadia.page.get_by_text(NOTE)).to_be_visible()

    nadia.goes_to_sharing()
    expect(nadia.page.get_by_text(re.compile(nadia.sentence("shown.opened")))).to_be_visible()
    take_back = nadia.page.get_by_role("button", name=re.compile(nadia.sentence("shown.take_back")))
    take_back.tap()
    expect(take_back).to_have_count(0)
    expect(card(claire, STEP)).to_have_count(0)  # without a reload
    assert STEP not in claire.page.content()


@pytest.mark.check("P1")
def test_of_a_goal_the_ticked_steps_and_none_that_comes_later(linked, claire):
    linked.open_sheet()
    linked.tap_on("goal.give")
    sheet = sheet_of(linked)
    go = sheet.get_by_role("button", name=linked.sentence("give.go"), exact=True)
    go.tap()
    expect(sheet.get_by_text(linked.sentence("give.no_step"))).to_be_visible()
    for step in (STEP, OTHER):
        sheet.get_by_role("checkbox", name=step).tap()
    preview = sheet.locator(".preview")
    expect(preview.get_by_text(STEP)).to_be_visible()
    expect(preview.get_by_text(SECRET)).to_have_count(0)
    yesterday = (datetime.now(tz=UTC) - timedelta(days=2)).date()
    day = sheet.get_by_label(linked.sentence("give.day"))
    day.fill(yesterday.isoformat())
    expect(sheet.get_by_text(linked.sentence("error.end_date"))).to_be_visible()
    expect(day).to_have_value(yesterday.isoformat())
    sheet.get_by_role("radio", name=re.compile(r"^1 ")).locator("xpath=..").tap()
    expect(sheet.get_by_text(linked.sentence("error.end_date"))).to_have_count(0)
    go.tap()
    expect(sheet).to_have_count(0)
    linked.add_step("Une étape de plus tard")
    opens_person(claire, linked.alias)
    expect(claire.page.get_by_role("article")).to_have_count(2)
    claire.page.reload()
    expect(claire.page.get_by_role("button", name=re.compile(linked.alias))).to_contain_text("2 étapes")


@pytest.mark.check("P2")
def test_both_act_at_once_and_nothing_is_half_done(linked, claire):
    shows_step(linked, STEP)
    opens_person(claire, linked.alias)
    card(claire, STEP).get_by_role("button", name=re.compile(claire.sentence("received.note"))).tap()
    claire.page.get_by_label(claire.sentence("received.note"), exact=True).fill(NOTE)
    linked.looks().open_step(STEP)
    linked.open_step_sheet().get_by_role("button", name=linked["remove step"]).tap()
    expect(card(claire, STEP)).to_have_count(0)
    claire.looks()
    expect(claire.page.get_by_text(claire.sentence("received.nothing"))).to_be_visible()
    linked.looks().takes_back("undo.step_gone")  # her step comes back; what was shown of it does not
    expect(linked.step(STEP)).to_be_visible()
    expect(linked.where(STEP).get_by_text(linked.sentence("step.seen"))).to_have_count(0)
    expect(card(claire, STEP)).to_have_count(0)


@pytest.mark.check("P2")
@pytest.mark.check("P9")
def test_everything_is_taken_back_and_the_door_closed_without_a_word(linked, claire, make_phone, carnet):
    shows_step(linked, STEP)
    shows_step(linked, OTHER)
    opens_person(claire, linked.alias)
    expect(claire.page.get_by_role("article")).to_have_count(2)
    linked.looks().goes_to_sharing()
    linked.page.get_by_role("button", name=re.compile(linked.sentence("shown.more"))).tap()
    linked.tap_on("person.take_all")
    expect(claire.page.get_by_role("article")).to_have_count(0)
    expect(linked.page.get_by_text(linked.sentence("shown.sees.none"))).to_be_visible()
    linked.page.get_by_role("button", name=re.compile(linked.sentence("shown.more"))).tap()
    linked.page.get_by_label(linked.sentence("person.alias")).fill("Lune")
    linked.tap_on("person.alias.keep")
    expect(claire.looks().page.get_by_role("heading", name="Lune")).to_be_visible()
    linked.looks()
    linked.page.get_by_role("button", name=re.compile(linked.sentence("shown.more"))).tap()
    linked.tap_on("person.leave")
    expect(linked.page.get_by_text(linked.sentence("shown.empty.title"))).to_be_visible()
    expect(claire.page.get_by_text("Lune")).to_have_count(0)


def test_a_sheet_waits_for_what_it_is_about_whatever_else_moves_on_the_page(linked):
    linked.goes_to_sharing()
    more = linked.page.get_by_role("button", name=re.compile(linked.sentence("shown.more")))
    more.evaluate(  # something on the page changes before the server has answered the tap
        "(it) => { it.click(); document.getElementById('pulse').dataset.shown = 'x'; }"
    )
    expect(linked.page.get_by_label(linked.sentence("person.alias"))).to_be_visible()
    linked.tap_on("person.leave")
    expect(linked.page.get_by_role("dialog")).to_have_count(0)


def photographed(person: Person, seen: Locator) -> bytes:
    """Return what a camera before the screen of *person* sees there, as a JPEG."""
    expect(seen).to_be_visible()
    box = seen.bounding_box() or {}
    screen = person.phone.context.new_cdp_session(person.page)
    clip = {**box, "scale": 2}
    shot = screen.send(
        "Page.captureScreenshot", {"format": "jpeg", "clip": clip, "captureBeyondViewport": True}
    )
    return b64decode(shot["data"])


def test_she_reads_the_code_with_the_camera(nadia, claire, code, carnet, playwright, elsewhere, tmp_path):
    picture = tmp_path / "screen.mjpeg"
    picture.write_bytes(photographed(claire.looks(), claire.page.get_by_role("img")))
    camera = (
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={picture}",
    )
    phone = OwnPhone(playwright, carnet, tmp_path / "profile", resolver_rules(elsewhere), *camera)
    hers = is_signed_in(nadia.on(phone), carnet)
    hers.page.goto("/shown/")
    hers.tap_on("shown.add")
    hers.tap_on("link.scan")
    sheet = hers.page.get_by_role("dialog", name=hers.sentence("link.title"))
    expect(sheet.get_by_text("Claire")).to_be_visible()
    assert hers.page.evaluate("document.querySelector('video')") is None  # the camera looks at nothing more
    phone.put_away()


def test_without_a_camera_a_line_says_so_and_the_code_can_be_written(nadia):
    nadia.goes_to_sharing()
    nadia.tap_on("shown.add")
    nadia.tap_on("link.scan")
    expect(nadia.page.get_by_text(nadia.sentence("link.scan.none"))).to_be_visible()
    expect(nadia.page.get_by_label(nadia.sentence("link.code"))).to_be_editable()


@pytest.mark.check("S6")
def test_a_page_of_another_role_leads_to_her_own(claire, nadia, make_phone, carnet):
    window = claire.in_window(claire.phone.another_window())
    window.page.goto("/plan/")
    expect(window.page).to_have_url(re.compile("/received/$"))
    window.page.close()
    nadia.page.goto("/received/")
    expect(nadia.page).to_have_url(re.compile("/today/$"))
    rose = works_here(make_phone(carnet), carnet, "Rose", Role.MENTOR)
    rose.page.goto("/team/")
    expect(rose.page).to_have_url(re.compile("/offers/$"))
