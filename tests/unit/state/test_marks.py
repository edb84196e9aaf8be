"""What she sets on a goal or a step: area, date, week, day, note; what she puts away; ideas; order."""

from datetime import date

import pytest

from lifeplan_app.core import adding, plan, words
from lifeplan_app.i18n import say
from lifeplan_app.i18n.ideas import idea_groups, ideas
from lifeplan_app.model.account import Language
from lifeplan_app.model.plan import Horizon, LifeArea, Progress
from lifeplan_app.state.choices import ChoiceState
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.ideas import IdeasState
from lifeplan_app.state.keep import KeepState
from lifeplan_app.state.marks import MarkState
from lifeplan_app.state.memos import MemoState
from lifeplan_app.state.order import OrderState
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.steps import FieldState, StepsState
from lifeplan_app.state.undo import UndoState
from tests.factories import TODAY, participant
from tests.unit.state.conftest import LONG, SHORT
from tests.unit.state.test_handlers import kept, notice, offered, rows, typed

pytestmark = pytest.mark.check("T6")


@pytest.fixture
async def step(page, goal):
    """The first step of her first goal, which is open."""
    first = (await rows(page))[0]
    await page.call(FieldState.open_field, first.id)
    return first


async def said_at(page, place):
    return (await page.shows(SaidState)).beside.get(place, "")


async def takes_back(page, said="undo.progress"):
    assert await offered(page) == said
    await page.call(UndoState.take_back)
    assert await offered(page) == ""


# --- area --------------------------------------------------------------------------------------


async def test_a_goal_has_one_of_eight_areas_or_none(page, goal, written):
    await page.call(MarkState.choose_area, LifeArea.HEALTH.value)
    assert (await page.shows(GoalState)).area == kept(written, goal.id).area == "health"
    await takes_back(page)
    assert (await page.shows(GoalState)).area == (SHORT["area"] or "")
    await page.call(MarkState.choose_area, "")
    assert kept(written, goal.id).area == ""


async def test_a_word_of_her_own_does_as_well_and_an_empty_field_takes_none_of_the_eight_away(
    page, goal, written
):
    place = f"area:{goal.id}"
    await page.call(MarkState.mark, place, "Ma musique")
    assert (await page.shows(GoalState)).area == "Ma musique"
    await takes_back(page)
    await page.call(MarkState.choose_area, "justice")
    await page.call(MarkState.mark, place, " ")
    assert kept(written, goal.id).area == "justice"
    await page.call(MarkState.mark, place, "Ma musique")
    await page.call(MarkState.mark, place, "")
    assert kept(written, goal.id).area == ""


async def test_a_word_that_is_too_long_is_told_at_its_field_until_it_is_shorter(page, goal, written):
    place = f"area:{goal.id}"
    before = kept(written, goal.id).area
    await page.call(MarkState.mark, place, "x" * 100)
    assert await said_at(page, place) == say(Language.FRENCH, "error.label_too_long")
    assert kept(written, goal.id).area == before
    assert await offered(page) == ""
    await page.call(MarkState.mark, place, "x")
    assert await said_at(page, place) == ""


# --- date, week, day ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "month"),
    [("2026-12-11", "déc."), ("2026-11-01", "nov."), ("0001-01-01", "janv. 1"), ("9999-12-31", "déc. 9999")],
)
async def test_a_step_has_a_date_of_any_year_and_loses_it_again(page, step, written, given, month):
    place = f"day:{step.id}"
    await page.call(MarkState.mark, place, given)
    assert kept(written, step.id).day == date.fromisoformat(given)
    assert (await page.shows(ChoiceState)).day == given
    row = (await rows(page))[0]
    assert (row.day, row.month) == (str(date.fromisoformat(given).day), month)
    await page.call(MarkState.mark, place, "")
    assert kept(written, step.id).day is None
    await takes_back(page)
    assert kept(written, step.id).day == date.fromisoformat(given)


@pytest.mark.parametrize("given", ["10000-01-01", "2026-02-30", "demain", "x" * 100])
async def test_what_is_no_date_is_told_at_its_field(page, step, written, given):
    place = f"day:{step.id}"
    before = kept(written, step.id)
    await page.call(MarkState.mark, place, given)
    assert await said_at(page, place) == say(Language.FRENCH, "error.day")
    assert kept(written, step.id) == before


