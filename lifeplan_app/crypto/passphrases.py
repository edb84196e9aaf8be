"""Passphrases: offering a good one, and refusing the ones that are tried first."""

import secrets
from functools import cache

from mnemonic import Mnemonic
from zxcvbn import matching, scoring

from lifeplan_app.crypto.unsaid import UNSAID
from lifeplan_app.model.errors import WeakPassphraseError

SHORTEST = 12
LONGEST = 200
WORDS = 6

_LISTS = {"fr": "french", "en": "english"}
LANGUAGES = tuple(_LISTS)
"""The languages that there is a list of words for, the source of the app's own words first."""

_LONGEST_JUDGED = 64  # as long as any that is offered; the time grows with the square
_TOO_FEW_GUESSES = 10**8

_LEAST_BESIDE_NAME = 6
_SHORTEST_NAME_WORD = 3  # taking every "a" out for somebody called A would leave little of any text

# zxcvbn tries all readings of these as letters, in every combination: seconds for a line of them.
_MANY_READINGS = str.maketrans("[{<|", "----")

# zxcvbn knows English, and names. In French, these come first.
# fmt: off
_FRENCH = (
    "motdepasse", "azerty", "azertyuiop", "jetaime", "bonjour", "soleil", "doudou", "loulou",
    "chouchou", "coucou", "amour", "monamour", "bebe", "maman", "papa", "famille", "enfants", "liberte",
    "espoir", "bonheur", "princesse", "chocolat", "vacances", "marseille", "paris", "france", "janvier",
    "juillet", "decembre", "merci", "toujours", "carnet",
)
# fmt: on


def generate(language: str) -> str:
    """Return six words of *language* ("fr", "en"), separated by spaces: 63 random bits or more."""
    words = _words(language)
    return " ".join(secrets.choice(words) for _ in range(WORDS))


def word_at(language: str, number: int) -> str:
    """Return the word of *language* ("fr", "en") that *number* falls on, counted round and round."""
    words = _words(language)
    return words[number % len(words)]


def accept(passphrase: str, name: str) -> None:
    """Return if *passphrase* may protect the account called *name*.

    Raises:
        WeakPassphraseError: It has fewer than 12 characters, white space counted once; more than
            200; or it is among the first that somebody would try.
    """
    counted = " ".join(passphrase.split())
    if len(counted) < SHORTEST or len(passphrase) > LONGEST or is_common(counted, name):
        raise WeakPassphraseError


def is_common(passphrase: str, name: str) -> bool:
    """Tell whether *passphrase* is little but *name*, or found in a hundred million guesses.

    The first 64 characters decide.
    """
    if _beside(name, passphrase) < _LEAST_BESIDE_NAME:
        return True
    judged = passphrase[:_LONGEST_JUDGED].translate(_MANY_READINGS)
    # zxcvbn() itself would leave the name in a dictionary that the whole process shares.
    known = {**matching.RANKED_DICTIONARIES, "french": _ranks(*_FRENCH), "name": _ranks(name, *name.split())}
    found = scoring.most_guessable_match_sequence(judged, matching.omnimatch(judged, known))
    return found["guesses"] < _TOO_FEW_GUESSES


def _beside(name: str, passphrase: str) -> int:
    """Return how many characters are left of *passphrase* without the words of *name*."""
    rest = passphrase.casefold()
    for word in (name, *name.split()):
        if len(word) >= _SHORTEST_NAME_WORD:
            rest = rest.replace(word.casefold(), "")
    return len("".join(rest.split()))


def _ranks(*words: str) -> dict[str, int]:
    return {word.lower(): rank for rank, word in enumerate(words, 1)}


@cache
def _words(language: str) -> tuple[str, ...]:
    """Return the BIP-39 list without accents, which a keyboard may lack, and without what hurts."""
    words = Mnemonic(_LISTS[language]).wordlist
    return tuple(word for word in words if word.isascii() and word not in UNSAID)
