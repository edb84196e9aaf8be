"""The people somebody works with, on her own side: who has opened a door to her."""

from lifeplan_app.core.access import own_keys, own_papers, own_record
from lifeplan_app.core.pinned import contact_id, standings
from lifeplan_app.crypto import letters
from lifeplan_app.crypto.fingerprints import fingerprint
from lifeplan_app.crypto.keypairs import PrivateKeys, PublicKeys
from lifeplan_app.crypto.letters import Envelope
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.errors import ParameterError, SealError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.sharing import Contact, Note, Standing, Thanks
from lifeplan_app.store import links
from lifeplan_app.store.codec import decode_letter
from lifeplan_app.store.links import Link
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork

WITH_PEOPLE = (Role.CASEWORKER, Role.MENTOR)


def receive(uow: UnitOfWork, actor: Actor) -> None:
    """Let everybody who has opened a door be known, under the name she chose, and forget who has closed it.

    A letter that does not open, or that another signed, makes nobody known.

    Raises:
        NotAllowedError: The actor does not work here, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    records = papers(uow, actor)
    there = {each.id: each for each in uow.links.of_staff(actor.vault_id)}
    known = {each.link: each for each in _contacts(records)}
    for contact in known.values():
        if contact.link not in there:
            _forget(records, contact)
    unread = [each for each in there.values() if not _is_read(each, known.get(each.id))]
    if unread:
        private = uow.vaults.letterbox(own_keys(uow, actor))
        for link in unread:
            _meet(uow, records, private, link, known.get(link.id))


def papers(uow: UnitOfWork, actor: Actor) -> Records:
    """Return the records of somebody who works with people.

    Raises:
        NotAllowedError: The actor does not work here, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    return own_papers(uow, actor, *WITH_PEOPLE)


def people(uow: UnitOfWork, actor: Actor) -> list[tuple[Contact, Standing]]:
    """Return everybody who has opened a door to the actor, by name, and how each link stands.

    Raises:
        NotAllowedError: The actor does not work here, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    found = sorted(_contacts(papers(uow, actor)), key=lambda each: each.name.casefold())
    return list(zip(found, standings(uow, actor.vault_id, found), strict=True))


def leave(uow: UnitOfWork, actor: Actor, contact: RecordId) -> None:
    """End the link with that person, and what she shares with the actor. No word is owed.

    Raises:
        NotFoundError: The actor is linked with nobody of that id.
        NotAllowedError: The actor does not work here, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    records = papers(uow, actor)
    gone = own_record(records, contact, Contact)
    uow.shares.delete_between(gone.vault, actor.vault_id)
    uow.links.delete(gone.link)
    _forget(records, gone)
    uow.concerns.add(gone.vault)


def _is_read(link: Link, known: Contact | None) -> bool:
    return known is not None and known.letter == letters.digest(link.introduction)


def _meet(uow: UnitOfWork, records: Records, private: PrivateKeys, link: Link, known: Contact | None) -> None:
    """Keep what the owner says of herself in *link*, if it is her who says so."""
    envelope = Envelope(links.TABLE, link.id, link.owner, link.staff)
    try:
        public = uow.vaults.public_keys(link.owner)
        opened = letters.open_sealed(private, envelope.outside, link.introduction)
        is_hers = opened.is_by(PublicKeys.parse(public), envelope)
    except (SealError, ParameterError):
        return
    digest = fingerprint(public).hex()
    if not is_hers or (known is not None and known.fingerprint != digest):
        return
    said = decode_letter(opened.text)
    contact = Contact(
        id=contact_id(records, link.id),
        version=known.version if known else 0,
        link=link.id,
        vault=link.owner,
        role=Role.PARTICIPANT,
        name=said["alias"],
        fingerprint=digest,
        key=said["key"],
        letter=letters.digest(link.introduction),
    )
    if known is None:
        records.add(contact)
    else:
        records.replace(contact)


def _forget(records: Records, contact: Contact) -> None:
    """Take the contact away, with what was written on what she shared."""
    for each in records.all():
        if isinstance(each, Note | Thanks) and each.contact == contact.id:
            records.delete(each.id)
    records.delete(contact.id)


def _contacts(records: Records) -> list[Contact]:
    return [each for each in records.all() if isinstance(each, Contact)]
