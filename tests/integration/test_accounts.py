import asyncio
from dataclasses import replace

import pytest

from lifeplan_app.core import accounts, house, invitations, passphrases, plan
from lifeplan_app.core.guessing import Client
from lifeplan_app.core.opening import door_of, stretch
from lifeplan_app.crypto.slots import SlotTable
from lifeplan_app.model.account import Language, LockDelay, Role, Settings
from lifeplan_app.model.errors import (
    InvitationError,
    NameFormError,
    NameTakenError,
    NotAllowedError,
    NotFoundError,
    SessionOverError,
    SlowDownError,
    StoreError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from tests.factories import (
    A_STRANGER,
    HER_PHONE,
    PASSPHRASE,
    Person,
    invitation,
    participant,
    rows,
    tries_until_slowed,
    with_plan,
)

NEW = "quatre chaises bleues dehors"


def sign_up(house, **changed):
    form = {"code": None, "name": "Nadia", "passphrase": PASSPHRASE} | changed
    form["code"] = form["code"] or invitation(house)
    return accounts.sign_up(house, HER_PHONE, **form)


# --- signing up --------------------------------------------------------------------------------


def test_a_person_with_an_invitation_gets_an_empty_plan_and_a_recovery_code(house):
    entered = sign_up(house, name="  Nadia ", language=Language.ENGLISH)
    nadia = Person(house, "Nadia", PASSPHRASE, entered)
    assert nadia.read() == plan.Plan()
    assert len(entered.recovery_code.split("-")) == 7
    assert entered.settings == Settings(name="Nadia", language=Language.ENGLISH)
    assert nadia.actor.role is Role.PARTICIPANT


def test_the_role_is_the_invitations(house):
    assert participant(house, role=Role.MENTOR).actor.role is Role.MENTOR


def test_an_invitation_opens_one_account(house):
    code = invitation(house)
    sign_up(house, code=code)
    with pytest.raises(InvitationError):
        sign_up(house, code=code, name="Mariam")


def test_an_invitation_may_be_typed_any_way(house):
    sign_up(house, code=f" {invitation(house).lower().replace('-', ' ')} ")


@pytest.mark.parametrize("code", ["", "hello", "0000-0000-0000-0000-0000-0", "\ud800"])
def test_a_made_up_code_opens_nothing(house, code):
    with pytest.raises(InvitationError):
        accounts.check_invitation(house, HER_PHONE, code=code)


def test_an_invitation_lasts_thirty_days(house, clock):
    code = invitation(house)
    clock.wait(days=invitations.VALID_DAYS)
    accounts.check_invitation(house, HER_PHONE, code=code)
    clock.wait(days=1)
    with pytest.raises(InvitationError):
        accounts.check_invitation(house, HER_PHONE, code=code)


def test_an_expired_invitation_is_forgotten_when_the_next_is_made(house, clock):
    invitation(house)
    clock.wait(days=31)
    invitation(house)
    assert len(rows(house.store.database, "SELECT * FROM invitation")) == 1


def test_looking_at_an_invitation_does_not_use_it_up_nor_count_as_a_guess(house):
    code = invitation(house)
    for _ in range(100):
        accounts.check_invitation(house, HER_PHONE, code=code)
    sign_up(house, code=code)


def test_invitations_cannot_be_tried_without_end(house):
    def guess(_number):
        accounts.check_invitation(house, A_STRANGER, code="hello")

    assert tries_until_slowed(guess, InvitationError) == 60


def test_without_an_invitation_nothing_is_said_about_a_name(house, nadia):
    with pytest.raises(InvitationError):
        sign_up(house, code="hello", name=nadia.name, passphrase="short")


@pytest.mark.parametrize("name", ["nadia", " NADIA ", "Ｎａｄｉａ"])
def test_a_name_is_taken_however_it_is_written(house, nadia, name):
    with pytest.raises(NameTakenError):
        sign_up(house, name=name, passphrase="short")


@pytest.mark.parametrize(
    "name", ["", "n", "   x   ", "n" * 41, "na\ndia", "na\u200bdia", "na\ud800dia", "\0\0\0"]
)
def test_a_name_that_cannot_be_typed_again_is_refused(house, name):
    with pytest.raises(NameFormError):
        sign_up(house, name=name)


@pytest.mark.parametrize("name", ["Æ!", "n" * 40, "نادية", "Nadia 😀", "O'Brien; DROP TABLE account"])
def test_any_other_name_is_hers_to_choose(house, name):
    sign_up(house, name=name)
    accounts.sign_in(house, HER_PHONE, name=name, passphrase=PASSPHRASE)


@pytest.mark.parametrize("passphrase", ["short", "password1234", "a" * 201, "            "])
def test_a_weak_passphrase_is_refused(house, passphrase):
    with pytest.raises(WeakPassphraseError):
        sign_up(house, passphrase=passphrase)


def test_what_is_refused_leaves_the_invitation_as_it_was(house, nadia):
    code = invitation(house)
    for changed in ({"name": "n"}, {"name": nadia.name}, {"passphrase": "x"}):
        with pytest.raises((NameFormError, NameTakenError, WeakPassphraseError)):
            sign_up(house, **({"code": code, "name": "Mariam"} | changed))
    sign_up(house, code=code, name="Mariam")


def test_of_two_who_use_one_code_at_once_one_gets_in_and_nothing_is_left_of_the_other(house, monkeypatch):
    code = invitation(house)
    stretch_now = house.hasher.stretch

    def overtaken(*args):
        monkeypatch.undo()
        sign_up(house, code=code, name="Mariam")
        return stretch_now(*args)

    monkeypatch.setattr(type(house.hasher), "stretch", lambda _self, *args: overtaken(*args))
    with pytest.raises(InvitationError):
        sign_up(house, code=code, name="Nadia")
    assert len(house.store.keyfile._read().shred) == 1
    with pytest.raises(WrongPassphraseError):
        accounts.sign_in(house, HER_PHONE, name="Nadia", passphrase=PASSPHRASE)


# --- signing in --------------------------------------------------------------------------------


def test_she_finds_her_plan_again(house, nadia):
    with_plan(nadia)
    before = nadia.read()
    house.sessions.end_all()
    nadia.sign_in()
    assert nadia.read() == before


def test_each_sign_in_is_a_session_of_its_own(house, nadia):
    first, second = nadia.sign_in(), nadia.sign_in()
    assert first.cookie != second.cookie
    house.sessions.end(house.sessions.find(first.cookie).id_hash)
    assert nadia.read() == plan.Plan()


@pytest.mark.parametrize(
    ("name", "passphrase"),
    [
        ("Nadia", PASSPHRASE + "!"),
        ("Nadia", ""),
        ("Nadia", "\ud800"),
        ("Mariam", PASSPHRASE),
        ("", ""),
        ("\ud800", PASSPHRASE),
    ],
)
def test_anything_but_both_together_opens_nothing(house, nadia, name, passphrase):
    with pytest.raises(WrongPassphraseError):
        accounts.sign_in(house, HER_PHONE, name=name, passphrase=passphrase)
    assert len(house.sessions) == len(house.ring) == 1


@pytest.mark.check("S9")
def test_a_script_is_told_to_wait_before_anything_is_hashed_for_any_name(house, nadia, monkeypatch):
    for name in ("Nadia", "nobody"):
        for _ in range(5):
            with pytest.raises(WrongPassphraseError):
                accounts.sign_in(house, A_STRANGER, name=name, passphrase="a guess")
    monkeypatch.setattr(type(house.hasher), "stretch", None)
    for name in ("Nadia", " nadia", "nobody"):
        with pytest.raises(SlowDownError):
            accounts.sign_in(house, A_STRANGER, name=name, passphrase="a guess")


@pytest.mark.check("S9")
def test_a_script_does_not_lock_her_out_of_her_own_phone(house, nadia):
    for _ in range(5):
        with pytest.raises(WrongPassphraseError):
            accounts.sign_in(house, A_STRANGER, name="Nadia", passphrase="a guess")
    her_phone = replace(A_STRANGER, known=nadia.entered.known)
    accounts.sign_in(house, her_phone, name="Nadia", passphrase=PASSPHRASE)
    with pytest.raises(SlowDownError):
        accounts.sign_in(house, A_STRANGER, name="Nadia", passphrase=PASSPHRASE)


@pytest.mark.check("S9")
def test_changing_the_passphrase_is_no_way_around_the_waiting(house, nadia):
    her_phone = replace(HER_PHONE, known=nadia.entered.known)

    def guess(number):
        accounts.change_passphrase(
            house, nadia.actor, her_phone, current=f"guess {number}", new_passphrase=NEW
        )

    assert tries_until_slowed(guess, WrongPassphraseError) == 5
    with pytest.raises(SlowDownError):
        accounts.sign_in(house, her_phone, name="Nadia", passphrase=PASSPHRASE)


def test_the_real_cost_is_one_hash_of_64_mib(tmp_path, clock):
    real = house.make(tmp_path / "data", clock=clock, today=clock.today)
    sign_up(real)

    async def sign_in():
        return await real.hasher.run(accounts.sign_in, real, HER_PHONE, name="Nadia", passphrase=PASSPHRASE)

    assert asyncio.run(sign_in()).settings.name == "Nadia"
    [account] = rows(real.store.database, "SELECT * FROM account")
    assert account["parameters"] == 1
    assert account["created"] == "2026-11"
    real.close()


# --- recovering --------------------------------------------------------------------------------


def recover(house, nadia, code=None, new=NEW, client=HER_PHONE):
    code = code or nadia.recovery_code
    return accounts.recover(house, client, name=nadia.name, code=code, new_passphrase=new)


@pytest.mark.check("K11")
def test_a_recovery_code_works_once_and_is_replaced(house, nadia):
    with_plan(nadia)
    before = nadia.read()
    first = recover(house, nadia, nadia.recovery_code.lower())
    with pytest.raises(WrongRecoveryCodeError):
        recover(house, nadia)
    second = recover(house, nadia, first.recovery_code, new=PASSPHRASE + " encore")
    assert len({nadia.recovery_code, first.recovery_code, second.recovery_code}) == 3
    assert Person(house, "Nadia", NEW, second).read() == before


@pytest.mark.check("K11")
def test_after_recovering_only_the_new_passphrase_opens(house, nadia):
    recover(house, nadia)
    with pytest.raises(WrongPassphraseError):
        nadia.sign_in()
    accounts.sign_in(house, HER_PHONE, name="Nadia", passphrase=NEW)


@pytest.mark.check("K11")
def test_of_two_who_recover_with_one_code_at_once_one_succeeds(house, nadia, monkeypatch):
    stretch_now = house.hasher.stretch

    def overtaken(*args):
        monkeypatch.undo()
        recover(house, nadia)
        return stretch_now(*args)

    monkeypatch.setattr(type(house.hasher), "stretch", lambda _self, *args: overtaken(*args))
    with pytest.raises(WrongRecoveryCodeError):
        recover(house, nadia, new="encore une autre phrase")
    accounts.sign_in(house, HER_PHONE, name="Nadia", passphrase=NEW)


@pytest.mark.check("S7")
def test_recovering_ends_all_sessions_and_begins_one(house, nadia):
    nadia.sign_in()
    entered = recover(house, nadia)
    assert len(house.sessions) == len(house.ring) == 1
    assert house.sessions.find(entered.cookie)


@pytest.mark.parametrize("code", ["", "hello", "\ud800", "0" * 28])
def test_a_made_up_recovery_code_opens_nothing(house, nadia, code):
    with pytest.raises(WrongRecoveryCodeError):
        accounts.recover(house, HER_PHONE, name="Nadia", code=code, new_passphrase=NEW)
    nadia.sign_in()


def test_a_recovery_code_of_hers_opens_nothing_of_anothers(house, nadia):
    mariam = participant(house, "Mariam")
    for name in ("Mariam", "nobody"):
        with pytest.raises(WrongRecoveryCodeError):
            accounts.recover(house, HER_PHONE, name=name, code=nadia.recovery_code, new_passphrase=NEW)
    mariam.sign_in()


def test_a_weak_new_passphrase_does_not_use_the_code_up(house, nadia):
    with pytest.raises(WeakPassphraseError):
        recover(house, nadia, new="short")
    recover(house, nadia)


def test_wrong_codes_from_strangers_do_not_keep_her_from_recovering(house, nadia):
    def guess(_number):
        recover(house, nadia, "0" * 28, client=A_STRANGER)

    assert tries_until_slowed(guess, WrongRecoveryCodeError) == 60
    recover(house, nadia, client=Client(A_STRANGER.address, known=nadia.entered.known))


# --- changing the passphrase -------------------------------------------------------------------


def change(house, nadia, current=PASSPHRASE, new=NEW):
    accounts.change_passphrase(house, nadia.actor, HER_PHONE, current=current, new_passphrase=new)


@pytest.mark.check("S7")
def test_a_new_passphrase_ends_all_sessions(house, nadia):
    before, after = nadia.entered.cookie, nadia.sign_in().cookie
    change(house, nadia)
    assert [house.sessions.find(cookie) for cookie in (before, after)] == [None, None]
    assert len(house.ring) == 0


def test_only_the_new_passphrase_opens_and_the_recovery_code_stays(house, nadia):
    change(house, nadia)
    with pytest.raises(WrongPassphraseError):
        nadia.sign_in()
    accounts.sign_in(house, HER_PHONE, name="Nadia", passphrase=NEW)
    recover(house, nadia, new="encore une autre phrase")


@pytest.mark.check("S8")
def test_it_takes_the_current_passphrase(house, nadia):
    with pytest.raises(WrongPassphraseError):
        change(house, nadia, current=NEW)
    nadia.sign_in()


def test_it_takes_a_good_new_one(house, nadia):
    with pytest.raises(WeakPassphraseError):
        change(house, nadia, new="nadia nadia nadia")
    nadia.sign_in()


def test_it_takes_a_live_session(house, nadia):
    actor = nadia.actor
    house.sessions.end_all()
    with pytest.raises(SessionOverError):
        accounts.change_passphrase(house, actor, HER_PHONE, current=PASSPHRASE, new_passphrase=NEW)


@pytest.mark.check("S7")
def test_a_sign_in_with_the_old_passphrase_does_not_slip_past_its_change(house, nadia):
    async def both():
        changing = house.hasher.run(
            accounts.change_passphrase, house, nadia.actor, HER_PHONE, current=PASSPHRASE, new_passphrase=NEW
        )
        return await asyncio.gather(
            house.hasher.run(nadia.sign_in), changing, house.hasher.run(nadia.sign_in), return_exceptions=True
        )

    before, _, after = asyncio.run(both())
    assert house.sessions.find(before.cookie) is None
    assert isinstance(after, WrongPassphraseError)
    assert len(house.sessions) == len(house.ring) == 0


def test_of_two_changes_at_once_one_succeeds(house, nadia, monkeypatch):
    stretch_now = house.hasher.stretch
    actor = nadia.actor

    def overtaken(*args):
        monkeypatch.undo()
        change(house, nadia)
        return stretch_now(*args)

    monkeypatch.setattr(type(house.hasher), "stretch", lambda _self, *args: overtaken(*args))
    with pytest.raises(WrongPassphraseError):
        accounts.change_passphrase(
            house, actor, HER_PHONE, current=PASSPHRASE, new_passphrase="encore une autre"
        )
    accounts.sign_in(house, HER_PHONE, name="Nadia", passphrase=NEW)


# --- a second plan (its pages come later; the ground is laid) -----------------------------------


def begin_second_plan(house, nadia, passphrase):
    """Let *passphrase* open the vault that waited since the account was made."""
    door = door_of(house, nadia.name)
    grant = door.opened_by(SlotTable.KEY, stretch(house, door, nadia.passphrase))
    with house.write() as uow:
        waiting = uow.vaults.private(uow.keys(nadia.actor.keys)).other
        second = replace(grant, vault_id=waiting, key_position=1 - grant.key_position)
        slot = door.slot_for(SlotTable.KEY, stretch(house, door, passphrase), second)
        assert door.replace_slot(uow, SlotTable.KEY, slot)
    return grant, second


def test_each_account_has_a_vault_that_waits_and_knows_its_id(house, nadia):
    with house.read() as uow:
        keys = uow.keys(nadia.actor.keys)
        kept = {row["id"] for row in rows(house.store.database, "SELECT id FROM vault")}
        assert kept == {keys.id, uow.vaults.private(keys).other}


def test_a_new_passphrase_never_hides_the_other_plan(house, nadia):
    begin_second_plan(house, nadia, NEW)
    with pytest.raises(WeakPassphraseError):
        change(house, nadia, new=NEW)
    with pytest.raises(WeakPassphraseError):
        recover(house, nadia, new=NEW)
    nadia.sign_in()


def test_the_passphrase_of_one_plan_does_not_change_that_of_the_other(house, nadia):
    begin_second_plan(house, nadia, NEW)
    with pytest.raises(WrongPassphraseError):
        change(house, nadia, current=NEW, new="encore une autre phrase")


@pytest.mark.check("S9")
def test_finding_the_other_passphrase_by_changing_ones_own_is_slowed_as_well(house, nadia):
    def guess(number):
        nadia.sign_in()
        change(house, nadia, current=nadia.passphrase, new=f"a guess at the other {number}")
        nadia.passphrase = f"a guess at the other {number}"

    assert tries_until_slowed(guess) == 5


@pytest.mark.check("S9")
def test_finding_the_other_passphrase_by_recovering_is_slowed_as_well(house, nadia):
    def guess(number):
        entered = recover(house, nadia, new=f"a guess at the other {number}")
        nadia.recovery_code = entered.recovery_code

    assert tries_until_slowed(guess) == 5


# --- settings ----------------------------------------------------------------------------------


def test_settings_are_kept(house, nadia):
    chosen = replace(nadia.entered.settings, language=Language.ENGLISH, lock_delay=LockDelay.FIVE)
    nadia.do(accounts.write_settings, chosen)
    assert nadia.do(accounts.read_settings) == chosen
    assert nadia.sign_in().settings == chosen


def test_an_account_that_another_process_deleted_is_not_found(house, nadia):
    actor = nadia.actor
    rows(house.store.database, "DELETE FROM account")
    with pytest.raises(NotFoundError):
        accounts.change_passphrase(house, actor, HER_PHONE, current=PASSPHRASE, new_passphrase=NEW)
    rows(house.store.database, "DELETE FROM vault")
    with pytest.raises(NotFoundError):
        nadia.do(accounts.read_settings)


def test_settings_of_a_vault_are_not_anothers(house, nadia):
    mariam = participant(house, "Mariam")
    stolen = replace(nadia.actor, keys=mariam.actor.keys)
    with house.read() as uow, pytest.raises(NotAllowedError):
        accounts.read_settings(uow, stolen)


def test_a_session_that_is_over_reads_nothing(house, nadia):
    actor = nadia.actor
    house.sessions.end_all()
    for use_case in (accounts.read_settings, plan.read_plan):
        with house.read() as uow, pytest.raises(SessionOverError):
            use_case(uow, actor)


# --- the house ---------------------------------------------------------------------------------


def test_a_closed_house_holds_no_keys(house, nadia):
    house.close()
    assert len(house.ring) == len(house.sessions) == 0


def test_a_folder_that_cannot_be_used_is_told(tmp_path, clock):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreError):
        house.make(tmp_path / "data", clock=clock, today=clock.today)


