"""What somebody finds who takes the files away: the database, its journal, the key file."""

import base64
import contextlib
import json
import shutil
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifeplan_app.core import accounts, adding, drafts, labels, marks, plan, words
from lifeplan_app.core.opening import door_of, door_to, stretch
from lifeplan_app.crypto.keyring import VaultKeys
from lifeplan_app.crypto.keys import KEY_BYTES
from lifeplan_app.crypto.slots import SlotTable
from lifeplan_app.model.account import Language
from lifeplan_app.model.errors import (
    CarnetError,
    ParameterError,
    SealError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from lifeplan_app.model.ids import VaultId
from lifeplan_app.model.plan import Horizon, Progress
from tests.factories import HER_PHONE, PASSPHRASE, TODAY, Person, participant, rows, services, with_plan

NEW = "quatre chaises bleues dehors"


def encodings(canary: str) -> set[bytes]:
    """*canary* in every form it might be written in, case aside."""
    plain = {canary.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")}
    escaped = {json.dumps(canary)[1:-1].encode(), canary.encode("unicode_escape")}
    forms = plain | escaped
    hexed = {form.hex().encode() for form in forms}
    return forms | hexed | {base64_core(form, shift) for form in forms for shift in range(3)}


def base64_core(data: bytes, shift: int) -> bytes:
    """What of *data* is the same in base 64 wherever it stands in a longer text."""
    encoded = base64.b64encode(b"\0" * shift + data)
    return encoded[4 if shift else 0 : len(encoded) - 4]


def all_bytes(house) -> bytes:
    """Everything that lies in the house's folder."""
    files = sorted(each for each in house.store.folder.rglob("*") if each.is_file())
    assert {"carnet.db", "carnet.db-wal", "keys.json"} <= {each.name for each in files}
    return b"".join(each.read_bytes() for each in files)


def write_the_rest(person, goal, step, texts) -> None:
    """A wish, a strength, a note, an area and a label, each of one of *texts*; a date, a week, a day."""
    wish, strength, note, area, label = texts
    person.do(adding.add_wish, wish)
    person.do(adding.add_strength, strength)
    person.do(words.write_memo, goal.id, note, 0)
    person.do(marks.set_area, goal.id, area)
    person.do(labels.rename, "plan.title", label)
    person.do(marks.set_day, step.id, TODAY)
    person.do(marks.pick, step.id, TODAY)
    person.do(plan.put_away, goal.id)


@pytest.mark.check("K1")
def test_no_word_of_hers_stands_in_any_file(house):
    canaries = [f"Chouette{letter}éclair" for letter in "abcdefghijklm"]
    name, passphrase, goal, step, draft, former, gone, corrected, *others = canaries
    nadia = participant(house, name=name, passphrase=f"{passphrase} lampe nuage")
    kept = nadia.do(adding.add_goal, Horizon.SHORT, goal * 50).record
    first = nadia.do(adding.add_step, kept.id, step).record
    nadia.do(drafts.save_draft, "goal:long", draft)
    nadia.do(words.write_text, first.id, former, first.version)
    nadia.do(words.write_text, first.id, corrected, first.version)
    nadia.do(plan.delete, nadia.do(adding.add_step, kept.id, gone).record.id)
    write_the_rest(nadia, kept, first, others)
    nadia.do(accounts.write_settings, replace(nadia.entered.settings, language=Language.ENGLISH))
    with pytest.raises(WrongPassphraseError):
        accounts.sign_in(house, HER_PHONE, name=name, passphrase=passphrase)
    secrets = [nadia.entered.cookie, nadia.actor.keys, nadia.recovery_code.replace("-", "")]
    secrets += ["horizon", "put_away", "picked", TODAY.isoformat()]
    with_journal = all_bytes(house)
    house.close()
    for found in (with_journal, house.store.database.read_bytes()):
        for canary in (*canaries, *secrets):
            for form in encodings(canary):
                assert form.lower() not in found.lower(), canary


@pytest.mark.check("K1")
def test_the_search_for_words_finds_them_in_every_form():
    for form in encodings("Chouette éclair"):
        assert any(
            form in shape
            for shape in (
                form,
                base64.b64encode(b"x" + form),
                base64.b64encode(b"xy" + form),
                base64.b64encode(form + b"z"),
            )
        )
    assert base64_core(b"Chouette", 1) in base64.b64encode(b"xChouette!")


@pytest.mark.check("K2")
def test_without_the_pepper_the_right_passphrase_opens_nothing(house, nadia, tmp_path):
    with_plan(nadia)
    stolen = robbed(house, tmp_path)
    keys = json.loads((stolen / "data" / "keys.json").read_text())
    (stolen / "data" / "keys.json").write_text(json.dumps(keys | {"pepper": "00" * 32}))
    elsewhere = services(stolen)
    with pytest.raises(WrongPassphraseError):
        accounts.sign_in(elsewhere, HER_PHONE, name="Nadia", passphrase=PASSPHRASE)
    with pytest.raises(WrongRecoveryCodeError):
        accounts.recover(elsewhere, HER_PHONE, name="Nadia", code=nadia.recovery_code, new_passphrase=NEW)
    # Even for one who found her row: the pepper is in the hash itself.
    with elsewhere.read() as uow:
        door = door_to(elsewhere, uow, uow.accounts.get(nadia.actor.account_id))
    assert door.opened_by(SlotTable.KEY, stretch(elsewhere, door, PASSPHRASE)) is None
    elsewhere.close()


@pytest.mark.check("K2")
def test_the_database_alone_opens_nothing_with_the_right_passphrase(house, nadia, tmp_path):
    stolen = robbed(house, tmp_path)
    (stolen / "data" / "keys.json").unlink()
    elsewhere = services(stolen)
    with pytest.raises(WrongPassphraseError):
        accounts.sign_in(elsewhere, HER_PHONE, name="Nadia", passphrase=PASSPHRASE)
    elsewhere.close()


@pytest.mark.check("K2")
def test_without_her_shred_key_the_right_passphrase_opens_nothing(house, nadia):
    house.store.keyfile.forget(nadia.actor.account_id)
    with pytest.raises(WrongPassphraseError):
        nadia.sign_in()
    with pytest.raises(WrongRecoveryCodeError):
        accounts.recover(house, HER_PHONE, name="Nadia", code=nadia.recovery_code, new_passphrase=NEW)


@pytest.mark.check("K2")
def test_no_key_lies_in_the_database_or_beside_it(house, nadia):
    """Every run of 32 bytes is tried as her vault's key: one that opened would lie there in clear."""
    nadia.do(adding.add_goal, Horizon.SHORT, "Soup")
    vault = nadia.actor.vault_id
    [row] = rows(house.store.database, "SELECT * FROM record")
    house.close()  # the journal goes into the database
    beside = (house.store.folder / "keys.json").read_text()
    in_hex = b"".join(bytes.fromhex(part) for part in beside.split('"') if len(part) == 64)
    found = house.store.database.read_bytes() + in_hex
    for key in {found[start : start + KEY_BYTES] for start in range(len(found) - KEY_BYTES + 1)}:
        assert not opens(VaultKeys(vault, key), row)


def opens(keys, row) -> bool:
    try:
        keys.open("record", row["id"], row["version"], row["body"])
    except SealError:
        return False
    return True


@pytest.mark.check("K2")
def test_the_files_with_the_passphrase_open_on_another_machine(house, nadia, tmp_path):
    with_plan(nadia)
    elsewhere = services(robbed(house, tmp_path))
    entered = accounts.sign_in(elsewhere, HER_PHONE, name="Nadia", passphrase=PASSPHRASE)
    session = elsewhere.sessions.find(entered.cookie)
    with elsewhere.read() as uow:
        assert plan.read_plan(uow, session.actor) == nadia.read()
    elsewhere.close()


def robbed(house, tmp_path):
    shutil.copytree(house.store.folder, tmp_path / "elsewhere" / "data")
    return tmp_path / "elsewhere"


# --- rows that somebody changed ----------------------------------------------------------------


@pytest.fixture
def two_plans(house, nadia):
    mariam = participant(house, "Mariam")
    for person in (nadia, mariam):
        soup = person.do(adding.add_goal, Horizon.SHORT, "Soup").record
        person.do(marks.set_progress, soup.id, Progress.ACTIVE, TODAY)
        person.do(adding.add_goal, Horizon.SHORT, "Bread")
    return nadia, mariam


def tamper(house, table, change):
    """Change a table as a thief with a copy of it can; the copy is called ``was``."""
    with contextlib.closing(sqlite3.connect(house.store.database)) as connection:
        connection.executescript(f"CREATE TEMP TABLE was AS SELECT * FROM {table}; {change}")


LIVES = {"who signed in anew": Person.sign_in, "whose session has opened it all": Person.read}
OTHER_OF_HERS = "FROM was WHERE was.vault_id = record.vault_id AND was.id <> record.id"
RECORD_SWAPS = {
    "bodies of two rows": f"UPDATE record SET body = (SELECT body {OTHER_OF_HERS})",
    "bodies and versions": f"UPDATE record SET (body, version) = (SELECT body, version {OTHER_OF_HERS})",
    "ids": "UPDATE record SET id = id || 'A'",
    "a later version": "UPDATE record SET version = version + 1",
    "a former version": "UPDATE record SET version = version - 1",
    "owners": """UPDATE record SET vault_id =
        (SELECT vault_id FROM was WHERE was.vault_id <> record.vault_id)""",
    "a row cut": "UPDATE record SET body = substr(body, 1, length(body) - 1)",
    "a row grown": "UPDATE record SET body = CAST(body || x'00' AS BLOB)",
    "a row emptied": "UPDATE record SET body = x''",
}
ANOTHER_VAULT = "FROM was WHERE was.id <> vault.id"
VAULT_SWAPS = {
    "settings for private keys": "UPDATE vault SET settings = private_keys, private_keys = settings",
    "settings of another": f"UPDATE vault SET settings = (SELECT settings {ANOTHER_VAULT})",
    "versions": "UPDATE vault SET version = version + 1",
}


@pytest.mark.check("K3")
@pytest.mark.parametrize("swap", RECORD_SWAPS.values(), ids=RECORD_SWAPS)
@pytest.mark.parametrize("live", LIVES.values(), ids=LIVES)
def test_whatever_is_swapped_in_a_plan_is_refused_with_one_error(house, two_plans, live, swap):
    for person in two_plans:
        live(person)
    tamper(house, "record", swap)
    for person in two_plans:
        with pytest.raises(SealError):
            person.read()


@pytest.mark.check("K3")
@pytest.mark.parametrize("swap", VAULT_SWAPS.values(), ids=VAULT_SWAPS)
def test_whatever_is_swapped_in_a_vault_is_refused_with_one_error(house, two_plans, swap):
    tamper(house, "vault", swap)
    for person in two_plans:
        with pytest.raises(SealError):
            person.do(accounts.read_settings)


@pytest.mark.check("K3")
@given(at=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@pytest.mark.parametrize("live", LIVES.values(), ids=LIVES)
def test_any_byte_flipped_is_refused_with_one_error(house, two_plans, live, at, flip):
    database = house.store.database
    for person in two_plans:
        live(person)
    for row in rows(database, "SELECT id, body FROM record"):
        body = bytearray(row["body"])
        body[1 + int(at * (len(body) - 1))] ^= flip  # the first byte names the suite
        rows(database, "UPDATE record SET body = ? WHERE id = ?", bytes(body), row["id"])
        for person in two_plans:
            with contextlib.suppress(SealError):
                assert row["id"] not in {each.goal.id for each in person.read().goals}
        rows(database, "UPDATE record SET body = ? WHERE id = ?", row["body"], row["id"])


@pytest.mark.check("K7")
def test_a_suite_that_nobody_allowed_is_refused(house, two_plans):
    rows(house.store.database, "UPDATE record SET body = CAST(x'07' || substr(body, 2) AS BLOB)")
    for person in two_plans:
        with pytest.raises(ParameterError):
            person.read()


@pytest.mark.check("K7")
@pytest.mark.parametrize("parameters", [0, 2, 10, -1])
def test_parameters_that_nobody_allowed_are_refused(house, nadia, parameters):
    rows(house.store.database, "UPDATE account SET parameters = ?", parameters)
    with pytest.raises(ParameterError):
        nadia.sign_in()


OTHER_POSITION = "was WHERE was.account_id = key_slot.account_id AND was.position <> key_slot.position"
OTHER_ACCOUNT = "was WHERE was.account_id <> key_slot.account_id AND was.position = key_slot.position"
SAME_PLACE = """recovery_slot AS was
    WHERE was.account_id = key_slot.account_id AND was.position = key_slot.position"""
SLOT_SWAPS = {
    "what two slots wrap": f"UPDATE key_slot SET wrapped = (SELECT wrapped FROM {OTHER_POSITION})",
    "two slots": f"""UPDATE key_slot SET (wrapped, verifier) =
        (SELECT wrapped, verifier FROM {OTHER_POSITION})""",
    "slots of another account": f"""UPDATE key_slot SET (wrapped, verifier) =
        (SELECT wrapped, verifier FROM {OTHER_ACCOUNT})""",
    "recovery slots for key slots": f"""UPDATE key_slot SET (wrapped, verifier) =
        (SELECT wrapped, verifier FROM {SAME_PLACE})""",
    "positions": "UPDATE key_slot SET position = position + 2",
    "a slot cut": "UPDATE key_slot SET wrapped = substr(wrapped, 1, length(wrapped) - 1)",
    "no slots": "DELETE FROM key_slot",
    "salts": "UPDATE account SET salt = CAST(substr(salt, 2) || x'00' AS BLOB)",
}


@pytest.mark.check("K3")
@pytest.mark.parametrize("swap", SLOT_SWAPS.values(), ids=SLOT_SWAPS)
def test_swapped_slots_open_nothing(house, two_plans, swap):
    tamper(house, "key_slot", swap)
    for person in two_plans:
        with pytest.raises(WrongPassphraseError):
            person.sign_in()


@pytest.mark.check("K3")
def test_a_verifier_of_ones_own_does_not_open_anothers_slot(house, two_plans):
    """Who may write to the database can let a passphrase be recognised, and gains nothing by it."""
    nadia, mariam = two_plans
    door = door_of(house, mariam.name)
    mine = "a passphrase of the thief's"
    grant = door_of(house, nadia.name).opened_by(
        SlotTable.KEY, stretch(house, door_of(house, nadia.name), PASSPHRASE)
    )
    forged = door.slot_for(SlotTable.KEY, stretch(house, door, mine), grant)
    rows(
        house.store.database,
        "UPDATE key_slot SET verifier = ? WHERE account_id = ? AND position = ?",
        forged.verifier,
        mariam.actor.account_id,
        forged.position,
    )
    with pytest.raises(CarnetError):
        accounts.sign_in(house, HER_PHONE, name="Mariam", passphrase=mine)


def test_all_accounts_look_alike_and_nothing_ties_one_to_its_vaults(house, two_plans):
    database = house.store.database
    for table, columns in {
        "vault": ("public_keys", "private_keys", "settings", "version"),
        "key_slot": ("wrapped", "length(verifier)"),
        "recovery_slot": ("wrapped", "length(verifier)"),
    }.items():
        [sizes] = {
            tuple(row.values())
            for row in rows(
                database, f"SELECT {', '.join(f'length({column})' for column in columns)} FROM {table}"
            )
        }
        assert all(sizes)
    assert [row["n"] for row in rows(database, "SELECT count(*) AS n FROM vault")] == [4]
    in_clear = json.dumps(
        [
            {name: value for name, value in row.items() if not isinstance(value, bytes)}
            for table in ("account", "key_slot", "recovery_slot")
            for row in rows(database, f"SELECT * FROM {table}")
        ]
    )
    for vault in rows(database, "SELECT id FROM vault"):
        assert VaultId(vault["id"]) not in in_clear
        assert vault["id"].encode() not in b"".join(
            row["wrapped"] for row in rows(database, "SELECT wrapped FROM key_slot")
        )


@pytest.mark.parametrize("table", ["account", "key_slot", "recovery_slot", "vault", "record", "invitation"])
def test_rows_stand_in_no_order_of_time(house, table):
    [made] = rows(house.store.database, "SELECT sql FROM sqlite_master WHERE name = ?", table)
    assert "WITHOUT ROWID" in made["sql"]
