"""What the plan, the search and what is put away share: the title of the side where lists stand."""

import reflex as rx

from lifeplan_app.components.html import Text
from lifeplan_app.state.found import FoundRow
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.session import word


def list_title(text: Text, class_name: str = "") -> rx.Component:
    """Return the title of a list: that of the page, unless a goal beside it is what the page is about."""
    return rx.cond(
        GoalState.goal_id != "",
        rx.el.h2(text, class_name=class_name, tab_index=-1),
        rx.el.h1(text, class_name=class_name, tab_index=-1),
    )


def where_it_is(row: rx.Var[FoundRow], *, away: bool) -> rx.Component:
    """Return which goal a step leads to, and that it is put away where *away* is worth saying."""
    put_away = row.put_away if away else False
    return rx.fragment(
        rx.cond(
            row.goal != "",
            rx.el.span(
                rx.el.span(word("found.of"), " ", class_name="soft"),
                rx.el.span(row.goal),
                class_name="row__sub found__of",
            ),
        ),
        rx.cond(put_away, rx.el.span(word("found.away"), class_name="row__sub")),
    )
