"""Photos over HTTP: kept for the session they came in, shown to it and to nobody else."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import httpx
import pytest
from granian.constants import Interfaces
from granian.server.embed import Server
from starlette.applications import Starlette

from lifeplan_app.core import boards
from lifeplan_app.i18n import say
from lifeplan_app.imaging.answer import MOST_SENT
from lifeplan_app.model.account import Language
from lifeplan_app.model.board import Photo
from lifeplan_app.serving import _call_when_open
from lifeplan_app.settings import Settings
from lifeplan_app.store.records import Records
from lifeplan_app.web.headers import SecurityHeaders
from lifeplan_app.web.photos import WINDOW, Photos
from tests.e2e.server import free_port
from tests.factories import caseworker, participant, rows, services
from tests.unit.imaging.photos import CANARY, drawing, opened, saved, talkative_jpeg

FOREIGN = "https://elsewhere.example"
ALONE = httpx.Limits(max_keepalive_connections=0)  # one whose post was refused unread is closed


class Failing(Records):
    """A disk that is full whenever a test says so; the images of the photo are written by then."""

    full = False

    def add(self, record):
        if Failing.full and isinstance(record, Photo):
            raise OSError(28, "No space left on device")
        return super().add(record)


@pytest.fixture(scope="module")
def there(tmp_path_factory) -> Iterator[SimpleNamespace]:
    """A server of photos in this process, and a house with Nadia, her board, and who else there is."""
    house = services(tmp_path_factory.mktemp("photos"), records_factory=Failing)
    settings = Settings(port=free_port())
    routes = Photos(lambda: house, settings).routes()
    app = SecurityHeaders(Starlette(routes=routes), settings, {})
    opened = threading.Event()
    loops: list[tuple[asyncio.AbstractEventLoop, Server]] = []

    async def serve() -> None:
        server = Server(
            app, address="127.0.0.1", port=settings.port, interface=Interfaces.ASGINL, log_enabled=False
        )
        loops.append((asyncio.get_running_loop(), server))
        watching = asyncio.create_task(_call_when_open(replace(settings, host="127.0.0.1"), opened.set))
        await server.serve()
        watching.cancel()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    assert opened.wait(20)
    nadia = participant(house)
    board = nadia.do(boards.add_board).record.id
    yield SimpleNamespace(house=house, port=settings.port, url=settings.address, nadia=nadia, board=board)
    [(loop, server)] = loops
    loop.call_soon_threadsafe(server.stop)
    thread.join()
    house.close()


@pytest.fixture
def browser(there) -> Iterator[httpx.Client]:
    """Nadia's, signed in; no photo is on her board yet."""
    there.nadia.sign_in()
    there.board = there.nadia.do(boards.add_board).record.id
    rows(there.house.store.database, "DELETE FROM blob")
    with client(there, there.nadia) as made:
        yield made
    with there.house.write() as uow:
        records = there.nadia.records(uow)
        for each in records.all():
            records.delete(each.id)


def client(there, person=None) -> httpx.Client:
    headers = {"Origin": there.url}
    if person:
        cookie = person.entered.cookie
        headers |= {"Cookie": f"s={cookie}", WINDOW: there.house.sessions.find(cookie).tag}
    base = f"http://127.0.0.1:{there.port}"
    return httpx.Client(base_url=base, headers=headers, timeout=30, limits=ALONE)


def post(browser, there, content, **headers) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return browser.post(f"/session/photos/{there.board}", content=content, headers=named)


def kept(there) -> tuple[int, int]:
    """How many images lie in the database, and how many photos are hers."""
    return len(rows(there.house.store.database, "SELECT id FROM blob")), len(there.nadia.read().photos)


def address(there, answer, size="small") -> str:
    [item] = [each for each in there.nadia.read().boards[-1].items if each.id == answer.json()["item"]]
    return f"/session/photos/{item.photo}/{size}"


@pytest.mark.check("W4")
def test_a_photo_is_kept_without_what_its_camera_wrote_and_shown_in_two_sizes(browser, there):
    answer = post(browser, there, talkative_jpeg())
    assert answer.headers["cache-control"] == "no-store"
    assert kept(there) == (2, 1)
    for size, longest in (("small", 512), ("large", 640)):
        shown = browser.get(address(there, answer, size), headers={"Sec-Fetch-Dest": "image"})
        assert max(opened(shown.content).size) == longest
        assert CANARY.encode() not in shown.content
        assert shown.headers["content-type"] == "image/webp"
        assert shown.headers["cache-control"] == "no-store"
        assert shown.headers["x-content-type-options"] == "nosniff"


