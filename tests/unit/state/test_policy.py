"""The list of who may call what is complete: every handler that the framework knows stands in it."""

import pytest
from reflex_base.registry import RegistrationContext

from lifeplan_app import lifeplan_app as composed
from lifeplan_app.model.account import Role
from lifeplan_app.state.policy import POLICY, rule_for

ROOT = "reflex___state____state"
OURS = f"{ROOT}.lifeplan_app___state___"


@pytest.mark.check("S6")
def test_every_handler_of_every_state_is_decided_about_and_no_other():
    assert composed.app
    assert set(POLICY) == set(RegistrationContext.get().event_handlers)


def test_no_handler_of_ours_is_for_every_role_unless_it_is_about_the_window_or_her_own_settings():
    for_all = {name.removeprefix(OURS) for name, rule in POLICY.items() if rule.roles == frozenset(Role)}
    assert {name for name in for_all if not name.startswith(ROOT)} == {
        "session____session_state.still_here",
        "session____session_state.hold",
        "notice____notice_state.trouble",
        "notice____notice_state.read",
        "undo____undo_state.let_stand",
        "leaving____leaving_state.choose",
        "leaving____leaving_state.keep_own",
        "me____me_state.load",
        "me____me_state.choose_language",
        "me____me_state.choose_delay",
        "me____me_state.choose_text_size",
        "me____me_state.choose_theme",
    }


def test_a_generic_setter_and_a_helper_of_a_state_answer_nobody():
    helpers = {name for name, rule in POLICY.items() if not rule.roles}
    assert {name for name in POLICY if name.endswith(".setvar")} <= helpers
    assert f"{OURS}session____session_state.welcome" in helpers


def test_what_is_not_there_has_no_rule():
    assert rule_for(f"{OURS}goal____goal_state.x") is None
