"""The team: who works here, who is invited, and counts. Nothing here says who a participant is."""

from datetime import date

from lifeplan_app.core import invitations, roster
from lifeplan_app.core.access import member
from lifeplan_app.core.house import House
from lifeplan_app.core.newcomers import Newcomer
from lifeplan_app.core.roster import Figures
from lifeplan_app.crypto.fingerprints import fingerprint
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.errors import NotAllowedError
from lifeplan_app.model.ids import AccountId
from lifeplan_app.store.invitations import Invitation
from lifeplan_app.store.staff import Member
from lifeplan_app.store.unit import UnitOfWork


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
    return roster.invite(uow, role, name, organisation, today)


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


def close(uow: UnitOfWork, actor: Actor, account: AccountId) -> None:
    """Take everything back that is shared with a member, and let her come in no more.

    Raises:
        NotAllowedError: The actor is no coordinator, or it is her own account.
        NotFoundError: Nobody here has that account.
    """
    if member(uow, actor, Role.COORDINATOR).account == account:
        raise NotAllowedError
    roster.close(uow, account)


def reactivate(uow: UnitOfWork, actor: Actor, account: AccountId) -> Member:
    """Return the member, who may come in again. What was shared with her stays taken back.

    Raises:
        NotAllowedError: The actor is no coordinator.
        NotFoundError: Nobody here has that account.
    """
    member(uow, actor, Role.COORDINATOR)
    return roster.reopen(uow, account)


def figures(uow: UnitOfWork, actor: Actor, today: date) -> Figures:
    """Return the counts.

    Raises:
        NotAllowedError: The actor is no coordinator.
    """
    member(uow, actor, Role.COORDINATOR)
    return roster.count(uow, today)


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
