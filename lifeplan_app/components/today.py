"""The day drawn: its head, its steps, one of her strengths."""

import reflex as rx

from lifeplan_app.components.html import Text, drawing, glyph, icon

OnTap = rx.EventHandler | rx.event.EventSpec


def day_head(day: Text, hello: Text, line: Text, *buttons: rx.Component) -> rx.Component:
    """Return the landscape of the day, with its date, a word of welcome, and *buttons* in its corner."""
    return rx.el.header(
        drawing("scene", "hero__art"),
        rx.el.div(
            rx.el.div(rx.el.p(day, class_name="hero__date"), *buttons, class_name="hero__bar"),
            rx.el.h1(hello, tab_index=-1),
            rx.el.p(line),
            class_name="hero__in",
        ),
        class_name="hero",
    )


def day_section(name: str, title: Text, *content: rx.Component) -> rx.Component:
    """Return a part of the day under its own title."""
    return rx.el.section(
        rx.el.div(rx.el.h2(title, id=name), class_name="section__head"),
        *content,
        class_name="section",
        aria_labelledby=name,
    )


def day_row(
    tick: rx.Component,
    text: Text,
    meta: Text,
    on_open: OnTap,
    *end: rx.Component,
    key: Text,
    token: rx.Component,
) -> rx.Component:
    """Return a step of the day: its tick, its words, which lead to its goal, and what stands at the end.

    Below its words is the *token* that goes with its goal, if there is one.
    """
    return rx.el.li(
        tick,
        rx.el.div(
            rx.el.p(
                rx.el.button(text, type="button", class_name="textbtn", on_click=on_open),
                class_name="step__text",
            ),
            rx.el.p(rx.el.span(meta), class_name="step__meta"),
            token,
        ),
        *end,
        class_name="step",
        key=key,
    )


def leaf(number: Text, month: Text) -> rx.Component:
    """Return a date as a leaf of a calendar: the same before and after the day."""
    return rx.el.span(rx.el.b(number), month, class_name="daynum")


def pick_row(
    progress: Text, progress_word: Text, text: Text, on_pick: OnTap, **props: object
) -> rx.Component:
    """Return a step that one tap picks."""
    return rx.el.li(
        rx.el.button(
            glyph(progress, label=progress_word),
            rx.el.span(text, class_name="row__title step__text"),
            icon("add"),
            type="button",
            class_name="row",
            on_click=on_pick,
            **props,
        )
    )


def strength_card(title: Text, strength: Text) -> rx.Component:
    """Return one of her strengths, in large letters."""
    return rx.el.section(
        rx.el.h2(icon("strength"), title, id="day-strength", class_name="inline small"),
        rx.el.p(strength, class_name="quote kept"),
        class_name="card card--sage",
        aria_labelledby="day-strength",
    )
