"""One way to write several values as bytes, so that no two lists of values look alike."""

from struct import Struct

_HEAD = Struct(">cQ").pack  # a type letter, and a length of eight bytes


def length_prefixed(*parts: bytes | str | int) -> bytes:
    """Return *parts* as bytes that no other list of parts has.

    Each part is a type letter, its length and its bytes. Nothing can slide from one part into the
    next, and ``"1"``, ``b"1"`` and ``1`` stay apart; so what is bound to one list of values is
    bound to no other.
    """
    return b"".join([_one(part) for part in parts])


def _one(part: bytes | str | int) -> bytes:
    if isinstance(part, str):
        # surrogatepass: half a character, as a broken keyboard may send it, is no reason to fail.
        body = part.encode("utf-8", "surrogatepass")
        return _HEAD(b"s", len(body)) + body
    if isinstance(part, bytes):
        return _HEAD(b"b", len(part)) + part
    body = b"%d" % part
    return _HEAD(b"i", len(body)) + body
