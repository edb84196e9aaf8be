"""The doors: signing in, signing up, recovering, a new passphrase, and all the ways out.

Posts, not events of the socket: a passphrase never comes near a State, and a cookie can be set.
With our script the answer is JSON; without it always a redirect, after a wrong try too.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from lifeplan_app import routes
from lifeplan_app.core import accounts, following, passphrases, typed
from lifeplan_app.core.accounts import Entered
from lifeplan_app.core.days import day_in
from lifeplan_app.core.house import House
from lifeplan_app.core.sessions import Session
from lifeplan_app.core.typed import Typed
from lifeplan_app.frontend.places import version
from lifeplan_app.i18n import refusal_sentence
from lifeplan_app.model.account import Cover, Language, Role
from lifeplan_app.model.errors import CarnetError, SessionOverError
from lifeplan_app.settings import Settings
from lifeplan_app.web import cookies
from lifeplan_app.web.posted import Posted, read_body, read_form, read_unsaved

Answer = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Doors:
    """The posts of ``/session/…``.

    Attributes:
        house: Gives the house of this process, once the server is up.
        settings: How people reach the server.
    """

    house: Callable[[], House]
    settings: Settings

    def routes(self) -> list[Route]:
        """Return all of them."""
        posts: dict[str, Answer] = {
            "open": self.open,
            "new": self.new,
            "regain": self.regain,
            "key": self.key,
            "code": self.code,
            "close": self.close,
            "lock": self.lock,
            "leave": self.leave,
            "keep": self.keep,
        }
        return [
            *(Route(f"/session/{name}", answer, methods=["POST"]) for name, answer in posts.items()),
            Route("/session/words", self.words, methods=["GET"]),
        ]

    # --- in --------------------------------------------------------------------------------

    async def open(self, request: Request) -> Response:
        """Sign in."""
        form = await read_form(request)
        house, client = self.house(), cookies.client_of(request, self.settings)
        try:
            entered = await house.hasher.run(
                accounts.sign_in, house, client, name=form.get("name"), passphrase=form.get("passphrase")
            )
        except CarnetError as refusal:
            return self._refused(form, refusal, back=routes.public("open", form.language))
        return self._entered(request, form, entered)

    async def new(self, request: Request) -> Response:
        """Sign up; only with our script, since the recovery code is shown once."""
        form = await read_form(request)
        if not form.scripted:
            return _see(f"{routes.visited(routes.public('new', form.language))}#script")
        house, client = self.house(), cookies.client_of(request, self.settings)
        try:
            entered = await house.hasher.run(
                accounts.sign_up,
                house,
                client,
                code=form.get("code"),
                name=form.get("name"),
                passphrase=form.get("new_passphrase"),
                language=form.language,
            )
        except CarnetError as refusal:
            return self._refused(form, refusal, back="")
        return self._entered(request, form, entered, first=True)

    async def regain(self, request: Request) -> Response:
        """Recover; only with our script, as above."""
        form = await read_form(request)
        if not form.scripted:
            return _see(f"{routes.visited(routes.public('regain', form.language))}#script")
        house, client = self.house(), cookies.client_of(request, self.settings)
        try:
            entered = await house.hasher.run(
                accounts.recover,
                house,
                client,
                name=form.get("name"),
                code=form.get("code"),
                new_passphrase=form.get("new_passphrase"),
            )
        except CarnetError as refusal:
            return self._refused(form, refusal, back="")
        return self._entered(request, form, entered)

    async def key(self, request: Request) -> Response:
        """Change the passphrase; every session ends, this one too: the new one opens the next."""
        form = await read_form(request)
        house, client = self.house(), cookies.client_of(request, self.settings)
        try:
            session = self._session(request)
            await house.hasher.run(
                accounts.change_passphrase,
                house,
                session.actor,
                client,
                current=form.get("passphrase"),
                new_passphrase=form.get("new_passphrase"),
            )
        except CarnetError as refusal:
            return self._refused(form, refusal, back=routes.ME)
        return self._out(_go(form, routes.visited(routes.public("open", session.language))))

    async def code(self, request: Request) -> Response:
        """Make a new recovery code; only with our script, since it is shown once."""
        form = await read_form(request)
        if not form.scripted:
            return _see(routes.visited(routes.ME))
        house, client = self.house(), cookies.client_of(request, self.settings)
        try:
            code = await house.hasher.run(
                accounts.renew_recovery_code,
                house,
                self._session(request).actor,
                client,
                passphrase=form.get("passphrase"),
            )
        except CarnetError as refusal:
            return self._refused(form, refusal, back="")
        return JSONResponse({"to": routes.visited(routes.ME), "code": code})

    async def words(self, request: Request) -> Response:
        """Offer six words as a passphrase."""
        language = Posted({"language": request.query_params.get("language", "")}, scripted=True).language
        return JSONResponse({"words": passphrases.offer(language)})

    # --- out -------------------------------------------------------------------------------

    async def close(self, request: Request) -> Response:
        """Sign out: every session of hers ends."""
        form, session = await read_form(request), self._find(request)
        if session:
            self.house().sessions.end_all_of(session.actor.account_id)
        return self._out(_go(form, _home(session)))

    async def lock(self, request: Request) -> Response:
        """Lock this window's session, after keeping what it was sent along."""
        session = self._find(request)
        await self._keep_unsaved(request, session)
        if session:
            self.house().sessions.end(session.id_hash)
        without_script = request.headers.get("sec-fetch-mode") == "navigate"
        return self._out(_see(_home(session)) if without_script else JSONResponse({"to": _home(session)}))

    async def leave(self, request: Request) -> Response:
        """End everything, in silence: nothing about an exit is written anywhere."""
        session = self._find(request)
        await self._keep_unsaved(request, session)
        if session:
            self.house().sessions.end_all_of(session.actor.account_id)
        return self._out(cookies.no_content())

    async def keep(self, request: Request) -> Response:
        """Keep what a page was still sending when it was loaded anew or closed; the session goes on."""
        await self._keep_unsaved(request, self._find(request))
        return cookies.no_content()

    # --- shared ----------------------------------------------------------------------------

    async def _keep_unsaved(self, request: Request, session: Session | None) -> None:
        """Keep the words that were not saved yet; whatever cannot be kept must not hold up a way out."""
        fields = read_unsaved(await read_body(request))
        hers = [each for each in fields if session and typed.is_hers(each, session.tag)]
        if session and hers:
            await asyncio.to_thread(self._keep, session, hers)

    def _keep(self, session: Session, fields: list[Typed]) -> None:
        actor, today = session.actor, day_in(session.zone, self.house().now())
        for each in fields:
            with contextlib.suppress(CarnetError), self.house().write() as uow:
                following.after(uow, actor, typed.keep(uow, actor, each), today)

    def _find(self, request: Request) -> Session | None:
        return cookies.find_session(request, self.house(), self.settings)

    def _session(self, request: Request) -> Session:
        if session := self._find(request):
            return session
        raise SessionOverError

    def _entered(self, request: Request, form: Posted, entered: Entered, *, first: bool = False) -> Response:
        if before := self._find(request):
            self.house().sessions.end(before.id_hash)
        session = self.house().sessions.find(entered.cookie)
        if session:
            session.zone = form.get("zone")
        role = session.actor.role if session else Role.PARTICIPANT
        # Whoever has no plan has no first steps in one.
        to = routes.FIRST if first and role is Role.PARTICIPANT else routes.home_of(role)
        answer = {
            "to": routes.visited(to),
            "tag": session.tag if session else "",
            "build": version(),
        }
        if entered.recovery_code:
            answer["code"] = entered.recovery_code
        response = JSONResponse(answer) if form.scripted else _see(routes.visited(to))
        cookies.give(response, self.settings, session=entered.cookie, known=entered.known)
        return response

    def _refused(self, form: Posted, refusal: CarnetError, back: str) -> Response:
        if not form.scripted:
            return _see(f"{routes.visited(back)}#again")
        said = {"field": refusal.field, "text": refusal_sentence(form.language, refusal)}
        # Not an error of HTTP: a browser would write it, with the address, into its console.
        return JSONResponse({"refused": said})

    def _out(self, response: Response) -> Response:
        cookies.take(response, self.settings)
        return response


def _see(address: str) -> Response:
    return RedirectResponse(address, HTTPStatus.SEE_OTHER)


def _home(session: Session | None) -> str:
    """Return the cover in the language of whoever was here; the phone knows whether it is another one."""
    return routes.cover(Cover.NOTEBOOK, session.language if session else Language.FRENCH)


def _go(form: Posted, address: str) -> Response:
    return JSONResponse({"to": address}) if form.scripted else _see(address)
