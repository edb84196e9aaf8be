"""Sharing: one step, one person, until a day. Only the owner gives it, changes it, ends it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from lifeplan_app.core import cards, mail
from lifeplan_app.core.access import own_record, own_records
from lifeplan_app.core.cards import card_of, sealed, shared_id
from lifeplan_app.core.pinned import keys_of
from lifeplan_app.crypto.cards import CardPlace
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.errors import EndDateError, NotAllowedError, NotFoundError
from lifeplan_app.model.ids import RecordId, ShareId, new_id
from lifeplan_app.model.plan import Step
from lifeplan_app.model.sharing import Card, Contact, Grant, Shared
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork

USUAL_MONTHS = 3
MOST_MONTHS = 12
MARGIN = timedelta(days=2)
"""So long after its last day a share is tidied away; nobody is handed it meanwhile."""


def usual_end(today: date) -> date:
    """Return the last day of a share of which she says nothing else: three months from *today*."""
    return in_months(today, USUAL_MONTHS)


def latest_end(today: date) -> date:
    """Return the last day that a share can have: twelve months from *today*."""
    return in_months(today, MOST_MONTHS)


def in_months(day: date, months: int) -> date:
    """Return the day so many months after *day*; where a month has no such day, its last one."""
    year, month = divmod(day.month - 1 + months, 12)
    first_of_next = date(day.year + year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = first_of_next - timedelta(days=1)
    return last if day.day > last.day else last.replace(day=day.day)


def preview(uow: UnitOfWork, actor: Actor, contact: RecordId, steps: Iterable[RecordId]) -> list[Card]:
    """Return what that contact would see: each card as it would be sealed.

    Raises:
        NotFoundError: She has no such step, or is linked with nobody of that id.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    other = own_record(records, contact, Contact)
    return [card_of(records, own_record(records, each, Step), other) for each in steps]


def share(
    uow: UnitOfWork,
    actor: Actor,
    contact: RecordId,
    steps: Iterable[RecordId],
    ends: date,
    today: date,
) -> list[Grant]:
    """Return the shares by which that contact sees those *steps* from now on, to the end of the day *ends*.

    One that she sees already is shared until that day.

    Raises:
        EndDateError: The last day is in the past, or more than 12 months away.
        KeysChangedError: The other's keys are not those that were pinned.
        LinkOverError: The link has ended, or the other cannot come in any more.
        NotAllowedError: The actor has no plan, or the other is no caseworker.
        NotFoundError: She has no such step, or is linked with nobody of that id.
        SessionOverError: The actor's keys are gone.
    """
    _check(ends, today)
    records = own_records(uow, actor)
    other = own_record(records, contact, Contact)
    if other.role is not Role.CASEWORKER:
        raise NotAllowedError
    keys_of(uow, other)
    uow.shares.delete_ended(today - MARGIN)  # of everybody: where some are, it is still yesterday
    uow.concerns.add(other.vault)
    return [
        _share_one(uow, records, actor, other, own_record(records, each, Step), ends, today) for each in steps
    ]


def change_end(
    uow: UnitOfWork, actor: Actor, step: RecordId, contact: RecordId, ends: date, today: date
) -> Grant:
    """Return the share, which ends on another day now.

    Raises:
        EndDateError: The last day is in the past, or more than 12 months away.
        NotFoundError: The step is not shared with that contact, or no longer.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    _check(ends, today)
    records = own_records(uow, actor)
    shared, grant = _granted(records, step, contact)
    return _renew(uow, records, shared, grant, ends, today)


def stop(uow: UnitOfWork, actor: Actor, step: RecordId, contact: RecordId) -> None:
    """End one share: the card is deleted, open pages of the other lose it. Ended already, nothing happens.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    mail.take_in(uow, actor, records)  # a note that is on its way still finds its step
    try:
        shared, grant = _granted(records, step, contact)
    except NotFoundError:
        return
    _stop(uow, records, shared, [grant])


