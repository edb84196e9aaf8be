"""A photo as a phone's camera writes it: megapixels of grain, and beside them where, when and with what."""

import io
import struct
import zipfile

from PIL import Image

from tests.unit.imaging import photos

_SIZE_OF_ENTRY = 12
_BEGINNING = b"Exif\0\0"


def photo(size: tuple[int, int] = (3000, 2250)) -> bytes:
    """Return a JPEG of 5 MB, if its *size* is not another: no two are alike."""
    light = Image.linear_gradient("L").resize(size)
    grain = [Image.effect_noise(size, 45) for _ in range(3)]
    picture = Image.merge("RGB", [Image.blend(light, each, 0.5) for each in grain])
    return photos.saved(
        picture, "JPEG", quality=90, exif=_told(), xmp=photos.XMP, icc_profile=photos.profile()
    )


def tiny(number: int) -> bytes:
    """Return a PNG of a few bytes, another for each *number*."""
    return photos.saved(Image.new("RGB", (24, 16), (number * 12, 80, 120)), "PNG")


def of_200_megapixels() -> bytes:
    """Return a PNG that is as large as it says, in a few KB."""
    return photos.saved(Image.new("1", (20_000, 10_000)), "PNG")


def archive() -> bytes:
    """Return an archive with a text in it."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as packed:
        packed.writestr("liste.txt", "Pain, lait, 2 citrons")
    return sink.getvalue()


def _told() -> bytes:
    """Return what the camera says, with the place and with a second, smaller picture."""
    first = photos.exif().tobytes()
    small = photos.saved(photos.drawing((64, 48)), "JPEG", comment=f"{photos.CANARY}-thumbnail")
    return _BEGINNING + _with_second(first.removeprefix(_BEGINNING), small)


def _with_second(directory: bytes, small: bytes) -> bytes:
    """Return *directory* with another after it, which holds *small*."""
    order = "<" if directory.startswith(b"II") else ">"
    first = struct.unpack_from(f"{order}I", directory, 4)[0]
    entries = struct.unpack_from(f"{order}H", directory, first)[0]
    after = first + 2 + _SIZE_OF_ENTRY * entries
    second = len(directory)
    at = second + 2 + 2 * _SIZE_OF_ENTRY + 4
    return b"".join(
        (
            directory[:after],
            struct.pack(f"{order}I", second),
            directory[after + 4 :],
            struct.pack(f"{order}H", 2),
            struct.pack(f"{order}HHII", 0x0201, 4, 1, at),
            struct.pack(f"{order}HHII", 0x0202, 4, 1, len(small)),
            bytes(4),
            small,
        )
    )


def size_of(picture: bytes) -> tuple[int, int]:
    """Return the width and the height of *picture*, which is a WebP."""
    with Image.open(io.BytesIO(picture), formats=["WEBP"]) as opened:
        return opened.size
