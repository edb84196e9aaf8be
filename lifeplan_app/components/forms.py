"""Fields: a label, what is typed, a hint, and the sentence when something is refused."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx

from lifeplan_app.components.html import Text, drawing, for_script, glyph, icon, native_link

QUIET = {
    # Chromium keeps what is typed in its profile unless a field says so; a spelling service
    # would be sent the words.
    "auto_complete": "off",
    "spell_check": False,
}

NOT_SAVED = "one-time-code"
"""For passphrases. Chromium takes no notice of ``off`` there: it offers to save what it takes for a
sign-in, and writes the name into its profile even when that is declined. This it leaves alone."""


def said_of_form() -> rx.Component:
    """Return the place where a form tells what belongs to none of its fields."""
    return rx.el.p(class_name="said", role="alert", custom_attrs=for_script("data-said", "form"))


def said_without_script(name: str, text: Text) -> rx.Component:
    """Return a refusal that shows when the address ends in *name*: so a page can tell it without script."""
    return rx.el.p(text, id=name, class_name="said said--here")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    Attributes:
        name: What the form calls it, and what a refusal names.
        label: Its words.
        hint: What helps to fill it in.
        form: Set where a page has two forms with a field of this name, so that each has its own id.
    """

    name: str
    label: Text
    hint: Text | None = None
    form: str = ""

    @property
    def id(self) -> str:
        """What the page calls it."""
        return f"{self.form}-{self.name}" if self.form else self.name

    def around(self, control: rx.Component) -> rx.Component:
        """Return *control* with the label, the hint, and the place for a refusal."""
        hints = [] if self.hint is None else [rx.el.p(self.hint, id=f"{self.id}-hint", class_name="hint")]
        refused = for_script("data-said", self.name)
        return rx.el.div(
            rx.el.label(self.label, html_for=self.id),
            control,
            *hints,
            rx.el.p(id=f"{self.id}-said", class_name="said", role="alert", custom_attrs=refused),
            class_name="field",
        )

    def input(self, class_name: str = "input", **props: object) -> rx.Component:
        """Return the bare input."""
        hint = "" if self.hint is None else f"{self.id}-hint "
        return rx.el.input(
            id=self.id,
            name=self.name,
            class_name=class_name,
            auto_capitalize="none",
            aria_describedby=f"{hint}{self.id}-said",
            **(QUIET | props),
        )


def text_field(field: Field, *, code: bool = False) -> rx.Component:
    """Return a one-line field; letters of a *code* stand apart."""
    return field.around(field.input("input input--code" if code else "input"))


def secret_field(field: Field, show: Text) -> rx.Component:
    """Return a field whose letters are hidden until she asks to see them."""
    return field.around(
        rx.el.span(
            field.input(type="password", auto_complete=NOT_SAVED),
            rx.el.button(
                icon("seen"),
                type="button",
                class_name="iconbtn",
                aria_label=show,
                aria_pressed="false",
                custom_attrs={"data-show": field.id},
            ),
            class_name="inputwrap",
        )
    )


def tick_box(name: str, label: Text, **props: object) -> rx.Component:
    """Return a box to tick, with its words."""
    return rx.el.label(
        rx.el.input(id=name, name=name, type="checkbox", class_name="check", **props),
        rx.el.span(label),
        class_name="choice",
        html_for=name,
    )


def primary_button(symbol: str, text: Text, **props: object) -> rx.Component:
    """Return the one main button of a view."""
    return rx.el.button(icon(symbol), text, class_name="btn btn--primary btn--wide", type="submit", **props)


def more_button(text: Text, on_click: rx.EventHandler | rx.event.EventSpec) -> rx.Component:
    """Return the button at the end of a list that shows only a part."""
    return rx.el.button(icon("down"), text, type="button", class_name="btn btn--start", on_click=on_click)


