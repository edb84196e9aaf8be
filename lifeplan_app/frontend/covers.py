"""The covers as files: four pages and twelve manifests, written when the rest is built.

They hold no framework, so that they are small, open at once and work without a network.
"""

import html
import json
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lifeplan_app import routes
from lifeplan_app.frontend.places import ROOT
from lifeplan_app.i18n import direction, say
from lifeplan_app.i18n.catalogue import messages
from lifeplan_app.i18n.names import NAMES, name_of
from lifeplan_app.model.account import Cover, Language

TEMPLATES: Final = Path(__file__).parent / "templates"
SPRITE: Final = ROOT / "assets" / "icons.svg"
SCRIPTS: Final = {Cover.NOTEBOOK: ("kept", "slips", "notes"), Cover.CALCULATOR: ("reckon", "sums")}
"""What runs on each cover when it is there; ``cover.js`` runs before, on both."""
TITLES: Final = {Cover.NOTEBOOK: "public.notes.title", Cover.CALCULATOR: "public.sums.title"}
GROUND: Final = "#f6f6f4"
_USED: Final = re.compile(r'<use href="#(i-[a-z-]+)"')


class _Template(string.Template):
    # A message's key as it stands in the catalogues, or a value's name.
    idpattern = r"[a-z][a-z_0-9]*(?:\.[a-z_0-9]+)*"


def write_covers(static: Path) -> None:
    """Write both covers in all languages, and their manifests, below *static*.

    Raises:
        KeyError: A template asks for a word that no catalogue has.
        OSError: A template or the sprite is missing.
    """
    for language in Language:
        for cover in Cover:
            file = static / routes.cover(cover, language).lstrip("/") / "index.html"
            _write(file, cover_page(cover, language))
            for number in NAMES:
                _write(
                    static / routes.manifest_address(cover, number, language).lstrip("/"),
                    json.dumps(manifest(cover, number, language), ensure_ascii=False),
                )


def cover_page(cover: Cover, language: Language) -> str:
    """Return the whole page of *cover* in *language*."""
    body = _fill(_file(cover), _words(language), _values(cover, language))
    return _fill(
        "page",
        _words(language),
        {
            **_values(cover, language),
            "title": html.escape(say(language, TITLES[cover])),
            "manifest": routes.manifest_address(cover, NAMES[0], language),
            "scripts": "\n".join(f'<script src="/{name}.js" defer></script>' for name in SCRIPTS[cover]),
            "sprite": "".join(_symbols(body)),
            "body": body,
        },
    )


def manifest(cover: Cover, number: int, language: Language) -> dict[str, object]:
    """Return what a browser reads to install *cover* under its name *number*: each an app of its own."""
    name = name_of(cover, number, language)
    return {
        "id": routes.manifest_address(cover, number, language).removesuffix(".webmanifest"),
        "name": name,
        "short_name": name,
        "start_url": routes.cover(cover, language),
        "scope": "/",
        "display": "standalone",
        "lang": language.value,
        "dir": direction(language),
        "theme_color": GROUND,
        "background_color": GROUND,
        "icons": [_icon(cover, size, purpose) for purpose in ("any", "maskable") for size in (192, 512)],
    }


def _file(cover: Cover) -> str:
    """Return how the files of *cover* are called."""
    return cover.name.lower()


def _icon(cover: Cover, size: int, purpose: str) -> dict[str, str]:
    shape = "-maskable" if purpose == "maskable" else ""
    return {
        "src": f"/icons/{_file(cover)}{shape}-{size}.png",
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }


def _words(language: Language) -> dict[str, str]:
    said = messages(language)
    return {key: html.escape(text) for key, text in said.items() if key.startswith("public.")}


def _values(cover: Cover, language: Language) -> dict[str, str]:
    french = language is Language.FRENCH
    other = Language.ENGLISH if french else Language.FRENCH
    return {
        "cover": _file(cover),
        "language": language.value,
        "other_language": other.value,
        "direction": direction(language),
        "other_home": routes.cover(cover, other),
        "ground": GROUND,
        "way": routes.visited(routes.public("open", language)),
        "point": "," if french else ".",
        "group": "\u202f" if french else ",",
    }


def _fill(template: str, words: dict[str, str], values: dict[str, str]) -> str:
    text = (TEMPLATES / f"{template}.html").read_text(encoding="utf-8")
    return _Template(text).substitute({**words, **values})


def _symbols(body: str) -> Iterator[str]:
    """Yield the drawings that *body* uses, out of the sprite of all pages."""
    sprite = SPRITE.read_text(encoding="utf-8")
    for name in sorted(set(_USED.findall(body))):
        start = sprite.index(f'<symbol id="{name}"')
        yield sprite[start : sprite.index("</symbol>", start)] + "</symbol>"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
