"""The page that leaving leads to: which addresses can be had."""

import re
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

import idna

from lifeplan_app.model.errors import ExitAddressError

LONGEST: Final = 250
"""Characters: her settings weigh the same whatever she chose."""

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+-]*:")
_LABEL: Final = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_WRITTEN: Final = "xn--"
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_NEVER: Final = frozenset(" \"'<>\\`{}|^")
_HTTPS_PORT: Final = 443


def check_address(typed: str) -> str:
    """Return the https address that *typed* means, in characters that every browser reads alike.

    A bare name such as ``meteo.fr`` gets its ``https://``.

    Raises:
        ExitAddressError: It is no https address of an ordinary site, or too long.
    """
    text = typed.strip()
    if len(text) > LONGEST or not text.isprintable() or set(text) & _NEVER:
        raise ExitAddressError
    parts = _split(text if _SCHEME.match(text) else f"https://{text}")
    path, query = _quoted(parts.path or "/"), _quoted(parts.query)
    address = f"https://{_host(parts)}{path}" + (f"?{query}" if query else "")
    if len(address) > LONGEST:
        raise ExitAddressError
    return address


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        port = parts.port or _HTTPS_PORT
    except ValueError:
        raise ExitAddressError from None
    if parts.scheme != "https" or "@" in parts.netloc or port != _HTTPS_PORT:
        raise ExitAddressError
    return parts


def _host(parts: SplitResult) -> str:
    try:
        *first, last = [_label(each) for each in idna.uts46_remap(parts.hostname or "").split(".")]
    except UnicodeError:
        raise ExitAddressError from None
    # A last part of figures is a number of a machine, not the name of a site.
    if not first or _NUMBER.fullmatch(last) or not all(_LABEL.fullmatch(each) for each in (*first, last)):
        raise ExitAddressError
    return ".".join((*first, last))


def _label(label: str) -> str:
    """Return one part of a name as browsers write it (UTS 46); one that is written so already is checked.

    Raises:
        UnicodeError: It is no part of a name.
    """
    if label.startswith(_WRITTEN):
        idna.ulabel(label)
    return label if label.isascii() else idna.alabel(label).decode()


def _quoted(part: str) -> str:
    return quote(part, safe="/%:@!$&()*+,;=~?", errors="replace")
