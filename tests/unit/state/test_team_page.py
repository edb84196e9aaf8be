"""The page of who coordinates: the team, codes shown once, counts; and nothing of who has a plan."""

import pytest

from lifeplan_app.core import accounts, invitations, sharing
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import ClosedAccountError, InvitationError
from lifeplan_app.state import sockets as narrowed
from lifeplan_app.state.invited import InvitedState
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.received import ReceivedState
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.shown import ShownState
from lifeplan_app.state.team import TeamState
from tests.factories import (
    HER_PHONE,
    PASSPHRASE,
    a_step,
    caseworker,
    coordinator,
    linked,
    mentor,
    participant,
    rows,
    show,
)
from tests.unit.state.conftest import settled
from tests.unit.state.page import Page


@pytest.fixture
async def team(app, house):
    """The page of Odile, who coordinates."""
    return await opened(app, coordinator(house))


async def opened(app, person, window="the team"):
    page = Page(app, person.entered.cookie, window)
    assert await page.call(TeamState.load) is None
    return page


async def told(page):
    return (await page.shows(NoticeState)).text


async def row_of(page, name):
    [found] = [each for each in (await page.shows(TeamState)).rows if each.name == name]
    return found


async def standings(page):
    return {each.name: each.standing for each in (await page.shows(TeamState)).rows}


async def counts(page):
    return [(each.name, each.number) for each in (await page.shows(TeamState)).counts]


async def shown_code(page):
    shown = await page.shows(InvitedState)
    return "-".join(shown.code)


def form(**typed):
    return {"name": "Anne", "place": "Maison", "role": Role.CASEWORKER.value} | typed


def signed_up(house, code, name="Anne"):
    return accounts.sign_up(house, HER_PHONE, code=code, name=name, passphrase=PASSPHRASE)


# --- figures and the team ------------------------------------------------------------------------


async def test_few_are_not_counted_out(app, house, team):
    assert {number for _, number in await counts(team)} == {"<5"}
    for number in range(5):
        participant(house, f"Nadia {number}")
    await team.call(TeamState.load)
    assert (await counts(team))[:2] == [("plans", "5"), ("with", "<5")]


async def test_the_team_shows_by_name_with_what_each_does_and_how_she_stands(app, house, team):
    caseworker(house)
    resting = mentor(house, "Rose", "Entraide")
    rows(house.store.database, "UPDATE staff SET resting = 1 WHERE account_id = ?", resting.actor.account_id)
    await team.call(TeamState.load)
    shown = [(each.name, each.place, each.role, each.standing) for each in (await team.shows(TeamState)).rows]
    assert shown == [
        ("Claire", "Maison Bleue", "c", "active"),
        ("Odile", "Maison Bleue", "o", "own"),
        ("Rose", "Entraide", "m", "resting"),
    ]


@pytest.mark.check("P4")
async def test_nothing_of_who_has_a_plan_reaches_the_page(app, house, team):
    nadia, claire = participant(house, "Nadia-la-seule"), caseworker(house)
    contact, _ = linked(nadia, claire, "Étoile-secrète")
    show(nadia, contact, a_step(nadia, "Un pas secret"))
    await team.call(TeamState.load)
    await team.call(TeamState.close, claire.actor.account_id)
    await settled()
    async with team.state() as root:
        everything = str(root.dict()) + team.heard
    for secret in ("Nadia-la-seule", "Étoile-secrète", "Un pas secret", nadia.actor.vault_id):
        assert secret not in everything


# --- closing and opening ------------------------------------------------------------------------


