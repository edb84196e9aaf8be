"""Small ways to have a house, a person in it, and her plan."""

import contextlib
import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from lifeplan_app import demo
from lifeplan_app.core import (
    accounts,
    adding,
    cards,
    house,
    invitations,
    linking,
    mail,
    marks,
    people,
    plan,
    received,
    sharing,
)
from lifeplan_app.core.accounts import Entered
from lifeplan_app.core.guessing import Client
from lifeplan_app.core.hashing import Hasher
from lifeplan_app.core.house import House
from lifeplan_app.core.received import ReceivedCard
from lifeplan_app.crypto.keypairs import PrivateKeys
from lifeplan_app.crypto.passwords import Parameters
from lifeplan_app.model.account import Actor, Language, Role
from lifeplan_app.model.errors import CarnetError, SlowDownError
from lifeplan_app.model.plan import Horizon, Plan, Record, Step
from lifeplan_app.model.sharing import Contact, Grant, Standing
from lifeplan_app.store.records import Records

QUICK = {9: Parameters(memory=8, iterations=1, lanes=1)}
"""An allow-list for tests, which hash many passphrases and protect nobody."""

PASSPHRASE = "rivière lampe nuage tiroir"
HER_PHONE = Client(address="192.0.2.7")
TODAY = date(2026, 11, 21)
NOON = time(12)
A_STRANGER = Client(address="198.51.100.66")


class Clock:
    """Seconds and days that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 1_000.0
        self.day = TODAY

    def __call__(self) -> float:
        return self.seconds

    def today(self) -> date:
        return self.day

    def now(self) -> datetime:
        return datetime.combine(self.day, NOON, UTC)

    def wait(self, seconds: float = 0.0, days: int = 0) -> None:
        self.seconds += seconds + days * 86_400
        self.day += timedelta(days=days)


def services(folder: Path, clock: Clock | None = None, records_factory=Records, **given) -> House:
    """A house in *folder*, with a hash that costs nothing."""
    clock = clock or Clock()
    return house.make(
        folder / "data",
        clock=clock,
        today=clock.today,
        now=clock.now,
        hasher=Hasher(parameters=9, allowed=QUICK),
        records_factory=records_factory,
        **given,
    )


@dataclass
class Person:
    """Somebody with an account, signed in when it was made."""

    house: House
    name: str
    passphrase: str
    entered: Entered | None = None
    recovery_code: str = field(init=False)

    def __post_init__(self) -> None:
        self.recovery_code = self.entered.recovery_code if self.entered else ""

    @property
    def actor(self) -> Actor:
        assert self.entered
        session = self.house.sessions.find(self.entered.cookie)
        assert session
        return session.actor

    def sign_in(self, client: Client = HER_PHONE) -> Entered:
        self.entered = accounts.sign_in(self.house, client, name=self.name, passphrase=self.passphrase)
        return self.entered

    def read(self) -> Plan:
        with self.house.read() as uow:
            return plan.read_plan(uow, self.actor)

    def do(self, use_case, *args, **named):
        """What one use case gives, in a unit of work of its own."""
        with self.house.write() as uow:
            return use_case(uow, self.actor, *args, **named)

    def records(self, uow) -> Records:
        return uow.records(uow.keys(self.actor.keys))

    def all_of(self, kind) -> list:
        """All records of that kind in her vault."""
        with self.house.read() as uow:
            return [each for each in self.records(uow).all() if isinstance(each, kind)]

    def take_in(self) -> int:
        """Her letters are taken in; how many were refused."""
        with self.house.write() as uow:
            return mail.take_in(uow, self.actor, self.records(uow))


def rows(database: Path, statement: str, *values) -> list[dict]:
    """What a thief of the database reads in it, or writes to it, without the app."""
    with contextlib.closing(sqlite3.connect(database)) as connection, connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(statement, values)]


def invitation(house: House, role: Role = Role.PARTICIPANT, name: str = "", organisation: str = "") -> str:
    with house.write() as uow:
        return invitations.make(uow, role, house.today(), name, organisation)


def participant(
    house: House, name: str = "Nadia", passphrase: str = PASSPHRASE, role: Role = Role.PARTICIPANT
) -> Person:
    entered = accounts.sign_up(
        house, HER_PHONE, code=invitation(house, role), name=name, passphrase=passphrase
    )
    return Person(house, name, passphrase, entered)


def caseworker(house: House, name: str = "Claire", organisation: str = "Maison Bleue") -> Person:
    return _member(house, Role.CASEWORKER, name, organisation)


def mentor(house: House, name: str = "Rose", organisation: str = "") -> Person:
    return _member(house, Role.MENTOR, name, organisation)


def coordinator(house: House, name: str = "Odile", organisation: str = "Maison Bleue") -> Person:
    return _member(house, Role.COORDINATOR, name, organisation)


def _member(house: House, role: Role, name: str, organisation: str) -> Person:
    code = invitation(house, role, name, organisation)
    entered = accounts.sign_up(house, HER_PHONE, code=code, name=name, passphrase=PASSPHRASE)
    return Person(house, name, PASSPHRASE, entered)


def linked(owner: Person, staff: Person, alias: str = "Étoile") -> tuple[Contact, Contact]:
    """The two as each knows the other: the one who works here, and *owner* as *alias*."""
    code = staff.do(linking.own_code).code
    hers = owner.do(linking.link, code, alias)
    staff.do(people.receive)
    return hers, by_link(staff, hers)


def by_link(person: Person, other: Contact) -> Contact:
    """How *person* knows the one whose contact *other* is the other end of."""
    [found] = [each for each in person.all_of(Contact) if each.link == other.link]
    return found


def code_of(staff: Person) -> str:
    return staff.do(linking.own_code).code


def standings(person: Person) -> list[Standing]:
    use_case = linking.contacts if person.actor.role is Role.PARTICIPANT else people.people
    return [standing for _, standing in person.do(use_case)]


def give_other_keys(person: Person) -> PrivateKeys:
    """Put a thief's public keys in the place of hers, as who writes in the database can; return his keys."""
    thief, vault = PrivateKeys.generate(), person.actor.vault_id
    public = thief.public.serialise()
    rows(person.house.store.database, "UPDATE vault SET public_keys = ? WHERE id = ?", public, vault)
    return thief


