"""Codes that a person copies by hand: Crockford's base 32, with a character that finds slips."""

import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O or U: nothing that is read as something else."""

_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUP = 4
_LONGEST_TYPED = 200


def new_code(length: int) -> str:
    """Return a code of *length* characters, at most 31: 5 random bits each but the last."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(length - 1))
    return grouped(body + _check_character(body))


def of_number(number: int, length: int) -> str:
    """Return the code of *length* characters, without dashes, that stands for *number*: 5 bits each."""
    shifts = range(5 * (length - 2), -1, -5)
    body = "".join(ALPHABET[number >> shift & 0b11111] for shift in shifts)
    return body + _check_character(body)


def number_of(code: str) -> int:
    """Return the number that the normalised *code* stands for."""
    number = 0
    for char in code[:-1]:
        number = number << 5 | ALPHABET.index(char)
    return number


def grouped(code: str) -> str:
    """Return *code* with a dash after every fourth character, as it is shown."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def normalise(typed: str, length: int) -> str | None:
    """Return the code that was meant, without dashes, or None if this is none.

    Case, spaces and dashes do not count; O is read as 0, I and L as 1.
    """
    if len(typed) > _LONGEST_TYPED:
        return None
    shown = unicodedata.normalize("NFKC", typed).upper()
    code = "".join(char for char in shown if not _is_separator(char)).translate(_MISREAD)
    if len(code) != length or not set(code) <= set(ALPHABET) or _checksum(code) != 0:
        return None
    return code


def _is_separator(char: str) -> bool:
    """Tell whether *char* is a space, a dash of any kind, or cannot be seen at all."""
    return char.isspace() or unicodedata.category(char) in {"Pd", "Cf"}


def _check_character(body: str) -> str:
    return ALPHABET[_doubled(_checksum(body))]


def _checksum(code: str) -> int:
    """Return the value at 2 of the polynomial over GF(32) that the characters are.

    The first 31 powers of 2 all differ: in a code no longer than that, one wrong character or two
    exchanged ones always show.
    """
    value = 0
    for char in code:
        value = _doubled(value) ^ ALPHABET.index(char)
    return value


def _doubled(value: int) -> int:
    """Return twice *value* in GF(32), modulo x⁵ + x² + 1."""
    return (value << 1) ^ (0b100101 if value & 0b10000 else 0)
