"""A goal drawn: its crest, and its steps on a path that bends."""

from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class StopParts:
    """What a closed step shows.

    Attributes:
        bends: Which way the path bends.
        state: Its state, which one tap ticks.
        text: Her words.
        leaf: Its date, if it has one.
        signs: The word of its state, and small signs beside it.
        grip: What it is moved by.
    """

    bends: rx.Var[bool]
    state: rx.Component
    text: Text
    leaf: rx.Component
    signs: Sequence[rx.Component]
    grip: rx.Component


def closed_stop(parts: StopParts, on_open: rx.EventHandler | rx.event.EventSpec) -> rx.Component:
    """Return a step as it stands on the way."""
    return rx.fragment(
        _line(parts.bends),
        parts.state,
        rx.el.div(
            rx.el.p(
                rx.el.button(parts.text, type="button", class_name="textbtn", on_click=on_open),
                class_name="step__text",
            ),
            parts.leaf,
            rx.el.p(*parts.signs, class_name="step__meta"),
            parts.grip,
            class_name="card card--flat card--tap card--step",
        ),
    )


def sign(symbol: str, text: Text, *, shown: bool = False) -> rx.Component:
    """Return a small sign of a step; its word is for a screen reader unless it is *shown*."""
    word = text if shown else rx.el.span(text, class_name="vh")
    return rx.el.span(icon(symbol, small=True), word)


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
    opened = rx.el.div(
        head, *inside, class_name="way__open", role="group", aria_labelledby="opened", tab_index=-1
    )
    return rx.fragment(_line(bends), opened)


def _line(bends: rx.Var[bool]) -> rx.Component:
    return rx.cond(bends, drawing("trail-a", "way__line"), drawing("trail-b", "way__line"))


@dataclass(frozen=True, slots=True)
class Written:
    """A text that is open for writing, as ``keep.js`` keeps it.

    Attributes:
        record: What holds it.
        text: What is kept.
        version: The version of the record.
        refused: The sentence beside it, where it cannot be kept.
    """

    record: Text
    text: Text
    version: rx.Var[int]
    refused: Text


def text_area(
    name: str, label: Text, written: Written, *, look: str = "input", rows: int = 2
) -> rx.Component:
    """Return a text that is open for writing; ``keep.js`` keeps it as she types."""
    described = f"{name}-said"
    return rx.el.div(
        rx.el.label(label, class_name="vh", html_for=name),
        rx.el.textarea(
            id=name,
            class_name=look,
            default_value=written.text,
            placeholder=label,
            rows=str(rows),
            aria_describedby=described,
            key=written.record,
            custom_attrs={"data-record": written.record, "data-version": written.version},
            **QUIET,
        ),
        said_text(described, written.refused),
        class_name="field",
    )


def memo_button(text: Text, label: Text, on_open: rx.EventHandler | rx.event.EventSpec) -> rx.Component:
    """Return a note to read; a tap opens it for writing."""
    return rx.el.div(
        icon("note", small=True),
        rx.el.p(
            rx.el.button(
                text,
                rx.el.span(". ", label, class_name="vh"),
                type="button",
                class_name="textbtn",
                on_click=on_open,
            )
        ),
        class_name="memo card--tap",
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


def chip_button(
    symbol: str, text: Text, *, pressed: rx.Var[bool] | None = None, **props: object
) -> rx.Component:
    """Return a small choice of a step; a *pressed* one is on."""
    attributes = props.pop("custom_attrs", {})
    if pressed is not None:
        attributes = {"aria-pressed": rx.cond(pressed, "true", "false")}
    return rx.el.button(
        icon(symbol, small=True), text, type="button", class_name="chip", custom_attrs=attributes, **props
    )


def switch_row(
    name: str, symbol: str, text: Text, *, on: rx.Var[bool], on_change: rx.event.EventSpec
) -> rx.Component:
    """Return a switch with its words."""
    return rx.el.label(
        icon(symbol),
        rx.el.span(text, class_name="row__title"),
        rx.el.input(
            id=name, type="checkbox", role="switch", class_name="switch", checked=on, on_change=on_change
        ),
        class_name="choice choice--switch",
        html_for=name,
    )


def kept_field(
    name: str, label: Text, *, place: Text, value: Text, refused: Text, **props: object
) -> rx.Component:
    """Return a small field that is kept when she is done with it; ``marks.js`` sees when that is."""
    described = f"{name}-said"
    return rx.el.div(
        rx.el.label(label, html_for=name),
        rx.el.input(
            id=name,
            class_name="input",
            default_value=value,
            aria_describedby=described,
            key=place,
            custom_attrs={"data-kept": place},
            **(QUIET | props),
        ),
        said_text(described, refused),
        class_name="field",
    )
