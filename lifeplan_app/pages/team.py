"""Who works here, who is invited, and counts."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.shell import lock_button
from lifeplan_app.pages.frame import loading, private_page
from lifeplan_app.state.session import word
from lifeplan_app.state.team import TeamState


def team_page() -> rx.Component:
    """Return the page."""
    return private_page(
        routes.TEAM,
        rx.el.header(
            rx.el.h1(word("team.place"), class_name="topbar__title", tab_index=-1),
            lock_button(word("lock")),
            class_name="topbar",
        ),
        rx.el.main(
            rx.cond(TeamState.loaded, rx.fragment(), loading()), class_name="page page--wide", id="main"
        ),
    )
