"""Invitations: of each code only its HMAC under the pepper, and its first characters to find it by."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, delete
from sqlmodel import Session, col, select

from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.model.account import Role
from lifeplan_app.store.tables import InvitationRow

TAG_LENGTH = 4
"""Characters of a code that stay: 20 of its 100 bits, so that whoever handed it out finds it again."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """An open invitation.

    Attributes:
        role: Whose account it opens.
        expires: The last day on which it does.
        tag: The first characters of the code; empty for one made before they were kept.
        name: Whom the team invites; empty for a participant, who is nobody to the team.
        organisation: Where she works, if anywhere.
    """

    role: Role
    expires: date
    tag: str = ""
    name: str = ""
    organisation: str = ""


class Invitations:
    """The open invitations, within one unit of work."""

    def __init__(self, session: Session, pepper: bytes) -> None:
        self._session = session
        self._pepper = pepper

    def add(self, code: str, invitation: Invitation) -> None:
        """Let *code* open an account as *invitation* says."""
        row = InvitationRow(
            code_hmac=self._hmac(code),
            role=invitation.role.value,
            expires=invitation.expires,
            tag=code[:TAG_LENGTH],
            name=invitation.name,
            organisation=invitation.organisation,
        )
        self._session.add(row)
        self._session.flush()

    def find(self, code: str, today: date) -> Invitation | None:
        """Return what *code* opens *today*, or None."""
        found = self._where(InvitationRow.code_hmac == self._hmac(code), col(InvitationRow.expires) >= today)
        return found[0] if found else None

    def open_ones(self, today: date) -> list[Invitation]:
        """Return what some code still opens *today*, what ends first before the rest."""
        found = self._where(col(InvitationRow.expires) >= today)
        return sorted(found, key=lambda each: (each.expires, each.tag))

    def delete(self, code: str) -> None:
        """Let *code* open nothing more."""
        self._session.exec(delete(InvitationRow).where(col(InvitationRow.code_hmac) == self._hmac(code)))

    def delete_tagged(self, tag: str, expires: date) -> None:
        """Let the codes that begin with *tag* and end that day open nothing more."""
        same = (col(InvitationRow.tag) == tag) & (col(InvitationRow.expires) == expires)
        self._session.exec(delete(InvitationRow).where(same))

    def delete_expired(self, today: date) -> None:
        """Forget the invitations that ended before *today*."""
        self._session.exec(delete(InvitationRow).where(col(InvitationRow.expires) < today))

    def _where(self, *conditions: ColumnElement[bool] | bool) -> list[Invitation]:
        rows = self._session.exec(select(InvitationRow).where(*conditions))
        return [
            Invitation(Role(each.role), each.expires, each.tag, each.name, each.organisation) for each in rows
        ]

    def _hmac(self, code: str) -> bytes:
        return hmac.digest(self._pepper, length_prefixed("invitation", code), hashlib.sha256)
