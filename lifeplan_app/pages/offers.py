"""The people somebody walks with, and what she offers them."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.shell import lock_button
from lifeplan_app.pages.frame import loading, private_page
from lifeplan_app.pages.own_code import own_code_panel
from lifeplan_app.state.offers import OffersState
from lifeplan_app.state.session import word


def offers_page() -> rx.Component:
    """Return the page."""
    return private_page(
        routes.OFFERS,
        rx.el.header(
            rx.el.h1(word("offers.place"), class_name="topbar__title", tab_index=-1),
            lock_button(word("lock")),
            class_name="topbar",
        ),
        rx.el.main(
            rx.cond(OffersState.loaded, own_code_panel(), loading()), class_name="page page--wide", id="main"
        ),
    )
