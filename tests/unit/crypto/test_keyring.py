import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from lifeplan_app.crypto import records
from lifeplan_app.crypto.keyring import SCHEMA, KeyRing, VaultKeys
from lifeplan_app.crypto.records import Place
from lifeplan_app.model.errors import SealError, SessionOverError
from lifeplan_app.model.ids import VaultId
from tests.unit.crypto.samples import KEY

VAULT = VaultId("a vault")


@pytest.fixture
def keys():
    return VaultKeys(VAULT, KEY)


@pytest.fixture
def ring():
    return KeyRing()


def test_a_vault_opens_what_it_sealed(keys):
    assert keys.open("record", "a row", 3, keys.seal("record", "a row", 3, b"her words")) == b"her words"


def test_what_a_vault_seals_is_bound_to_it_and_to_todays_schema(keys):
    sealed = keys.seal("record", "a row", 3, b"her words")
    assert records.open_sealed(KEY, Place(SCHEMA, "record", "a row", VAULT, 3), sealed) == b"her words"


@pytest.mark.check("K3")
@pytest.mark.parametrize(
    "where", [("settings", "a row", 3), ("record", "a row", 4), ("record", "another", 3)]
)
def test_a_vault_refuses_what_was_moved(keys, where):
    with pytest.raises(SealError):
        keys.open(*where, keys.seal("record", "a row", 3, b"her words"))


@pytest.mark.check("K3")
def test_the_same_key_under_another_vaults_name_opens_nothing(keys):
    with pytest.raises(SealError):
        VaultKeys(VaultId("another vault"), KEY).open("record", "r", 1, keys.seal("record", "r", 1, b""))


def test_keys_are_found_under_their_handle_alone(ring, keys):
    handle = ring.put(keys)
    assert ring.get(handle) is keys
    assert len(ring) == 1
    with pytest.raises(SessionOverError):
        ring.get("another handle")


def test_handles_tell_nothing_and_never_come_twice(ring, keys):
    handles = {ring.put(keys) for _ in range(1000)}
    assert len(handles) == len(ring) == 1000
    assert {len(handle) for handle in handles} == {43}


@pytest.mark.check("S7")
def test_dropped_keys_are_gone_for_those_who_still_hold_them(ring, keys):
    handle, sealed = ring.put(keys), keys.seal("record", "a row", 1, b"her words")
    ring.drop(handle)
    ring.drop(handle)
    assert len(ring) == 0
    with pytest.raises(SessionOverError):
        ring.get(handle)
    with pytest.raises(SessionOverError):
        keys.open("record", "a row", 1, sealed)
    with pytest.raises(SessionOverError):
        keys.seal("record", "a row", 2, b"her words")


@pytest.mark.check("S7")
def test_what_dropped_keys_have_opened_is_forgotten(ring, keys):
    for memory in (keys.memory, keys.shown):
        memory.recall(("a row", 1, b"sealed"), lambda _: "her words")
    ring.drop(ring.put(keys))
    assert len(keys.memory) == len(keys.shown) == 0


def test_the_memory_of_a_dropped_key_is_overwritten(ring, keys):
    view = keys._key
    overwritten = []

    class Watched(bytearray):
        def clear(self):
            overwritten.append(bytes(self))
            super().clear()

    keys._key = Watched(view)
    ring.drop(ring.put(keys))
    assert overwritten == [bytes(32)]


@pytest.mark.parametrize("leak", [pickle.dumps, copy.copy, copy.deepcopy])
def test_keys_can_be_neither_copied_nor_pickled(ring, keys, leak):
    for held in (keys, ring, {"keys": [keys]} if leak is not copy.copy else keys):
        with pytest.raises(TypeError):
            leak(held)


def test_nothing_of_a_key_is_shown(ring, keys):
    ring.put(keys)
    for shown in (repr(keys), str(keys), f"{keys}", repr(ring), repr([keys])):
        assert shown.strip("[]") in {"<VaultKeys>", "<KeyRing>"}


def test_dropping_while_others_seal_never_seals_with_a_wiped_key(ring):
    for _ in range(20):
        keys = VaultKeys(VAULT, KEY)
        handle, begun = ring.put(keys), Event()

        def seal_on(keys=keys, begun=begun):
            sealed = []
            try:
                while True:
                    sealed.append(keys.seal("record", "r", 1, b"her words"))
                    begun.set()
            except SessionOverError:
                return sealed

        with ThreadPoolExecutor(4) as pool:
            writers = [pool.submit(seal_on) for _ in range(4)]
            begun.wait()
            ring.drop(handle)
        fresh = VaultKeys(VAULT, KEY)
        assert {fresh.open("record", "r", 1, each) for writer in writers for each in writer.result()} == {
            b"her words"
        }


def test_many_threads_put_and_drop_at_once(ring):
    def come_and_go(_):
        handle = ring.put(VaultKeys(VAULT, KEY))
        ring.get(handle).seal("record", "r", 1, b"")
        ring.drop(handle)

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(come_and_go, range(2000)))
    assert len(ring) == 0
