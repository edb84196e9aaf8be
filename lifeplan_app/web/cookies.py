"""The two cookies: who is signed in, and that this client has been here before."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from lifeplan_app.core.guessing import Client
from lifeplan_app.core.house import House
from lifeplan_app.core.sessions import Session
from lifeplan_app.settings import Settings

_HALF_A_YEAR = 180 * 24 * 3600


def session_cookie(request: Request, settings: Settings) -> str:
    """Return the session cookie that came with *request*, or nothing."""
    return request.cookies.get(settings.session_cookie, "")


def find_session(request: Request, house: House, settings: Settings) -> Session | None:
    """Return the live session whose cookie came with *request*."""
    cookie = session_cookie(request, settings)
    return house.sessions.find(cookie) if cookie else None


def client_of(request: Request, settings: Settings) -> Client:
    """Return where *request* comes from; behind a proxy, from where the proxy says."""
    address = request.client.host if request.client else ""
    if settings.behind_proxy:
        # The last entry is the proxy's own; whatever stands before it anybody may have written.
        address = request.headers.get("x-forwarded-for", address).rpartition(",")[2].strip()
    return Client(address=address, known=request.cookies.get(settings.known_cookie, ""))


def give(response: Response, settings: Settings, *, session: str, known: str) -> None:
    """Let the browser keep both: the session's until it closes, the other for half a year."""
    _set(response, settings, settings.session_cookie, session, None)
    _set(response, settings, settings.known_cookie, known, _HALF_A_YEAR)


def take(response: Response, settings: Settings) -> None:
    """Let the browser forget the session."""
    response.delete_cookie(
        settings.session_cookie, path="/", secure=settings.secure, httponly=True, samesite="strict"
    )


def _set(response: Response, settings: Settings, name: str, value: str, max_age: int | None) -> None:
    response.set_cookie(
        name, value, max_age=max_age, path="/", secure=settings.secure, httponly=True, samesite="strict"
    )


def no_content() -> Response:
    """Return an answer that says nothing."""
    return Response(status_code=HTTPStatus.NO_CONTENT)
