"""What somebody who accompanies others sees: the list of people, one person's cards, her own notes there."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from lifeplan_app.core import cards, mail, viewings
from lifeplan_app.core.access import own_keys, own_papers, own_record
from lifeplan_app.core.people import people
from lifeplan_app.core.pinned import keys_of
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.errors import ShareOverError
from lifeplan_app.model.ids import RecordId, ShareId, new_id
from lifeplan_app.model.sharing import Card, Contact, Note, Seen, Standing
from lifeplan_app.model.text import one_line_at_least
from lifeplan_app.store.records import Records
from lifeplan_app.store.shares import Share
from lifeplan_app.store.unit import UnitOfWork

SOON_DAYS = 14
"""So many days before its end a share is said to end soon."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person in the list: nothing of hers is open yet.

    Attributes:
        contact: Who.
        standing: How the link stands.
        areas: The areas of life of what she shares, in no order.
        count: How many steps she shares.
        fresh: How many of them are new or changed since they were last opened.
        soon: How many end within two weeks.
    """

    contact: Contact
    standing: Standing
    areas: frozenset[str] = frozenset()
    count: int = 0
    fresh: int = 0
    soon: int = 0


@dataclass(frozen=True, slots=True)
class ReceivedCard:
    """A card that is open.

    Attributes:
        share: The share.
        card: What its owner shows.
        ends: The last day on which she does.
        fresh: Whether it is new, or changed since it was last opened.
        notes: What the one who reads has left on it, the oldest first.
    """

    share: ShareId
    card: Card = field(repr=False)
    ends: date
    fresh: bool
    notes: tuple[Note, ...] = field(default=(), repr=False)


def overview(uow: UnitOfWork, actor: Actor, today: date) -> list[Person]:
    """Return everybody who has opened a door to the actor, by name.

    Raises:
        NotAllowedError: The actor is no caseworker, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    records = own_papers(uow, actor, Role.CASEWORKER)
    shares: dict[str, list[Share]] = {}
    for share in uow.shares.of_recipient(actor.vault_id, today):
        shares.setdefault(share.place.owner, []).append(share)
    known = people(uow, actor)
    owners = [each for each, standing in known if standing is Standing.OPEN]
    there = ((share, owner) for owner in owners for share in shares.get(owner.vault, []))
    areas = cards.areas(uow, own_keys(uow, actor), there)
    seen = {each.contact: each for each in records.all() if isinstance(each, Seen)}
    return [
        _person(contact, shares.get(contact.vault, []), areas, seen.get(contact.id), today)
        if standing is Standing.OPEN
        else Person(contact, standing)
        for contact, standing in known
    ]


def open_person(
    uow: UnitOfWork,
    actor: Actor,
    contact: RecordId,
    today: date,
    now: datetime,
    noted: frozenset[ShareId] = frozenset(),
) -> list[ReceivedCard]:
    """Return the cards of one person, and write that they were opened.

    Args:
        uow: An open write.
        actor: Who reads.
        contact: Whose cards.
        today: The day: what has ended is not handed out.
        now: This moment.
        noted: What this opening was written down for already; only what is not among it is written.

    Raises:
        KeysChangedError: The owner's keys are not those that were pinned.
        LinkOverError: The link has ended.
        SealError: A card is not as it was sealed.
        NotFoundError: The actor is linked with nobody of that id.
        NotAllowedError: The actor is no caseworker, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    records = own_papers(uow, actor, Role.CASEWORKER)
    owner = own_record(records, contact, Contact)
    keys = keys_of(uow, owner)
    shares = [
        each for each in uow.shares.of_recipient(actor.vault_id, today) if each.place.owner == owner.vault
    ]
    seen = _seen(records, owner)
    received = [_received(records, each, owner, seen) for each in shares]
    new = [each.place.share for each in shares if each.place.share not in noted]
    if new:
        viewings.write(uow, actor, owner, keys, new, now)
    _note_seen(records, seen, tuple(sorted(map(_name, shares))))
    return received


def leave_note(
    uow: UnitOfWork, actor: Actor, contact: RecordId, share: ShareId, text: str, today: date
) -> Note:
    """Return the note that the actor leaves on a card; it goes to its owner, sealed and signed.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: The text has more than 10,000 characters.
        ShareOverError: The share has ended meanwhile.
        KeysChangedError: The owner's keys are not those that were pinned.
        LinkOverError: The link has ended.
        NotFoundError: The actor is linked with nobody of that id.
        NotAllowedError: The actor is no caseworker, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    text = one_line_at_least(text)
    records = own_papers(uow, actor, Role.CASEWORKER)
    owner = own_record(records, contact, Contact)
    found = uow.shares.find(share, today)
    if found is None or (found.place.owner, found.place.recipient) != (owner.vault, actor.vault_id):
        raise ShareOverError
    mail.send(uow, actor, owner, {"kind": mail.NOTE, "share": share, "text": text}, today)
    number = 1 + sum(isinstance(each, Note) for each in records.all())
    note = Note(id=RecordId(new_id()), share=share, contact=owner.id, day=today, text=text, number=number)
    return records.add(note)


def _person(
    contact: Contact, shares: list[Share], areas: Mapping[ShareId, str], seen: Seen | None, today: date
) -> Person:
    known = frozenset(seen.cards if seen else ())
    return Person(
        contact=contact,
        standing=Standing.OPEN,
        areas=frozenset(areas[each.place.share] for each in shares),
        count=len(shares),
        fresh=sum(_name(each) not in known for each in shares),
        soon=sum(each.place.ends <= today + timedelta(days=SOON_DAYS) for each in shares),
    )


def _received(records: Records, share: Share, owner: Contact, seen: Seen) -> ReceivedCard:
    notes = (each for each in records.all() if isinstance(each, Note) and each.share == share.place.share)
    return ReceivedCard(
        share=share.place.share,
        card=cards.opened(share, owner),
        ends=share.place.ends,
        fresh=_name(share) not in seen.cards,
        notes=tuple(sorted(notes, key=lambda note: (note.day, note.number))),
    )


def _name(share: Share) -> str:
    return f"{share.place.share}:{share.place.version}"


def _seen(records: Records, contact: Contact) -> Seen:
    name = records.named(f"seen {contact.id}")
    found = records.find(name)
    return found if isinstance(found, Seen) else Seen(id=name, contact=contact.id)


def _note_seen(records: Records, seen: Seen, now: tuple[str, ...]) -> None:
    if seen.version == 0:
        records.add(replace(seen, cards=now))
    elif seen.cards != now:
        records.replace(replace(seen, cards=now))
