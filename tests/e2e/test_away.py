"""The server goes away and comes back: the page says so calmly, and no word is lost."""

from itertools import count

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.newcomer import begins, comes_back, is_signed_in
from tests.e2e.person import Person
from tests.e2e.phone import Phone

STEP = "Trouver une auto-école"
ONES_WORDS = "Des mots de la première"
COMPLAINTS = ("WebSocket connection", "Failed to load resource")
NUMBERS = count(1)


@pytest.fixture
def goal():
    """A title that no other test uses."""
    return f"Passer le permis {next(NUMBERS)}"


@pytest.fixture
def server(carnet):
    """The server of the module, which runs again after the test."""
    yield carnet
    if not carnet.runs:
        carnet.start()


@pytest.fixture
def person(server, her, make_phone):
    """Somebody who has just signed in, on a phone of her own."""
    for complaint in COMPLAINTS:
        her.phone.allow_console(complaint)
    her.page.goto("about:blank")  # the phone of the module is put down meanwhile
    return comes_back(her.on(new_phone(server, make_phone)), server)


def new_phone(server, make_phone) -> Phone:
    phone = make_phone(server)
    for complaint in COMPLAINTS:
        phone.allow_console(complaint)
    return phone


def writes(person: Person, goal: str) -> None:
    """Write a goal with a step, and stay in it."""
    person.write_goal(goal, "short")
    person.open_goal(goal)
    person.add_step(STEP)


def away(person: Person) -> Locator:
    """Return the calm line."""
    return person.page.get_by_text(person.sentence("public.away.line"))


def asked_again(person: Person) -> Locator:
    """Wait until the page asks to sign in over it, and shows nothing else."""
    dialog = person.page.get_by_role("dialog", name=person["again"])
    expect(dialog.get_by_label(person["name"])).to_be_focused(timeout=20_000)
    expect(person.page.locator("[data-inside]")).to_be_hidden()
    return dialog


def test_she_goes_on_in_the_word_she_was_typing(server, person, goal, make_phone):
    writes(person, goal)
    field = person.open_step(STEP)
    field.press("Control+End")
    field.press_sequentially(" pr")
    server.kill()
    expect(away(person)).to_be_visible()
    field.press_sequentially("ès d")
    server.start()

    dialog = asked_again(person)
    dialog.get_by_label(person["name"]).fill(person.name)
    dialog.get_by_label(person["phrase"], exact=True).fill("six autres mots que les siens")
    dialog.get_by_role("button", name=person["open"], exact=True).tap()
    expect(dialog.get_by_text(person.sentence("error.wrong_passphrase"))).to_be_visible()
    expect(dialog.get_by_label(person["name"])).to_have_value(person.name)
    person.sign_in_again()

    expect(away(person)).to_be_hidden()
    expect(field).to_be_focused()
    expect(field).to_have_value(f"{STEP} près d")
    person.page.keyboard.type("’ici")
    expect(field).to_have_value(f"{STEP} près d’ici")
    person.press("close step")
    elsewhere = comes_back(person.on(make_phone(server)), server)
    elsewhere.open_goal(goal)
    expect(elsewhere.step(f"{STEP} près d’ici")).to_be_visible()


def test_what_she_adds_while_it_is_away_is_all_there_once(server, person, goal):
    writes(person, goal)
    server.kill()
    field = person.page.get_by_role("textbox", name=person["another step"])
    for step in ("Lundi", "Mardi", "Mercredi"):
        field.fill(step)
        field.press("Enter")
    field.fill("Jeu")
    expect(away(person)).to_be_visible()
    server.start()
    asked_again(person)
    person.sign_in_again()

    expect(person.page.get_by_role("list").get_by_role("button", name=person["tick"])).to_have_count(4)
    for step in (STEP, "Lundi", "Mardi", "Mercredi"):
        expect(person.step(step)).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value("Jeu")
    person.page.keyboard.type("di")
    field.press("Enter")
    expect(person.step("Jeudi")).to_be_visible()


