"""Cards: what is made of a step for one other person, and how it follows the step."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from lifeplan_app.crypto import cards as sealed_cards
from lifeplan_app.crypto.cards import CardPlace
from lifeplan_app.crypto.keyring import VaultKeys
from lifeplan_app.crypto.memory import Row
from lifeplan_app.model.errors import ParameterError, SealError
from lifeplan_app.model.ids import RecordId, ShareId
from lifeplan_app.model.plan import Goal, Record, Step
from lifeplan_app.model.sharing import Card, Contact, Grant, Shared
from lifeplan_app.store.codec import decode_card, encode_card
from lifeplan_app.store.records import Records
from lifeplan_app.store.shares import Share
from lifeplan_app.store.unit import UnitOfWork


def shared_id(records: Records, step: RecordId) -> RecordId:
    """Return the id of the record that says who sees *step*, there or not."""
    return records.named(f"shared {step}")


def card_of(records: Records, step: Step, contact: Contact) -> Card:
    """Return what *contact* sees of *step*: the preview, and the card itself."""
    goal = records.find(step.goal_id)
    return Card.of(step, goal.area if isinstance(goal, Goal) else "", contact.alias)


def sealed(place: CardPlace, card: Card, contact: Contact) -> Share:
    """Return *card* as it lies in the database."""
    return Share(place, sealed_cards.seal(bytes.fromhex(contact.key), place, encode_card(card)))


def opened(share: Share, contact: Contact) -> Card:
    """Return the card of *share*, which the two have in common.

    Raises:
        SealError: It is not as it was sealed, or its last day was moved.
        ParameterError: It is sealed in a way that the code does not allow.
    """
    key = bytes.fromhex(contact.key)
    return decode_card(sealed_cards.open_sealed(key, share.place, share.card))


def areas(uow: UnitOfWork, keys: VaultKeys, there: Iterable[tuple[Share, Contact]]) -> dict[ShareId, str]:
    """Return the area of life of each card that is *there*, for whom *keys* are.

    It is remembered while the keys are there. Whatever changes of a share, its place or its key has the
    card opened anew; of a card that is no longer there nothing is remembered. A card that does not open
    has no area: it must not take the other people's away.
    """
    known = {share.place.share: (share, contact) for share, contact in there}

    def area(row: Row) -> str:
        uow.opens_one()
        card = _as_sealed(*known[ShareId(row[0])])
        return card.area if card else ""

    found = keys.shown.recall_all([_row(*each) for each in known.values()], area)
    return dict(zip(known, found, strict=True))


def _row(share: Share, contact: Contact) -> Row:
    """Return *share* with everything on which it depends whether it opens."""
    place = share.place
    return place.share, place.version, bytes(place) + bytes.fromhex(contact.key) + share.card


def follow(uow: UnitOfWork, records: Records, today: date, changed: tuple[Record, ...]) -> None:
    """Renew the cards of the steps that *changed*; what is shared of a step that is gone ends.

    A card that somebody changed in the database is made anew.

    Raises:
        SessionOverError: The keys are gone.
    """
    for step_id in _steps_of(records, changed):
        shared = records.find(shared_id(records, step_id))
        if isinstance(shared, Shared):
            _follow_one(uow, records, today, shared)


def follow_all(uow: UnitOfWork, records: Records, today: date) -> None:
    """Renew every card that is not as its step is, and forget what has ended.

    Raises:
        SessionOverError: The keys are gone.
    """
    for each in [record for record in records.all() if isinstance(record, Shared)]:
        _follow_one(uow, records, today, each)


def end(uow: UnitOfWork, share_id: ShareId) -> None:
    """Delete the share with its card; open pages of the other lose it. Gone already, nothing happens."""
    recipient = uow.shares.recipient_of(share_id)
    if recipient is not None:
        uow.shares.delete(share_id)
        uow.concerns.add(recipient)


def _steps_of(records: Records, changed: tuple[Record, ...]) -> list[RecordId]:
    """Return the steps that show something of what *changed*: a goal shows its area on each card."""
    steps = [each.id for each in changed if isinstance(each, Step)]
    goals = {each.id for each in changed if isinstance(each, Goal)}
    if goals:
        steps += [each.id for each in records.all() if isinstance(each, Step) and each.goal_id in goals]
    return list(dict.fromkeys(steps))


def _follow_one(uow: UnitOfWork, records: Records, today: date, shared: Shared) -> None:
    step = records.find(shared.of)
    left: list[Grant] = []
    for grant in shared.grants:
        contact = records.find(grant.contact)
        share = uow.shares.find(grant.share, today)
        over = grant.ends < today  # her vault says until when, not the database
        if over or share is None or not isinstance(step, Step) or not isinstance(contact, Contact):
            end(uow, grant.share)
            continue
        left.append(grant)
        _renew(uow, share, grant, card_of(records, step, contact), contact)
    if not left:
        records.delete(shared.id)
    elif tuple(left) != shared.grants:
        records.replace(replace(shared, grants=tuple(left)))


def _renew(uow: UnitOfWork, share: Share, grant: Grant, card: Card, contact: Contact) -> None:
    if share.place.ends == grant.ends and card == _as_sealed(share, contact):
        return
    place = replace(share.place, ends=grant.ends, version=share.place.version + 1)
    uow.shares.replace(sealed(place, card, contact))
    uow.concerns.add(contact.vault)


def _as_sealed(share: Share, contact: Contact) -> Card | None:
    try:
        return opened(share, contact)
    except (SealError, ParameterError):
        return None
