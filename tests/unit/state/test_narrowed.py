"""The framework's sockets, narrowed: what comes in, and what is forgotten."""

import asyncio
import types

import pytest
from reflex.istate.manager.token import BaseStateToken
from reflex_base.utils.format import format_event_handler

from lifeplan_app.model.errors import ConfigurationError, StoreError
from lifeplan_app.state import house as state_house
from lifeplan_app.state import sockets as narrowed
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.windows import WINDOWS

NAME = format_event_handler(PlanState.load)


@pytest.fixture
def sockets():
    """Sockets of a framework that notes what reaches it."""

    async def on_event(_sid, data):
        taken.append(data)

    taken: list = []
    return types.SimpleNamespace(on_event=on_event, taken=taken)


@pytest.mark.check("W6")
@pytest.mark.parametrize(
    "data",
    [
        None,
        "text",
        7,
        [],
        {},
        {"name": None},
        {"name": "no handler"},
        {"name": NAME, "payload": "text"},
        {"name": NAME, "payload": ["text"]},
        {"name": NAME, "router_data": "text"},
        {"name": NAME, "router_data": 7},
    ],
    ids=str,
)
async def test_what_is_no_event_of_ours_does_not_reach_the_framework(app, sockets, data):
    narrowed._take_only_events(sockets)
    await sockets.on_event("a socket", data)
    assert sockets.taken == []


@pytest.mark.parametrize("rest", [{}, {"payload": None}, {"payload": {"x": 1}, "router_data": {}}], ids=str)
async def test_an_event_of_ours_does(app, sockets, rest):
    narrowed._take_only_events(sockets)
    await sockets.on_event("a socket", {"name": NAME, **rest})
    assert sockets.taken == [{"name": NAME, **rest}]


@pytest.mark.check("W6")
async def test_what_a_browser_reports_is_dropped(sockets):
    narrowed._take_only_events(sockets)
    assert await sockets.on_client_error("a socket", {"message": "her words"}) is None
    assert await sockets.on_client_error("a socket") is None


@pytest.mark.check("S4")
@pytest.mark.check("W6")
async def test_a_message_that_calls_itself_a_connection_takes_no_tab(app, page):
    sockets = app.event_namespace
    made_up = {"QUERY_STRING": "token=another tab", "asgi.scope": {"headers": [[b"cookie", b"s=x"]]}}
    before = dict(sockets._static_router_data)
    await sockets.on_connect(page.sid, made_up)
    assert "another tab" not in sockets._token_manager.token_to_socket
    assert sockets._static_router_data == before
    await sockets.on_connect("a new socket", made_up)
    assert sockets.sid_to_token["a new socket"] == "another tab"


async def test_a_window_is_forgotten_some_time_after_its_socket_closed(app, page, monkeypatch):
    monkeypatch.setattr(narrowed, "FORGET_AFTER_SECONDS", 0.05)
    key = BaseStateToken(ident=page.token, cls=app._state).cache_key
    app.event_namespace.on_disconnect(page.sid, "transport close")
    assert key in app.state_manager.states
    await asyncio.gather(*narrowed._tasks)
    assert key not in app.state_manager.states
    assert WINDOWS.session_in(page.token) == ""


async def test_a_window_that_comes_back_in_time_is_kept(app, page, written, monkeypatch):
    monkeypatch.setattr(narrowed, "FORGET_AFTER_SECONDS", 0.05)
    app.event_namespace.on_disconnect(page.sid)
    await asyncio.sleep(0.01)
    page.connect(written.entered.cookie, sid="a new socket")
    await asyncio.gather(*narrowed._tasks)
    assert (await page.shows(PlanState)).loaded


async def test_a_socket_that_was_no_window_leaves_nothing_to_forget(app):
    assert app.event_namespace.on_disconnect("a socket without a tab") is None


def test_an_app_without_a_state_is_told():
    with pytest.raises(ConfigurationError):
        narrowed.narrow(types.SimpleNamespace(event_namespace=None))


def test_the_house_is_there_while_it_is_open(house, monkeypatch):
    monkeypatch.setattr(state_house, "_open", [])
    with pytest.raises(StoreError):
        state_house.current_house()
    state_house.open_house(house)
    assert state_house.current_house() is house
    state_house.close_house()
    with pytest.raises(StoreError):
        state_house.current_house()
