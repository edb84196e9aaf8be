"""What the day shows, and what she does there."""

from datetime import timedelta
from functools import partial

import pytest

from lifeplan_app.core import adding, marks
from lifeplan_app.core.today import ABSENT_DAYS
from lifeplan_app.model.errors import StoreError
from lifeplan_app.model.plan import Horizon
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.me import MeState
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.picks import MOST_PICKS, PicksState
from lifeplan_app.state.reading import shown_page
from lifeplan_app.state.steps import StepsState
from lifeplan_app.state.today import TodayState
from lifeplan_app.state.undo import UndoState
from tests.factories import TODAY, participant
from tests.unit.state.conftest import SHORT
from tests.unit.state.page import Page


async def shown(page):
    return await page.shows(TodayState)


def steps(person):
    return person.read().goals[0].steps


@pytest.fixture
async def day(app, written):
    """Her day, as it shows when it has been read."""
    page = Page(app, written.entered.cookie)
    assert await page.call(TodayState.load) is None
    return page


async def test_a_day_without_a_plan_says_so(app, nadia):
    page = Page(app, nadia.entered.cookie)
    await page.call(TodayState.load)
    day = await shown(page)
    assert (day.loaded, day.started, day.back) == (True, False, False)
    assert not (await page.shows(PicksState)).some
    assert (day.picked, day.coming, day.strength) == ([], [], "")
    assert day.day == "Samedi 21 novembre"


async def test_the_day_stands_in_her_language(day):
    await day.call(MeState.choose_language, "en")
    assert (await shown(day)).day == "Saturday 21 November"


async def test_what_she_may_pick_is_listed_by_goal_once_she_asks(day):
    picks = await day.shows(PicksState)
    assert (picks.some, picks.goals) == (True, [])
    await day.call(PicksState.start)
    picks = await day.shows(PicksState)
    (goal,) = picks.goals
    assert not picks.goes_on
    assert goal.goal == SHORT["title"]
    assert [step.text for step in goal.steps] == [
        step["text"] for step in SHORT["steps"] if step["progress"] in {"idea", "active"}
    ]


async def test_of_very_many_some_are_listed_until_she_asks_for_more(day, written):
    goal = written.read().goals[0].goal.id
    for number in range(MOST_PICKS):
        written.do(adding.add_step, goal, f"étape {number}")
    await day.call(PicksState.start)
    picks = await day.shows(PicksState)
    assert sum(len(each.steps) for each in picks.goals) == MOST_PICKS
    assert picks.goes_on
    await day.call(PicksState.show_more)
    picks = await day.shows(PicksState)
    assert sum(len(each.steps) for each in picks.goals) > MOST_PICKS
    assert not picks.goes_on


@pytest.mark.check("T6")
async def test_a_step_is_picked_and_taken_off_and_both_can_be_taken_back(day, written):
    step = steps(written)[1]
    await day.call(PicksState.pick, step.id)
    (row,) = (await shown(day)).picked
    assert (row.text, row.progress) == (step.text, step.progress.value)
    await day.call(TodayState.drop, step.id)
    assert (await shown(day)).picked == []
    assert (await day.shows(UndoState)).said == "undo.dropped"
    await day.call(UndoState.take_back)
    assert [each.id for each in (await shown(day)).picked] == [step.id]
    await day.call(TodayState.drop, step.id)
    await day.call(PicksState.pick, step.id)
    assert (await day.shows(UndoState)).said == "undo.picked"
    await day.call(UndoState.take_back)
    assert steps(written)[1].picked is None


async def test_a_ticked_step_stays_on_the_day(day, written):
    step = steps(written)[1]
    await day.call(PicksState.pick, step.id)
    await day.call(GoalState.choose, step.id, "done")
    assert [each.progress for each in (await shown(day)).picked] == ["done"]


async def test_near_dates_are_shown_alike_before_and_after(day, written):
    late, _, soon = steps(written)
    written.do(marks.set_day, late.id, TODAY - timedelta(days=2))
    written.do(marks.set_day, soon.id, TODAY + timedelta(days=7))
    await day.call(TodayState.load)
    rows = (await shown(day)).coming
    assert [(row.id, row.number, row.month) for row in rows] == [
        (late.id, "19", "nov."),
        (soon.id, "28", "nov."),
    ]


async def test_a_strength_of_hers_is_shown(day, written):
    written.do(adding.add_strength, "Je ne lâche pas")
    await day.call(TodayState.load)
    assert (await shown(day)).strength == "Je ne lâche pas"


async def test_after_an_absence_she_is_welcomed_and_nothing_has_piled_up(day, written, clock, app):
    await day.call(PicksState.pick, steps(written)[1].id)
    clock.wait(days=ABSENT_DAYS)
    page = Page(app, written.sign_in().cookie, "weeks later")
    await page.call(TodayState.load)
    assert ((await shown(page)).back, (await shown(page)).picked) == (True, [])
    await page.call(TodayState.load)
    assert (await shown(page)).back
    later = Page(app, written.sign_in().cookie, "an hour later")
    await later.call(TodayState.load)
    assert not (await shown(later)).back


async def test_the_day_shows_where_nothing_can_be_written(app, written, monkeypatch):
    def refuse(*_):
        raise StoreError

    monkeypatch.setattr("lifeplan_app.core.today.visit", refuse)
    page = Page(app, written.entered.cookie)
    await page.call(TodayState.load)
    assert (await shown(page)).loaded
    assert (await page.shows(NoticeState)).text == ""


async def test_a_tap_on_its_words_leads_to_the_goal(day, written):
    goal = written.read().goals[0].goal
    await day.call(TodayState.open_goal, goal.id)
    assert (await day.shows(GoalState)).text == goal.text
    assert len((await day.shows(StepsState)).rows) == len(SHORT["steps"])
    async with day.state() as root:
        assert await shown_page(root) == "plan"


@pytest.mark.check("S6")
async def test_a_step_that_is_not_hers_is_not_picked(day, house):
    other = participant(house, "Mariam")
    goal = other.do(adding.add_goal, Horizon.SHORT, "hers").record
    step = other.do(adding.add_step, goal.id, "her step").record
    await day.call(PicksState.pick, step.id)
    assert other.read().goals[0].steps[0].picked is None
    assert (await shown(day)).picked == []


async def test_her_phone_says_which_day_and_which_week_it_is(app, written, clock):
    clock.wait(days=1)  # noon of a Sunday, in UTC
    session = written.house.sessions.find(written.sign_in().cookie)
    assert session
    step = steps(written)[1]
    written.do(partial(marks.set_weekly, weekly=True), step.id, TODAY)
    written.do(marks.set_day, step.id, TODAY)
    page = Page(app, written.entered.cookie)
    session.zone = "Pacific/Pago_Pago"  # eleven hours behind
    await page.call(TodayState.load)
    await page.call(GoalState.choose, step.id, "done")
    assert (await shown(page)).day == "Dimanche 22 novembre"
    assert [row.progress for row in (await shown(page)).coming] == ["done"]
    session.zone = "Pacific/Kiritimati"  # fourteen ahead: another week has begun
    await page.call(TodayState.load)
    assert (await shown(page)).day == "Lundi 23 novembre"
    assert [row.progress for row in (await shown(page)).coming] == ["active"]
