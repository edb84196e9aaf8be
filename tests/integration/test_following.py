"""Cards follow their step; after the end nothing is handed out; what a thief changes is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lifeplan_app.core import cards, following, marks, plan, received, sharing, undo, words
from lifeplan_app.model.errors import ParameterError, SealError, StaleVersionError
from lifeplan_app.model.plan import Progress
from lifeplan_app.model.sharing import Contact, Shared
from tests.factories import (
    TODAY,
    a_step,
    by_link,
    caseworker,
    follow,
    linked,
    open_cards,
    participant,
    rows,
    show,
)

ENDS = sharing.usual_end(TODAY)


@pytest.fixture
def hers(nadia, claire) -> Contact:
    """Claire, as Nadia knows her."""
    return linked(nadia, claire)[0]


@pytest.fixture
def step(nadia, hers):
    """A step that Claire sees."""
    step = a_step(nadia)
    show(nadia, hers, step)
    return step


def shares(house) -> list[dict]:
    return rows(house.store.database, "SELECT * FROM share ORDER BY id")


def seen(claire, hers) -> list:
    return [each.card for each in open_cards(claire, by_link(claire, hers))]


def new_text(nadia, step):
    return nadia.do(words.write_text, step.id, "Écrire à la mairie", step.version).records


CHANGES = {
    "text": new_text,
    "progress": lambda nadia, step: nadia.do(marks.set_progress, step.id, Progress.DONE, TODAY).records,
    "date": lambda nadia, step: nadia.do(marks.set_day, step.id, TODAY).records,
    "weekly": lambda nadia, step: nadia.do(marks.set_weekly, step.id, TODAY, weekly=True).records,
    "area": lambda nadia, step: nadia.do(marks.set_area, step.goal_id, "Mon toit").records,
}
UNSEEN = {
    "picked": lambda nadia, step: nadia.do(marks.pick, step.id, TODAY).records,
    "put away": lambda nadia, step: nadia.do(plan.put_away, step.id).records,
    "title of the goal": lambda nadia, step: nadia.do(words.write_text, step.goal_id, "Toit", 1).records,
    "state of the goal": lambda nadia, step: (
        nadia.do(marks.set_progress, step.goal_id, Progress.DONE, TODAY).records
    ),
    "a note of hers": lambda nadia, step: nadia.do(words.write_memo, step.id, "À moi", 0).records,
    "another step": lambda nadia, _: new_text(nadia, a_step(nadia, "Soupe")),
}


@pytest.mark.check("P1")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_card_follows_what_it_shows(nadia, claire, hers, step, change):
    [before] = seen(claire, hers)
    follow(nadia, *change(nadia, step))
    [after] = seen(claire, hers)
    assert after != before
    assert [after] == nadia.do(sharing.preview, hers.id, [step.id])


@pytest.mark.check("K8")
@pytest.mark.parametrize("change", UNSEEN.values(), ids=UNSEEN)
def test_a_card_is_not_written_for_what_it_does_not_show(house, nadia, step, change):
    before = shares(house)
    follow(nadia, *change(nadia, step))
    assert shares(house) == before


def test_all_cards_follow_when_all_are_looked_at(house, nadia, claire, hers, step):
    new_text(nadia, step)
    with house.write() as uow:
        cards.follow_all(uow, nadia.records(uow), TODAY)
        assert uow.concerns == {claire.actor.vault_id}
    assert seen(claire, hers) == nadia.do(sharing.preview, hers.id, [step.id])


@pytest.mark.check("P2")
@pytest.mark.parametrize("what", ["step", "goal"])
def test_what_is_deleted_is_shared_no_more_and_taking_that_back_shares_nothing(
    house, nadia, claire, hers, step, what
):
    gone = nadia.do(plan.delete, step.id if what == "step" else step.goal_id)
    follow(nadia, *gone.records)
    assert shares(house) == nadia.all_of(Shared) == seen(claire, hers) == []
    back = nadia.do(undo.take_back, gone.undo)
    follow(nadia, *back.records)
    assert shares(house) == seen(claire, hers) == []


def test_one_of_two_shares_ends_and_the_other_is_followed(house, nadia, claire, hers, step, clock):
    annes, known = linked(nadia, anne := caseworker(house, "Anne"))
    show(nadia, annes, step, ends=TODAY)
    clock.day += timedelta(days=1)
    follow(nadia, *new_text(nadia, step))
    assert len(shares(house)) == 1
    assert [[each.contact for each in shared.grants] for shared in nadia.all_of(Shared)] == [[hers.id]]
    assert [card.text for card in seen(claire, hers)] == ["Écrire à la mairie"]
    assert open_cards(anne, known) == []


# --- after the end -----------------------------------------------------------------------------


@pytest.mark.check("P3")
def test_after_the_last_day_nothing_is_handed_out_though_the_row_is_there(
    house, nadia, claire, hers, step, clock
):
    known = by_link(claire, hers)
    last = sharing.usual_end(TODAY)
    clock.day += timedelta(days=(last - TODAY).days)
    assert len(open_cards(claire, known)) == 1
    clock.day += timedelta(days=1)
    assert len(shares(house)) == 1
    assert open_cards(claire, known) == []
    [person] = claire.do(received.overview, clock.day)
    assert (person.count, person.areas) == (0, frozenset())
    assert nadia.do(sharing.shared_with, clock.day) == {}
    assert len(shares(house)) == 1


@pytest.mark.check("P3")
def test_shared_anew_after_its_end_it_is_another_share(house, nadia, claire, hers, step, clock):
    [before] = shares(house)
    clock.day += timedelta(days=100)
    [grant] = show(nadia, hers, step)
    assert [each["id"] for each in shares(house)] == [grant.share] != [before["id"]]
    assert [each.grants for each in nadia.all_of(Shared)] == [(grant,)]
    assert [each.share for each in open_cards(claire, by_link(claire, hers))] == [grant.share]


# --- a thief at work ----------------------------------------------------------------------------


@pytest.mark.check("P3")
@pytest.mark.check("K3")
@pytest.mark.parametrize("days", [1, -1, 4_000])
def test_a_card_whose_end_was_moved_in_the_database_is_refused(house, claire, hers, step, days):
    [row] = shares(house)
    moved = date.fromisoformat(row["ends"]) + timedelta(days=days)
    rows(house.store.database, "UPDATE share SET ends = ?", moved.isoformat())
    with pytest.raises(SealError):
        seen(claire, hers)
    assert claire.do(received.overview, TODAY)[0].areas <= {""}


@pytest.mark.check("P3")
def test_renewing_a_card_never_takes_over_an_end_that_was_moved(house, nadia, claire, hers, step):
    rows(house.store.database, "UPDATE share SET ends = '2099-01-01'")
    with pytest.raises(SealError):
        seen(claire, hers)
    follow(nadia, *new_text(nadia, step))
    assert [card.ends for card in open_cards(claire, by_link(claire, hers))] == [ENDS]
    nadia.do(sharing.stop, step.id, hers.id)
    assert shares(house) == []


@pytest.mark.check("P3")
def test_what_is_over_in_her_vault_ends_though_the_database_says_otherwise(house, nadia, hers, step):
    rows(house.store.database, "UPDATE share SET ends = '2099-01-01'")
    later = ENDS + timedelta(days=1)
    with house.write() as uow:
        cards.follow_all(uow, nadia.records(uow), later)
    assert shares(house) == []


@pytest.mark.check("K3")
def test_a_card_that_somebody_changed_is_made_anew_when_she_comes(house, nadia, claire, hers, step):
    before = seen(claire, hers)
    rows(house.store.database, "UPDATE share SET card = substr(card, 1, length(card) - 1)")
    with house.write() as uow:
        cards.follow_all(uow, nadia.records(uow), TODAY)
    assert seen(claire, hers) == before


SWAPS = {
    "cards of two rows": "UPDATE share SET card = (SELECT card FROM share AS o WHERE o.id <> share.id)",
    "ids": "UPDATE share SET id = id || 'A'",
    "versions": "UPDATE share SET version = version + 1",
    "a card cut": "UPDATE share SET card = substr(card, 1, length(card) - 1)",
    "a card emptied": "UPDATE share SET card = x''",
}


@pytest.mark.check("K3")
@pytest.mark.parametrize("swap", SWAPS.values(), ids=SWAPS)
def test_what_is_swapped_among_her_cards_is_refused(house, nadia, claire, hers, step, swap):
    show(nadia, hers, a_step(nadia, "Soupe"))
    rows(house.store.database, swap)
    with pytest.raises(SealError):
        seen(claire, hers)


@pytest.mark.check("K8")
@pytest.mark.check("K3")
@pytest.mark.parametrize("column", ["owner_vault", "recipient_vault"])
def test_a_card_given_to_another_or_as_anothers_does_not_open(house, nadia, claire, hers, step, column):
    mariam = participant(house, "Mariam")
    anne = caseworker(house, "Anne")
    linked(nadia, anne)
    _, mariam_known = linked(mariam, claire)
    other = mariam if column == "owner_vault" else anne
    rows(house.store.database, f"UPDATE share SET {column} = ?", other.actor.vault_id)
    reader, known = (claire, mariam_known) if column == "owner_vault" else (anne, anne.all_of(Contact)[0])
    with pytest.raises(SealError):
        open_cards(reader, known)


def test_a_card_that_was_written_elsewhere_meanwhile_is_not_written_over(house, nadia, step):
    [row] = shares(house)
    with house.write() as uow:
        [read_before] = uow.shares.of_owner(nadia.actor.vault_id, TODAY)
    follow(nadia, *new_text(nadia, step))
    after = shares(house)
    with house.write() as uow, pytest.raises(StaleVersionError):
        uow.shares.replace(replace(read_before, place=replace(read_before.place, version=2)))
    assert shares(house) == after != [row]


@pytest.mark.check("K7")
def test_a_suite_that_nobody_allowed_is_refused(house, claire, hers, step):
    rows(house.store.database, "UPDATE share SET card = CAST(x'07' || substr(card, 2) AS BLOB)")
    with pytest.raises(ParameterError):
        seen(claire, hers)


# --- coming in ---------------------------------------------------------------------------------


def awaits(person, *, at_once=False):
    with person.house.read() as uow:
        return following.awaits(uow, person.actor, TODAY, at_once=at_once)


def test_who_has_nothing_waiting_and_shows_nothing_needs_no_write(nadia, odile):
    assert not awaits(nadia)
    assert not awaits(odile)
    nadia.do(following.arrive, TODAY)
    odile.do(following.arrive, TODAY)


def test_who_works_with_people_and_who_shows_something_looks_each_time(nadia, claire, rose, step):
    assert awaits(claire)
    assert awaits(rose, at_once=True)
    assert awaits(nadia)
    assert not awaits(nadia, at_once=True)  # her cards follow each change by themselves


def test_coming_in_takes_letters_in_and_puts_cards_right(nadia, claire, hers, step):
    by_her = by_link(claire, hers)
    [card] = open_cards(claire, by_her)
    claire.do(received.leave_note, by_her.id, card.share, "Jeudi ?", TODAY)
    assert awaits(nadia, at_once=True)
    nadia.do(words.write_text, step.id, "Écrire à la mairie", step.version)
    nadia.do(following.arrive, TODAY)
    assert [note.text for note in nadia.read().notes[step.id]] == ["Jeudi ?"]
    assert seen(claire, hers)[0].text == "Écrire à la mairie"


def test_only_a_change_that_can_be_taken_back_is_followed(nadia, claire, hers, step):
    changed = nadia.do(words.write_text, step.id, "Écrire à la mairie", step.version)
    nadia.do(following.after, None, TODAY)
    claire.do(following.after, changed, TODAY)
    assert seen(claire, hers)[0].text == step.text
    nadia.do(following.after, changed, TODAY)
    assert seen(claire, hers)[0].text == "Écrire à la mairie"
