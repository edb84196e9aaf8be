"""Photos come onto a board safe and light, or with a sentence and without a trace; nobody else sees them."""

import http.client
import io
import os
from collections.abc import Iterator
from contextlib import suppress

import exifread
import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

from tests.e2e import camera
from tests.e2e.conftest import MakePhone
from tests.e2e.newcomer import begins, has_account
from tests.e2e.on_photos import WAY_UP, OnPhotos, cookies_of, files_below, kept_rows
from tests.e2e.person import Person
from tests.e2e.phone import Phone
from tests.e2e.server import Carnet
from tests.unit.imaging import photos

FAILED = "Failed to load resource"  # what a browser writes of a connection that is lost
WRITINGS = [photos.CANARY.encode(code) for code in ("ascii", "utf-16-le", "utf-16-be")]
PHOTO = camera.photo()
HALF_SENT, ALL_SENT = 0.5, 1.0
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
MISTAKEN = {
    "a text": ("error.photo_unreadable", "liste.txt", b"Pain, lait, 2 citrons"),
    "a drawing": ("error.photo_unreadable", "dessin.svg", SVG),
    "an archive": ("error.photo_unreadable", "photo.jpg", camera.archive()),
    "nothing": ("error.photo_empty", "photo.jpg", b""),
    "half a photo": ("error.photo_broken", "photo.jpg", PHOTO[: len(PHOTO) // 2]),
    "200 megapixels": ("error.photo_too_large", "ciel.png", camera.of_200_megapixels()),
    "200 megapixels, it says": ("error.photo_too_large", "ciel.jpg", photos.jpeg_that_says(20_000, 10_000)),
    "more than 8 MB": ("board.bring.heavy", "film.mov", os.urandom(8_000_001)),
    "8 MB of noise": ("error.photo_unreadable", "film.mov", os.urandom(8_000_000)),
}


@pytest.fixture(scope="module")
def carnet(built, tmp_path_factory) -> Iterator[Carnet]:
    """A server whose temporary folder can be looked into."""
    folder = tmp_path_factory.mktemp("carnet")
    (folder / "tmp").mkdir()
    server = Carnet(folder, TMPDIR=str(folder / "tmp"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def board(her: Person, tmp_path) -> Iterator[OnPhotos]:
    """Her, before a new board."""
    board = OnPhotos(her, tmp_path)
    board.begins_another()
    yield board
    board.page.unroute_all()


def tells_nothing(picture: bytes) -> bool:
    words = any(each in picture for each in WRITINGS)
    return not words and exifread.process_file(io.BytesIO(picture), details=True) == {}


@pytest.mark.check("W4")
def test_a_photo_goes_up_light_and_without_what_the_camera_wrote(board):
    said = exifread.process_file(io.BytesIO(PHOTO), details=True)
    assert {"GPS GPSLatitude", "Image Model", "JPEGThumbnail"} <= set(said)
    assert len(PHOTO) > 3_000_000
    board.keeps_what_is_sent()
    held = board.chooses_and_waits({"IMG_2041.jpg": PHOTO})
    expect(board.strip().get_by_role("progressbar", name=board.word("board.bring.one"))).to_be_visible()
    expect(board.strip().get_by_role("button", name=board.word("board.bring.stop"))).to_be_visible()
    board.frees_the_way(held)
    expect(board.photos()).to_have_count(1)
    expect(board.strip()).to_be_hidden()
    assert len(board.sent()) <= 0.35 * len(PHOTO)
    assert tells_nothing(board.sent())
    for size, most, longest in (("large", 400_000, 1600), ("small", 60_000, 512)):
        answer = board.asks(board.address(size))
        assert (answer.status, answer.headers["content-type"]) == (200, "image/webp")
        assert len(answer.body()) <= most
        assert max(camera.size_of(answer.body())) == longest
        assert tells_nothing(answer.body())


def test_a_photo_that_the_browser_cannot_read_goes_up_as_it_is(board):
    board.keeps_what_is_sent()
    board.brings({"IMG_2042.HEIC": photos.HEIC})
    assert board.sent() == photos.HEIC
    assert tells_nothing(board.asks(board.address()).body())


@pytest.mark.check("W4")
def test_what_is_no_photo_is_said_and_leaves_nothing(board, carnet):
    before = kept_rows(carnet)
    for key, name, content in MISTAKEN.values():
        board.chooses_photos({name: content})
        board.is_told(key)
        expect(board.photos()).to_have_count(0)
    assert kept_rows(carnet) == before
    board.chooses_photos(
        {name: content for _, name, content in [*MISTAKEN.values()][:2]} | {"ici.png": camera.tiny(1)}
    )
    board.is_told("error.photo_unreadable")
    expect(board.photos()).to_have_count(1)


def test_the_same_photo_comes_once_and_of_twenty_ten(board, carnet):
    album = {f"{number}.png": camera.tiny(number) for number in range(20)}
    board.chooses_photos(album)
    board.is_told("board.bring.ten")
    expect(board.photos()).to_have_count(10)
    kept = kept_rows(carnet)
    board.chooses_photos({"0 (1).png": album["0.png"]})
    board.is_told("error.photo_again")
    expect(board.photos()).to_have_count(10)
    assert kept_rows(carnet) == kept


def test_a_lost_connection_is_said_and_the_photo_waits(board, carnet):
    board.person.phone.allow_console(FAILED)
    before = kept_rows(carnet)
    board.page.route(WAY_UP, lambda route: route.abort("connectionreset"))
    board.chooses_photos({"1.png": camera.tiny(1), "2.png": camera.tiny(2)})
    board.says("board.bring.lost")
    board.presses("board.bring.again")
    board.says("board.bring.lost")
    assert kept_rows(carnet) == before
    board.page.unroute_all()
    board.presses("board.bring.again")
    expect(board.photos()).to_have_count(2)
    expect(board.strip()).to_be_hidden()


def test_what_is_stopped_leaves_nothing(board, carnet):
    before = kept_rows(carnet)
    held = board.chooses_and_waits({"1.png": camera.tiny(1), "2.png": camera.tiny(2)})
    expect(board.strip().get_by_role("progressbar")).to_be_visible()
    board.presses("board.bring.stop")
    board.is_told("board.bring.stopped")
    board.page.unroute_all()
    assert len(held) == 1
    expect(board.photos()).to_have_count(0)
    assert kept_rows(carnet) == before
    board.brings({"2.png": camera.tiny(2)})


@pytest.mark.parametrize("share", [HALF_SENT, ALL_SENT])
def test_what_is_stopped_once_the_server_has_begun_leaves_nothing(board, carnet, share):
    address, headers = board.way_up()
    before = kept_rows(carnet)
    connection = http.client.HTTPConnection("localhost", carnet.port)
    connection.putrequest("POST", address)
    for name, value in {**headers, "Origin": carnet.url, "Content-Length": str(len(PHOTO))}.items():
        connection.putheader(name, value)
    connection.endheaders()
    connection.send(PHOTO[: int(len(PHOTO) * share)])
    connection.close()
    board.brings({"after.jpg": camera.photo((1200, 900))})  # takes the server as long
    records, blobs = before
    assert kept_rows(carnet) == (records + 2, blobs + 2)
    board.comes()
    expect(board.photos()).to_have_count(1)


@pytest.mark.check("R4")
def test_a_full_disk_is_said_and_leaves_nothing(board, carnet):
    before = kept_rows(carnet)
    with carnet.disk_full():
        board.chooses_photos({"1.png": camera.tiny(1)})
        board.is_told("error.store")
    assert kept_rows(carnet) == before
    expect(board.photos()).to_have_count(0)
    board.brings({"1.png": camera.tiny(1)})


@pytest.mark.check("W5")
def test_the_address_of_a_photo_is_nothing_without_her_session(make_phone: MakePhone, carnet, tmp_path):
    board = OnPhotos(begins(Person(make_phone(carnet)), carnet, "saule-3"), tmp_path)
    board.begins_another()
    board.brings({"1.png": camera.tiny(1)})
    addresses = [board.address(size) for size in ("small", "large")]
    other = OnPhotos(has_account(Person(make_phone(carnet)), carnet, "houx-12"), tmp_path)
    nobody = OnPhotos(Person(make_phone(carnet)), tmp_path)
    thief = make_phone(carnet).allow_console(FAILED)
    thief.context.add_cookies(cookies_of(board))
    for address in addresses:
        answer = board.asks(address)
        assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
        assert [each.asks(address).status for each in (other, nobody)] == [404, 404]
        assert comes_as_page(thief, address) == 404
        assert thief.context.request.get(address).status == 200
    board.button("lock").tap()
    board.person.is_outside()
    for address in addresses:
        answer = thief.context.request.get(address)
        assert (answer.status, answer.headers["cache-control"]) == (404, "no-store")
    board.person.sign_in().sees_day()
    assert [board.asks(each).status for each in addresses] == [200, 200]
    board.person.sign_out()
    assert [board.asks(each).status for each in addresses] == [404, 404]


def comes_as_page(phone: Phone, address: str) -> int:
    """Return what the server answers to one who opens *address* in a window."""
    # Nothing is there that could show.
    with phone.page.expect_response(f"**{address}") as asked, suppress(PlaywrightError):
        phone.page.goto(address)
    return asked.value.status


@pytest.mark.check("K1")
def test_nothing_of_a_photo_lies_on_the_servers_disk(board, carnet):
    board.keeps_what_is_sent()
    board.brings({"IMG_2041.jpg": camera.photo((1200, 900))})
    board.brings({"IMG_2042.HEIC": photos.HEIC})
    seen = [board.sent(), *(board.asks(board.address(size)).body() for size in ("small", "large"))]
    traces = [*WRITINGS, b"WEBPVP8", *(each[len(each) // 2 :][:24] for each in seen)]
    found = files_below(carnet.data_dir.parent)
    assert any(len(content) > 50_000 for content in found.values())
    assert [
        (file.name, trace) for file, content in found.items() for trace in traces if trace in content
    ] == []
