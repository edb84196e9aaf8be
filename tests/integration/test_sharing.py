"""What an owner shares, with whom and until when; and that it ends."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.core import marks, sharing
from lifeplan_app.core.sharing import in_months, latest_end, usual_end
from lifeplan_app.crypto import cards as sealed_cards
from lifeplan_app.crypto.cards import CardPlace
from lifeplan_app.model.errors import EndDateError, NotAllowedError, NotFoundError, SealError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import LifeArea, Progress
from lifeplan_app.model.sharing import Card, Contact, Shared
from tests.factories import TODAY, a_step, by_link, caseworker, linked, open_cards, rows, show


@pytest.fixture
def hers(nadia, claire) -> Contact:
    """Claire, as Nadia knows her."""
    return linked(nadia, claire)[0]


def shares(house) -> list[dict]:
    return rows(house.store.database, "SELECT * FROM share")


def texts(staff, contact) -> set[str]:
    return {each.card.text for each in open_cards(staff, by_link(staff, contact))}


def opened(row, contact) -> dict:
    """What lies in a row, as who has the key of the two reads it."""
    ends = date.fromisoformat(row["ends"])
    place = CardPlace(row["id"], row["owner_vault"], row["recipient_vault"], ends, row["version"])
    return json.loads(sealed_cards.open_sealed(bytes.fromhex(contact.key), place, row["card"]))


# --- a step, a person, an end ------------------------------------------------------------------


@pytest.mark.check("P1")
def test_nothing_is_shared_by_linking_nor_by_looking(house, nadia, claire, hers):
    step = a_step(nadia)
    nadia.do(sharing.preview, hers.id, [step.id])
    assert shares(house) == []
    assert texts(claire, hers) == set()
    assert nadia.do(sharing.shared_with, TODAY) == {}


@pytest.mark.check("P1")
def test_only_that_step_goes_to_only_that_person(house, nadia, claire, hers):
    anne = caseworker(house, "Anne")
    annes, _ = linked(nadia, anne)
    step, _other = a_step(nadia), a_step(nadia, "Trouver un lit")
    show(nadia, hers, step)
    assert texts(claire, hers) == {step.text}
    assert texts(anne, annes) == set()
    [row] = shares(house)
    assert (row["owner_vault"], row["recipient_vault"]) == (nadia.actor.vault_id, claire.actor.vault_id)


@pytest.mark.check("P1")
def test_sharing_no_step_shares_nothing(house, nadia, hers):
    assert show(nadia, hers) == shares(house) == []


@pytest.mark.check("P1")
@pytest.mark.parametrize("ends", [TODAY - timedelta(days=1), date(2027, 11, 22), date.min, date.max])
def test_an_end_in_the_past_or_too_far_away_shares_nothing(house, nadia, hers, ends):
    step = a_step(nadia)
    with pytest.raises(EndDateError):
        show(nadia, hers, step, ends=ends)
    assert shares(house) == nadia.all_of(Shared) == []
    [before] = show(nadia, hers, step)
    with pytest.raises(EndDateError):
        nadia.do(sharing.change_end, step.id, hers.id, ends, TODAY)
    assert [each["ends"] for each in shares(house)] == [before.ends.isoformat()]


@pytest.mark.check("P1")
@pytest.mark.parametrize("ends", [TODAY, date(2027, 2, 21), date(2027, 11, 21)])
def test_any_end_up_to_a_year_is_hers_to_choose(house, nadia, hers, ends):
    [grant] = show(nadia, hers, a_step(nadia), ends=ends)
    assert (grant.since, grant.ends) == (TODAY, ends)
    assert [each["ends"] for each in shares(house)] == [ends.isoformat()]


@pytest.mark.check("P1")
def test_the_usual_end_is_in_three_months_and_the_last_in_twelve():
    assert usual_end(TODAY) == date(2027, 2, 21)
    assert latest_end(TODAY) == date(2027, 11, 21)
    assert usual_end(date(2026, 11, 30)) == date(2027, 2, 28)
    assert latest_end(date(2028, 2, 29)) == date(2029, 2, 28)
    assert in_months(date(2026, 9, 30), 3) == date(2026, 12, 30)


@given(st.dates(date(1970, 1, 1), date(2900, 1, 1)), st.integers(0, 24))
def test_months_are_counted_as_people_count_them(day, months):
    later = in_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.check("P1")
def test_what_is_not_hers_cannot_be_shared_nor_with_somebody_she_is_not_linked_with(house, nadia, hers):
    step = a_step(nadia)
    goal = nadia.read().goals[0].goal
    for wrong in (goal.id, RecordId("elsewhere"), hers.id):
        with pytest.raises(NotFoundError):
            nadia.do(sharing.share, hers.id, [step.id, wrong], usual_end(TODAY), TODAY)
        with pytest.raises(NotFoundError):
            nadia.do(sharing.preview, hers.id, [step.id, wrong])
    for wrong in (step.id, RecordId("elsewhere")):
        with pytest.raises(NotFoundError):
            nadia.do(sharing.share, wrong, [step.id], usual_end(TODAY), TODAY)
    assert shares(house) == nadia.all_of(Shared) == []


@pytest.mark.check("P1")
@pytest.mark.check("P6")
def test_a_mentor_is_shown_no_step(house, nadia, rose):
    hers, _ = linked(nadia, rose)
    with pytest.raises(NotAllowedError):
        show(nadia, hers, a_step(nadia))
    assert shares(house) == []


# --- the card ----------------------------------------------------------------------------------


def full_step(nadia):
    """A step with everything that a step can have."""
    step = a_step(nadia, "Chercher « Zoé » à l’école 👩🏽‍🍳", LifeArea.PARENTHOOD)
    nadia.do(marks.set_progress, step.id, Progress.ACTIVE, TODAY)
    nadia.do(marks.set_day, step.id, date(2026, 12, 1))
    nadia.do(marks.pick, step.id, TODAY)
    nadia.do(marks.set_weekly, step.id, TODAY, weekly=True)
    return nadia.do(marks.set_progress, step.id, Progress.DONE, TODAY).record


@pytest.mark.check("P1")
def test_the_preview_is_exactly_the_card_that_the_other_opens(nadia, claire, hers):
    steps = [full_step(nadia), a_step(nadia, "Soupe", ""), a_step(nadia, "Pain", "Ma cuisine")]
    previews = nadia.do(sharing.preview, hers.id, [each.id for each in steps])
    grants = show(nadia, hers, *steps)
    found = {each.share: each.card for each in open_cards(claire, by_link(claire, hers))}
    assert previews == [found[each.share] for each in grants]
    assert previews[0] == Card(
        text=steps[0].text,
        progress=Progress.ACTIVE,
        day=date(2026, 12, 1),
        weekly=True,
        held="2026-W47",
        area="parenthood",
        alias="Étoile",
    )
    assert previews[0].progress_on(TODAY) is steps[0].progress_on(TODAY) is Progress.DONE
    assert previews[0].progress_on(TODAY + timedelta(days=7)) is Progress.ACTIVE


@pytest.mark.check("K8")
@pytest.mark.check("P1")
def test_a_card_holds_what_the_preview_showed_and_nothing_else(house, nadia, hers):
    step = full_step(nadia)
    show(nadia, hers, step)
    [row] = shares(house)
    assert opened(row, hers) == {
        "text": step.text,
        "progress": "active",
        "day": "2026-12-01",
        "weekly": True,
        "held": "2026-W47",
        "area": "parenthood",
        "alias": "Étoile",
    }
    assert {name for name, value in row.items() if isinstance(value, bytes)} == {"card"}


@pytest.mark.check("K8")
def test_the_key_of_the_two_opens_no_card_for_another(house, nadia, claire, hers):
    annes, _ = linked(nadia, caseworker(house, "Anne"))
    show(nadia, hers, a_step(nadia))
    [row] = shares(house)
    with pytest.raises(SealError):
        opened(row, annes)


# --- ending ------------------------------------------------------------------------------------


@pytest.mark.check("P2")
@pytest.mark.check("K8")
def test_ending_a_share_deletes_row_and_card_and_no_others(house, nadia, claire, hers):
    anne = caseworker(house, "Anne")
    annes, _ = linked(nadia, anne)
    step, other = a_step(nadia), a_step(nadia, "Trouver un lit")
    [gone, stays] = show(nadia, hers, step, other)
    [annes_grant] = show(nadia, annes, step)
    card = next(each["card"] for each in shares(house) if each["id"] == gone.share)
    nadia.do(sharing.stop, step.id, hers.id)
    assert {each["id"] for each in shares(house)} == {stays.share, annes_grant.share}
    assert texts(claire, hers) == {other.text}
    assert texts(anne, annes) == {step.text}
    nadia.do(sharing.stop, step.id, hers.id)  # ended already: nothing happens
    nadia.do(sharing.stop, other.id, hers.id)
    assert [each.of for each in nadia.all_of(Shared)] == [step.id]
    house.close()
    assert card not in house.store.database.read_bytes()


@pytest.mark.check("P2")
def test_the_window_of_who_loses_a_card_is_told(nadia, claire, house, hers):
    step = a_step(nadia)
    show(nadia, hers, step)
    with house.write() as uow:
        sharing.stop(uow, nadia.actor, step.id, hers.id)
        assert uow.concerns == {claire.actor.vault_id}


@pytest.mark.check("P2")
def test_everything_can_be_taken_back_from_one_person_at_once(house, nadia, claire, hers):
    anne = caseworker(house, "Anne")
    annes, _ = linked(nadia, anne)
    step, other = a_step(nadia), a_step(nadia, "Trouver un lit")
    show(nadia, hers, step, other)
    show(nadia, annes, other)
    nadia.do(sharing.stop_all, hers.id)
    assert texts(claire, hers) == set()
    assert texts(anne, annes) == {other.text}
    assert set(nadia.do(sharing.shared_with, TODAY)) == {annes.id}


# --- changing the end --------------------------------------------------------------------------


@pytest.mark.check("P8")
def test_another_end_holds_for_that_person_alone(house, nadia, claire, hers):
    annes, _ = linked(nadia, caseworker(house, "Anne"))
    step = a_step(nadia)
    [grant] = show(nadia, hers, step)
    [other] = show(nadia, annes, step)
    changed = nadia.do(sharing.change_end, step.id, hers.id, TODAY, TODAY)
    assert (changed.share, changed.since, changed.ends) == (grant.share, TODAY, TODAY)
    assert {each["id"]: each["ends"] for each in shares(house)} == {
        grant.share: TODAY.isoformat(),
        other.share: other.ends.isoformat(),
    }
    [card] = open_cards(claire, by_link(claire, hers))
    assert (card.ends, card.card.text) == (TODAY, step.text)


def test_shared_again_it_is_the_same_share_until_another_day(house, nadia, claire, hers):
    step = a_step(nadia)
    [first] = show(nadia, hers, step)
    [again] = show(nadia, hers, step, ends=TODAY)
    assert (again.share, again.ends) == (first.share, TODAY)
    assert len(shares(house)) == len(open_cards(claire, by_link(claire, hers))) == 1


def test_what_is_not_shared_has_no_end_to_change(nadia, hers, clock):
    step, never = a_step(nadia), a_step(nadia, "Soupe")
    show(nadia, hers, step, ends=TODAY)
    clock.day += timedelta(days=1)
    for each in (step, never):
        with pytest.raises(NotFoundError):
            nadia.do(sharing.change_end, each.id, hers.id, usual_end(clock.day), clock.day)


@pytest.mark.check("P5")
def test_she_sees_who_has_what_and_until_when_what_ends_first_before_the_rest(nadia, hers):
    late, soon, sooner = a_step(nadia, "C"), a_step(nadia, "b"), a_step(nadia, "A")
    show(nadia, hers, late)
    show(nadia, hers, soon, sooner, ends=TODAY)
    [(contact, found)] = nadia.do(sharing.shared_with, TODAY).items()
    assert contact == hers.id
    assert [(each.step.text, each.grant.ends) for each in found] == [
        ("A", TODAY),
        ("b", TODAY),
        ("C", usual_end(TODAY)),
    ]
