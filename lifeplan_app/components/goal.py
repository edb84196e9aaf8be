"""A goal drawn: its crest, and its steps on a path that bends."""

import reflex as rx

from lifeplan_app.components.forms import QUIET, said_text
from lifeplan_app.components.html import Text, drawing, glyph, icon


def crest(hue: Text, edge: Text, bar: rx.Component, *inside: rx.Component) -> rx.Component:
    """Return the head of a goal, in the colour of its horizon."""
    return rx.el.header(
        bar,
        rx.el.div(*inside, class_name="crest__in"),
        drawing(edge, "crest__edge"),
        class_name=hue,
    )


def closed_stop(
    *,
    bends: rx.Var[bool],
    state: rx.Component,
    text: Text,
    progress_word: Text,
    on_open: rx.EventHandler | rx.event.EventSpec,
) -> rx.Component:
    """Return a step as it stands on the way: its state, which one tap ticks, and its words."""
    return rx.fragment(
        _line(bends),
        state,
        rx.el.div(
            rx.el.p(
                rx.el.button(text, type="button", class_name="textbtn", on_click=on_open),
                class_name="step__text",
            ),
            rx.el.p(rx.el.span(progress_word), class_name="step__meta"),
            class_name="card card--flat card--tap",
        ),
    )


def tick_button(
    progress: Text, label: Text, *, done: rx.Var[bool], on_tick: rx.EventHandler | rx.event.EventSpec
) -> rx.Component:
    """Return the round state of a step; one tap ticks it, another takes the tick away."""
    return rx.el.button(
        glyph(progress),
        type="button",
        class_name="step__state",
        aria_label=label,
        custom_attrs={"aria-pressed": rx.cond(done, "true", "false")},
        on_click=on_tick,
    )


def open_stop(bends: rx.Var[bool], head: rx.Component, *inside: rx.Component) -> rx.Component:
    """Return a step that is open: its words to change, its five states, its end."""
    return rx.fragment(_line(bends), rx.el.div(head, *inside, class_name="way__open"))


def _line(bends: rx.Var[bool]) -> rx.Component:
    return rx.cond(bends, drawing("trail-a", "way__line"), drawing("trail-b", "way__line"))


def text_area(
    name: str, label: Text, *, record: Text, text: Text, version: rx.Var[int], refused: Text, title: bool
) -> rx.Component:
    """Return the words of a goal or step, open for writing; ``keep.js`` keeps them as she types."""
    described = f"{name}-said"
    return rx.el.div(
        rx.el.label(label, class_name="vh", html_for=name),
        rx.el.textarea(
            id=name,
            class_name="input input--title" if title else "input",
            default_value=text,
            rows="1" if title else "2",
            aria_describedby=described,
            key=record,
            custom_attrs={"data-record": record, "data-version": version},
            **QUIET,
        ),
        said_text(described, refused),
        class_name="field",
    )


def other_text(title: Text, text: Text, take: rx.Component, drop: rx.Component) -> rx.Component:
    """Return a text from another window, offered beside hers."""
    return rx.el.div(
        rx.el.p(icon("pages", small=True), rx.el.span(title), class_name="preview__cap"),
        rx.el.p(text, class_name="kept"),
        rx.el.div(take, drop, class_name="btns"),
        class_name="preview",
    )


def soft_button(symbol: str, text: Text, on_click: rx.EventHandler | rx.event.EventSpec) -> rx.Component:
    """Return a small button with words."""
    return rx.el.button(
        icon(symbol, small=True), text, type="button", class_name="btn btn--soft", on_click=on_click
    )