def wide_button(
    symbol: str, text: Text, on_click: rx.EventHandler | rx.event.EventSpec, *, closes: str
) -> rx.Component:
    """Return a wide button of a sheet, which closes that sheet."""
    return rx.el.button(
        icon(symbol),
        text,
        type="button",
        class_name="btn btn--secondary btn--wide",
        on_click=on_click,
        custom_attrs={"data-close": closes},
    )


def choice_of(name: str, label: Text, options: rx.Component, **props: object) -> rx.Component:
    """Return a list to choose one of *options* from."""
    return rx.el.div(
        rx.el.label(label, html_for=name),
        rx.el.div(
            rx.el.select(options, id=name, class_name="select select--own", **props),
            icon("down"),
            class_name="selectwrap",
        ),
        class_name="field",
    )


def link_row(symbol: str, hue: str, title: Text, href: Text, *, replaces: bool = False) -> rx.Component:
    """Return a row that leads to another page, which takes the place of this one in the history if asked."""
    return native_link(
        rx.el.span(icon(symbol), class_name=f"area area--{hue}"),
        rx.el.span(title, class_name="row__title"),
        icon("next", flips=True),
        class_name="row",
        href=href,
        custom_attrs={"data-replace": ""} if replaces else {},
    )


def fold(symbol: str, title: Text, form: rx.Component, hue: str = "area") -> rx.Component:
    """Return a row that unfolds *form*."""
    return rx.el.details(
        rx.el.summary(
            rx.el.span(icon(symbol), class_name=hue),
            rx.el.span(title, class_name="row__title"),
            icon("down"),
            class_name="row",
        ),
        form,
        class_name="fold",
    )


def state_picker(
    name: Text,
    legend: Text,
    options: Sequence[tuple[str, Text, rx.EventHandler | rx.event.EventSpec]],
    current: Text,
    *,
    as_list: bool = False,
) -> rx.Component:
    """Return the five states as radios: shape, colour and word; one tap changes.

    Args:
        name: The name of the radio group.
        legend: What the group is about, for a screen reader.
        options: For each state its value, its word, and what happens when it is chosen.
        current: The value that is chosen now.
        as_list: One below the other, for a sheet.
    """
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="vh"),
        rx.el.div(
            *(_state_option(name, value, text, chosen, current) for value, text, chosen in options),
            class_name="states states--list" if as_list else "states",
        ),
    )


def _state_option(
    name: Text, value: str, text: Text, chosen: rx.event.EventSpec, current: Text
) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name=name, value=value, checked=current == value, on_change=chosen),
        glyph(value),
        rx.el.span(text),
        class_name="states__opt",
    )


def empty(title: Text, text: Text, *children: rx.Component, top: bool = False) -> rx.Component:
    """Return what a place shows while there is nothing in it: an invitation, never a reproach.

    At the *top* of a page, its heading is the first below the title.
    """
    return rx.el.div(
        rx.el.div(
            drawing("hills", "hills hills--soon"),
            rx.el.h2(title) if top else rx.el.h3(title),
            rx.el.p(text, class_name="soft"),
            *children,
            class_name="empty",
        ),
        class_name="card",
    )


def said_text(name: str, text: Text) -> rx.Component:
    """Return the place for a refusal that comes as a variable of the page."""
    return rx.el.p(text, id=name, class_name="said", role="alert")


def seg(
    name: str,
    legend: Text,
    options: Sequence[tuple[str, rx.Component]],
    current: Text,
    on_choose: rx.EventHandler,
) -> rx.Component:
    """Return a few choices side by side; one tap chooses."""
    labels = (
        rx.el.label(
            rx.el.input(
                type="radio", name=name, value=value, checked=current == value, on_change=on_choose(value)
            ),
            shown,
        )
        for value, shown in options
    )
    return rx.el.div(
        rx.el.fieldset(
            rx.el.legend(legend, class_name="label stackgap"), rx.el.div(*labels, class_name="seg")
        ),
        class_name="set__block",
    )