async def test_a_small_field_that_there_is_none_of_says_so_and_keeps_nothing(page, step, written):
    whole = written.read()
    await page.call(MarkState.mark, "color:" + step.id, "sage")
    assert await said_at(page, "color:" + step.id) == say(Language.FRENCH, "error.not_found")
    assert written.read() == whole


async def test_a_step_comes_back_each_week_and_no_more(page, step, written):
    await page.call(MarkState.repeat, step.id, True)
    assert kept(written, step.id).weekly
    assert (await rows(page))[0].weekly
    assert (await page.shows(ChoiceState)).weekly
    await takes_back(page)
    assert not (await rows(page))[0].weekly


async def test_a_step_is_picked_for_today_and_left_out_again(page, step, written):
    await page.call(MarkState.pick, step.id, True)
    assert kept(written, step.id).picked == TODAY
    assert (await rows(page))[0].picked
    assert await offered(page) == "undo.picked"
    await page.call(MarkState.pick, step.id, False)
    assert not (await rows(page))[0].picked
    await takes_back(page, "undo.dropped")
    assert (await page.shows(ChoiceState)).picked


# --- notes -------------------------------------------------------------------------------------


async def test_a_note_on_a_step_opens_is_kept_and_shows_on_its_row(page, step):
    await page.call(MemoState.open_memo, step.id)
    assert (await page.shows(MemoState)).opened == step.id
    await page.call(KeepState.keep, [typed("write", f"memo:{step.id}", "à 18 h", 1)])
    assert (await page.shows(MemoState)).of_step.text == "à 18 h"
    assert (await rows(page))[0].noted
    await takes_back(page, "undo.text")
    assert not (await rows(page))[0].noted
    await page.call(MemoState.close_memo)
    assert (await page.shows(MemoState)).opened == ""


async def test_a_note_of_a_step_that_is_closed_or_gone_is_closed_too(page, goal, step):
    await page.call(MemoState.open_memo, step.id)
    await page.call(GoalState.remove, step.id)
    shown = await page.shows(MemoState)
    assert (shown.opened, shown.of_step.text) == ("", "")


async def test_a_note_on_a_goal_that_is_too_long_is_told_at_it(page, goal):
    place = f"memo:{goal.id}"
    await page.call(KeepState.keep, [typed("write", place, "x" * 10_001, 1)])
    assert await said_at(page, place) == say(Language.FRENCH, "error.text_too_long")
    assert (await page.shows(MemoState)).of_goal.text == ""


async def test_a_note_that_another_window_wrote_is_offered_beside_hers_to_take_or_leave(page, goal, written):
    first = written.do(words.write_memo, goal.id, "ici", 0).record
    await page.call(KeepState.keep, [typed("write", f"memo:{goal.id}", "là", 1)])
    memo = (await page.shows(MemoState)).of_goal
    assert (memo.id, memo.text, [other.text for other in memo.others]) == (first.id, "là", ["ici"])
    await page.call(MemoState.take_other, memo.id, 0)
    assert (await page.shows(MemoState)).of_goal.text == "ici"
    await takes_back(page, "undo.text")
    await page.call(MemoState.drop_other, memo.id, 0)
    assert (await page.shows(MemoState)).of_goal.others == []
    await takes_back(page, "undo.text")
    assert [other.text for other in (await page.shows(MemoState)).of_goal.others] == ["ici"]


# --- put away ----------------------------------------------------------------------------------


async def test_a_step_is_put_away_and_taken_back_where_it_stood(page, goal, step):
    before = [row.id for row in await rows(page)]
    await page.call(GoalState.put_away, step.id)
    assert step.id not in [row.id for row in await rows(page)]
    assert (await page.shows(FieldState)).record_id == ""
    await takes_back(page, "undo.step_away")
    assert [row.id for row in await rows(page)] == before


async def test_a_goal_is_put_away_the_plan_shows_and_it_is_taken_back(page, goal):
    await page.call(GoalState.put_away, goal.id)
    assert (await page.shows(GoalState)).goal_id == ""
    assert goal.id not in [card.id for card in (await page.shows(PlanState)).soon]
    await takes_back(page, "undo.goal_away")
    assert goal.id in [card.id for card in (await page.shows(PlanState)).soon]


# --- to another goal, to another place ---------------------------------------------------------


async def test_goals_to_move_a_step_to_are_sent_once_she_asks(page, step, written):
    assert (await page.shows(ChoiceState)).goals == []
    await page.call(ChoiceState.list_goals)
    goals = (await page.shows(ChoiceState)).goals
    assert [each.id for each in goals] == [each.goal.id for each in written.read().shown]
    await page.call(FieldState.close_field)
    await page.call(ChoiceState.list_goals)
    assert (await page.shows(ChoiceState)).goals == []


