"""What is kept still shows what the photo showed, and is as light as was promised."""

import io
import os

import pytest
from PIL import Image

from lifeplan_app.imaging.developing import develop
from tests.unit.imaging import photos

RED, LIME, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
# How a camera stores a picture so that it is upright once turned as each number says.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def noise(size, mode="RGB"):
    return Image.frombytes(mode, size, os.urandom(size[0] * size[1] * len(mode)))


def pixel(picture, x, y):
    """The colour at a share of the width and of the height."""
    return picture.convert("RGB").getpixel((int(x * picture.width), int(y * picture.height)))


def alpha(picture, x, y):
    return picture.getchannel("A").tobytes()[y * picture.width + x]


def near(seen, wanted, by=40):
    return all(abs(a - b) <= by for a, b in zip(seen, wanted, strict=True))


def shows_the_drawing(webp):
    picture = photos.opened(webp)
    corners = [pixel(picture, x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)]
    return all(near(*pair) for pair in zip(corners, (RED, LIME, BLUE, WHITE), strict=True))


@pytest.mark.parametrize(
    ("kind", "fast"), [("JPEG", {}), ("PNG", {"compress_level": 1}), ("WEBP", {"method": 0})]
)
def test_a_large_photo_is_kept_in_two_sizes(kind, fast):
    developed = develop(photos.saved(photos.drawing((2400, 1200)), kind, **fast))
    assert photos.opened(developed.large).size == (developed.width, developed.height) == (1600, 800)
    assert photos.opened(developed.small).size == (512, 256)
    assert shows_the_drawing(developed.large)
    assert shows_the_drawing(developed.small)


def test_a_small_photo_is_not_made_larger():
    developed = develop(photos.saved(photos.drawing((40, 30)), "PNG"))
    assert photos.opened(developed.large).size == photos.opened(developed.small).size == (40, 30)


@pytest.mark.parametrize("size", [(1, 1), (1, 6000), (6000, 1)])
def test_a_line_of_pixels_is_a_photo_too(size):
    developed = develop(photos.saved(photos.drawing((2, 2)).resize(size), "PNG"))
    assert max(developed.width, developed.height) <= 1600
    assert min(developed.width, developed.height) == 1


@pytest.mark.check("W4")
def test_even_noise_is_light_enough():
    developed = develop(photos.saved(noise((1600, 1200)), "JPEG", quality=50))
    assert 100_000 < len(developed.large) <= 400_000
    assert 10_000 < len(developed.small) <= 60_000
    assert photos.opened(developed.large).size == (developed.width, developed.height)


@pytest.mark.check("W4")
def test_even_noise_that_shines_through_is_light_enough():
    developed = develop(photos.saved(noise((800, 800), "RGBA"), "PNG", compress_level=0))
    assert 100_000 < len(developed.large) <= 400_000
    assert photos.opened(developed.large).mode == "RGBA"


@pytest.mark.parametrize(("orientation", "stored"), STORED.items())
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_stands_upright(orientation, stored, kind):
    picture = photos.drawing((96, 64))
    lying = picture if stored is None else picture.transpose(stored)
    developed = develop(photos.saved(lying, kind, exif=photos.exif(orientation)))
    assert (developed.width, developed.height) == (96, 64)
    assert shows_the_drawing(developed.large)


def test_an_exif_that_cannot_be_read_leaves_the_photo_as_it_lies():
    broken = b"Exif\0\0MM\0*" + b"\xff" * 40
    assert shows_the_drawing(develop(photos.saved(photos.drawing(), "JPEG", exif=broken)).large)


def test_an_orientation_that_is_none_leaves_the_photo_as_it_lies(monkeypatch):
    said = photos.exif()
    said[photos.ORIENTATION] = 77
    assert shows_the_drawing(develop(photos.saved(photos.drawing(), "JPEG", exif=said)).large)

    def unreadable(_):
        raise SyntaxError

    monkeypatch.setattr(Image.Image, "getexif", unreadable)
    assert shows_the_drawing(develop(photos.saved(photos.drawing(), "WEBP")).large)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_what_is_transparent_stays_so(mode):
    picture = photos.drawing((64, 64), "RGBA")
    picture.putalpha(Image.linear_gradient("L").resize((64, 64)))
    if mode == "LA":
        picture = picture.convert("LA")
    kind = "WEBP" if mode == "PA" else "PNG"
    kept = photos.opened(develop(photos.saved(picture, kind)).large)
    assert kept.mode == "RGBA"
    assert alpha(kept, 32, 1) < 20
    assert alpha(kept, 32, 62) > 235


def test_a_transparent_colour_of_a_palette_stays_transparent():
    picture = Image.new("P", (8, 8), 0)
    picture.putpalette([255, 0, 0, 0, 0, 255])
    picture.paste(1, (0, 0, 8, 4))
    kept = photos.opened(develop(photos.saved(picture, "PNG", transparency=1)).large)
    assert alpha(kept, 4, 1) == 0
    assert alpha(kept, 4, 6) == 255


@pytest.mark.parametrize(("mode", "kind"), [("CMYK", "JPEG"), ("P", "PNG"), ("RGB", "JPEG")])
def test_colours_come_through_however_they_are_written(mode, kind):
    assert shows_the_drawing(develop(photos.saved(photos.drawing((320, 240), mode), kind)).large)


@pytest.mark.parametrize(("mode", "bright"), [("I;16", 40_000), ("L", 156), ("1", 255)])
def test_greys_come_through_however_they_are_written(mode, bright):
    picture = Image.new(mode, (64, 64), bright)
    kept = photos.opened(develop(photos.saved(picture, "PNG")).large)
    wanted = 255 if mode == "1" else 156
    assert near(pixel(kept, 0.5, 0.5), (wanted,) * 3, by=4)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_colour_profile_is_followed(mode):
    picture = Image.new("RGB", (64, 64), RED).convert(mode)
    sent = photos.saved(picture, "PNG", icc_profile=photos.profile_with_red_for_blue())
    kept = photos.opened(develop(sent).large)
    assert near(pixel(kept, 0.5, 0.5), BLUE)


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_broken_colour_profile_is_ignored(mode):
    sent = photos.saved(photos.drawing((64, 64), mode), "JPEG", icc_profile=b"no profile at all" * 20)
    assert develop(sent).width == 64


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_a_moving_picture_the_first_one_is_kept(kind):
    first, second = photos.drawing((64, 64)), Image.new("RGB", (64, 64), "black")
    sent = photos.saved(first, kind, save_all=True, append_images=[second], duration=100)
    developed = develop(sent)
    assert shows_the_drawing(developed.large)
    assert not getattr(photos.opened(developed.large), "is_animated", False)


def test_of_a_jpeg_with_several_pictures_the_first_one_is_kept():
    sink = io.BytesIO()
    photos.drawing().save(sink, "MPO", save_all=True, append_images=[Image.new("RGB", (640, 480))])
    assert shows_the_drawing(develop(sink.getvalue()).large)


def test_a_heic_is_read():
    developed = develop(photos.HEIC)
    picture = photos.opened(developed.large)
    assert picture.size == (64, 64)
    assert near(pixel(picture, 0.9, 0.1), (0x2B, 0x6C, 0xB0))
    assert near(pixel(picture, 0.28, 0.28), (0xF6, 0xE0, 0x5E))
    assert near(pixel(picture, 0.5, 0.9), (0x2F, 0x85, 0x5A))
