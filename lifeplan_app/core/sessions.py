"""Who is signed in, in this process: found by the hash of a cookie, gone with the process."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Lock

from lifeplan_app.core.arranging import Arranging
from lifeplan_app.core.undo import UndoLog
from lifeplan_app.crypto.keyring import KeyRing
from lifeplan_app.model.account import Actor, Language, LockDelay, Role, Settings
from lifeplan_app.model.errors import SessionOverError
from lifeplan_app.model.ids import AccountId, RecordId, VaultId

ABSOLUTE_SECONDS = 12 * 3600.0

_COOKIE_BYTES = 32
_TAG_BYTES = 16
_TAG_LABEL = b"carnet/window-tag"


@dataclass(slots=True, kw_only=True)
class Session:
    """One signed-in window or several, that share a cookie.

    Attributes:
        id_hash: SHA-256 of the cookie, in hex; names the session without opening it.
        actor: Who acts.
        settings: What holds for it of what she chose; her name is not among it.
        opened: When it began, by the injected clock.
        last_act: Her last own act.
        tag: Tells the windows of two vaults apart, and knows one again after a restart; names nobody.
        undo: What she can still take back.
        arranging: What she did on her boards.
        zone: The time zone of her phone, as it says; empty until it has said.
    """

    id_hash: str
    actor: Actor = field(repr=False)
    settings: Settings
    opened: float
    last_act: float
    tag: str
    undo: UndoLog = field(repr=False)
    arranging: Arranging = field(default_factory=Arranging, repr=False)
    zone: str = field(default="", repr=False)

    @property
    def language(self) -> Language:
        """The language of her pages."""
        return self.settings.language

    @property
    def lock_delay(self) -> LockDelay:
        """How long the server waits for an act of hers."""
        return self.settings.lock_delay

    def is_over(self, now: float) -> bool:
        """Tell whether its time was over at *now*."""
        return now - self.last_act >= self.lock_delay.idle_seconds or now - self.opened >= ABSOLUTE_SECONDS


class Sessions:
    """The table of live sessions. Thread-safe."""

    def __init__(self, clock: Callable[[], float], ring: KeyRing, secret: bytes) -> None:
        """Count by *clock*, in seconds that go on while the machine sleeps; *secret* keys the tags."""
        self._clock = clock
        self._ring = ring
        self._secret = hmac.digest(secret, _TAG_LABEL, hashlib.sha256)
        self._lock = Lock()
        self._live: dict[str, Session] = {}
        self._callbacks: list[Callable[[Session], None]] = []

    def open(self, actor: Actor, settings: Settings) -> str:
        """Return the cookie of a new session: 256 random bits, kept only as a hash."""
        cookie = secrets.token_urlsafe(_COOKIE_BYTES)
        now = self._clock()
        session = Session(
            id_hash=_hash(cookie),
            actor=actor,
            settings=_without_name(settings),
            opened=now,
            last_act=now,
            tag=hmac.digest(self._secret, actor.vault_id.encode(), hashlib.sha256)[:_TAG_BYTES].hex(),
            undo=UndoLog(self._clock),
        )
        with self._lock:
            self._live[session.id_hash] = session
        return cookie

    def find(self, cookie: str) -> Session | None:
        """Return the live session of *cookie*; ends it first if its time is over."""
        return self.find_hash(_hash(cookie))

    def find_hash(self, id_hash: str) -> Session | None:
        """Return the live session with that hash; ends it first if its time is over."""
        session = self._live.get(id_hash)
        if session is None or not session.is_over(self._clock()):
            return session
        self.end(id_hash)
        return None

    def touch(self, id_hash: str) -> None:
        """Count an act of hers.

        Raises:
            SessionOverError: The session is over; an act in flight does not bring it back.
        """
        session = self._require(id_hash)
        session.last_act = max(session.last_act, self._clock())  # a hold goes on

    def hold(self, id_hash: str, seconds: float) -> None:
        """Count an act of hers, after which the session waits at least *seconds* for the next.

        Raises:
            SessionOverError: The session is over.
        """
        session = self._require(id_hash)
        session.last_act = self._clock() + max(0.0, seconds - session.lock_delay.idle_seconds)

    def adjust(self, id_hash: str, settings: Settings) -> None:
        """Let changed settings hold for the running session.

        Raises:
            SessionOverError: The session is over.
        """
        self._require(id_hash).settings = _without_name(settings)

    def end(self, id_hash: str) -> None:
        """End the session if it lives: its keys are dropped, its undo forgotten."""
        with self._lock:
            session = self._live.pop(id_hash, None)
        if session is None:
            return
        self._ring.drop(session.actor.keys)
        session.undo.clear()
        session.arranging.clear()
        for callback in self._callbacks:
            callback(session)

    def end_all_of(self, account_id: AccountId) -> None:
        """End every session of the account, whichever vault it opened."""
        for session in self._where(lambda each: each.actor.account_id == account_id):
            self.end(session.id_hash)

    def photos_awaited(self, vault_id: VaultId) -> set[RecordId]:
        """Return the photos that a session of that vault can still bring back."""
        hers = self._where(lambda each: each.actor.vault_id == vault_id)
        return {photo for each in hers for log in (each.arranging, each.undo) for photo in log.photos()}

    def accounts_of_team(self) -> set[AccountId]:
        """Return the accounts of those who work here and are signed in."""
        there = self._where(lambda each: each.actor.role is not Role.PARTICIPANT)
        return {each.actor.account_id for each in there}

    def end_all(self) -> None:
        """End every session of this process."""
        for session in self._where(lambda _: True):
            self.end(session.id_hash)

    def sweep(self) -> list[Session]:
        """Return the sessions whose time was over; they are ended now.

        The others forget the changes that can no longer be taken back.
        """
        now = self._clock()
        over = self._where(lambda each: each.is_over(now))
        for session in over:
            self.end(session.id_hash)
        for session in self._where(lambda _: True):
            session.undo.forget_old()
        return over

    def on_end(self, callback: Callable[[Session], None]) -> None:
        """Call *callback* with each session that ends, after its keys are gone, on the ending thread."""
        self._callbacks.append(callback)

    def __len__(self) -> int:
        return len(self._live)

    def _require(self, id_hash: str) -> Session:
        session = self.find_hash(id_hash)
        if session is None:
            raise SessionOverError
        return session

    def _where(self, condition: Callable[[Session], bool]) -> list[Session]:
        with self._lock:
            return [session for session in self._live.values() if condition(session)]


def _without_name(settings: Settings) -> Settings:
    return replace(settings, name="")


def _hash(cookie: str) -> str:
    return hashlib.sha256(cookie.encode("utf-8", "surrogatepass")).hexdigest()
