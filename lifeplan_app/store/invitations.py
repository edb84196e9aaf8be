"""Invitations: of each code only its HMAC under the pepper."""

import hashlib
import hmac
from datetime import date

from sqlalchemy import delete
from sqlmodel import Session, col, select

from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.model.account import Role
from lifeplan_app.store.tables import InvitationRow


class Invitations:
    """The open invitations, within one unit of work."""

    def __init__(self, session: Session, pepper: bytes) -> None:
        self._session = session
        self._pepper = pepper

    def add(self, code: str, role: Role, expires: date) -> None:
        """Let *code* open an account of *role* until the day *expires*, that day included."""
        row = InvitationRow(code_hmac=self._hmac(code), role=role.value, expires=expires)
        self._session.add(row)
        self._session.flush()

    def find(self, code: str, today: date) -> Role | None:
        """Return the role that *code* opens an account for *today*, or None."""
        statement = select(InvitationRow.role).where(
            InvitationRow.code_hmac == self._hmac(code), InvitationRow.expires >= today
        )
        role = self._session.exec(statement).first()
        return Role(role) if role else None

    def any_open(self, today: date) -> bool:
        """Tell whether some code still opens an account *today*."""
        statement = select(InvitationRow.role).where(InvitationRow.expires >= today).limit(1)
        return self._session.exec(statement).first() is not None

    def delete(self, code: str) -> None:
        """Let *code* open nothing more."""
        self._session.exec(delete(InvitationRow).where(col(InvitationRow.code_hmac) == self._hmac(code)))

    def delete_expired(self, today: date) -> None:
        """Forget the invitations that ended before *today*."""
        self._session.exec(delete(InvitationRow).where(col(InvitationRow.expires) < today))

    def _hmac(self, code: str) -> bytes:
        return hmac.digest(self._pepper, length_prefixed("invitation", code), hashlib.sha256)
