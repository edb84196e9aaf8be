"""What comes back of a photo, and how it crosses from the process that developed it."""

import struct
from dataclasses import dataclass, field

from lifeplan_app.model.errors import (
    CarnetError,
    PhotoBrokenError,
    PhotoEmptyError,
    PhotoTooHeavyError,
    PhotoTooLargeError,
    PhotoUnreadableError,
)

MOST_SENT = 8_000_000  # bytes
LARGE_SIDE, LARGE_BYTES = 1600, 400_000
SMALL_SIDE, SMALL_BYTES = 512, 60_000

REFUSALS: dict[str, type[CarnetError]] = {
    error.code: error
    for error in (
        PhotoEmptyError,
        PhotoUnreadableError,
        PhotoBrokenError,
        PhotoTooLargeError,
        PhotoTooHeavyError,
    )
}

_DEVELOPED, _REFUSED = b"D", b"R"
_SIZES = struct.Struct(">HHII")  # width, height, bytes of the large picture, bytes of the small one
MOST_ANSWERED = 1 + _SIZES.size + LARGE_BYTES + SMALL_BYTES


@dataclass(frozen=True)
class Developed:
    """A photo made safe: two WebP pictures, and the size of the large one."""

    large: bytes = field(repr=False)
    small: bytes = field(repr=False)
    width: int
    height: int


def weigh(data: bytes) -> None:
    """Refuse what need not be looked at.

    Raises:
        PhotoEmptyError: There is nothing.
        PhotoTooHeavyError: It is more than 8 MB.
    """
    if not data:
        raise PhotoEmptyError
    if len(data) > MOST_SENT:
        raise PhotoTooHeavyError


def pack(developed: Developed) -> bytes:
    """Return *developed* as one run of bytes."""
    large, small = developed.large, developed.small
    sizes = _SIZES.pack(developed.width, developed.height, len(large), len(small))
    return b"".join((_DEVELOPED, sizes, large, small))


def pack_refusal(error: CarnetError) -> bytes:
    """Return the code of *error* as one run of bytes."""
    return _REFUSED + error.code.encode()


def unpack(answer: bytes) -> Developed:
    """Return what `pack` wrote. Whoever wrote it may have been tricked: everything is checked.

    Raises:
        PhotoBrokenError: The answer is cut, too long, or none of ours.
        PhotoEmptyError, PhotoUnreadableError, PhotoTooLargeError, PhotoTooHeavyError: It says so.
    """
    kind, rest = answer[:1], answer[1:]
    if kind == _REFUSED:
        raise REFUSALS.get(rest.decode("ascii", "replace"), PhotoBrokenError)
    if kind != _DEVELOPED or len(rest) < _SIZES.size:
        raise PhotoBrokenError
    width, height, of_large, of_small = _SIZES.unpack_from(rest)
    pictures = rest[_SIZES.size :]
    large, small = pictures[:of_large], pictures[of_large:]
    if len(pictures) != of_large + of_small or not (0 < width <= LARGE_SIDE and 0 < height <= LARGE_SIDE):
        raise PhotoBrokenError
    if not (_is_picture(large, LARGE_BYTES) and _is_picture(small, SMALL_BYTES)):
        raise PhotoBrokenError
    return Developed(large, small, width, height)


def _is_picture(data: bytes, most: int) -> bool:
    """Return whether *data* begins as a WebP picture of its own length, and is no heavier than *most*."""
    return (
        len(data) <= most
        and data[:4] == b"RIFF"
        and data[8:12] == b"WEBP"
        and int.from_bytes(data[4:8], "little") == len(data) - 8
    )
