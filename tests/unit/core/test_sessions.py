import hashlib

import pytest

from lifeplan_app.core.edits import Values
from lifeplan_app.core.sessions import ABSOLUTE_SECONDS, Sessions
from lifeplan_app.core.undo import ValuesUndo
from lifeplan_app.crypto.keyring import KeyRing, VaultKeys
from lifeplan_app.model.account import Actor, Language, LockDelay, Role, Settings
from lifeplan_app.model.errors import SessionOverError
from lifeplan_app.model.ids import AccountId, RecordId, VaultId
from lifeplan_app.model.plan import Progress

SECRET = b"what the key file holds"


@pytest.fixture
def ring():
    return KeyRing()


@pytest.fixture
def sessions(clock, ring):
    return Sessions(clock, ring, SECRET)


def signed_in(ring, account="nadia", vault="her vault"):
    handle = ring.put(VaultKeys(VaultId(vault), b"k" * 32))
    return Actor(AccountId(account), Role.PARTICIPANT, VaultId(vault), handle)


def test_a_cookie_finds_its_session_and_another_none(sessions, ring):
    actor = signed_in(ring)
    cookie = sessions.open(actor, Settings(language=Language.ENGLISH))
    session = sessions.find(cookie)
    assert session.actor == actor
    assert session.language is Language.ENGLISH
    assert sessions.find(cookie[:-1]) is None
    assert sessions.find("\ud800") is None


@pytest.mark.check("S3")
def test_a_cookie_is_new_each_time_has_256_bits_and_is_kept_only_as_a_hash(sessions, ring):
    actor = signed_in(ring)
    first, second = sessions.open(actor, Settings()), sessions.open(actor, Settings())
    assert first != second
    assert len(first) == 43  # 32 bytes in base 64
    assert first not in str(vars(sessions))
    assert sessions.find(first).id_hash == hashlib.sha256(first.encode()).hexdigest()


@pytest.mark.check("S7")
def test_an_ended_session_is_gone_with_its_keys_and_its_undo(sessions, ring):
    actor = signed_in(ring)
    cookie = sessions.open(actor, Settings())
    session = sessions.find(cookie)
    mark = session.undo.put(ValuesUndo((Values(RecordId("a step"), {"progress": Progress.IDEA}),)))
    sessions.end(session.id_hash)
    assert sessions.find(cookie) is None
    assert mark not in session.undo._kept
    with pytest.raises(SessionOverError):
        ring.get(actor.keys)


@pytest.mark.check("S7")
def test_an_act_in_flight_does_not_bring_an_ended_session_back(sessions, ring):
    cookie = sessions.open(signed_in(ring), Settings())
    session = sessions.find(cookie)
    sessions.end(session.id_hash)
    for act in (
        lambda: sessions.touch(session.id_hash),
        lambda: sessions.adjust(session.id_hash, Settings()),
        lambda: sessions.hold(session.id_hash, 120),
    ):
        with pytest.raises(SessionOverError):
            act()
    assert sessions.find(cookie) is None
    assert len(sessions) == len(ring) == 0


@pytest.mark.check("S7")
def test_all_sessions_of_an_account_end_together_whichever_vault_they_opened(sessions, ring):
    hers = [sessions.open(signed_in(ring, vault=vault), Settings()) for vault in ("one", "one", "the other")]
    anothers = sessions.open(signed_in(ring, account="mariam"), Settings())
    sessions.end_all_of(AccountId("nadia"))
    assert [sessions.find(cookie) for cookie in hers] == [None, None, None]
    assert sessions.find(anothers)
    assert len(ring) == 1


@pytest.mark.check("S1")
@pytest.mark.parametrize("delay", LockDelay)
def test_without_an_act_of_hers_it_locks_at_the_delay_she_chose(sessions, ring, clock, delay):
    cookie = sessions.open(signed_in(ring), Settings(lock_delay=delay))
    clock.wait(delay.idle_seconds - 1)
    assert sessions.find(cookie)
    clock.wait(1)
    assert sessions.find(cookie) is None
    assert len(ring) == 0