def a_step(owner: Person, text: str = "Appeler la mairie", area: str = "housing"):
    """A step of hers, under a goal of its own in that area."""
    goal = owner.do(adding.add_goal, Horizon.SHORT, f"Pour {text}").record
    owner.do(marks.set_area, goal.id, area)
    return owner.do(adding.add_step, goal.id, text).record


def show(owner: Person, to: Contact, *steps: Step, ends: date | None = None) -> list[Grant]:
    """*owner* shares those steps, for as long as is usual if nothing else is said."""
    today = owner.house.today()
    return owner.do(
        sharing.share, to.id, [each.id for each in steps], ends or sharing.usual_end(today), today
    )


def open_cards(staff: Person, owner: Contact) -> list[ReceivedCard]:
    """*staff* opens what that person shows her."""
    return staff.do(received.open_person, owner.id, staff.house.today(), staff.house.now())


def follow(owner: Person, *changed: Record) -> None:
    """What happens after each change of hers."""
    with owner.house.write() as uow:
        cards.follow(uow, owner.records(uow), owner.house.today(), changed)


def written_plan(language: str = "fr") -> dict:
    """A realistic plan, as JSON holds it."""
    return demo.written(Language(language))


def with_plan(person: Person, written: dict | None = None) -> Person:
    """The same person, her plan filled in as in *written*."""
    with person.house.write() as uow:
        demo.fill(uow, person.actor, written or written_plan(), TODAY)
    return person


def tries_until_slowed(try_once, refusal: type[CarnetError] = SlowDownError) -> int:
    """How often *try_once* (given its number) is let through before it must wait."""
    for number in range(1_000):
        try:
            try_once(number)
        except SlowDownError:
            return number
        except refusal:
            continue
    message = "nothing was slowed"
    raise AssertionError(message)
