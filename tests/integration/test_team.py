"""The team: who is invited, who may come in, how many a mentor walks with, and counts."""

from datetime import timedelta

import pytest

from lifeplan_app.core import accounts, invitations, linking, people, sharing, suggestions, team
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import (
    InvitationError,
    MemberError,
    NotAllowedError,
    NotFoundError,
    RestingError,
)
from lifeplan_app.model.ids import AccountId
from lifeplan_app.model.sharing import MOST_PEOPLE, Standing, Suggestion
from tests.factories import (
    HER_PHONE,
    PASSPHRASE,
    TODAY,
    Person,
    a_step,
    caseworker,
    code_of,
    coordinator,
    linked,
    mentor,
    participant,
    rows,
    services,
    show,
    standings,
)


def sign_up(house, code, name="Anne") -> Person:
    entered = accounts.sign_up(house, HER_PHONE, code=code, name=name, passphrase=PASSPHRASE)
    return Person(house, name, PASSPHRASE, entered)


# --- inviting -----------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.MENTOR])
def test_who_is_invited_works_here_under_the_name_she_was_invited_by(house, odile, role):
    code = odile.do(team.invite_member, role, "  Anne  Martin ", " Maison   Rouge", TODAY)
    anne = sign_up(house, code)
    shown = anne.do(linking.own_code)
    assert (shown.name, shown.organisation, shown.role) == ("Anne Martin", "Maison Rouge", role)
    assert anne.actor.role is role


def test_who_is_invited_without_a_name_has_the_one_she_signs_in_with(house):
    assert participant(house, "Lise", role=Role.MENTOR).do(linking.own_code).name == "Lise"


@pytest.mark.parametrize(("name", "where"), [("", ""), (" \t", "x"), ("é" * 61, ""), ("Anne", "é" * 61)])
def test_a_name_is_needed_and_short(odile, name, where):
    with pytest.raises(MemberError):
        odile.do(team.invite_member, Role.CASEWORKER, name, where, TODAY)
    assert odile.do(team.open_invitations, TODAY) == []


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PARTICIPANT])
def test_only_caseworkers_and_mentors_are_invited_by_name(odile, role):
    with pytest.raises(NotAllowedError):
        odile.do(team.invite_member, role, "Anne", "", TODAY)


@pytest.mark.check("P4")
def test_who_makes_a_plan_is_nobody_to_the_team(house, odile):
    code = odile.do(team.invite_participant, TODAY)
    [before] = odile.do(team.open_invitations, TODAY)
    assert (before.role, before.name, before.organisation) == (Role.PARTICIPANT, "", "")
    before = rows(house.store.database, "SELECT * FROM staff")
    nadia = sign_up(house, code, "Nadia")
    assert nadia.actor.role is Role.PARTICIPANT
    assert rows(house.store.database, "SELECT * FROM staff") == before
    assert [each.name for each in odile.do(team.members)] == ["Odile"]


def test_open_invitations_are_found_by_their_first_characters_and_can_be_taken_back(house, odile, clock):
    first = odile.do(team.invite_participant, TODAY)
    clock.day += timedelta(days=1)
    second = odile.do(team.invite_member, Role.MENTOR, "Lise", "", clock.day)
    found = odile.do(team.open_invitations, clock.day)
    assert [(each.tag, each.name) for each in found] == [(first[:4], ""), (second[:4], "Lise")]
    odile.do(team.revoke, first[:4], clock.day)  # of another day: nothing happens
    odile.do(team.revoke, first[:4], found[0].expires)
    with pytest.raises(InvitationError):
        sign_up(house, first)
    assert sign_up(house, second).actor.role is Role.MENTOR
    assert odile.do(team.open_invitations, clock.day) == []


def test_an_invitation_that_has_ended_is_not_among_the_open_ones(odile, clock):
    odile.do(team.invite_participant, TODAY)
    assert odile.do(team.open_invitations, TODAY + timedelta(days=invitations.VALID_DAYS))
    assert odile.do(team.open_invitations, TODAY + timedelta(days=invitations.VALID_DAYS + 1)) == []


# --- closing and opening accounts ------------------------------------------------------------------


def test_nobody_closes_her_own_account_nor_one_that_is_nobodys_here(house, nadia, odile):
    for account, refusal in (
        (odile.actor.account_id, NotAllowedError),
        (nadia.actor.account_id, NotFoundError),
        (AccountId("elsewhere"), NotFoundError),
    ):
        with pytest.raises(refusal):
            team.deactivate(house, odile.actor, account)
    with pytest.raises(NotFoundError):
        odile.do(team.reactivate, nadia.actor.account_id)
    assert nadia.read()
    assert len(house.sessions) == 2


@pytest.mark.check("P8")
def test_a_coordinator_who_is_deactivated_coordinates_nothing_more(house, odile):
    olga = coordinator(house, "Olga")
    with house.write() as uow:
        team.close(uow, odile.actor, olga.actor.account_id)
    with pytest.raises(NotAllowedError):
        olga.do(team.members)
    with pytest.raises(NotAllowedError):
        olga.do(team.reactivate, olga.actor.account_id)


