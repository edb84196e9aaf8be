"""What a name and a passphrase are turned into before anything else looks at them."""

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.crypto.keys import KEY_BYTES
from lifeplan_app.model.errors import ParameterError

SALT_BYTES = 16
STRETCHED_BYTES = 64


@dataclass(frozen=True, slots=True)
class Parameters:
    """What one run of Argon2id costs.

    Attributes:
        memory: KiB.
        iterations: Passes over the memory.
        lanes: How many threads it is made for.
    """

    memory: int
    iterations: int
    lanes: int


ALLOWED: Mapping[int, Parameters] = {
    1: Parameters(memory=64 * 1024, iterations=3, lanes=1),
}
"""The allow-list. An account holds the id alone, so that no row of the database can ask for less."""

CURRENT = 1
"""The id that new accounts get."""


def new_salt() -> bytes:
    """Return the 16 random bytes that one account's passphrases are stretched with."""
    return secrets.token_bytes(SALT_BYTES)


def stretch(
    passphrase: str,
    salt: bytes,
    pepper: bytes,
    parameters: int,
    *,
    allowed: Mapping[int, Parameters] = ALLOWED,
) -> bytes:
    """Return 64 bytes that cost as much to find again for each guess as the parameters say.

    Takes some hundred milliseconds and 64 MiB; other threads run meanwhile. The pepper is
    Argon2's own secret input: without it, the right passphrase gives something else.

    Args:
        passphrase: As typed. How the keyboard composes letters does not count, nor how much white
            space stands around and between the words: telephones add it without being asked.
        salt: The account's.
        pepper: 32 bytes from the key file.
        parameters: An id from *allowed*.
        allowed: Given by tests alone, which have no time.

    Raises:
        ParameterError: *parameters* is not in the allow-list, or *pepper* is not a whole one.
    """
    cost = allowed.get(parameters)
    if cost is None or len(pepper) != KEY_BYTES:
        raise ParameterError
    return Argon2id(
        salt=salt,
        length=STRETCHED_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory,
        secret=pepper,
    ).derive(_passphrase_bytes(passphrase))


def unknown_salt(pepper: bytes, name: str) -> bytes:
    """Return the 16 bytes that stand in for the salt of a *name* without an account.

    The same each time, as a real one would be, and as far from guessable.

    Raises:
        ParameterError: *pepper* is not a whole one.
    """
    return _keyed(pepper, "salt of an unknown name", name)[:SALT_BYTES]


def name_index(pepper: bytes, name: str) -> bytes:
    """Return the 32 bytes under which the account called *name* is found.

    Without the pepper, trying all names in a book against the database finds nobody.

    Raises:
        ParameterError: *pepper* is not a whole one.
    """
    return _keyed(pepper, "name index", name)


def _keyed(pepper: bytes, label: str, name: str) -> bytes:
    if len(pepper) != KEY_BYTES:
        raise ParameterError
    return hmac.digest(pepper, length_prefixed(label, _same_name(name)), hashlib.sha256)


def _same_name(name: str) -> str:
    """Return one spelling for all that a person would call the same name."""
    folded = unicodedata.normalize("NFKC", name).strip().casefold()
    # Once more: capitals that had no composed form may have one now (Ϊ with an accent, and ΐ).
    return unicodedata.normalize("NFKC", folded)


def _passphrase_bytes(passphrase: str) -> bytes:
    words = unicodedata.normalize("NFKC", passphrase).split()
    return " ".join(words).encode("utf-8", "surrogatepass")
