"""Photos made for the tests, with all that a camera writes beside the picture, and how to look into one."""

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

DATA = Path(__file__).resolve().parents[2] / "data"
# Drawn by Pillow, with a camera and a place in its EXIF; written once by heif-enc of libheif-examples,
# its EXIF laid as iPhones lay it.
HEIC = (DATA / "drawing.heic").read_bytes()
CANARY = "CANARY"  # begins every word that must not be found afterwards
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><tag>{CANARY}-xmp</tag></x:xmpmeta>'.encode()
GPS = 0x8825
ORIENTATION = 0x0112


def drawing(size=(640, 480), mode="RGB"):
    """A picture whose four corners tell which way up it is: red, green, blue, white."""
    picture = Image.new("RGB", size, "grey")
    pen = ImageDraw.Draw(picture)
    wide, high = size[0] // 2, size[1] // 2
    pen.rectangle((0, 0, wide, high), fill="red")
    pen.rectangle((wide, 0, size[0], high), fill="lime")
    pen.rectangle((0, high, wide, size[1]), fill="blue")
    pen.rectangle((wide, high, size[0], size[1]), fill="white")
    return picture.convert(mode)


def exif(orientation=1):
    """Where, with what, by whom: as a camera writes it."""
    said = Image.Exif()
    said[0x010E] = f"{CANARY}-description"
    said[0x010F] = f"{CANARY}-maker"
    said[0x0110] = f"{CANARY}-camera"
    said[0x013B] = f"{CANARY}-artist"
    said[ORIENTATION] = orientation
    place = said.get_ifd(GPS)
    place[1], place[2] = "N", (48.0, 51.0, 29.0)
    place[3], place[4] = "E", (2.0, 17.0, 40.0)
    place[0x1D] = "2026:11:22"
    return said


def exif_with_thumbnail():
    """The EXIF of a camera that keeps a small JPEG in it, as bytes: the second directory, by hand."""
    small = saved(drawing((64, 48)), "JPEG", comment=f"{CANARY}-thumbnail")
    words = f"{CANARY}-camera\0".encode()
    first, after = 8, 8 + 2 + 2 * 12 + 4
    second = after + len(words)
    at = second + 2 + 2 * 12 + 4
    return b"".join(
        (
            b"Exif\0\0MM\0*" + struct.pack(">IH", first, 2),
            struct.pack(">HHII", 0x0110, 2, len(words), after),
            struct.pack(">HHIHH", ORIENTATION, 3, 1, 1, 0),
            struct.pack(">I", second),
            words,
            struct.pack(">H", 2),
            struct.pack(">HHII", 0x0201, 4, 1, at),
            struct.pack(">HHII", 0x0202, 4, 1, len(small)),
            struct.pack(">I", 0),
            small,
        )
    )


def profile(description=f"{CANARY}-profile"):
    """A colour profile with a word of somebody's in it."""
    made = srgb() + description.encode()
    return made + bytes(len(made) % 2)


def srgb():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def profile_with_red_for_blue():
    """A colour profile in which the first colour is blue and the third is red."""
    return srgb().replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")


def saved(picture, kind, **options):
    sink = io.BytesIO()
    picture.save(sink, kind, **options)
    return sink.getvalue()


def talkative_jpeg():
    comment = f"{CANARY}-comment"
    return saved(drawing(), "JPEG", exif=exif(), xmp=XMP, icc_profile=profile(), comment=comment)


def jpeg_with_thumbnail():
    return saved(drawing(), "JPEG", exif=exif_with_thumbnail())


def talkative_png():
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", f"{CANARY}-text")
    words.add_text("Author", f"{CANARY}-packed", zip=True)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    words.add_itxt("Title", f"{CANARY}-title")
    return saved(drawing(), "PNG", pnginfo=words, exif=exif(), icc_profile=profile())


def talkative_webp():
    twice = b"Exif\0\0" + exif().tobytes()  # Pillow leaves out this beginning; phones write it
    return saved(drawing(), "WEBP", exif=twice, xmp=XMP, icc_profile=profile())


def png_that_says(width, height):
    """A PNG of a few bytes whose header promises a picture of that size."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


def jpeg_that_says(width, height):
    """A JPEG of a few pixels whose header promises a picture of that size."""
    small = saved(drawing((16, 16)), "JPEG")
    at = small.index(b"\xff\xc0") + 5
    return small[:at] + struct.pack(">HH", height, width) + small[at + 4 :]


def webp_that_says(width, height):
    """A WebP of a few pixels whose header promises a canvas of that size."""
    small = saved(drawing((16, 16), "RGBA"), "WEBP", exif=exif())
    at = small.index(b"VP8X") + 12
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return small[:at] + sides + small[at + 6 :]


def chunks(webp):
    """The names of what a WebP file holds, walked by its lengths, to its very end."""
    assert webp[:4] == b"RIFF"
    assert webp[8:12] == b"WEBP"
    assert int.from_bytes(webp[4:8], "little") == len(webp) - 8
    at, names = 12, []
    while at < len(webp):
        length = int.from_bytes(webp[at + 4 : at + 8], "little")
        names.append(webp[at : at + 4])
        at += 8 + length + length % 2
    assert at == len(webp)
    return names


def opened(webp):
    return Image.open(io.BytesIO(webp))