def test_her_people_are_told_when_an_account_is_closed_and_opened(house, nadia, claire, odile):
    linked(nadia, claire)
    account = claire.actor.account_id
    for use_case in (team.close, team.reactivate):
        with house.write() as uow:
            use_case(uow, odile.actor, account)
            assert uow.concerns == {nadia.actor.vault_id}
    assert [(each.name, each.active) for each in odile.do(team.members)] == [
        ("Claire", True),
        ("Odile", True),
    ]


@pytest.mark.check("P8")
def test_others_keep_what_they_see_when_one_account_is_closed(house, nadia, claire, odile):
    anne = caseworker(house, "Anne")
    step = a_step(nadia)
    contacts = [linked(nadia, each)[0] for each in (claire, anne)]
    for each in contacts:
        show(nadia, each, step)
    team.deactivate(house, odile.actor, claire.actor.account_id)
    assert set(nadia.do(sharing.shared_with, TODAY)) == {contacts[1].id}


# --- a mentor's own limits -------------------------------------------------------------------------


@pytest.mark.check("P7")
def test_a_mentor_on_a_break_gets_nobody_new_and_her_people_see_it(house, nadia, rose):
    linked(nadia, rose)
    rose.do(team.rest, resting=True)
    mariam = participant(house, "Mariam")
    for use_case, args in ((linking.meet, []), (linking.link, ["Lune"])):
        with pytest.raises(RestingError):
            mariam.do(use_case, code_of(rose), *args)
    assert standings(nadia) == [Standing.RESTING]
    rose.do(suggestions.offer, [rose.do(people.people)[0][0].id], "Un thé", "", TODAY)
    assert nadia.take_in() == 0
    assert len(nadia.all_of(Suggestion)) == 1
    rose.do(team.rest, resting=False)
    linked(mariam, rose, "Lune")
    assert standings(nadia) == [Standing.OPEN]


@pytest.mark.check("P7")
def test_her_people_are_told_of_a_break(house, nadia, rose):
    linked(nadia, rose)
    with house.write() as uow:
        team.rest(uow, rose.actor, resting=True)
        assert uow.concerns == {nadia.actor.vault_id}


@pytest.mark.check("P7")
def test_a_mentor_walks_with_as_many_as_she_wants_and_keeps_those_she_has(house, nadia, rose):
    mariam, lea = participant(house, "Mariam"), participant(house, "Léa")
    linked(nadia, rose)
    linked(mariam, rose)
    rose.do(team.set_limit, 1)
    with pytest.raises(RestingError):
        lea.do(linking.link, code_of(rose), "Lune")
    assert [standings(each) for each in (nadia, mariam)] == [[Standing.OPEN], [Standing.OPEN]]
    rose.do(team.set_limit, 3)
    linked(lea, rose)
    assert len(rose.do(people.people)) == 3


@pytest.mark.check("P7")
@pytest.mark.parametrize("most", [2, MOST_PEOPLE])
def test_no_mentor_walks_with_more_than_the_programme_allows(tmp_path, most):
    house = services(tmp_path, most_people=most)
    rose = mentor(house)
    assert rose.do(team.set_limit, 99).most == most
    assert rose.do(team.set_limit, -1).most == 1
    rows(house.store.database, "UPDATE staff SET most = 99")
    for number in range(most):
        linked(participant(house, f"Nadia {number}"), rose)
    with pytest.raises(RestingError):
        participant(house, "Mariam").do(linking.link, code_of(rose), "Lune")
    house.close()


@pytest.mark.check("P7")
def test_a_mentor_who_says_nothing_walks_with_as_many_as_the_programme_allows(house, rose):
    [own] = [each for each in coordinator(house).do(team.members) if each.name == "Rose"]
    assert linking.most_of(own, house.most_people) == house.most_people == MOST_PEOPLE
    assert linking.most_of(rose.do(team.set_limit, 3), house.most_people) == 3
    assert linking.most_of(rose.do(team.set_limit, 3), 2) == 2


@pytest.mark.check("P7")
def test_room_is_free_again_when_somebody_leaves(house, nadia, rose):
    rose.do(team.set_limit, 1)
    hers, _ = linked(nadia, rose)
    nadia.do(linking.leave, hers.id)
    linked(participant(house, "Mariam"), rose)


@pytest.mark.check("P7")
def test_a_caseworker_has_room_for_more(house, claire):
    for number in range(MOST_PEOPLE + 1):
        linked(participant(house, f"Nadia {number}"), claire)
    assert len(claire.do(people.people)) == MOST_PEOPLE + 1


# --- figures ---------------------------------------------------------------------------------------


def test_counts_below_five_are_not_told(house, odile, clock):
    nobody = team.Figures(None, None, None, None, None)
    assert odile.do(team.figures, TODAY) == nobody
    claire = caseworker(house)
    for number in range(5):
        assert odile.do(team.figures, TODAY) == nobody
        nadia = participant(house, f"Nadia {number}")
        hers, _ = linked(nadia, claire)
        show(nadia, hers, a_step(nadia), ends=TODAY)
    assert odile.do(team.figures, TODAY) == team.Figures(5, None, None, links=5, shares=5)
    assert odile.do(team.figures, TODAY + timedelta(days=1)).shares is None
    for number in range(4):
        caseworker(house, f"Claire {number}")
        mentor(house, f"Rose {number}")
    assert odile.do(team.figures, TODAY) == team.Figures(5, 5, None, links=5, shares=5)
    mentor(house)
    assert odile.do(team.figures, TODAY).mentors == 5
