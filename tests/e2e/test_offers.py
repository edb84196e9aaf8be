"""One who has been there offers; the other takes it in her own words. Two people, two phones, at once."""

import re

import pytest
from playwright.sync_api import Locator, expect

from lifeplan_app.core import linking
from lifeplan_app.model.account import Role
from tests.e2e.beside import plan_of
from tests.e2e.newcomer import has_account
from tests.e2e.person import Person
from tests.e2e.phone import Phone
from tests.e2e.server import Carnet

STEP, WORD, HERS = "Aller au guichet à deux", "Le matin, c’est calme.", "Aller au guichet avec Samira"
GOAL, THANKS, DRAFT = "Mes papiers", "Merci, ça m’a portée", "Garder une photo chez une amie sûre"


@pytest.fixture(scope="module")
def both(carnet, browser):
    """Two who are linked: Rose, who walks with others, and the one whom she knows as Mimosa."""
    rose = has_account(Person(Phone(browser, carnet)), carnet, "rose-1", Role.MENTOR)
    her = walks_with(rose, Phone(browser, carnet), carnet, "Mimosa")
    yield rose, her
    for each in (rose, her):
        each.phone.put_away()


def walks_with(rose: Person, phone: Phone, carnet: Carnet, alias: str) -> Person:
    """Return somebody with a plan, linked with *rose*, who knows her as *alias*."""
    her = has_account(Person(phone), carnet, f"{alias}-1")
    with plan_of(rose, carnet) as (uow, actor):
        code = linking.own_code(uow, actor).code
    with plan_of(her, carnet) as (uow, actor):
        linking.link(uow, actor, code, alias)
    return her


@pytest.fixture
def rose(both):
    """Rose, before her page."""
    both[0].looks().page.goto("/offers/")
    expect(part(both[0], "offers.people")).to_be_visible()
    return both[0]


@pytest.fixture
def her(both):
    """The other, before her day."""
    both[1].looks().page.goto("/today/")
    both[1].sees_day()
    return both[1]


def part(person: Person, key: str) -> Locator:
    return person.page.get_by_role("region", name=person.sentence(key), exact=True)


def press(person: Person, key: str, within: Locator | None = None) -> None:
    """Tap the button with that sentence, or one that says more after it."""
    name = re.compile(rf"^{re.escape(person.sentence(key))}( : |$)")
    (within or person.page).get_by_role("button", name=name).tap()


def writes(person: Person, key: str, text: str) -> None:
    person.page.get_by_label(person.sentence(key), exact=True).fill(text)


def reads(person: Person, text: str) -> None:
    expect(person.page.get_by_text(text, exact=True).filter(visible=True)).to_be_visible()


@pytest.mark.check("P6")
def test_an_offer_arrives_is_taken_in_her_words_and_only_a_thank_you_comes_back(rose, her):
    rose.looks()
    form = part(rose, "offers.form")
    writes(rose, "offers.text", STEP)
    press(rose, "offers.offer", form)  # to nobody yet: told beside the field, and nothing is lost
    reads(rose, rose.sentence("offers.nobody"))
    expect(form.get_by_label(rose.sentence("offers.text"))).to_have_value(STEP)
    rose.page.get_by_role("link", name=re.compile("Mimosa")).tap()
    expect(form.get_by_role("checkbox", name="Mimosa")).to_be_checked()
    expect(rose.page.get_by_text(rose.sentence("offers.nobody"))).to_have_count(0)
    writes(rose, "offers.word", WORD)
    press(rose, "offers.offer", form)
    reads(rose, rose.sentence("offers.done"))
    expect(form.get_by_label(rose.sentence("offers.text"))).to_have_value("")
    expect(rose.page.get_by_text(STEP)).to_have_count(0)
    before = rose.page.locator("main").inner_text()

    her.looks()
    offered = part(her, "suggested.title").get_by_role("article").filter(has_text=STEP)
    expect(offered).to_contain_text(STEP)  # without a reload
    expect(offered).to_contain_text(WORD)
    press(her, "suggested.change", offered)
    sheet = her.page.get_by_role("dialog", name=her.sentence("suggested.sheet"))
    writes(her, "suggested.sheet.words", HERS)
    press(her, "suggested.sheet.take", sheet)
    expect(sheet.get_by_label(her.sentence("suggested.sheet.title"))).to_have_accessible_description(
        her.sentence("error.text_missing")
    )
    expect(sheet.get_by_label(her.sentence("suggested.sheet.words"))).to_have_value(HERS)
    writes(her, "suggested.sheet.title", GOAL)
    press(her, "suggested.sheet.take", sheet)
    expect(sheet).to_be_hidden()
    reads(her, her.sentence("undo.suggestion_taken"))
    expect(offered).to_have_count(0)

    her.goes_to("the plan")
    her.open_goal(GOAL)
    expect(her.step(HERS)).to_be_visible()

    her.page.goto("/shown/")
    taken = part(her, "suggested.title").get_by_role("article").filter(has_text=STEP)
    expect(taken).to_contain_text(her.sentence("suggested.is_taken"))
    press(her, "suggested.thank", taken)
    writes(her, "suggested.thank.words", THANKS)
    press(her, "suggested.thank.send", taken)
    expect(taken).to_contain_text(her.sentence("suggested.is_thanked"))
    expect(taken.get_by_role("button", name=her.sentence("suggested.thank"))).to_have_count(0)

    rose.looks()
    thanks = part(rose, "offers.thanks")
    expect(thanks).to_contain_text(THANKS)  # without a reload
    after = rose.page.locator("main").inner_text().replace(thanks.inner_text(), "")
    assert [each for each in after.split("\n") if each.strip()] == [
        each for each in before.split("\n") if each.strip()
    ]
    for words in (HERS, GOAL):
        expect(rose.page.get_by_text(words)).to_have_count(0)


