"""What is put away: to be taken back, or deleted."""

import reflex as rx

from lifeplan_app.components.forms import empty
from lifeplan_app.components.found import found_group, kind_mark, pane_bar, put_away_card
from lifeplan_app.components.html import Text, icon
from lifeplan_app.pages.lists import list_title, where_it_is
from lifeplan_app.state.found import FoundGroup, FoundRow
from lifeplan_app.state.pane import PaneState
from lifeplan_app.state.session import word
from lifeplan_app.state.shelf import ShelfState


def shelf_view() -> rx.Component:
    """Return what is put away, in the place of the plan."""
    return rx.fragment(
        pane_bar(list_title(word("away.title"), "topbar__title"), word("goal.back"), PaneState.close_pane),
        rx.el.div(
            rx.cond(
                ShelfState.groups.length() > 0,
                rx.foreach(ShelfState.groups, _group),
                empty(word("away.empty.title"), word("away.empty.text"), top=True),
            ),
            class_name="page",
        ),
    )


def _group(group: rx.Var[FoundGroup]) -> rx.Component:
    return found_group(
        word("found." + group.kind), rx.foreach(group.rows, lambda row: _card(group.kind, row)), "stack"
    )


def _card(kind: rx.Var[str], row: rx.Var[FoundRow]) -> rx.Component:
    here = {"data-sought": rx.cond(ShelfState.sought == row.id, "here", "")}
    return put_away_card(
        kind_mark(kind, row.area),
        row.text,
        where_it_is(row, away=False),
        _button("undo", word("away.take_out"), row.text, ShelfState.take_out(row.id), here),
        _button("delete", word("away.remove"), row.text, ShelfState.remove(row.id), {}),
    )


def _button(
    symbol: str, text: Text, of: Text, does: rx.event.EventSpec, attributes: dict[str, Text]
) -> rx.Component:
    return rx.el.button(
        icon(symbol, small=True, flips=symbol == "undo"),
        text,
        rx.el.span(" : ", of, class_name="vh"),
        type="button",
        class_name="btn btn--soft",
        on_click=does,
        custom_attrs=attributes,
    )
