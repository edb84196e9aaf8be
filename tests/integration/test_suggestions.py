"""What mentors offer: it enters a plan by a tap and no other way, and what became of it stays hers."""

from datetime import timedelta

import pytest

from lifeplan_app.core import adding, drafts, linking, people, suggestions, undo
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import (
    LinkOverError,
    NotAllowedError,
    NotFoundError,
    TextMissingError,
    TextTooLongError,
)
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Horizon, Plan
from lifeplan_app.model.sharing import Answer, Offer, Suggestion, Thanks
from tests.factories import TODAY, by_link, linked, participant, rows

LONG = "é" * 10_001


@pytest.fixture
def both(nadia, rose):
    """Rose as Nadia knows her, and Nadia as Rose does."""
    return linked(nadia, rose)


@pytest.fixture
def suggestion(nadia, rose, both) -> Suggestion:
    offer(rose, both[1])
    nadia.take_in()
    return nadia.all_of(Suggestion)[0]


def offer(rose, *to, text="Un thé au soleil", word="Ça m’a aidée") -> None:
    rose.do(suggestions.offer, [each.id for each in to], text, word, rose.house.today())


def all_of_hers(person) -> list:
    """Everything that a mentor has, and everything in the database that is addressed to her."""
    vault, database = person.actor.vault_id, person.house.store.database
    columns = {"record": "vault_id", "message": "recipient_vault", "share": "recipient_vault"}
    columns |= {"viewing": "owner_vault", "link": "staff_vault", "staff": "vault_id", "vault": "id"}
    found = [
        rows(database, f"SELECT * FROM {table} WHERE {column} = ? ORDER BY 1, 2", vault)
        for table, column in columns.items()
    ]
    return [person.all_of(object), *found]


# --- the one it is offered to --------------------------------------------------------------------


@pytest.mark.check("P6")
def test_what_is_offered_is_no_part_of_her_plan(nadia, suggestion):
    assert nadia.read() == Plan()
    assert (suggestion.text, suggestion.word, suggestion.by, suggestion.day, suggestion.answer) == (
        "Un thé au soleil",
        "Ça m’a aidée",
        "Rose",
        TODAY,
        Answer.OFFERED,
    )


@pytest.mark.check("P6")
def test_taken_it_is_a_step_in_her_words_and_taking_that_back_leaves_it_offered(nadia, suggestion):
    goal = nadia.do(adding.add_goal, Horizon.SHORT, "Souffler").record
    taken = nadia.do(suggestions.take, suggestion.id, goal.id, "Un café au soleil")
    assert taken.record.text == "Un café au soleil"
    assert [step.text for step in nadia.read().goals[0].steps] == ["Un café au soleil"]
    assert nadia.all_of(Suggestion)[0].answer is Answer.TAKEN
    nadia.do(undo.take_back, taken.undo)
    assert nadia.read().goals[0].steps == ()
    assert nadia.all_of(Suggestion)[0].answer is Answer.OFFERED


@pytest.mark.check("P6")
def test_taken_into_a_new_goal_both_are_there_and_both_go_again(nadia, suggestion):
    taken = nadia.do(suggestions.take_into_new_goal, suggestion.id, Horizon.LONG, "Souffler", suggestion.text)
    [goal] = nadia.read().on(Horizon.LONG)
    assert (goal.goal.text, [step.id for step in goal.steps]) == ("Souffler", [taken.record.id])
    nadia.do(undo.take_back, taken.undo)
    assert nadia.read() == Plan()
    assert nadia.all_of(Suggestion)[0].answer is Answer.OFFERED


@pytest.mark.check("P6")
@pytest.mark.parametrize("how", [Answer.KEPT, Answer.DROPPED])
def test_kept_for_later_or_let_go_nothing_enters_her_plan(nadia, suggestion, how):
    answered = nadia.do(suggestions.answer, suggestion.id, how)
    assert nadia.read() == Plan()
    listed = [each.id for each in nadia.do(suggestions.suggestions)]
    assert listed == ([] if how is Answer.DROPPED else [suggestion.id])
    nadia.do(undo.take_back, answered.undo)
    assert [each.answer for each in nadia.do(suggestions.suggestions)] == [Answer.OFFERED]


