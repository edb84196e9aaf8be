"""The two lists of what is not said: nowhere on the surface, and nowhere in the interface."""

import re
import unicodedata
from pathlib import Path

_LISTS = Path(__file__).parent / "data"


def folded(text: str) -> str:
    """Return *text* as the lists are compared: without case and without accents."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(character for character in apart if not unicodedata.combining(character))


def _listed(name: str) -> tuple[str, ...]:
    lines = (_LISTS / f"never-{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(folded(line.strip()) for line in lines if line.strip() and not line.startswith("#"))


ON_THE_SURFACE = _listed("on-the-surface")
IN_THE_INTERFACE = _listed("in-the-interface")


def gives_away(text: str) -> list[str]:
    """Return the parts of words in *text* that must be found nowhere on the surface."""
    plain = folded(text)
    return [part for part in ON_THE_SURFACE if part in plain]


def should_not_be_said(text: str) -> list[str]:
    """Return the words and phrases in *text* that no message uses."""
    plain = folded(text)
    return [words for words in IN_THE_INTERFACE if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", plain)]
