"""Who may do what to whose: every use case of a plan, tried by everybody else."""

from dataclasses import replace
from functools import partial

import pytest

from lifeplan_app.core import adding, drafts, labels, marks, order, plan, today, words
from lifeplan_app.core.edits import Values
from lifeplan_app.core.undo import DeletedUndo, ValuesUndo, take_back
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import NotAllowedError, NotFoundError, SessionOverError
from lifeplan_app.model.plan import Goal, Horizon, Plan, Progress, Step
from tests.factories import TODAY, participant, with_plan, written_plan


def use_cases(goal, step) -> dict:
    return {
        "read_plan": (plan.read_plan,),
        "add_goal": (adding.add_goal, Horizon.SHORT, "x"),
        "add_step": (adding.add_step, goal.id, "x"),
        "write_text": (words.write_text, step.id, "x", 1),
        "take_other": (words.take_other, step.id, 0),
        "drop_other": (words.drop_other, step.id, 0),
        "set_progress": (marks.set_progress, step.id, Progress.DONE, TODAY),
        "set_horizon": (marks.set_horizon, goal.id, Horizon.LONG),
        "delete a goal": (plan.delete, goal.id),
        "delete a step": (plan.delete, step.id),
        "set_area": (marks.set_area, goal.id, "health"),
        "set_day": (marks.set_day, step.id, TODAY),
        "set_weekly": (partial(marks.set_weekly, weekly=True), step.id, TODAY),
        "pick": (marks.pick, step.id, TODAY),
        "move": (order.move, step.id, None),
        "nudge": (order.nudge, goal.id, 1),
        "put_away": (plan.put_away, goal.id),
        "take_out": (plan.take_out, goal.id),
        "write_memo": (words.write_memo, goal.id, "x", 0),
        "add_wish": (adding.add_wish, "x"),
        "add_strength": (adding.add_strength, "x"),
        "wish_to_goal": (adding.wish_to_goal, goal.id, Horizon.LONG),
        "rename": (labels.rename, "plan.title", "x"),
        "visit": (today.visit, TODAY),
        "save_draft": (drafts.save_draft, drafts.step_place(goal.id), "x"),
        "take_back": (take_back, ValuesUndo((Values(step.id, {"progress": Progress.DONE}),))),
        "put_back": (take_back, DeletedUndo((step,))),
    }


NAMES = set(use_cases(Goal(id="", text="", horizon=Horizon.LONG), Step(id="", text="", goal_id="")))
ON_NO_RECORD = {"read_plan", "add_goal", "add_wish", "add_strength", "rename", "visit"}

every_use_case = pytest.mark.parametrize("use_case", sorted(NAMES))
every_use_case_on_a_record = pytest.mark.parametrize("use_case", sorted(NAMES - ON_NO_RECORD))


@pytest.fixture
def her_goal(nadia):
    short = written_plan() | {"goals": written_plan()["goals"][:1]}
    return with_plan(nadia, short).read().goals[0]


@pytest.fixture
def mariam(house):
    return participant(house, "Mariam")


@every_use_case_on_a_record
def test_a_stranger_cannot_do_anything_to_her_records(nadia, her_goal, mariam, use_case):
    before = nadia.read()
    with pytest.raises(NotFoundError):
        mariam.do(*use_cases(her_goal.goal, her_goal.steps[0])[use_case])
    assert nadia.read() == before
    assert mariam.read() == Plan()


@every_use_case
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PARTICIPANT])
def test_who_is_no_participant_has_no_plan(house, nadia, her_goal, use_case, role):
    other = participant(house, "Mariam", role=role)
    before = nadia.read()
    with pytest.raises(NotAllowedError):
        other.do(*use_cases(her_goal.goal, her_goal.steps[0])[use_case])
    assert nadia.read() == before


@every_use_case
def test_keys_of_another_vault_open_nothing_of_hers(nadia, her_goal, mariam, use_case):
    before = nadia.read()
    mixed = replace(nadia.actor, keys=mariam.actor.keys)
    function, *args = use_cases(her_goal.goal, her_goal.steps[0])[use_case]
    with nadia.house.write() as uow, pytest.raises(NotAllowedError):
        function(uow, mixed, *args)
    assert nadia.read() == before


@every_use_case
def test_after_the_session_nothing_is_done(house, nadia, her_goal, use_case):
    actor = nadia.actor
    before = nadia.read()
    house.sessions.end_all()
    function, *args = use_cases(her_goal.goal, her_goal.steps[0])[use_case]
    with house.write() as uow, pytest.raises(SessionOverError):
        function(uow, actor, *args)
    nadia.sign_in()
    assert nadia.read() == before


def test_the_same_words_of_two_people_stand_in_two_plans(nadia, mariam):
    for person in (nadia, mariam):
        person.do(drafts.save_draft, "goal:long", person.name)
    assert nadia.read().drafts == {"goal:long": "Nadia"}
    assert mariam.read().drafts == {"goal:long": "Mariam"}
