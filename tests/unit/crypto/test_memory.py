import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from lifeplan_app.crypto.keyring import KeyRing, VaultKeys
from lifeplan_app.crypto.memory import Memory
from lifeplan_app.model.errors import SealError, SessionOverError
from lifeplan_app.model.ids import VaultId
from tests.unit.crypto.samples import KEY

ROW = ("a row", 3, b"sealed")


class Reading:
    """Opens rows, and counts how often it had to."""

    def __init__(self) -> None:
        self.rows = []

    def __call__(self, row):
        self.rows.append(row)
        return object()


@pytest.fixture
def memory():
    return Memory()


@pytest.fixture
def read():
    return Reading()


def test_what_was_opened_once_is_handed_out_again(memory, read):
    first = memory.recall(ROW, read)
    assert memory.recall(ROW, read) is first
    assert memory.recall_all([ROW], read) == [first]
    assert read.rows == [ROW]


@pytest.mark.check("K3")
@pytest.mark.parametrize(
    "changed",
    [
        ("a row", 4, b"sealed"),
        ("a row", 2, b"sealed"),
        ("a row", 3, b"sealeD"),
        ("a row", 3, b"sealed\0"),
        ("a row", 3, b""),
        ("another row", 3, b"sealed"),
    ],
    ids=["newer", "older", "flipped", "grown", "emptied", "moved"],
)
def test_what_is_not_as_it_was_is_opened_anew(memory, read, changed):
    before = memory.recall(ROW, read)
    assert memory.recall(changed, read) is not before
    assert memory.recall_all([changed], read) != [before]
    assert read.rows == [ROW, changed]


def test_what_does_not_open_is_refused_each_time_and_what_was_known_stays(memory, read):
    def refuse(_row):
        raise SealError

    before = memory.recall(ROW, read)
    for _ in range(2):
        with pytest.raises(SealError):
            memory.recall(("a row", 3, b"forged"), refuse)
        with pytest.raises(SealError):
            memory.recall_all([("a row", 3, b"forged")], refuse)
    assert memory.recall(ROW, refuse) is before


def test_rows_that_are_gone_are_forgotten(memory, read):
    memory.recall_all([(f"row {number}", 1, b"") for number in range(100)], read)
    memory.recall_all([("row 7", 1, b""), ("row 8", 1, b"")], read)
    assert len(memory) == 2
    memory.forget("row 7")
    memory.forget("row 7")
    assert len(memory) == 1
    memory.recall_all([], read)
    assert len(memory) == 0


@pytest.mark.check("S7")
def test_with_the_key_goes_what_it_opened(read):
    ring = KeyRing()
    keys = VaultKeys(VaultId("a vault"), KEY)
    handle = ring.put(keys)
    keys.memory.recall(ROW, read)
    ring.drop(handle)
    assert len(keys.memory) == 0
    keys.memory.recall(ROW, read)
    keys.memory.recall_all([ROW], read)
    assert len(keys.memory) == 0


@pytest.mark.check("S7")
def test_what_is_being_opened_while_the_key_goes_is_not_remembered(memory):
    def meanwhile(_row):
        memory.wipe()

    memory.recall(ROW, meanwhile)
    assert len(memory) == 0


@pytest.mark.parametrize("leak", [pickle.dumps, copy.copy, copy.deepcopy])
def test_what_was_opened_can_be_neither_copied_nor_pickled(memory, read, leak):
    memory.recall(ROW, read)
    with pytest.raises(TypeError):
        leak(memory)


def test_nothing_of_it_is_shown(memory):
    memory.recall(("her row", 1, b""), lambda _row: "her words")
    assert {repr(memory), str(memory), f"{memory}"} == {"<Memory>"}


def test_many_threads_look_while_rows_come_and_go_and_the_key_goes():
    for _ in range(20):
        keys, begun = VaultKeys(VaultId("a vault"), KEY), Event()
        rows = [(f"{n}", 1, keys.seal("record", f"{n}", 1, b"%d" % n)) for n in range(20)]

        def look_on(turn, keys=keys, begun=begun, rows=rows):
            some = rows[turn : turn + 10]
            try:
                for _ in range(5_000):
                    held = keys.memory.recall_all(some, lambda row: keys.open("record", *row))
                    assert held == [b"%d" % n for n in range(turn, turn + 10)]
                    begun.set()
            except SessionOverError:
                return True
            return False

        with ThreadPoolExecutor(4) as pool:
            looking = [pool.submit(look_on, turn) for turn in (0, 3, 6, 9)]
            begun.wait()
            keys.wipe()
        assert all(each.result() for each in looking)
        assert len(keys.memory) == 0
