"""Today: what she picked for the day, what is near, one of her strengths."""

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink

from lifeplan_app import routes
from lifeplan_app.components.forms import empty, more_button
from lifeplan_app.components.goal import tick_button
from lifeplan_app.components.html import icon
from lifeplan_app.components.shell import lock_button
from lifeplan_app.components.today import day_head, day_row, day_section, leaf, pick_row, strength_card
from lifeplan_app.components.tokens import small_photo, small_words
from lifeplan_app.model.plan import Progress
from lifeplan_app.pages.first import first_offer
from lifeplan_app.pages.frame import loading, private_page, private_sheet
from lifeplan_app.pages.suggested import suggestions_of_day
from lifeplan_app.state.day_views import DayStep, Pick, PicksOfGoal
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.picks import PicksState
from lifeplan_app.state.session import word
from lifeplan_app.state.today import TodayState
from lifeplan_app.state.tokens import TokensState

_SHEET = "pick-sheet"


def today_page() -> rx.Component:
    """Return the day."""
    return private_page(
        routes.TODAY,
        rx.el.div(
            day_head(
                TodayState.day,
                word("today.hello"),
                rx.cond(TodayState.back, word("today.back"), word("today.calm")),
                lock_button(word("lock")),
            ),
            rx.el.main(rx.cond(TodayState.loaded, _day(), loading()), class_name="page", id="main"),
            class_name="day",
        ),
        private_sheet(_SHEET, word("today.pick"), _to_pick()),
    )


def _day() -> rx.Component:
    return rx.fragment(
        first_offer(),
        rx.cond(TodayState.started, _picked(), _invitation()),
        rx.cond(TodayState.coming.length() > 0, _coming()),
        suggestions_of_day(),
        rx.cond(TodayState.strength != "", strength_card(word("today.strength"), TodayState.strength)),
    )


def _picked() -> rx.Component:
    return day_section(
        "day-picked",
        word("today.picked"),
        rx.cond(
            TodayState.picked.length() > 0,
            rx.el.ul(rx.foreach(TodayState.picked, _picked_row), class_name="rows"),
            rx.el.p(word("today.none"), class_name="soft"),
        ),
        rx.el.p(rx.cond(PicksState.some, _pick_button(), _to_plan("btn btn--soft"))),
    )


def _pick_button() -> rx.Component:
    return rx.el.button(
        icon("add"),
        word("today.pick"),
        type="button",
        class_name="btn btn--soft",
        on_click=PicksState.start,
        custom_attrs={"data-sheet": _SHEET},
    )


def _invitation() -> rx.Component:
    return empty(word("today.empty.title"), word("today.empty.text"), _to_plan("btn btn--primary"), top=True)


def _to_plan(look: str) -> rx.Component:
    return ReactRouterLink.create(
        icon("plan"),
        word("today.plan"),
        to=routes.visited(routes.PLAN),
        replace=True,
        class_name=look,
    )


def _coming() -> rx.Component:
    return day_section(
        "day-coming",
        word("today.coming"),
        rx.el.ul(rx.foreach(TodayState.coming, _coming_row), class_name="rows"),
    )


def _picked_row(row: rx.Var[DayStep]) -> rx.Component:
    state = word("progress." + row.progress)
    return day_row(
        _tick(row),
        row.text,
        rx.cond(row.number != "", state + " · " + row.number + " " + row.month, state),
        TodayState.open_goal(row.goal_id),
        rx.el.button(
            icon("close"),
            type="button",
            class_name="iconbtn",
            aria_label=word("today.drop") + " : " + row.text,
            on_click=TodayState.drop(row.id),
        ),
        key=row.id,
        token=_token(row),
    )


def _coming_row(row: rx.Var[DayStep]) -> rx.Component:
    return day_row(
        _tick(row),
        row.text,
        word("progress." + row.progress),
        TodayState.open_goal(row.goal_id),
        leaf(row.number, row.month),
        key=row.id,
        token=_token(row),
    )


def _token(row: rx.Var[DayStep]) -> rx.Component:
    goal = row.goal_id
    return rx.cond(
        TokensState.photos.contains(goal),
        small_photo(TokensState.photos[goal], ""),
        rx.cond(TokensState.words.contains(goal), small_words(TokensState.words[goal])),
    )


def _tick(row: rx.Var[DayStep]) -> rx.Component:
    done = row.progress == Progress.DONE.value
    return tick_button(
        row.progress,
        word("step.tick") + " : " + row.text,
        done=done,
        on_tick=GoalState.choose(row.id, rx.cond(done, Progress.ACTIVE.value, Progress.DONE.value)),
    )


# --- what she may pick -------------------------------------------------------------------------


def _to_pick() -> rx.Component:
    return rx.el.div(
        rx.foreach(PicksState.goals, _goal),
        rx.cond(PicksState.goes_on, more_button(word("plan.more"), PicksState.show_more)),
        class_name="stack stack--l",
    )


def _goal(goal: rx.Var[PicksOfGoal]) -> rx.Component:
    return rx.el.section(
        rx.el.h3(goal.goal, class_name="kept"),
        rx.el.ul(rx.foreach(goal.steps, _pick), class_name="rows"),
        class_name="stack",
        key=goal.id,
    )


def _pick(step: rx.Var[Pick]) -> rx.Component:
    return pick_row(
        step.progress,
        word("progress." + step.progress),
        step.text,
        PicksState.pick(step.id),
        custom_attrs={"data-close": _SHEET},
    )
