"""What surrounds the goals on the plan: wishes, areas, search, what is put away, single keys."""

import pytest

from lifeplan_app.core import adding, marks, plan
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from lifeplan_app.model.plan import Horizon
from lifeplan_app.state.filter import FilterState
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.keep import KeepState
from lifeplan_app.state.keys import KeysState
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.order import OrderState
from lifeplan_app.state.pane import PaneState
from lifeplan_app.state.plan import MOST_CARDS, PlanState
from lifeplan_app.state.search import SearchState
from lifeplan_app.state.shelf import ShelfState
from lifeplan_app.state.steps import FieldState, StepsState
from lifeplan_app.state.undo import UndoState
from lifeplan_app.state.views import MOST_STEPS, Numbers
from lifeplan_app.state.wishes import WishesState
from tests.factories import participant
from tests.unit.state.conftest import SHORT
from tests.unit.state.page import Page


@pytest.fixture
async def wish(page, written):
    """A wish of hers, which the page shows."""
    made = written.do(adding.add_wish, "Une clé à moi").record
    await page.call(PlanState.load)
    return made


async def offered(page):
    return (await page.shows(UndoState)).said


async def wishes(page):
    return [row.text for row in (await page.shows(WishesState)).rows]


async def titles(page):
    shown = await page.shows(PlanState)
    return [card.text for card in (*shown.soon, *shown.year, *shown.later)]


async def found(page, words):
    await page.call(PaneState.open_pane, "find")
    await page.call(SearchState.look_for, words)
    return {group.kind: [row.text for row in group.rows] for group in (await page.shows(SearchState)).groups}


async def shelved(page):
    return {group.kind: [row.text for row in group.rows] for group in (await page.shows(ShelfState)).groups}


# --- wishes ------------------------------------------------------------------------------------


@pytest.mark.check("T6")
@pytest.mark.parametrize("horizon", Horizon)
async def test_a_wish_becomes_a_goal_and_is_a_wish_again(page, wish, horizon):
    assert await wishes(page) == [wish.text]
    await page.call(WishesState.become, wish.id, horizon.value)
    assert await wishes(page) == []
    assert wish.text in await titles(page)
    assert await offered(page) == "undo.wish_goal"
    await page.call(UndoState.take_back)
    assert await wishes(page) == [wish.text]
    assert wish.text not in await titles(page)


@pytest.mark.check("T6")
@pytest.mark.parametrize(
    ("handler", "said"),
    [(WishesState.put_away, "undo.put_away"), (WishesState.remove, "undo.wish_gone")],
)
async def test_a_wish_goes_and_comes_back(page, wish, handler, said):
    await page.call(handler, wish.id)
    assert await wishes(page) == []
    assert (await page.shows(PlanState)).numbers.wishes == 0
    assert await offered(page) == said
    await page.call(UndoState.take_back)
    assert await wishes(page) == [wish.text]


async def test_a_wish_opens_for_writing_beside_a_goal_that_is_open(page, wish, goal):
    await page.call(FieldState.open_field, wish.id)
    assert (await page.shows(FieldState)).text == wish.text
    assert (await page.shows(GoalState)).goal_id == goal.id


async def test_what_is_typed_of_a_new_wish_is_there_when_the_plan_is_opened_anew(page):
    await page.call(
        KeepState.keep, [{"way": "draft", "place": "wish", "text": "Une cl", "version": 0, "turn": 1}]
    )
    await page.call(PlanState.load)
    assert (await page.shows(WishesState)).typed == "Une cl"


# --- areas -------------------------------------------------------------------------------------


async def test_only_areas_that_she_uses_can_be_chosen_the_eight_first(page, written):
    first, second = (each.goal.id for each in written.read().goals[:2])
    written.do(marks.set_area, first, "mon jardin")
    written.do(marks.set_area, second, "health")
    await page.call(FilterState.choose, "health")
    assert (await page.shows(FilterState)).areas == ["housing", "health", "mon jardin"]
    assert len(await titles(page)) == 1
    assert (await page.shows(PlanState)).numbers == Numbers(wishes=0, soon=1, year=1, later=1)


async def test_an_area_chosen_once_more_shows_all_of_them(page, written):
    written.do(marks.set_area, written.read().goals[0].goal.id, "mon jardin")
    for shown in (1, 3):
        await page.call(FilterState.choose, "mon jardin")
        assert len(await titles(page)) == shown


