"""Where the built pages lie. Nothing is imported from Reflex here: the start and web/ read it."""

import json
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
WEB: Final = ROOT / ".web"
STATIC: Final = WEB / "build" / "client"
STAMP: Final = WEB / "built-from"
SCRIPT_HASHES: Final = WEB / "script-hashes.json"
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


def script_hashes() -> tuple[str, ...]:
    """Return the Content-Security-Policy sources of the inline scripts in the built pages.

    Empty when nothing is built: a page then runs no inline script, which is the safe way to fail.
    """
    if not SCRIPT_HASHES.is_file():
        return ()
    return tuple(json.loads(SCRIPT_HASHES.read_text(encoding="utf-8")))


def version() -> str:
    """Return which version the built pages are, as each of them bears it; nothing when nothing is built."""
    return VERSION.read_text(encoding="utf-8") if VERSION.is_file() else ""
