"""Words of any kind are kept as typed or refused with a sentence, and never executed (W7)."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.newcomer import begins
from tests.e2e.person import Person
from tests.e2e.phone import Phone

pytestmark = pytest.mark.check("W7")

LONGEST = 10_000
WILD = {
    "as long as may be": "Demain est un autre jour, et après-demain aussi. " * 250,
    "nothing but emoji": "🌷👩🏽‍🌾" * LONGEST,
    "Arabic": "أتعلّم العربية كل يوم، وأكتب رسالة إلى أختي",
    "invisible letters": "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg \u202eh\u202c \u0301",
    "HTML": """<img src=x onerror="window.ran=1"><script>window.ran=1</script><b>gras</b>&amp;&lt;""",
    "quotes and code": """"'`« ’ » \\ \\n \\u0041 ${1+1} {{7*7}} %s {0} '; DROP TABLE record; --""",
    "spaces": "   entre \t deux   espaces   ",
}
LINES = "\nUne ligne\n\n  deux lignes\n\ttrois\n"


def named(name: str, text: str) -> str:
    """Return *text* behind a name that it is found by, no longer than a text may be."""
    return f"{name} : {text}"[:LONGEST]


def found(person: Person, name: str) -> Locator:
    """Return the goal or the step whose words begin with *name*."""
    return person.page.get_by_role("button", name=re.compile(f"^{name} : "))


def hands_in(person: Person, field: Locator, text: str) -> None:
    """Type *text* into the field of something new, and hand it in."""
    field.fill(text)
    field.press("Enter")


def opens_new_goal(person: Person) -> Locator:
    """Open the field of a new goal."""
    person.press("add short")
    return person.page.get_by_role("textbox", name=person["new short"])


def opens_step_words(person: Person, name: str) -> Locator:
    """Open the words of the step that begins with *name*."""
    found(person, name).tap()
    return person.page.get_by_role("textbox", name=person["step words"])


def comes_back(person: Person, goal: str) -> None:
    """Load the page anew, and open the goal whose words begin so."""
    person.comes_to_plan()
    found(person, goal).tap()
    expect(person.page.get_by_role("button", name=person["back"])).to_be_visible()


def told_at(person: Person, field: Locator, key: str) -> None:
    """Wait until the sentence *key* stands at *field*, where a screen reader says it too."""
    expect(field).to_have_accessible_description(person.sentence(key))
    expect(person.page.get_by_text(person.sentence(key))).to_be_visible()


