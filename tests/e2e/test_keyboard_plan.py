"""What stands around her goals is done with the keyboard alone, too (T4)."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.keys import Keys

pytestmark = pytest.mark.check("T4")

WISH, OTHER_WISH = "Voir la mer", "Dormir tard"
STRENGTH, OTHER_STRENGTH = "Je ris fort", "Je ne lâche pas"


def adds(keys: Keys, field: Locator, *texts: str) -> None:
    """Hand in one text after the other in the field for something new."""
    keys.walks_to(field)
    for text in texts:
        keys.types(text)
        keys.press("Enter")
        expect(field).to_have_value("")
        keys.is_at(field)


def writes_goals(keys: Keys, *goals: str) -> None:
    """Write goals for soon, and stay on the button that opened their field."""
    keys.activates(keys.button("add short"))
    keys.is_at(keys.field("new short"))
    adds(keys, keys.field("new short"), *goals)
    keys.activates(keys.button("stop adding"))
    keys.is_at(keys.button("add short"))


def opens_goal(keys: Keys, goal: str) -> None:
    keys.activates(keys.person.goal(goal))
    expect(keys.title()).to_contain_text(goal)
    keys.is_at(keys.title())


def goes_to(keys: Keys, place: str) -> None:
    """Follow a link of the bar, and be at the title of that page."""
    places = keys.page.get_by_role("navigation", name=keys.person["places"])
    keys.activates(places.get_by_role("link", name=keys.person[place]))
    expect(places.get_by_role("link", name=keys.person[place])).to_have_attribute("aria-current", "page")
    keys.is_at(keys.title())


def test_she_picks_a_step_for_today_and_drops_it_again(keys):
    goal, step, other = "Bouger", "Marcher au parc", "Prendre l’escalier"
    writes_goals(keys, goal)
    opens_goal(keys, goal)
    keys.walks_to(keys.page.get_by_role("textbox", name=keys.person["first step"]))
    keys.types(step)
    keys.press("Enter")
    adds(keys, keys.field("another step"), other)

    goes_to(keys, "the day")
    pick = keys.page.get_by_role("button", name=keys.person.sentence("today.pick"), exact=True)
    sheet = keys.page.get_by_role("dialog", name=keys.person.sentence("today.pick"))
    today = keys.page.get_by_role("region", name=keys.person.sentence("today.picked"))
    for number, text in enumerate((step, other), start=1):
        keys.activates(pick)
        keys.is_at(sheet.get_by_role("heading", level=2))
        keys.activates(sheet.get_by_role("button", name=text))
        expect(sheet).to_be_hidden()
        expect(today.get_by_role("listitem")).to_have_count(number)
        keys.sees_where_she_is()

    drop = keys.person.sentence("today.drop")
    keys.walks_to(today.get_by_role("button", name=f"{drop} : {step}"), "Shift+Tab")
    keys.press("Enter")
    keys.is_at(today.get_by_role("button", name=other, exact=True))
    keys.activates(today.get_by_role("button", name=f"{drop} : {other}"), "Space")
    expect(today.get_by_role("listitem")).to_have_count(0)
    keys.is_at(keys.title())


def test_a_wish_becomes_a_goal_that_she_finds_by_its_area(keys):
    writes_goals(keys, "Autre chose")
    keys.activates(keys.page.get_by_role("link", name=keys.person["sun"]))
    keys.is_at(keys.page.locator("#wishes > summary"))
    keys.walks_to(keys.field("first wish"))
    keys.types(WISH)
    keys.press("Enter")
    adds(keys, keys.field("another wish"), OTHER_WISH)

    keys.walks_to(keys.person.wish(WISH), "Shift+Tab")
    keys.press("Enter")
    keys.is_at(keys.page.get_by_role("group", name=WISH))
    becomes = keys.page.get_by_role("group", name=keys.person["becomes"])
    keys.activates(becomes.get_by_role("button", name=keys.person["long"]))
    keys.is_at(keys.person.wish(OTHER_WISH))
    expect(keys.person.band("long").get_by_role("heading", level=3)).to_have_text([WISH])

    opens_goal(keys, WISH)
    keys.activates(keys.button("where goal"))
    keys.is_at(keys.heading("this goal"))
    keys.walks_to(keys.page.get_by_role("radio", name=keys.person.sentence("goal.area.none")))
    keys.press("ArrowDown")  # from the last round to the first
    housing = keys.page.get_by_role("radio", name=keys.person.sentence("area.housing"))
    expect(housing).to_be_checked()
    keys.is_at(housing)
    keys.press("Escape")
    keys.is_at(keys.button("where goal"))
    keys.press("Escape")
    keys.is_at(keys.person.goal(WISH))

    areas = keys.page.get_by_role("group", name=keys.person["areas"])
    chip = areas.get_by_role("button", name=keys.person.sentence("area.housing"))
    keys.walks_to(chip, "Shift+Tab")
    keys.press("Space")
    expect(keys.page.get_by_role("heading", level=3)).to_have_text([WISH])
    keys.is_at(chip)
    keys.walks_to(areas.get_by_role("button", name=keys.person["all areas"]), "Shift+Tab")
    keys.press("Enter")
    expect(keys.person.goal("Autre chose")).to_be_visible()
    keys.is_at(areas.get_by_role("button", name=keys.person["all areas"]))


def test_she_finds_a_goal_puts_it_away_and_takes_it_back(keys):
    goal = "Retrouver ma sœur"
    writes_goals(keys, goal, "Lire", "Chanter")  # the plan is longer than the window
    keys.activates(keys.button("search"))
    find = keys.page.get_by_role("searchbox", name=keys.person["find"])
    keys.is_at(find)
    keys.types("SOEUR")
    result = keys.page.get_by_role("listitem").get_by_role("button", name=goal)
    keys.activates(result)
    expect(keys.title()).to_contain_text(goal)
    keys.is_at(keys.title())
    keys.press("Escape")
    keys.is_at(result)
    expect(find).to_have_value("SOEUR")  # as she left it
    keys.activates(keys.button("back"))
    keys.is_at(keys.button("search"))

    opens_goal(keys, goal)
    keys.activates(keys.button("where goal"))
    keys.activates(keys.button("put goal away"))
    expect(keys.person.goal(goal)).to_have_count(0)
    expect(keys.heading("plan")).to_be_visible()
    keys.is_at(keys.title())
    keys.activates(keys.button("what is away"))
    keys.is_at(keys.heading("what is away"))
    keys.activates(keys.page.get_by_role("button", name=f"{keys.person['take out']} : {goal}"))
    expect(keys.page.get_by_text(keys.person.sentence("away.empty.title"))).to_be_visible()
    keys.is_at(keys.heading("what is away"))
    keys.walks_to(keys.button("back"), "Shift+Tab")
    keys.press("Enter")
    keys.is_at(keys.button("what is away"))
    expect(keys.person.goal(goal)).to_be_visible()


def test_an_idea_becomes_a_step_with_a_note_a_date_and_a_week(keys):
    idea = keys.person.sentence("idea.rest.1")
    writes_goals(keys, "Souffler")
    opens_goal(keys, "Souffler")
    keys.activates(keys.button("ideas"))
    keys.is_at(keys.heading("ideas of steps"))
    sheet = keys.page.get_by_role("dialog", name=keys.person["ideas of steps"])
    keys.activates(sheet.get_by_role("button", name=keys.person.sentence("idea.rest"), exact=True))
    keys.is_at(sheet.get_by_role("button", name=idea, exact=True))
    keys.press("Enter")
    expect(keys.person.step(idea)).to_be_visible()
    keys.is_at(keys.button("ideas"))

    keys.walks_to(keys.person.step(idea), "Shift+Tab")
    keys.press("Enter")
    opened = keys.page.get_by_role("group", name=idea)
    keys.is_at(opened)
    keys.activates(opened.get_by_role("button", name=keys.person["add note"], exact=True))
    keys.is_at(keys.field("note"))
    keys.types("Bus 12")
    keys.activates(keys.button("more for step"))
    keys.is_at(keys.heading("this step"))
    keys.walks_to(keys.page.get_by_label(keys.person["date"], exact=True))
    keys.types("11112031")  # the order of day and month is the browser's own
    keys.activates(keys.page.get_by_role("switch", name=keys.person["weekly"]), "Space")
    expect(keys.page.get_by_role("switch", name=keys.person["weekly"])).to_be_checked()
    keys.is_at(keys.page.get_by_role("switch", name=keys.person["weekly"]))
    keys.press("Escape")
    keys.is_at(keys.button("more for step"))

    keys.walks_to(keys.button("close step"), "Shift+Tab")
    keys.press("Enter")
    keys.is_at(keys.person.step(idea))
    stop = keys.person.where(idea)
    expect(stop.get_by_text(re.compile(r"^11\s+nov. 2031$"))).to_be_visible()
    for sign in ("weekly", "note"):
        expect(stop.get_by_text(keys.person[sign], exact=True)).to_be_attached()


def test_she_adds_a_strength_opens_it_and_closes_it(keys):
    goes_to(keys, "me")
    add = keys.page.get_by_role("button", name=keys.person.sentence("strength.add"))
    keys.activates(add)
    field = keys.page.get_by_role("textbox", name=keys.person.sentence("strength.new"))
    keys.is_at(field)
    adds(keys, field, OTHER_STRENGTH, STRENGTH)
    keys.activates(
        keys.page.get_by_role("button", name=keys.person.sentence("strength.new.close"), exact=True)
    )
    keys.is_at(add)

    chip = keys.page.get_by_role("button", name=STRENGTH, exact=True)
    keys.activates(chip)
    keys.is_at(keys.page.get_by_role("group", name=STRENGTH))
    keys.walks_to(keys.page.get_by_role("textbox", name=keys.person.sentence("strength.text")))
    keys.press("Control+End")
    keys.types(" le soir")
    keys.activates(keys.page.get_by_role("button", name=keys.person.sentence("strength.close")))
    keys.is_at(keys.page.get_by_role("button", name=f"{STRENGTH} le soir", exact=True))
