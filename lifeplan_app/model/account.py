"""Accounts: roles, and the settings a person keeps in her vault."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from lifeplan_app.model.ids import AccountId, VaultId


class Role(StrEnum):
    """Who an account belongs to. Only the values stand in the database."""

    PARTICIPANT = "p"
    CASEWORKER = "c"
    MENTOR = "m"
    COORDINATOR = "o"


class Language(StrEnum):
    """Languages with a complete catalogue; French is the source."""

    FRENCH = "fr"
    ENGLISH = "en"


class LockDelay(IntEnum):
    """Minutes without an act of hers until the app locks. Zero: when the screen is left."""

    AT_ONCE = 0
    ONE = 1
    THREE = 3
    FIVE = 5
    FIFTEEN = 15
    THIRTY = 30

    @property
    def idle_seconds(self) -> int:
        """Seconds without an act of hers; *at once* falls back to one minute on the server.

        The server cannot see a screen being left when the telephone is cut off at that moment;
        the fallback bounds what that costs.
        """
        return (self.value or 1) * 60


class TextSize(StrEnum):
    """How large the letters are."""

    NORMAL = "normal"
    LARGE = "l"
    LARGEST = "xl"


class Cover(StrEnum):
    """The ordinary little app that whoever opens the phone finds."""

    NOTEBOOK = "notebook"
    CALCULATOR = "calculator"


class Theme(StrEnum):
    """The colours of the pages: as the phone has them, or always one way."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """What she chose, sealed in her vault.

    Attributes:
        name: The name she opens her notebook with; it stands nowhere else in clear.
        language: The language of the pages.
        lock_delay: How long the app waits for her.
        shortcuts: Whether single keys do something on a wide screen.
        text_size: How large the letters are.
        theme: The colours of the pages.
        exit_url: Where leaving leads; empty where the programme decides.
        first_steps: The first step that she is at, from 1; zero when none waits for her.
    """

    name: str = field(default="", repr=False)
    language: Language = Language.FRENCH
    lock_delay: LockDelay = LockDelay.THREE
    shortcuts: bool = True
    text_size: TextSize = TextSize.NORMAL
    theme: Theme = Theme.SYSTEM
    exit_url: str = ""
    first_steps: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the account, its role, and the vault her passphrase opened.

    Attributes:
        keys: The opaque handle under which the process keeps her keys; never the keys.
    """

    account_id: AccountId
    role: Role
    vault_id: VaultId
    keys: str