@pytest.mark.check("P8")
async def test_who_is_deactivated_sees_her_page_empty_at_once(app, house, team):
    nadia, claire = participant(house), caseworker(house)
    contact, _ = linked(nadia, claire)
    show(nadia, contact, a_step(nadia))
    hers = Page(app, claire.entered.cookie, "hers")
    await hers.call(ReceivedState.load)
    account = claire.actor.account_id
    async with narrowed.watch_over(app):
        await team.call(TeamState.ask, account)
        assert (await team.shows(TeamState)).asked == account
        assert (await hers.shows(SessionState)).gate == "open", "nothing happens before she says so"
        await team.call(TeamState.close, account)
        await settled()
    assert (await hers.shows(SessionState)).gate == "locked"
    assert (await standings(team))["Claire"] == "closed"
    assert (await team.shows(TeamState)).asked == ""
    assert [each.shared for each in nadia.do(sharing.shared_with, house.today())] == []
    with pytest.raises(ClosedAccountError):
        claire.sign_in()
    await team.call(TeamState.reopen, account)
    assert (await standings(team))["Claire"] == "active"
    claire.sign_in()


@pytest.mark.check("P8")
async def test_the_people_of_who_is_deactivated_read_it_on_their_open_page(app, house, team):
    nadia, claire = participant(house), caseworker(house)
    contact, _ = linked(nadia, claire)
    show(nadia, contact, a_step(nadia))
    hers, account = Page(app, nadia.entered.cookie, "Nadia's"), claire.actor.account_id
    await hers.call(ShownState.load)

    async def seen():
        await settled()
        [person] = (await hers.shows(ShownState)).people
        return person.standing, len(person.shares)

    async with narrowed.watch_over(app):
        assert await seen() == ("open", 1)
        await team.call(TeamState.close, account)
        assert await seen() == ("closed", 0)
        await team.call(TeamState.reopen, account)
        assert await seen() == ("open", 0)


async def test_a_question_can_be_left_or_be_asked_about_another(app, house, team):
    first, second = caseworker(house), caseworker(house, "Anne")
    for account, asked in (
        (first.actor.account_id, first.actor.account_id),
        (second.actor.account_id, second.actor.account_id),
        (second.actor.account_id, ""),
    ):
        await team.call(TeamState.ask, account)
        assert (await team.shows(TeamState)).asked == asked


async def test_nobody_deactivates_herself_nor_one_who_does_not_work_here(app, house, team):
    nadia = participant(house)
    [own] = [each for each in (await team.shows(TeamState)).rows if each.standing == "own"]
    for account in (own.id, nadia.actor.account_id, "nobody"):
        await team.call(TeamState.close, account)
        assert await told(team)
        assert (await team.shows(SessionState)).gate == "open"
    assert await standings(team) == {"Odile": "own"}
    assert nadia.read()


async def test_her_other_window_follows(app, house):
    odile, claire = coordinator(house), caseworker(house)
    first, second = await opened(app, odile), await opened(app, odile, "another")
    await first.call(TeamState.close, claire.actor.account_id)
    await settled()
    assert (await standings(second))["Claire"] == "closed"


# --- codes --------------------------------------------------------------------------------------


async def test_somebody_is_invited_to_the_team_and_her_code_shows_once(app, house, team):
    await team.call(InvitedState.start)
    assert (await team.shows(InvitedState)).asking
    await team.call(InvitedState.invite, form(name=" Anne  Martin "))
    shown = await team.shows(InvitedState)
    assert (shown.asking, shown.name, shown.until, shown.number) == (False, "Anne Martin", "21 décembre", "0")
    code = await shown_code(team)
    invited = await row_of(team, "Anne Martin")
    assert (invited.standing, invited.role, invited.place, invited.until) == (
        "invited",
        "c",
        "Maison",
        "21 décembre",
    )
    await team.call(InvitedState.put_away)
    assert await shown_code(team) == ""
    signed_up(house, code)
    await team.call(TeamState.load)
    assert (await standings(team))["Anne Martin"] == "active"


async def test_a_code_is_gone_after_a_reload(team):
    await team.call(InvitedState.make)
    code = await shown_code(team)
    assert code
    await team.call(InvitedState.start)
    await team.call(TeamState.load)
    shown = await team.shows(InvitedState)
    assert (shown.code, shown.asking) == ([], False)
    async with team.state() as root:
        assert code.split("-")[1] not in str(root.dict())