@pytest.mark.check("P6")
def test_what_is_refused_leaves_the_suggestion_and_the_plan_as_they_were(nadia, suggestion):
    goal = nadia.do(adding.add_goal, Horizon.SHORT, "Souffler").record
    for args, refusal in (
        ((suggestion.id, goal.id, " "), TextMissingError),
        ((suggestion.id, goal.id, LONG), TextTooLongError),
        ((suggestion.id, RecordId("elsewhere"), "x"), NotFoundError),
        ((goal.id, goal.id, "x"), NotFoundError),
    ):
        with pytest.raises(refusal):
            nadia.do(suggestions.take, *args)
    assert nadia.read().goals[0].steps == ()
    assert nadia.all_of(Suggestion) == [suggestion]


def test_nothing_expires_and_the_newest_stands_first(nadia, rose, both, suggestion, clock):
    clock.day += timedelta(days=400)
    offer(rose, both[1], text="Une soupe", word="")
    nadia.take_in()
    assert [each.text for each in nadia.do(suggestions.suggestions)] == ["Une soupe", "Un thé au soleil"]


# --- what the mentor learns -----------------------------------------------------------------------


def take(nadia, suggestion):
    return nadia.do(suggestions.take_into_new_goal, suggestion.id, Horizon.SHORT, "Souffler", "Un thé")


ANSWERS = {
    "taken": take,
    "taken and taken back": lambda nadia, each: nadia.do(undo.take_back, take(nadia, each).undo),
    "kept": lambda nadia, each: nadia.do(suggestions.answer, each.id, Answer.KEPT),
    "dropped": lambda nadia, each: nadia.do(suggestions.answer, each.id, Answer.DROPPED),
    "only looked at": lambda nadia, _: nadia.do(suggestions.suggestions),
}


@pytest.mark.check("P6")
@pytest.mark.parametrize("how", ANSWERS.values(), ids=ANSWERS)
def test_the_mentor_learns_nothing_of_what_became_of_it(nadia, rose, suggestion, how):
    before = all_of_hers(rose)
    how(nadia, suggestion)
    assert all_of_hers(rose) == before
    rose.do(people.receive)
    assert rose.take_in() == 0
    assert all_of_hers(rose) == before


@pytest.mark.check("P6")
def test_no_window_of_hers_moves_when_it_is_taken_in_or_answered(house, nadia, rose, both):
    offer(rose, both[1])
    nadia.take_in()
    [suggestion] = nadia.all_of(Suggestion)
    with house.write() as uow:
        suggestions.take_into_new_goal(uow, nadia.actor, suggestion.id, Horizon.SHORT, "Souffler", "Un thé")
        suggestions.answer(uow, nadia.actor, suggestion.id, Answer.DROPPED)
        assert uow.concerns == set()


# --- thanks --------------------------------------------------------------------------------------


@pytest.mark.check("P6")
def test_a_thank_you_goes_once_and_says_only_what_she_wrote(house, nadia, rose, both, suggestion):
    nadia.do(suggestions.answer, suggestion.id, Answer.KEPT)
    thanked = nadia.do(suggestions.thank, suggestion.id, " Merci, de tout cœur \n", TODAY)
    assert thanked.thanked
    with pytest.raises(NotFoundError):
        nadia.do(suggestions.thank, suggestion.id, "Encore merci", TODAY)
    assert rose.take_in() == 0
    [thanks] = rose.do(suggestions.thanks)
    assert thanks == Thanks(
        id=thanks.id, version=1, contact=both[1].id, day=TODAY, text="Merci, de tout cœur", number=1
    )
    assert rows(house.store.database, "SELECT * FROM message") == []


def test_a_thank_you_needs_no_word_and_the_newest_stands_first(nadia, rose, both, clock):
    for number in range(2):
        offer(rose, both[1])
        nadia.take_in()
        fresh = next(each for each in nadia.all_of(Suggestion) if not each.thanked)
        nadia.do(suggestions.thank, fresh.id, "" if number else "Merci", clock.day)
        clock.day += timedelta(days=1)
    rose.take_in()
    assert [each.text for each in rose.do(suggestions.thanks)] == ["", "Merci"]


def test_a_thank_you_that_cannot_go_is_not_counted(nadia, suggestion, both):
    with pytest.raises(TextTooLongError):
        nadia.do(suggestions.thank, suggestion.id, LONG, TODAY)
    assert not nadia.all_of(Suggestion)[0].thanked
    nadia.do(linking.leave, both[0].id)
    with pytest.raises(NotFoundError):
        nadia.do(suggestions.thank, suggestion.id, "Merci", TODAY)
    assert nadia.all_of(Suggestion) == [suggestion]


