"""What others show to whoever is signed in."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.shell import lock_button
from lifeplan_app.pages.frame import loading, private_page
from lifeplan_app.state.received import ReceivedState
from lifeplan_app.state.session import word


def received_page() -> rx.Component:
    """Return the page."""
    return private_page(
        routes.RECEIVED,
        rx.el.header(
            rx.el.h1(word("received.place"), class_name="topbar__title", tab_index=-1),
            lock_button(word("lock")),
            class_name="topbar",
        ),
        rx.el.main(
            rx.cond(ReceivedState.loaded, rx.fragment(), loading()), class_name="page page--wide", id="main"
        ),
    )
