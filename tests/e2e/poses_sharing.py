"""The pages of sharing in their states, from both sides: poses like those of `poses`."""

from datetime import UTC, datetime

from playwright.sync_api import expect

from lifeplan_app.core import linking, people, plan, received, sharing
from lifeplan_app.core.following import arrive
from lifeplan_app.model.sharing import Contact
from tests.e2e.beside import plan_of
from tests.e2e.person import Person
from tests.e2e.poses import STEP, Reach, button, dialog, step_open
from tests.e2e.server import Carnet

ALIAS = "Marguerite-Alexandrine"
NOTE = "J’ai le modèle. On le remplit ensemble jeudi ?"


def shows_beside(owner: Person, staff: Person, carnet: Carnet) -> None:
    """Let *staff* see two steps of *owner*, open them, and leave a note. No window of theirs is open."""
    today = datetime.now(tz=UTC).date()
    with plan_of(staff, carnet) as (uow, actor):
        code = linking.own_code(uow, actor).code
    with plan_of(owner, carnet) as (uow, actor):
        contact = linking.link(uow, actor, code, ALIAS)
        steps = [step for goal in plan.read_plan(uow, actor).goals for step in goal.steps][:2]
        ends = sharing.usual_end(today)
        sharing.share(uow, actor, contact.id, [step.id for step in steps], ends, today)
    with plan_of(staff, carnet) as (uow, actor):
        people.receive(uow, actor)
        [known] = [each for each in people.papers(uow, actor).all() if isinstance(each, Contact)]
        cards = received.open_person(uow, actor, known.id, today, datetime.now(tz=UTC))
        for each in cards:
            received.leave_note(uow, actor, known.id, each.share, NOTE, today)
    with plan_of(owner, carnet) as (uow, actor):
        arrive(uow, actor, today)


# --- hers --------------------------------------------------------------------------------------


def nothing_shared(person: Person) -> None:
    person.page.goto("/shown/")
    expect(person.page.get_by_text(person.sentence("shown.empty.title"))).to_be_visible()


def sharing_page(person: Person) -> None:
    """The last day of a step is refused beside its field, and the list of who looked lies open."""
    person.page.goto("/shown/")
    page = person.page
    page.get_by_role("button", name=person.sentence("shown.until.change")).first.tap()
    page.get_by_label(person.sentence("shown.until.new")).fill("2001-01-01")
    button(person, "shown.until.keep").tap()
    expect(page.get_by_text(person.sentence("error.end_date"))).to_be_visible()
    page.get_by_text(person.sentence("looks.title"), exact=True).tap()
    expect(page.locator(".log").get_by_text(person.sentence("looks.somebody"))).to_have_count(0)


def person_asked(person: Person) -> None:
    person.page.goto("/shown/")
    person.page.get_by_role("button", name=person.sentence("shown.more")).first.tap()
    expect(person.page.get_by_label(person.sentence("person.alias"))).to_be_visible()


def code_refused(person: Person) -> None:
    person.page.goto("/shown/")
    button(person, "shown.add").tap()
    person.page.get_by_label(person.sentence("link.code")).fill("AB12")
    button(person, "link.meet").tap()
    expect(dialog(person, "link.title").get_by_text(person.sentence("error.link_code"))).to_be_visible()


def step_being_shown(person: Person) -> None:
    step_open(person)
    name = person.page.get_by_role("button", name=person.sentence("step.give"), exact=True)
    name.or_(person.page.get_by_role("button", name=person.sentence("step.seen"), exact=True)).tap()
    expect(dialog(person, "give.title").get_by_text(STEP)).to_be_visible()


# --- whoever works here ------------------------------------------------------------------------


def received_list(person: Person) -> None:
    person.page.goto("/received/")
    button(person, "received.by_area").tap()
    expect(person.page.get_by_role("button", name=ALIAS).first).to_be_visible()
    button(person, "own_code.show").tap()
    expect(person.page.get_by_role("img", name=person.sentence("own_code.picture"))).to_be_visible()


def received_cards(person: Person) -> None:
    person.page.goto("/received/")
    person.page.get_by_role("button", name=ALIAS).first.tap()
    person.page.get_by_role("button", name=person.sentence("received.note")).first.tap()
    expect(person.page.get_by_label(person.sentence("received.note"), exact=True)).to_be_visible()


HERS: list[Reach] = [sharing_page, person_asked, code_refused, step_being_shown]
RECEIVED: list[Reach] = [received_list, received_cards]
