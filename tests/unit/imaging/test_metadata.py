"""What a camera wrote beside the picture is not in what is kept."""

import io
import itertools

import exifread
import pytest

from lifeplan_app.imaging.developing import develop
from tests.unit.imaging import photos

TALKATIVE = {
    "jpeg": photos.talkative_jpeg(),
    "jpeg with a thumbnail": photos.jpeg_with_thumbnail(),
    "png": photos.talkative_png(),
    "webp": photos.talkative_webp(),
    "heic": photos.HEIC,
}
PICTURE_ONLY = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
each_talkative = pytest.mark.parametrize("sent", TALKATIVE.values(), ids=list(TALKATIVE))


def read(photo):
    return exifread.process_file(io.BytesIO(photo), details=True)


@each_talkative
def test_these_photos_do_tell(sent):
    assert photos.CANARY in str(read(sent).get("Image Model"))


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "heic"])
def test_these_photos_tell_where(kind):
    assert "GPS GPSLatitude" in read(TALKATIVE[kind])


def test_this_photo_holds_a_second_smaller_one():
    assert read(TALKATIVE["jpeg with a thumbnail"])["JPEGThumbnail"].startswith(b"\xff\xd8")


@pytest.mark.check("W4")
@each_talkative
def test_an_independent_reader_finds_nothing_in_what_is_kept(sent):
    developed = develop(sent)
    assert read(developed.large) == {}
    assert read(developed.small) == {}


@pytest.mark.check("W4")
@each_talkative
def test_what_is_kept_has_room_for_pixels_only(sent):
    developed = develop(sent)
    assert set(photos.chunks(developed.large)) <= PICTURE_ONLY
    assert set(photos.chunks(developed.small)) <= PICTURE_ONLY


@pytest.mark.check("W4")
@each_talkative
def test_no_word_of_it_is_in_the_bytes_in_any_writing(sent):
    developed = develop(sent)
    forms = [photos.CANARY.encode(code) for code in ("ascii", "utf-16-le", "utf-16-be")]
    found = [
        form for form, kept in itertools.product(forms, (developed.large, developed.small)) if form in kept
    ]
    assert found == []


def test_a_picture_that_is_small_enough_already_is_written_anew_all_the_same():
    sent = photos.saved(photos.drawing((32, 32)), "WEBP", xmp=photos.XMP)
    assert photos.chunks(develop(sent).large) == [b"VP8 "]


def test_what_was_erased_to_transparent_is_gone():
    hidden = photos.drawing((64, 64), "RGBA")
    hidden.putalpha(0)
    kept = photos.opened(develop(photos.saved(hidden, "PNG")).large).convert("RGBA")
    assert kept.getextrema() == ((0, 0), (0, 0), (0, 0), (0, 0))


def test_what_is_kept_is_not_shown_in_a_log():
    developed = develop(photos.talkative_jpeg())
    assert repr(developed) == "Developed(width=640, height=480)"
