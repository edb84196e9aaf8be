"""Before every event and after it: whose window is this, and may they?"""

import pytest
from reflex.state import StateUpdate

from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import SessionOverError
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.guard import session_of_headers
from lifeplan_app.state.house import open_house
from lifeplan_app.state.me import MeState
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.windows import WINDOWS
from tests.factories import participant
from tests.unit.state.page import Page

CLOSED = {SessionState.get_full_name(): {"gate_rx_state_": "closed"}}


def nothing_in(state):
    return not (state.soon or state.year or state.later)


async def test_a_window_without_a_session_hears_that_it_is_closed_and_no_more(app, written):
    page = Page(app)
    refused = await page.call(PlanState.load)
    assert refused.delta == CLOSED
    assert nothing_in(await page.shows(PlanState))


async def test_a_window_of_a_live_session_is_welcomed_in_its_words(page, written):
    shown = await page.shows(SessionState)
    assert shown.gate == "open"
    assert shown.language == "fr"
    assert shown.t["plan.title"] == "Mon plan"
    assert shown.tag == written.house.sessions.find(written.entered.cookie).tag
    assert shown.lock_seconds == 180
    assert not shown.at_once


@pytest.mark.check("S4")
async def test_a_window_that_another_cookie_takes_over_is_emptied_first(app, page, house):
    mariam = participant(house, "Mariam")
    page.connect(mariam.entered.cookie)
    assert await page.call(PlanState.load) is None
    assert nothing_in(await page.shows(PlanState))


@pytest.mark.check("S4")
async def test_a_window_that_comes_back_without_its_cookie_is_emptied_on_the_server(app, page):
    page.connect("")
    page.sent.clear()
    assert (await page.call(PlanState.load)).delta == CLOSED
    assert nothing_in(await page.shows(PlanState))
    assert "soon" not in page.heard


@pytest.mark.check("S4")
async def test_an_answer_to_an_event_in_flight_goes_to_its_owner_alone(app, page, written, house):
    mariam = participant(house, "Mariam")
    page.sent.clear()
    async with page.state() as root:
        page.connect(mariam.entered.cookie, sid="socket of a thief")
        (await root.get_state(SaidState)).beside = {"x": "her words"}
    assert page.sent == []
    page.connect(written.entered.cookie)
    async with page.state() as root:
        (await root.get_state(SaidState)).beside = {"x": "her other words"}
    assert "her other words" in page.heard


async def test_an_answer_to_a_window_that_is_away_goes_nowhere(app, page):
    page.sent.clear()
    app.event_namespace._token_manager.token_to_socket.clear()
    async with page.state() as root:
        (await root.get_state(SaidState)).beside = {"x": "her words"}
    assert page.sent == []


@pytest.mark.check("S6")
@pytest.mark.parametrize(
    ("role", "home"),
    [(Role.CASEWORKER, "/received/"), (Role.MENTOR, "/offers/"), (Role.COORDINATOR, "/team/")],
)
async def test_another_role_is_answered_nothing_but_the_way_to_her_own_page(app, house, role, home):
    page = Page(app, participant(house, "Mariam", role=role).entered.cookie)
    away = await page.call(PlanState.load)
    assert (away.delta, [each.payload["path"] for each in away.events]) == ({}, [home])
    assert await page.call(PlanState.start_adding, "short") == StateUpdate()
    assert not (await page.shows(PlanState)).loaded
    assert await page.call(MeState.load) is None
    assert (await page.shows(MeState)).name == "Mariam"


@pytest.mark.check("S6")
async def test_a_helper_of_a_state_and_what_is_in_no_list_answer_nobody(page, monkeypatch):
    assert await page.call(NoticeState.event_handlers["say"], "…") == StateUpdate()
    monkeypatch.setattr("lifeplan_app.state.guard.rule_for", lambda _name: None)
    assert await page.call(PlanState.load) == StateUpdate()


@pytest.mark.check("S1")
async def test_only_an_act_of_hers_puts_the_lock_off(page, written, clock):
    cookie = written.entered.cookie
    clock.wait(170)
    assert await page.call(GoalState.close_goal) is None
    clock.wait(170)
    assert await page.call(PlanState.load) is None  # the page does that by itself
    clock.wait(11)
    assert (await page.call(PlanState.load)).delta == CLOSED
    assert written.house.sessions.find(cookie) is None


async def test_a_session_that_ends_between_two_looks_does_not_count_an_act(page, written, monkeypatch):
    def end_first(_id_hash):
        raise SessionOverError

    monkeypatch.setattr(written.house.sessions, "touch", end_first)
    assert await page.call(GoalState.close_goal) == StateUpdate()


def test_a_cookie_is_found_beside_others_and_a_broken_header_finds_none(app, written):
    cookie = written.entered.cookie
    assert session_of_headers({"cookie": f"k=x; s={cookie}"})
    assert session_of_headers({"cookie": f's={cookie}; other={{"a": 1}}'})
    assert session_of_headers({"cookie": f'other={{"a": 1}}; s={cookie}'})
    for header in ("", "s", "s=", f"__Host-s={cookie}", f"t={cookie}", 's="', "\x00=\x00", "s=\ud800"):
        assert session_of_headers({"cookie": header}) is None
    assert session_of_headers({}) is None


def test_under_tls_only_the_cookie_bound_to_the_host_counts(app, house, written):
    cookie = written.entered.cookie
    open_house(house, "__Host-s")
    assert session_of_headers({"cookie": f"__Host-s={cookie}"})
    assert session_of_headers({"cookie": f"s={cookie}"}) is None


async def test_a_window_knows_its_session_only_while_it_is_bound(page, written):
    session = written.house.sessions.find(written.entered.cookie)
    assert WINDOWS.session_in(page.token) == session.id_hash
    WINDOWS.bind(page.token, None)
    assert WINDOWS.session_in(page.token) == ""
