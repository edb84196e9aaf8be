"""What goes with a goal, drawn small: a photo from a board, or words."""

import reflex as rx

from lifeplan_app.components.html import Text


def token(text: Text, told: Text, photo: Text, key: Text) -> rx.Component:
    """Return one thing that goes with a goal."""
    return rx.el.li(
        rx.cond(photo != "", small_photo(photo, told), rx.el.span(text, class_name="kept")),
        class_name="token",
        key=key,
    )


def small_photo(photo: Text, told: Text) -> rx.Component:
    """Return a photo as a list shows it."""
    return rx.el.img(
        alt=told, src="/session/photos/" + photo + "/small", class_name="token__photo", decoding="async"
    )


def small_words(text: Text) -> rx.Component:
    """Return words of a board as a list shows them."""
    return rx.el.span(text, class_name="token kept")
