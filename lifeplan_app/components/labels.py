"""The fields in which she calls things by words of her own."""

from dataclasses import dataclass

import reflex as rx

from lifeplan_app.components.forms import QUIET, said_text
from lifeplan_app.components.html import Text, icon


@dataclass(frozen=True, slots=True)
class LabelParts:
    """One message and her word for it, as variables of the page."""

    key: Text
    place: Text
    app_word: Text
    text: Text
    renamed: rx.Var[bool]
    late: Text
    refused: Text


def label_field(parts: LabelParts, reset: Text, on_reset: rx.event.EventSpec) -> rx.Component:
    """Return the field of one message. What stands in it counts once she has left it: ``keep.js`` knows."""
    name, described = "word-" + parts.key, "word-" + parts.key + "-said"
    return rx.el.div(
        rx.el.label(parts.app_word, html_for=name),
        rx.el.span(
            rx.el.input(
                id=name,
                class_name="input",
                default_value=parts.text,
                dir="auto",
                enter_key_hint="done",
                aria_describedby=described,
                custom_attrs={"data-record": parts.place, "data-late": parts.late},
                **QUIET,
            ),
            rx.cond(
                parts.renamed,
                rx.el.button(
                    icon("undo", flips=True),
                    type="button",
                    class_name="iconbtn",
                    aria_label=reset + " : " + parts.app_word,
                    on_click=on_reset,
                ),
            ),
            class_name="inputwrap",
        ),
        said_text(described, parts.refused),
        class_name="field",
    )


def label_group(name: str, title: Text, fields: rx.Component) -> rx.Component:
    """Return the fields of one group."""
    return rx.el.section(
        rx.el.h3(title, id=name),
        fields,
        class_name="stack",
        aria_labelledby=name,
    )
