"""Page addresses: neutral words only, since a browser's history keeps them.

Private pages have one address for both languages; public pages, prerendered, one for each.
"""

from typing import Final

from lifeplan_app.model.account import Language

TODAY: Final = "/today"
PLAN: Final = "/plan"
ME: Final = "/me"
PRIVATE: Final = (TODAY, PLAN, ME)
"""The pages of whoever is signed in; the first is where she arrives."""

_PUBLIC: Final = {"open": "/", "new": "/new", "regain": "/regain"}


def public(page: str, language: Language) -> str:
    """Return the address of the public *page* (``open``, ``new``, ``regain``) in *language*.

    Raises:
        KeyError: There is no such page.
    """
    path = _PUBLIC[page]
    return path if language is Language.FRENCH else f"/{language}{path}".rstrip("/")


def visited(path: str) -> str:
    """Return *path* as a browser is sent to it: with its last slash, so that nothing redirects."""
    return path if path.endswith("/") else f"{path}/"
