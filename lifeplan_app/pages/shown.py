"""Sharing: the people she is linked with, what each sees, who looked."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.shell import lock_button
from lifeplan_app.pages.frame import loading, private_page
from lifeplan_app.state.session import word
from lifeplan_app.state.shown import ShownState


def shown_page() -> rx.Component:
    """Return the page."""
    return private_page(
        routes.SHOWN,
        rx.el.header(
            rx.el.h1(word("place.shown"), class_name="topbar__title", tab_index=-1),
            lock_button(word("lock")),
            class_name="topbar",
        ),
        rx.el.main(
            rx.cond(ShownState.loaded, rx.fragment(), loading()), class_name="page page--wide", id="main"
        ),
    )