@pytest.mark.parametrize("typed", [{"name": " "}, {"name": "é" * 61}, {"place": "é" * 61}, {"name": None}])
async def test_a_name_that_cannot_be_is_told_beside_the_form_which_stays(house, team, typed):
    await team.call(InvitedState.start)
    await team.call(InvitedState.invite, {} if typed == {"name": None} else form(**typed))
    shown = await team.shows(InvitedState)
    assert (shown.asking, shown.code) == (True, [])
    assert shown.said or await told(team)
    with house.read() as uow:
        assert uow.invitations.open_ones(house.today()) == []
    await team.call(InvitedState.invite, form())
    assert (await team.shows(InvitedState)).said == ""


@pytest.mark.parametrize("role", ["o", "p", "boss", ""])
async def test_nobody_is_invited_to_another_role(house, team, role):
    await team.call(InvitedState.invite, form(role=role))
    assert await told(team)
    with house.read() as uow:
        assert uow.invitations.open_ones(house.today()) == []


async def test_codes_for_plans_are_counted_listed_and_revoked(house, team):
    await team.call(InvitedState.make)
    first = await shown_code(team)
    await team.call(InvitedState.make)
    second = await shown_code(team)
    shown = await team.shows(InvitedState)
    assert (shown.number, {each.tag for each in shown.unused}) == ("2", {first[:4], second[:4]})
    [row] = [each for each in shown.unused if each.tag == first[:4]]
    await team.call(InvitedState.revoke, row.tag, row.expires)
    assert await shown_code(team) == second, "another code still shows"
    await team.call(InvitedState.revoke, second[:4], row.expires)
    assert await shown_code(team) == ""
    assert (await team.shows(InvitedState)).number == "0"
    for code in (first, second):
        with pytest.raises(InvitationError):
            signed_up(house, code)


async def test_an_invitation_to_the_team_is_revoked_in_its_row(house, team):
    await team.call(InvitedState.invite, form())
    code, row = await shown_code(team), await row_of(team, "Anne")
    await team.call(InvitedState.revoke, row.tag, row.expires)
    assert await standings(team) == {"Odile": "own"}
    with pytest.raises(InvitationError):
        signed_up(house, code)


async def test_a_day_that_is_none_revokes_nothing(house, team):
    await team.call(InvitedState.make)
    await team.call(InvitedState.revoke, (await shown_code(team))[:4], "tomorrow")
    assert await told(team)
    assert (await team.shows(InvitedState)).number == "1"


async def test_an_invitation_without_a_name_shows_by_its_first_characters(house, team):
    with house.write() as uow:
        code = invitations.make(uow, Role.MENTOR, house.today())
    await team.call(TeamState.load)
    assert (await row_of(team, code[:4])).role == "m"


# --- others -------------------------------------------------------------------------------------


@pytest.mark.check("S6")
@pytest.mark.parametrize("someone", [caseworker, mentor, participant])
@pytest.mark.parametrize(
    ("handler", "given"),
    [
        (TeamState.load, []),
        (TeamState.ask, ["x"]),
        (TeamState.close, ["x"]),
        (TeamState.reopen, ["x"]),
        (InvitedState.start, []),
        (InvitedState.invite, [form()]),
        (InvitedState.make, []),
        (InvitedState.revoke, ["ABCD", "2026-12-21"]),
    ],
)
async def test_who_does_not_coordinate_is_answered_by_nothing(app, house, someone, handler, given):
    page = Page(app, someone(house).entered.cookie, "theirs")
    assert await page.call(handler, *given) is not None
    shown = await page.shows(InvitedState)
    assert (shown.code, shown.asking, (await page.shows(TeamState)).rows) == ([], False, [])
    with house.read() as uow:
        assert uow.invitations.open_ones(house.today()) == []


async def test_whose_account_is_closed_coordinates_nothing_more(app, house, team):
    olga = coordinator(house, "Olga")
    window = await opened(app, olga, "Olga's")
    rows(house.store.database, "UPDATE staff SET active = 0 WHERE account_id = ?", olga.actor.account_id)
    await window.call(InvitedState.make)
    assert await told(window)
    assert await shown_code(window) == ""
