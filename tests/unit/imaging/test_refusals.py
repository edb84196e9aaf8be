"""What is no photo, or none that can be kept, is refused by its content, and always in our own words."""

import io
import os
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lifeplan_app.imaging import developing
from lifeplan_app.imaging.developing import develop
from lifeplan_app.model.errors import (
    CarnetError,
    PhotoBrokenError,
    PhotoEmptyError,
    PhotoTooHeavyError,
    PhotoTooLargeError,
    PhotoUnreadableError,
)
from tests.unit.imaging import photos

JPEG = photos.talkative_jpeg()
PNG = photos.talkative_png()
WEBP = photos.talkative_webp()
GOOD = {"jpeg": JPEG, "png": PNG, "webp": WEBP, "heic": photos.HEIC}


def archive():
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as made:
        made.writestr("words.txt", "words")
    return sink.getvalue()


def png_with(words):
    info = photos.PngImagePlugin.PngInfo()
    info.add_text("Comment", words)
    return photos.saved(photos.drawing((16, 16)), "PNG", pnginfo=info)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>'
NO_PHOTO = {
    "svg": SVG,
    "svg with a declaration": b'<?xml version="1.0"?>' + SVG,
    "gif": photos.saved(photos.drawing((16, 16)), "GIF"),
    "bmp": photos.saved(photos.drawing((16, 16)), "BMP"),
    "tiff": photos.saved(photos.drawing((16, 16)), "TIFF"),
    "avif": photos.saved(photos.drawing((16, 16)), "AVIF"),
    "pdf": b"%PDF-1.7\n%%EOF",
    "zip": archive(),
    "text": "Mes vœux pour l’année".encode(),
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "one byte": b"\xff",
}
TWO_THINGS = {
    "jpeg and zip": JPEG + archive(),
    "png and zip": PNG + archive(),
    "webp and zip": WEBP + archive(),
    "heic and zip": photos.HEIC + archive(),
    "jpeg and pdf": photos.saved(photos.drawing(), "JPEG", comment="%PDF-1.4"),
    "png and page": png_with("<HTML><body>"),
    "png and script": png_with("<script>"),
    "png and drawing": png_with("<svg onload=x>"),
    "png and document": png_with("<!DOCTYPE html>"),
}
TOO_LARGE = {
    "png, a few bytes": photos.png_that_says(60_000, 60_000),
    "png, 200 megapixels": photos.png_that_says(20_000, 10_000),
    "png, just over": photos.png_that_says(10_000, 5_001),
    "jpeg, 200 megapixels": photos.jpeg_that_says(20_000, 10_000),
    "jpeg, just over": photos.jpeg_that_says(10_000, 5_001),
    "webp, 200 megapixels": photos.webp_that_says(20_000, 10_000),
    "webp, just over": photos.webp_that_says(10_000, 5_001),
}


@pytest.mark.check("W4")
def test_nothing_is_refused():
    with pytest.raises(PhotoEmptyError):
        develop(b"")


@pytest.mark.check("W4")
@pytest.mark.parametrize("sent", NO_PHOTO.values(), ids=list(NO_PHOTO))
def test_what_is_no_photo_is_refused(sent):
    with pytest.raises(PhotoUnreadableError):
        develop(sent)


@pytest.mark.check("W4")
@pytest.mark.parametrize("sent", TWO_THINGS.values(), ids=list(TWO_THINGS))
def test_a_photo_that_is_something_else_as_well_is_refused(sent):
    with pytest.raises(PhotoUnreadableError):
        develop(sent)


@pytest.mark.check("W4")
@pytest.mark.parametrize("sent", TOO_LARGE.values(), ids=list(TOO_LARGE))
def test_too_many_pixels_are_refused_before_one_is_decoded(sent, monkeypatch):
    monkeypatch.setattr(Image.Image, "resize", None)
    monkeypatch.setattr(developing, "_plain", None)
    with pytest.raises(PhotoTooLargeError):
        develop(sent)


def test_a_picture_that_grows_while_it_is_decoded_is_refused(monkeypatch):
    sizes = iter([(64, 48), (9000, 9000)])
    monkeypatch.setattr(developing, "_count", lambda _, count=developing._count: count(next(sizes)))
    with pytest.raises(PhotoTooLargeError):
        develop(photos.HEIC)


@pytest.mark.check("W4")
def test_more_than_eight_megabytes_are_refused_and_eight_are_not():
    filled = JPEG + bytes(8_000_000 - len(JPEG))
    assert develop(filled).width == 640
    with pytest.raises(PhotoTooHeavyError):
        develop(filled + b"\0")


def test_memory_that_does_not_reach_is_told_as_too_large(monkeypatch):
    def none_left(*_):
        raise MemoryError

    monkeypatch.setattr(developing, "_picture", none_left)
    with pytest.raises(PhotoTooLargeError):
        develop(JPEG)


@pytest.mark.parametrize("kind", GOOD)
def test_half_a_photo_is_told_as_broken(kind):
    with pytest.raises(PhotoBrokenError) as told:
        develop(GOOD[kind][: len(GOOD[kind]) * 2 // 3])
    assert str(told.value) == "photo_broken"
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__


def outcome(sent):
    """Whether it was kept; anything but our own refusals goes through and fails the test."""
    try:
        developed = develop(sent)
    except CarnetError as refused:
        assert str(refused) == refused.code  # noqa: PT017
        return False
    return len(developed.large) > 0


@given(kind=st.sampled_from(sorted(GOOD)), share=st.floats(0, 1))
def test_any_beginning_of_a_photo_is_kept_or_refused(kind, share):
    outcome(GOOD[kind][: int(len(GOOD[kind]) * share)])


@given(kind=st.sampled_from(sorted(GOOD)), share=st.floats(0, 1), put=st.binary(min_size=1, max_size=8))
def test_a_photo_with_bytes_changed_is_kept_or_refused(kind, share, put):
    whole = GOOD[kind]
    at = int(len(whole) * share)
    outcome(whole[:at] + put + whole[at + len(put) :])


@given(beginning=st.sampled_from(sorted(GOOD)), rest=st.binary(max_size=2000))
def test_noise_behind_a_good_beginning_is_refused(beginning, rest):
    assert not outcome(GOOD[beginning][:12] + rest)


def test_noise_is_no_photo():
    with pytest.raises(PhotoUnreadableError):
        develop(b"\0" + os.urandom(5000))
