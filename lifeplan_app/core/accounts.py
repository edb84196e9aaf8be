"""Accounts: signing up, signing in, recovering, changing the passphrase, her settings.

These run for a tenth of a second or more (the slow hash) and block meanwhile; from an event loop:
``await house.hasher.run(sign_in, house, client, name=…, passphrase=…)``.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace

from lifeplan_app.core import invitations, newcomers, team
from lifeplan_app.core.access import own_keys
from lifeplan_app.core.guessing import Client
from lifeplan_app.core.house import House
from lifeplan_app.core.opening import (
    Door,
    Entered,
    door_of,
    door_to,
    enter,
    new_key_slot,
    new_recovery_slot,
    refuse_closed,
    stretch,
)
from lifeplan_app.crypto import passphrases, passwords, recovery
from lifeplan_app.crypto.slots import Grant, SlotTable
from lifeplan_app.model.account import Actor, Language, Role, Settings
from lifeplan_app.model.errors import (
    NameFormError,
    NameTakenError,
    WrongCurrentPassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from lifeplan_app.model.ids import AccountId, new_id
from lifeplan_app.store.accounts import Account
from lifeplan_app.store.unit import UnitOfWork

SHORTEST_NAME = 2
LONGEST_NAME = 40


def check_invitation(house: House, client: Client, *, code: str) -> None:
    """Tell whether *code* as typed still opens an account; it stays valid.

    Raises:
        InvitationError: The code is unknown, used or expired.
        SlowDownError: Too many tries from this client.
        StoreError: The database cannot be read now.
    """
    admitted = house.guessing.admit_address(client)
    with house.read() as uow:
        invitations.find(uow, code, house.today())
    house.guessing.give_back(admitted)


def sign_up(
    house: House,
    client: Client,
    *,
    code: str,
    name: str,
    passphrase: str,
    language: Language = Language.FRENCH,
) -> Entered:
    """Return a session in a new account, and its recovery code.

    The code is used up in the transaction that makes the account; nothing ties the two afterwards.

    Raises:
        InvitationError: The code is unknown, used or expired. Told before anything about the name.
        NameFormError: The name is too short or long, or has characters that cannot be typed again.
        NameTakenError: Another account has this name.
        WeakPassphraseError: The passphrase is too short, too long or too common.
        SlowDownError: Too many tries from this client.
        StoreError: The database cannot be written now; nothing was kept.
    """
    admitted = house.guessing.admit_address(client)
    with house.read() as uow:
        role = invitations.find(uow, code, house.today()).role
        index = _free_name(house, uow, name)
    passphrases.accept(passphrase, name)
    settings = Settings(name=name.strip(), language=language)
    with house.hasher.turn, ExitStack() as if_it_fails:
        account = _new_account(house, role, index)
        shred = house.store.keyfile.add(account.id)
        if_it_fails.callback(house.store.keyfile.forget, account.id)
        newcomer = _composed(house, account, settings, passphrase, shred)
        with house.write() as uow:
            invitation = invitations.use_up(uow, code, house.today())
            _free_name(house, uow, name)  # again: somebody may have taken it during the slow hash
            newcomers.keep(uow, newcomer)
            if role is not Role.PARTICIPANT:
                team.welcome(uow, newcomer, invitation)
        if_it_fails.pop_all()
    house.guessing.give_back(admitted)
    return enter(house, account, newcomer.grant, newcomer.recovery_code)


def sign_in(house: House, client: Client, *, name: str, passphrase: str) -> Entered:
    """Return a session in the vault that the passphrase opens.

    An unknown name costs the same work as a wrong passphrase.

    Raises:
        WrongPassphraseError: The two do not open anything together.
        ClosedAccountError: It belongs to somebody who works here no more.
        SlowDownError: The next try must wait; nothing was hashed.
        StoreError: The database cannot be read now.
    """
    admitted = house.guessing.admit(passwords.name_index(house.store.keyfile.pepper, name), client)
    with house.hasher.turn:
        door = door_of(house, name)
        grant = door.opened_by(SlotTable.KEY, stretch(house, door, passphrase))
        if grant is None:
            raise WrongPassphraseError
        house.guessing.give_back(admitted)
        return enter(house, door.account, grant)


def recover(house: House, client: Client, *, name: str, code: str, new_passphrase: str) -> Entered:
    """Return a session and a new recovery code; the old code and the old passphrase open nothing more.

    All sessions of the account end first.

    Raises:
        WeakPassphraseError: The new passphrase is too short, too long or too common; the code stays.
        WrongRecoveryCodeError: The name and the code do not open anything together.
        ClosedAccountError: It belongs to somebody who works here no more; the code stays.
        SlowDownError: The next try must wait.
        StoreError: The database cannot be written now; nothing was kept.
    """
    passphrases.accept(new_passphrase, name)
    pepper = house.store.keyfile.pepper
    index = passwords.name_index(pepper, name)
    house.guessing.admit_address(client, index)
    with house.hasher.turn:
        door = door_of(house, name)
        grant = door.opened_by(SlotTable.RECOVERY, recovery.stretch(code, door.account.salt, pepper))
        if grant is None:
            raise WrongRecoveryCodeError
        # A right code lets one find out whether a passphrase opens the other slot: that counts too.
        house.guessing.admit(index, client, purpose="after a recovery code")
        key_slot = new_key_slot(house, door, grant, new_passphrase)
        new_code, recovery_slot = new_recovery_slot(house, door, grant)
        with house.write() as uow:
            refuse_closed(uow, door.account)  # before the code is used up: she may be let in again
            if not door.replace_slot(uow, SlotTable.RECOVERY, recovery_slot):
                raise WrongRecoveryCodeError  # it was used a moment ago, by another process
            door.replace_slot(uow, SlotTable.KEY, key_slot)
        house.sessions.end_all_of(door.account.id)
        return enter(house, door.account, grant, new_code)


def change_passphrase(
    house: House, actor: Actor, client: Client, *, current: str, new_passphrase: str
) -> None:
    """Let *new_passphrase* open this vault instead of *current*; all sessions of the account end.

    The recovery code stays as it is.

    Raises:
        WeakPassphraseError: The new passphrase is too short, too long or too common.
        WrongCurrentPassphraseError: *current* does not open this vault.
        NotFoundError: The account was deleted meanwhile.
        SlowDownError: The next try must wait.
        SessionOverError: The actor's keys are gone.
        StoreError: The database cannot be written now; nothing was kept.
    """
    with house.read() as uow:
        name = read_settings(uow, actor).name
        account = uow.accounts.get(actor.account_id)
    passphrases.accept(new_passphrase, name)
    # Never given back: a change also tells whether the new one opens the other slot.
    house.guessing.admit(account.name_index, client)
    with house.hasher.turn:
        door, grant = _asked_again(house, actor, account, current)
        slot = new_key_slot(house, door, grant, new_passphrase)
        with house.write() as uow:
            if not door.replace_slot(uow, SlotTable.KEY, slot):
                raise WrongCurrentPassphraseError  # changed a moment ago, by another process
        house.sessions.end_all_of(account.id)


def renew_recovery_code(house: House, actor: Actor, client: Client, *, passphrase: str) -> str:
    """Return a new recovery code for this vault; the one before opens nothing more.

    Raises:
        WrongCurrentPassphraseError: *passphrase* does not open this vault.
        NotFoundError: The account was deleted meanwhile.
        SlowDownError: The next try must wait.
        SessionOverError: The actor's keys are gone.
        StoreError: The database cannot be written now; the code before stays.
    """
    with house.read() as uow:
        own_keys(uow, actor)  # an ended session renews nothing
        account = uow.accounts.get(actor.account_id)
    admitted = house.guessing.admit(account.name_index, client)
    with house.hasher.turn:
        door, grant = _asked_again(house, actor, account, passphrase)
        house.guessing.give_back(admitted)
        code, slot = new_recovery_slot(house, door, grant)
        with house.write() as uow:
            if not door.replace_slot(uow, SlotTable.RECOVERY, slot):
                raise WrongCurrentPassphraseError  # renewed a moment ago, by another process
    return code


def _asked_again(house: House, actor: Actor, account: Account, passphrase: str) -> tuple[Door, Grant]:
    """Return the door of the person who is signed in, and what her passphrase opens there.

    Raises:
        WrongCurrentPassphraseError: It does not open the vault she is in.
    """
    with house.read() as uow:
        door = door_to(house, uow, account)
    grant = door.opened_by(SlotTable.KEY, stretch(house, door, passphrase))
    if grant is None or grant.vault_id != actor.vault_id:
        raise WrongCurrentPassphraseError
    return door, grant


def read_settings(uow: UnitOfWork, actor: Actor) -> Settings:
    """Return her settings.

    Raises:
        SessionOverError: The actor's keys are gone.
        SealError: They do not open.
    """
    return uow.vaults.settings(own_keys(uow, actor))


def change_settings(uow: UnitOfWork, actor: Actor, changes: Mapping[str, object]) -> Settings:
    """Return her settings with *changes*, by name, kept; `Sessions.adjust` lets them hold.

    Raises:
        SessionOverError: The actor's keys are gone.
        StoreError: The database cannot be written now.
    """
    settings = replace(read_settings(uow, actor), **changes)
    write_settings(uow, actor, settings)
    return settings


def write_settings(uow: UnitOfWork, actor: Actor, settings: Settings) -> None:
    """Keep *settings*; `Sessions.adjust` lets them hold for the running session.

    Raises:
        SessionOverError: The actor's keys are gone.
        StoreError: The database cannot be written now.
    """
    uow.vaults.write_settings(own_keys(uow, actor), settings)


def _free_name(house: House, uow: UnitOfWork, name: str) -> bytes:
    """Return the index of a name that can be had.

    Raises:
        NameFormError: Nobody can have it.
        NameTakenError: Somebody has it.
    """
    kept = name.strip()
    if not SHORTEST_NAME <= len(kept) <= LONGEST_NAME or not kept.isprintable():
        raise NameFormError
    index = passwords.name_index(house.store.keyfile.pepper, kept)
    if uow.accounts.find(index) is not None:
        raise NameTakenError
    return index


def _new_account(house: House, role: Role, index: bytes) -> Account:
    return Account(
        id=AccountId(new_id()),
        role=role,
        name_index=index,
        salt=passwords.new_salt(),
        parameters=house.hasher.parameters,
        created=house.today().isoformat()[: len("2026-11")],
    )


def _composed(
    house: House, account: Account, settings: Settings, passphrase: str, shred: bytes
) -> newcomers.Newcomer:
    pepper = house.store.keyfile.pepper
    stretched = house.hasher.stretch(passphrase, account.salt, pepper, account.parameters)
    return newcomers.compose(account, settings, stretched, shred, pepper)
