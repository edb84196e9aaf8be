"""What goal and step share: words that are open, the texts beside them, notes, the five states."""

import reflex as rx

from lifeplan_app.components.forms import state_picker
from lifeplan_app.components.goal import Written, other_text, soft_button, text_area
from lifeplan_app.components.html import Text
from lifeplan_app.model.plan import Progress
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.memos import MemoState, MemoView
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import word
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.views import OtherText


def words_area(name: str, label: Text, *, look: str = "input", rows: int = 2) -> rx.Component:
    """Return the words of the goal or step that is open for writing."""
    record = FieldState.record_id
    written = Written(record, FieldState.text, FieldState.version, SaidState.beside[record])
    return text_area(name, label, written, look=look, rows=rows)


def other_texts() -> rx.Component:
    """Return what other windows wrote in the place of the open words."""
    return rx.cond(
        FieldState.others.length() > 0,
        rx.el.div(rx.foreach(FieldState.others, _other), class_name="stack"),
    )


def _other(other: rx.Var[OtherText]) -> rx.Component:
    return _offered(other, FieldState.take_other(other.index), FieldState.drop_other(other.index))


def _offered(other: rx.Var[OtherText], take: rx.event.EventSpec, drop: rx.event.EventSpec) -> rx.Component:
    return other_text(
        word("other.title"),
        other.text,
        soft_button("check", word("other.take"), take),
        rx.el.button(word("other.drop"), type="button", class_name="btn btn--quiet", on_click=drop),
    )


def memo_area(name: str, of: rx.Var[str], memo: rx.Var[MemoView]) -> rx.Component:
    """Return the note on the goal or step *of*, open for writing, and what other windows wrote there."""
    place = "memo:" + of

    def other(each: rx.Var[OtherText]) -> rx.Component:
        take, drop = (
            handler(memo.id, each.index) for handler in (MemoState.take_other, MemoState.drop_other)
        )
        return _offered(each, take, drop)

    return rx.el.div(
        text_area(name, word("memo.label"), Written(place, memo.text, memo.version, SaidState.beside[place])),
        rx.foreach(memo.others, other),
        class_name="stack",
        custom_attrs={"data-focus": rx.cond(MemoState.opened == of, place, "")},
    )


def states(name: str, legend: Text, record: Text, current: Text, *, as_list: bool = False) -> rx.Component:
    """Return the five states of a goal or a step; one tap changes."""
    options = [
        (each.value, word(f"progress.{each.value}"), GoalState.choose(record, each.value))
        for each in Progress
    ]
    return state_picker(name, legend, options, current, as_list=as_list)
