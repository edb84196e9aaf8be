"""Invented people with plans, and how they sign in."""

import itertools
import shutil
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx

from kit.servers import address
from lifeplan_app.core import accounts, adding, house, invitations, marks
from lifeplan_app.core.guessing import Client
from lifeplan_app.core.house import House
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Horizon, Progress
from lifeplan_app.store.unit import KEYS

GOAL = "Back to school in spring"
GOALS = (
    (Horizon.SHORT, GOAL),
    (Horizon.SHORT, "Eat with the others"),
    (Horizon.MEDIUM, "Learn to budget for rent"),
    (Horizon.LONG, "A room, then a flat of my own"),
)
STEPS = (
    "Get my records from the old school",
    "Maths, two pages, every Tuesday evening",
    "Ask whether the art option can be chosen later",
    "Write down the questions for the head teacher",
    "Visit, with somebody, to see where the bus stops",
)
PASSPHRASE = "lantern orbit velvet cactus number tide"

Shape = tuple[int, int]
"""A plan: how many goals, and how many steps under each."""

SMALL: Shape = (4, 5)
MIDDLE: Shape = (10, 5)
LARGE: Shape = (20, 50)


@dataclass(frozen=True)
class Cookies:
    """What a browser keeps of a sign-in."""

    session: str
    known: str


def settle(folder: Path, plans: Sequence[Shape]) -> None:
    """Let as many people make accounts in *folder* as there are *plans*, each with hers."""
    with closing(house_in(folder)) as here:
        _newcomers(here, plans)


def settle_twice(sealed: Path, clear: Path, plans: Sequence[Shape]) -> None:
    """Do as `settle` does in *sealed*, and copy everything to *clear*, where the records are open."""
    with closing(house_in(sealed)) as here:
        people = _newcomers(here, plans)
        clear.mkdir(mode=0o700)
        shutil.copy(sealed / KEYS, clear / KEYS)
        _copy_open(here, people, clear / here.store.database.name)


def name_of(number: int) -> str:
    return f"Person {number}"


async def sign_in(port: int, number: int, cookies: Cookies | None = None) -> Cookies:
    """Sign a person in, as the page does, and return the cookies her browser keeps."""
    async with httpx.AsyncClient(base_url=address(port), timeout=60) as client:
        return await post_open(client, number, cookies)


async def sign_all_in(port: int, count: int) -> list[Cookies]:
    """Sign *count* people in, one after the other: the server hashes one passphrase at a time anyway."""
    return [await sign_in(port, number) for number in range(count)]


async def post_open(client: httpx.AsyncClient, number: int, cookies: Cookies | None = None) -> Cookies:
    """Post the sign-in form of a person, with the cookies that her browser has by now."""
    client.cookies.clear()
    kept = f"s={cookies.session}; k={cookies.known}" if cookies else ""
    answer = await client.post(
        "/session/open",
        json={"name": name_of(number), "passphrase": PASSPHRASE, "language": "en"},
        headers={"Origin": str(client.base_url).rstrip("/"), "Cookie": kept},
    )
    assert answer.status_code == 200, answer.text
    return Cookies(answer.cookies["s"], answer.cookies["k"])


def house_in(folder: Path) -> House:
    """Return a house that keeps its data in *folder*, as the server does."""
    return house.make(folder, clock=time.monotonic, today=lambda: datetime.now(tz=UTC).date())


def _newcomers(here: House, plans: Sequence[Shape]) -> list[Actor]:
    return [newcomer(here, number, shape) for number, shape in enumerate(plans)]


def newcomer(here: House, number: int, shape: Shape) -> Actor:
    """Let a person make an account, and write her plan."""
    actor = account(here, number, Role.PARTICIPANT)
    _write_plan(here, actor, shape)
    return actor


def account(here: House, number: int, role: Role) -> Actor:
    """Let somebody make an account, with nothing in it."""
    name = "" if role is Role.PARTICIPANT else name_of(number)  # who has a plan is invited without one
    with here.write() as uow:
        code = invitations.make(uow, role, here.today(), name)
    entered = accounts.sign_up(
        here, Client("127.0.0.1"), code=code, name=name_of(number), passphrase=PASSPHRASE
    )
    session = here.sessions.find(entered.cookie)
    assert session is not None
    return session.actor


def _write_plan(here: House, actor: Actor, shape: Shape) -> None:
    goals, steps = shape
    today = datetime.now(tz=UTC).date()
    with here.write() as uow:
        for horizon, text in itertools.islice(itertools.cycle(GOALS), goals):
            goal = adding.add_goal(uow, actor, horizon, text).record
            for step in itertools.islice(itertools.cycle(STEPS), steps):
                added = adding.add_step(uow, actor, goal.id, step).record
                marks.set_progress(uow, actor, RecordId(added.id), Progress.ACTIVE, today)


def _copy_open(here: House, people: Sequence[Actor], copy: Path) -> None:
    with closing(sqlite3.connect(here.store.database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        with target, here.read() as uow:
            for actor in people:
                keys = uow.keys(actor.keys)
                rows = target.execute("SELECT id, version, body FROM record WHERE vault_id = ?", (keys.id,))
                for record, version, body in rows.fetchall():
                    opened = keys.open("record", record, version, body)
                    target.execute("UPDATE record SET body = ? WHERE id = ?", (opened, record))
