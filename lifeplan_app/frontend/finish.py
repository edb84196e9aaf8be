"""Finishing the built pages: languages, inline scripts' hashes, the list for offline use, leftovers.

Reflex compresses the files after this, so what is served compressed is what is written here.
"""

import hashlib
import json
import re
from base64 import b64encode
from pathlib import Path
from typing import Final

from lifeplan_app.i18n import direction
from lifeplan_app.model.account import Language
from lifeplan_app.model.errors import ConfigurationError

HTML_TAG: Final = re.compile(r"<html\b[^>]*>")
INLINE: Final = {
    "script": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL),
    "style": re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL),
}
SOURCE_MAP: Final = re.compile(r"\n?//# sourceMappingURL=\S+\s*$")
WORKER: Final = "sw.js"
WORKER_VERSION: Final = '"__VERSION__"'
WORKER_FILES: Final = "__PRECACHE__"
# plan.html is a copy of plan/index.html, which is the one a visit ends at; the maps are gone by then.
# What only the browser's own dialog of installing asks for need not be there without a network.
# Nor need what she asks for, by a tap that needs a network anyway.
NOT_KEPT: Final = re.compile(
    r"\.(gz|br|zst|map|webmanifest|png)$|^(sw|glance|board)\.js$|^board\.css$|(?<!index)\.html$"
)


def finish(static: Path, hashes: Path, version: Path) -> None:
    """Finish the files under *static*; write the inline scripts' hashes and which version they are.

    Args:
        static: The built pages.
        hashes: Where the hashes go.
        version: Where the name of the version goes, which every page bears as well.

    Raises:
        ConfigurationError: A built file is not as expected.
    """
    drop_source_maps(static)
    for page in sorted(static.rglob("*.html")):
        page.write_text(
            in_language(page.read_text(encoding="utf-8"), language_of(page.relative_to(static))),
            encoding="utf-8",
        )
    refuse_fixed_addresses(static)
    hashes.write_text(
        json.dumps({kind: inline_sources(static, kind) for kind in INLINE}, indent=1), encoding="utf-8"
    )
    files = kept_files(static)
    name = _fingerprint(static, files)
    version.write_text(name, encoding="utf-8")
    for page in static.rglob("*.html"):
        page.write_text(of_version(page.read_text(encoding="utf-8"), name), encoding="utf-8")
    fill_worker(static, files, name)


def drop_source_maps(static: Path) -> None:
    """Remove the maps, which would hand out the sources, and the lines that point to them."""
    for file in static.rglob("*.map"):
        file.unlink()
    for script in static.rglob("*.js"):
        text = script.read_text(encoding="utf-8")
        shorter = SOURCE_MAP.sub("", text)
        if shorter != text:
            script.write_text(shorter, encoding="utf-8")


def language_of(page: Path) -> Language:
    """Return the language of the page at *page*, a path below the built folder."""
    first = page.parts[0].removesuffix(".html")
    return Language(first) if first in set(Language) else Language.FRENCH


def in_language(html: str, language: Language) -> str:
    """Return *html* with its language and direction said on the first tag.

    Raises:
        ConfigurationError: The page has no such tag, or more than one.
    """
    said, count = HTML_TAG.subn(f'<html lang="{language}" dir="{direction(language)}">', html)
    if count != 1:
        raise ConfigurationError(f"A built page has {count} <html> tags instead of one.")
    return said


def of_version(html: str, name: str) -> str:
    """Return *html* with the version it belongs to said on its first tag."""
    return HTML_TAG.sub(lambda tag: f'{tag[0][:-1]} data-build="{name}">', html, count=1)


def refuse_fixed_addresses(static: Path) -> None:
    """Make sure that no script holds an address of the machine it was built on.

    Raises:
        ConfigurationError: One does, or none takes the socket's address from the page's own.
    """
    scripts = {file.name: file.read_text(encoding="utf-8") for file in static.rglob("*.js")}
    fixed = sorted(name for name, text in scripts.items() if re.search(r"(localhost|127\.0\.0\.1):\d", text))
    if fixed:
        raise ConfigurationError(f"Built scripts hold a fixed address: {', '.join(fixed)}.")
    if not any(re.search(r"\?\?\w+\.PING,window\.location\.origin\)", text) for text in scripts.values()):
        raise ConfigurationError("No built script takes the socket's address from the page's own.")


def inline_sources(static: Path, kind: str) -> list[str]:
    """Return the policy source of every inline *kind* (``script``, ``style``), each once, sorted."""
    bodies = {
        body
        for page in static.rglob("*.html")
        for body in INLINE[kind].findall(page.read_text(encoding="utf-8"))
    }
    return sorted(f"'sha256-{b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for body in bodies)


def fill_worker(static: Path, files: list[str], version: str) -> None:
    """Write into the service worker, if there is one, which *files* it keeps and under which *version*.

    Raises:
        ConfigurationError: Its two places to fill are not there.
    """
    worker = static / WORKER
    if not worker.is_file():
        return
    text = worker.read_text(encoding="utf-8")
    if text.count(WORKER_VERSION) != 1 or text.count(WORKER_FILES) != 1:
        raise ConfigurationError(f"assets/{WORKER} must hold {WORKER_VERSION} and {WORKER_FILES} once each.")
    addresses = json.dumps(["/" + file.removesuffix("index.html") for file in files], indent=0)
    filled = text.replace(WORKER_VERSION, json.dumps(version)).replace(WORKER_FILES, addresses)
    worker.write_text(filled, encoding="utf-8")


def kept_files(static: Path) -> list[str]:
    """Return the files that the pages need without a network, as paths below *static*."""
    names = (file.relative_to(static).as_posix() for file in static.rglob("*") if file.is_file())
    return sorted(name for name in names if not NOT_KEPT.search(name))


def _fingerprint(static: Path, files: list[str]) -> str:
    whole = hashlib.sha256()
    for file in files:
        whole.update(hashlib.sha256((static / file).read_bytes()).digest())
    return whole.hexdigest()[:12]
