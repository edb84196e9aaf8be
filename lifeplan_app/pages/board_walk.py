"""A slow walk through what lies on a board, one thing after the other; ``board.js`` leads it."""

import reflex as rx

from lifeplan_app.components.html import for_script, icon
from lifeplan_app.components.shell import exit_status
from lifeplan_app.pages.frame import private_exit
from lifeplan_app.state.session import word


def walk() -> rx.Component:
    """Return the dialog that covers the page; its exit comes first."""
    return rx.el.dialog(
        private_exit(),
        exit_status(),
        rx.el.h2(word("board.walk"), id="walk-title", class_name="vh", tab_index=-1),
        rx.el.div(class_name="walk__stage", custom_attrs=for_script("data-stage") | {"aria-live": "polite"}),
        rx.el.div(
            _button("left", "board.walk.before", "before", flips=True),
            rx.el.button(
                rx.el.span(word("board.walk.pause"), class_name="walk__pause"),
                rx.el.span(word("board.walk.on"), class_name="walk__on"),
                type="button",
                class_name="btn",
                custom_attrs={"data-walk": "pause", "data-still": "false"},
            ),
            _button("right", "board.walk.next", "next", flips=True),
            _button("close", "board.walk.end", "end"),
            class_name="walk__bar",
            role="group",
            aria_label=word("board.walk"),
        ),
        id="walk",
        class_name="walk",
        aria_labelledby="walk-title",
    )


def _button(symbol: str, key: str, does: str, *, flips: bool = False) -> rx.Component:
    return rx.el.button(
        icon(symbol, flips=flips),
        type="button",
        class_name="iconbtn",
        aria_label=word(key),
        custom_attrs={"data-walk": does},
    )
