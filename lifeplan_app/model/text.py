"""Limits of what she types."""

from lifeplan_app.model.errors import TextMissingError, TextTooLongError

MAX_TEXT = 10_000
"""Characters (code points), in any one field."""

MAX_LABEL = 60
"""Characters in a word of her own for an area, a section or a place."""


def well_formed(text: str) -> str:
    """Return *text* with halves of characters (lone surrogates) replaced by ``U+FFFD``.

    A page can send them; no text can be sent back to one with them in it.
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def kept_as_typed(text: str) -> str:
    """Return *text* unchanged if it can be kept.

    Raises:
        TextTooLongError: It has more than `MAX_TEXT` characters.
    """
    if len(text) > MAX_TEXT:
        raise TextTooLongError
    return text


def one_line_at_least(text: str) -> str:
    """Return *text* unchanged if it can be kept and is not blank.

    Raises:
        TextMissingError: It is empty, or only white space.
        TextTooLongError: It has more than `MAX_TEXT` characters.
    """
    if not text.strip():
        raise TextMissingError
    return kept_as_typed(text)
