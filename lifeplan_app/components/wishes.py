"""The wishes of the year, drawn: a fold with a line for each."""

from collections.abc import Sequence

import reflex as rx

from lifeplan_app.components.html import Text, icon
from lifeplan_app.components.order import order_list


def wishes_fold(title: Text, rows: rx.Component, new: rx.Component) -> rx.Component:
    """Return the fold of the wishes, to which the sun leads, and the field of a new one."""
    return rx.el.details(
        rx.el.summary(icon("wish"), rx.el.span(title), icon("down")),
        rx.el.ul(rows, class_name="wishes", custom_attrs=order_list("wish")),
        new,
        class_name="card card--flat fold",
        id="wishes",
    )


def closed_wish(text: Text, on_open: rx.event.EventSpec, moves: rx.Component) -> rx.Component:
    """Return a wish as it stands; a tap opens it, its grip *moves* it."""
    return rx.fragment(
        icon("wish"), rx.el.button(text, type="button", class_name="textbtn", on_click=on_open), moves
    )


def open_wish(name: Text, words: rx.Component, close: rx.Component, *inside: rx.Component) -> rx.Component:
    """Return a wish that is open: its words to change, and what can become of it."""
    return rx.fragment(
        icon("wish"),
        rx.el.div(
            rx.el.div(words, close, class_name="wish__head"),
            *inside,
            class_name="stack wish__open",
            role="group",
            aria_label=name,
            tab_index=-1,
        ),
    )


def becomes(name: str, title: Text, choices: Sequence[tuple[Text, rx.event.EventSpec]]) -> rx.Component:
    """Return for when a wish can become a goal; one tap does it."""
    return rx.el.div(
        rx.el.p(title, id=name, class_name="label"),
        rx.el.div(
            *(
                rx.el.button(
                    text,
                    type="button",
                    class_name="chip chip--plain",
                    on_click=does,
                )
                for text, does in choices
            ),
            class_name="chips",
        ),
        class_name="stack stack--s",
        role="group",
        aria_labelledby=name,
    )
