"""The team drawn: figures, who works here, a code that is shown once, codes nobody has used yet."""

from dataclasses import dataclass

import reflex as rx

from lifeplan_app.components.forms import QUIET, said_text
from lifeplan_app.components.html import Text, icon

OnTap = rx.EventHandler | rx.event.EventSpec


def figure(number: Text, name: Text) -> rx.Component:
    """Return one count."""
    return rx.el.li(rx.el.b(number), name, class_name="figure")


def head_with_button(
    name: str, title: Text, symbol: str, words: Text, on_click: OnTap, focuses: str
) -> rx.Component:
    """Return the head of a section with its one button; what it opens gives the focus back to it."""
    return rx.el.div(
        rx.el.h2(title, id=name),
        rx.el.button(
            icon(symbol, small=True),
            words,
            type="button",
            class_name="btn btn--soft",
            on_click=on_click,
            custom_attrs={"data-focuses": focuses},
        ),
        class_name="section__head",
    )


def people_table(label: str, heads: list[Text], last: Text, rows: rx.Component) -> rx.Component:
    """Return the table; on a phone its rows stand as a list."""
    return rx.el.table(
        rx.el.thead(
            rx.el.tr(
                *(rx.el.th(each, scope="col") for each in heads),
                rx.el.th(rx.el.span(last, class_name="vh"), scope="col"),
            )
        ),
        rx.el.tbody(rows),
        class_name="table",
        aria_labelledby=label,
    )


@dataclass(frozen=True, slots=True)
class MemberParts:
    """What a row of the team shows."""

    initial: Text
    shape: Text
    name: Text
    place: Text
    role: Text
    standing: Text


def member_row(parts: MemberParts, act: rx.Component) -> rx.Component:
    """Return somebody's row, with what can be done at its end."""
    return rx.el.tr(
        rx.el.td(
            rx.el.span(
                rx.el.span(parts.initial, class_name="avatar avatar--" + parts.shape, aria_hidden="true"),
                rx.el.span(
                    rx.el.b(parts.name),
                    rx.cond(parts.place != "", rx.el.span(parts.place, class_name="row__sub")),
                    class_name="member",
                    custom_attrs={"translate": "no"},
                ),
                class_name="inline inline--whole",
            )
        ),
        rx.el.td(parts.role),
        rx.el.td(parts.standing, class_name="soft"),
        rx.el.td(act),
    )


def row_button(words: Text, about: Text, on_click: OnTap, **props: object) -> rx.Component:
    """Return the button at the end of a row; a screen reader hears whom it is about."""
    return rx.el.button(
        words,
        type="button",
        class_name="btn btn--quiet",
        aria_label=words + " : " + about,
        on_click=on_click,
        **props,
    )


def question_row(about: Text, question: Text, text: Text, *buttons: rx.Component) -> rx.Component:
    """Return a calm question under the row of the one it is *about*."""
    return rx.el.tr(
        rx.el.td(
            rx.el.div(
                rx.el.div(
                    rx.el.p(rx.el.b(about, " · ", question)), rx.el.p(text, class_name="soft"), role="status"
                ),
                rx.el.div(*buttons, class_name="btns"),
                class_name="stack",
            ),
            col_span=4,
        ),
        class_name="table__ask",
    )


def one_line(
    form: str, name: str, label: Text, hint: Text, said: rx.Component | None = None, *, first: bool = False
) -> rx.Component:
    """Return a field of a form that the server reads; what was typed stays when it is refused.

    The *first* one takes the focus when the form opens.
    """
    field = f"{form}-{name}"
    return rx.el.div(
        rx.el.label(label, html_for=field),
        rx.el.input(
            id=field,
            name=name,
            type="text",
            class_name="input",
            auto_focus=first,
            aria_describedby=f"{field}-hint {field}-said" if said else f"{field}-hint",
            **QUIET,
        ),
        rx.el.p(hint, id=f"{field}-hint", class_name="hint"),
        *([said] if said else []),
        class_name="field",
    )


def said_at(form: str, name: str, text: Text) -> rx.Component:
    """Return the place for a refusal beside that field."""
    return said_text(f"{form}-{name}-said", text)


def choice_between(name: str, legend: Text, options: list[tuple[str, Text]]) -> rx.Component:
    """Return a choice of a form, the first already made."""
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="label stackgap"),
        rx.el.div(
            *(
                rx.el.label(
                    rx.el.input(
                        type="radio", name=name, value=value, class_name="radio", default_checked=number == 0
                    ),
                    rx.el.span(words),
                    class_name="choice",
                )
                for number, (value, words) in enumerate(options)
            ),
            class_name="choices",
        ),
    )


def code_once(
    focuses: str, title: rx.Component, groups: rx.Component, lines: list[Text], done: Text, on_done: OnTap
) -> rx.Component:
    """Return the panel that shows a code; put away, it is gone."""
    return rx.el.section(
        title,
        rx.el.div(groups, class_name="code", custom_attrs={"translate": "no"}),
        rx.el.div(*(rx.el.p(each) for each in lines), class_name="stack stack--s", role="status"),
        rx.el.button(
            icon("check"),
            done,
            type="button",
            class_name="btn btn--primary btn--wide",
            on_click=on_done,
        ),
        class_name="panel",
        custom_attrs={"data-focus": focuses},
    )


def unused_code(tag: Text, until: Text, act: rx.Component, **props: object) -> rx.Component:
    """Return a code by its first characters."""
    return rx.el.li(
        rx.el.div(
            rx.el.p(rx.el.b(tag, "…"), class_name="num", custom_attrs={"translate": "no"}),
            rx.el.p(icon("date", small=True), until, class_name="share__until"),
        ),
        act,
        class_name="share",
        **props,
    )
