"""Who may call which handler. What is not listed here is refused: the page is no protection.

Every public method of every State can be called by any connected client, wired to a page or not;
a test holds this list against the framework's own.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from lifeplan_app.model.account import Role


class Who(Enum):
    """Whom a handler answers."""

    ANYONE = auto()
    SIGNED_IN = auto()


@dataclass(frozen=True, slots=True)
class Rule:
    """What one handler asks for.

    Attributes:
        who: Whether a session is needed.
        roles: The roles that may call it, if one is.
        her_act: Whether a call is an act of hers, which puts the lock off.
    """

    who: Who = Who.SIGNED_IN
    roles: frozenset[Role] = frozenset(Role)
    her_act: bool = True


_PARTICIPANT: Final = Rule(roles=frozenset({Role.PARTICIPANT}))
_BY_ITSELF: Final = Rule(her_act=False)
_LOADS: Final = Rule(roles=frozenset({Role.PARTICIPANT}), her_act=False)

_OF_THE_FRAMEWORK: Final = {
    # A window that connects: the guard answers the unknown one with a closed gate and no more.
    "reflex___state____state.hydrate": _BY_ITSELF,
    "reflex___state____state.hydrate_and_load": _BY_ITSELF,
    "reflex___state____state.set_is_hydrated": _BY_ITSELF,
    "reflex___state____state.reflex___state____on_load_internal_state.on_load_internal": _BY_ITSELF,
}

_OURS: Final = {
    "session.session_state": {
        "still_here": Rule(),
        "trouble": _BY_ITSELF,
        "read_notice": Rule(),
    },
    "plan.plan_state": {
        "load": _LOADS,
        "start_adding": _PARTICIPANT,
        "stop_adding": _PARTICIPANT,
    },
    "goal.goal_state": {
        "open_goal": _PARTICIPANT,
        "close_goal": _PARTICIPANT,
        "choose": _PARTICIPANT,
        "move": _PARTICIPANT,
        "remove": _PARTICIPANT,
    },
    "steps.field_state": {
        "open_field": _PARTICIPANT,
        "close_field": _PARTICIPANT,
        "take_other": _PARTICIPANT,
        "drop_other": _PARTICIPANT,
    },
    "keep.keep_state": {
        "keep": _PARTICIPANT,
        "resume": _PARTICIPANT,
    },
    "undo.undo_state": {
        "take_back": _PARTICIPANT,
        "let_stand": _BY_ITSELF,
    },
    "me.me_state": {
        "load": _BY_ITSELF,
        "choose_language": Rule(),
        "choose_delay": Rule(),
    },
}


def _full_name(module_and_state: str, handler: str) -> str:
    module, state = module_and_state.split(".")
    return f"reflex___state____state.lifeplan_app___state___{module}____{state}.{handler}"


POLICY: Final = _OF_THE_FRAMEWORK | {
    _full_name(state, handler): rule for state, rules in _OURS.items() for handler, rule in rules.items()
}


def rule_for(handler: str) -> Rule | None:
    """Return the rule of the handler with that full name; none if it answers nobody."""
    return POLICY.get(handler)
