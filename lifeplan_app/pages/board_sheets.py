"""The sheets of a board: its name and ground, what can be laid on it, a picture of it."""

import reflex as rx

from lifeplan_app.components.board import pair, picture_choice, push, swatches
from lifeplan_app.components.forms import wide_button
from lifeplan_app.components.goal import switch_row
from lifeplan_app.components.html import drawing, glyph, icon
from lifeplan_app.components.plan import NewTextWords, new_text_form
from lifeplan_app.model.board import SHAPES, Ground
from lifeplan_app.pages.frame import private_sheet
from lifeplan_app.pages.written import other_texts, words_area
from lifeplan_app.state.board_views import Choice
from lifeplan_app.state.boards import BoardsState
from lifeplan_app.state.chosen import ChosenState
from lifeplan_app.state.items import ItemsState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import word
from lifeplan_app.state.steps import FieldState

BOARD_SHEET = "board-sheet"
WORDS_SHEET = "words-sheet"
SHAPE_SHEET = "shape-sheet"
PHOTO_SHEET = "photo-sheet"
PICTURE_SHEET = "picture-sheet"


def board_sheet() -> rx.Component:
    """Return what can be changed of the board as a whole."""
    return private_sheet(
        BOARD_SHEET,
        word("board.sheet"),
        rx.el.div(
            _walk_button(),
            rx.el.button(
                icon("download"),
                word("board.picture"),
                type="button",
                class_name="btn btn--secondary btn--wide",
                custom_attrs={"data-close": BOARD_SHEET, "data-sheet": PICTURE_SHEET},
            ),
            class_name="stack",
        ),
        rx.cond(
            FieldState.record_id == BoardsState.board_id,
            rx.el.div(
                rx.el.p(word("board.name"), class_name="label", aria_hidden="true"),
                words_area("board-name", word("board.name"), rows=1),
                other_texts(),
                class_name="stack",
            ),
        ),
        swatches(
            "board-ground",
            word("board.ground"),
            [
                (
                    each.value,
                    word(f"board.ground.{each.value}"),
                    rx.el.i(class_name=f"swatch__look ground-{each.value}", aria_hidden="true"),
                    BoardsState.choose_ground(each.value),
                )
                for each in Ground
            ],
            BoardsState.ground,
        ),
        switch_row(
            "board-room",
            "move",
            word("board.room"),
            on=BoardsState.makes_room,
            on_change=BoardsState.choose_room(~BoardsState.makes_room),
        ),
        rx.cond(
            BoardsState.rows.length() > 1,
            pair(
                word("board.place"),
                push("left", word("board.earlier"), on_click=BoardsState.nudge(-1)),
                push("right", word("board.later"), on_click=BoardsState.nudge(1)),
            ),
        ),
        wide_button("delete", word("board.delete"), BoardsState.remove, closes=BOARD_SHEET),
    )


def _walk_button() -> rx.Component:
    return rx.cond(
        ItemsState.items.length() > 0,
        rx.el.button(
            icon("calm"),
            word("board.walk"),
            type="button",
            class_name="btn btn--secondary btn--wide",
            custom_attrs={"data-close": BOARD_SHEET, "data-walk": "begin"},
        ),
    )


def words_sheet() -> rx.Component:
    """Return the field for new words."""
    place = "words:" + BoardsState.board_id
    return private_sheet(
        WORDS_SHEET,
        word("board.words.title"),
        rx.el.div(
            new_text_form(
                "new-words",
                NewTextWords(word("board.words.new"), word("board.words.keep")),
                place=place,
                typed=ItemsState.typed,
                refused=SaidState.beside[place],
            ),
            rx.el.p(word("board.words.hint"), class_name="hint"),
            class_name="stack",
            custom_attrs={"data-shut-after": WORDS_SHEET},
        ),
    )


def shape_sheet() -> rx.Component:
    """Return the pictograms, and the wishes and goals, that can be laid on a board."""
    return private_sheet(
        SHAPE_SHEET,
        word("board.shape.title"),
        rx.el.section(
            rx.el.h3(word("board.shape.choose"), class_name="label stackgap"),
            rx.el.div(*(_shape(each) for each in SHAPES), class_name="shapes"),
        ),
        rx.cond(
            ChosenState.cards.length() > 0,
            rx.el.section(
                rx.el.h3(word("board.card.choose"), class_name="label stackgap"),
                rx.el.ul(rx.foreach(ChosenState.cards, _card), class_name="rows"),
            ),
        ),
    )


def _shape(name: str) -> rx.Component:
    return rx.el.button(
        drawing(f"i-{name}", "icon"),
        type="button",
        class_name="shapes__one",
        aria_label=word(f"board.shape.{name}"),
        on_click=ItemsState.add_shape(name),
        custom_attrs={"data-close": SHAPE_SHEET},
    )


def _card(choice: rx.Var[Choice]) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            rx.cond(choice.mark == "wish", icon("wish"), glyph(choice.mark)),
            rx.el.span(choice.text, class_name="row__title step__text"),
            icon("add"),
            type="button",
            class_name="row",
            on_click=ItemsState.add_card(choice.id),
            custom_attrs={"data-close": SHAPE_SHEET},
        ),
        key=choice.id,
    )


def photo_sheet() -> rx.Component:
    """Return where photos come from."""
    return private_sheet(
        PHOTO_SHEET,
        word("board.photo.title"),
        rx.el.div(
            picture_choice("image", word("board.photo.choose"), PHOTO_SHEET, camera=False),
            picture_choice("seen", word("board.photo.take"), PHOTO_SHEET, camera=True),
            rx.el.p(word("board.photo.hint"), class_name="hint"),
            rx.el.p(word("board.photo.gallery"), class_name="hint"),
            class_name="stack",
        ),
    )


def picture_sheet() -> rx.Component:
    """Return the sentence that comes before a picture of the board is kept on the phone."""
    return private_sheet(
        PICTURE_SHEET,
        word("board.picture"),
        rx.el.p(icon("info"), rx.el.span(word("board.picture.warning")), class_name="banner"),
        rx.el.p(
            role="status", custom_attrs={"data-picture-said": "", "data-failed": word("board.picture.failed")}
        ),
        rx.el.div(
            rx.el.button(
                icon("download"),
                word("board.picture.keep"),
                type="button",
                class_name="btn btn--secondary btn--wide",
                custom_attrs={"data-picture": PICTURE_SHEET},
            ),
            rx.el.button(
                word("board.picture.not"),
                type="button",
                class_name="btn btn--quiet btn--wide",
                custom_attrs={"data-close": PICTURE_SHEET},
            ),
            class_name="stack",
        ),
    )
