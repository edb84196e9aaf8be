"""Search: a field, and what was found while she types."""

import reflex as rx

from lifeplan_app.components.forms import more_button
from lifeplan_app.components.found import found_group, found_row, kind_mark, pane_bar, search_field
from lifeplan_app.pages.lists import list_title, where_it_is
from lifeplan_app.state.found import FoundGroup, FoundRow
from lifeplan_app.state.pane import PaneState
from lifeplan_app.state.search import SearchState
from lifeplan_app.state.session import word


def search_view() -> rx.Component:
    """Return the search, in the place of the plan."""
    return rx.fragment(
        pane_bar(list_title(word("search.title"), "topbar__title"), word("goal.back"), PaneState.close_pane),
        rx.el.div(
            search_field(word("search.words"), "found-said"),
            _said(),
            rx.foreach(SearchState.groups, _group),
            rx.cond(SearchState.goes_on, more_button(word("plan.more"), SearchState.show_more)),
            class_name="page",
        ),
    )


def _said() -> rx.Component:
    nothing = rx.fragment(rx.el.b(word("search.none")), " ", word("search.none.text"))
    count = rx.el.span(word("search.found"), " ", SearchState.count, class_name="vh")
    return rx.el.p(
        rx.cond(SearchState.asked, rx.cond(SearchState.count > 0, count, nothing), word("search.hint")),
        id="found-said",
        class_name="soft found__said",
        role="status",
    )


def _group(group: rx.Var[FoundGroup]) -> rx.Component:
    return found_group(
        word("found." + group.kind), rx.foreach(group.rows, lambda row: _row(group.kind, row)), "rows"
    )


def _row(kind: rx.Var[str], row: rx.Var[FoundRow]) -> rx.Component:
    return found_row(
        kind_mark(kind, row.area),
        row.text,
        where_it_is(row, away=True),
        row.goal_id,
        SearchState.open_found(row.id),
    )