def stop_all(uow: UnitOfWork, actor: Actor, contact: RecordId) -> None:
    """End everything that is shared with that contact; the link stays.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    mail.take_in(uow, actor, records)
    for shared in _all_shared(records):
        _stop(uow, records, shared, [each for each in shared.grants if each.contact == contact])


@dataclass(frozen=True, slots=True)
class SharedStep:
    """A step that somebody sees.

    Attributes:
        step: The step.
        grant: The share.
    """

    step: Step = field(repr=False)
    grant: Grant


def shared_with(uow: UnitOfWork, actor: Actor, today: date) -> dict[RecordId, list[SharedStep]]:
    """Return what each contact of the actor sees *today*, by the contact, what ends first before the rest.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    there = {each.place.share for each in uow.shares.of_owner(actor.vault_id, today)}
    found: dict[RecordId, list[SharedStep]] = {}
    for shared in _all_shared(records):
        step = records.find(shared.of)
        for grant in shared.grants:
            if isinstance(step, Step) and grant.share in there:
                found.setdefault(grant.contact, []).append(SharedStep(step, grant))
    return {contact: sorted(each, key=_by_end) for contact, each in found.items()}


def _by_end(shared: SharedStep) -> tuple[date, str]:
    return shared.grant.ends, shared.step.text.casefold()


def _share_one(
    uow: UnitOfWork, records: Records, actor: Actor, other: Contact, step: Step, ends: date, today: date
) -> Grant:
    found = records.find(shared_id(records, step.id))
    shared = (
        found
        if isinstance(found, Shared)
        else records.add(Shared(id=shared_id(records, step.id), of=step.id))
    )
    there = next((each for each in shared.grants if each.contact == other.id), None)
    if there and uow.shares.find(there.share, today):
        return _renew(uow, records, shared, there, ends, today)
    grant = Grant(ShareId(new_id()), other.id, today, ends)
    place = CardPlace(grant.share, actor.vault_id, other.vault, ends, 1)
    uow.shares.add(sealed(place, card_of(records, step, other), other))
    others = tuple(each for each in shared.grants if each.contact != other.id)
    records.replace(replace(shared, grants=(*others, grant)))
    return grant


def _renew(uow: UnitOfWork, records: Records, shared: Shared, grant: Grant, ends: date, today: date) -> Grant:
    """Return the share with another last day, its card as the step is now."""
    now = uow.shares.find(grant.share, today)
    if now is None:
        raise NotFoundError
    other = own_record(records, grant.contact, Contact)
    step = own_record(records, shared.of, Step)
    place = replace(now.place, ends=ends, version=now.place.version + 1)
    uow.shares.replace(sealed(place, card_of(records, step, other), other))
    changed = replace(grant, ends=ends)
    grants = tuple(changed if each == grant else each for each in shared.grants)
    records.replace(replace(shared, grants=grants))
    uow.concerns.add(other.vault)
    return changed


def _stop(uow: UnitOfWork, records: Records, shared: Shared, ended: list[Grant]) -> None:
    if not ended:
        return
    for grant in ended:
        cards.end(uow, grant.share)
    left = tuple(each for each in shared.grants if each not in ended)
    if left:
        records.replace(replace(shared, grants=left))
    else:
        records.delete(shared.id)


def _granted(records: Records, step: RecordId, contact: RecordId) -> tuple[Shared, Grant]:
    found = records.find(shared_id(records, step))
    grants = found.grants if isinstance(found, Shared) else ()
    grant = next((each for each in grants if each.contact == contact), None)
    if grant is None or not isinstance(found, Shared):
        raise NotFoundError
    return found, grant


def _all_shared(records: Records) -> list[Shared]:
    return [each for each in records.all() if isinstance(each, Shared)]


def _check(ends: date, today: date) -> None:
    if not today <= ends <= latest_end(today):
        raise EndDateError
