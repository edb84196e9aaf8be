"""Plan: the three horizons and, in their place or beside them, the goal that is open."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.areas import area_icon
from lifeplan_app.components.forms import empty, more_button
from lifeplan_app.components.html import drawing, icon
from lifeplan_app.components.order import grip, order_list
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
from lifeplan_app.components.shell import lock_button
from lifeplan_app.model.plan import Horizon
from lifeplan_app.pages.areas import area_name
from lifeplan_app.pages.frame import loading, private_page
from lifeplan_app.pages.goal import goal_view
from lifeplan_app.pages.keys import keys_button, keys_sheet
from lifeplan_app.pages.lists import list_title
from lifeplan_app.pages.search import search_view
from lifeplan_app.pages.shelf import shelf_view
from lifeplan_app.pages.wishes import wishes
from lifeplan_app.state.filter import FilterState
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.keys import KeysState
from lifeplan_app.state.pane import Pane, PaneState
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import word
from lifeplan_app.state.views import Dot, GoalCard

_BANDS = (
    (Horizon.SHORT, "soon", PlanState.soon, PlanState.numbers.soon),
    (Horizon.MEDIUM, "year", PlanState.year, PlanState.numbers.year),
    (Horizon.LONG, "later", PlanState.later, PlanState.numbers.later),
)


def plan_page() -> rx.Component:
    """Return the plan: on a phone the list or one goal, on a wide screen both."""
    goal_is_open = GoalState.goal_id != ""
    return private_page(
        routes.PLAN,
        rx.el.main(
            rx.el.div(
                rx.el.div(_plan_view(), class_name="pane pane--plan"),
                rx.el.div(search_view(), class_name="pane pane--find"),
                rx.el.div(shelf_view(), class_name="pane pane--away"),
                class_name="split__list",
            ),
            rx.el.div(rx.cond(goal_is_open, goal_view(), _no_goal()), class_name="split__detail"),
            id="main",
            class_name="split",
            custom_attrs={
                "data-view": rx.cond(goal_is_open, "detail", "list"),
                "data-shown": PaneState.name,
                "data-keys": KeysState.on,
            },
        ),
        keys_sheet(),
    )


def _no_goal() -> rx.Component:
    return rx.el.div(
        drawing("hills", "hills hills--soon"), rx.el.p(word("plan.beside")), class_name="empty split__none"
    )


def _plan_view() -> rx.Component:
    return rx.fragment(
        landscape(
            list_title(word("plan.title")),
            word("plan.horizons"),
            HorizonLink("wishes", PlanState.numbers.wishes, word("wishes.sun")),
            [
                HorizonLink(anchor, number, word(f"horizon.{horizon.value}"))
                for horizon, anchor, _, number in reversed(_BANDS)
            ],
            keys_button(),
            _bar_button(
                "search", word("search.title"), PaneState.open_pane(Pane.FIND.value), "/", opens="find"
            ),
            _bar_button("add", word("plan.add"), PlanState.start_adding(Horizon.SHORT.value), "n"),
            lock_button(word("lock")),
        ),
        rx.el.div(rx.cond(PlanState.loaded, _inside(), loading()), class_name="page"),
    )


def _bar_button(
    symbol: str, label: rx.Var[str], does: rx.event.EventSpec, key: str, *, opens: str = ""
) -> rx.Component:
    return rx.el.button(
        icon(symbol),
        type="button",
        class_name="iconbtn",
        aria_label=label,
        on_click=does,
        custom_attrs={"data-key": key, "data-opens": opens},
    )


def _inside() -> rx.Component:
    number = PlanState.numbers.soon + PlanState.numbers.year + PlanState.numbers.later
    return rx.fragment(
        rx.el.div(wishes(), _chips(), class_name="stack"),
        rx.cond((number == 0) & (PlanState.adding == ""), _invitation()),
        rx.el.div(*(_band(*each[:3]) for each in _BANDS), class_name="bands"),
    )


# --- areas -------------------------------------------------------------------------------------


def _chips() -> rx.Component:
    return rx.cond(
        FilterState.areas.length() > 0,
        rx.el.div(
            _chip(word("filter.all"), FilterState.area == "", FilterState.choose("")),
            rx.foreach(FilterState.areas, _area_chip),
            class_name="chips chips--scroll",
            role="group",
            aria_label=word("filter.label"),
        ),
    )


def _area_chip(area: rx.Var[str]) -> rx.Component:
    return _chip(
        area_name(area), FilterState.area == area, FilterState.choose(area), area_icon(area, small=True)
    )


def _chip(
    text: rx.Var[str], pressed: rx.Var[bool], does: rx.event.EventSpec, *mark: rx.Component
) -> rx.Component:
    return rx.el.button(
        *mark,
        rx.el.span(text, class_name="chip__word"),
        type="button",
        class_name="chip",
        on_click=does,
        custom_attrs={"aria-pressed": rx.cond(pressed, "true", "false")},
    )


# --- horizons ----------------------------------------------------------------------------------


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
        top=True,
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
        rx.cond(
            PlanState.rest.contains(horizon.value),
            more_button(word("plan.more"), PlanState.show_more(horizon.value)),
        ),
        rx.cond(PlanState.adding == horizon.value, _new_goal(horizon)),
        *([_away()] if horizon is Horizon.LONG else []),
        holds=order_list("goal", horizon.value, PlanState.rest.get(horizon.value, "")),
    )


def _away() -> rx.Component:
    return rx.el.button(
        icon("archive"),
        word("away.title"),
        type="button",
        class_name="btn btn--start",
        on_click=PaneState.open_pane(Pane.AWAY.value),
        custom_attrs={"data-opens": "away"},
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
            word("plan.new.close"),
            type="button",
            class_name="btn btn--quiet",
            on_click=PlanState.stop_adding,
            custom_attrs={"data-key": "back"},
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
            grip=grip(word("order.grip"), card.text),
        ),
        on_open=GoalState.open_goal(card.id),
    )


def _dot(dot: rx.Var[Dot]) -> rx.Component:
    return trail_dot(dot.progress, word("progress." + dot.progress))
