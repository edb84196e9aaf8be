"""Page addresses: neutral words only, since a browser's history keeps them.

Private pages have one address for both languages; public pages, prerendered, one for each.
"""

from typing import Final

from lifeplan_app.model.account import Cover, Language, Role

TODAY: Final = "/today"
PLAN: Final = "/plan"
ME: Final = "/me"
FIRST: Final = "/first"
BOARD: Final = "/board"
SHOWN: Final = "/shown"
RECEIVED: Final = "/received"
OFFERS: Final = "/offers"
TEAM: Final = "/team"
PRIVATE: Final = (TODAY, PLAN, BOARD, ME, FIRST, SHOWN, RECEIVED, OFFERS, TEAM)
"""The pages of whoever is signed in."""

_HOMES: Final = {
    Role.PARTICIPANT: TODAY,
    Role.CASEWORKER: RECEIVED,
    Role.MENTOR: OFFERS,
    Role.COORDINATOR: TEAM,
}

_PUBLIC: Final = {"open": "/open", "new": "/new", "regain": "/regain", "install": "/install"}
_COVERS: Final = {Cover.NOTEBOOK: "/", Cover.CALCULATOR: "/calc"}


def home_of(role: Role) -> str:
    """Return the page where whoever has that *role* arrives."""
    return _HOMES[role]


def public(page: str, language: Language) -> str:
    """Return the address of the public *page* (``open``, ``new``, ``regain``, ``install``) in *language*.

    Raises:
        KeyError: There is no such page.
    """
    return _in(language, _PUBLIC[page])


def cover(kind: Cover, language: Language) -> str:
    """Return the address of the cover *kind* in *language*, as a browser is sent to it."""
    return visited(_in(language, _COVERS[kind]))


def covers() -> list[str]:
    """Return the addresses of all covers, the one that is nobody's choice first."""
    return [cover(kind, language) for language in Language for kind in Cover]


def manifest_address(kind: Cover, number: int, language: Language) -> str:
    """Return where a browser reads how to install the cover *kind* in *language* under its name *number*."""
    return f"/names/{kind.name.lower()}-{number}-{language}.webmanifest"


def visited(path: str) -> str:
    """Return *path* as a browser is sent to it: with its last slash, so that nothing redirects."""
    return path if path.endswith("/") else f"{path}/"


def _in(language: Language, path: str) -> str:
    return path if language is Language.FRENCH else f"/{language}{path}".rstrip("/")
