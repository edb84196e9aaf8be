"""The keys that do something on a wide screen, listed, and the switch that puts them off."""

import reflex as rx

from lifeplan_app.pages.frame import private_sheet
from lifeplan_app.state.keys import KeysState
from lifeplan_app.state.session import word

_KEYS = ("find", "new", "list", "move", "back", "undo")


def keys_button() -> rx.Component:
    """Return the button that opens the list."""
    return rx.el.button(
        "?",
        type="button",
        class_name="iconbtn only-wide keys__ask",
        aria_label=word("keys.title"),
        custom_attrs={"data-sheet": "keys", "data-key": "?"},
    )


def keys_sheet() -> rx.Component:
    """Return the list."""
    return private_sheet(
        "keys",
        word("keys.title"),
        rx.el.dl(*(_key(name) for name in _KEYS), class_name="keys"),
        rx.el.label(
            rx.el.span(
                rx.el.span(word("keys.on"), class_name="row__title"),
                rx.el.span(word("keys.on.hint"), class_name="row__sub"),
            ),
            rx.el.input(
                type="checkbox",
                class_name="switch",
                role="switch",
                checked=KeysState.on,
                on_change=KeysState.choose,
            ),
            class_name="row row--two",
        ),
    )


def _key(name: str) -> rx.Component:
    return rx.el.div(
        rx.el.dt(rx.el.kbd(word(f"keys.{name}.key"))), rx.el.dd(word(f"keys.{name}")), class_name="keys__row"
    )
