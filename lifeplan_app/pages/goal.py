"""One goal: its words, where it stands, its area, its note, and the way of its steps."""

import reflex as rx

from lifeplan_app.components.areas import AreaOption, area_icon, area_picker
from lifeplan_app.components.forms import wide_button
from lifeplan_app.components.goal import crest, kept_field, memo_button, soft_button
from lifeplan_app.components.html import glyph, icon
from lifeplan_app.components.shell import lock_button
from lifeplan_app.components.tokens import token
from lifeplan_app.model.plan import Horizon, LifeArea
from lifeplan_app.pages.areas import area_name
from lifeplan_app.pages.choices import step_sheet
from lifeplan_app.pages.frame import private_sheet
from lifeplan_app.pages.giving import GIVE_SHEET, give_sheet
from lifeplan_app.pages.ideas import ideas_sheet
from lifeplan_app.pages.steps import way
from lifeplan_app.pages.written import memo_area, other_texts, states, words_area
from lifeplan_app.state.giving import GiveState
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.marks import MarkState
from lifeplan_app.state.memos import MemoState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import own_word, word
from lifeplan_app.state.steps import FieldState, StepsState
from lifeplan_app.state.tokens import TokensState

_HUES = {Horizon.SHORT: "soon", Horizon.MEDIUM: "year", Horizon.LONG: "later"}


def goal_view() -> rx.Component:
    """Return the goal that is open."""
    return rx.fragment(
        _crest(),
        rx.el.div(_tokens(), _memo(), way(), class_name="page"),
        _sheet(),
        step_sheet(),
        ideas_sheet(),
        give_sheet(),
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
            lock_button(word("lock"), narrow=True),
            class_name="crest__bar",
        ),
        rx.cond(FieldState.record_id == GoalState.goal_id, _title_open(), _title()),
        rx.el.p(_area_badge(), _progress_badge(), _memo_badge(), class_name="inline"),
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
        rx.el.h1(GoalState.text, class_name="vh"),
        words_area("goal-text", word("goal.title"), look="input input--title", rows=1),
        other_texts(),
        soft_button("check", word("goal.text.close"), FieldState.close_field),
        class_name="stack",
    )


def _area_badge() -> rx.Component:
    return rx.cond(
        GoalState.area != "",
        rx.el.button(
            area_icon(GoalState.area, small=True),
            rx.el.span(area_name(GoalState.area), class_name="ownword"),
            rx.el.span(". ", word("goal.change"), class_name="vh"),
            type="button",
            class_name="badge badge--card",
            custom_attrs={"data-sheet": "goal-sheet"},
        ),
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


# --- what goes with it --------------------------------------------------------------------------


def _tokens() -> rx.Component:
    return rx.cond(
        TokensState.of_goal.length() > 0,
        rx.el.ul(
            rx.foreach(TokensState.of_goal, lambda each: token(each.text, each.told, each.photo, each.id)),
            class_name="tokens",
            aria_label=word("goal.token"),
        ),
    )


# --- the note ----------------------------------------------------------------------------------


def _memo_badge() -> rx.Component:
    return rx.cond(
        (MemoState.of_goal.text == "") & (MemoState.opened != GoalState.goal_id),
        rx.el.button(
            icon("note", small=True),
            word("memo.add"),
            type="button",
            class_name="badge badge--card",
            on_click=MemoState.open_memo(GoalState.goal_id),
        ),
    )


def _memo() -> rx.Component:
    return rx.cond(
        MemoState.opened == GoalState.goal_id,
        rx.el.div(
            memo_area("goal-memo", GoalState.goal_id, MemoState.of_goal),
            soft_button("check", word("goal.text.close"), MemoState.close_memo),
            class_name="stack",
        ),
        rx.cond(
            MemoState.of_goal.text != "",
            memo_button(MemoState.of_goal.text, word("goal.change"), MemoState.open_memo(GoalState.goal_id)),
        ),
    )


# --- what else can be chosen --------------------------------------------------------------------


def _sheet() -> rx.Component:
    return private_sheet(
        "goal-sheet",
        word("goal.sheet"),
        states("goal-state", word("goal.progress"), GoalState.goal_id, GoalState.progress, as_list=True),
        rx.el.fieldset(
            rx.el.legend(word("goal.horizon"), class_name="label stackgap"),
            rx.el.div(*(_horizon_option(each) for each in Horizon), class_name="choices"),
        ),
        rx.el.div(_areas(), _own_area(), class_name="stack"),
        rx.el.div(
            rx.cond(StepsState.rows.length() > 0, _give()),
            wide_button(
                "archive", word("goal.put_away"), GoalState.put_away(GoalState.goal_id), closes="goal-sheet"
            ),
            wide_button(
                "delete", word("goal.remove"), GoalState.remove(GoalState.goal_id), closes="goal-sheet"
            ),
            class_name="stack",
        ),
    )


def _give() -> rx.Component:
    return rx.el.button(
        icon("seen"),
        word("goal.give"),
        type="button",
        class_name="btn btn--secondary btn--wide",
        on_click=GiveState.open_goal,
        custom_attrs={"data-close": "goal-sheet", "data-sheet": GIVE_SHEET},
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


def _areas() -> rx.Component:
    return area_picker(
        "goal-area",
        word("goal.area"),
        [_area_option(each.value, f"area.{each.value}") for each in LifeArea],
        _area_option("", "goal.area.none"),
        GoalState.area,
    )


def _area_option(value: str, key: str) -> AreaOption:
    return AreaOption(value, word(key), MarkState.choose_area(value))


def _own_area() -> rx.Component:
    place = "area:" + GoalState.goal_id
    own = rx.match(GoalState.area, *((each.value, "") for each in LifeArea), GoalState.area).to(str)
    return kept_field(
        "goal-area-own",
        word("goal.area.own"),
        place=place,
        value=own,
        refused=SaidState.beside[place],
        enter_key_hint="done",
    )
