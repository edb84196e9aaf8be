"""Who may call which handler. What is not listed here is refused: the page is no protection.

Every public method of every State can be called by any connected client, wired to a page or not.
So all of them stand here, those that answer nobody too: a test holds this list against the
framework's own, and a new method of a State has to be decided about.
"""

from typing import Final

from lifeplan_app.state.policy_own import OWN
from lifeplan_app.state.policy_people import WITH_OTHERS
from lifeplan_app.state.rules import BY_ITSELF, NOBODY, Rule

_ROOT: Final = "reflex___state____state"

_OF_THE_FRAMEWORK: Final = {
    # A window that connects: the guard answers the unknown one with a closed gate and no more.
    "hydrate": BY_ITSELF,
    "hydrate_and_load": BY_ITSELF,
    "set_is_hydrated": BY_ITSELF,
    "setvar": NOBODY,
    "reflex___state____on_load_internal_state.on_load_internal": BY_ITSELF,
    "reflex___state____on_load_internal_state.set_is_hydrated": BY_ITSELF,
    "reflex___state____on_load_internal_state.setvar": NOBODY,
    # Would log what the browser says, which may quote the page.
    "reflex___state____frontend_event_exception_state.handle_frontend_exception": NOBODY,
    "reflex___state____frontend_event_exception_state.setvar": NOBODY,
    "reflex___state____update_vars_internal_state.update_vars_internal": NOBODY,
    "reflex___state____update_vars_internal_state.setvar": NOBODY,
    "reflex___istate___shared____shared_state_base_internal.setvar": NOBODY,
}


def _full_name(module_and_state: str, handler: str) -> str:
    module, state = module_and_state.split(".")
    return f"{_ROOT}.lifeplan_app___state___{module}____{state}.{handler}"


POLICY: Final = {f"{_ROOT}.{handler}": rule for handler, rule in _OF_THE_FRAMEWORK.items()} | {
    _full_name(state, handler): rule
    for state, rules in (OWN | WITH_OTHERS).items()
    for handler, rule in {**rules, "setvar": NOBODY}.items()  # the framework gives every State that one
}


def rule_for(handler: str) -> Rule | None:
    """Return the rule of the handler with that full name; none if there is no such handler."""
    return POLICY.get(handler)
