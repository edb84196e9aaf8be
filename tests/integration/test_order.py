"""Her order: anything may stand anywhere among its own, and in another goal or on another horizon."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifeplan_app.core import adding, order, plan
from lifeplan_app.core.undo import take_back
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.plan import Horizon
from tests.factories import participant, services


def goals(person) -> dict[str, str]:
    return {h.value: "".join(each.goal.text for each in person.read().on(h)) for h in Horizon}


def steps(person, goal_id) -> str:
    return next(
        "".join(step.text for step in each.shown) for each in person.read().goals if each.goal.id == goal_id
    )


@pytest.fixture
def letters(nadia):
    """Her goals A, B and C, soon; each by its letter."""
    return {text: nadia.do(adding.add_goal, Horizon.SHORT, text).record.id for text in "ABC"}


@pytest.fixture
def way(nadia, letters):
    """The steps a, b and c of goal A."""
    return {text: nadia.do(adding.add_step, letters["A"], text).record.id for text in "abc"}


@pytest.mark.parametrize(
    ("moved", "before", "after"),
    [("C", "A", "CAB"), ("A", None, "BCA"), ("A", "C", "BAC"), ("B", "B", "ABC"), ("A", "B", "ABC")],
)
def test_a_goal_stands_where_it_was_put_and_goes_back(nadia, letters, moved, before, after):
    done = nadia.do(order.move, letters[moved], letters.get(before))
    assert goals(nadia)["short"] == after
    nadia.do(take_back, done.undo)
    assert goals(nadia)["short"] == "ABC"


def test_a_goal_goes_to_another_horizon_and_back_to_its_place(nadia, letters):
    nadia.do(adding.add_goal, Horizon.LONG, "Z")
    z = nadia.read().on(Horizon.LONG)[0].goal.id
    done = nadia.do(order.move, letters["B"], z, "long")
    assert goals(nadia) == {"short": "AC", "medium": "", "long": "BZ"}
    nadia.do(take_back, done.undo)
    assert goals(nadia) == {"short": "ABC", "medium": "", "long": "Z"}


def test_a_step_goes_to_another_goal_and_back_to_its_place(nadia, letters, way):
    there = nadia.do(adding.add_step, letters["B"], "z").record.id
    done = nadia.do(order.move, way["b"], there, letters["B"])
    assert (steps(nadia, letters["A"]), steps(nadia, letters["B"])) == ("ac", "bz")
    nadia.do(take_back, done.undo)
    assert (steps(nadia, letters["A"]), steps(nadia, letters["B"])) == ("abc", "z")


def test_what_it_should_stand_before_is_gone_and_it_stands_last(nadia, letters):
    nadia.do(plan.delete, letters["C"])
    nadia.do(order.move, letters["A"], letters["C"])
    assert goals(nadia)["short"] == "BA"


@pytest.mark.parametrize("into", ["never", "", "a goal that is none"])
def test_into_nothing_nothing_goes(nadia, letters, way, into):
    wish = nadia.do(adding.add_wish, "w").record.id
    for record in (letters["A"], way["a"], wish):
        with pytest.raises(NotFoundError):
            nadia.do(order.move, record, None, into)
    assert (goals(nadia)["short"], steps(nadia, letters["A"])) == ("ABC", "abc")


def test_a_step_cannot_go_into_a_goal_of_somebody_else(house, nadia, way):
    mariam = participant(house, "Mariam")
    hers = mariam.do(adding.add_goal, Horizon.SHORT, "M").record.id
    with pytest.raises(NotFoundError):
        nadia.do(order.move, way["a"], None, hers)


def test_one_that_came_back_to_a_place_that_was_taken_finds_room(nadia, letters):
    gone = nadia.do(plan.delete, letters["C"])
    nadia.do(adding.add_goal, Horizon.SHORT, "D")
    nadia.do(adding.add_goal, Horizon.SHORT, "E")
    nadia.do(take_back, gone.undo)  # C and D have one rank now
    shown = goals(nadia)["short"]
    assert sorted(shown) == list("ABCDE")
    second = [each.goal.id for each in nadia.read().on(Horizon.SHORT)][3]
    done = nadia.do(order.move, letters["A"], second)
    assert goals(nadia)["short"] == shown[1:3] + "A" + shown[3:]
    nadia.do(take_back, done.undo)
    assert sorted(goals(nadia)["short"]) == list("ABCDE")
    assert goals(nadia)["short"][:2] == "AB"


def test_one_place_earlier_or_later_skips_what_is_put_away(nadia, letters):
    nadia.do(plan.put_away, letters["B"])
    nadia.do(order.nudge, letters["A"], 1)
    assert goals(nadia)["short"] == "CA"
    nadia.do(order.nudge, letters["A"], -1)
    assert goals(nadia)["short"] == "AC"


def test_a_goal_goes_on_to_the_next_horizon_and_stops_at_the_last(nadia, letters):
    nadia.do(adding.add_goal, Horizon.MEDIUM, "M")
    nadia.do(order.nudge, letters["C"], 1)
    assert goals(nadia) == {"short": "AB", "medium": "CM", "long": ""}
    nadia.do(order.nudge, letters["C"], -1)
    assert goals(nadia) == {"short": "ABC", "medium": "M", "long": ""}
    for _ in range(4):
        nadia.do(order.nudge, letters["C"], 1)
    assert goals(nadia) == {"short": "AB", "medium": "M", "long": "C"}
    assert nadia.do(order.nudge, letters["C"], 1) is None
    assert nadia.do(order.nudge, letters["A"], -1) is None


def test_a_step_stays_in_its_goal(nadia, letters, way):
    assert nadia.do(order.nudge, way["a"], -1) is None
    assert nadia.do(order.nudge, way["c"], 1) is None
    nadia.do(order.nudge, way["a"], 1)
    assert steps(nadia, letters["A"]) == "bac"


@pytest.mark.parametrize(("add", "kind"), [(adding.add_wish, "wishes"), (adding.add_strength, "strengths")])
def test_wishes_and_strengths_have_an_order_too(nadia, add, kind):
    ids = [nadia.do(add, text).record.id for text in "abc"]
    done = nadia.do(order.move, ids[2], ids[0])
    assert [each.text for each in getattr(nadia.read(), kind)] == ["c", "a", "b"]
    nadia.do(take_back, done.undo)
    assert [each.text for each in getattr(nadia.read(), kind)] == ["a", "b", "c"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), max_size=12))
def test_any_moves_end_as_they_would_in_a_list(tmp_path_factory, moves):
    house = services(tmp_path_factory.mktemp("house"))
    person = participant(house)
    ids = [person.do(adding.add_strength, text).record.id for text in "abcde"]
    expected = list(ids)
    for which, at in moves:
        moved = expected[which]
        others = [each for each in expected if each != moved]
        before = others[at] if at < len(others) else None
        person.do(order.move, moved, before)
        expected = [*others[:at], moved, *others[at:]]
    assert [each.id for each in person.read().strengths] == expected
    house.close()
