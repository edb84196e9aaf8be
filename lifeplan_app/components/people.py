"""People drawn: a letter in a shape, a note somebody left, what stays private, a card as it is shown."""

import reflex as rx

from lifeplan_app.components.html import Text, glyph, icon

AVATARS = ("leaf", "hill", "drop")
"""The shapes that tell people apart, beside their letter."""


def avatar(initial: Text, shape: Text, *, large: bool = False) -> rx.Component:
    """Return the first letter of a name in a *shape*, one of `AVATARS`; a screen reader skips it."""
    size = "avatar avatar--l avatar--" if large else "avatar avatar--"
    return rx.el.span(initial, class_name=size + shape, aria_hidden="true")


def note_left(initial: Text, by: Text, day: Text, text: Text) -> rx.Component:
    """Return a note: who left it, when, and the words."""
    return rx.el.div(
        avatar(initial, AVATARS[0]),
        rx.el.p(rx.el.b(by), rx.el.span(day), class_name="word__by"),
        rx.el.p(text, class_name="word__text kept"),
        class_name="word",
    )


def stays_private(text: Text) -> rx.Component:
    """Return the line that says what stays hidden."""
    return rx.el.p(icon("hidden"), rx.el.span(text), class_name="not")


def card_shown(text: Text, progress: Text, progress_word: Text, *signs: rx.Component) -> rx.Component:
    """Return a card as the one it is made for sees it."""
    return rx.el.div(
        rx.el.p(rx.el.b(text), class_name="step__text kept"),
        rx.el.p(
            rx.el.span(glyph(progress, small=True), progress_word, class_name="state"),
            *signs,
            class_name="inline",
        ),
        class_name="card card--flat",
    )


def card_sign(symbol: str, text: Text) -> rx.Component:
    """Return what else a card shows: a date, a week, an area."""
    return rx.el.span(icon(symbol, small=True), text, class_name="state")


def until(text: Text) -> rx.Component:
    """Return until when something is shown."""
    return rx.el.p(icon("date", small=True), text, class_name="share__until")


def badge(text: Text, *, fresh: bool = False) -> rx.Component:
    """Return a small word beside a title; a *fresh* one stands out."""
    return rx.el.span(text, class_name="badge badge--plain badge--apricot" if fresh else "badge badge--plain")


def quiet_button(text: Text, on_click: rx.EventHandler | rx.event.EventSpec) -> rx.Component:
    """Return a button that is no more than its words."""
    return rx.el.button(text, type="button", class_name="btn btn--quiet", on_click=on_click)
