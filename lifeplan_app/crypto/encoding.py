"""One way to write several values as bytes, so that no two lists of values look alike."""

_LENGTH_BYTES = 8


def length_prefixed(*parts: bytes | str | int) -> bytes:
    """Return *parts* as bytes that no other list of parts has.

    Each part is a type letter, its length and its bytes. Nothing can slide from one part into the
    next, and ``"1"``, ``b"1"`` and ``1`` stay apart; so what is bound to one list of values is
    bound to no other.
    """
    return b"".join(_one(part) for part in parts)


def _one(part: bytes | str | int) -> bytes:
    letter, body = _letter_and_body(part)
    return letter + len(body).to_bytes(_LENGTH_BYTES, "big") + body


def _letter_and_body(part: bytes | str | int) -> tuple[bytes, bytes]:
    if isinstance(part, bytes):
        return b"b", part
    if isinstance(part, str):
        # surrogatepass: half a character, as a broken keyboard may send it, is no reason to fail.
        return b"s", part.encode("utf-8", "surrogatepass")
    return b"i", b"%d" % part
