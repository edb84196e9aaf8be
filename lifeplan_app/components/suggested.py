"""A suggestion drawn: who offers it, the step, the word beside it, and what can be done with it."""

import reflex as rx

from lifeplan_app.components.html import Text, icon
from lifeplan_app.components.people import AVATARS, avatar


def suggestion_card(
    by: tuple[Text, Text, Text], text: Text, word: Text, *below: rx.Component, key: Text
) -> rx.Component:
    """Return a suggestion; *by* is a first letter, the name, and what is said of it."""
    initial, name, about = by
    return rx.el.article(
        rx.el.p(avatar(initial, AVATARS[1]), rx.el.span(rx.el.b(name), " · ", about), class_name="offer__by"),
        rx.el.p(text, class_name="offer__text kept"),
        rx.cond(word != "", rx.el.p(word, class_name="offer__word kept")),
        *below,
        class_name="offer",
        key=key,
    )


def suggestion_act(
    symbol: str, text: Text, about: Text, on_click: rx.event.EventSpec, **props: object
) -> rx.Component:
    """Return one of the things that can be done with a suggestion."""
    return rx.el.button(
        icon(symbol),
        text,
        rx.el.span(" : ", about, class_name="vh"),
        type="button",
        class_name="btn",
        on_click=on_click,
        **props,
    )
