"""Guessing slows, for each account and each client, and never locks the person out.

All clients that nobody knows share one budget an account; a client that signed in to the account
before has one of its own, which nobody else can use up. A script that holds such a client as well
has both: together fewer than thirty tries an hour.
"""

import base64
import hashlib
import hmac
import ipaddress
import secrets
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from threading import Lock

from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.model.errors import SlowDownError

HOUR = 3600.0
KNOWN_DAYS = 180

# Each entry is made by a try that was let through, and each such try costs a slow hash: an hour
# has not enough of it to push an entry out before it is an hour old.
_MOST_ENTRIES = 50_000


@dataclass(frozen=True, slots=True)
class Budget:
    """How often one may try.

    Attributes:
        most: Tries in any hour.
        free: The first of them, without waiting.
        first_wait: Seconds to wait after the last free one; doubled each time.
        longest_wait: Seconds that the doubling ends at.
    """

    most: int
    free: int
    first_wait: float = 0.0
    longest_wait: float = 0.0

    def wait(self, tries: deque[float], now: float) -> float:
        """Return the seconds until the next try is let through, after *tries* of the last hour."""
        if len(tries) >= self.most:
            return tries[-self.most] + HOUR - now
        if len(tries) < self.free:
            return 0.0
        pause = self.first_wait * 2.0 ** (len(tries) - self.free)
        return tries[-1] + min(pause, self.longest_wait) - now


ACCOUNT = Budget(most=14, free=5, first_wait=15.0, longest_wait=300.0)
ADDRESS = Budget(most=60, free=60)


@dataclass(frozen=True, slots=True)
class Client:
    """Where a try comes from.

    Attributes:
        address: The network address, as text; IPv6 counts by /64.
        known: The token that an earlier sign-in on this client was given; empty without one.
    """

    address: str
    known: str = ""


@dataclass(frozen=True, slots=True)
class Try:
    """One admitted try; opaque. Given back when it was no guess."""

    keys: tuple[bytes, ...]
    at: float


class Guessing:
    """Counts tries in process memory, by keyed hashes: it holds neither names nor addresses."""

    def __init__(self, clock: Callable[[], float], today: Callable[[], date], pepper: bytes) -> None:
        """Count by *clock* (seconds); *today* ends known clients after 180 days."""
        self._clock = clock
        self._today = today
        self._pepper = pepper
        self._lock = Lock()
        self._tries: OrderedDict[bytes, deque[float]] = OrderedDict()

    def admit(self, index: bytes, client: Client, purpose: str = "passphrase") -> Try:
        """Return leave to try one passphrase, counted before any hashing is done.

        Args:
            index: The account's, or what would be it (`crypto.passwords.name_index`).
            client: A known one is not held up by what strangers do, even at the same address.
            purpose: Each has a count of its own.

        Raises:
            SlowDownError: The next try must wait.
        """
        if self._knows(index, client.known):
            return self._admit({self._key("known", purpose, index, client.known): ACCOUNT})
        return self._admit({self._key("account", purpose, index): ACCOUNT, self._address(client): ADDRESS})

    def admit_address(self, client: Client, index: bytes = b"") -> Try:
        """Return leave to try one code that nobody can guess; only bounds the work for the server.

        Args:
            client: Known to the account of *index*, it is not held up by others at its address.
            index: As in `admit`; empty where there is no account yet.

        Raises:
            SlowDownError: The next try must wait.
        """
        if self._knows(index, client.known):
            return self._admit({self._key("known", "code", index, client.known): ADDRESS})
        return self._admit({self._address(client): ADDRESS})

    def give_back(self, admitted: Try) -> None:
        """Do not count *admitted*: it was right.

        Wrong tries before it still count. Whoever knows one passphrase of an account could
        otherwise clear the count with it between guesses at the other.
        """
        with self._lock:
            for key in admitted.keys:
                tries = self._tries.get(key, deque())
                if admitted.at in tries:
                    tries.remove(admitted.at)

    def known_token(self, index: bytes) -> str:
        """Return what gives this client a budget of its own for this account, for 180 days.

        It opens nothing, and the server need not remember it.
        """
        body = f"{self._today().toordinal() + KNOWN_DAYS}.{secrets.token_urlsafe(8)}"
        return f"{body}.{self._signature(index, body)}"

    def _knows(self, index: bytes, token: str) -> bool:
        body, _, signature = token.rpartition(".")
        expected = self._signature(index, body).encode()
        if not hmac.compare_digest(expected, signature.encode("utf-8", "surrogatepass")):
            return False
        return int(body.partition(".")[0]) >= self._today().toordinal()

    def _signature(self, index: bytes, body: str) -> str:
        return base64.urlsafe_b64encode(self._key("known client", index, body)).decode()

    def _admit(self, budgets: dict[bytes, Budget]) -> Try:
        with self._lock:
            now = self._clock()
            wait = max(budget.wait(self._recent(key, now), now) for key, budget in budgets.items())
            if wait > 0:
                raise SlowDownError(wait)
            for key in budgets:
                self._tries.setdefault(key, deque()).append(now)
                self._tries.move_to_end(key)
            while len(self._tries) > _MOST_ENTRIES:
                self._tries.popitem(last=False)
            return Try(tuple(budgets), now)

    def _recent(self, key: bytes, now: float) -> deque[float]:
        tries = self._tries.get(key, deque())
        while tries and tries[0] <= now - HOUR:
            tries.popleft()
        return tries

    def _address(self, client: Client) -> bytes:
        return self._key("address", _network(client.address))

    def _key(self, *parts: bytes | str) -> bytes:
        return hmac.digest(self._pepper, length_prefixed("guessing", *parts), hashlib.sha256)


def _network(address: str) -> str:
    """Return what one household or machine has to itself: an IPv4 address, or an IPv6 /64."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv4Address):
        return str(ip)
    mapped = ip.ipv4_mapped
    return str(mapped or ipaddress.ip_network((ip, 64), strict=False))
