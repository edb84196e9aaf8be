"""What is written into her plan beside the running server, while none of her windows is open."""

import contextlib
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from lifeplan_app.core import accounts, house
from lifeplan_app.core.guessing import Client
from lifeplan_app.model.account import Actor
from lifeplan_app.store.unit import UnitOfWork
from tests.e2e.person import Person
from tests.e2e.server import Carnet


@contextlib.contextmanager
def plan_of(person: Person, carnet: Carnet) -> Iterator[tuple[UnitOfWork, Actor]]:
    """Open her plan as the app does, in this process."""
    opened = house.make(carnet.data_dir, clock=time.monotonic, today=lambda: datetime.now(tz=UTC).date())
    try:
        here = Client(address="127.0.0.1")
        entered = accounts.sign_in(opened, here, name=person.name, passphrase=person.phrase)
        session = opened.sessions.find(entered.cookie)
        assert session
        with opened.write() as uow:
            yield uow, session.actor
    finally:
        opened.store.close()
