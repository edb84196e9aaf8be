"""Two people are linked: the one who has a plan opens the door, to somebody who works here.

The code that she enters or scans holds 100 bits of the other's fingerprint, so that nobody can put
other keys in their place; four words let the two compare more of it. What she chose for the other to
see of her, and the key that the two have in common, go to the other in a sealed letter.
"""

from dataclasses import dataclass, replace

from lifeplan_app.core import mail, viewings
from lifeplan_app.core.access import member, own_keys, own_record, own_records
from lifeplan_app.core.pinned import contact_id, keys_of, standing
from lifeplan_app.crypto import fingerprints, letters
from lifeplan_app.crypto.keypairs import PublicKeys
from lifeplan_app.crypto.keys import new_key
from lifeplan_app.crypto.letters import Envelope
from lifeplan_app.crypto.passphrases import LANGUAGES
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.errors import (
    AliasError,
    LinkCodeError,
    LinkedAlreadyError,
    NotFoundError,
    RestingError,
)
from lifeplan_app.model.ids import LinkId, RecordId, new_id
from lifeplan_app.model.sharing import Contact, Shared, Standing
from lifeplan_app.store import links
from lifeplan_app.store.codec import encode_letter
from lifeplan_app.store.links import Link
from lifeplan_app.store.records import Records
from lifeplan_app.store.staff import Member
from lifeplan_app.store.unit import UnitOfWork

LONGEST_ALIAS = 40


@dataclass(frozen=True, slots=True)
class Introduced:
    """Somebody who works here, as she is met before a link.

    Attributes:
        name: As the team calls her.
        organisation: Where she works, if anywhere.
        role: What she does.
        code: Her code, as it is shown.
        words: Four words in each language that has a list of them, the same on both screens.
    """

    name: str
    organisation: str
    role: Role
    code: str
    words: dict[str, str]

    def words_in(self, language: str) -> str:
        """Return the four words in *language*; in the first language where that has no list of words."""
        return self.words.get(language, self.words[LANGUAGES[0]])

    @classmethod
    def of(cls, member: Member) -> "Introduced":
        """Return *member* as she is met."""
        digest = member.fingerprint
        words = {each: fingerprints.words_of(digest, each) for each in LANGUAGES}
        return cls(member.name, member.organisation, member.role, fingerprints.code_of(digest), words)


def own_code(uow: UnitOfWork, actor: Actor) -> Introduced:
    """Return what somebody who works here shows to a person who wants to link with her.

    Raises:
        NotAllowedError: She does not work here as a caseworker or a mentor, or may not come in any more.
    """
    return Introduced.of(member(uow, actor, Role.CASEWORKER, Role.MENTOR))


def meet(uow: UnitOfWork, actor: Actor, code: str) -> Introduced:
    """Return who is behind the *code* as typed; nothing has happened yet.

    Raises:
        LinkCodeError: It is nobody's who can be linked with.
        LinkedAlreadyError: The two are linked already.
        RestingError: She is a mentor who has no room for anybody new.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    own_records(uow, actor)
    return Introduced.of(_behind(uow, actor, code))


def link(uow: UnitOfWork, actor: Actor, code: str, alias: str) -> Contact:
    """Return the one behind the *code*, who is linked with the actor now and sees her as *alias*.

    Raises:
        AliasError: The name is empty or has more than 40 characters.
        LinkCodeError: The code is nobody's who can be linked with.
        LinkedAlreadyError: The two are linked already.
        RestingError: She is a mentor who has no room for anybody new.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    alias = _alias(alias)
    records = own_records(uow, actor)
    other = _behind(uow, actor, code)
    _forget_former(records, other)
    link_id = LinkId(new_id())
    contact = records.add(
        Contact(
            id=contact_id(records, link_id),
            link=link_id,
            vault=other.vault,
            role=other.role,
            name=other.name,
            organisation=other.organisation,
            alias=alias,
            fingerprint=other.fingerprint.hex(),
            key=new_key().hex(),
        )
    )
    keys = PublicKeys.parse(uow.vaults.public_keys(other.vault))  # those that the code stands for
    uow.links.add(_introduction(uow, actor, contact, keys))
    uow.concerns.add(other.vault)
    return contact


