"""Finding her words again, however they were typed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.core.search import fold, search
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import (
    Goal,
    GoalWithSteps,
    Horizon,
    LifeArea,
    Memo,
    Plan,
    Step,
    Strength,
    Wish,
)

NAMES = {f"area.{each.value}": "" for each in LifeArea} | {"area.health": "Santé", "place.plan": "Mon plan"}


def goal(text, *steps, **rest):
    made = Goal(id=RecordId(text), text=text, horizon=Horizon.SHORT, **rest)
    return GoalWithSteps(made, tuple(Step(id=RecordId(each), text=each, goal_id=made.id) for each in steps))


def found(plan, query):
    return [each.record.text for each in search(plan, query, NAMES)]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Rendez-vous à la préfecture", "PREFECTURE"),
        ("Les œufs de ma sœur", "oeufs soeur"),
        ("J’ai l’argent", "j'ai l'argent"),
        ("Große Straße", "strasse"),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
        ("مُحَمَّد في المدرسة", "محمد المدرسه"),
        ("أريد بيتًا", "اريد بيتا"),
        ("İstanbul'a gitmek", "istanbul"),
        ("Đi chợ", "di cho"),
        ("ﬁnir", "finir"),
        ("家を探す", "家"),
        ("e\u0301cole", "école"),
        ("a\u200bb", "ab"),
    ],
)
def test_accents_case_and_marks_do_not_matter(text, query):
    assert found(Plan(goals=(goal(text),)), query) == [text]


def test_every_word_must_be_there_in_any_order():
    plan = Plan(goals=(goal("Appeler le dentiste", "Appeler l’école"),))
    assert found(plan, "dentiste appeler") == ["Appeler le dentiste"]
    assert found(plan, "appeler") == ["Appeler le dentiste", "Appeler l’école"]
    assert found(plan, "appeler personne") == []


@pytest.mark.parametrize("query", ["", "  ", "\u0301"])
def test_nothing_asked_nothing_found(query):
    assert found(Plan(goals=(goal("Soupe"),)), query) == []


def test_everything_of_hers_is_searched_what_is_put_away_too():
    there = goal("le thé du goal", "le thé de l’étape", put_away=True)
    noted = RecordId("autre chose")
    plan = Plan(
        goals=(there, goal(noted)),
        wishes=(Wish(id=RecordId("w"), text="le thé du vœu"),),
        strengths=(Strength(id=RecordId("s"), text="je fais du thé"),),
        memos={
            RecordId("autre chose"): Memo(id=RecordId("m"), text="avec du thé", of=RecordId("autre chose"))
        },
    )
    hits = search(plan, "the", NAMES)
    assert [(each.record.id, each.put_away) for each in hits] == [
        ("le thé du goal", True),
        ("autre chose", False),
        ("le thé de l’étape", True),
        ("w", False),
        ("s", False),
    ]
    assert hits[2].goal == there.goal


def test_however_many_are_found_none_hides_another():
    steps = [f"thé {number}" for number in range(1000)]
    plan = Plan(goals=(goal("soupe", *steps),), wishes=(Wish(id=RecordId("w"), text="du thé"),))
    assert found(plan, "the") == [*steps, "du thé"]


def test_a_goal_is_found_by_the_word_for_its_area():
    hers, health, housing = (
        goal("a", "e", area="Été à la FERME"),
        goal("b", area="health"),
        goal("c", area="housing"),
    )
    plan = Plan(goals=(hers, health, housing))
    assert found(plan, "ferme ete") == ["a"]
    assert found(plan, "a ferme") == ["a"]
    assert found(plan, "sante") == ["b"]
    assert found(plan, "health") == found(plan, "housing") == found(plan, "mon plan") == []


@pytest.mark.parametrize("query", ["PREFECTURE", "la soupe", "المدرسه"])
def test_what_is_found_by_a_text_kept_beside_it_is_found_once_as_it_stands(query):
    kept = ("la préfecture", "soupe à la préfecture", "soupe في المدرسة")
    there = goal("soupe")
    step = Step(id=RecordId("e"), text="soupe d’étape", goal_id=there.goal.id, others=kept)
    wish = Wish(id=RecordId("w"), text="soupe de vœu", others=kept)
    strength = Strength(id=RecordId("s"), text="soupe de force", others=kept)
    memo = Memo(id=RecordId("m"), text="", of=there.goal.id, others=kept)
    first = GoalWithSteps(replace(there.goal, id=RecordId("g"), text="soupe de but", others=kept))
    plan = Plan(
        goals=(first, GoalWithSteps(there.goal, (step,))),
        wishes=(wish,),
        strengths=(strength,),
        memos={there.goal.id: memo},
    )
    every = ["soupe de but", "soupe", "soupe d’étape", "soupe de vœu", "soupe de force"]
    assert found(plan, query) == every


def test_folding_is_the_same_done_twice():
    assert fold(fold("Élève ŒUVRE")) == fold("Élève ŒUVRE") == "eleve oeuvre"


@given(st.text(st.characters(codec="ascii")))
def test_plain_letters_are_folded_as_all_others_are(text):
    assert fold(text) + "e" == fold(text + "é")