@pytest.mark.check("W5")
def test_no_address_of_a_photo_works_without_the_session_it_belongs_to(browser, there):
    path = address(there, post(browser, there, saved(drawing(), "PNG")))
    mariam, claire = participant(there.house, "Mariam"), caseworker(there.house)
    assert browser.get(path).status_code == 200
    for size in ("original", "SMALL"):
        assert browser.get(path.replace("small", size)).status_code == 404
    for dest in ("document", "iframe", "frame", "object", "embed"):
        refused = browser.get(path, headers={"Sec-Fetch-Dest": dest})
        assert (refused.status_code, refused.content) == (404, b"")
    for person in (None, mariam, claire):
        with client(there, person) as other:
            refused = other.get(path)
            assert (refused.status_code, refused.content) == (404, b"")
            assert refused.headers["cache-control"] == "no-store"
    there.house.sessions.end_all()
    assert browser.get(path).status_code == 404
    there.nadia.sign_in()


@pytest.mark.check("W5")
def test_no_photo_comes_in_without_the_session_of_the_page(browser, there):
    photo = saved(drawing(), "PNG")
    mariam, claire = participant(there.house, "Mina"), caseworker(there.house, "Anne")
    for person in (None, mariam, claire):
        with client(there, person) as other:
            assert set(post(other, there, photo).json()) == {"refused"}
    tag = browser.headers[WINDOW]
    for wrong in ("", tag[:-1], tag.upper() + "x", "undefined"):
        refused = post(browser, there, photo, x_window=wrong).json()["refused"]
        assert refused["code"] == "session_over"
    assert kept(there) == (0, 0)


@pytest.mark.check("W3")
@pytest.mark.parametrize("headers", [{"Origin": FOREIGN}, {"Origin": "null"}, {"Origin": ""}], ids=str)
def test_a_page_from_elsewhere_brings_no_photo(browser, there, headers):
    assert post(browser, there, saved(drawing(), "PNG"), **headers).status_code == 403
    assert kept(there) == (0, 0)


@pytest.mark.check("W4")
@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"", "photo_empty"),
        (b"x" * (MOST_SENT + 1), "photo_too_heavy"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "photo_unreadable"),
        (b"PK\x03\x04 renamed", "photo_unreadable"),
        (saved(drawing(), "PNG")[:200], "photo_broken"),
    ],
    ids=["nothing", "more than 8 MB", "an SVG", "a zip", "half a photo"],
)
def test_what_is_no_photo_is_refused_with_a_sentence_and_nothing_of_it_stays(browser, there, sent, code):
    refused = post(browser, there, sent, content_type="image/jpeg").json()["refused"]
    assert refused == {"code": code, "text": say(Language.FRENCH, f"error.{code}")}
    assert kept(there) == (0, 0)


def test_the_same_photo_twice_is_told_and_kept_once(browser, there):
    photo = saved(drawing(), "PNG")
    post(browser, there, photo)
    assert post(browser, there, photo).json()["refused"]["code"] == "photo_again"
    assert kept(there) == (2, 1)


@pytest.mark.check("W4")
def test_one_who_goes_before_the_last_byte_leaves_nothing(browser, there):
    photo = saved(drawing(), "PNG")
    head = {**browser.headers, "Content-Length": str(len(photo) + 1)}
    lines = [f"POST /session/photos/{there.board} HTTP/1.1", *(f"{n}: {v}" for n, v in head.items())]
    with socket.create_connection(("127.0.0.1", there.port)) as half:
        half.sendall(("\r\n".join(lines) + "\r\n\r\n").encode() + photo)
        half.shutdown(socket.SHUT_WR)
        assert b"item" not in half.recv(4096)
    assert kept(there) == (0, 0)
    assert post(browser, there, photo).json()["item"]  # it was not there, and the way is free
    assert kept(there) == (2, 1)


def test_a_disk_that_is_full_is_told_and_leaves_nothing(browser, there, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(Failing, "full", True)
        assert post(browser, there, talkative_jpeg()).json()["refused"]["code"] == "store"
    assert kept(there) == (0, 0)
    assert post(browser, there, talkative_jpeg()).json()["item"]