def contacts(uow: UnitOfWork, actor: Actor) -> list[tuple[Contact, Standing]]:
    """Return everybody the actor is linked with, by name, and how each link stands.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    found = [each for each in own_records(uow, actor).all() if isinstance(each, Contact)]
    return [(each, standing(uow, each)) for each in sorted(found, key=lambda each: each.name.casefold())]


def rename(uow: UnitOfWork, actor: Actor, contact: RecordId, alias: str) -> Contact:
    """Return the contact, who sees the actor as *alias* from now on. Her cards follow (`following.arrive`).

    Raises:
        AliasError: The name is empty or has more than 40 characters.
        KeysChangedError: The other's keys are not those that were pinned.
        LinkOverError: The link has ended, or the other cannot come in any more.
        NotFoundError: She is linked with nobody of that id.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    alias = _alias(alias)
    records = own_records(uow, actor)
    before = own_record(records, contact, Contact)
    keys = keys_of(uow, before)
    renamed = records.replace(replace(before, alias=alias))
    uow.links.rewrite(_introduction(uow, actor, renamed, keys))
    uow.concerns.add(renamed.vault)
    return renamed


def leave(uow: UnitOfWork, actor: Actor, contact: RecordId) -> None:
    """End the link with that contact, and everything that is shared with her. No word is owed.

    Raises:
        NotFoundError: She is linked with nobody of that id.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    mail.take_in(uow, actor, records)  # what is on its way can be opened only while the two are linked
    gone = own_record(records, contact, Contact)
    uow.shares.delete_between(actor.vault_id, gone.vault)
    uow.links.delete(gone.link)
    viewings.remember(records, gone)
    forget_grants(records, contact)
    records.delete(contact)
    uow.concerns.add(gone.vault)


def forget_grants(records: Records, contact: RecordId) -> None:
    """Let no step be shared with that contact in the actor's own vault."""
    for each in [record for record in records.all() if isinstance(record, Shared)]:
        left = tuple(grant for grant in each.grants if grant.contact != contact)
        if not left:
            records.delete(each.id)
        elif left != each.grants:
            records.replace(replace(each, grants=left))


def most_of(member: Member, cap: int) -> int:
    """Return how many people a mentor walks with at most: her own limit, but no more than *cap*.

    The programme's cap is ``uow.most_people``, and ``house.most_people`` outside of a unit of work.
    """
    return min(member.most or cap, cap)


def has_room(uow: UnitOfWork, member: Member) -> bool:
    """Tell whether somebody new can link with *member*."""
    if member.role is not Role.MENTOR:
        return True
    return not member.resting and len(uow.links.of_staff(member.vault)) < most_of(member, uow.most_people)


def _behind(uow: UnitOfWork, actor: Actor, code: str) -> Member:
    """Return the one behind a code, with whom the actor can be linked."""
    digests = fingerprints.range_of(code)
    if digests is None:
        raise LinkCodeError
    try:
        other = uow.staff.between(*digests)
        found = fingerprints.fingerprint(uow.vaults.public_keys(other.vault))
    except NotFoundError:
        raise LinkCodeError from None
    if found != other.fingerprint or not other.active or other.role is Role.COORDINATOR:
        raise LinkCodeError
    if uow.links.between(other.vault, actor.vault_id):
        raise LinkedAlreadyError
    if not has_room(uow, other):
        raise RestingError
    return other


def _forget_former(records: Records, other: Member) -> None:
    """Forget a link that the other has left: leaving it later would take back what the new one shows."""
    for each in [record for record in records.all() if isinstance(record, Contact)]:
        if each.vault == other.vault:
            forget_grants(records, each.id)
            records.delete(each.id)


def _introduction(uow: UnitOfWork, actor: Actor, contact: Contact, keys: PublicKeys) -> Link:
    """Return the link with the letter in which the actor introduces herself."""
    envelope = Envelope(links.TABLE, contact.link, actor.vault_id, contact.vault)
    text = encode_letter({"alias": contact.alias, "key": contact.key})
    author = uow.vaults.letterbox(own_keys(uow, actor))
    return Link(contact.link, contact.vault, actor.vault_id, letters.seal(envelope, text, author, keys))


def _alias(typed: str) -> str:
    alias = " ".join(typed.split())
    if not 0 < len(alias) <= LONGEST_ALIAS:
        raise AliasError
    return alias
