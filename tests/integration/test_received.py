"""What a caseworker sees, and that she sees nothing any more once her account is closed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lifeplan_app.core import accounts, linking, people, plan, received, sharing, team
from lifeplan_app.model.errors import (
    ClosedAccountError,
    NotAllowedError,
    NotFoundError,
    ParameterError,
    SealError,
    SessionOverError,
    ShareOverError,
    TextMissingError,
    TextTooLongError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from lifeplan_app.model.ids import ShareId
from lifeplan_app.model.sharing import Contact, Note, Seen, Shared, Standing
from tests.factories import (
    A_STRANGER,
    HER_PHONE,
    PASSPHRASE,
    TODAY,
    a_step,
    by_link,
    caseworker,
    follow,
    linked,
    mentor,
    open_cards,
    participant,
    rows,
    show,
    standings,
)


@pytest.fixture
def both(nadia, claire):
    """Claire as Nadia knows her, and Nadia as Claire does."""
    return linked(nadia, claire)


def overview(claire) -> list:
    return claire.do(received.overview, claire.house.today())


# --- the list ----------------------------------------------------------------------------------


@pytest.mark.check("P5")
@pytest.mark.check("P9")
def test_the_list_shows_names_areas_counts_and_what_is_new(house, nadia, claire, both, clock):
    hers, known = both
    mariam = participant(house, "Mariam")
    linked(mariam, claire, "Anémone")
    step, soup = a_step(nadia), a_step(nadia, "Soupe", "Ma cuisine")
    show(nadia, hers, step)
    show(nadia, hers, soup, ends=TODAY + timedelta(days=15))
    quiet, busy = overview(claire)
    assert (quiet.contact.name, quiet.count, quiet.areas) == ("Anémone", 0, frozenset())
    assert (busy.contact.name, busy.count, busy.fresh, busy.soon) == ("Étoile", 2, 2, 0)
    assert busy.areas == {"housing", "Ma cuisine"}
    clock.day += timedelta(days=1)
    assert overview(claire)[1].soon == 1
    open_cards(claire, known)
    assert overview(claire)[1].fresh == 0


@pytest.mark.check("K8")
@pytest.mark.parametrize("change", ["ends = '2027-12-01'", "card = zeroblob(200)", "version = version + 1"])
def test_a_card_that_somebody_changed_has_no_area_though_the_list_knew_it(house, nadia, claire, both, change):
    show(nadia, both[0], a_step(nadia))
    assert overview(claire)[0].areas == {"housing"}
    rows(house.store.database, f"UPDATE share SET {change}")
    assert overview(claire)[0].areas == {""}  # one damaged row takes nobody's list away
    with pytest.raises((SealError, ParameterError)):
        open_cards(claire, both[1])


@pytest.mark.check("P5")
def test_what_is_new_or_changed_shows_until_it_was_opened(nadia, claire, both):
    hers, known = both
    step, soup = a_step(nadia), a_step(nadia, "Soupe")
    show(nadia, hers, step)
    assert [each.fresh for each in open_cards(claire, known)] == [True]
    assert [each.fresh for each in open_cards(claire, known)] == [False]
    show(nadia, hers, soup)
    nadia.do(sharing.change_end, step.id, hers.id, TODAY, TODAY)
    assert {each.card.text: each.fresh for each in open_cards(claire, known)} == {
        "Soupe": True,
        step.text: True,
    }
    assert overview(claire)[0].fresh == 0
    assert len(claire.all_of(Seen)) == 1


def test_opening_again_writes_nothing(nadia, claire, both):
    hers, known = both
    show(nadia, hers, a_step(nadia))
    open_cards(claire, known)
    before = claire.all_of(Seen)
    open_cards(claire, known)
    assert claire.all_of(Seen) == before


@pytest.mark.check("P8")
def test_only_the_cards_of_the_one_that_is_opened_open(house, nadia, claire, both):
    mariam = participant(house, "Mariam")
    others, known = linked(mariam, claire, "Lune")
    [hers] = show(nadia, both[0], a_step(nadia))
    [of_another] = show(mariam, others, a_step(mariam, "Soupe"))
    assert [each.share for each in open_cards(claire, both[1])] == [hers.share]
    assert [each.share for each in open_cards(claire, known)] == [of_another.share]


def test_who_shows_nothing_is_opened_without_a_word(house, claire, both):
    assert open_cards(claire, both[1]) == []
    assert rows(house.store.database, "SELECT * FROM viewing") == []


@pytest.mark.check("P8")
def test_somebody_elses_person_is_not_found(house, nadia, claire, both):
    hers, known = both
    show(nadia, hers, a_step(nadia))
    anne = caseworker(house, "Anne")
    with pytest.raises(NotFoundError):
        open_cards(anne, known)
    with pytest.raises(NotFoundError):
        anne.do(people.leave, known.id)


# --- notes -------------------------------------------------------------------------------------


def test_a_note_stands_with_its_card_the_oldest_first_and_arrives(nadia, claire, both, clock):
    hers, known = both
    step = a_step(nadia)
    [grant] = show(nadia, hers, step)
    for text in ("Bravo", "À mardi\nClaire"):
        claire.do(received.leave_note, known.id, grant.share, text, clock.day)
        clock.day += timedelta(days=1)
    [card] = open_cards(claire, known)
    assert [(each.text, each.day, each.by, each.fresh) for each in card.notes] == [
        ("Bravo", TODAY, "", False),
        ("À mardi\nClaire", TODAY + timedelta(days=1), "", False),
    ]
    assert nadia.take_in() == 0
    assert {(each.text, each.by, each.of, each.contact, each.fresh) for each in nadia.all_of(Note)} == {
        ("Bravo", "Claire", step.id, hers.id, True),
        ("À mardi\nClaire", "Claire", step.id, hers.id, True),
    }


@pytest.mark.parametrize(("text", "refusal"), [(" \n", TextMissingError), ("é" * 10_001, TextTooLongError)])
def test_a_note_says_something_and_not_too_much(house, nadia, claire, both, text, refusal):
    hers, known = both
    [grant] = show(nadia, hers, a_step(nadia))
    with pytest.raises(refusal):
        claire.do(received.leave_note, known.id, grant.share, text, TODAY)
    assert rows(house.store.database, "SELECT * FROM message") == []


@pytest.mark.check("P3")
def test_no_note_on_what_has_ended_or_is_not_hers_to_see(house, nadia, claire, both, clock):
    hers, known = both
    mariam, anne = participant(house, "Mariam"), caseworker(house, "Anne")
    others, _ = linked(mariam, claire)
    annes, _ = linked(nadia, anne)
    step = a_step(nadia)
    [grant] = show(nadia, hers, step, ends=TODAY)
    [of_another] = show(mariam, others, a_step(mariam))
    [to_another] = show(nadia, annes, step)
    for share in (of_another.share, to_another.share, ShareId("elsewhere")):
        with pytest.raises(ShareOverError):
            claire.do(received.leave_note, known.id, share, "Bravo", TODAY)
    clock.day += timedelta(days=1)
    with pytest.raises(ShareOverError):
        claire.do(received.leave_note, known.id, grant.share, "Bravo", clock.day)
    assert rows(house.store.database, "SELECT * FROM message") == claire.all_of(Note) == []


def test_what_she_wrote_goes_with_the_link_on_her_side_and_stays_with_the_step(nadia, claire, both):
    hers, known = both
    [grant] = show(nadia, hers, a_step(nadia))
    claire.do(received.leave_note, known.id, grant.share, "Bravo", TODAY)
    nadia.take_in()
    nadia.do(linking.leave, hers.id)
    claire.do(people.receive)
    assert claire.all_of(Note) == []
    assert [each.text for each in nadia.all_of(Note)] == ["Bravo"]


# --- an account that is closed ------------------------------------------------------------------


@pytest.mark.check("P8")
@pytest.mark.check("S6")
def test_who_is_deactivated_reads_nothing_from_that_moment(house, nadia, claire, odile, both):
    hers, known = both
    [grant] = show(nadia, hers, a_step(nadia))
    live = claire.actor
    with house.write() as uow:
        team.close(uow, odile.actor, live.account_id)
        assert nadia.actor.vault_id in uow.concerns
    tries = {
        received.overview: [TODAY],
        received.open_person: [known.id, TODAY, house.now()],
        received.leave_note: [known.id, grant.share, "Bravo", TODAY],
        people.people: [],
        people.receive: [],
        people.leave: [known.id],
        linking.own_code: [],
    }
    for use_case, args in tries.items():  # her session is still there, as in another process
        with pytest.raises(NotAllowedError):
            claire.do(use_case, *args)
    assert rows(house.store.database, "SELECT * FROM share") == []
    assert standings(nadia) == [Standing.CLOSED]


@pytest.mark.check("P8")
def test_who_is_deactivated_is_out_at_once_and_told_so_only_with_the_right_passphrase(house, claire, odile):
    actor = claire.actor
    team.deactivate(house, odile.actor, actor.account_id)
    assert house.sessions.find(claire.entered.cookie) is None
    with house.read() as uow, pytest.raises(SessionOverError):
        uow.keys(actor.keys)
    with pytest.raises(ClosedAccountError):
        claire.sign_in()
    for name, passphrase in (("Claire", PASSPHRASE + "!"), ("nobody", PASSPHRASE)):
        with pytest.raises(WrongPassphraseError):
            accounts.sign_in(house, A_STRANGER, name=name, passphrase=passphrase)
    assert len(house.ring) == len(house.sessions) == 1


@pytest.mark.check("P8")
def test_a_recovery_code_lets_nobody_in_who_is_deactivated_and_stays_good(house, claire, odile):
    def recover(code):
        new = "quatre chaises bleues dehors"
        return accounts.recover(house, HER_PHONE, name="Claire", code=code, new_passphrase=new)

    account = claire.actor.account_id
    team.deactivate(house, odile.actor, account)
    with pytest.raises(WrongRecoveryCodeError):
        recover("0" * 28)
    with pytest.raises(ClosedAccountError):
        recover(claire.recovery_code)
    assert len(house.sessions) == 1
    odile.do(team.reactivate, account)
    assert recover(claire.recovery_code).recovery_code


@pytest.mark.check("P8")
def test_back_in_the_team_she_sees_nothing_of_before_until_it_is_shared_anew(
    house, nadia, claire, odile, both
):
    hers, known = both
    step = a_step(nadia)
    show(nadia, hers, step)
    account = claire.actor.account_id
    team.deactivate(house, odile.actor, account)
    follow(nadia, step)
    assert nadia.all_of(Shared) == []
    assert odile.do(team.reactivate, account).active
    claire.sign_in()
    assert claire.all_of(Contact) == [by_link(claire, hers)]
    assert standings(nadia) == [Standing.OPEN]
    assert open_cards(claire, known) == []
    show(nadia, hers, step)
    assert [each.card.text for each in open_cards(claire, known)] == [step.text]


@pytest.mark.check("P4")
@pytest.mark.check("S6")
def test_a_role_that_is_claimed_opens_nothing(house, nadia, claire):
    """The role in a session is not enough: the team has to know her, by account, vault and role."""
    rose = mentor(house)
    for person, claimed in (
        (nadia, {"role": claire.actor.role}),
        (rose, {"role": claire.actor.role}),
        (nadia, {"role": claire.actor.role, "account_id": claire.actor.account_id}),
    ):
        with house.read() as uow, pytest.raises(NotAllowedError):
            received.overview(uow, replace(person.actor, **claimed), TODAY)


def test_notes_of_one_day_stand_in_their_order_on_both_sides(nadia, claire):
    hers = linked(nadia, claire)[0]
    step = a_step(nadia)
    [grant] = show(nadia, hers, step)
    known = by_link(claire, hers)
    texts = [f"Mot {number}" for number in range(12)]
    for text in texts:
        claire.do(received.leave_note, known.id, grant.share, text, TODAY)
        nadia.take_in()
    assert [note.text for note in open_cards(claire, known)[0].notes] == texts
    assert [note.text for note in nadia.read().notes[step.id]] == texts


def test_a_note_on_its_way_finds_its_step_though_the_share_ends(nadia, claire):
    hers = linked(nadia, claire)[0]
    kept, gone = a_step(nadia), a_step(nadia, "Soupe")
    grants = show(nadia, hers, kept, gone)
    known = by_link(claire, hers)
    for grant in grants:
        claire.do(received.leave_note, known.id, grant.share, "Bravo", TODAY)
    removed = nadia.do(plan.delete, gone.id)  # before she has its note
    follow(nadia, *removed.records)
    nadia.do(sharing.stop, kept.id, hers.id)
    assert {step: [note.text for note in notes] for step, notes in nadia.read().notes.items()} == {
        kept.id: ["Bravo"]
    }


@pytest.mark.parametrize("end", [sharing.stop_all, linking.leave])
def test_a_note_on_its_way_is_there_when_all_ends(nadia, claire, end):
    hers = linked(nadia, claire)[0]
    step = a_step(nadia)
    [grant] = show(nadia, hers, step)
    known = by_link(claire, hers)
    claire.do(received.leave_note, known.id, grant.share, "Bravo", TODAY)
    nadia.do(end, hers.id)
    assert [note.text for note in nadia.read().notes[step.id]] == ["Bravo"]