def test_thanks_go_with_the_link_on_the_mentors_side(nadia, rose, both, suggestion):
    nadia.do(suggestions.thank, suggestion.id, "Merci", TODAY)
    rose.take_in()
    nadia.do(linking.leave, both[0].id)
    rose.do(people.receive)
    assert rose.do(suggestions.thanks) == rose.do(people.people) == []


# --- offering -------------------------------------------------------------------------------------


def test_one_offer_goes_to_several_or_to_nobody_at_all(house, nadia, rose, both):
    mariam = participant(house, "Mariam")
    hers, _ = linked(mariam, rose, "Lune")
    her = by_link(rose, hers)
    mariam.do(linking.leave, hers.id)
    with pytest.raises(LinkOverError):
        offer(rose, both[1], her)
    with pytest.raises(NotFoundError):
        rose.do(suggestions.offer, [both[1].id, RecordId("elsewhere")], "Un thé", "", TODAY)
    assert rows(house.store.database, "SELECT * FROM message") == []


@pytest.mark.parametrize(
    ("text", "word", "refusal"),
    [(" ", "", TextMissingError), (LONG, "", TextTooLongError), ("x", LONG, TextTooLongError)],
)
def test_an_offer_says_something_and_not_too_much(house, rose, both, text, word, refusal):
    with pytest.raises(refusal):
        offer(rose, both[1], text=text, word=word)
    with pytest.raises(refusal):
        rose.do(suggestions.keep_offer, text, word)
    assert rows(house.store.database, "SELECT * FROM message") == rose.all_of(Offer) == []


def test_a_mentor_keeps_what_she_offers_in_her_order(rose):
    first = rose.do(suggestions.keep_offer, "Un thé", "Au soleil")
    rose.do(suggestions.keep_offer, "Une soupe", "")
    rose.do(suggestions.keep_offer, "Un café", "", first.id)
    assert [(each.text, each.word) for each in rose.do(suggestions.offers)] == [
        ("Un café", ""),
        ("Une soupe", ""),
    ]
    rose.do(suggestions.drop_offer, first.id)
    assert [each.text for each in rose.do(suggestions.offers)] == ["Une soupe"]
    for use_case, args in (
        (suggestions.drop_offer, [first.id]),
        (suggestions.keep_offer, ["x", "", first.id]),
    ):
        with pytest.raises(NotFoundError):
            rose.do(use_case, *args)


def test_a_caseworker_offers_no_step(nadia, claire):
    _, known = linked(nadia, claire)
    assert claire.actor.role is Role.CASEWORKER
    with pytest.raises(NotAllowedError):
        offer(claire, known)


def test_what_she_is_typing_in_the_plan_stays_when_she_takes_one(nadia, suggestion):
    goal = nadia.do(adding.add_goal, Horizon.SHORT, "Souffler").record
    places = [drafts.step_place(goal.id), drafts.goal_place(Horizon.LONG)]
    for place in places:
        nadia.do(drafts.save_draft, place, f"Une idée {place}")
    nadia.do(suggestions.take, suggestion.id, goal.id, "Un thé")
    nadia.do(suggestions.take_into_new_goal, suggestion.id, Horizon.LONG, "Respirer", "Un café")
    assert nadia.read().drafts == {place: f"Une idée {place}" for place in places}


# --- what is being typed -----------------------------------------------------------------------


def test_what_she_types_is_kept_apart_from_her_drafts_until_nothing_is_typed(rose):
    assert rose.do(suggestions.typed_offer) is None
    rose.do(suggestions.keep_typed, "", "")
    rose.do(suggestions.keep_typed, "Un th", "")
    rose.do(suggestions.keep_typed, "Un thé", "Doux")
    kept = rose.do(suggestions.keep_offer, "Une marche", "")
    typed = rose.do(suggestions.typed_offer)
    assert (typed.text, typed.word) == ("Un thé", "Doux")
    assert [each.id for each in rose.do(suggestions.offers)] == [kept.id]
    rose.do(suggestions.keep_typed, "", "")
    assert rose.do(suggestions.typed_offer) is None
    with pytest.raises(TextTooLongError):
        rose.do(suggestions.keep_typed, LONG, "")


def test_who_is_no_mentor_types_nothing_here(nadia, claire):
    for other in (nadia, claire):
        with pytest.raises(NotAllowedError):
            other.do(suggestions.keep_typed, "Un thé", "")
        with pytest.raises(NotAllowedError):
            other.do(suggestions.typed_offer)
