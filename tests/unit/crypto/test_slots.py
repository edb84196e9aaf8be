from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.crypto import passwords, slots
from lifeplan_app.crypto.slots import Grant, Slot, SlotTable, decoy_slots, make_slot, open_slots
from lifeplan_app.model.errors import ParameterError, SealError
from lifeplan_app.model.ids import VaultId, new_id
from tests.unit.crypto.samples import GRANT, PEPPER, QUICK, SALT, SHRED, credential, with_flipped_bit

HERS = credential()
UNKNOWN = credential(stretched=b"n" * 64)
OTHER_GRANT = Grant(VaultId("another vault, 22 char"), b"o" * 32, key_position=0, recovery_position=1)


def both(position=1):
    """Her slot at *position*, and at the other one a slot that nobody knows how to open."""
    hers = make_slot(HERS, position, GRANT)
    unused = make_slot(UNKNOWN, 1 - position, OTHER_GRANT)
    return (unused, hers) if position else (hers, unused)


@pytest.mark.parametrize("position", [0, 1])
@pytest.mark.parametrize("table", SlotTable)
def test_a_credential_opens_its_slot_wherever_it_stands(position, table):
    hers = credential(table=table)
    pair = (make_slot(hers, position, GRANT), make_slot(UNKNOWN, 1 - position, OTHER_GRANT))
    assert open_slots(hers, pair) == GRANT
    assert open_slots(hers, (pair[1], pair[0])) == GRANT


def test_a_second_passphrase_opens_the_second_plan():
    second = credential(stretched=b"2" * 64)
    pair = (make_slot(HERS, 0, GRANT), make_slot(second, 1, OTHER_GRANT))
    assert open_slots(HERS, pair) == GRANT
    assert open_slots(second, pair) == OTHER_GRANT


@pytest.mark.check("K2")
@pytest.mark.parametrize(
    "wrong",
    [
        credential(stretched=b"w" * 64),
        credential(shred=b"w" * 32),
        credential(shred=b""),
        credential(table=SlotTable.RECOVERY),
        credential(account="another account"),
    ],
    ids=["passphrase", "shred key", "shredded", "table", "account"],
)
def test_nothing_opens_when_one_thing_is_wrong(wrong):
    assert open_slots(wrong, both()) is None


@pytest.mark.check("K2")
def test_the_right_passphrase_with_another_pepper_opens_nothing():
    def hers(pepper):
        return credential(stretched=passwords.stretch("her passphrase", SALT, pepper, 9, allowed=QUICK))

    pair = (make_slot(hers(PEPPER), 0, GRANT), make_slot(UNKNOWN, 1, OTHER_GRANT))
    assert open_slots(hers(PEPPER), pair) == GRANT
    assert open_slots(hers(b"q" * 32), pair) is None


@pytest.mark.check("K12")
@pytest.mark.parametrize("shred", [b"", SHRED[:-1], SHRED + b"x"])
def test_no_slot_is_made_that_shredding_could_not_close(shred):
    with pytest.raises(SealError):
        make_slot(credential(shred=shred), 0, GRANT)


def test_a_grant_without_a_whole_key_is_refused():
    with pytest.raises(SealError):
        make_slot(HERS, 0, replace(GRANT, vault_key=b""))


@pytest.mark.check("K7")
@pytest.mark.parametrize("position", [-1, 2])
def test_there_is_no_third_slot(position):
    with pytest.raises(ParameterError):
        make_slot(HERS, position, GRANT)


@pytest.mark.check("K3")
def test_each_slot_of_each_table_has_secrets_of_its_own():
    tables = [credential(table=table) for table in SlotTable]
    split = [
        part(hers, position) for hers in tables for position in (0, 1) for part in (slots._auth, slots._kek)
    ]
    assert len(set(split)) == 8


