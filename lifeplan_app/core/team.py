"""The team: who works here, who is invited, and counts. Nothing here says who a participant is."""

from dataclasses import dataclass
from datetime import date

from lifeplan_app.core import invitations
from lifeplan_app.core.access import member
from lifeplan_app.core.house import House
from lifeplan_app.core.newcomers import Newcomer
from lifeplan_app.crypto.fingerprints import fingerprint
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.errors import MemberError, NotAllowedError
from lifeplan_app.model.ids import AccountId
from lifeplan_app.store.invitations import Invitation
from lifeplan_app.store.staff import Member
from lifeplan_app.store.unit import UnitOfWork

LONGEST_NAME = 60
FEWEST_SHOWN = 5
"""Counts below it are not told: so few could be known one by one."""


def welcome(uow: UnitOfWork, newcomer: Newcomer, invitation: Invitation) -> None:
    """Let somebody whose account was just made work here, under the name she was invited by."""
    account, vault = newcomer.account, newcomer.grant.vault_id
    uow.staff.add(
        Member(
            account=account.id,
            vault=vault,
            role=account.role,
            fingerprint=fingerprint(uow.vaults.public_keys(vault)),
            name=invitation.name or newcomer.settings.name,
            organisation=invitation.organisation,
        )
    )


def members(uow: UnitOfWork, actor: Actor) -> list[Member]:
    """Return everybody who works here or did, by name.

    Raises:
        NotAllowedError: The actor is no coordinator.
    """
    member(uow, actor, Role.COORDINATOR)
    return uow.staff.all()


def invite_member(
    uow: UnitOfWork, actor: Actor, role: Role, name: str, organisation: str, today: date
) -> str:
    """Return a code, to be shown once, with which a caseworker or a mentor makes an account.

    Raises:
        MemberError: The name is empty, or one of the two has more than 60 characters.
        NotAllowedError: The actor is no coordinator, or *role* is another.
    """
    member(uow, actor, Role.COORDINATOR)
    if role not in {Role.CASEWORKER, Role.MENTOR}:
        raise NotAllowedError
    return invitations.make(uow, role, today, *named(name, organisation))


def invite_participant(uow: UnitOfWork, actor: Actor, today: date) -> str:
    """Return a code, to be shown once, with which a participant makes an account.

    Raises:
        NotAllowedError: The actor is no coordinator.
    """
    member(uow, actor, Role.COORDINATOR)
    return invitations.make(uow, Role.PARTICIPANT, today)


def open_invitations(uow: UnitOfWork, actor: Actor, today: date) -> list[Invitation]:
    """Return the invitations that nobody has used yet, what ends first before the rest.

    Raises:
        NotAllowedError: The actor is no coordinator.
    """
    member(uow, actor, Role.COORDINATOR)
    return uow.invitations.open_ones(today)


def revoke(uow: UnitOfWork, actor: Actor, tag: str, expires: date) -> None:
    """Let the code that begins with *tag* and ends that day open nothing more.

    Raises:
        NotAllowedError: The actor is no coordinator.
    """
    member(uow, actor, Role.COORDINATOR)
    uow.invitations.delete_tagged(tag, expires)


def deactivate(house: House, actor: Actor, account: AccountId) -> None:
    """Close the account of somebody who works here: nothing opens any more, nothing is shared with her.

    Raises:
        NotAllowedError: The actor is no coordinator, or it is her own account.
        NotFoundError: Nobody here has that account.
        StoreError: The database cannot be written now; nothing was kept.
    """
    with house.write() as uow:
        close(uow, actor, account)
    house.sessions.end_all_of(account)


def close(uow: UnitOfWork, actor: Actor, account: AccountId) -> list[str]:
    """Take everything back that is shared with a member, and let her come in no more.

    Returns the vaults whose owners are to be told.

    Raises:
        NotAllowedError: The actor is no coordinator, or it is her own account.
        NotFoundError: Nobody here has that account.
    """
    if member(uow, actor, Role.COORDINATOR).account == account:
        raise NotAllowedError
    gone = uow.staff.change(account, active=False)
    uow.shares.delete_for(gone.vault)
    uow.concerns.update(each.owner for each in uow.links.of_staff(gone.vault))
    return sorted(uow.concerns)


def reactivate(uow: UnitOfWork, actor: Actor, account: AccountId) -> Member:
    """Return the member, who may come in again. What was shared with her stays taken back.

    Raises:
        NotAllowedError: The actor is no coordinator.
        NotFoundError: Nobody here has that account.
    """
    member(uow, actor, Role.COORDINATOR)
    back = uow.staff.change(account, active=True)
    uow.concerns.update(each.owner for each in uow.links.of_staff(back.vault))
    return back


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


def figures(uow: UnitOfWork, actor: Actor, today: date) -> Figures:
    """Return the counts.

    Raises:
        NotAllowedError: The actor is no coordinator.
    """
    member(uow, actor, Role.COORDINATOR)
    roles = (Role.PARTICIPANT, Role.CASEWORKER, Role.MENTOR)
    people = (_told(uow.accounts.count(each)) for each in roles)
    return Figures(*people, links=_told(uow.links.count()), shares=_told(uow.shares.count(today)))


def set_limit(uow: UnitOfWork, actor: Actor, most: int) -> Member:
    """Return the mentor, who walks with so many people at most; never with more than the programme allows.

    Raises:
        NotAllowedError: The actor is no mentor, or may not come in any more.
    """
    own = member(uow, actor, Role.MENTOR)
    return uow.staff.change(own.account, most=min(max(most, 1), uow.most_people))


def rest(uow: UnitOfWork, actor: Actor, *, resting: bool) -> Member:
    """Return the mentor, who takes a break or is back: her people see it, and nobody new comes meanwhile.

    Raises:
        NotAllowedError: The actor is no mentor, or may not come in any more.
    """
    own = member(uow, actor, Role.MENTOR)
    uow.concerns.update(each.owner for each in uow.links.of_staff(own.vault))
    return uow.staff.change(own.account, resting=resting)


def named(name: str, organisation: str) -> tuple[str, str]:
    """Return both as they are kept.

    Raises:
        MemberError: The name is empty, or one of the two has more than 60 characters.
    """
    name, organisation = (" ".join(each.split()) for each in (name, organisation))
    if not name or max(len(name), len(organisation)) > LONGEST_NAME:
        raise MemberError
    return name, organisation


def _told(count: int) -> int | None:
    return count if count >= FEWEST_SHOWN else None
