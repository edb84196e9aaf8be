"""A change reaches her other windows; the end of a session empties its own."""

import asyncio
import threading

import pytest

from lifeplan_app.core import adding, roster
from lifeplan_app.model.errors import StoreError
from lifeplan_app.model.plan import Horizon
from lifeplan_app.state import sockets as narrowed
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.keep import KeepState
from lifeplan_app.state.me import MeState
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.received import ReceivedState
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.windows import WINDOWS, Windows
from tests.factories import caseworker, participant, services
from tests.unit.state.conftest import settled
from tests.unit.state.page import Page

NEW = {"way": "add", "place": "goal:long", "text": "un jardin", "version": 0, "turn": 1}


@pytest.fixture
async def other(app, page, written):
    """Another window of hers, of another session."""
    other = Page(app, written.sign_in().cookie, "another window")
    await other.call(PlanState.load)
    return other


async def later(page):
    return [card.text for card in (await page.shows(PlanState)).later]


async def test_a_change_in_one_window_shows_in_the_other(page, other):
    await page.call(KeepState.keep, [NEW])
    await settled()
    assert "un jardin" in await later(other)
    assert "un jardin" in other.heard


async def test_it_shows_to_nobody_else(app, page, house):
    stranger = Page(app, participant(house, "Mariam").entered.cookie, "a stranger's window")
    await stranger.call(PlanState.load)
    await page.call(KeepState.keep, [NEW])
    await settled()
    assert "un jardin" not in stranger.heard


async def test_a_window_that_shows_no_plan_reads_none(app, page, written):
    me = Page(app, written.sign_in().cookie, "on another page")
    await me.call(MeState.load)
    await page.call(KeepState.keep, [NEW])
    await settled()
    assert await later(me) == []


async def test_a_window_that_has_become_another_persons_meanwhile_is_left_alone(page, other, house):
    mariam = house.sessions.find(participant(house, "Mariam").entered.cookie)
    async with other.state():  # an event of it is running: it is brought up to date afterwards
        await page.call(KeepState.keep, [NEW])
        WINDOWS.bind(other.token, mariam)
    await settled()
    assert "un jardin" not in other.heard


@pytest.mark.check("S1")
@pytest.mark.check("S7")
async def test_an_ended_session_empties_its_windows_and_no_other(app, page, other, house):
    async with narrowed.watch_over(app):
        house.sessions.end(WINDOWS.session_in(page.token))
        await settled()
    assert (await page.shows(SessionState)).gate == "locked"
    assert (await page.shows(SessionState)).t.keys() == {"exit.name"}
    assert await later(page) == []
    assert '"locked"' in page.heard.replace("'", '"')
    assert (await other.shows(SessionState)).gate == "open"
    assert WINDOWS.session_in(page.token) == ""


async def test_a_window_that_was_bound_anew_meanwhile_is_not_emptied(page, written, house):
    WINDOWS.bind(page.token, house.sessions.find(written.sign_in().cookie))
    await WINDOWS._empty(page.token, "the old session")
    assert await later(page) != []


@pytest.mark.check("S1")
async def test_while_the_server_runs_a_session_ends_by_itself_when_its_time_is_over(
    app, page, written, clock, monkeypatch
):
    monkeypatch.setattr(narrowed, "SWEEP_SECONDS", 0.01)
    async with narrowed.watch_over(app):
        await asyncio.sleep(0.02)
        assert (await page.shows(SessionState)).gate == "open"
        clock.wait(181)
        await asyncio.sleep(0.05)
        await settled()
        assert (await page.shows(SessionState)).gate == "locked"
        assert len(written.house.ring) == 0


@pytest.mark.check("P8")
async def test_who_was_closed_from_the_command_line_sees_her_page_empty(app, page, house, tmp_path):
    claire, ended = caseworker(house), threading.Event()
    window = Page(app, claire.entered.cookie, "hers")
    await window.call(ReceivedState.load)
    beside = services(tmp_path)
    with beside.write() as uow:
        roster.close(uow, claire.actor.account_id)
    beside.close()
    async with narrowed.watch_over(app):
        house.sessions.on_end(lambda _: ended.set())
        assert await asyncio.to_thread(ended.wait, 20)
        await settled()
    assert (await window.shows(SessionState)).gate == "locked"
    assert (await page.shows(SessionState)).gate == "open"


async def test_before_the_server_is_up_there_is_no_window(house, nadia):
    windows = Windows()
    windows.empty_those_of(house.sessions.find(nadia.entered.cookie))
    with pytest.raises(StoreError):
        windows._state("a tab")


async def test_a_session_that_ends_after_the_server_has_gone_empties_nothing(house, nadia):
    windows = Windows()
    windows._loop = asyncio.new_event_loop()
    windows._loop.close()
    windows.empty_those_of(house.sessions.find(nadia.entered.cookie))


async def test_a_goal_that_another_window_deletes_closes_here(page, other, goal, written):
    await other.call(GoalState.remove, goal.id)
    await settled()
    assert (await page.shows(GoalState)).goal_id == ""
    written.do(adding.add_goal, Horizon.SHORT, "x")
