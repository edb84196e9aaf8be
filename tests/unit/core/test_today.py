"""What a day shows: what she picked, what is near, one strength; never a backlog."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lifeplan_app.core.days import day_in
from lifeplan_app.core.today import look_at
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Goal, GoalWithSteps, Horizon, Plan, Progress, Step, Strength, week_of
from tests.factories import TODAY


def plan_of(*steps, **goal):
    made = Goal(id=RecordId("g"), text="g", horizon=Horizon.SHORT, **goal)
    return Plan(goals=(GoalWithSteps(made, steps),))


def step(name, **rest):
    return Step(id=RecordId(name), text=name, goal_id=RecordId("g"), **rest)


def names(steps):
    return [each.step.id for each in steps]


def test_what_was_picked_holds_the_day_and_is_no_backlog():
    plan = plan_of(step("today", picked=TODAY), step("yesterday", picked=TODAY - timedelta(days=1)))
    shown = look_at(plan, TODAY)
    assert names(shown.picked) == ["today"]
    assert names(shown.coming) == []
    assert names(shown.to_pick) == ["yesterday"]


@pytest.mark.parametrize(
    ("days", "near"), [(-8, False), (-7, True), (-1, True), (0, True), (7, True), (8, False)]
)
@pytest.mark.parametrize("progress", [Progress.IDEA, Progress.ACTIVE, Progress.DONE])
def test_a_date_is_near_for_a_week_before_and_after(days, near, progress):
    plan = plan_of(step("s", day=TODAY + timedelta(days=days), progress=progress))
    assert names(look_at(plan, TODAY).coming) == (["s"] if near else [])


@pytest.mark.parametrize("progress", [Progress.RESTING, Progress.LET_GO])
def test_what_rests_or_was_let_go_does_not_come_up(progress):
    shown = look_at(plan_of(step("s", day=TODAY, progress=progress)), TODAY)
    assert (shown.coming, shown.to_pick) == ((), ())


def test_near_dates_stand_by_date_and_what_was_picked_stands_once():
    plan = plan_of(
        step("later", day=TODAY + timedelta(days=2)),
        step("picked", day=TODAY, picked=TODAY),
        step("sooner", day=TODAY - timedelta(days=2)),
    )
    shown = look_at(plan, TODAY)
    assert (names(shown.picked), names(shown.coming)) == (["picked"], ["sooner", "later"])


def test_what_is_put_away_is_out_of_sight():
    assert names(look_at(plan_of(step("s", picked=TODAY), put_away=True), TODAY).picked) == []
    assert names(look_at(plan_of(step("s", picked=TODAY, put_away=True)), TODAY).picked) == []


def test_a_weekly_step_can_be_picked_until_it_is_ticked_this_week():
    ticked = step("s", weekly=True, held=week_of(TODAY))
    assert names(look_at(plan_of(ticked), TODAY).to_pick) == []
    assert names(look_at(plan_of(ticked), TODAY + timedelta(days=7)).to_pick) == ["s"]


def test_each_day_another_strength_comes_up():
    strengths = tuple(Strength(id=RecordId(each), text=each) for each in "abc")
    seen = [look_at(Plan(strengths=strengths), TODAY + timedelta(days=n)).strength for n in range(3)]
    assert {each.text for each in seen if each} == set("abc")
    assert look_at(Plan(), TODAY).strength is None


@pytest.mark.parametrize("day", [date.min, date.max])
def test_any_day_can_be_looked_at(day):
    assert names(look_at(plan_of(step("first", day=date.min), step("last", day=date.max)), day).coming)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Kiritimati", 22),
        ("America/Los_Angeles", 21),
        ("Europe/Paris", 21),
        ("", 21),
        ("../../etc/passwd", 21),
        ("No/Such", 21),
        ("\x00", 21),
    ],
)
def test_the_day_is_the_one_where_her_phone_is(zone, day):
    assert day_in(zone, datetime(2026, 11, 21, 12, tzinfo=UTC)) == date(2026, 11, day)
