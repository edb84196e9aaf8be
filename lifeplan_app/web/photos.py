"""Photos: brought in as raw bytes, made safe, sealed; shown to the session they belong to and nobody else."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from lifeplan_app.core import photos
from lifeplan_app.core.house import House
from lifeplan_app.core.sessions import Session
from lifeplan_app.i18n import refusal_sentence
from lifeplan_app.imaging.answer import MOST_SENT
from lifeplan_app.imaging.apart import Developed, develop_apart
from lifeplan_app.model.account import Language
from lifeplan_app.model.errors import CarnetError, PhotoTooHeavyError, SessionOverError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.settings import Settings
from lifeplan_app.web import cookies

T = TypeVar("T")
WINDOW: Final = "x-window"
"""The header in which a page says whose it is: `Session.tag`."""


@dataclass(frozen=True, slots=True)
class Photos:
    """What lies below ``/session/photos``, where nothing is kept by a browser.

    Raw bytes, no form with parts: those would be spooled to a file, in clear.

    Attributes:
        house: Gives the house of this process, once the server is up.
        settings: How people reach the server.
    """

    house: Callable[[], House]
    settings: Settings

    def routes(self) -> list[Route]:
        """Return all of them."""
        return [
            Route("/session/photos/{board}", self.bring, methods=["POST"]),
            Route("/session/photos/{photo}/{size}", self.show, methods=["GET"]),
        ]

    async def bring(self, request: Request) -> Response:
        """Keep a photo, on a board; answer which item it is there."""
        session = cookies.find_session(request, self.house(), self.settings)
        try:
            if session is None or request.headers.get(WINDOW) != session.tag:
                raise SessionOverError
            sent = await _read(request)
            developed = await _unless_gone(request, asyncio.to_thread(develop_apart, sent))
            board = RecordId(request.path_params["board"])
            item = await asyncio.to_thread(self._keep, session, board, developed, sent)
        except ClientDisconnect:
            return cookies.no_content()  # stopped meanwhile: nothing was kept
        except CarnetError as refusal:
            language = session.language if session else Language.FRENCH
            said = {"code": refusal.code, "text": refusal_sentence(language, refusal)}
            # Not an error of HTTP: a browser would write it, with the address, into its console.
            return JSONResponse({"refused": said})
        return JSONResponse({"item": item})

    async def show(self, request: Request) -> Response:
        """Show a photo, as part of a page: it has no page of its own that a history could keep."""
        session = cookies.find_session(request, self.house(), self.settings)
        size = request.path_params["size"]
        as_page = request.headers.get("sec-fetch-dest") in {"document", "iframe", "frame", "object", "embed"}
        if session is None or as_page or size not in {"small", "large"}:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        try:
            image = await asyncio.to_thread(
                self._open, session, RecordId(request.path_params["photo"]), small=size == "small"
            )
        except CarnetError:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        return Response(image, media_type="image/webp")

    def _keep(self, session: Session, board: RecordId, developed: Developed, sent: bytes) -> RecordId:
        digest = photos.digest_of(sent)
        with self.house().write() as uow:
            kept = photos.add_photo(uow, session.actor, board, developed, digest)
            uow.concerns.add(session.actor.vault_id)
        return kept.record.id

    def _open(self, session: Session, photo: RecordId, *, small: bool) -> bytes:
        with self.house().read() as uow:
            return photos.open_photo(uow, session.actor, photo, small=small)


async def _unless_gone(request: Request, work: Awaitable[T]) -> T:
    """Return what *work* returns.

    Raises:
        ClientDisconnect: Nobody waits for it any more.
    """
    gone = asyncio.ensure_future(request.receive())  # after the whole body, that is all that can come
    try:
        done = await work
        if gone.done():
            raise ClientDisconnect
    finally:
        gone.cancel()
    return done


async def _read(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_SENT:  # it is not read to its end
            raise PhotoTooHeavyError
    return bytes(body)
