"""Passphrases: offering a good one, and refusing the ones that are tried first."""

import secrets
import unicodedata
from functools import cache

from mnemonic import Mnemonic
from zxcvbn import matching, scoring

from lifeplan_app.model.errors import WeakPassphraseError

SHORTEST = 12
LONGEST = 200
WORDS = 6

_LISTS = {"fr": "french", "en": "english"}

# Longer input costs the estimate more time than it tells; the first hundred characters decide.
_LONGEST_JUDGED = 100
_TOO_FEW_GUESSES = 10**8


def generate(language: str) -> str:
    """Return six words of a list of 2,048, 66 bits, separated by spaces."""
    words = _words(language)
    return " ".join(secrets.choice(words) for _ in range(WORDS))


def accept(passphrase: str, name: str) -> None:
    """Return if *passphrase* may protect the account called *name*.

    Raises:
        WeakPassphraseError: It has fewer than 12 characters without the white space around it,
            more than 200, or is among the first that somebody would try.
    """
    if len(passphrase.strip()) < SHORTEST or len(passphrase) > LONGEST or is_common(passphrase, name):
        raise WeakPassphraseError


def is_common(passphrase: str, name: str) -> bool:
    """Tell whether a hundred million guesses would find *passphrase*, for one who knows *name*."""
    judged = passphrase[:_LONGEST_JUDGED]
    # zxcvbn() itself would leave the name in a dictionary that the whole process shares.
    known = {**matching.RANKED_DICTIONARIES, "user_inputs": {name.lower(): 1}}
    found = scoring.most_guessable_match_sequence(judged, matching.omnimatch(judged, known))
    return found["guesses"] < _TOO_FEW_GUESSES


@cache
def _words(language: str) -> tuple[str, ...]:
    words = Mnemonic(_LISTS[language]).wordlist
    return tuple(unicodedata.normalize("NFC", word) for word in words)
