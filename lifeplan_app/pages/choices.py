"""What else can be chosen for the open step: its date, its week, its place, its end."""

import reflex as rx

from lifeplan_app.components.forms import choice_of, wide_button
from lifeplan_app.components.goal import kept_field, switch_row
from lifeplan_app.components.html import icon
from lifeplan_app.components.order import nudge_button
from lifeplan_app.components.shell import sheet_without_subject
from lifeplan_app.pages.frame import private_sheet
from lifeplan_app.state.choices import ChoiceState, GoalChoice
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.marks import MarkState
from lifeplan_app.state.order import OrderState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import word


def step_sheet() -> rx.Component:
    """Return the sheet of the step that is open."""
    return private_sheet(
        "step-sheet",
        word("step.sheet"),
        rx.cond(
            ChoiceState.step_id != "",
            rx.el.div(_when(), _where(), _end(), class_name="stack stack--l"),
            sheet_without_subject("step-sheet"),
        ),
    )


def _when() -> rx.Component:
    place = "day:" + ChoiceState.step_id
    return rx.el.div(
        rx.el.div(
            kept_field(
                "step-day",
                word("step.day"),
                place=place,
                value=ChoiceState.day,
                refused=SaidState.beside[place],
                type="date",
                min="0001-01-01",
                max="9999-12-31",
            ),
            rx.cond(
                ChoiceState.day != "",
                rx.el.button(
                    icon("close"),
                    type="button",
                    class_name="iconbtn",
                    aria_label=word("step.day.clear"),
                    on_click=MarkState.mark(place, ""),
                ),
            ),
            class_name="daypick",
        ),
        switch_row(
            "step-weekly",
            "repeat",
            word("step.weekly"),
            on=ChoiceState.weekly,
            on_change=MarkState.repeat(ChoiceState.step_id, ~ChoiceState.weekly),
        ),
        class_name="stack",
    )


def _where() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            _nudge("up", "order.up", -1),
            _nudge("lower", "order.down", 1),
            class_name="btns btns--two",
            role="group",
            aria_label=word("order.place"),
        ),
        rx.cond(
            ChoiceState.goals.length() > 1,
            choice_of(
                "step-goal",
                word("step.goal"),
                rx.foreach(ChoiceState.goals, _goal),
                value=GoalState.goal_id,
                on_change=ChoiceState.to_goal,
            ),
        ),
        class_name="stack",
    )


def _nudge(symbol: str, key: str, by: int) -> rx.Component:
    step = ChoiceState.step_id
    return nudge_button(symbol, word(key), step, OrderState.nudge(step, by))


def _goal(goal: rx.Var[GoalChoice]) -> rx.Component:
    return rx.el.option(goal.text, value=goal.id, key=goal.id)


def _end() -> rx.Component:
    step = ChoiceState.step_id
    return rx.el.div(
        wide_button("archive", word("step.put_away"), GoalState.put_away(step), closes="step-sheet"),
        wide_button("delete", word("step.remove"), GoalState.remove(step), closes="step-sheet"),
        class_name="stack",
    )
