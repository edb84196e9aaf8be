"""The wishes of the year: written, changed, made a goal, put away."""

import reflex as rx

from lifeplan_app.components.goal import soft_button
from lifeplan_app.components.html import icon
from lifeplan_app.components.order import grip, order_item
from lifeplan_app.components.plan import NewTextWords, new_text_form
from lifeplan_app.components.wishes import becomes, closed_wish, open_wish, wishes_fold
from lifeplan_app.model.plan import Horizon
from lifeplan_app.pages.written import other_texts, words_area
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import word
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.views import WishRow
from lifeplan_app.state.wishes import WishesState


def wishes() -> rx.Component:
    """Return the fold of the wishes."""
    return wishes_fold(word("wishes.title"), rx.foreach(WishesState.rows, _wish), _new_wish())


def _wish(row: rx.Var[WishRow]) -> rx.Component:
    return rx.el.li(
        rx.cond(
            FieldState.record_id == row.id,
            _open(row),
            closed_wish(row.text, FieldState.open_field(row.id), grip(word("order.grip"), row.text)),
        ),
        class_name="wish",
        custom_attrs=order_item(row.id),
        key=row.id,
    )


def _open(row: rx.Var[WishRow]) -> rx.Component:
    return open_wish(
        row.text,
        words_area("wish-text", word("wish.text"), rows=1),
        rx.el.button(
            icon("close"),
            type="button",
            class_name="iconbtn",
            aria_label=word("wish.close"),
            on_click=FieldState.close_field,
            custom_attrs={"data-key": "back"},
        ),
        other_texts(),
        becomes(
            "wish-becomes",
            word("wish.becomes"),
            [(word(f"horizon.{each.value}"), WishesState.become(row.id, each.value)) for each in Horizon],
        ),
        rx.el.div(
            soft_button("archive", word("wish.put_away"), WishesState.put_away(row.id)),
            soft_button("delete", word("wish.remove"), WishesState.remove(row.id)),
            class_name="btns",
        ),
    )


def _new_wish() -> rx.Component:
    label = rx.cond(WishesState.rows.length() > 0, word("wish.new.another"), word("wish.new"))
    return new_text_form(
        "new-wish",
        NewTextWords(label, word("wish.new.keep")),
        place="wish",
        typed=WishesState.typed,
        refused=SaidState.beside["wish"],
    )