def test_a_new_goal_written_while_it_is_away_is_there(server, person, goal):
    person.press("add long")
    field = person.page.get_by_role("textbox", name=person["new long"])
    expect(field).to_be_focused()
    server.kill()
    field.fill(goal)
    field.press("Enter")
    field.fill("Apprendre à na")
    server.start()
    asked_again(person)
    person.sign_in_again()
    expect(person.goal(goal)).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value("Apprendre à na")
    person.page.keyboard.type("ger")
    field.press("Enter")
    expect(person.goal("Apprendre à nager")).to_be_visible()


def test_somebody_else_who_signs_in_over_the_page_gets_none_of_her_words(server, person, goal, make_phone):
    other = begins(Person(new_phone(server, make_phone)), server, "pervenche-3")
    other.write_goal("Le but de l’autre", "short")
    writes(person, goal)
    field = person.open_step(STEP)
    server.kill()
    field.fill(ONES_WORDS)
    server.start()
    asked_again(person)

    other = other.on(person.phone)
    other.sign_in_again()
    other.opens_plan()
    for _ in range(2):
        expect(other.goal("Le but de l’autre")).to_be_visible()
        content = other.page.content()
        for word in (goal, STEP, ONES_WORDS):
            assert word not in content
        other.page.reload()
    elsewhere = comes_back(person.on(make_phone(server)), server)
    elsewhere.open_goal(goal)
    expect(elsewhere.step(STEP)).to_be_visible()


def test_a_window_that_slept_while_somebody_else_signed_in_gives_her_none_of_its_words(
    server, person, goal, make_phone
):
    other = begins(Person(new_phone(server, make_phone)), server, f"pervenche {goal[-1]}")
    other.write_goal("Le but de l’autre", "short")
    person.open_wishes()
    person.phone.context.set_offline(True)
    server.restart()
    field = person.page.get_by_role("textbox", name=person["first wish"])
    field.fill(ONES_WORDS)
    field.press("Enter")

    other = is_signed_in(other.on(person.phone), server)
    other.phone.context.set_offline(False)
    for _ in range(2):
        expect(other.goal("Le but de l’autre")).to_be_visible()
        assert ONES_WORDS not in other.page.content()
        other.page.goto("/plan/")
        other.open_wishes()
        expect(other.page.get_by_role("textbox", name=other["first wish"])).to_be_visible()


def test_she_may_close_the_page_instead(server, make_phone, goal):
    person = begins(Person(new_phone(server, make_phone), "en"), server, "daisy-8")
    writes(person, goal)
    server.restart()
    asked_again(person).get_by_role("link", name=person["close page"]).tap()
    person.is_outside(goal, STEP)


def test_a_sign_in_that_finds_no_server_says_so_and_keeps_her_name(server, person):
    person.sign_out()
    person.arrive()
    server.kill()
    person.field("name").fill(person.name)
    person.field("phrase").fill(person.phrase)
    person.press("open")
    expect(person.page.get_by_role("alert").get_by_text(person.sentence("public.away"))).to_be_visible()
    expect(person.field("name")).to_have_value(person.name)
    server.start()
    person.field("phrase").fill(person.phrase)
    person.press("open")
    person.sees_day()


def test_a_sign_in_over_the_page_that_finds_no_server_loses_nothing(server, person, goal):
    writes(person, goal)
    field = person.open_step(STEP)
    server.kill()
    field.fill(ONES_WORDS)
    server.start()
    dialog = asked_again(person)
    server.kill()
    dialog.get_by_label(person["name"]).fill(person.name)
    dialog.get_by_label(person["phrase"], exact=True).fill(person.phrase)
    dialog.get_by_role("button", name=person["open"], exact=True).tap()
    expect(dialog.get_by_text(person.sentence("again.away"))).to_be_visible()
    expect(dialog.get_by_label(person["name"])).to_have_value(person.name)
    server.start()
    person.sign_in_again()
    expect(field).to_have_value(ONES_WORDS)


@pytest.mark.check("S1")
def test_a_page_that_waits_for_its_server_empties_itself_at_the_lock_delay(server, person, goal):
    writes(person, goal)
    person.page.clock.install()
    person.page.reload()
    expect(person.page.get_by_role("button", name=person["back"])).to_be_visible()
    server.kill()
    expect(away(person)).to_be_visible()
    person.page.clock.fast_forward("03:05")
    expect(person.page.get_by_text(STEP)).to_have_count(0)
    assert goal not in person.page.content()
