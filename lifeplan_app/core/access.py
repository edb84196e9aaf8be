"""The only place that answers: may this actor do this to this object?

A record is looked up in the actor's own vault and nowhere else, with the keys that her passphrase
opened: another person's record is not found, rather than found and refused.
"""

from typing import TypeVar

from lifeplan_app.crypto.keyring import VaultKeys
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.errors import NotAllowedError, NotFoundError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Record
from lifeplan_app.store.records import Records
from lifeplan_app.store.staff import Member
from lifeplan_app.store.unit import UnitOfWork

R = TypeVar("R", bound=Record)


def own_keys(uow: UnitOfWork, actor: Actor) -> VaultKeys:
    """Return the keys of the actor's own vault.

    Raises:
        NotAllowedError: The keys under her handle are another vault's.
        SessionOverError: The actor's keys are gone.
    """
    keys = uow.keys(actor.keys)
    if keys.id != actor.vault_id:
        raise NotAllowedError
    return keys


def own_records(uow: UnitOfWork, actor: Actor) -> Records:
    """Return the records of the actor's own vault, the only ones she can reach.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    if actor.role is not Role.PARTICIPANT:
        raise NotAllowedError
    return uow.records(own_keys(uow, actor))


def own_papers(uow: UnitOfWork, actor: Actor, *roles: Role) -> Records:
    """Return the records of the actor's own vault, if she works here in one of those roles.

    Raises:
        NotAllowedError: She does not, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    member(uow, actor, *roles)
    return uow.records(own_keys(uow, actor))


def member(uow: UnitOfWork, actor: Actor, *roles: Role) -> Member:
    """Return the actor as the team knows her, if she works here in one of those roles.

    Raises:
        NotAllowedError: She does not, or may not come in any more.
    """
    if actor.role not in roles:
        raise NotAllowedError
    try:
        found = uow.staff.get(actor.account_id)
    except NotFoundError:
        raise NotAllowedError from None
    if not found.active or found.vault != actor.vault_id or found.role is not actor.role:
        raise NotAllowedError
    return found


def own_record(records: Records, record_id: RecordId, kind: type[R]) -> R:
    """Return the record if it is in the actor's own vault and of that *kind*.

    Raises:
        NotFoundError: It is not, or no longer; or it is of another kind.
        SealError: It does not open.
    """
    record = records.get(record_id)
    if not isinstance(record, kind):
        raise NotFoundError
    return record
