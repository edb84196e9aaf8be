"""Before every event: whose window is this, and may they? After it: does the answer go to them?

Three things that the framework leaves open are closed here (docs/security-model.md tells them):
a tab token from anywhere is accepted once its owner is away; every handler answers every client;
an answer goes to whoever holds the token at that moment.
"""

import reflex as rx
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.constants.state import FIELD_MARKER
from reflex_base.event import Event
from starlette.requests import cookie_parser

from lifeplan_app import routes
from lifeplan_app.core.sessions import Session
from lifeplan_app.model.errors import SessionOverError
from lifeplan_app.state.house import current_house, session_cookie
from lifeplan_app.state.policy import rule_for
from lifeplan_app.state.rules import Rule
from lifeplan_app.state.session import BoundState, SessionState
from lifeplan_app.state.windows import WINDOWS

LOADS = ".load"
"""How the names of the handlers end that fill a page."""


def session_of_headers(headers: dict[str, str]) -> Session | None:
    """Return the live session whose cookie stands in *headers*."""
    # Read as the posts read it: the standard library's own stops at a cookie that another server set oddly.
    cookie = cookie_parser(headers.get("cookie", "")).get(session_cookie(), "")
    return current_house().sessions.find(cookie) if cookie else None


class SessionGuard(Middleware):
    """Binds each window to the session of its cookie, and lets the policy decide."""

    async def preprocess(self, app: rx.App, state: BaseState, event: Event) -> StateUpdate | None:  # noqa: ARG002
        """Return nothing when the event may go on, else the update that answers it."""
        root = state._get_root_state()  # noqa: SLF001
        session = session_of_headers(root.router_data.get("headers") or {})
        rule = rule_for(event.name)
        if rule is None:
            return StateUpdate()
        if session is None:
            return await self._nobody(root)
        await self._bind(root, session)
        if session.actor.role not in rule.roles:
            return _elsewhere(session, event)
        return self._count(session, rule)

    async def _nobody(self, root: BaseState) -> StateUpdate:
        """Empty what the server holds of the window; what it shows stays, covered, for her to sign in."""
        bound = await root.get_state(BoundState)
        if bound._session:  # noqa: SLF001
            root.reset()
            root._clean()  # noqa: SLF001 - nothing of it is sent: the page keeps the field she typed in
        WINDOWS.forget(root.router_data.get("token", ""))
        return StateUpdate(delta={SessionState.get_full_name(): {f"gate{FIELD_MARKER}": "closed"}})

    async def _bind(self, root: BaseState, session: Session) -> None:
        bound = await root.get_state(BoundState)
        if bound._session != session.id_hash:  # noqa: SLF001
            root.reset()
            bound._session = session.id_hash  # noqa: SLF001
            (await root.get_state(SessionState)).welcome(session)
        WINDOWS.bind(root.router_data.get("token", ""), session)

    def _count(self, session: Session, rule: Rule) -> StateUpdate | None:
        if not rule.her_act:
            return None
        try:
            current_house().sessions.touch(session.id_hash)
        except SessionOverError:
            return StateUpdate()
        return None


def _elsewhere(session: Session, event: Event) -> StateUpdate:
    """Return what answers who may not call that: she is led to her own page from one that is not hers."""
    if not event.name.endswith(LOADS):
        return StateUpdate()
    away = rx.redirect(routes.visited(routes.home_of(session.actor.role)), replace=True)
    return StateUpdate(events=Event.from_event_type(away))
