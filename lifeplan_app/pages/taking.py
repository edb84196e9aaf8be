"""The sheet in which a suggestion becomes a step of hers: its words first, then the goal."""

import reflex as rx

from lifeplan_app.components.forms import QUIET, choice_of, primary_button, said_text, seg
from lifeplan_app.components.goal import soft_button
from lifeplan_app.components.shell import sheet_without_subject
from lifeplan_app.model.plan import Horizon
from lifeplan_app.pages.frame import private_sheet
from lifeplan_app.state.choices import GoalChoice
from lifeplan_app.state.session import word
from lifeplan_app.state.taking import NEW_GOAL, TakingState

TAKE_SHEET = "take-sheet"


def take_sheet() -> rx.Component:
    """Return the sheet; it closes once the suggestion is taken."""
    return private_sheet(
        TAKE_SHEET,
        word("suggested.sheet"),
        rx.cond(TakingState.id != "", _form(), sheet_without_subject(TAKE_SHEET)),
    )


def _form() -> rx.Component:
    return rx.el.form(
        rx.cond(TakingState.changing, _words(), _as_offered()),
        rx.cond(TakingState.goals.length() > 0, _goals()),
        rx.cond(TakingState.goal == NEW_GOAL, _new_goal()),
        primary_button("check", word("suggested.sheet.take")),
        class_name="stack stack--l",
        auto_complete="off",
        no_validate=True,
        on_submit=TakingState.take,
        key=TakingState.id,
    )


def _as_offered() -> rx.Component:
    return rx.el.div(
        rx.el.p(TakingState.text, class_name="big kept"),
        soft_button("edit", word("suggested.sheet.change"), TakingState.change_words),
        said_text("take-said", TakingState.said),
        class_name="stack",
    )


def _words() -> rx.Component:
    return rx.el.div(
        rx.el.label(word("suggested.sheet.words"), html_for="take-text"),
        rx.el.textarea(
            id="take-text",
            name="text",
            class_name="input",
            rows="3",
            default_value=TakingState.text,
            aria_describedby="take-said",
            **QUIET,
        ),
        said_text("take-said", TakingState.said),
        class_name="field",
    )


def _goals() -> rx.Component:
    return choice_of(
        "take-goal",
        word("suggested.sheet.goal"),
        rx.fragment(
            rx.foreach(TakingState.goals, _goal),
            rx.el.option(word("suggested.sheet.new_goal"), value=NEW_GOAL),
        ),
        value=TakingState.goal,
        on_change=TakingState.choose_goal,
    )


def _goal(goal: rx.Var[GoalChoice]) -> rx.Component:
    return rx.el.option(goal.text, value=goal.id, key=goal.id)


def _new_goal() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.label(word("suggested.sheet.title"), html_for="take-title"),
            rx.el.input(
                id="take-title", name="title", class_name="input", aria_describedby="take-title-said", **QUIET
            ),
            said_text("take-title-said", TakingState.said_goal),
            class_name="field",
        ),
        seg(
            "take-horizon",
            word("suggested.sheet.horizon"),
            [(each.value, rx.el.span(word(f"horizon.{each.value}"))) for each in Horizon],
            TakingState.horizon,
            TakingState.choose_horizon,
        ),
        class_name="stack",
    )
