"""The plan drawn: the landscape that is its menu, bands, goal cards."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx

from lifeplan_app.components.areas import area_mark
from lifeplan_app.components.forms import QUIET, said_text
from lifeplan_app.components.html import Text, drawing, glyph, icon, native_form, native_link
from lifeplan_app.components.order import order_item, order_target


@dataclass(frozen=True, slots=True)
class HorizonLink:
    """The sun or one layer of the landscape: how many wishes or goals, its name, where it leads."""

    anchor: str
    count: rx.Var[int]
    name: Text


def landscape(
    title: rx.Component, label: Text, sun: HorizonLink, links: Sequence[HorizonLink], *buttons: rx.Component
) -> rx.Component:
    """Return the head of the plan: the sun and each layer of the land are links to what they stand for."""
    return rx.el.header(
        rx.el.div(title, *buttons, class_name="vista__bar"),
        rx.el.nav(
            drawing("vista", "vista__art"),
            rx.el.ul(_sun(sun), *(_layer(link) for link in links), class_name="vista__list"),
            aria_label=label,
        ),
        class_name="vista",
    )


def _sun(link: HorizonLink) -> rx.Component:
    return rx.el.li(
        native_link(
            rx.el.b(link.count), rx.el.span(link.name), class_name="vista__sun", href=f"#{link.anchor}"
        )
    )


def _layer(link: HorizonLink) -> rx.Component:
    return rx.el.li(
        native_link(
            rx.el.b(link.count), rx.el.span(link.name), class_name="vista__link", href=f"#{link.anchor}"
        )
    )


def band(
    anchor: str, name: Text, add: rx.Component, *content: rx.Component, holds: dict[str, Text]
) -> rx.Component:
    """Return one horizon of the plan, in the colour and outline of its layer, and what it *holds*."""
    heading = f"{anchor}-title"
    return rx.el.section(
        drawing(f"edge-{anchor}", "band__edge"),
        rx.el.div(
            rx.el.h2(name, id=heading, tab_index=-1),
            add,
            class_name="band__head",
        ),
        *content,
        class_name=f"band band--{anchor}",
        id=anchor,
        aria_labelledby=heading,
        custom_attrs=holds,
    )


@dataclass(frozen=True, slots=True)
class GoalCardParts:
    """What a goal card shows, as variables of the page."""

    id: Text
    title: Text
    progress: Text
    progress_word: Text
    area: Text
    next: Text
    way: Text
    dots: rx.Component
    has_dots: rx.Var[bool]
    goes_on: rx.Component
    grip: rx.Component


def goal_card(parts: GoalCardParts, on_open: rx.EventHandler | rx.event.EventSpec) -> rx.Component:
    """Return a goal with its state, the step that could come next, and its small path."""
    return rx.el.article(
        area_mark(parts.area),
        rx.el.div(
            rx.el.h3(
                rx.el.button(
                    parts.title, type="button", on_click=on_open, custom_attrs={"data-card": parts.id}
                ),
                class_name="goal__title",
            ),
            rx.el.span(glyph(parts.progress, small=True), parts.progress_word, class_name="state"),
        ),
        rx.cond(parts.next != "", rx.el.p(parts.next, class_name="goal__next")),
        rx.cond(
            parts.has_dots,
            rx.el.div(
                rx.el.ul(parts.dots, parts.goes_on, class_name="trail", aria_label=parts.way),
                class_name="goal__foot",
            ),
        ),
        parts.grip,
        class_name="goal",
        custom_attrs=order_item(parts.id) | order_target("step", parts.id),
        key=parts.id,
    )


def trail_dot(progress: Text, progress_word: Text) -> rx.Component:
    """Return one step on a goal's small path."""
    return rx.el.li(glyph(progress, label=progress_word))


def trail_goes_on(words: Text) -> rx.Component:
    """Return the end of a small path that is longer than a card is wide."""
    return rx.el.li(rx.el.span("…", aria_hidden="true"), rx.el.span(words, class_name="vh"))


@dataclass(frozen=True, slots=True)
class NewTextWords:
    """What stands around a field in which something new is written."""

    label: Text
    keep: Text


def new_text_form(name: str, words: NewTextWords, *, place: Text, typed: Text, refused: Text) -> rx.Component:
    """Return a one-line field for something new.

    What stands in it is a draft until it is handed in; ``keep.js`` hands it in, and empties the
    field at once, so that she can type the next before a slow network has answered.
    """
    described = f"{name}-said"
    return native_form(
        rx.el.label(words.label, class_name="vh", html_for=name),
        rx.el.span(
            rx.el.input(
                id=name,
                class_name="input",
                placeholder=words.label,
                default_value=typed,
                enter_key_hint="done",
                aria_describedby=described,
                custom_attrs={"data-place": place},
                **QUIET,
            ),
            rx.el.button(icon("check"), type="submit", class_name="iconbtn", aria_label=words.keep),
            class_name="inputwrap",
        ),
        said_text(described, refused),
        class_name="field",
        auto_complete="off",
        key=place,
        custom_attrs={"data-add": ""},
    )