def test_what_she_types_survives_a_reload_and_becomes_a_draft_to_offer(rose, her):
    rose.looks()
    field = rose.page.get_by_label(rose.sentence("offers.text"), exact=True)
    field.press_sequentially(DRAFT)
    field.blur()
    with rose.page.expect_response(lambda answer: answer.ok):
        rose.page.reload()
    expect(field).to_have_value(DRAFT)
    press(rose, "offers.save")
    drafts = part(rose, "offers.drafts")
    expect(drafts.get_by_role("listitem")).to_contain_text(DRAFT)
    expect(field).to_have_value("")
    press(rose, "offers.draft_remove", drafts)
    expect(drafts.get_by_role("listitem")).to_have_count(0)
    press(rose, "offers.draft_back", drafts)
    drafts.get_by_role("link", name=rose.sentence("offers.draft_open")).tap()
    expect(field).to_have_value(DRAFT)
    rose.page.get_by_role("checkbox", name="Mimosa").tap()
    press(rose, "offers.offer", part(rose, "offers.form"))
    reads(rose, rose.sentence("offers.done"))

    her.looks()
    offered = part(her, "suggested.title").get_by_role("article").filter(has_text=DRAFT)
    press(her, "suggested.keep", offered)
    expect(offered).to_have_count(0)
    her.press("undo")
    press(her, "suggested.let_go", offered)
    expect(offered).to_have_count(0)
    her.press("undo")
    expect(offered).to_be_visible()


@pytest.mark.check("P7")
def test_a_break_is_read_by_her_people_and_a_link_is_left_without_a_word(rose, make_phone, carnet):
    her = walks_with(rose, make_phone(carnet), carnet, "Lune")
    rose.looks().page.reload()
    room = part(rose, "offers.people")
    most = room.locator(".stepnum b")
    begun = int(most.inner_text())
    press(rose, "offers.fewer")
    expect(most).to_have_text(str(begun - 1))
    press(rose, "offers.one_more")
    press(rose, "offers.one_more")
    expect(most).to_have_text(str(begun))  # the programme's own

    her.page.goto("/shown/")
    person = her.page.get_by_role("article").filter(has_text="rose-1").first
    expect(person).to_be_visible()
    rose.looks()
    rose.page.get_by_role("switch").tap()
    reads(rose, rose.sentence("offers.rest.on"))
    her.looks()
    expect(person).to_contain_text(her.sentence("standing.resting"))  # without a reload

    rose.looks()
    press(rose, "offers.more", room.get_by_role("listitem").filter(has_text="Lune"))
    press(rose, "offers.leave")
    expect(room.get_by_text("Lune")).to_have_count(0)
    expect(room.get_by_text("Mimosa", exact=True)).to_be_visible()
    her.looks()
    expect(person).to_contain_text(her.sentence("standing.ended"))
