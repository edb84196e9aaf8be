"""What comes through the socket of a real server: strangers, thieves of a tab, noise."""

import asyncio
import contextlib
import inspect
import random
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from reflex_base.registry import RegistrationContext

from lifeplan_app import lifeplan_app as composed
from lifeplan_app.frontend.build import ensure_built
from lifeplan_app.model.account import Role
from lifeplan_app.settings import Settings
from lifeplan_app.state.policy import POLICY
from tests.e2e.server import Carnet
from tests.factories import rows
from tests.integration.window import ROOT, RefusedError, Window, handler, opened

PASSPHRASE = "rivière lampe nuage tiroir"
HER_GOAL, HER_STEP = "mirabelle-70417", "quetsche-33986"
CLOSED = {handler("session.x")[:-2]: {"gate_rx_state_": "closed"}}
SENT = "canari-51862"


@dataclass
class Person:
    """Somebody with an account, and every cookie she was given."""

    carnet: Carnet
    url: str
    name: str
    role: Role = Role.PARTICIPANT
    cookies: list[str] = field(default_factory=list)

    def post(self, door: str, cookie: str = "", **form: str) -> httpx.Response:
        headers = {"Origin": self.url} | ({"Cookie": f"s={cookie}"} if cookie else {})
        answer = httpx.post(f"{self.url}/session/{door}", json=form, headers=headers, timeout=20)
        self.cookies += [answer.cookies["s"]] if "s" in answer.cookies else []
        return answer

    def sign_up(self) -> "Person":
        form = {"code": self.carnet.invitation(self.role), "name": self.name, "new_passphrase": PASSPHRASE}
        assert self.post("new", **form).status_code == 200
        return self

    def sign_in(self) -> str:
        assert self.post("open", name=self.name, passphrase=PASSPHRASE).status_code == 200
        return self.cookies[-1]


