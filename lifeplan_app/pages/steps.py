"""The way of a goal: its steps, the one that is open, the field of a new one."""

import reflex as rx

from lifeplan_app.components.days import day_leaf
from lifeplan_app.components.forms import more_button
from lifeplan_app.components.goal import (
    StopParts,
    chip_button,
    closed_stop,
    open_stop,
    sign,
    tick_button,
)
from lifeplan_app.components.html import glyph, icon
from lifeplan_app.components.order import grip, order_item, order_list
from lifeplan_app.components.people import badge, note_left
from lifeplan_app.components.plan import NewTextWords, new_text_form
from lifeplan_app.model.plan import Progress
from lifeplan_app.pages.giving import GIVE_SHEET
from lifeplan_app.pages.written import memo_area, other_texts, states, words_area
from lifeplan_app.state.choices import ChoiceState
from lifeplan_app.state.giving import GiveState
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.ideas import IdeasState
from lifeplan_app.state.marks import MarkState
from lifeplan_app.state.memos import MemoState
from lifeplan_app.state.notes import NoteRow, NotesState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import word
from lifeplan_app.state.steps import FieldState, StepsState
from lifeplan_app.state.views import StepRow


def way() -> rx.Component:
    """Return the steps of the open goal on their path, and the field of a new one."""
    return rx.el.section(
        rx.el.h2(word("goal.steps"), id="steps-title", class_name="vh"),
        rx.el.ol(
            rx.foreach(StepsState.rows, _stop),
            _new_step(),
            class_name="way",
            custom_attrs=order_list("step", GoalState.goal_id),
        ),
        class_name="section",
        aria_labelledby="steps-title",
    )


def _stop(row: rx.Var[StepRow]) -> rx.Component:
    is_open = FieldState.record_id == row.id
    return rx.fragment(
        rx.cond(row.gap != "", _gap()),
        rx.el.li(
            rx.cond(is_open, _open(row), _closed(row)),
            class_name=rx.cond(is_open, "way__stop way__stop--open", "way__stop"),
            custom_attrs=order_item(row.id, gap=row.gap),
        ),
        key=row.id,
    )


def _gap() -> rx.Component:
    """Return what stands for steps that do not show: two items, so that the path bends on as before."""
    more = more_button(word("plan.more"), StepsState.show_more)
    return rx.fragment(rx.el.li(more), rx.el.li(hidden=True))


# --- closed ------------------------------------------------------------------------------------


def _closed(row: rx.Var[StepRow]) -> rx.Component:
    return closed_stop(
        StopParts(
            bends=row.odd,
            state=_tick(row),
            text=row.text,
            leaf=rx.cond(row.day != "", day_leaf(row.day, row.month)),
            signs=(
                rx.el.span(word("progress." + row.progress)),
                rx.cond(row.weekly, sign("repeat", word("step.weekly"))),
                rx.cond(row.noted & ~row.told, sign("note", word("memo.label"))),
                rx.cond(row.told, badge(word("note.fresh"), fresh=True)),
                rx.cond(row.seen, sign("seen", word("step.seen"))),
                rx.cond(row.picked, sign("today", word("step.picked"))),
            ),
            grip=grip(word("order.grip"), row.text),
        ),
        on_open=FieldState.open_field(row.id),
    )


def _tick(row: rx.Var[StepRow]) -> rx.Component:
    done = row.progress == Progress.DONE.value
    return tick_button(
        row.progress,
        word("step.tick") + " : " + row.text,
        done=done,
        on_tick=GoalState.choose(row.id, rx.cond(done, Progress.ACTIVE.value, Progress.DONE.value)),
    )


# --- open --------------------------------------------------------------------------------------


def _open(row: rx.Var[StepRow]) -> rx.Component:
    return open_stop(
        row.odd,
        rx.el.div(
            glyph(row.progress),
            rx.el.h3(row.text, id="opened", class_name="vh"),
            words_area("step-text", word("step.text")),
            rx.el.button(
                icon("close"),
                type="button",
                class_name="iconbtn",
                aria_label=word("step.close"),
                on_click=FieldState.close_field,
                custom_attrs={"data-key": "back"},
            ),
            class_name="way__head way__head--write",
        ),
        other_texts(),
        states("step-state", word("step.progress"), row.id, row.progress),
        rx.cond(_has_memo(row), memo_area("step-memo", row.id, MemoState.of_step)),
        rx.cond(NotesState.of_step.length() > 0, _notes()),
        _chips(row),
    )


def _notes() -> rx.Component:
    """Return what those who see the step wrote beside it."""
    return rx.el.div(rx.foreach(NotesState.of_step, _note), class_name="thread")


def _note(note: rx.Var[NoteRow]) -> rx.Component:
    return note_left(note.initial, note.by, note.day, note.text)


def _has_memo(row: rx.Var[StepRow]) -> rx.Var[bool]:
    return (MemoState.of_step.text != "") | (MemoState.opened == row.id)


def _chips(row: rx.Var[StepRow]) -> rx.Component:
    more = {"data-sheet": "step-sheet"}
    return rx.el.div(
        chip_button(
            "today", word("step.picked"), pressed=row.picked, on_click=MarkState.pick(row.id, ~row.picked)
        ),
        chip_button(
            "date",
            rx.cond(row.day != "", row.day + " " + row.month, word("step.day.add")),
            on_click=ChoiceState.list_goals,
            custom_attrs=more,
        ),
        rx.cond(~_has_memo(row), chip_button("note", word("memo.add"), on_click=MemoState.open_memo(row.id))),
        chip_button(
            "seen",
            rx.cond(row.seen, word("step.seen"), word("step.give")),
            on_click=GiveState.open_step(row.id),
            custom_attrs={"data-sheet": GIVE_SHEET},
        ),
        chip_button("more", word("step.more"), on_click=ChoiceState.list_goals, custom_attrs=more),
        class_name="chips",
    )


# --- new ---------------------------------------------------------------------------------------


def _new_step() -> rx.Component:
    place = "step:" + GoalState.goal_id
    label = rx.cond(StepsState.rows.length() > 0, word("step.new.another"), word("step.new"))
    return rx.el.li(
        rx.el.span(icon("add"), class_name="step__state step__state--add", aria_hidden="true"),
        rx.el.div(
            new_text_form(
                "new-step",
                NewTextWords(label, word("step.new.keep")),
                place=place,
                typed=StepsState.typed,
                refused=SaidState.beside[place],
            ),
            rx.el.button(
                icon("suggest", small=True),
                word("ideas.ask"),
                type="button",
                class_name="btn btn--quiet btn--ask",
                on_click=IdeasState.open_groups,
                custom_attrs={"data-sheet": "ideas-sheet"},
            ),
            class_name="stack stack--s",
        ),
        class_name="way__stop",
    )
