"""Who opened what: written when cards are opened, sealed to their owner, each tied to the one before."""

from dataclasses import dataclass, replace
from datetime import datetime

from lifeplan_app.core.access import own_keys, own_records
from lifeplan_app.crypto import letters
from lifeplan_app.crypto.fingerprints import fingerprint
from lifeplan_app.crypto.keypairs import PrivateKeys, PublicKeys
from lifeplan_app.crypto.letters import Envelope, Opened
from lifeplan_app.model.account import Actor
from lifeplan_app.model.errors import NotFoundError, ParameterError, SealError
from lifeplan_app.model.ids import RecordId, ShareId, VaultId
from lifeplan_app.model.sharing import Contact, Viewing, Watched
from lifeplan_app.store import messages
from lifeplan_app.store.codec import decode_letter, encode_letter
from lifeplan_app.store.messages import Entry
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork

_WATCHED = "watched viewings"


@dataclass(frozen=True, slots=True)
class Log:
    """Who opened what of an owner's, as far as it can be trusted.

    Attributes:
        viewings: The newest first.
        whole: Whether none was changed, left out or put in by somebody else.
    """

    viewings: tuple[Viewing, ...]
    whole: bool


def write(
    uow: UnitOfWork,
    actor: Actor,
    owner: Contact,
    keys: PublicKeys,
    shares: list[ShareId],
    now: datetime,
) -> None:
    """Write that the actor opens those *shares* of *owner* now.

    Raises:
        SessionOverError: The actor's keys are gone.
    """
    last = uow.viewings.last(owner.vault)
    number = last.number + 1 if last else 1
    text = encode_letter(
        {
            "by": actor.vault_id,
            "at": now.isoformat(timespec="minutes"),
            "shares": shares,
            "before": letters.digest(last.sealed) if last else "",
        }
    )
    envelope = Envelope(messages.VIEWINGS, str(number), actor.vault_id, owner.vault)
    author = uow.vaults.letterbox(own_keys(uow, actor))
    uow.viewings.append(owner.vault, Entry(number, letters.seal(envelope, text, author, keys)))
    uow.concerns.add(owner.vault)


def read(uow: UnitOfWork, actor: Actor) -> Log:
    """Return who opened what of the actor's.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    watched = _watched(records)
    entries = uow.viewings.of(actor.vault_id)
    if not entries:
        return Log((), whole=watched.number == 0)
    private = uow.vaults.letterbox(own_keys(uow, actor))
    known = _known(records, watched)
    found: list[Viewing] = []
    whole = [each.number for each in entries] == list(range(1, len(entries) + 1))
    before = ""
    for entry in entries:
        viewing = _opened(uow, private, actor.vault_id, known, entry, before)
        whole = whole and viewing is not None
        found += [viewing] if viewing else []
        before = letters.digest(entry.sealed)
        if entry.number == watched.number:
            whole = whole and before == watched.digest
    return Log(tuple(reversed(found)), whole and entries[-1].number >= watched.number)


def note_read(uow: UnitOfWork, actor: Actor) -> None:
    """Remember how far the list goes, so that what is in it cannot be taken away unseen.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    last, watched = uow.viewings.last(actor.vault_id), _watched(records)
    if last is None or last.number <= watched.number:
        return
    _keep(records, replace(watched, number=last.number, digest=letters.digest(last.sealed)))


def remember(records: Records, gone: Contact) -> None:
    """Remember the keys of somebody who is linked with the owner no more, to check what she opened before.

    Raises:
        SessionOverError: The keys are gone.
    """
    watched = _watched(records)
    former = dict.fromkeys((*watched.former, f"{gone.vault}:{gone.fingerprint}"))
    _keep(records, replace(watched, former=tuple(former)))


def _keep(records: Records, watched: Watched) -> None:
    if watched.version:
        records.replace(watched)
    else:
        records.add(watched)


def _known(records: Records, watched: Watched) -> dict[VaultId, tuple[str, RecordId]]:
    """Return the pinned fingerprint, and the contact if she still is one, of all who ever saw a card."""
    known: dict[VaultId, tuple[str, RecordId]] = {}
    for each in watched.former:
        vault, pinned = each.split(":")
        known[VaultId(vault)] = pinned, RecordId("")
    for contact in [each for each in records.all() if isinstance(each, Contact)]:
        known[contact.vault] = contact.fingerprint, contact.id
    return known


def _watched(records: Records) -> Watched:
    name = records.named(_WATCHED)
    found = records.find(name)
    return found if isinstance(found, Watched) else Watched(id=name)


def _opened(
    uow: UnitOfWork,
    private: PrivateKeys,
    owner: VaultId,
    known: dict[VaultId, tuple[str, RecordId]],
    entry: Entry,
    before: str,
) -> Viewing | None:
    """Return what an entry says, or None if it is not what was written there."""
    outside = Envelope(messages.VIEWINGS, str(entry.number), VaultId(""), owner).outside
    try:
        opened = letters.open_sealed(private, outside, entry.sealed)
        said = decode_letter(opened.text)
    except (SealError, ParameterError, ValueError):
        return None
    # Anybody can seal anything to her: only what is signed is sure to be as `write` wrote it.
    author = VaultId(str(said.get("by")))
    pinned, contact = known.get(author, ("", RecordId("")))
    envelope = Envelope(messages.VIEWINGS, str(entry.number), author, owner)
    if not _is_by(uow, opened, envelope, pinned) or said["before"] != before:
        return None
    shares = tuple(ShareId(each) for each in said["shares"])
    return Viewing(entry.number, contact, datetime.fromisoformat(said["at"]), shares)


def _is_by(uow: UnitOfWork, opened: Opened, envelope: Envelope, pinned: str) -> bool:
    """Tell whether the one whose keys were *pinned* wrote it; one who is gone can be asked no more."""
    try:
        keys = uow.vaults.public_keys(envelope.author)
    except NotFoundError:
        return pinned != ""
    return fingerprint(keys).hex() == pinned and opened.is_by(PublicKeys.parse(keys), envelope)
