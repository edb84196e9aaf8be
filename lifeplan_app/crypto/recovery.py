"""The recovery code: shown once, put away on paper, good for one new passphrase."""

from lifeplan_app.crypto import codes
from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.crypto.keys import KEY_BYTES, derive
from lifeplan_app.crypto.passwords import STRETCHED_BYTES
from lifeplan_app.model.errors import ParameterError, WrongRecoveryCodeError

LENGTH = 28
"""Characters: 27 random ones (135 bits) and one that finds slips. Shown as seven groups of four."""


def new_code() -> str:
    """Return a new recovery code, as it is shown."""
    return codes.new_code(LENGTH)


def normalise(typed: str) -> str | None:
    """Return the recovery code that was meant, without dashes, or None if this is none."""
    return codes.normalise(typed, LENGTH)


def stretch(typed: str, salt: bytes, pepper: bytes) -> bytes:
    """Return 64 bytes for a `Credential`, from a recovery code as typed.

    No slow hash: 135 random bits cannot be guessed at any speed.

    Raises:
        WrongRecoveryCodeError: This cannot be a recovery code; no account was looked at.
        ParameterError: *pepper* is not a whole one.
    """
    code = normalise(typed)
    if code is None:
        raise WrongRecoveryCodeError
    if len(pepper) != KEY_BYTES:
        raise ParameterError
    secret = length_prefixed(code, pepper)
    return derive(secret, length_prefixed("carnet", "recovery"), salt=salt, length=STRETCHED_BYTES)
