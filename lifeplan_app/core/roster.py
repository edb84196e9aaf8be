"""What is done to the team, whoever asks: a coordinator by `team`, or the operator's command line."""

from dataclasses import dataclass
from datetime import date

from lifeplan_app.core import invitations
from lifeplan_app.core.house import House
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import MemberError
from lifeplan_app.model.ids import AccountId
from lifeplan_app.store.staff import Member
from lifeplan_app.store.unit import UnitOfWork

LONGEST_NAME = 60
FEWEST_SHOWN = 5
"""Counts below it are not told: so few could be known one by one."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of the whole programme; None where it is fewer than five.

    Attributes:
        participants: Accounts of participants.
        caseworkers: Those who accompany, active or not.
        mentors: Peer mentors, active or not.
        links: Links between two.
        shares: Steps that somebody sees today.
    """

    participants: int | None
    caseworkers: int | None
    mentors: int | None
    links: int | None
    shares: int | None


def invite(uow: UnitOfWork, role: Role, name: str, organisation: str, today: date) -> str:
    """Return a code, to be shown once, with which somebody who will work here makes an account.

    Raises:
        MemberError: The name is empty, or one of the two has more than 60 characters.
    """
    return invitations.make(uow, role, today, *_named(name, organisation))


def close(uow: UnitOfWork, account: AccountId) -> Member:
    """Return the member, with whom nothing is shared any more and who may come in no more.

    Raises:
        NotFoundError: Nobody here has that account.
    """
    gone = uow.staff.change(account, active=False)
    uow.shares.delete_for(gone.vault)
    _tell_her_people(uow, gone)
    return gone


def reopen(uow: UnitOfWork, account: AccountId) -> Member:
    """Return the member, who may come in again. What was shared with her stays taken back.

    Raises:
        NotFoundError: Nobody here has that account.
    """
    back = uow.staff.change(account, active=True)
    _tell_her_people(uow, back)
    return back


def count(uow: UnitOfWork, today: date) -> Figures:
    """Return the counts."""
    roles = (Role.PARTICIPANT, Role.CASEWORKER, Role.MENTOR)
    people = (_told(uow.accounts.count(each)) for each in roles)
    return Figures(*people, links=_told(uow.links.count()), shares=_told(uow.shares.count(today)))


def end_sessions_of_closed(house: House) -> None:
    """End the sessions of those whose account was closed, by another process too, such as the command line.

    Raises:
        StoreError: The database cannot be read now.
    """
    here = house.sessions.accounts_of_team()
    if not here:
        return
    with house.read() as uow:
        closed = {each.account for each in uow.staff.all() if not each.active}
    for account in here & closed:
        house.sessions.end_all_of(account)


def _tell_her_people(uow: UnitOfWork, member: Member) -> None:
    uow.concerns.update(each.owner for each in uow.links.of_staff(member.vault))


def _named(name: str, organisation: str) -> tuple[str, str]:
    name, organisation = (" ".join(each.split()) for each in (name, organisation))
    if not name or max(len(name), len(organisation)) > LONGEST_NAME:
        raise MemberError
    return name, organisation


def _told(number: int) -> int | None:
    return number if number >= FEWEST_SHOWN else None