@pytest.mark.check("S1")
def test_looking_a_session_up_is_no_act_of_hers(sessions, ring, clock):
    cookie = sessions.open(signed_in(ring), Settings())
    for _ in range(18):
        sessions.find(cookie)
        clock.wait(10)
    assert sessions.find(cookie) is None


@pytest.mark.parametrize(("delay", "waits"), [(LockDelay.AT_ONCE, 120), (LockDelay.THREE, 180)])
def test_while_she_has_a_picker_open_it_waits_for_her_and_never_less_than_else(
    sessions, ring, clock, delay, waits
):
    cookie = sessions.open(signed_in(ring), Settings(lock_delay=delay))
    clock.wait(30)
    sessions.hold(sessions.find(cookie).id_hash, 120)
    clock.wait(waits - 1)
    assert sessions.find(cookie)
    clock.wait(1)
    assert sessions.find(cookie) is None


def test_an_act_of_hers_makes_it_wait_anew(sessions, ring, clock):
    cookie = sessions.open(signed_in(ring), Settings())
    clock.wait(170)
    sessions.touch(sessions.find(cookie).id_hash)
    clock.wait(170)
    assert sessions.find(cookie)


def test_after_twelve_hours_it_ends_however_busy_she_was(sessions, ring, clock):
    cookie = sessions.open(signed_in(ring), Settings(lock_delay=LockDelay.THIRTY))
    for _ in range(int(ABSOLUTE_SECONDS // 600) - 1):
        clock.wait(600)
        sessions.touch(sessions.find(cookie).id_hash)
    clock.wait(600)
    assert sessions.find(cookie) is None


def test_a_session_holds_no_name(sessions, ring):
    cookie = sessions.open(signed_in(ring), Settings(name="Nadia"))
    session = sessions.find(cookie)
    assert session.settings.name == ""
    sessions.adjust(session.id_hash, Settings(name="Nadia"))
    assert session.settings.name == ""


def test_changed_settings_hold_at_once(sessions, ring, clock):
    cookie = sessions.open(signed_in(ring), Settings())
    session = sessions.find(cookie)
    sessions.adjust(session.id_hash, Settings(language=Language.ENGLISH, lock_delay=LockDelay.FIFTEEN))
    clock.wait(600)
    assert sessions.find(cookie).language is Language.ENGLISH


def test_a_sweep_ends_what_is_over_and_nothing_else(sessions, ring, clock):
    forgotten = sessions.open(signed_in(ring), Settings())
    over = sessions.find(forgotten)
    clock.wait(100)
    fresh = sessions.open(signed_in(ring, account="mariam"), Settings())
    sessions.find(fresh).undo.put(ValuesUndo((Values(RecordId("a step"), {"progress": Progress.IDEA}),)))
    clock.wait(100)
    assert sessions.sweep() == [over]
    assert sessions.sweep() == []
    assert len(sessions.find(fresh).undo) == 0
    assert len(sessions) == len(ring) == 1


def test_whoever_asked_is_told_once_of_each_end_after_the_keys_are_gone(sessions, ring):
    told = []
    sessions.on_end(lambda session: told.append((session.id_hash, len(ring))))
    session = sessions.find(sessions.open(signed_in(ring), Settings()))
    sessions.end(session.id_hash)
    sessions.end(session.id_hash)
    assert told == [(session.id_hash, 0)]


def test_the_tag_tells_two_vaults_apart_and_names_neither(sessions, ring, clock):
    def tag(table, vault):
        return table.find(table.open(signed_in(ring, vault=vault), Settings())).tag

    assert tag(sessions, "one") == tag(sessions, "one") != tag(sessions, "other")
    assert tag(Sessions(clock, ring, b"another"), "one") != tag(sessions, "one")


def test_a_session_shows_neither_keys_nor_person(sessions, ring):
    actor = signed_in(ring)
    shown = repr(sessions.find(sessions.open(actor, Settings())))
    assert actor.keys not in shown
    assert actor.account_id not in shown