async def test_a_choice_whose_area_has_vanished_falls_back_to_all(page, written):
    first = written.read().goals[0].goal.id
    written.do(marks.set_area, first, "mon jardin")
    await page.call(FilterState.choose, "mon jardin")
    await page.call(GoalState.remove, first)
    assert (await page.shows(FilterState)).area == ""
    assert len(await titles(page)) == 2


async def test_a_new_goal_shows_whatever_the_plan_was_narrowed_to(page, written, wish):
    written.do(marks.set_area, written.read().goals[0].goal.id, "mon jardin")
    await page.call(PlanState.start_adding, "short")
    await page.call(FilterState.choose, "mon jardin")
    assert (await page.shows(PlanState)).adding == ""
    await page.call(PlanState.start_adding, "short")
    assert (await page.shows(FilterState)).area == ""
    await page.call(FilterState.choose, "mon jardin")
    await page.call(WishesState.become, wish.id, "short")
    assert wish.text in await titles(page)


# --- search ------------------------------------------------------------------------------------


async def test_search_finds_by_what_it_is_and_forgets_when_it_is_closed(page, written, wish):
    step = SHORT["steps"][0]["text"]
    assert await found(page, step.upper()[:8]) == {"step": [step]}
    assert await found(page, "cle") == {"wish": [wish.text]}
    assert (await page.shows(SearchState)).count == 1
    assert await found(page, "introuvable") == {}
    assert (await page.shows(SearchState)).asked
    assert await found(page, " ") == {}
    assert not (await page.shows(SearchState)).asked
    await found(page, "cle")
    await page.call(PaneState.close_pane)
    shown = await page.shows(SearchState)
    assert (shown.groups, shown.asked) == ([], False)


async def test_what_was_found_changes_with_the_plan(page, written, wish):
    await found(page, "cle")
    await page.call(WishesState.remove, wish.id)
    assert (await page.shows(SearchState)).groups == []
    await page.call(UndoState.take_back)
    assert (await page.shows(SearchState)).count == 1


async def test_what_was_found_opens_in_its_place(page, written, wish):
    goal = written.read().goals[0]
    await found(page, "x")
    await page.call(SearchState.open_found, goal.goal.id)
    assert (await page.shows(GoalState)).goal_id == goal.goal.id
    assert (await page.shows(FieldState)).record_id == ""
    await page.call(GoalState.close_goal)
    await page.call(SearchState.open_found, goal.steps[1].id)
    assert (await page.shows(GoalState)).goal_id == goal.goal.id
    assert (await page.shows(FieldState)).record_id == goal.steps[1].id
    assert (await page.shows(PaneState)).name == "find"
    await page.call(SearchState.open_found, wish.id)
    assert (await page.shows(FieldState)).record_id == wish.id
    assert (await page.shows(PaneState)).name == ""


async def test_a_strength_that_was_found_leads_to_her_own_page(page, written):
    strength = written.do(adding.add_strength, "Je cuisine").record
    async with page.state() as root:
        led = await (await root.get_state(SearchState)).open_found(strength.id)
    assert "/me/" in str(led.args)


async def test_what_is_put_away_is_found_on_its_shelf_a_step_with_its_goal(page, written):
    goal = written.read().goals[0]
    written.do(plan.put_away, goal.goal.id)
    assert await found(page, SHORT["steps"][0]["text"]) == {"step": [SHORT["steps"][0]["text"]]}
    await page.call(SearchState.open_found, goal.steps[0].id)
    assert (await page.shows(PaneState)).name == "away"
    assert (await page.shows(ShelfState)).sought == goal.goal.id
    assert await shelved(page) == {"goal": [goal.goal.text]}


@pytest.mark.check("S6")
async def test_what_is_not_hers_is_neither_found_nor_opened(page, house):
    hers = participant(house, "Mariam").do(adding.add_goal, Horizon.SHORT, "un secret").record
    assert await found(page, "secret") == {}
    await page.call(SearchState.open_found, hers.id)
    assert (await page.shows(GoalState)).goal_id == ""
    for handler in (ShelfState.take_out, ShelfState.remove, WishesState.put_away, WishesState.remove):
        await page.call(NoticeState.read)
        await page.call(handler, hers.id)
        assert (await page.shows(NoticeState)).text == say(Language.FRENCH, "error.not_found")


# --- what is put away --------------------------------------------------------------------------


