"""Finding her words again, however they were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.core.search import MOST_FOUND, fold, search
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Goal, GoalWithSteps, Horizon, Memo, Plan, Step, Strength, Wish


def goal(text, *steps, **rest):
    made = Goal(id=RecordId(text), text=text, horizon=Horizon.SHORT, **rest)
    return GoalWithSteps(made, tuple(Step(id=RecordId(each), text=each, goal_id=made.id) for each in steps))


def found(plan, query):
    return [each.record.text for each in search(plan, query)]


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
    hits = search(plan, "the")
    assert [(each.record.id, each.put_away) for each in hits] == [
        ("le thé du goal", True),
        ("autre chose", False),
        ("le thé de l’étape", True),
        ("w", False),
        ("s", False),
    ]
    assert hits[2].goal == there.goal


def test_at_most_so_many_are_found():
    plan = Plan(goals=(goal("x", *(f"x{number}" for number in range(MOST_FOUND * 2))),))
    assert len(search(plan, "x")) == MOST_FOUND


def test_folding_is_the_same_done_twice():
    assert fold(fold("Élève ŒUVRE")) == fold("Élève ŒUVRE") == "eleve oeuvre"


@given(st.text(st.characters(codec="ascii")))
def test_plain_letters_are_folded_as_all_others_are(text):
    assert fold(text) + "e" == fold(text + "é")
