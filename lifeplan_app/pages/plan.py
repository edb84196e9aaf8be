"""Plan: the three horizons, or the goal that is open."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.forms import empty
from lifeplan_app.components.html import icon
from lifeplan_app.components.plan import (
    GoalCardParts,
    HorizonLink,
    NewTextWords,
    band,
    goal_card,
    landscape,
    new_text_form,
    trail_dot,
    trail_goes_on,
)
from lifeplan_app.model.plan import Horizon
from lifeplan_app.pages.frame import loading, private_page
from lifeplan_app.pages.goal import goal_view
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import word
from lifeplan_app.state.views import Dot, GoalCard

_BANDS = (
    (Horizon.SHORT, "soon", PlanState.soon),
    (Horizon.MEDIUM, "year", PlanState.year),
    (Horizon.LONG, "later", PlanState.later),
)


def plan_page() -> rx.Component:
    """Return the plan."""
    return private_page(
        routes.PLAN,
        rx.cond(GoalState.goal_id != "", goal_view(), _plan_view()),
    )


def _plan_view() -> rx.Component:
    return rx.fragment(
        landscape(
            word("plan.title"),
            word("plan.horizons"),
            [
                HorizonLink(anchor, goals.length(), word(f"horizon.{horizon.value}"))
                for horizon, anchor, goals in reversed(_BANDS)
            ],
            rx.el.button(
                icon("add"),
                type="button",
                class_name="iconbtn",
                aria_label=word("plan.add"),
                on_click=PlanState.start_adding(Horizon.SHORT.value),
            ),
        ),
        rx.el.main(
            rx.cond(PlanState.loaded, _bands(), loading()),
            class_name="page",
            id="main",
        ),
    )


def _bands() -> rx.Component:
    nothing = (PlanState.soon.length() + PlanState.year.length() + PlanState.later.length()) == 0
    return rx.fragment(
        rx.cond(nothing & (PlanState.adding == ""), _invitation()),
        rx.el.div(*(_band(*each) for each in _BANDS), class_name="bands"),
    )


def _invitation() -> rx.Component:
    return empty(
        word("plan.empty.title"),
        word("plan.empty.text"),
        rx.el.button(
            icon("add"),
            word("plan.empty.add"),
            type="button",
            class_name="btn btn--primary",
            on_click=PlanState.start_adding(Horizon.SHORT.value),
        ),
    )


def _band(horizon: Horizon, anchor: str, goals: rx.Var[list[GoalCard]]) -> rx.Component:
    return band(
        anchor,
        word(f"horizon.{horizon.value}"),
        rx.el.button(
            icon("add"),
            type="button",
            class_name="iconbtn",
            aria_label=word(f"plan.add.{horizon.value}"),
            on_click=PlanState.start_adding(horizon.value),
            custom_attrs={"data-focuses": f"goal:{horizon.value}"},
        ),
        rx.foreach(goals, _card),
        rx.cond(PlanState.adding == horizon.value, _new_goal(horizon)),
    )


def _new_goal(horizon: Horizon) -> rx.Component:
    place = f"goal:{horizon.value}"
    return rx.el.div(
        new_text_form(
            "new-goal",
            NewTextWords(word(f"plan.new.{horizon.value}"), word("plan.new.keep")),
            place=place,
            typed=PlanState.typed,
            refused=SaidState.beside[place],
        ),
        rx.el.button(
            word("plan.new.close"), type="button", class_name="btn btn--quiet", on_click=PlanState.stop_adding
        ),
        class_name="card card--new",
        custom_attrs={"data-focus": place},
    )


def _card(card: rx.Var[GoalCard]) -> rx.Component:
    return goal_card(
        GoalCardParts(
            id=card.id,
            title=card.text,
            progress=card.progress,
            progress_word=word("progress." + card.progress),
            area=card.area,
            next=card.next,
            way=word("plan.trail"),
            dots=rx.foreach(card.trail, _dot),
            has_dots=card.trail.length() > 0,
            goes_on=rx.cond(card.goes_on, trail_goes_on(word("plan.trail.more"))),
        ),
        on_open=GoalState.open_goal(card.id),
    )


def _dot(dot: rx.Var[Dot]) -> rx.Component:
    return trail_dot(dot.progress, word("progress." + dot.progress))
