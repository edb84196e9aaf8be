"""Every page in each of its important states: what is to hold for all of them is tried here.

A new page, or a new state of one, is a function that brings it about and a line in one of the lists.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from playwright.sync_api import Locator, expect

from lifeplan_app import demo
from lifeplan_app.core import adding, marks, plan
from lifeplan_app.model.plan import Horizon
from tests.e2e.beside import plan_of
from tests.e2e.person import Person
from tests.e2e.server import Carnet
from tests.factories import written_plan

GOAL, STEP, DATED = (
    "Un compte en banque à mon nom",
    "Attestation d'hébergement",
    "Prendre rendez-vous à l'agence",
)
WISH, STRENGTH, AWAY = "Avoir une clé à moi", "Je parle trois langues", "Un cours de couture"

# What the page does by itself when ten seconds are over.
LET_STAND = """(mark) => {
  window.carnet.out.mark = mark;
  document.getElementById("bridge-stand").click();
}"""

Reach = Callable[[Person], None]


def writes_plan(person: Person, carnet: Carnet) -> None:
    """Let all stand in her plan that the poses show. None of her windows has been open yet."""
    today = datetime.now(tz=UTC).date()
    with plan_of(person, carnet) as (uow, actor):
        demo.fill(uow, actor, written_plan(), today)
        plan.put_away(uow, actor, adding.add_goal(uow, actor, Horizon.LONG, AWAY).record.id)
        steps = [step for goal in plan.read_plan(uow, actor).goals for step in goal.steps]
        for step in steps:
            if step.text in (STEP, DATED):
                marks.pick(uow, actor, step.id, today)


def button(person: Person, key: str, of: str = "") -> Locator:
    """Return the button that says *key*, and what of."""
    name = person.sentence(key)
    return person.page.get_by_role("button", name=f"{name} : {of}" if of else name, exact=True)


def dialog(person: Person, key: str) -> Locator:
    """Return the sheet under the title *key*."""
    return person.page.get_by_role("dialog", name=person.sentence(key), exact=True)


# --- before the sign-in ------------------------------------------------------------------------


def sign_in(person: Person) -> None:
    person.arrive()


def sign_up_refused(person: Person) -> None:
    """Six words are offered and taken; the code is missing, and that is told beside its field."""
    person.arrive()
    person.page.get_by_role("link", name=person["have code"]).tap()
    person.takes_words("phrase")
    person.press("make")
    person.told_at("code", "error.invitation")


def regain(person: Person) -> None:
    person.arrive()
    person.page.get_by_role("link", name=person["have recovery"]).tap()
    expect(person.field("recovery")).to_be_visible()


def install(person: Person) -> None:
    """The calculator is chosen, its digits are refused, and both ways to install it lie open."""
    person.arrive()
    person.page.get_by_role("link", name=person.sentence("public.install.title")).tap()
    person.page.get_by_role("radio", name=person.sentence("public.install.calculator")).check()
    digits = person.page.get_by_label(person.sentence("public.install.digits"), exact=True)
    digits.fill("12a")
    digits.press("Enter")
    expect(person.page.get_by_text(person.sentence("public.install.digits.refused"))).to_be_visible()
    for system in ("android", "iphone"):
        title = person.page.get_by_text(person.sentence(f"public.install.{system}"), exact=True)
        step = person.page.get_by_text(person.sentence(f"public.install.{system}.1"), exact=True)
        if not step.is_visible():
            title.tap()
        expect(step).to_be_visible()


# --- with nothing written ------------------------------------------------------------------------


def first_day(person: Person) -> None:
    empty_plan(person)
    person.goes_to("the day")
    person.sees_day()


def empty_plan(person: Person) -> None:
    person.comes_to_plan()


def nothing_put_away(person: Person) -> None:
    empty_plan(person)
    person.press("what is away")
    expect(person.page.get_by_text(person.sentence("away.empty.title"))).to_be_visible()


# --- with the plan written: today and the plan ------------------------------------------------------


def day(person: Person) -> None:
    list_of_goals(person)
    person.goes_to("the day")
    person.sees_day()
    expect(person.tick_box(STEP)).to_be_visible()


def day_picking(person: Person) -> None:
    day(person)
    button(person, "today.pick").tap()
    expect(dialog(person, "today.pick")).to_be_visible()


def list_of_goals(person: Person) -> None:
    person.comes_to_plan()
    expect(person.goal(GOAL)).to_be_visible()
    offer = person.page.locator("[data-undo]")
    if mark := offer.count() and offer.first.get_attribute("data-undo"):
        person.page.evaluate(LET_STAND, mark)
        expect(offer).to_have_count(0)


def wish_open(person: Person) -> None:
    list_of_goals(person)
    person.open_wishes()
    person.open_wish(WISH)


def goal_being_added(person: Person) -> None:
    list_of_goals(person)
    person.press("add short")
    expect(person.page.get_by_role("textbox", name=person["new short"])).to_be_focused()


def search(person: Person) -> None:
    list_of_goals(person)
    expect(person.look_for("re").get_by_role("listitem").first).to_be_visible()


def put_away(person: Person) -> None:
    list_of_goals(person)
    person.press("what is away")
    expect(button(person, "away.take_out", AWAY)).to_be_visible()


# --- with the plan written: a goal -----------------------------------------------------------------


def goal(person: Person) -> None:
    list_of_goals(person)
    person.open_goal(GOAL)
    if person.page.get_by_role("button", name=person["close step"]).count():
        person.press("close step")  # as she left it


def goal_words_open(person: Person) -> None:
    goal(person)
    person.open_goal_words()


def note_open(person: Person) -> None:
    goal(person)
    button(person, "memo.add").tap()
    expect(person.page.get_by_role("textbox", name=person.sentence("memo.label"))).to_be_focused()


def step_open(person: Person) -> None:
    goal(person)
    person.open_step(STEP)


def step_sheet_open(person: Person) -> None:
    goal(person)
    person.open_step(DATED)
    expect(person.open_step_sheet()).to_be_visible()


def goal_sheet_open(person: Person) -> None:
    goal(person)
    expect(person.open_sheet()).to_be_visible()


def ideas_open(person: Person) -> None:
    goal(person)
    button(person, "ideas.ask").tap()
    dialog(person, "ideas.title").get_by_role("listitem").first.get_by_role("button").tap()
    expect(button(person, "ideas.others")).to_be_visible()


def order_buttons(person: Person) -> None:
    goal(person)
    button(person, "order.grip", STEP).tap()
    expect(dialog(person, "order.place")).to_be_visible()


def undo_offered(person: Person) -> None:
    goal(person)
    # It would go after ten seconds; here it stays to be looked at.
    person.page.evaluate("document.getElementById('bridge-stand').id = ''")
    person.tick_box(DATED).tap()
    expect(person.page.get_by_role("button", name=person["undo"])).to_be_visible()


# --- with the plan written: her own page -------------------------------------------------------------


def me(person: Person) -> None:
    list_of_goals(person)
    person.goes_to("me")
    expect(person.field("delay")).to_be_visible()


def strength_open(person: Person) -> None:
    me(person)
    person.page.get_by_role("button", name=STRENGTH, exact=True).tap()
    expect(button(person, "strength.close")).to_be_visible()


def me_unfolded(person: Person) -> None:
    me(person)
    for key in ("me.words", "me.key", "me.code"):
        person.page.get_by_text(person.sentence(key), exact=True).first.tap()
    expect(person.page.get_by_role("button", name=person["make code"])).to_be_visible()


def leaving_refused(person: Person) -> None:
    """She wrote an address that cannot be had."""
    me(person)
    person.page.get_by_text(person.sentence("leaving.title"), exact=True).first.tap()
    person.page.get_by_role("radio", name=person.sentence("leaving.own")).tap()
    person.page.get_by_label(person.sentence("leaving.address"), exact=True).fill("http://meteo.fr")
    button(person, "leaving.keep").tap()
    expect(person.page.get_by_text(person.sentence("error.exit_address"))).to_be_visible()


def first_screen(person: Person, number: int) -> None:
    """She is at that screen of the first steps."""
    person.page.goto("/first/")
    title = person.page.get_by_role("heading", name=person.sentence("first.1.title"))
    expect(person.page.locator(".panel--first")).to_be_visible()
    while not title.is_visible():
        button(person, "first.back").tap()
        expect(person.page.get_by_role("heading", level=1)).to_be_focused()
    for each in range(2, number + 1):
        button(person, "first.next").tap()
        expect(
            person.page.get_by_role("heading", name=person.sentence(f"first.{each}.title"))
        ).to_be_visible()


def first_phone(person: Person) -> None:
    first_screen(person, 1)
    person.page.get_by_label(person.sentence("first.1.yes")).check()
    expect(person.page.get_by_text(person.sentence("first.1.hint"))).to_be_visible()


def first_leave(person: Person) -> None:
    first_screen(person, 2)


def first_code(person: Person) -> None:
    first_screen(person, 4)


def code_shown(person: Person) -> None:
    me_unfolded(person)
    form = person.page.locator("form", has=person.page.get_by_role("button", name=person["make code"]))
    form.get_by_label(person["phrase now"], exact=True).fill(person.phrase)
    person.press("make code")
    person.reads_code()


# --- on a wide screen ------------------------------------------------------------------------------


def goal_beside_plan(person: Person) -> None:
    goal(person)
    person.sees_plan()


def keys_listed(person: Person) -> None:
    list_of_goals(person)
    person.press("keys")
    expect(dialog(person, "keys.title")).to_be_visible()


PUBLIC: list[Reach] = [sign_in, sign_up_refused, regain, install]
EMPTY: list[Reach] = [first_day, empty_plan, nothing_put_away]
PRIVATE: list[Reach] = [
    day,
    day_picking,
    list_of_goals,
    wish_open,
    goal_being_added,
    search,
    put_away,
    goal,
    goal_words_open,
    note_open,
    step_open,
    step_sheet_open,
    goal_sheet_open,
    ideas_open,
    order_buttons,
    undo_offered,
    me,
    strength_open,
    me_unfolded,
    leaving_refused,
    first_phone,
    first_leave,
    first_code,
    code_shown,
]
WIDE: list[Reach] = [goal_beside_plan, keys_listed]