@pytest.fixture(scope="module")
def carnet(tmp_path_factory) -> Iterator[Carnet]:
    ensure_built(Settings(), print)
    server = Carnet(tmp_path_factory.mktemp("carnet"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def url(carnet):
    return f"http://127.0.0.1:{carnet.port}"


@pytest.fixture(scope="module")
def database(carnet):
    return carnet.data_dir / "carnet.db"


@pytest.fixture(scope="module")
def nadia(carnet, url):
    return Person(carnet, url, "nadia").sign_up()


@pytest.fixture(scope="module")
def mariam(carnet, url):
    return Person(carnet, url, "mariam").sign_up()


@pytest.fixture
async def her_window(nadia, url):
    """Her page, a goal open in it, with one step and one change that can be taken back."""
    async with opened(url, nadia.sign_in()) as window:
        await window.until(lambda shown: shown["plan"]["loaded"])
        if not window.shown["plan"]["soon"]:
            await window.call("keep.keep", fields=[added("goal:short", HER_GOAL, 1)])
        goal = window.shown["plan"]["soon"][0]["id"]
        await window.call("goal.open_goal", goal_id=goal)
        if not window.shown["steps"]["rows"]:
            await window.call("keep.keep", fields=[added(f"step:{goal}", HER_STEP, 2)])
        await window.call("goal.choose", record_id=step_in(window), progress="idea")
        yield window


def added(place, text, turn):
    return {"way": "add", "place": place, "text": text, "version": 0, "turn": turn}


def goal_in(window):
    return window.shown["goal"]["goal_id"]


def step_in(window):
    return window.shown["steps"]["rows"][0]["id"]


def everything(database: Path) -> dict:
    """Every row of every table."""
    tables = [row["name"] for row in rows(database, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: sorted(map(repr, rows(database, f"SELECT * FROM {table}"))) for table in tables}


def hers(database: Path, record_id: str) -> dict:
    """The rows of the vault that *record_id* lies in."""
    [vault] = [row["vault_id"] for row in rows(database, "SELECT * FROM record WHERE id = ?", record_id)]
    return {
        "vault": rows(database, "SELECT * FROM vault WHERE id = ?", vault),
        "records": rows(database, "SELECT * FROM record WHERE vault_id = ? ORDER BY id", vault),
    }


@contextlib.contextmanager
def held(database: Path) -> Iterator[None]:
    """Let every write wait, so that an event that writes stays in flight."""
    with contextlib.closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def all_handlers() -> dict:
    assert composed.app
    return RegistrationContext.get().event_handlers


def calls_on(window) -> Iterator[tuple[str, dict]]:
    """Yield every handler, with arguments that name what is open in *window*."""
    goal, step, mark = goal_in(window), step_in(window), window.shown["undo"]["mark"]
    assert goal
    assert step
    assert mark
    typed = {"way": "write", "place": step, "text": SENT, "version": 99, "turn": 10**15}
    known = {
        "record_id": step,
        "goal_id": goal,
        "progress": "done",
        "horizon": "long",
        "index": 0,
        "fields": [
            typed,
            added(f"step:{goal}", SENT, 10**15 + 1),
            typed | {"way": "draft", "place": f"step:{goal}"},
        ],
        "language": "en",
        "minutes": "1",
        "mark": mark,
        "value": True,
        "vars": {f"{handler('goal.x')[:-2]}.goal_id": goal},
        "name": "goal_id",
    }
    for name, registered in all_handlers().items():
        parameters = list(inspect.signature(registered.handler.fn).parameters)[1:]
        yield name, {each: known.get(each, "x") for each in parameters if each not in {"kwargs", "hashes"}}


def refused_to(role: Role, name: str) -> bool:
    return role not in POLICY[name].roles


# --- who may connect ---------------------------------------------------------------------------


@pytest.mark.check("S5")
@pytest.mark.parametrize(
    "origin",
    [
        None,
        "",
        "null",
        "http://evil.example",
        "https://127.0.0.1:{port}",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "http://127.0.0.1:{port}.evil.example",
        "http://evil.example/http://127.0.0.1:{port}",
        "http://127.0.0.1:{port}/",
    ],
    ids=str,
)
async def test_a_socket_of_another_page_is_refused(carnet, url, mariam, origin):
    asked = origin and origin.format(port=carnet.port)
    with pytest.raises(RefusedError, match="403"):
        async with opened(url, mariam.cookies[0], origin=asked):
            pass


@pytest.mark.check("S5")
async def test_a_socket_of_its_own_pages_opens(carnet, url, mariam):
    for origin in ("own", f"http://localhost:{carnet.port}"):
        async with opened(url, mariam.cookies[0], origin=origin) as window:
            await window.settle()


@pytest.mark.check("S5")
def test_there_is_no_way_round_the_socket(url, mariam):
    for origin in ({}, {"Origin": url}, {"Origin": "http://evil.example"}):
        answer = httpx.get(
            f"{url}/_event/?EIO=4&transport=polling", headers={"Cookie": f"s={mariam.cookies[0]}", **origin}
        )
        assert answer.status_code == 400
        assert "sid" not in answer.text


@pytest.mark.check("S3")
async def test_the_cookie_never_comes_back_through_the_socket(url, nadia, her_window):
    await her_window.settle()
    assert HER_GOAL in her_window.heard
    assert nadia.cookies[-1] not in her_window.heard


# --- a stolen tab ------------------------------------------------------------------------------


@pytest.fixture(params=["no cookie", "another person's cookie"])
def thiefs_cookie(request, mariam):
    return "" if request.param == "no cookie" else mariam.sign_in()


async def try_everything(thief: Window, window: Window) -> None:
    for name, payload in calls_on(window):
        thief.send(name, **payload)
    await thief.quiet()


@pytest.mark.check("S4")
async def test_a_stolen_tab_opens_nothing_while_its_owner_is_there(url, database, her_window, thiefs_cookie):
    before = hers(database, step_in(her_window))
    async with opened(url, thiefs_cookie, her_window.token) as thief:
        await try_everything(thief, her_window)
        assert hers(database, step_in(her_window)) == before
        await her_window.call("keep.keep", fields=[added("goal:long", HER_GOAL, time.time_ns())])
        await thief.quiet()
        assert thief.token != her_window.token
        assert_knows_nothing(thief)
    assert her_window.shown["session"]["gate"] == "open"


@pytest.mark.check("S4")
async def test_a_stolen_tab_opens_nothing_after_its_owner_left(
    url, nadia, database, her_window, thiefs_cookie
):
    async with opened(url, nadia.sign_in()) as her_other_window:
        await her_window.close()
        thief = await steal(url, thiefs_cookie, her_window.token, hello="")
        await her_other_window.call("keep.keep", fields=[added("goal:long", HER_GOAL, time.time_ns())])
        await thief.quiet()
        assert thief.deltas == []
        before = hers(database, step_in(her_window))
        await try_everything(thief, her_window)
        assert hers(database, step_in(her_window)) == before
        assert_knows_nothing(thief)
        await thief.close()


@pytest.mark.check("S4")
@pytest.mark.parametrize("hello", ["", "hydrate_and_load"])
async def test_a_stolen_tab_hears_no_answer_to_an_event_in_flight(
    url, database, her_window, thiefs_cookie, hello
):
    before = everything(database)["record"]
    with held(database):
        her_window.send(handler("keep.keep"), fields=[added("goal:long", HER_GOAL, time.time_ns())])
        await her_window.quiet(0.1)
        await her_window.close()
        stealing = asyncio.create_task(steal(url, thiefs_cookie, her_window.token, hello=hello))
        await asyncio.sleep(0.5)
    thief = await stealing
    await thief.quiet(1)
    assert len(everything(database)["record"]) == len(before) + 1
    assert_knows_nothing(thief)
    await thief.close()


async def steal(url, cookie, token, hello) -> Window:
    """Open a window with a token whose owner has just gone."""
    await asyncio.sleep(0.2)
    thief = await Window(url, cookie, token).open(hello=hello)
    assert thief.token == token, "the tab was not stolen: nothing is tried"
    return thief


def assert_knows_nothing(thief: Window) -> None:
    assert HER_GOAL not in thief.heard
    assert HER_STEP not in thief.heard
    if not thief.cookie:
        assert all(delta == CLOSED for delta in thief.deltas)


# --- every handler, called by whoever may not ---------------------------------------------------


@pytest.mark.check("S6")
@pytest.mark.parametrize("who", ["no cookie", "a cookie of a session that is over", "a made-up cookie"])
async def test_without_a_session_no_handler_does_or_tells_anything(url, mariam, database, her_window, who):
    cookie = {"no cookie": "", "a made-up cookie": "m" * 43}.get(who)
    if cookie is None:
        cookie = mariam.sign_in()
        mariam.post("lock", cookie)
    before = everything(database)
    async with opened(url, cookie, hello="") as window:
        await try_everything(window, her_window)
        assert len(window.deltas) == len(all_handlers())
        assert all(delta == CLOSED for delta in window.deltas)
    assert everything(database) == before


@pytest.mark.check("S6")
@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.MENTOR, Role.COORDINATOR], ids=lambda role: role.name)
async def test_no_other_role_reaches_a_participants_handlers(carnet, url, database, her_window, role):
    person = Person(carnet, url, f"staff-{role.name}", role).sign_up()
    before = everything(database)
    async with opened(url, person.cookies[0]) as window:
        await window.quiet()
        window.deltas.clear()
        refused = [(name, payload) for name, payload in calls_on(her_window) if refused_to(role, name)]
        assert len(refused) > 30
        for name, payload in refused:
            window.send(name, **payload)
        await window.quiet()
        assert window.deltas == []
        assert everything(database) == before
        await try_everything(window, her_window)  # what she may call is about herself alone
        assert_knows_nothing(window)
    after = everything(database)
    assert after["record"] == before["record"]
    assert hers(database, step_in(her_window))["vault"][0]["version"] >= 1


@pytest.mark.check("S6")
async def test_another_participant_reaches_nothing_of_hers(url, mariam, database, her_window):
    before = hers(database, step_in(her_window))
    async with opened(url, mariam.sign_in()) as window:
        await window.quiet()
        await try_everything(window, her_window)
        assert_knows_nothing(window)
    assert hers(database, step_in(her_window)) == before


@pytest.mark.check("S6")
async def test_every_handler_that_answers_her_was_tried(her_window):
    """The calls of this module would work if they were her own: nothing is refused for its form."""
    goal, step = goal_in(her_window), step_in(her_window)
    for name, payload in calls_on(her_window):
        if name.endswith(("goal_state.choose", "goal_state.open_goal", "field_state.open_field")):
            her_window.send(name, **payload)
    await her_window.settle()
    assert her_window.shown["notice"]["told"] == 0
    assert her_window.shown["field"]["record_id"] == step
    assert goal_in(her_window) == goal
    assert her_window.shown["steps"]["rows"][0]["progress"] == "done"


# --- sessions end ------------------------------------------------------------------------------


@pytest.mark.check("S7")
@pytest.mark.parametrize("door", ["close", "leave", "lock"])
async def test_an_event_in_flight_brings_no_session_back(url, nadia, database, her_window, door):
    cookie, step = nadia.cookies[-1], step_in(her_window)
    before = hers(database, step)
    with held(database):
        her_window.send(handler("keep.keep"), fields=[added("goal:long", SENT, time.time_ns())])
        await her_window.quiet(0.2)
        nadia.post(door, cookie)
    await her_window.until(lambda shown: shown["session"]["gate"] == "locked")
    assert SENT not in her_window.heard
    assert hers(database, step) == before
    await assert_opens_nothing(url, cookie)


@pytest.mark.check("S7")
@pytest.mark.check("E7")
async def test_leaving_empties_every_window_of_hers(url, nadia, her_window):
    cookies = [nadia.cookies[-1], nadia.sign_in()]
    async with opened(url, cookies[0]) as same_session, opened(url, cookies[1]) as another:
        windows = (her_window, same_session, another)
        for window in windows:
            await window.until(lambda shown: shown["plan"]["loaded"])
        nadia.post("leave", cookies[0])
        for window in windows:
            await window.until(lambda shown: shown["session"]["gate"] == "locked")
            assert HER_GOAL not in str(window.shown)
            assert HER_STEP not in str(window.shown)
            assert window.shown["session"]["t"].keys() == {"exit.name"}
    for cookie in cookies:
        await assert_opens_nothing(url, cookie)


async def assert_opens_nothing(url, cookie) -> None:
    async with opened(url, cookie) as window:
        await window.quiet()
        assert window.deltas == [CLOSED]


# --- noise -------------------------------------------------------------------------------------

MALFORMED = [
    None,
    SENT,
    7,
    [],
    [SENT],
    {},
    {"name": None},
    {"name": [SENT]},
    {"name": SENT, "payload": {}},
    {"name": f"{ROOT}.{SENT}", "payload": {SENT: SENT}},
    {"name": handler("goal.open_goal")},
    {"name": handler("goal.open_goal"), "payload": SENT},
    {"name": handler("goal.open_goal"), "payload": [SENT]},
    {"name": handler("goal.open_goal"), "payload": {"goal_id": {SENT: SENT}}},
    {"name": handler("goal.open_goal"), "payload": {"goal_id": None}},
    {"name": handler("goal.open_goal"), "payload": {SENT: SENT}},
    {"name": handler("goal.open_goal"), "payload": {"goal_id": SENT}, "router_data": SENT},
    {"name": handler("goal.open_goal"), "payload": {"goal_id": SENT}, "router_data": {"pathname": {SENT: 1}}},
    {"name": handler("goal.open_goal"), "payload": {"goal_id": SENT}, "router_data": {"query": SENT}},
    {
        "name": handler("goal.open_goal"),
        "payload": {"goal_id": SENT},
        "router_data": {"headers": {"cookie": SENT}},
    },
    {"name": handler("goal.choose"), "payload": {"record_id": SENT, "progress": SENT}},
    {"name": handler("goal.choose"), "payload": {"record_id": 7, "progress": 7}},
    {"name": handler("goal.move"), "payload": {"horizon": SENT}},
    {"name": handler("plan.start_adding"), "payload": {"horizon": SENT}},
    {"name": handler("steps.take_other"), "payload": {"index": SENT}},
    {"name": handler("keep.keep"), "payload": {"fields": SENT}},
    {"name": handler("keep.keep"), "payload": {"fields": [SENT, 7, None]}},
    {"name": handler("keep.keep"), "payload": {"fields": [{"turn": 10**400 % 10**18, "text": SENT}]}},
    {"name": handler("keep.keep"), "payload": {"fields": [{"turn": 10**18, "way": {}, "text": [SENT]}]}},
    {"name": handler("me.choose_language"), "payload": {"language": SENT}},
    {"name": handler("me.choose_delay"), "payload": {"minutes": SENT}},
    {"name": handler("me.choose_delay"), "payload": {"minutes": "7"}},
    {"name": handler("undo.let_stand"), "payload": {"mark": [SENT]}},
    {"name": f"{ROOT}.hydrate_and_load", "payload": {"vars": {SENT: SENT}}},
    {"name": f"{ROOT}.hydrate_and_load", "payload": {"vars": SENT, "hashes": SENT}},
]
MESSAGES = [
    ["event"],
    ["event", {}, {}],
    ["connect", {"QUERY_STRING": f"token={SENT}"}, {SENT: SENT}],
    ["connect"],
    ["disconnect", SENT],
    ["client_error", {"error_type": SENT, "message": SENT}],
    ["client_error"],
    ["ping", SENT],
    [SENT, SENT],
    [{SENT: SENT}],
    [],
    [None],
]
PACKETS = [
    "",
    "9",
    "4",
    "42",
    "42/_event,",
    f"42/_event,{SENT}",
    f"42/_event,{{{SENT}",
    f"42/{SENT},[]",
    "45/_event,",
    f'451-/_event,["event",{{"_placeholder":true,"num":0,"{SENT}":1}}]',
    '459999999999-/_event,["event"]',
    '43/_event,1["x"]',
    f"44/_event,{SENT}",
    "46/_event,",
    "40/other,",
    "41/other,",
    "42/_event," + "[" * 5_000,
    "42/_event,99999999999999999999999999[]",
    f"0{SENT}",
    "1",
    "3" + SENT,
    "5",
]


@pytest.mark.check("W6")
@pytest.mark.parametrize("signed_in", [True, False], ids=["signed in", "a stranger"])
async def test_malformed_events_hurt_nobody_and_leave_no_trace(carnet, url, mariam, her_window, signed_in):
    cookie = mariam.sign_in() if signed_in else ""
    unharmed = Unharmed(carnet, her_window, cookie)
    for event in MALFORMED:
        async with opened(url, cookie) as window:
            window.emit("event", event)
            await window.quiet(0.02)
    for message in MESSAGES:
        async with opened(url, cookie) as window:
            window.emit(*message)
            await window.quiet(0.02)
    await unharmed.check()


@pytest.mark.check("W6")
async def test_malformed_packets_hurt_nobody_and_leave_no_trace(carnet, url, mariam, her_window):
    cookie = mariam.sign_in()
    unharmed = Unharmed(carnet, her_window, cookie)
    for packet in PACKETS:
        async with opened(url, cookie) as window:
            window.send_text(packet)
            await window.quiet(0.02)
    for hello in (SENT, f'{{"event":"{SENT}"}}', f'{{"event":{{"name":"{SENT}"}}}}', "[7]"):
        window = Window(url, cookie)
        await window.connect()
        window.send_text(f"40/_event,{hello}")
        await window.quiet(0.02)
        await window.close()
    for target in ("/_event/?EIO=4&transport=websocket", f"/_event/?EIO=3&transport=websocket&token={SENT}"):
        window = Window(url, cookie)
        with contextlib.suppress(RefusedError):
            await window.connect(target=target)
            window.send_text("40/_event,")
            window.emit("event", window.event(handler("goal.open_goal"), goal_id=SENT))
            await window.quiet(0.05)
        await window.close()
    await unharmed.check()


@pytest.mark.check("W6")
async def test_a_thousand_frames_of_random_bytes_hurt_nobody(carnet, url, mariam, her_window):
    cookie = mariam.sign_in()
    unharmed = Unharmed(carnet, her_window, cookie)
    chance = random.Random(20_261_121)
    window = await Window(url, cookie).open()
    for number in range(1_000):
        if not window.is_open:
            await window.close()
            window = await Window(url, cookie).open()
        noise = chance.randbytes(chance.randrange(1, 200))
        if number % 2:
            window.send_bytes(noise)
        else:
            prefix = chance.choice(["", "4", "42", "42/_event,", '42/_event,["event",'])
            window.send_text(prefix + noise.decode("latin-1"))
        await window.quiet(0)
    await window.close()
    await unharmed.check()


@pytest.mark.check("W6")
async def test_an_oversized_frame_closes_its_own_socket_alone(carnet, url, mariam, her_window):
    cookie = mariam.sign_in()
    unharmed = Unharmed(carnet, her_window, cookie)
    async with opened(url, cookie) as window:
        window.send(handler("goal.open_goal"), goal_id=SENT * 1_000_000)
        with pytest.raises(RefusedError):
            await window.until(lambda _: False)
    await unharmed.check()


class Unharmed:
    """The server and another person's window, before and after some noise."""

    def __init__(self, carnet: Carnet, window: Window, cookie: str) -> None:
        self.carnet, self.window, self.cookie = carnet, window, cookie
        self.log = carnet.log

    async def check(self) -> None:
        goal = goal_in(self.window)
        await self.window.call("goal.close_goal")
        await self.window.call("goal.open_goal", goal_id=goal)
        assert goal_in(self.window) == goal
        assert self.window.is_open
        assert SENT not in self.window.heard
        said = self.carnet.log.removeprefix(self.log)
        assert SENT not in said
        assert "Traceback" not in said
        assert not self.cookie or self.cookie not in said
        print(said)