@pytest.mark.check("T6")
async def test_what_is_put_away_is_taken_back_or_deleted_and_all_of_it_undone(page, written, wish):
    first, second = written.read().goals[:2]
    for record_id in (wish.id, first.steps[0].id, second.goal.id):
        written.do(plan.put_away, record_id)
    assert await shelved(page) == {}
    await page.call(PaneState.open_pane, "away")
    everything = {"goal": [second.goal.text], "step": [first.steps[0].text], "wish": [wish.text]}
    assert await shelved(page) == everything
    for record_id, gone in ((wish.id, "wish"), (first.steps[0].id, "step"), (second.goal.id, "goal")):
        for handler, said in (
            (ShelfState.take_out, "undo.taken_out"),
            (ShelfState.remove, f"undo.{gone}_gone"),
        ):
            await page.call(handler, record_id)
            assert gone not in await shelved(page)
            assert await offered(page) == said
            await page.call(UndoState.take_back)
            assert await shelved(page) == everything


async def test_the_plan_that_is_loaded_anew_shows_itself(page):
    await page.call(PaneState.open_pane, "away")
    await page.call(PlanState.load)
    assert (await page.shows(PaneState)).name == ""


async def test_there_is_no_other_pane(page):
    with pytest.raises(ValueError, match="nowhere"):
        await page.call(PaneState.open_pane, "nowhere")


# --- many goals --------------------------------------------------------------------------------


async def test_of_very_many_goals_some_show_and_more_when_she_asks(page, written):
    for number in range(MOST_CARDS + 5):
        written.do(adding.add_goal, Horizon.LONG, f"objectif {number}")
    await page.call(PlanState.load)
    shown = await page.shows(PlanState)
    assert len(shown.later) == MOST_CARDS
    assert shown.rest == {"long": written.read().on(Horizon.LONG)[MOST_CARDS].goal.id}
    assert shown.numbers.later == MOST_CARDS + 6
    first = shown.later[0].id
    await page.call(OrderState.move, first, shown.rest["long"], "")
    shown = await page.shows(PlanState)
    assert (len(shown.later), shown.later[-1].id) == (MOST_CARDS, first)
    nearer = written.read().on(Horizon.MEDIUM)[0].goal.id
    await page.call(OrderState.move, nearer, shown.rest["long"], "long")
    shown = await page.shows(PlanState)
    assert (len(shown.later), shown.later[-1].id) == (MOST_CARDS + 1, nearer)
    await page.call(OrderState.nudge, nearer, 1)
    shown = await page.shows(PlanState)
    assert (len(shown.later), shown.later[-1].id) == (MOST_CARDS + 2, nearer)
    await page.call(PlanState.show_more, "long")
    shown = await page.shows(PlanState)
    assert (len(shown.later), shown.rest) == (MOST_CARDS + 7, {})


async def test_of_very_many_steps_some_show_and_more_when_she_asks(page, written):
    goal = written.read().goals[1].goal
    for number in range(MOST_STEPS + 50):
        written.do(adding.add_step, goal.id, f"étape {number}")
    await page.call(GoalState.open_goal, goal.id)
    rows = (await page.shows(StepsState)).rows
    assert [row.text for row in rows][MOST_STEPS - 1 : MOST_STEPS + 1] == ["étape 59", "étape 100"]
    gaps = [row.gap for row in rows]
    assert [bool(gap) for gap in gaps].index(True) == MOST_STEPS
    steps = next(each for each in written.read().goals if each.goal.id == goal.id).steps
    assert gaps[MOST_STEPS] == steps[MOST_STEPS].id
    await page.call(OrderState.move, steps[0].id, gaps[MOST_STEPS], "")
    assert rows[0].text in [row.text for row in (await page.shows(StepsState)).rows]
    await page.call(StepsState.show_more)
    rows = (await page.shows(StepsState)).rows
    assert len(rows) == MOST_STEPS + 50
    assert not any(row.gap for row in rows)
    other = written.read().goals[0].goal.id
    await page.call(GoalState.open_goal, other)
    await page.call(GoalState.open_goal, goal.id)
    assert len((await page.shows(StepsState)).rows) < MOST_STEPS + 50


# --- keys --------------------------------------------------------------------------------------


async def test_single_keys_can_be_put_off_and_stay_off(app, page, written):
    assert (await page.shows(KeysState)).on
    await page.call(KeysState.choose, False)
    assert not (await page.shows(KeysState)).on
    assert not written.sign_in().settings.shortcuts
    anew = Page(app, written.entered.cookie, "a new window")
    await anew.call(PlanState.load)
    assert not (await anew.shows(KeysState)).on