def holds(field: Locator, text: str) -> None:
    """Wait until *field* holds *text*; says so in short when it does not."""
    expect(field).to_have_js_property("value.length", len(text.encode("utf-16-le")) // 2)
    assert field.input_value() == text


@pytest.fixture
def inside(her):
    """Her, on her plan, with no goal open."""
    her.comes_to_plan()
    return her


@pytest.fixture(scope="module")
def her_in_english(carnet, browser):
    """Somebody who reads English."""
    phone = Phone(browser, carnet, locale="en-GB")
    yield begins(Person(phone, "en"), carnet, "daisy-8")
    phone.put_away()


@pytest.fixture
def inside_in_english(her_in_english):
    """Somebody who reads English, on her plan, with no goal open."""
    her_in_english.comes_to_plan()
    return her_in_english


@pytest.mark.parametrize("kind", WILD)
def test_a_goal_and_a_step_are_kept_as_typed(inside, kind):
    goal, step = named(f"But {kind}", WILD[kind]), named(f"Pas {kind}", WILD[kind])
    hands_in(inside, opens_new_goal(inside), goal)
    found(inside, f"But {kind}").tap()
    hands_in(inside, inside.page.get_by_role("textbox", name=inside["first step"]), step)
    expect(found(inside, f"Pas {kind}")).to_be_visible()

    comes_back(inside, f"But {kind}")
    expect(opens_step_words(inside, f"Pas {kind}")).to_have_value(step)
    expect(inside.open_goal_words()).to_have_value(goal)
    assert inside.page.evaluate("window.ran") is None


def test_words_that_are_changed_are_kept_as_typed_line_by_line(inside):
    changed = named("Lignes", LINES + "".join(WILD[kind] for kind in ("Arabic", "HTML", "invisible letters")))
    inside.write_goal("Des lignes", "short")
    inside.open_goal("Des lignes")
    inside.add_step("Une ligne")
    inside.open_step("Une ligne").fill(changed)
    inside.press("close step")
    expect(found(inside, "Lignes")).to_be_visible()
    inside.open_goal_words().fill(changed)
    inside.press("close goal words")

    inside.comes_to_plan()
    found(inside, "Lignes").tap()
    expect(inside.open_goal_words()).to_have_value(changed)
    inside.press("close goal words")
    inside.page.get_by_role("listitem").get_by_role("button", name=re.compile("^Lignes : ")).tap()
    expect(inside.page.get_by_role("textbox", name=inside["step words"])).to_have_value(changed)
    assert inside.page.evaluate("window.ran") is None


def test_half_a_character_harms_nothing(inside):
    field = opens_new_goal(inside)
    field.fill("Moitié")
    field.evaluate(
        "field => (field.value += ' \\ud83c', field.dispatchEvent(new Event('input', {bubbles: true})))"
    )
    field.press("Enter")
    expect(inside.page.get_by_role("button", name=re.compile("^Moitié \ufffd$"))).to_be_visible()
    inside.write_goal("Après la moitié", "short")


def test_a_page_loaded_anew_in_the_middle_of_a_word_loses_none(inside):
    inside.write_goal("Tout recharger", "short")
    inside.open_goal("Tout recharger")
    field = inside.page.get_by_role("textbox", name=inside["first step"])
    field.focus()
    # All in one turn of the page: no time to save it before.
    field.evaluate(
        """field => {
          field.value = "au milieu d’un m";
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          location.reload();
        }"""
    )
    inside.page.wait_for_event("load")
    inside.comes_to_plan()
    inside.open_goal("Tout recharger")
    expect(inside.page.get_by_role("textbox", name=inside["first step"])).to_have_value("au milieu d’un m")


# --- too long, and blank -----------------------------------------------------------------------

TOO_LONG = named("Trop", "🌷" * LONGEST) + "s"


def opens_a_step(person: Person, goal: str) -> Locator:
    """Write a goal with a step, open the step, and return the field of its words."""
    person.write_goal(goal, "short")
    person.open_goal(goal)
    person.add_step("Court")
    return person.open_step("Court")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_one_character_too_many_is_told_at_the_field_and_nothing_is_lost(request, language):
    person = request.getfixturevalue({"fr": "inside", "en": "inside_in_english"}[language])
    field = opens_a_step(person, "Un mot de trop")
    field.fill(TOO_LONG)
    told_at(person, field, "error.text_too_long")
    holds(field, TOO_LONG)

    person.comes_to_plan()  # a new page: it shows what was kept, and no reproach
    person.open_goal("Un mot de trop")
    closed = person.step("Court")
    expect(closed.or_(field)).to_be_visible()
    if closed.is_visible():
        closed.tap()
    expect(field).to_have_value("Court")
    expect(field).to_have_accessible_description("")
    field.fill(TOO_LONG[:LONGEST])
    person.press("close step")
    expect(found(person, "Trop")).to_be_visible()


def test_what_was_too_long_waits_until_she_comes_back_to_it(inside):
    field = opens_a_step(inside, "Trop pour une étape")
    field.fill(TOO_LONG)
    told_at(inside, field, "error.text_too_long")
    inside.press("close step")
    inside.step("Court").tap()
    holds(field, TOO_LONG)
    told_at(inside, field, "error.text_too_long")

    inside.goes_to("me")
    inside.goes_to("the plan")
    holds(field, TOO_LONG)
    told_at(inside, field, "error.text_too_long")
    field.fill(TOO_LONG[:LONGEST])
    expect(field).to_have_accessible_description("")
    inside.press("close step")
    expect(found(inside, "Trop")).to_be_visible()


def test_something_new_that_is_too_long_stays_in_its_field(inside):
    field = opens_new_goal(inside)
    hands_in(inside, field, TOO_LONG)
    told_at(inside, field, "error.text_too_long")
    holds(field, TOO_LONG)
    inside.press("stop adding")
    field = opens_new_goal(inside)
    holds(field, TOO_LONG)
    hands_in(inside, field, "Assez court")
    expect(inside.goal("Assez court")).to_be_visible()
    expect(field).to_have_accessible_description("")

    inside.open_goal("Assez court")
    field = inside.page.get_by_role("textbox", name=inside["first step"])
    hands_in(inside, field, TOO_LONG)
    told_at(inside, field, "error.text_too_long")
    holds(field, TOO_LONG)
    hands_in(inside, field, TOO_LONG[:LONGEST])
    expect(found(inside, "Trop")).to_be_visible()
    holds(inside.page.get_by_role("textbox", name=inside["another step"]), "")


def test_a_whole_book_pasted_stays_in_the_field(inside):
    book = "Il était une fois. " * 2_632  # 50,008 characters
    field = opens_a_step(inside, "Un livre")
    field.select_text()
    inside.page.keyboard.insert_text(book)
    told_at(inside, field, "error.text_too_long")
    holds(field, book)
    field.fill("Il était une fois")
    inside.press("close step")
    expect(inside.step("Il était une fois")).to_be_visible()


def test_nothing_at_all_is_told_at_the_field_and_what_stood_there_stays(inside):
    field = opens_new_goal(inside)
    for nothing in ("", "   "):
        hands_in(inside, field, nothing)
        told_at(inside, field, "error.text_missing")
    inside.press("stop adding")

    field = opens_a_step(inside, "Sans un mot")
    field.fill(" \n ")
    told_at(inside, field, "error.text_missing")
    inside.press("close step")
    expect(inside.open_step("Court")).to_have_value("Court")


# --- not finished yet --------------------------------------------------------------------------


def test_what_she_is_typing_is_there_when_she_comes_back_from_another_page(inside):
    opens_new_goal(inside).fill("Un objectif à moit")
    inside.goes_to("me")
    inside.goes_to("the plan")
    field = inside.page.get_by_role("textbox", name=inside["new short"])
    expect(field).to_have_value("Un objectif à moit")
    inside.page.goto("/plan/")
    expect(field).to_have_value("Un objectif à moit")
    hands_in(inside, field, "Un objectif entier")
    expect(inside.goal("Un objectif entier")).to_be_visible()
    inside.goes_to("me")
    inside.goes_to("the plan")
    expect(field).to_have_value("")

    inside.open_goal("Un objectif entier")
    field = inside.page.get_by_role("textbox", name=inside["first step"])
    field.fill("Une étape à moit")
    inside.back_to_plan()
    inside.open_goal("Un objectif entier")
    expect(field).to_have_value("Une étape à moit")
    field.press("End")
    field.press_sequentially("ié")
    inside.goes_to("me")
    inside.goes_to("the plan")
    expect(field).to_have_value("Une étape à moitié")


def test_a_clock_that_is_set_back_costs_no_word(inside, make_phone, carnet):
    phone = make_phone(carnet)
    later = inside.on(phone)
    phone.page.clock.set_system_time("2040-05-01T12:00:00")
    later.sign_in().opens_plan()
    later.write_goal("Écrit en 2040", "long")
    phone.page.clock.set_system_time("2030-05-01T12:00:00")
    phone.page.reload()
    later.write_goal("Écrit en 2030", "long")
