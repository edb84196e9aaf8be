"""The code of whoever works here: to be read out, copied or scanned by the one who wants to link."""

import reflex as rx

from lifeplan_app.components.html import icon, pattern
from lifeplan_app.state.own_code import OtherWords, OwnCodeState
from lifeplan_app.state.session import word, word_of

_TITLE = "own-code"


def own_code_panel() -> rx.Component:
    """Return the panel: a button that shows the code, then the code itself."""
    return rx.el.section(
        rx.el.h2(word("own_code.title"), id=_TITLE),
        rx.cond(OwnCodeState.path != "", _shown(), _asked()),
        class_name="panel",
        aria_labelledby=_TITLE,
    )


def _asked() -> rx.Component:
    return rx.fragment(
        rx.el.p(word("own_code.what"), class_name="soft"),
        rx.el.button(
            icon("code"),
            word("own_code.show"),
            type="button",
            class_name="btn btn--soft btn--start",
            on_click=OwnCodeState.show_code,
        ),
    )


def _shown() -> rx.Component:
    return rx.fragment(
        rx.el.p(
            rx.el.b(OwnCodeState.name),
            rx.cond(OwnCodeState.organisation != "", " · " + OwnCodeState.organisation, ""),
        ),
        rx.el.div(
            rx.el.p(word("own_code.scan"), class_name="soft"),
            pattern(OwnCodeState.path, OwnCodeState.box, word("own_code.picture")),
            class_name="stack",
        ),
        rx.el.div(
            rx.el.p(word("own_code.type"), class_name="soft"),
            rx.el.div(rx.foreach(OwnCodeState.code, rx.el.span), class_name="code", dir="ltr"),
            class_name="stack",
        ),
        rx.el.div(
            rx.el.p(word("own_code.compare"), class_name="soft"),
            rx.el.p(OwnCodeState.words, class_name="code__words"),
            rx.foreach(OwnCodeState.other_words, _other_words),
            class_name="stack",
        ),
        rx.el.button(
            word("own_code.hide"), type="button", class_name="btn btn--quiet", on_click=OwnCodeState.hide_code
        ),
    )


def _other_words(other: rx.Var[OtherWords]) -> rx.Component:
    return rx.el.p(
        word_of("code", "own_code.in." + other.language),
        " : ",
        rx.el.b(other.words, lang=other.language),
        class_name="soft",
        key=other.language,
    )
