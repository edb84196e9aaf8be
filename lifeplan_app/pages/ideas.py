"""Ideas for steps, in a sheet that opens when she asks."""

import reflex as rx

from lifeplan_app.components.html import drawing, icon
from lifeplan_app.pages.frame import private_sheet
from lifeplan_app.state.ideas import IdeaGroup, IdeasState
from lifeplan_app.state.session import word

_SYMBOLS = (
    ("papers", "i-area-papers"),
    ("health", "i-area-health"),
    ("money", "i-area-money"),
    ("learning", "i-area-integration"),
    ("home", "i-area-housing"),
    ("children", "i-area-parent"),
    ("rest", "i-calm"),
    ("company", "i-area-ties"),
)


def ideas_sheet() -> rx.Component:
    """Return the sheet with the ideas: first what they are about, then the ideas."""
    return private_sheet(
        "ideas-sheet", word("ideas.title"), rx.cond(IdeasState.group == "", _groups(), _ideas())
    )


def _groups() -> rx.Component:
    return rx.el.ul(rx.foreach(IdeasState.groups, _group), class_name="rows")


def _group(group: rx.Var[IdeaGroup]) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            drawing(rx.match(group.key, *_SYMBOLS, "i-suggest").to(str), "icon"),
            rx.el.span(group.title, class_name="row__title"),
            icon("next", flips=True),
            type="button",
            class_name="row",
            on_click=IdeasState.choose_group(group.key),
        ),
        key=group.key,
    )


def _ideas() -> rx.Component:
    return rx.el.div(
        rx.el.p(word("ideas.take"), class_name="hint"),
        rx.el.ul(rx.foreach(IdeasState.texts, _idea), class_name="rows"),
        rx.el.button(
            icon("back", small=True, flips=True),
            word("ideas.others"),
            type="button",
            class_name="btn btn--quiet btn--start",
            on_click=IdeasState.open_groups,
        ),
        class_name="stack",
    )


def _idea(text: rx.Var[str], index: rx.Var[int]) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            icon("add"),
            rx.el.span(text, class_name="row__title"),
            type="button",
            class_name="row",
            on_click=IdeasState.take(index),
            custom_attrs={"data-close": "ideas-sheet"},
        ),
        key=text,
    )
