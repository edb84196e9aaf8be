"""Where the built pages lie. Nothing is imported from Reflex here: the start and web/ read it."""

import json
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
WEB: Final = ROOT / ".web"
STATIC: Final = WEB / "build" / "client"
STAMP: Final = WEB / "built-from"
INLINE_HASHES: Final = WEB / "inline-hashes.json"
VERSION: Final = WEB / "version"
SCRATCH: Final = ROOT / ".cache"
SCRIPTS: Final = (
    "renew",
    "forms",
    "keep",
    "lock",
    "follow",
    "sheets",
    "plan",
    "marks",
    "away",
    "parting",
    "order",
    "order-keys",
    "focus",
    "install",
)
"""The scripts that run when a page is there, in this order; a browser gets them as one, `JOINED`."""
JOINED: Final = "pages.js"
ALONE: Final = ("shell", "cover", "kept", "slips", "notes", "reckon", "sums")
"""The scripts that stay files of their own: what every page runs first, and what the covers run."""


def inline_hashes() -> dict[str, list[str]]:
    """Return the Content-Security-Policy sources of what stands inline in the built pages: script, style.

    Empty when nothing is built: a page then runs no inline script, which is the safe way to fail.
    """
    return json.loads(INLINE_HASHES.read_text(encoding="utf-8")) if INLINE_HASHES.is_file() else {}


def version() -> str:
    """Return which version the built pages are, as each of them bears it; nothing when nothing is built."""
    return VERSION.read_text(encoding="utf-8") if VERSION.is_file() else ""
