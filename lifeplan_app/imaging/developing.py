"""One photo in, two small pictures out, in memory and with nothing in them but the picture.

What is sent is judged by its content alone. It is opened by the one decoder its first bytes name.
"""

import io
import re
import warnings
import zipfile

import pi_heif
from PIL import (
    Image,
    ImageCms,
    MpoImagePlugin,
    WebPImagePlugin,
)

from lifeplan_app.imaging.answer import (
    LARGE_BYTES,
    LARGE_SIDE,
    SMALL_BYTES,
    SMALL_SIDE,
    Developed,
    weigh,
)
from lifeplan_app.model.errors import (
    CarnetError,
    PhotoBrokenError,
    PhotoTooLargeError,
    PhotoUnreadableError,
)

__all__ = ["LOADED", "MOST_PIXELS", "Developed", "develop"]

MOST_PIXELS = 50_000_000
_BEGINNINGS = {
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "WEBP": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    "HEIF": re.compile(rb".{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL),
}
# What is a page, a document or an archive as well is no photo, whatever a decoder makes of it.
_ANOTHER_THING = re.compile(rb"%PDF-|<html|<script|<svg|<!doctype html", re.IGNORECASE)
_LOOKED_AT = 1024
_QUALITIES = (82, 70, 56)
_SMALLER = 0.9
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# All that Pillow would import when it first needs it: later on, `child` can open no file.
LOADED = (MpoImagePlugin, WebPImagePlugin)
Image.preinit()
pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)
# Pillow refuses from twice this number on, before it makes room for a single pixel.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2
_SRGB = ImageCms.createProfile("sRGB")


def develop(data: bytes) -> Developed:
    """Return the photo *data* as two WebP pictures without metadata; the first one of a moving picture.

    Raises:
        PhotoEmptyError: There is nothing.
        PhotoTooHeavyError: It is more than 8 MB.
        PhotoUnreadableError: It is no JPEG, PNG, WebP or HEIC, or is something else as well.
        PhotoTooLargeError: It has more than 50 million pixels, or needs more memory than there is.
        PhotoBrokenError: It begins as a photo and cannot be read to its end.
    """
    weigh(data)
    kind = _kind(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a decoder's remark is for nobody
            return _developed(data, kind)
    except CarnetError:
        raise
    except (MemoryError, Image.DecompressionBombError):
        raise PhotoTooLargeError from None
    except Exception:  # noqa: BLE001  (decoders raise what they like)
        raise PhotoBrokenError from None


def _kind(data: bytes) -> str:
    """Return which decoder reads *data*.

    Raises:
        PhotoUnreadableError: None, or it is something else as well.
    """
    kind = next((kind for kind, beginning in _BEGINNINGS.items() if beginning.match(data)), None)
    if kind is None or _ANOTHER_THING.search(data[:_LOOKED_AT]) or zipfile.is_zipfile(io.BytesIO(data)):
        raise PhotoUnreadableError
    return kind


def _developed(data: bytes, kind: str) -> Developed:
    """Return the two pictures; whatever a decoder raises goes through."""
    picture = _picture(data, kind)
    large, size = _lightest(picture, LARGE_BYTES)
    small, _ = _lightest(_within(picture, SMALL_SIDE), SMALL_BYTES)
    return Developed(large, small, *size)


def _picture(data: bytes, kind: str) -> Image.Image:
    """Return the pixels of *data*: upright, in sRGB, at most as large as they are kept."""
    with Image.open(io.BytesIO(data), formats=[kind]) as opened:
        _count(opened.size)
        opened.draft(None, _size_within(opened.size, LARGE_SIDE))  # a JPEG is decoded smaller at once
        opened.load()
        _count(opened.size)  # a HEIC knows its size for certain only now
        turn = _TURNS.get(_orientation(opened))
        profile = opened.info.get("icc_profile")
        seen = _within(_plain(opened), LARGE_SIDE)
    seen = _in_srgb(seen, profile)
    return _bare(seen if turn is None else seen.transpose(turn))


def _count(size: tuple[int, int]) -> None:
    """Refuse a picture of that *size*.

    Raises:
        PhotoTooLargeError: It has more than 50 million pixels.
    """
    if size[0] * size[1] > MOST_PIXELS:
        raise PhotoTooLargeError


def _orientation(opened: Image.Image) -> int:
    """Return which way up the camera was held; upright if what it wrote about itself cannot be read."""
    try:
        return int(opened.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001  (the picture is whole: it is shown as it lies)
        return 1


def _plain(opened: Image.Image) -> Image.Image:
    """Return the same in a mode that can be resized and brought to sRGB: L, CMYK, RGB or RGBA."""
    if opened.mode.startswith("I"):  # 16 bits of grey
        return opened.convert("I").point(lambda grey: grey * (1 / 257)).convert("L")
    if opened.has_transparency_data:
        return opened.convert("RGBA")
    return opened if opened.mode in {"L", "CMYK", "RGB"} else opened.convert("RGB")


def _in_srgb(picture: Image.Image, profile: object) -> Image.Image:
    """Return *picture* in sRGB, as RGB or RGBA; a *profile* that cannot be followed is ignored."""
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if isinstance(profile, bytes):
        try:
            said = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(picture, said, _SRGB, outputMode=mode) or picture
        except Exception:  # noqa: BLE001  (the colours are a shade off, the photo is there)
            return picture.convert(mode)
    return picture.convert(mode)


def _bare(picture: Image.Image) -> Image.Image:
    """Return a new picture with the same pixels and nothing beside them; what is transparent is empty."""
    if picture.mode == "RGBA":
        picture = picture.convert("RGBa").convert("RGBA")
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    return bare


def _lightest(picture: Image.Image, most: int) -> tuple[bytes, tuple[int, int]]:
    """Return *picture* as WebP of *most* bytes, and the size it has then: first worse, then smaller."""
    written = b""
    for quality in _QUALITIES:
        written = _webp(picture, quality)
        if len(written) <= most:
            break
    while len(written) > most:
        scale = min(_SMALLER, (most / len(written)) ** 0.4)  # a little less than the root: noise thins out
        picture = _within(picture, int(max(picture.size) * scale))
        written = _webp(picture, _QUALITIES[-1])
    return written, picture.size


def _webp(picture: Image.Image, quality: int) -> bytes:
    sink = io.BytesIO()
    picture.save(sink, "WEBP", quality=quality, alpha_quality=quality, method=4)
    return sink.getvalue()


def _within(picture: Image.Image, side: int) -> Image.Image:
    """Return *picture* with no side longer than *side*; a small one as it is."""
    size = _size_within(picture.size, side)
    if size == picture.size:
        return picture
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _size_within(size: tuple[int, int], side: int) -> tuple[int, int]:
    scale = min(1.0, side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
