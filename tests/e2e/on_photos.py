"""Her bringing photos onto a board: what she chooses, what the page says of it, what the browser sends."""

import base64
import re
import sqlite3
from pathlib import Path
from typing import Any

from playwright.sync_api import APIResponse, Locator, Route, expect

from lifeplan_app.store.unit import DATABASE
from tests.e2e.on_board import OnBoard
from tests.e2e.person import Person
from tests.e2e.server import Carnet

WAY_UP = "**/session/photos/*"
# A browser shows nobody the bytes of what a script sends: they are taken as the script hands them over.
KEEPS_WHAT_IS_SENT = """() => {
    window.sent = [];
    const { send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.send = function (body) { window.sent.push(body); return send.call(this, body); };
}"""
LAST_SENT = """async () => {
    const bytes = new Uint8Array(await window.sent.at(-1).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""
Chosen = dict[str, bytes]


class OnPhotos(OnBoard):
    """*person* before a board of hers, with the photos of her phone in *album*."""

    def __init__(self, person: Person, album: Path) -> None:
        super().__init__(person)
        self.album = album

    def chooses_photos(self, photos: Chosen) -> None:
        """Choose *photos* in the phone, by the names of their files."""
        self.button("board.photo").tap()
        sheet = self.dialog("board.photo.title")
        for name, content in photos.items():
            (self.album / name).write_bytes(content)
        files = [self.album / name for name in photos]
        sheet.get_by_label(self.word("board.photo.choose")).set_input_files(files)
        expect(sheet).to_be_hidden()

    def brings(self, photos: Chosen) -> None:
        """Bring *photos* and wait until they lie there and nothing more is said."""
        there = self.photos().count()
        self.chooses_photos(photos)
        expect(self.photos()).to_have_count(there + len(photos))
        expect(self.strip()).to_be_hidden()

    def photos(self) -> Locator:
        """Return the photos on the board, to choose."""
        return self.item(self.word("board.photo.untold"))

    def strip(self) -> Locator:
        """Return the line that tells how photos go up."""
        return self.page.locator(".bring")

    def is_told(self, *sentences: str) -> None:
        """Wait until the line says *sentences* and waits for nothing, then close it."""
        close = self.strip().get_by_role("button", name=self.word("close"), exact=True)
        expect(close).to_be_visible()
        expect(self.strip().get_by_role("status")).to_have_text(" ".join(map(self.word, sentences)))
        expect(self.strip().get_by_role("progressbar")).to_be_hidden()
        close.tap()
        expect(self.strip()).to_be_hidden()

    def says(self, key: str) -> None:
        """Wait until the line says that, among other things or alone."""
        expect(self.strip().get_by_role("status")).to_contain_text(self.word(key))

    def presses(self, key: str) -> None:
        self.strip().get_by_role("button", name=self.word(key), exact=True).tap()

    def chooses_and_waits(self, photos: Chosen) -> list[Route]:
        """Choose *photos*, and let the first wait on its way; return what waits."""
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        self.page.route(WAY_UP, hold)
        with self.page.expect_request(WAY_UP):
            self.chooses_photos(photos)
        self.page.evaluate("document.title")  # by the time of this answer it is held
        return held

    def frees_the_way(self, held: list[Route]) -> None:
        """Let everything pass, and what is *held* too."""
        for each in held:
            each.continue_()
        self.page.unroute(WAY_UP)

    def keeps_what_is_sent(self) -> None:
        self.page.evaluate(KEEPS_WHAT_IS_SENT)

    def sent(self) -> bytes:
        """Return what the browser sent last."""
        return base64.b64decode(self.page.evaluate(LAST_SENT))

    def address(self, size: str = "large") -> str:
        """Return where the topmost photo is asked for."""
        image = self.photos().last.get_by_role("img")
        expect(image).to_have_js_property("complete", value=True)
        assert image.evaluate("(image) => image.naturalWidth") > 0
        address = image.get_attribute("src") or ""
        return re.sub(r"/(small|large)$", f"/{size}", address)

    def asks(self, address: str) -> APIResponse:
        """Return what the server answers to her cookies."""
        return self.person.phone.context.request.get(address)

    def way_up(self) -> tuple[str, dict[str, str]]:
        """Return the address and the headers with which the page sends a photo to this board."""
        board = self.board().get_attribute("data-name")
        tag = self.page.locator("#pulse").get_attribute("data-tag") or ""
        cookies = "; ".join(f"{each['name']}={each['value']}" for each in cookies_of(self))
        return f"/session/photos/{board}", {"X-Window": tag, "Cookie": cookies}


def cookies_of(board: OnBoard) -> list[Any]:
    return list(board.person.phone.context.cookies())


def kept_rows(carnet: Carnet) -> tuple[int, int]:
    """Return how many records and images lie in the database."""
    with sqlite3.connect(carnet.data_dir / DATABASE) as opened:
        records, blobs = (
            opened.execute(f"select count(*) from {table}").fetchone()[0] for table in ("record", "blob")
        )
    return records, blobs


def files_below(*folders: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for folder in folders for each in folder.rglob("*") if each.is_file()}
