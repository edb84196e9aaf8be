"""One goal: its words, where it stands, and the way of its steps."""

import reflex as rx

from lifeplan_app.components.forms import state_picker
from lifeplan_app.components.goal import (
    closed_stop,
    crest,
    open_stop,
    other_text,
    soft_button,
    text_area,
    tick_button,
)
from lifeplan_app.components.html import Text, glyph, icon
from lifeplan_app.components.plan import NewTextWords, new_text_form
from lifeplan_app.model.plan import Horizon, Progress
from lifeplan_app.pages.frame import private_sheet
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import own_word, word
from lifeplan_app.state.steps import FieldState, StepsState
from lifeplan_app.state.views import OtherText, StepRow

_HUES = {Horizon.SHORT: "soon", Horizon.MEDIUM: "year", Horizon.LONG: "later"}


def goal_view() -> rx.Component:
    """Return the goal that is open."""
    return rx.fragment(
        _crest(),
        rx.el.div(
            rx.el.section(
                rx.el.h2(word("goal.steps"), id="steps-title", class_name="vh"),
                rx.el.ol(rx.foreach(StepsState.rows, _stop), _new_step(), class_name="way"),
                class_name="section",
                aria_labelledby="steps-title",
            ),
            class_name="page",
        ),
        _sheet(),
    )


# --- the head ----------------------------------------------------------------------------------


def _by_horizon(prefix: str) -> rx.Var[str]:
    cases = ((horizon.value, prefix + hue) for horizon, hue in _HUES.items())
    return rx.match(GoalState.horizon, *cases, f"{prefix}soon").to(str)


def _crest() -> rx.Component:
    return crest(
        _by_horizon("crest crest--"),
        _by_horizon("edge-"),
        rx.el.div(
            rx.el.button(
                icon("back", flips=True),
                type="button",
                class_name="iconbtn",
                aria_label=word("goal.back"),
                on_click=GoalState.close_goal,
                custom_attrs={"data-key": "back"},
            ),
            rx.el.span(own_word("horizon." + GoalState.horizon), class_name="crest__where"),
            rx.el.button(
                icon("more"),
                type="button",
                class_name="iconbtn push",
                aria_label=word("goal.more"),
                custom_attrs={"data-sheet": "goal-sheet"},
            ),
            class_name="crest__bar",
        ),
        rx.cond(FieldState.record_id == GoalState.goal_id, _title_open(), _title()),
        rx.el.p(_progress_badge(), class_name="inline"),
    )


def _title() -> rx.Component:
    return rx.el.h1(
        rx.el.button(
            rx.el.span(GoalState.text),
            rx.el.span(icon("edit", small=True), rx.el.span(word("goal.write"), class_name="vh")),
            type="button",
            class_name="titlebtn",
            on_click=FieldState.open_field(GoalState.goal_id),
        ),
        tab_index=-1,
    )


def _title_open() -> rx.Component:
    return rx.el.div(
        _words("goal-text", word("goal.title"), title=True),
        _others(),
        soft_button("check", word("goal.text.close"), FieldState.close_field),
        class_name="stack",
    )


def _progress_badge() -> rx.Component:
    return rx.el.button(
        glyph(GoalState.progress, small=True),
        word("progress." + GoalState.progress),
        icon("down", small=True),
        rx.el.span(". ", word("goal.change"), class_name="vh"),
        type="button",
        class_name="badge badge--card",
        custom_attrs={"data-sheet": "goal-sheet"},
    )


def _sheet() -> rx.Component:
    return private_sheet(
        "goal-sheet",
        word("goal.sheet"),
        _states("goal-state", word("goal.progress"), GoalState.goal_id, GoalState.progress, as_list=True),
        rx.el.fieldset(
            rx.el.legend(word("goal.horizon"), class_name="label stackgap"),
            rx.el.div(*(_horizon_option(each) for each in Horizon), class_name="choices"),
        ),
        rx.el.button(
            icon("delete"),
            word("goal.remove"),
            type="button",
            class_name="btn btn--secondary btn--wide",
            on_click=GoalState.remove(GoalState.goal_id),
            custom_attrs={"data-close": "goal-sheet"},
        ),
    )


def _horizon_option(horizon: Horizon) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="goal-horizon",
            class_name="radio",
            value=horizon.value,
            checked=GoalState.horizon == horizon.value,
            on_change=GoalState.move(horizon.value),
        ),
        rx.el.span(word(f"horizon.{horizon.value}")),
        class_name="choice",
    )


# --- the way -----------------------------------------------------------------------------------


def _stop(row: rx.Var[StepRow]) -> rx.Component:
    is_open = FieldState.record_id == row.id
    return rx.el.li(
        rx.cond(is_open, _open(row), _closed(row)),
        class_name=rx.cond(is_open, "way__stop way__stop--open", "way__stop"),
        key=row.id,
    )


def _closed(row: rx.Var[StepRow]) -> rx.Component:
    return closed_stop(
        bends=row.odd,
        state=_tick(row),
        text=row.text,
        progress_word=word("progress." + row.progress),
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


def _open(row: rx.Var[StepRow]) -> rx.Component:
    return open_stop(
        row.odd,
        rx.el.div(
            glyph(row.progress),
            rx.el.h3(row.text, class_name="vh"),
            _words("step-text", word("step.text"), title=False),
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
        _others(),
        _states("step-state", word("step.progress"), row.id, row.progress),
        rx.el.div(soft_button("delete", word("step.remove"), GoalState.remove(row.id)), class_name="btns"),
    )


def _new_step() -> rx.Component:
    place = "step:" + GoalState.goal_id
    label = rx.cond(StepsState.rows.length() > 0, word("step.new.another"), word("step.new"))
    return rx.el.li(
        rx.el.span(icon("add"), class_name="step__state step__state--add", aria_hidden="true"),
        new_text_form(
            "new-step",
            NewTextWords(label, word("step.new.keep")),
            place=place,
            typed=StepsState.typed,
            refused=SaidState.beside[place],
        ),
        class_name="way__stop",
    )


# --- shared ------------------------------------------------------------------------------------


def _words(name: str, label: Text, *, title: bool) -> rx.Component:
    return text_area(
        name,
        label,
        record=FieldState.record_id,
        text=FieldState.text,
        version=FieldState.version,
        refused=SaidState.beside[FieldState.record_id],
        title=title,
    )


def _others() -> rx.Component:
    return rx.cond(
        FieldState.others.length() > 0,
        rx.el.div(rx.foreach(FieldState.others, _other), class_name="stack"),
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


def _states(name: str, legend: Text, record: Text, current: Text, *, as_list: bool = False) -> rx.Component:
    options = [
        (each.value, word(f"progress.{each.value}"), GoalState.choose(record, each.value))
        for each in Progress
    ]
    return state_picker(name, legend, options, current, as_list=as_list)
