"""Everything that can be refused. One tree; each says when it is raised.

``code`` names the sentence in the catalogues (``error.<code>``); ``field`` the form field the
sentence belongs to, if any. Messages hold no word that a person typed.
"""

from math import ceil
from typing import ClassVar


class CarnetError(Exception):
    """The root of every refusal of ours."""

    code: ClassVar[str] = "unknown"
    field: ClassVar[str] = ""

    def __init__(self) -> None:
        """Carry the code as the message, and nothing else."""
        super().__init__(self.code)


# --- signing in and up -------------------------------------------------------------------------


class WrongPassphraseError(CarnetError):
    """The name and the passphrase do not open anything together; which of the two is not said."""

    code = "wrong_passphrase"
    field = "passphrase"


class WrongCurrentPassphraseError(WrongPassphraseError):
    """Asked again, a person who is signed in gave a passphrase that does not open her vault."""

    code = "wrong_current_passphrase"


class WrongRecoveryCodeError(CarnetError):
    """The name and the recovery code do not open anything together."""

    code = "wrong_recovery_code"
    field = "code"


class SlowDownError(CarnetError):
    """There were many tries in a short time; the next one must wait.

    Attributes:
        seconds: How long to wait, at least.
    """

    code = "slow_down"
    field = "passphrase"

    def __init__(self, seconds: float) -> None:
        """Say how long to wait."""
        super().__init__()
        self.seconds = max(1, ceil(seconds))


class InvitationError(CarnetError):
    """The invitation code is unknown, used or expired; which of the three is not said."""

    code = "invitation"
    field = "code"


class NameTakenError(CarnetError):
    """Another account has this name. Raised only after a valid invitation code."""

    code = "name_taken"
    field = "name"


class NameFormError(CarnetError):
    """The name is empty, too long, or has characters that cannot be typed again reliably."""

    code = "name_form"
    field = "name"


class WeakPassphraseError(CarnetError):
    """The passphrase is shorter than 12 characters, too long, or among the common ones."""

    code = "weak_passphrase"
    field = "new_passphrase"


class ClosedAccountError(CarnetError):
    """The account of somebody who works here was closed by the team; the passphrase was right."""

    code = "closed_account"
    field = "passphrase"


class SessionOverError(CarnetError):
    """There is no live session: locked, signed out, expired, or the server was restarted."""

    code = "session_over"


class NotAllowedError(CarnetError):
    """The actor may not do this to this object; says nothing about whether it exists."""

    code = "not_allowed"


# --- the plan ----------------------------------------------------------------------------------


class TextTooLongError(CarnetError):
    """A text has more than 10,000 characters."""

    code = "text_too_long"
    field = "text"


class LabelTooLongError(CarnetError):
    """A word of her own for an area, a section or a place has more than 60 characters."""

    code = "label_too_long"
    field = "text"


class DayError(CarnetError):
    """What was given as a date is none between the years 1 and 9999."""

    code = "day"
    field = "day"


class TextMissingError(CarnetError):
    """A text is empty or only white space where one line is needed."""

    code = "text_missing"
    field = "text"


class NotFoundError(CarnetError):
    """No such record in this vault; another window may have deleted it."""

    code = "not_found"


class TooLateError(CarnetError):
    """The ten seconds in which a change can be taken back are over."""

    code = "too_late"


class ExitAddressError(CarnetError):
    """What was given as the page to leave to is no ordinary https address, or is too long."""

    code = "exit_address"
    field = "address"


# --- sharing -----------------------------------------------------------------------------------


class LinkCodeError(CarnetError):
    """The code is nobody's who can be linked with: unknown, mistyped, or of another kind."""

    code = "link_code"
    field = "code"


class LinkedAlreadyError(CarnetError):
    """The two are linked already."""

    code = "linked_already"
    field = "code"


class RestingError(CarnetError):
    """The mentor takes a break, or walks with as many people as she can: nobody new for now."""

    code = "resting"
    field = "code"


class MemberError(CarnetError):
    """The name for somebody new in the team is empty or too long."""

    code = "member"
    field = "name"


class AliasError(CarnetError):
    """The name for somebody else to see is empty or has more than 40 characters."""

    code = "alias"
    field = "alias"


class EndDateError(CarnetError):
    """The last day of a share is in the past, or more than 12 months away."""

    code = "end_date"
    field = "ends"


class LinkOverError(CarnetError):
    """The link has ended, or the other cannot come in any more: nothing goes there."""

    code = "link_over"


class KeysChangedError(CarnetError):
    """The other's keys are not those that were pinned: nothing goes there."""

    code = "keys_changed"


class ShareOverError(CarnetError):
    """The share has ended meanwhile."""

    code = "share_over"


# --- photos ------------------------------------------------------------------------------------


class PhotoEmptyError(CarnetError):
    """What was sent as a photo has no byte in it."""

    code = "photo_empty"


class PhotoUnreadableError(CarnetError):
    """What was sent is no JPEG, PNG, WebP or HEIC by its content, or is something else as well."""

    code = "photo_unreadable"


class PhotoBrokenError(CarnetError):
    """It begins as a photo and cannot be read to its end."""

    code = "photo_broken"


class PhotoTooLargeError(CarnetError):
    """The photo has more than 50 million pixels, or needs more memory than there is for one."""

    code = "photo_too_large"


class PhotoTooHeavyError(CarnetError):
    """The photo is more than 8 MB."""

    code = "photo_too_heavy"


# --- boards ------------------------------------------------------------------------------------


class TooManyBoardsError(CarnetError):
    """She has as many boards as she can have."""

    code = "too_many_boards"


class BoardFullError(CarnetError):
    """A board holds as much as it can."""

    code = "board_full"


class TooManyPhotosError(CarnetError):
    """She has as many photos as she can have."""

    code = "too_many_photos"


class PhotoAgainError(CarnetError):
    """The same photo lies on that board already."""

    code = "photo_again"


# --- store and crypto --------------------------------------------------------------------------


class ChangedSinceError(CarnetError):
    """What is to be taken back has been changed again since, perhaps in another window."""

    code = "changed_since"


class SealError(CarnetError):
    """Sealed bytes do not open: changed, cut, moved, or under another key; which is not said."""

    code = "sealed"


class ParameterError(CarnetError):
    """A parameter or suite id is outside the allow-list in the code."""

    code = "parameter"


class StaleVersionError(CarnetError):
    """A record was written since the version that the writer had read."""

    code = "stale"


class StoreError(CarnetError):
    """The database cannot be read or written now: disk full, read-only, gone. Nothing was kept."""

    code = "store"


class ConfigurationError(CarnetError):
    """A setting cannot be used; the sentence is for the person who runs the server."""

    code = "configuration"

    def __init__(self, sentence: str) -> None:
        """Keep *sentence* as the message."""
        Exception.__init__(self, sentence)
