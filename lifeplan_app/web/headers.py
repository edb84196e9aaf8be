"""What every answer carries, and what may open a socket."""

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lifeplan_app import routes
from lifeplan_app.settings import Settings

_POLICY_VIOLATION: Final = 1008
_SAME_ORIGIN: Final = "same-origin"
_UNSAFE_METHODS: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})

_ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not `no-referrer`: a plain form would then post with `Origin: null`. Nothing leaves this origin.
    "Referrer-Policy": _SAME_ORIGIN,
    "Permissions-Policy": "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": _SAME_ORIGIN,
    "Cross-Origin-Resource-Policy": _SAME_ORIGIN,
    "X-Robots-Tag": "noindex, nofollow",
}
# A code can be read from another screen, on the pages of whoever is signed in.
_WITH_CAMERA: Final = _ALWAYS["Permissions-Policy"].replace("camera=()", "camera=(self)")
_HSTS: Final = "max-age=63072000; includeSubDomains"


def content_security_policy(inline: Mapping[str, Iterable[str]] | None = None) -> str:
    """Return the policy: this origin only, no ``unsafe-`` anything; what is *inline* by its hashes.

    Only a page has any. Without their hashes the policy is stricter, and on everything
    else that is answered far shorter: a first visit would carry them twenty times.
    """
    hashes = inline or {}
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *hashes.get("script", ())]),
            " ".join(["style-src 'self'", *hashes.get("style", ())]),
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


class SecurityHeaders:
    """Puts the headers on every answer, and lets no page but ours post or open a socket."""

    def __init__(self, app: ASGIApp, settings: Settings, inline: Mapping[str, Iterable[str]]) -> None:
        self._app = app
        self._origins = frozenset(settings.origins())
        self._headers = dict(_ALWAYS)
        self._policy = content_security_policy()
        self._policy_of_pages = content_security_policy(inline)
        if settings.secure:
            self._headers["Strict-Transport-Security"] = _HSTS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if Headers(scope=scope).get("origin") not in self._origins:
            await receive()
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
            return
        await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        answered = self._with_headers(scope["path"], send)
        if scope["method"] in _UNSAFE_METHODS and not self._is_ours(Headers(scope=scope)):
            await _refuse(answered)
            return
        await self._app(scope, receive, answered)

    def _is_ours(self, headers: Headers) -> bool:
        """Tell whether a post comes from a page of ours: by its Origin, or by what the browser says.

        A browser sends at least one of the two with a post; what sends neither is none.
        """
        origin = headers.get("origin")
        if origin is not None and origin != "null":
            return origin in self._origins
        return headers.get("sec-fetch-site") == _SAME_ORIGIN

    def _with_headers(self, path: str, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                if path.startswith(routes.PRIVATE):
                    headers["Permissions-Policy"] = _WITH_CAMERA
                is_page = headers.get("content-type", "").startswith("text/html")
                # "Not modified" says no type, and a browser puts its policy on the page it has kept.
                may_be_page = is_page or message["status"] == HTTPStatus.NOT_MODIFIED
                headers["Content-Security-Policy"] = self._policy_of_pages if may_be_page else self._policy
                headers.setdefault("Cache-Control", caching(path, message["status"]))
                _vary_by_packing_alone(headers)
            await send(message)

        return sending


def _vary_by_packing_alone(headers: MutableHeaders) -> None:
    """Say that an answer does not depend on the Origin: nobody but our own pages is answered otherwise.

    The framework says that it does. The browser would then fetch each script a second time for the
    worker, which asks without an Origin where the page asked with one.
    """
    varies = {name.strip() for name in headers.get("vary", "").split(",")} - {"", "Origin"}
    if varies:
        headers["Vary"] = ", ".join(sorted(varies))
    elif "vary" in headers:
        del headers["vary"]


async def _refuse(send: Callable[[Message], object]) -> None:
    await send({"type": "http.response.start", "status": HTTPStatus.FORBIDDEN, "headers": []})  # type: ignore[misc]
    await send({"type": "http.response.body", "body": b""})  # type: ignore[misc]


SPRITE: Final = "/icons.svg"
PRIVATE_PAGES: Final = (*routes.PRIVATE, "/session")


def caching(path: str, status: int) -> str:
    """Return how long what lies at *path* may be kept.

    What Vite names by its content never changes. Private pages are empty shells, and are not kept
    all the same: a page that is not kept cannot come back from a cache after an exit.
    """
    if path.startswith(PRIVATE_PAGES):
        return "no-store"
    if path == SPRITE:
        return "public, max-age=86400"  # drawn anew while the server is away, too
    if path.startswith("/assets/") and status in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
        return "public, max-age=31536000, immutable"
    return "no-cache"