@pytest.mark.check("K3")
def test_slots_moved_to_the_other_position_do_not_open():
    unused, hers = both()
    moved = (replace(hers, position=0), replace(unused, position=1))
    assert open_slots(HERS, moved) is None


@pytest.mark.check("K3")
def test_a_key_wrapped_elsewhere_does_not_open_here():
    unused, hers = both()
    for other in (
        make_slot(credential(table=SlotTable.RECOVERY), 1, GRANT),
        make_slot(credential(account="another account"), 1, GRANT),
    ):
        assert open_slots(HERS, (unused, replace(hers, wrapped=other.wrapped))) is None


@pytest.mark.check("K3")
def test_the_account_is_bound_in_even_where_the_secrets_are_the_same():
    elsewhere = credential(account="another account")
    assert open_slots(elsewhere, both()) is None


@pytest.mark.check("K3")
@given(st.data())
def test_any_flipped_bit_of_a_wrapped_key_is_refused(data):
    unused, hers = both()
    index = data.draw(st.integers(1, len(hers.wrapped) - 1))
    flipped = with_flipped_bit(hers.wrapped, index, data.draw(st.integers(0, 7)))
    assert open_slots(HERS, (unused, replace(hers, wrapped=flipped))) is None


@pytest.mark.check("K3")
@given(st.data())
def test_a_changed_verifier_opens_nothing(data):
    unused, hers = both()
    index = data.draw(st.integers(len("$argon2id$v=19$m=8,t=1,p=1$"), len(hers.verifier) - 1))
    changed = hers.verifier[:index] + data.draw(st.text(max_size=2)) + hers.verifier[index + 1 :]
    expected = GRANT if changed == hers.verifier else None
    assert open_slots(HERS, (unused, replace(hers, verifier=changed))) == expected


@pytest.mark.check("K7")
@pytest.mark.parametrize(
    "setting",
    [
        "$argon2id$v=19$m=1048576,t=1,p=1$",
        "$argon2id$v=16$m=8,t=1,p=1$",
        "$argon2d$v=19$m=8,t=1,p=1$",
        "",
        "!",
    ],
)
def test_a_verifier_in_another_setting_is_refused(setting):
    unused, hers = both()
    asking = setting + hers.verifier.removeprefix("$argon2id$v=19$m=8,t=1,p=1$")
    with pytest.raises(ParameterError):
        open_slots(HERS, (unused, replace(hers, verifier=asking)))


@pytest.mark.check("S10")
@pytest.mark.parametrize(
    ("brought", "tried"),
    [(HERS, both(0)), (HERS, both(1)), (credential(b"w" * 64), both()), (HERS, decoy_slots())],
    ids=["first slot", "second slot", "wrong passphrase", "unknown name"],
)
def test_the_same_work_is_done_whatever_comes_of_it(brought, tried, monkeypatch):
    work = []

    def counted(name):
        real = getattr(slots, name)

        def run(*args):
            work.append(name)
            return real(*args)

        monkeypatch.setattr(slots, name, run)

    for name in ("check", "_auth", "_kek", "_unwrap"):
        counted(name)
    open_slots(brought, tried)
    assert sorted(work) == sorted(["check", "_auth", "_kek", "_unwrap"] * 2)


@pytest.mark.check("K13")
@given(st.lists(st.builds(new_id), min_size=2, max_size=4), st.booleans())
def test_used_and_unused_slots_look_the_same(vaults, in_use):
    made = [
        make_slot(HERS if in_use else UNKNOWN, 0, replace(GRANT, vault_id=VaultId(each))) for each in vaults
    ]
    sizes = {(len(slot.wrapped), len(slot.verifier)) for slot in (*made, *decoy_slots())}
    assert len(sizes) == 1


def test_nothing_secret_is_shown():
    assert repr(HERS) == "Credential(table=<SlotTable.KEY: 'key_slot'>, account='her account')"
    assert repr(GRANT) == "Grant()"
    assert isinstance(both()[0], Slot)
