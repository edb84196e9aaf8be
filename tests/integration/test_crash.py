import contextlib
import json
import signal
import sqlite3
import subprocess
import sys
import threading

import pytest

from lifeplan_app.core import adding
from lifeplan_app.model.errors import StoreError
from lifeplan_app.model.plan import Horizon
from lifeplan_app.store.records import Records
from tests.factories import PASSPHRASE, Person, participant, rows, services

PEOPLE = [f"Person {number}" for number in range(4)]


def killed_after(acknowledged, folder, names):
    """What a process of writers acknowledged before kill -9; it is killed after so many."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.integration.writers", str(folder), *names],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        lines = [process.stdout.readline() for _ in range(acknowledged)]
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
    return [json.loads(line) for line in lines if line.endswith("\n")]


def kept(folder):
    """The version, text and progress of every goal and step, after the crash, by person and id."""
    house = services(folder)
    found = {}
    for name in PEOPLE:
        person = Person(house, name, PASSPHRASE)
        person.sign_in()
        for each in person.read().goals:
            for record in (each.goal, *each.steps):
                found[name, record.id] = (record.version, record.text, record.progress)
    house.close()
    return found


@pytest.mark.check("R1")
@pytest.mark.parametrize("moment", [7, 60, 150])
def test_after_kill_9_every_acknowledged_write_is_there(tmp_path, moment):
    house = services(tmp_path)
    for name in PEOPLE:
        participant(house, name)
    house.close()
    told = []
    processes = [
        threading.Thread(target=lambda names=names: told.extend(killed_after(moment, tmp_path, names)))
        for names in (PEOPLE[:2], PEOPLE[2:])
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [list(row.values()) for row in rows(house.store.database, "PRAGMA integrity_check")] == [["ok"]]
    newest = {(name, record): tuple(what) for name, record, *what in told}
    found = kept(tmp_path)
    assert len(told) >= 2 * moment
    for place, (version, *what) in newest.items():
        assert place in found
        # A write that came after and was not told any more may be there as well.
        assert found[place][0] > version or found[place] == (version, *what)


def test_many_threads_write_at_once_and_nothing_is_lost(tmp_path):
    house = services(tmp_path)
    nadia = participant(house)
    goal = nadia.do(adding.add_goal, Horizon.SHORT, "Soup").record

    def add_steps(name):
        for number in range(5):
            nadia.do(adding.add_step, goal.id, f"{name} {number}")

    threads = [threading.Thread(target=add_steps, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    texts = [step.text for step in nadia.read().goals[0].steps]
    assert sorted(texts) == sorted(f"{name} {number}" for name in range(8) for number in range(5))
    house.close()


def test_a_failure_halfway_leaves_nothing_behind(tmp_path):
    class Failing(Records):
        def delete(self, record_id):
            raise OSError(28, "No space left on device")

    house = services(tmp_path, records_factory=Failing)
    nadia = participant(house)
    with pytest.raises(StoreError):
        nadia.do(adding.add_goal, Horizon.SHORT, "Soup")  # written, and then the draft is to go
    assert nadia.read().goals == ()
    house.close()


def test_a_database_that_another_program_holds_is_told_and_comes_back(tmp_path):
    house = services(tmp_path)
    nadia = participant(house)
    with house.store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")  # stays with the pooled connection
    with contextlib.closing(holding(house.store.database)), pytest.raises(StoreError):
        nadia.do(adding.add_goal, Horizon.SHORT, "Soup")
    nadia.do(adding.add_goal, Horizon.SHORT, "Soup")
    assert len(nadia.read().goals) == 1
    house.close()


def holding(database):
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    return connection
