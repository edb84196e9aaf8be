"""What the person who runs the server may set, read once from the environment.

Every setting has a default that works, so that a start without any serves this machine alone.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Self
from urllib.parse import SplitResult, urlsplit

from lifeplan_app.model.errors import ConfigurationError
from lifeplan_app.model.sharing import MOST_PEOPLE

ROOT = Path(__file__).resolve().parents[1]
THIS_MACHINE = "127.0.0.1"
DEFAULT_PORT = 3000
LAST_PORT = 65_535
LARGEST_MOST = 1_000
LONGEST_NUMBER = 9
# A weather page is opened from many phones at any hour, and says nothing about who opens it.
DEFAULT_EXIT_URL = "https://meteofrance.com/"
WILDCARDS = frozenset({"0.0.0.0", "::"})  # noqa: S104  (they are recognised here, not listened on)
# Reflex would put the state of every open page into Redis in clear, and start several processes.
REDIS_NAMES = ("REDIS_URL", "REFLEX_REDIS_URL")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the server listens, where it keeps its data, and which addresses are its own.

    Attributes:
        host: The address it listens on.
        port: The port of the pages and of the socket.
        data: The folder of the database and of the key file.
        tls_cert: The certificate, when the server itself speaks TLS.
        tls_key: The certificate's private key.
        public_url: The https origin people use, when a proxy in front speaks TLS.
        exit_url: Where leaving in a hurry leads.
        most_people: How many people a mentor walks with at most.
    """

    host: str = THIS_MACHINE
    port: int = DEFAULT_PORT
    data: Path = ROOT / "data"
    tls_cert: Path | None = None
    tls_key: Path | None = None
    public_url: str | None = None
    exit_url: str = DEFAULT_EXIT_URL
    most_people: int = MOST_PEOPLE

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Return the settings of *environment*, by default the process's own.

        Raises:
            ConfigurationError: A value cannot be used, or would leave people unprotected.
        """
        values = os.environ if environment is None else environment
        _refuse_redis(values)
        settings = cls(
            host=values.get("HOST") or THIS_MACHINE,
            port=_port(values.get("PORT", "")),
            data=Path(values.get("DATA") or ROOT / "data").expanduser().absolute(),
            tls_cert=_file("TLS_CERT", values),
            tls_key=_file("TLS_KEY", values),
            public_url=_public_url(values.get("PUBLIC_URL", "")),
            exit_url=_exit_url(values.get("EXIT_URL", "")),
            most_people=_most_people(values.get("MOST_PEOPLE", "")),
        )
        settings.require_protection()
        return settings

    @property
    def listens_here_only(self) -> bool:
        """Whether no other machine can reach the server."""
        return _is_loopback(self.host)

    @property
    def speaks_tls(self) -> bool:
        """Whether the server itself speaks TLS."""
        return self.tls_cert is not None

    @property
    def secure(self) -> bool:
        """Whether people reach it over https, so that cookies are ``Secure`` and HSTS is sent."""
        return self.speaks_tls or self.public_url is not None

    @property
    def session_cookie(self) -> str:
        """The session cookie's name; ``__Host-`` binds it to this very host, which needs TLS."""
        return "__Host-s" if self.secure else "s"

    @property
    def known_cookie(self) -> str:
        """The name of the cookie that gives a client a budget of its own."""
        return "__Host-k" if self.secure else "k"

    @property
    def behind_proxy(self) -> bool:
        """Whether a proxy in front speaks TLS, and says from where a request came."""
        return self.public_url is not None and not self.speaks_tls

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return self.origins()[0]

    def origins(self) -> tuple[str, ...]:
        """Return the exact origins whose pages may talk to this server, the best known first."""
        if self.public_url:
            return (self.public_url,)
        scheme = "https" if self.speaks_tls else "http"
        names = ("localhost", THIS_MACHINE) if self.listens_here_only else (self.host,)
        return tuple(_origin(scheme, name, self.port) for name in names)

    def require_protection(self) -> None:
        """Refuse settings under which anything would travel in clear.

        Raises:
            ConfigurationError: Other machines could reach the server without TLS, half of a TLS
                setting is missing, or the address that people use cannot be known.
        """
        if (self.tls_cert is None) != (self.tls_key is None):
            raise ConfigurationError("TLS_CERT and TLS_KEY belong together: set both, or neither.")
        if not self.listens_here_only and not self.secure:
            raise ConfigurationError(
                f"HOST={self.host} lets other machines in, and without TLS what people write would travel "
                "in clear: set TLS_CERT and TLS_KEY, or PUBLIC_URL=https://… if a proxy in front speaks TLS."
            )
        if self.host in WILDCARDS and self.public_url is None:
            raise ConfigurationError(
                f"HOST={self.host} does not say which address people use: set PUBLIC_URL=https://… as well."
            )


def _refuse_redis(values: Mapping[str, str]) -> None:
    for name in REDIS_NAMES:
        if values.get(name):
            raise ConfigurationError(
                f"{name} is set, and with Redis the content of open pages would be stored in clear: "
                f"unset {name} to start."
            )


def _port(text: str) -> int:
    if not text:
        return DEFAULT_PORT
    if not _is_whole(text, LAST_PORT):
        raise ConfigurationError(f"PORT={text} is no port: use a whole number from 1 to {LAST_PORT}.")
    return int(text)


def _most_people(text: str) -> int:
    if not text:
        return MOST_PEOPLE
    if not _is_whole(text, LARGEST_MOST):
        raise ConfigurationError(
            f"MOST_PEOPLE={text} is not how many people a mentor can walk with: "
            f"use a whole number from 1 to {LARGEST_MOST}."
        )
    return int(text)


def _is_whole(text: str, last: int) -> bool:
    """Tell whether *text* is a whole number from 1 to *last*; a very long one is no number to read."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER and 0 < int(text) <= last


def _file(name: str, values: Mapping[str, str]) -> Path | None:
    text = values.get(name, "")
    if not text:
        return None
    path = Path(text).expanduser().absolute()
    if not os.access(path, os.R_OK) or not path.is_file():
        raise ConfigurationError(f"{name}={text} cannot be read as a file.")
    return path


def _public_url(text: str) -> str | None:
    if not text:
        return None
    parts = _https("PUBLIC_URL", text)
    if parts.path not in {"", "/"} or parts.query or parts.fragment:
        raise ConfigurationError(f"PUBLIC_URL={text} must be a bare address such as https://carnet.example.")
    return _origin("https", parts.hostname or "", parts.port or 443)


def _exit_url(text: str) -> str:
    if not text:
        return DEFAULT_EXIT_URL
    return _https("EXIT_URL", text).geturl()


def _https(name: str, text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        port_is_a_number = parts.port is None or parts.port > 0
    except ValueError:
        parts, port_is_a_number = urlsplit(""), False
    clear = text.isascii() and text.isprintable() and not set(text) & set(" \"'<>\\`")
    if parts.scheme != "https" or not parts.hostname or parts.username or not port_is_a_number or not clear:
        raise ConfigurationError(f"{name}={text} must be an address that starts with https://.")
    return parts


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _origin(scheme: str, name: str, port: int) -> str:
    shown = f"[{name}]" if ":" in name else name
    standard = {"http": 80, "https": 443}[scheme]
    return f"{scheme}://{shown}" if port == standard else f"{scheme}://{shown}:{port}"
