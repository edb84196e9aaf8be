"""Where leaving leads, and the first steps: what a window is told, and what is kept."""

import pytest

from lifeplan_app.core import accounts
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from lifeplan_app.model.leaving import SITES
from lifeplan_app.state.first import FirstState
from lifeplan_app.state.leaving import LeavingState
from lifeplan_app.state.me import MeState
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.today import TodayState
from tests.unit.state.conftest import settled
from tests.unit.state.page import Page


@pytest.fixture
async def own(app, nadia):
    page = Page(app, nadia.entered.cookie)
    await page.call(MeState.load)
    return page


@pytest.fixture
async def first(app, nadia):
    page = Page(app, nadia.entered.cookie, "first")
    await page.call(FirstState.load)
    return page


async def test_a_site_of_the_list_is_kept_and_told_to_every_window(app, own, nadia):
    other = Page(app, nadia.entered.cookie, "another window")
    await other.call(MeState.load)
    await own.call(LeavingState.choose, SITES["recipes"])
    await settled()
    assert (await other.shows(SessionState)).exit_url == SITES["recipes"]
    assert (await other.shows(LeavingState)).chosen == SITES["recipes"]
    assert nadia.do(accounts.read_settings).exit_url == SITES["recipes"]
    await own.call(LeavingState.choose, "")
    assert (await own.shows(SessionState)).exit_url == ""


async def test_what_is_not_in_the_list_cannot_be_chosen_from_it(own, nadia):
    await own.call(LeavingState.choose, "https://elsewhere.example/")
    assert nadia.do(accounts.read_settings).exit_url == ""


async def test_one_of_her_own_is_kept_and_one_that_cannot_be_had_is_told_and_changes_nothing(own, nadia):
    await own.call(LeavingState.choose, "own")
    assert (await own.shows(LeavingState)).chosen == "own"
    assert nadia.do(accounts.read_settings).exit_url == ""
    await own.call(LeavingState.keep_own, {"address": "meteo.fr"})
    assert nadia.do(accounts.read_settings).exit_url == "https://meteo.fr/"
    await own.call(LeavingState.keep_own, {"address": "http://meteo.fr"})
    shown = await own.shows(LeavingState)
    assert shown.said == say(Language.FRENCH, "error.exit_address")
    assert (shown.chosen, shown.address) == ("own", "https://meteo.fr/")
    assert nadia.do(accounts.read_settings).exit_url == "https://meteo.fr/"


async def test_where_she_is_in_the_first_steps_is_kept(app, first, nadia):
    assert (await first.shows(FirstState)).screen == 1
    await first.call(FirstState.turn, 2)
    await first.call(FirstState.turn, 5)
    anew = Page(app, nadia.sign_in().cookie, "after an exit")
    await anew.call(TodayState.load)
    assert (await anew.shows(FirstState)).waits == 2
    await anew.call(FirstState.go_on)
    await anew.call(FirstState.load)
    assert (await anew.shows(FirstState)).screen == 3


@pytest.mark.parametrize("done", [FirstState.finish, FirstState.put_away])
async def test_once_done_or_put_away_nothing_waits(first, nadia, done):
    await first.call(done)
    assert nadia.do(accounts.read_settings).first_steps == 0
    shown = await first.shows(FirstState)
    assert (shown.waits, shown.screen) == (0, 1)
    await first.call(TodayState.load)
    assert (await first.shows(FirstState)).waits == 0
