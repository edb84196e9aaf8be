"""What a card says of a goal."""

import pytest

from lifeplan_app.model.account import Language
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Goal, GoalWithSteps, Horizon, Plan, Progress, Step
from lifeplan_app.state.views import (
    LAST_STEPS,
    MOST_DOTS,
    MOST_STEPS,
    Dot,
    goal_card,
    next_step,
    other_texts,
    places_shown,
    step_row,
)
from tests.factories import TODAY

GOAL = Goal(id=RecordId("g"), text="un jardin", horizon=Horizon.SHORT, others=("un balcon", "une cour"))


def steps(*states):
    return tuple(
        Step(id=RecordId(str(number)), text=f"étape {number}", progress=Progress(state), goal_id=GOAL.id)
        for number, state in enumerate(states)
    )


def test_a_card_shows_the_goal_its_next_step_and_its_path():
    card = goal_card(GoalWithSteps(GOAL, steps("done", "idea")), TODAY)
    assert (card.id, card.text, card.progress, card.next) == ("g", "un jardin", "idea", "étape 1")
    assert card.trail == [Dot("0", "done"), Dot("1", "idea")]
    assert not card.goes_on


def test_the_path_on_a_card_ends_before_it_is_too_long_and_says_so():
    card = goal_card(GoalWithSteps(GOAL, steps(*["idea"] * (MOST_DOTS + 1))), TODAY)
    assert len(card.trail) == MOST_DOTS
    assert card.goes_on


@pytest.mark.parametrize(
    ("states", "following"),
    [
        ((), ""),
        (("done", "let_go"), ""),
        (("resting", "idea", "active", "active"), "étape 2"),
        (("done", "resting", "idea"), "étape 2"),
        (("resting", "done"), "étape 0"),
    ],
)
def test_next_is_what_is_under_way_then_an_idea_then_what_rests(states, following):
    assert next_step(steps(*states), TODAY) == following


def test_the_path_bends_at_each_second_step():
    rows = [
        step_row(*each, Plan(), TODAY, Language.FRENCH) for each in enumerate(steps("idea", "done", "idea"))
    ]
    assert [(row.progress, row.odd) for row in rows] == [("idea", True), ("done", False), ("idea", True)]


@pytest.mark.parametrize(
    ("count", "open_at", "shown"),
    [
        (0, "", []),
        (MOST_STEPS + LAST_STEPS, "", [(0, MOST_STEPS + LAST_STEPS)]),
        (1000, "", [(0, MOST_STEPS), (1000 - LAST_STEPS, 1000)]),
        (1000, "3", [(0, MOST_STEPS), (1000 - LAST_STEPS, 1000)]),
        (1000, "500", [(0, MOST_STEPS), (495, 506), (1000 - LAST_STEPS, 1000)]),
    ],
)
def test_of_very_many_steps_the_first_and_last_show_and_those_around_the_open_one(count, open_at, shown):
    ids = [RecordId(str(number)) for number in range(count)]
    assert places_shown(ids, MOST_STEPS, open_at) == [
        place for first, end in shown for place in range(first, end)
    ]


def test_other_texts_are_numbered_as_they_are_taken():
    assert [(other.index, other.text) for other in other_texts(GOAL)] == [(0, "un balcon"), (1, "une cour")]
