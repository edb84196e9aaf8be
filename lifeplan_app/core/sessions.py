"""Who is signed in, in this process: found by the hash of a cookie, gone with the process."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lifeplan_app.core.undo import UndoLog
from lifeplan_app.crypto.keyring import KeyRing
from lifeplan_app.model.account import Actor, Language, Settings
from lifeplan_app.model.ids import AccountId

ABSOLUTE_SECONDS = 12 * 3600.0


@dataclass(slots=True)
class Session:
    """One signed-in window or several, that share a cookie.

    Attributes:
        id_hash: SHA-256 of the cookie, in hex; names the session without opening it.
        actor: Who acts.
        language: The language of her pages.
        idle_seconds: How long the server waits for an act of hers.
        opened: When it began, by the injected clock.
        last_act: Her last own act.
        tag: Tells the tabs of two vaults apart; random for each process, names nobody.
        undo: What she can still take back.
    """

    id_hash: str
    actor: Actor = field(repr=False)
    language: Language
    idle_seconds: int
    opened: float
    last_act: float
    tag: str
    undo: UndoLog = field(repr=False)


class Sessions:
    """The table of live sessions. Thread-safe."""

    def __init__(self, clock: Callable[[], float], ring: KeyRing) -> None:
        """Count by *clock*, in seconds that go on while the machine sleeps."""

    def open(self, actor: Actor, settings: Settings) -> str:
        """Return the cookie of a new session: 256 random bits, kept only as a hash."""
        raise NotImplementedError

    def find(self, cookie: str) -> Session | None:
        """Return the live session of *cookie*; ends it first if its time is over."""
        raise NotImplementedError

    def find_hash(self, id_hash: str) -> Session | None:
        """Return the live session with that hash; ends it first if its time is over."""
        raise NotImplementedError

    def touch(self, id_hash: str) -> None:
        """Count an act of hers.

        Raises:
            SessionOverError: The session is over; an act in flight does not bring it back.
        """
        raise NotImplementedError

    def adjust(self, id_hash: str, settings: Settings) -> None:
        """Let changed settings (language, lock delay) hold for the running session.

        Raises:
            SessionOverError: The session is over.
        """
        raise NotImplementedError

    def end(self, id_hash: str) -> None:
        """End the session if it lives: its keys are dropped, its undo forgotten."""

    def end_all_of(self, account_id: AccountId) -> None:
        """End every session of the account, whichever vault it opened."""

    def sweep(self) -> list[Session]:
        """Return the sessions whose time was over; they are ended now."""
        raise NotImplementedError

    def on_end(self, callback: Callable[[Session], None]) -> None:
        """Call *callback* with each session that ends, after its keys are gone, on the ending thread."""

    def __len__(self) -> int:
        """Return how many sessions live."""
        return 0
