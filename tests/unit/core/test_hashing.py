import asyncio
import threading
import time

import pytest

from lifeplan_app.core.hashing import Hasher
from lifeplan_app.crypto import passwords
from lifeplan_app.model.errors import ParameterError, WrongPassphraseError
from tests.factories import QUICK


@pytest.fixture
def hasher():
    made = Hasher(parameters=9, allowed=QUICK)
    yield made
    made.close()


async def test_use_cases_run_one_at_a_time_in_the_order_they_came(hasher):
    running, log = [], []

    def use_case(number):
        running.append(number)
        assert running == [number]
        time.sleep(0.01)
        running.remove(number)
        log.append(number)

    await asyncio.gather(*(hasher.run(use_case, number) for number in range(5)))
    assert log == [0, 1, 2, 3, 4]


async def test_the_event_loop_goes_on_meanwhile(hasher):
    let_go = threading.Event()
    waiting = asyncio.create_task(hasher.run(let_go.wait, 5))
    await asyncio.sleep(0)
    let_go.set()  # never reached if the loop were held
    assert await waiting


async def test_a_refusal_comes_through(hasher):
    def refuse():
        raise WrongPassphraseError

    with pytest.raises(WrongPassphraseError):
        await hasher.run(refuse)


def test_whoever_hashes_waits_while_another_has_the_turn(hasher):
    done = threading.Event()

    def hash_one():
        hasher.stretch("a passphrase", b"s" * 16, b"p" * 32, 9)
        done.set()

    thread = threading.Thread(target=hash_one)
    with hasher.turn:
        thread.start()
        assert not done.wait(0.05)
    thread.join()
    assert done.is_set()


def test_parameters_outside_the_list_are_refused(hasher):
    with pytest.raises(ParameterError):
        hasher.stretch("a passphrase", b"s" * 16, b"p" * 32, passwords.CURRENT)
