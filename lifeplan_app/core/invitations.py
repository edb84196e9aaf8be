"""Invitation codes: what lets a new person in, once."""

from datetime import date

from lifeplan_app.model.account import Role
from lifeplan_app.store.unit import UnitOfWork

VALID_DAYS = 30


def make(uow: UnitOfWork, role: Role, today: date) -> str:
    """Return a new code that opens one account of *role* within 30 days.

    The code stands nowhere afterwards: the database holds its HMAC under the pepper.

    Raises:
        StoreError: The database cannot be written now.
    """
    raise NotImplementedError


def find(uow: UnitOfWork, typed: str, today: date) -> Role:
    """Return the role that the code as *typed* opens an account for; it stays valid.

    Raises:
        InvitationError: The code is unknown, used or expired.
    """
    raise NotImplementedError


def use_up(uow: UnitOfWork, typed: str, today: date) -> Role:
    """Return the role as `find` does, and let the code open nothing more.

    Raises:
        InvitationError: The code is unknown, used or expired.
    """
    raise NotImplementedError
