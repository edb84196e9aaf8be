"""Guessing slows, for each account and each client, and never locks the person out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Client:
    """Where a try comes from.

    Attributes:
        address: The network address, as text; IPv6 counts by /64.
        known: The token that an earlier sign-in on this client was given; empty without one.
    """

    address: str
    known: str = ""


class Try:
    """One admitted try; opaque. Given back when it was no guess."""


class Guessing:
    """Counts tries in process memory, by keyed indexes; holds no name."""

    def __init__(self, clock: Callable[[], float], today: Callable[[], date], pepper: bytes) -> None:
        """Count by *clock* (seconds); *today* ends known clients after 180 days."""

    def admit(self, index: bytes, client: Client) -> Try:
        """Return leave to try one passphrase, counted before any hashing is done.

        Raises:
            SlowDownError: The next try must wait.
        """
        raise NotImplementedError

    def admit_address(self, client: Client) -> Try:
        """Return leave to try one code that nobody can guess; only bounds the work for the server.

        Raises:
            SlowDownError: The next try must wait.
        """
        raise NotImplementedError

    def give_back(self, admitted: Try) -> None:
        """Do not count *admitted*: it was right. Wrong tries before it still count."""

    def known_token(self, index: bytes) -> str:
        """Return what gives this client a budget of its own for this account, for 180 days."""
        raise NotImplementedError
