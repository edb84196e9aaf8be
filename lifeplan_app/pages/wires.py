"""Between a private page and its scripts: what they read of it, and how they reach handlers."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.order import MOVED_BEFORE, MOVED_BY, MOVED_ID, MOVED_INTO
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.keep import KeepState
from lifeplan_app.state.marks import MarkState
from lifeplan_app.state.order import OrderState
from lifeplan_app.state.search import SearchState
from lifeplan_app.state.session import SessionState, word
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.undo import UndoState


def pulse(current: str) -> rx.Component:
    """Return what ``follow.js`` watches: where the window stands, in attributes that no one sees."""
    return rx.el.div(
        id="pulse",
        hidden=True,
        custom_attrs={
            "data-gate": SessionState.gate,
            "data-language": SessionState.language,
            "data-direction": word("direction"),
            "data-text": SessionState.text_size,
            "data-theme": SessionState.theme,
            "data-exit": SessionState.exit_url,
            "data-home": SessionState.home,
            "data-tag": SessionState.tag,
            "data-lock": SessionState.lock_seconds,
            "data-at-once": SessionState.at_once,
            "data-acked": KeepState.acked,
            "data-resumed": KeepState.resumed,
            # Only the plan shows a goal: elsewhere there is none to follow.
            **({"data-goal": GoalState.goal_id} if current == routes.PLAN else {}),
            "data-open": FieldState.record_id,
        },
    )


def bridges() -> rx.Component:
    """Return the hidden buttons through which the scripts reach handlers without ``eval``."""
    out = "window.carnet.out"
    return rx.el.div(
        bridge("keep", KeepState.keep(rx.Var(f"{out}.typed").to(list[dict[str, str | int | bool]]))),
        bridge("resume", KeepState.resume(rx.Var(f"{out}.goal").to(str), rx.Var(f"{out}.record").to(str))),
        bridge("here", SessionState.still_here),
        bridge("hold", SessionState.hold),
        bridge("find", SearchState.look_for(rx.Var(f"{out}.find").to(str))),
        bridge(
            "mark", MarkState.mark(rx.Var(f"{out}.kept.place").to(str), rx.Var(f"{out}.kept.value").to(str))
        ),
        bridge("move", OrderState.move(MOVED_ID, MOVED_BEFORE, MOVED_INTO)),
        bridge("nudge", OrderState.nudge(MOVED_ID, MOVED_BY)),
        bridge("stand", UndoState.let_stand(rx.Var(f"{out}.mark").to(str))),
        hidden=True,
    )


def bridge(name: str, handler: rx.EventHandler | rx.event.EventSpec) -> rx.Component:
    """Return the hidden button by which the scripts reach *handler*."""
    return rx.el.button(id=f"bridge-{name}", type="button", on_click=handler)
