"""Today: what she picks, what is near, one of her strengths; her phone says which day it is."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, expect

from lifeplan_app.core import adding, marks
from lifeplan_app.i18n.dates import day_in_words, day_leaf
from lifeplan_app.model.account import Language
from lifeplan_app.model.plan import Horizon
from tests.e2e.beside import plan_of
from tests.e2e.person import Person

GOAL, STEP, OTHER = "Souffler un peu", "Marcher au parc", "Ne rien faire dimanche"
AHEAD, BEHIND = "Pacific/Kiritimati", "Pacific/Pago_Pago"  # 25 hours apart: it is never the same day


def section(person: Person, key: str) -> Locator:
    return person.page.get_by_role("region", name=person.sentence(key), exact=True)


def picks(person: Person, text: str) -> None:
    person.page.get_by_role("button", name=person.sentence("today.pick"), exact=True).tap()
    sheet = person.page.get_by_role("dialog", name=person.sentence("today.pick"))
    person.hides_offer(sheet)
    sheet.get_by_role("button", name=text).tap()
    expect(sheet).to_be_hidden()


@pytest.mark.check("T6")
def test_a_first_day_invites_and_what_she_picks_can_be_ticked_and_taken_off(phone, carnet):
    person = Person(phone)
    person.fill_in_sign_up(carnet.invitation(), "premier-jour")
    person.press("make")
    person.puts_code_away()
    person.sees_day()
    expect(person.page.get_by_role("heading", name=person.sentence("today.empty.title"))).to_be_visible()
    person.page.get_by_role("link", name=person.sentence("today.plan")).tap()
    person.sees_plan()
    person.write_goal(GOAL, "short")
    person.open_goal(GOAL)
    for text in (STEP, OTHER):
        person.add_step(text)

    person.goes_to("the day")
    today = section(person, "today.picked")
    picks(person, STEP)
    expect(today.get_by_role("listitem")).to_have_count(1)
    person.press("undo")
    expect(today.get_by_role("listitem")).to_have_count(0)
    picks(person, OTHER)
    picks(person, STEP)
    expect(today.get_by_role("listitem")).to_have_count(2)
    person.tick(STEP)
    expect(today.get_by_role("listitem").filter(has_text=STEP)).to_contain_text(person["done"])
    person.press("undo")
    expect(person.tick_box(STEP)).to_have_attribute("aria-pressed", "false")
    take_off = person.page.get_by_role("button", name=f"{person.sentence('today.drop')} : {STEP}")
    take_off.tap()
    expect(today.get_by_role("listitem")).to_have_count(1)
    person.press("undo")
    expect(take_off).to_be_visible()

    today.get_by_role("button", name=OTHER, exact=True).tap()  # its words lead to its goal
    expect(person.page.get_by_role("heading", name=GOAL).first).to_be_visible()
    expect(person.step(STEP)).to_be_visible()
    assert person.page.url.endswith("/plan/")


def test_near_dates_look_alike_before_and_after_and_her_phone_says_which_day_it_is(her, make_phone, carnet):
    here = datetime.now(tz=ZoneInfo(AHEAD)).date()
    passed, near, far = (here + timedelta(days=days) for days in (-3, 5, 30))
    with plan_of(her, carnet) as (uow, actor):
        goal = adding.add_goal(uow, actor, Horizon.SHORT, GOAL).record
        for day in (far, near, passed):
            step = adding.add_step(uow, actor, goal.id, f"Rendez-vous {day}").record
            marks.set_day(uow, actor, step.id, day)
        picked = adding.add_step(uow, actor, goal.id, STEP).record
        marks.set_day(uow, actor, picked.id, far)
        marks.pick(uow, actor, picked.id, here)
        adding.add_strength(uow, actor, "Je ne lâche pas")

    ahead = her.on(make_phone(carnet, timezone_id=AHEAD)).sign_in().sees_day()
    expect(ahead.page.get_by_text(day_in_words(here, Language.FRENCH))).to_be_visible()
    chosen = section(ahead, "today.picked").get_by_role("listitem")
    expect(chosen).to_contain_text([STEP])
    expect(chosen).to_contain_text(" ".join(day_leaf(far, here, Language.FRENCH)))
    rows = section(ahead, "today.coming").get_by_role("listitem")
    expect(rows).to_have_count(2)
    for row, day in zip(rows.all(), (passed, near), strict=True):
        expect(row).to_contain_text(f"Rendez-vous {day}")
        expect(row.locator(".daynum")).to_have_text("".join(day_leaf(day, here, Language.FRENCH)))
    looks = {
        row.evaluate("row => [...row.querySelectorAll('*')].map(({ className }) => className).join()")
        for row in rows.all()
    }
    assert len({look.replace("undefined", "") for look in looks}) == 1
    expect(section(ahead, "today.strength")).to_contain_text("Je ne lâche pas")

    behind = her.on(make_phone(carnet, timezone_id=BEHIND)).sign_in().sees_day()
    there = datetime.now(tz=ZoneInfo(BEHIND)).date()
    expect(behind.page.get_by_text(day_in_words(there, Language.FRENCH))).to_be_visible()
    expect(behind.page.get_by_text(behind.sentence("today.none"))).to_be_visible()
