"""Her strengths: added, changed in place, put in another order, deleted."""

import reflex as rx

from lifeplan_app.components.goal import Written, other_text, soft_button, text_area
from lifeplan_app.components.html import icon
from lifeplan_app.components.order import nudge_button, order_item
from lifeplan_app.components.plan import NewTextWords, new_text_form
from lifeplan_app.components.strengths import open_strength, strength_chip, strengths_list
from lifeplan_app.state.order import OrderState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import word
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.strengths import StrengthRow, StrengthsState
from lifeplan_app.state.views import OtherText

_TITLE = "strengths-title"
_PLACE = "strength"


def strengths() -> rx.Component:
    """Return the section of her strengths."""
    return rx.el.section(
        rx.el.div(
            rx.el.h2(word("strengths.title"), id=_TITLE),
            rx.el.button(
                icon("add"),
                type="button",
                class_name="iconbtn",
                aria_label=word("strength.add"),
                on_click=StrengthsState.start_adding,
                custom_attrs={"data-focuses": _PLACE},
            ),
            class_name="section__head",
        ),
        rx.cond(
            StrengthsState.rows.length() > 0,
            strengths_list(_TITLE, rx.foreach(StrengthsState.rows, _strength)),
            rx.cond(StrengthsState.adding, rx.fragment(), rx.el.p(word("strength.none"), class_name="soft")),
        ),
        rx.cond(StrengthsState.adding, _new()),
        class_name="section",
        aria_labelledby=_TITLE,
    )


def _strength(row: rx.Var[StrengthRow]) -> rx.Component:
    return rx.el.li(
        rx.cond(
            FieldState.record_id == row.id, _open(row), strength_chip(row.text, FieldState.open_field(row.id))
        ),
        key=row.id,
        custom_attrs=order_item(row.id),
    )


def _open(row: rx.Var[StrengthRow]) -> rx.Component:
    return open_strength(
        row.text,
        text_area(
            "strength-text",
            word("strength.text"),
            Written(row.id, FieldState.text, FieldState.version, SaidState.beside[row.id]),
        ),
        rx.el.button(
            icon("close"),
            type="button",
            class_name="iconbtn",
            aria_label=word("strength.close"),
            on_click=FieldState.close_field,
        ),
        rx.cond(
            FieldState.others.length() > 0,
            rx.el.div(rx.foreach(FieldState.others, _other), class_name="stack"),
        ),
        rx.el.div(
            nudge_button("up", word("order.up"), row.id, OrderState.nudge(row.id, -1)),
            nudge_button("lower", word("order.down"), row.id, OrderState.nudge(row.id, 1)),
            soft_button("delete", word("strength.remove"), StrengthsState.remove(row.id)),
            class_name="btns",
        ),
    )


def _other(other: rx.Var[OtherText]) -> rx.Component:
    return other_text(
        word("other.title"),
        other.text,
        soft_button("check", word("other.take"), FieldState.take_other(other.index)),
        rx.el.button(
            word("other.drop"),
            type="button",
            class_name="btn btn--quiet",
            on_click=FieldState.drop_other(other.index),
        ),
    )


def _new() -> rx.Component:
    return rx.el.div(
        new_text_form(
            "new-strength",
            NewTextWords(word("strength.new"), word("strength.new.keep")),
            place=_PLACE,
            typed=StrengthsState.typed,
            refused=SaidState.beside[_PLACE],
        ),
        rx.el.button(
            word("strength.new.close"),
            type="button",
            class_name="btn btn--quiet",
            on_click=StrengthsState.stop_adding,
        ),
        class_name="card card--new",
        custom_attrs={"data-focus": _PLACE},
    )
