"""Her dream boards: one of them, what can be laid on it, and looking at it in quiet."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.board import (
    board_status,
    bringing,
    dock,
    dock_button,
    dock_sign,
    grid,
    hands,
    item_to_move,
    item_to_see,
    tab,
)
from lifeplan_app.components.forms import empty
from lifeplan_app.components.html import icon
from lifeplan_app.components.shell import lock_button
from lifeplan_app.pages.board_face import face_of
from lifeplan_app.pages.board_item import ITEM_SHEET, item_sheet
from lifeplan_app.pages.board_sheets import (
    BOARD_SHEET,
    PHOTO_SHEET,
    SHAPE_SHEET,
    WORDS_SHEET,
    board_sheet,
    photo_sheet,
    picture_sheet,
    shape_sheet,
    words_sheet,
)
from lifeplan_app.pages.board_walk import walk
from lifeplan_app.pages.frame import loading, private_page
from lifeplan_app.pages.wires import bridge
from lifeplan_app.state.board_views import BoardTab, ItemView
from lifeplan_app.state.boards import BoardsState
from lifeplan_app.state.chosen import ChosenState
from lifeplan_app.state.history import HistoryState
from lifeplan_app.state.items import ItemsState
from lifeplan_app.state.session import word

_BRINGING = ("one", "of", "ready", "lost", "stopped", "done", "heavy", "ten")
_OUT = "window.carnet.out.laid"


def board_page() -> rx.Component:
    """Return the page."""
    return private_page(
        routes.BOARD,
        rx.el.link(rel="stylesheet", href="/board.css"),
        rx.el.header(
            rx.el.h1(word("board.title"), class_name="topbar__title", tab_index=-1),
            rx.cond(BoardsState.board_id != "", _more_button()),
            lock_button(word("lock")),
            class_name="topbar",
        ),
        rx.el.main(
            rx.cond(
                BoardsState.loaded,
                rx.cond(BoardsState.board_id != "", _board(), _invitation()),
                loading(),
            ),
            class_name="page page--low",
            id="main",
            custom_attrs={"data-board": rx.cond(BoardsState.looking, "seen", "moves")},
        ),
        board_sheet(),
        item_sheet(),
        words_sheet(),
        shape_sheet(),
        photo_sheet(),
        picture_sheet(),
        walk(),
        board_status({name: word(f"board.said.{name}") for name in ("at", "size", "chosen")}),
        _wires(),
    )


def _more_button() -> rx.Component:
    return rx.el.button(
        icon("more"),
        type="button",
        class_name="iconbtn",
        aria_label=word("board.more"),
        on_click=BoardsState.open_name,
        custom_attrs={"data-sheet": BOARD_SHEET},
    )


def _invitation() -> rx.Component:
    return empty(
        word("board.empty.title"),
        word("board.empty.text"),
        rx.el.button(
            icon("add"),
            word("board.begin"),
            type="button",
            class_name="btn btn--primary",
            on_click=BoardsState.add,
        ),
        top=True,
    )


def _board() -> rx.Component:
    return rx.fragment(_bringing(), rx.cond(BoardsState.looking, _to_see(), _to_arrange()))


def _bringing() -> rx.Component:
    return bringing(
        {name: word(f"board.bring.{name}") for name in _BRINGING},
        word("board.bring.stop"),
        word("board.bring.again"),
        word("close"),
    )


# --- to arrange it -----------------------------------------------------------------------------


def _to_arrange() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.foreach(BoardsState.rows, _tab),
            rx.cond(~BoardsState.full, _new_button()),
            class_name="tabs",
            role="group",
            aria_label=word("board.all"),
        ),
        _tools(),
        rx.cond(ItemsState.items.length() == 0, rx.el.p(word("board.bare"), class_name="soft")),
        grid(
            board_name(),
            BoardsState.board_id,
            BoardsState.ground,
            rx.foreach(ItemsState.items, _item),
            hands(word("board.move"), word("board.resize")),
            moves=True,
        ),
        _dock(),
        _dock_of_item(),
        class_name="stack",
    )


def board_name() -> rx.Var[str]:
    """Return what the board is called: by her name for it, or as all are."""
    return rx.cond(BoardsState.name != "", BoardsState.name, word("board.title")).to(str)


def _tab(row: rx.Var[BoardTab]) -> rx.Component:
    name = rx.cond(row.name != "", row.name, word("board.unnamed") + " " + row.number)
    return tab(name, row.id, BoardsState.open_board(row.id), here=row.id == BoardsState.board_id)


def _new_button() -> rx.Component:
    return rx.el.button(
        icon("add", small=True),
        type="button",
        class_name="tab",
        aria_label=word("board.new"),
        on_click=BoardsState.add,
    )


def _tools() -> rx.Component:
    return rx.el.div(
        _tool("undo", "board.undo", HistoryState.back, HistoryState.past, keys="Control+Z"),
        _tool("redo", "board.redo", HistoryState.again, HistoryState.ahead, keys="Control+Y"),
        rx.el.button(
            icon("heart", small=True),
            word("board.shape"),
            type="button",
            class_name="btn btn--soft push",
            on_click=ChosenState.list_cards,
            custom_attrs={"data-sheet": SHAPE_SHEET},
        ),
        rx.el.button(
            icon("seen", small=True),
            word("board.look"),
            type="button",
            class_name="btn btn--soft",
            on_click=BoardsState.look_at(True),
        ),
        class_name="tools tools--board",
        role="group",
        aria_label=word("board.tools"),
    )


def _tool(name: str, key: str, handler: rx.EventHandler, can: rx.Var[bool], *, keys: str) -> rx.Component:
    return rx.el.button(
        icon("undo", flips=name == "undo")
        if name == "undo"
        else rx.el.span(icon("undo"), class_name="mirrored"),
        type="button",
        class_name="iconbtn",
        aria_label=word(key),
        on_click=handler,
        disabled=~can,
        custom_attrs={"data-go": name, "aria-keyshortcuts": keys},
    )


def _item(row: rx.Var[ItemView]) -> rx.Component:
    return item_to_move(row.id, row.place, row.at, face_of(row))


def _dock() -> rx.Component:
    return dock(
        word("board.add"),
        dock_button("image", word("board.photo"), custom_attrs={"data-sheet": PHOTO_SHEET}),
        dock_button("text-size", word("board.words"), custom_attrs={"data-sheet": WORDS_SHEET}),
        when="none",
    )


def _dock_of_item() -> rx.Component:
    item = ChosenState.item
    nobody = item.kind == ""
    return dock(
        word("board.item"),
        dock_button(
            "edit",
            word("board.change"),
            disabled=nobody,
            on_click=ChosenState.choose(item.id),  # its words are open again, should others have been
            custom_attrs={"data-sheet": ITEM_SHEET},
        ),
        dock_sign("delete", word("board.remove"), disabled=nobody, on_click=ItemsState.remove(item.id)),
        when="one",
    )


# --- to look at it -----------------------------------------------------------------------------


def _to_see() -> rx.Component:
    return rx.el.div(
        rx.el.h1(board_name(), class_name="vh", tab_index=-1),
        rx.el.button(
            icon("close"),
            type="button",
            class_name="iconbtn board__back",
            aria_label=word("board.look.end"),
            on_click=BoardsState.look_at(False),
            custom_attrs={"data-key": "back"},
        ),
        grid(
            board_name(),
            BoardsState.board_id,
            BoardsState.ground,
            rx.foreach(ItemsState.items, _seen),
            moves=False,
        ),
        class_name="board__seen",
    )


def _seen(row: rx.Var[ItemView]) -> rx.Component:
    return item_to_see(row.id, row.place, face_of(row))


# --- from the script ---------------------------------------------------------------------------


def _wires() -> rx.Component:
    at = [rx.Var(f"{_OUT}.{name}").to(int) for name in ("x", "y", "w", "h")]
    item = rx.Var(f"{_OUT}.id").to(str)
    return rx.el.div(
        bridge("choose", ChosenState.choose(item)),
        bridge("place", ItemsState.place(item, *at)),
        bridge("remove", ItemsState.remove(item)),
        bridge("laid", ItemsState.laid(item)),
        rx.el.i(hidden=True, custom_attrs={"data-brings": "/board.js"}),
        hidden=True,
    )
