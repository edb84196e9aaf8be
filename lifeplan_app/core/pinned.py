"""What two who are linked know of each other: the keys that were pinned, and whether they still hold."""

from collections.abc import Sequence

from lifeplan_app.crypto.fingerprints import fingerprint
from lifeplan_app.crypto.keypairs import PublicKeys
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import KeysChangedError, LinkOverError, NotFoundError
from lifeplan_app.model.ids import LinkId, RecordId, VaultId
from lifeplan_app.model.sharing import Contact, Standing
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork


def contact_id(records: Records, link: LinkId) -> RecordId:
    """Return the id of the record that stands for the other of that *link*, there or not."""
    return records.named(f"contact {link}")


def standing(uow: UnitOfWork, contact: Contact) -> Standing:
    """Return how the link with *contact* stands now."""
    if uow.links.find(contact.link) is None:
        return Standing.ENDED
    if not has_pinned_keys(uow, contact):
        return Standing.CHANGED
    if contact.role is Role.PARTICIPANT:
        return Standing.OPEN
    try:
        member = uow.staff.of_vault(contact.vault)
    except NotFoundError:
        return Standing.CLOSED
    if not member.active:
        return Standing.CLOSED
    return Standing.RESTING if member.resting else Standing.OPEN


def standings(uow: UnitOfWork, staff: VaultId, owners: Sequence[Contact]) -> list[Standing]:
    """Return how the links of *staff* with *owners* stand now: what `standing` says of each, read at once."""
    there = {each.id for each in uow.links.of_staff(staff)}
    keys = uow.vaults.public_keys_of(each.vault for each in owners)
    return [
        Standing.ENDED
        if each.link not in there
        else Standing.OPEN
        if _are_pinned(keys.get(each.vault), each)
        else Standing.CHANGED
        for each in owners
    ]


def keys_of(uow: UnitOfWork, contact: Contact) -> PublicKeys:
    """Return the keys with which something may be sealed for *contact* now.

    Raises:
        KeysChangedError: They are not those that were pinned.
        LinkOverError: The link has ended, or the other cannot come in any more.
    """
    match standing(uow, contact):
        case Standing.CHANGED:
            raise KeysChangedError
        case Standing.ENDED | Standing.CLOSED:
            raise LinkOverError
        case Standing.OPEN | Standing.RESTING:  # pragma: no branch - there is no other
            return PublicKeys.parse(uow.vaults.public_keys(contact.vault))


def has_pinned_keys(uow: UnitOfWork, contact: Contact) -> bool:
    """Tell whether the keys of *contact* are those that were pinned."""
    try:
        found = uow.vaults.public_keys(contact.vault)
    except NotFoundError:
        return False
    return _are_pinned(found, contact)


def _are_pinned(keys: bytes | None, contact: Contact) -> bool:
    return keys is not None and fingerprint(keys).hex() == contact.fingerprint
