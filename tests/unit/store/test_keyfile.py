import json
import os
import stat
import threading

import pytest

from lifeplan_app.model.errors import StoreError
from lifeplan_app.model.ids import AccountId
from lifeplan_app.store.keyfile import KeyFile

NADIA, MARIAM = AccountId("nadia"), AccountId("mariam")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "keys.json"


def test_the_pepper_is_made_once(path):
    pepper = KeyFile(path).pepper
    assert len(pepper) == 32
    assert KeyFile(path).pepper == pepper


def test_each_account_has_a_shred_key_of_its_own_until_it_is_forgotten(path):
    keys = KeyFile(path)
    hers = keys.add(NADIA)
    anothers = keys.add(MARIAM)
    assert len(hers) == 32
    assert hers != anothers
    assert KeyFile(path).shred(NADIA) == hers
    keys.forget(NADIA)
    assert keys.shred(NADIA) == KeyFile(path).shred(NADIA) == b""
    assert keys.shred(MARIAM) == anothers
    assert hers.hex() not in path.read_text()


def test_what_another_process_wrote_is_seen_and_kept(path):
    here, there = KeyFile(path), KeyFile(path)
    hers = here.add(NADIA)
    assert there.shred(NADIA) == hers
    anothers = there.add(MARIAM)
    assert here.shred(MARIAM) == anothers
    assert here.shred(NADIA) == hers


def test_many_may_write_at_once(path):
    def add(name):
        KeyFile(path).add(AccountId(name))

    threads = [threading.Thread(target=add, args=(str(number),)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(json.loads(path.read_bytes())["shred"]) == 20


def test_only_its_owner_may_read_it(path):
    KeyFile(path).add(NADIA)
    modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in os.scandir(path.parent)}
    assert modes == {"keys.json": 0o600, "keys.lock": 0o600}


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"pepper": 1, "shred": {}}', b"\xff", b'{"pepper":"a']
)
def test_a_damaged_file_is_refused_and_left_as_it_is(path, content):
    path.write_bytes(content)
    with pytest.raises(StoreError):
        KeyFile(path)
    assert path.read_bytes() == content


def test_a_write_that_fails_changes_nothing(path, monkeypatch):
    keys = KeyFile(path)
    before = path.read_bytes()

    def full_disk(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(StoreError):
        keys.add(NADIA)
    assert path.read_bytes() == before
    assert keys.shred(NADIA) == b""
    monkeypatch.undo()
    assert keys.add(NADIA)


def test_it_is_whole_on_the_disk_before_it_takes_the_old_ones_place(path, monkeypatch):
    keys = KeyFile(path)
    seen = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda fd: (seen.append("fsync"), fsync(fd)))
    monkeypatch.setattr(os, "replace", lambda a, b: (seen.append("replace"), replace(a, b)))
    keys.add(NADIA)
    assert seen == ["fsync", "replace", "fsync"]


def test_a_file_that_went_away_is_told(path):
    keys = KeyFile(path)
    path.unlink()
    with pytest.raises(StoreError):
        keys.shred(NADIA)


def test_it_shows_nothing(path):
    keys = KeyFile(path)
    assert keys.pepper.hex() not in repr(vars(keys)) + repr(keys)
    assert str(keys.pepper) not in repr(vars(keys))
