"""A date drawn: a calendar leaf, the same before the day and after."""

import reflex as rx

from lifeplan_app.components.html import Text


def day_leaf(day: Text, month: Text) -> rx.Component:
    """Return a calendar leaf with a number and a short month."""
    return rx.el.p(rx.el.b(day), " ", rx.el.span(month), class_name="daynum")