async def test_a_step_leads_to_another_goal_and_back(page, goal, step, written):
    other = next(each.goal for each in written.read().goals if each.goal.text == LONG["title"])
    await page.call(ChoiceState.to_goal, other.id)
    assert kept(written, step.id).goal_id == other.id
    assert step.id not in [row.id for row in await rows(page)]
    await takes_back(page, "undo.moved")
    assert (await rows(page))[0].id == step.id


async def test_a_step_is_dropped_before_another_last_and_into_another_goal(page, goal, written):
    one, two, three = (row.id for row in await rows(page))
    other = next(each.goal for each in written.read().goals if each.goal.text == LONG["title"])
    for before, into, after in (
        (one, "", [three, one, two]),
        ("", "", [one, two, three]),
        ("", other.id, [one, two]),
    ):
        await page.call(OrderState.move, three, before, into)
        assert [row.id for row in await rows(page)] == after
    await takes_back(page, "undo.moved")
    assert [row.id for row in await rows(page)] == [one, two, three]


async def test_a_step_is_nudged_and_stays_where_there_is_no_further(page, goal):
    one, two, three = (row.id for row in await rows(page))
    await page.call(OrderState.nudge, one, -1)
    assert await offered(page) == ""
    await page.call(OrderState.nudge, one, 1)
    assert [row.id for row in await rows(page)] == [two, one, three]
    await takes_back(page, "undo.moved")
    assert [row.id for row in await rows(page)] == [one, two, three]


async def test_a_step_moved_to_a_goal_that_another_window_deleted_stays_and_a_sentence_says_so(
    page, goal, step, written
):
    other = next(each.goal for each in written.read().goals if each.goal.text == LONG["title"])
    written.do(plan.delete, other.id)
    await page.call(OrderState.move, step.id, "", other.id)
    assert await notice(page) == say(Language.FRENCH, "error.not_found")
    assert (await rows(page))[0].id == step.id


@pytest.mark.check("S6")
async def test_what_is_not_hers_is_not_moved_marked_or_put_away(page, goal, house):
    stranger = participant(house, "Mariam")
    hers = stranger.do(adding.add_goal, Horizon.SHORT, "her goal").record
    step = stranger.do(adding.add_step, hers.id, "her step").record
    whole = stranger.read()
    for handler, arguments in (
        (OrderState.move, (step.id, "", goal.id)),
        (OrderState.nudge, (hers.id, 1)),
        (MarkState.pick, (step.id, True)),
        (MarkState.repeat, (step.id, True)),
        (MarkState.mark, (f"day:{step.id}", "2026-12-01")),
        (MarkState.mark, (f"area:{hers.id}", "x")),
        (GoalState.put_away, (hers.id,)),
        (MemoState.take_other, (step.id, 0)),
    ):
        await page.call(handler, *arguments)
    assert stranger.read() == whole


# --- ideas -------------------------------------------------------------------------------------


async def test_ideas_come_group_by_group_and_one_that_is_taken_is_a_step_of_hers(page, goal, written):
    assert (await page.shows(IdeasState)).groups == []
    await page.call(IdeasState.open_groups)
    shown = await page.shows(IdeasState)
    assert [(each.key, each.title) for each in shown.groups] == list(idea_groups(Language.FRENCH))
    assert shown.texts == []
    await page.call(IdeasState.choose_group, "rest")
    assert (await page.shows(IdeasState)).texts == list(ideas(Language.FRENCH, "rest"))
    await page.call(IdeasState.take, 1)
    last = written.read().goals[0].steps[-1]
    assert (last.text, last.progress) == (ideas(Language.FRENCH, "rest")[1], Progress.IDEA)
    assert (await page.shows(StepsState)).rows[-1].text == last.text
    await takes_back(page, "undo.added")
    assert (await rows(page))[-1].id != last.id


async def test_a_group_or_an_idea_that_there_is_none_of_gives_nothing(page, goal, written):
    whole = written.read()
    await page.call(IdeasState.choose_group, "elsewhere")
    shown = await page.shows(IdeasState)
    assert (shown.group, shown.texts) == ("", [])
    await page.call(IdeasState.take, 0)
    assert await notice(page) == say(Language.FRENCH, "error.not_found")
    assert written.read() == whole
