"""What follows from a change, and from coming in: cards follow her plan, letters are taken in."""

from datetime import date

from lifeplan_app.core import cards, mail, people
from lifeplan_app.core.access import own_records
from lifeplan_app.core.people import WITH_PEOPLE
from lifeplan_app.core.undo import Changed
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.store.unit import UnitOfWork


def after(uow: UnitOfWork, actor: Actor, done: object, today: date) -> None:
    """Let what others see of her plan follow what was *done*, as the use case returned it.

    Raises:
        SessionOverError: The actor's keys are gone.
    """
    if actor.role is Role.PARTICIPANT and isinstance(done, Changed):
        cards.follow(uow, own_records(uow, actor), today, done.records)


def awaits(uow: UnitOfWork, actor: Actor, today: date, *, at_once: bool) -> bool:
    """Tell whether `arrive` may find something to do; *at_once*, whether it is a letter or a person.

    Raises:
        StoreError: The database cannot be read now.
    """
    if actor.role in WITH_PEOPLE:
        return True
    if actor.role is Role.COORDINATOR:
        return False
    waits = bool(uow.messages.of(actor.vault_id, 1))
    return waits or (not at_once and bool(uow.shares.of_owner(actor.vault_id, today)))


def arrive(uow: UnitOfWork, actor: Actor, today: date) -> None:
    """Take in what others have sent to the actor, and put right what others see of hers.

    Raises:
        NotAllowedError: The actor works here, and may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    if actor.role in WITH_PEOPLE:
        people.receive(uow, actor)
        mail.take_in(uow, actor, people.papers(uow, actor))
    elif actor.role is Role.PARTICIPANT:
        records = own_records(uow, actor)
        mail.take_in(uow, actor, records)
        cards.follow_all(uow, records, today)
