"""Things of many kinds in one list: what was found, what is put away."""

import reflex as rx

from lifeplan_app.components.areas import area_mark
from lifeplan_app.components.forms import QUIET
from lifeplan_app.components.html import Text, icon


def pane_bar(title: rx.Component, back: Text, on_back: rx.EventHandler) -> rx.Component:
    """Return the head of what stands in the place of the plan, with the way back to it."""
    return rx.el.header(
        rx.el.button(
            icon("back", flips=True),
            type="button",
            class_name="iconbtn",
            aria_label=back,
            on_click=on_back,
            custom_attrs={"data-key": "back", "data-opens": ""},
        ),
        title,
        class_name="topbar",
    )


def search_field(label: Text, described: str) -> rx.Component:
    """Return the field for words to look for; ``plan.js`` sends them on, and keeps none."""
    return rx.el.div(
        rx.el.label(label, class_name="vh", html_for="find"),
        rx.el.span(
            icon("search"),
            rx.el.input(
                id="find",
                type="search",
                class_name="input",
                placeholder=label,
                enter_key_hint="search",
                auto_capitalize="none",
                aria_describedby=described,
                custom_attrs={"data-find": ""},
                **QUIET,
            ),
            class_name="inputwrap inputwrap--search",
        ),
        class_name="field",
        role="search",
    )


def kind_mark(kind: Text, area: Text) -> rx.Component:
    """Return the coloured square of something of hers, by what it is."""
    mark = rx.match(
        kind,
        ("wish", rx.el.span(icon("wish"), class_name="area area--apricot")),
        ("strength", rx.el.span(icon("strength"), class_name="area")),
        area_mark(area),
    )
    return rx.fragment(mark)


def found_group(title: Text, rows: rx.Component, class_name: str) -> rx.Component:
    """Return the things of one kind under what they are."""
    return rx.el.section(
        rx.el.h2(title, class_name="found__title"),
        rx.el.ul(rows, class_name=class_name),
        class_name="section",
    )


def found_row(
    mark: rx.Component, text: Text, about: rx.Component, goal_id: Text, on_open: rx.event.EventSpec
) -> rx.Component:
    """Return something that was found; a tap goes to its place."""
    return rx.el.li(
        rx.el.button(
            mark,
            rx.el.span(rx.el.span(text, class_name="row__title kept"), about),
            icon("next", flips=True),
            type="button",
            class_name="row",
            on_click=on_open,
            custom_attrs={"data-card": goal_id},
        )
    )


def put_away_card(
    mark: rx.Component, text: Text, about: rx.Component, *buttons: rx.Component
) -> rx.Component:
    """Return something that is put away, with what can become of it."""
    return rx.el.li(
        mark,
        rx.el.div(rx.el.p(text, class_name="row__title kept"), about),
        rx.el.div(*buttons, class_name="btns"),
        class_name="card card--flat shelved",
    )
