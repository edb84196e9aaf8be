"""Her before a board: what she lays on it, how she moves it, and where she sees it then."""

import time
from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.e2e.person import Person

COLUMNS = 6
ROW_PX = 60  # a row of the grid on a phone, with the gap below it
EDGE_PX = 12
LOOKS_SECONDS = 15
MOVES = """() => Boolean(document.querySelector("[data-held]"))
  || document.getAnimations().some((each) => each.playState === "running")"""


@dataclass(frozen=True)
class Cells:
    """Which cells of the grid something seems to lie in, by its edges on the glass."""

    x: int
    y: int
    w: int
    h: int


class OnBoard:
    """*person* before a board of hers."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page = person.page

    def comes(self) -> "OnBoard":
        """Load the page anew."""
        self.page.goto("/board/")
        expect(self.page.get_by_role("heading", name=self.word("board.title"), level=1)).to_be_visible()
        expect(self.page.get_by_role("status", name=self.word("loading"))).to_be_hidden()
        return self

    def begins_another(self) -> "OnBoard":
        """Begin a new, empty board."""
        self.comes()
        first, more = self.button("board.begin"), self.button("board.new")
        expect(first.or_(more)).to_be_visible()
        first.or_(more).tap()
        expect(self.page.get_by_text(self.word("board.bare"))).to_be_visible()
        return self

    def deletes_it(self) -> None:
        """Delete the board that shows."""
        self.button("board.more").tap()
        self.dialog("board.sheet").get_by_role("button", name=self.word("board.delete")).tap()
        expect(self.dialog("board.sheet")).to_be_hidden()

    # --- what she finds ------------------------------------------------------------------------

    def word(self, key: str) -> str:
        return self.person.sentence(key)

    def button(self, key: str) -> Locator:
        return self.page.get_by_role("button", name=self.word(key), exact=True).filter(visible=True)

    def tool(self, key: str) -> Locator:
        """Return a button of the board's own tools."""
        tools = self.page.get_by_role("group", name=self.word("board.tools"))
        return tools.get_by_role("button", name=self.word(key), exact=True)

    def undoes(self) -> None:
        self.tool("board.undo").tap()

    def undoes_everything(self) -> None:
        """Undo until there is nothing left to undo."""
        back = self.tool("board.undo")
        while back.is_enabled():
            before = self.board().inner_html()
            back.tap()
            self.page.wait_for_function(
                "(was) => document.querySelector('main ul').innerHTML !== was", arg=before
            )

    def redoes(self) -> None:
        self.tool("board.redo").tap()

    def dialog(self, key: str) -> Locator:
        return self.page.get_by_role("dialog", name=self.word(key), exact=True)

    def board(self) -> Locator:
        return self.page.get_by_role("main").get_by_role("list")

    def item(self, name: str) -> Locator:
        """Return what lies there, as a button to choose."""
        return self.board().get_by_role("button", name=name, exact=True)

    def cells(self, name: str) -> Cells:
        """Return where *name* lies."""
        board, item = self.board().bounding_box(), self.item(name).bounding_box()
        assert board
        assert item
        column = (board["width"] - 2 * EDGE_PX + 8) / COLUMNS
        mirrored = self.page.evaluate("document.documentElement.dir") == "rtl"
        before = (
            board["x"] + board["width"] - item["x"] - item["width"] if mirrored else item["x"] - board["x"]
        )
        return Cells(
            round((before - EDGE_PX) / column),
            round((item["y"] - board["y"] - EDGE_PX) / ROW_PX),
            round((item["width"] + 8) / column),
            round((item["height"] + 8) / ROW_PX),
        )

    def lies(self, name: str, x: int, y: int, w: int, h: int) -> None:
        """Wait until *name* lies in those cells, and rests there."""
        expect(self.item(name)).to_be_visible()
        wanted, until = Cells(x, y, w, h), time.monotonic() + LOOKS_SECONDS
        while (self._moves() or self.cells(name) != wanted) and time.monotonic() < until:
            self.page.wait_for_timeout(50)
        assert self.cells(name) == wanted

    def _moves(self) -> bool:
        return self.page.evaluate(MOVES)

    # --- what she does -------------------------------------------------------------------------

    def lays_words(self, *texts: str) -> None:
        """Lay words on the board, one after the other."""
        for text in texts:
            self.button("board.words").tap()
            field = self.dialog("board.words.title").get_by_role("textbox")
            field.fill(text)
            field.press("Enter")
            expect(self.dialog("board.words.title")).to_be_hidden()
            expect(self.item(text)).to_be_visible()

    def lays_shape(self, key: str) -> None:
        """Lay a pictogram on the board, and choose it."""
        self.button("board.shape").tap()
        self.dialog("board.shape.title").get_by_role("button", name=self.word(key), exact=True).tap()
        self.chooses(self.word(key))

    def chooses(self, name: str) -> None:
        """Tap it."""
        self.item(name).tap()
        expect(self.item(name)).to_have_attribute("aria-pressed", "true")
        expect(self.button("board.change")).to_be_enabled()

    def lets_go(self, name: str) -> None:
        """Tap it once more."""
        self.item(name).tap()
        expect(self.item(name)).to_have_attribute("aria-pressed", "false")

    def opens_item(self) -> Locator:
        """Open what can be changed of what is chosen."""
        self.button("board.change").tap()
        return self.dialog("board.item")

    def closes(self, sheet: Locator) -> None:
        sheet.get_by_role("button", name=self.person["close"], exact=True).tap()
        expect(sheet).to_be_hidden()

    def hears(self, key: str, **values: int) -> None:
        """Wait until a screen reader says that."""
        expect(self.page.locator("[data-board-status]")).to_contain_text(self.word(key).format(**values))
