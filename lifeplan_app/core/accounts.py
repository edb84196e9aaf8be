"""Accounts: signing up, signing in, recovering, changing the passphrase, her settings.

These run for a tenth of a second or more (the slow hash) and block meanwhile; from an event loop:
``await house.hasher.run(sign_in, house, client, name=…, passphrase=…)``.
"""

from dataclasses import dataclass, field

from lifeplan_app.core.guessing import Client
from lifeplan_app.core.house import House
from lifeplan_app.model.account import Actor, Language, Settings
from lifeplan_app.store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Entered:
    """A person came in.

    Attributes:
        cookie: Opens the session that was begun (`Sessions.find`).
        known: Gives this client a budget of its own for later tries (`Client.known`).
        settings: Hers.
        recovery_code: A new one, to be shown once; empty after an ordinary sign-in.
    """

    cookie: str = field(repr=False)
    known: str = field(repr=False)
    settings: Settings = field(repr=False)
    recovery_code: str = field(default="", repr=False)


def check_invitation(house: House, client: Client, *, code: str) -> None:
    """Tell whether *code* as typed still opens an account; it stays valid.

    Raises:
        InvitationError: The code is unknown, used or expired.
        SlowDownError: Too many tries from this client.
        StoreError: The database cannot be read now.
    """
    raise NotImplementedError


def sign_up(  # noqa: PLR0913 - what the form holds
    house: House,
    client: Client,
    *,
    code: str,
    name: str,
    passphrase: str,
    put_away: bool,
    language: Language = Language.FRENCH,
) -> Entered:
    """Return a session in a new account, and its recovery code.

    The code is used up in the transaction that makes the account; nothing ties the two afterwards.

    Raises:
        InvitationError: The code is unknown, used or expired. Told before anything about the name.
        NameFormError: The name is too short or long, or has characters that cannot be typed again.
        NameTakenError: Another account has this name.
        WeakPassphraseError: The passphrase is too short, too long or too common.
        NotPutAwayError: *put_away* is false.
        SlowDownError: Too many tries from this client.
        StoreError: The database cannot be written now; nothing was kept.
    """
    raise NotImplementedError


def sign_in(house: House, client: Client, *, name: str, passphrase: str) -> Entered:
    """Return a session in the vault that the passphrase opens.

    An unknown name costs the same work as a wrong passphrase.

    Raises:
        WrongPassphraseError: The two do not open anything together.
        SlowDownError: The next try must wait; nothing was hashed.
        StoreError: The database cannot be read now.
    """
    raise NotImplementedError


def recover(house: House, client: Client, *, name: str, code: str, new_passphrase: str) -> Entered:
    """Return a session and a new recovery code; the old code and the old passphrase open nothing more.

    All sessions of the account end first.

    Raises:
        WeakPassphraseError: The new passphrase is too short, too long or too common; the code stays.
        WrongRecoveryCodeError: The name and the code do not open anything together.
        SlowDownError: The next try must wait.
        StoreError: The database cannot be written now; nothing was kept.
    """
    raise NotImplementedError


def change_passphrase(
    house: House, actor: Actor, client: Client, *, current: str, new_passphrase: str
) -> None:
    """Let *new_passphrase* open this vault instead of *current*; all sessions of the account end.

    The recovery code stays as it is.

    Raises:
        WeakPassphraseError: The new passphrase is too short, too long or too common.
        WrongPassphraseError: *current* does not open this vault.
        SlowDownError: The next try must wait.
        SessionOverError: The actor's keys are gone.
        StoreError: The database cannot be written now; nothing was kept.
    """
    raise NotImplementedError


def read_settings(uow: UnitOfWork, actor: Actor) -> Settings:
    """Return her settings.

    Raises:
        SessionOverError: The actor's keys are gone.
        SealError: They do not open.
    """
    raise NotImplementedError


def write_settings(uow: UnitOfWork, actor: Actor, settings: Settings) -> None:
    """Keep *settings*; `Sessions.adjust` lets them hold for the running session.

    Raises:
        SessionOverError: The actor's keys are gone.
        StoreError: The database cannot be written now.
    """
    raise NotImplementedError
