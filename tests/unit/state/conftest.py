import asyncio

import pytest
from reflex.istate.manager.memory import StateManagerMemory

from lifeplan_app import lifeplan_app as composed
from lifeplan_app.state import house as state_house
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.windows import WINDOWS
from tests.factories import with_plan, written_plan
from tests.fixtures import claire, clock, house, nadia, rose
from tests.unit.state.page import Page

__all__ = ["claire", "clock", "house", "nadia", "rose"]

SHORT, MEDIUM, LONG = (
    next(goal for goal in written_plan()["goals"] if goal["horizon"] == horizon)
    for horizon in ("short", "medium", "long")
)
PLAN = {"goals": [SHORT, MEDIUM | {"steps": []}, LONG | {"steps": []}]}


@pytest.fixture
async def app(house, monkeypatch):
    """The app in this house, with no window open yet."""
    composed.app._state_manager = manager = StateManagerMemory()
    sockets = composed.app.event_namespace
    monkeypatch.setattr(sockets, "emit", Sent())
    monkeypatch.setattr(state_house, "_open", [])
    monkeypatch.setattr(WINDOWS, "_of", {})
    state_house.open_house(house)
    WINDOWS.attach(composed.app)
    house.on_concern(WINDOWS.refresh_those_of)
    yield composed.app
    await settled()
    if manager._expiration_task:
        manager._expiration_task.cancel()
        await asyncio.gather(manager._expiration_task, return_exceptions=True)
    sockets._token_manager.token_to_socket.clear()
    sockets._token_manager.sid_to_token.clear()
    sockets._static_router_data.clear()


class Sent:
    """In the place of the socket library: hands each update to the page it is sent to."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}

    async def __call__(self, _name, update, to) -> None:
        self.pages[to].sent.append(update)


async def settled() -> None:
    """Wait until what runs beside the events is done."""
    for _ in range(3):
        await asyncio.sleep(0)
    while WINDOWS._tasks:
        await asyncio.wait(WINDOWS._tasks)


@pytest.fixture
def written(nadia):
    """Nadia, with a goal on each horizon, and steps under the first."""
    return with_plan(nadia, PLAN)


@pytest.fixture
async def page(app, written):
    """Her plan, as it shows when it has been read."""
    page = Page(app, written.entered.cookie)
    assert await page.call(PlanState.load) is None
    return page


@pytest.fixture
async def goal(page):
    """Her first goal, which is open on the page."""
    shown = (await page.shows(PlanState)).soon[0]
    await page.call(GoalState.open_goal, shown.id)
    return shown
