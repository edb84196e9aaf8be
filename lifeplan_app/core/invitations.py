"""Invitation codes: what lets a new person in, once."""

from datetime import date, timedelta

from lifeplan_app.crypto import codes
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import InvitationError
from lifeplan_app.store.invitations import Invitation
from lifeplan_app.store.unit import UnitOfWork

VALID_DAYS = 30

LENGTH = 21
"""Characters: 20 random ones (100 bits) and one that finds slips."""


def make(uow: UnitOfWork, role: Role, today: date, name: str = "", organisation: str = "") -> str:
    """Return a new code, as it is shown, that opens one account of *role* within 30 days.

    The code stands nowhere afterwards: the database holds its HMAC under the pepper, and its first
    characters. *name* and *organisation* are those of whom the team invites.

    Raises:
        StoreError: The database cannot be written now.
    """
    code = codes.new_code(LENGTH)
    uow.invitations.delete_expired(today)
    expires = today + timedelta(days=VALID_DAYS)
    invitation = Invitation(role, expires, name=name, organisation=organisation)
    uow.invitations.add(_meant(code), invitation)
    return code


def nobody_can_come_in(uow: UnitOfWork, today: date) -> bool:
    """Tell whether the installation is empty: no account, and no code to make one with.

    Raises:
        StoreError: The database cannot be read now.
    """
    return not uow.accounts.any_there() and not uow.invitations.open_ones(today)


def find(uow: UnitOfWork, typed: str, today: date) -> Invitation:
    """Return what the code as *typed* opens an account for; it stays valid.

    Raises:
        InvitationError: The code is unknown, used or expired.
    """
    invitation = uow.invitations.find(_meant(typed), today)
    if invitation is None:
        raise InvitationError
    return invitation


def use_up(uow: UnitOfWork, typed: str, today: date) -> Invitation:
    """Return what `find` does, and let the code open nothing more.

    Raises:
        InvitationError: The code is unknown, used or expired.
    """
    invitation = find(uow, typed, today)
    uow.invitations.delete(_meant(typed))
    return invitation


def _meant(typed: str) -> str:
    code = codes.normalise(typed, LENGTH)
    if code is None:
        raise InvitationError
    return code
