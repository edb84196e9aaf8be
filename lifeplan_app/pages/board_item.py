"""What can be changed of the chosen item: its words, its place, its look, the goal it goes with."""

from collections.abc import Sequence
from enum import StrEnum

import reflex as rx

from lifeplan_app.components.board import pair, preview, push, swatches
from lifeplan_app.components.forms import choice_of, wide_button
from lifeplan_app.components.shell import sheet_without_subject
from lifeplan_app.model.board import GOES_WITH_A_GOAL, MOST_ZOOM, Frame, Hand, Hue, ItemKind, Letters
from lifeplan_app.pages.board_face import face_of
from lifeplan_app.pages.frame import private_sheet
from lifeplan_app.pages.written import other_texts, words_area
from lifeplan_app.state.board_views import Choice, ItemView
from lifeplan_app.state.boards import BoardsState
from lifeplan_app.state.chosen import ChosenState
from lifeplan_app.state.items import ItemsState
from lifeplan_app.state.session import word
from lifeplan_app.state.steps import FieldState

ITEM_SHEET = "item-sheet"
_ITEM = ChosenState.item


def item_sheet() -> rx.Component:
    """Return the sheet of the chosen item."""
    return private_sheet(
        ITEM_SHEET,
        word("board.item"),
        rx.cond(
            _ITEM.kind != "",
            rx.el.div(
                rx.foreach(ItemsState.items, _preview),
                rx.cond(_ITEM.kind != ItemKind.CARD.value, _words()),
                rx.match(
                    _ITEM.kind,
                    (ItemKind.WORDS.value, rx.fragment(_letters(), _hands(), _hues())),
                    (ItemKind.PHOTO.value, rx.fragment(_frames(), _crop())),
                    _hues(),
                ),
                _place(),
                rx.match(_ITEM.kind, *((kind.value, _goal()) for kind in GOES_WITH_A_GOAL), rx.fragment()),
                wide_button("delete", word("board.remove"), ItemsState.remove(_ITEM.id), closes=ITEM_SHEET),
                class_name="stack stack--l",
            ),
            sheet_without_subject(ITEM_SHEET),
        ),
    )


def _preview(row: rx.Var[ItemView]) -> rx.Component:
    return rx.cond(row.id == _ITEM.id, preview(row.id, row.size, BoardsState.ground, face_of(row)))


def _words() -> rx.Component:
    label = rx.cond(_ITEM.kind == ItemKind.WORDS.value, word("board.item.words"), word("board.item.told"))
    return rx.cond(
        FieldState.record_id == _ITEM.id,
        rx.el.div(
            rx.el.p(label, class_name="label", aria_hidden="true"),
            words_area("item-words", label.to(str), rows=2),
            other_texts(),
            class_name="stack",
        ),
    )


# --- how it looks ------------------------------------------------------------------------------


def _looks(
    name: str, values: Sequence[StrEnum], current: rx.Var[str], look: str, letter: str = ""
) -> rx.Component:
    return swatches(
        f"item-{name}",
        word(f"board.{name}"),
        [
            (
                each.value,
                word(f"board.{name}.{each.value}"),
                rx.el.i(letter, class_name=f"swatch__look {look} {name}-{each.value}", aria_hidden="true"),
                ItemsState.dress(_ITEM.id, name, each.value),
            )
            for each in values
        ],
        current,
    )


def _hues() -> rx.Component:
    return _looks("hue", list(Hue), _ITEM.hue, "")


def _letters() -> rx.Component:
    return _looks("letters", list(Letters), _ITEM.letters, "board__words hue-plain", "a")


def _hands() -> rx.Component:
    return _looks("hand", list(Hand), _ITEM.hand, "board__words hue-plain letters-medium", "abc")


def _frames() -> rx.Component:
    return _looks("frame", list(Frame), _ITEM.frame, "board__photo swatch__photo")


def _crop() -> rx.Component:
    zoom, crop = _ITEM.zoom, ChosenState.crop
    return rx.el.div(
        pair(
            word("board.crop.zoom"),
            push("add", word("board.crop.nearer"), on_click=crop(0, 0, 1), disabled=zoom == MOST_ZOOM),
            push("minus", word("board.crop.farther"), on_click=crop(0, 0, -1), disabled=zoom == 0),
        ),
        pair(
            word("board.crop"),
            push("left", word("board.crop.left"), on_click=crop(-2, 0, 0)),
            push("right", word("board.crop.right"), on_click=crop(2, 0, 0)),
            push("up", word("board.crop.up"), on_click=crop(0, -2, 0)),
            push("lower", word("board.crop.lower"), on_click=crop(0, 2, 0)),
        ),
        class_name="stack",
    )


# --- where it is -------------------------------------------------------------------------------


def _place() -> rx.Component:
    return rx.el.div(
        pair(
            word("board.where"),
            *(
                push(symbol, word(f"board.push.{symbol}"), custom_attrs={"data-push": symbol})
                for symbol in ("left", "right", "up", "lower")
            ),
        ),
        pair(
            word("board.how_large"),
            push("add", word("board.wider"), custom_attrs={"data-push": "wider"}),
            push("minus", word("board.narrower"), custom_attrs={"data-push": "narrower"}),
            push("add", word("board.taller"), custom_attrs={"data-push": "taller"}),
            push("minus", word("board.shorter"), custom_attrs={"data-push": "shorter"}),
        ),
        pair(
            word("board.tilt"),
            _lean("undo", "board.tilt.left", -1),
            _lean("repeat", "board.tilt.right", 1),
        ),
        pair(
            word("board.over"),
            push("up", word("board.over.lift"), on_click=ItemsState.lift(_ITEM.id, 1)),
            push("lower", word("board.over.lower"), on_click=ItemsState.lift(_ITEM.id, -1)),
        ),
        class_name="stack stack--l",
    )


def _lean(symbol: str, key: str, by: int) -> rx.Component:
    return push(symbol, word(key), on_click=ChosenState.lean(by))


def _goal() -> rx.Component:
    return rx.cond(
        ChosenState.goals.length() > 0,
        choice_of(
            "item-goal",
            word("board.goal"),
            rx.fragment(
                rx.el.option(word("board.goal.none"), value=""), rx.foreach(ChosenState.goals, _goal_option)
            ),
            value=_ITEM.goal,
            on_change=ChosenState.set_on,
        ),
    )


def _goal_option(goal: rx.Var[Choice]) -> rx.Component:
    return rx.el.option(goal.text, value=goal.id, key=goal.id)