def test_an_offered_passphrase_is_six_words_and_accepted(house):
    offered = passphrases.offer(Language.FRENCH)
    assert len(offered.split()) == 6
    sign_up(house, passphrase=offered)


@pytest.mark.check("K11")
@pytest.mark.check("S8")
def test_a_new_recovery_code_asks_for_the_passphrase_and_replaces_the_old_one(house, nadia):
    with pytest.raises(WrongPassphraseError):
        accounts.renew_recovery_code(house, nadia.actor, HER_PHONE, passphrase=NEW)
    code = accounts.renew_recovery_code(house, nadia.actor, HER_PHONE, passphrase=nadia.passphrase)
    with pytest.raises(WrongRecoveryCodeError):
        recover(house, nadia)
    recover(house, nadia, code)


def test_of_two_who_renew_a_recovery_code_at_once_one_succeeds(house, nadia, monkeypatch):
    stretch_now = house.hasher.stretch

    def overtaken(*args):
        monkeypatch.undo()
        accounts.renew_recovery_code(house, nadia.actor, HER_PHONE, passphrase=nadia.passphrase)
        return stretch_now(*args)

    monkeypatch.setattr(type(house.hasher), "stretch", lambda _self, *args: overtaken(*args))
    with pytest.raises(WrongPassphraseError):
        accounts.renew_recovery_code(house, nadia.actor, HER_PHONE, passphrase=nadia.passphrase)


@pytest.mark.check("S7")
def test_an_ended_session_renews_no_recovery_code(house, nadia):
    actor = nadia.actor
    house.sessions.end_all_of(actor.account_id)
    with pytest.raises(SessionOverError):
        accounts.renew_recovery_code(house, actor, HER_PHONE, passphrase=nadia.passphrase)
