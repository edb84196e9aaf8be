"""Letters between two who are linked: sealed to the one, signed by the other, kept in her vault at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from lifeplan_app.core.access import own_keys
from lifeplan_app.core.pinned import has_pinned_keys, keys_of
from lifeplan_app.crypto import letters
from lifeplan_app.crypto.keypairs import PrivateKeys, PublicKeys
from lifeplan_app.crypto.letters import Envelope
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.errors import ParameterError, SealError
from lifeplan_app.model.ids import RecordId, ShareId, VaultId, new_id
from lifeplan_app.model.sharing import Contact, Grant, Note, Shared, Suggestion, Thanks
from lifeplan_app.store import messages
from lifeplan_app.store.codec import decode_letter, encode_letter
from lifeplan_app.store.messages import Message
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork

NOTE: Final = "note"
OFFER: Final = "offer"
THANKS: Final = "thanks"

_FROM: Final = {NOTE: Role.CASEWORKER, OFFER: Role.MENTOR, THANKS: Role.PARTICIPANT}
"""Who sends what."""

MOST_AT_ONCE: Final = 200
"""So many letters are taken in at once; the rest waits for the next time, and none is lost."""


def send(uow: UnitOfWork, actor: Actor, to: Contact, content: Mapping[str, object], today: date) -> None:
    """Put a letter into the letterbox of *to*.

    Raises:
        KeysChangedError: The other's keys are not those that were pinned.
        LinkOverError: The link has ended, or the other cannot come in any more.
        SessionOverError: The actor's keys are gone.
    """
    recipient = keys_of(uow, to)
    message = new_id()
    envelope = Envelope(messages.TABLE, message, actor.vault_id, to.vault)
    text = encode_letter({"from": actor.vault_id, "day": today.isoformat(), **content})
    author = uow.vaults.letterbox(own_keys(uow, actor))
    letter = letters.seal(envelope, text, author, recipient)
    uow.messages.add(Message(message, to.vault, today, letter))
    uow.concerns.add(to.vault)


def take_in(uow: UnitOfWork, actor: Actor, records: Records) -> int:
    """Move what lies in the actor's letterbox into her *records*; return how many letters were refused.

    One that does not open, that is signed by another than it says, that comes from nobody she is linked
    with, or that she has already, is refused: it is taken out, and kept nowhere.

    Raises:
        SessionOverError: The actor's keys are gone.
    """
    waiting = uow.messages.of(actor.vault_id, MOST_AT_ONCE)
    if not waiting:
        return 0
    private = uow.vaults.letterbox(own_keys(uow, actor))
    refused = 0
    last = max(
        (each.number for each in records.all() if isinstance(each, Note | Suggestion | Thanks)), default=0
    )
    for number, message in enumerate(waiting, last + 1):
        record = _read(uow, actor, records, private, message)
        if record is None:
            refused += 1
        else:
            records.add(replace(record, number=number))
        uow.messages.delete(message.id)
    return refused


def _read(
    uow: UnitOfWork, actor: Actor, records: Records, private: PrivateKeys, message: Message
) -> Note | Suggestion | Thanks | None:
    """Return what a letter becomes in the vault of its recipient, or None if it is refused."""
    outside = Envelope(messages.TABLE, message.id, VaultId(""), actor.vault_id).outside
    try:
        opened = letters.open_sealed(private, outside, message.letter)
        said = decode_letter(opened.text)
    except (SealError, ParameterError, ValueError):
        return None
    # Anybody can seal anything to her: only what is signed is sure to be as `send` wrote it.
    author = _contact(uow, records, VaultId(str(said.get("from"))))
    if author is None or author.role is not _FROM.get(str(said.get("kind"))):
        return None
    keys = PublicKeys.parse(uow.vaults.public_keys(author.vault))
    if not opened.is_by(keys, Envelope(messages.TABLE, message.id, author.vault, actor.vault_id)):
        return None
    if records.find(RecordId(message.id)) is not None:
        return None  # put back by somebody, after it was taken in
    return _record(records, RecordId(message.id), author, said)


def _record(
    records: Records, record_id: RecordId, author: Contact, said: Mapping[str, Any]
) -> Note | Suggestion | Thanks:
    day = date.fromisoformat(said["day"])
    match said["kind"]:
        case "note":
            share = ShareId(said["share"])
            return Note(
                id=record_id,
                of=_step_of(records, share, author),
                share=share,
                contact=author.id,
                by=author.name,
                day=day,
                text=said["text"],
                fresh=True,
            )
        case "offer":
            return Suggestion(
                id=record_id,
                contact=author.id,
                by=author.name,
                day=day,
                text=said["text"],
                word=said["word"],
            )
        case _:
            return Thanks(id=record_id, contact=author.id, day=day, text=said["text"])


def _contact(uow: UnitOfWork, records: Records, vault: VaultId) -> Contact | None:
    """Return the one with that vault whom she knows, if the keys are still those that were pinned."""
    known = (each for each in records.all() if isinstance(each, Contact) and each.vault == vault)
    return next((each for each in known if has_pinned_keys(uow, each)), None)


def _step_of(records: Records, share: ShareId, author: Contact) -> RecordId | None:
    """Return the step that *author* sees so; None when the share ended before the note arrived."""
    for each in records.all():
        if isinstance(each, Shared) and any(_is(grant, share, author) for grant in each.grants):
            return each.of
    return None


def _is(grant: Grant, share: ShareId, author: Contact) -> bool:
    return grant.share == share and grant.contact == author.id
