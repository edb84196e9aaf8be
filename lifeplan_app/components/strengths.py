"""Her strengths, drawn: a word for each, in its own colour."""

import reflex as rx

from lifeplan_app.components.html import Text
from lifeplan_app.components.order import order_list


def strengths_list(label: Text, rows: rx.Component) -> rx.Component:
    """Return all of them."""
    return rx.el.ul(
        rows, class_name="chips strengths", aria_labelledby=label, custom_attrs=order_list("strength")
    )


def strength_chip(text: Text, on_open: rx.event.EventSpec) -> rx.Component:
    """Return a strength as it stands; a tap opens it."""
    return rx.el.button(text, type="button", class_name="chip chip--word", on_click=on_open)


def open_strength(
    name: Text, words: rx.Component, close: rx.Component, *inside: rx.Component
) -> rx.Component:
    """Return a strength that is open: its words to change, its place, its end."""
    return rx.el.div(
        rx.el.div(words, close, class_name="wish__head"),
        *inside,
        class_name="card card--sage strengths__open",
        role="group",
        aria_label=name,
        tab_index=-1,
    )
