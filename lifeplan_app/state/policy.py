"""Who may call which handler. What is not listed here is refused: the page is no protection.

Every public method of every State can be called by any connected client, wired to a page or not.
So all of them stand here, those that answer nobody too: a test holds this list against the
framework's own, and a new method of a State has to be decided about.
"""

from dataclasses import dataclass
from typing import Final

from lifeplan_app.model.account import Role


@dataclass(frozen=True, slots=True)
class Rule:
    """What one handler asks for, besides a live session.

    Attributes:
        roles: The roles that may call it.
        her_act: Whether a call is an act of hers, which puts the lock off.
    """

    roles: frozenset[Role] = frozenset(Role)
    her_act: bool = True


_PARTICIPANT: Final = Rule(roles=frozenset({Role.PARTICIPANT}))
_BY_ITSELF: Final = Rule(her_act=False)
_CASEWORKER: Final = Rule(roles=frozenset({Role.CASEWORKER}))
_MENTOR: Final = Rule(roles=frozenset({Role.MENTOR}))
_WITH_PEOPLE: Final = Rule(roles=frozenset({Role.CASEWORKER, Role.MENTOR}))
_COORDINATOR: Final = Rule(roles=frozenset({Role.COORDINATOR}))


def _loads_for(role: Role) -> Rule:
    return Rule(roles=frozenset({role}), her_act=False)


_LOADS: Final = _loads_for(Role.PARTICIPANT)
_NOBODY: Final = Rule(roles=frozenset(), her_act=False)
"""A helper for other States, or a handler of the framework that no page of ours needs."""

_ROOT: Final = "reflex___state____state"

_OF_THE_FRAMEWORK: Final = {
    # A window that connects: the guard answers the unknown one with a closed gate and no more.
    "hydrate": _BY_ITSELF,
    "hydrate_and_load": _BY_ITSELF,
    "set_is_hydrated": _BY_ITSELF,
    "setvar": _NOBODY,
    "reflex___state____on_load_internal_state.on_load_internal": _BY_ITSELF,
    "reflex___state____on_load_internal_state.set_is_hydrated": _BY_ITSELF,
    "reflex___state____on_load_internal_state.setvar": _NOBODY,
    # Would log what the browser says, which may quote the page.
    "reflex___state____frontend_event_exception_state.handle_frontend_exception": _NOBODY,
    "reflex___state____frontend_event_exception_state.setvar": _NOBODY,
    "reflex___state____update_vars_internal_state.update_vars_internal": _NOBODY,
    "reflex___state____update_vars_internal_state.setvar": _NOBODY,
    "reflex___istate___shared____shared_state_base_internal.setvar": _NOBODY,
}

_OURS: Final = {
    "session.bound_state": {},
    "session.session_state": {
        "still_here": Rule(),
        "hold": Rule(),
        "welcome": _NOBODY,
        "adopt": _NOBODY,
        "lay_over": _NOBODY,
        "sentence": _NOBODY,
    },
    "notice.notice_state": {
        "trouble": _BY_ITSELF,
        "read": Rule(),
        "say": _NOBODY,
    },
    "reading.reading_state": {},
    "page_words.page_words_state": {},
    "said.said_state": {
        "forget": _NOBODY,
        "tell": _NOBODY,
    },
    "today.today_state": {
        "load": _LOADS,
        "drop": _PARTICIPANT,
        "open_goal": _PARTICIPANT,
        "show": _NOBODY,
    },
    "picks.picks_state": {
        "start": _PARTICIPANT,
        "show_more": _PARTICIPANT,
        "pick": _PARTICIPANT,
        "show": _NOBODY,
    },
    "plan.plan_state": {
        "load": _LOADS,
        "start_adding": _PARTICIPANT,
        "stop_adding": _PARTICIPANT,
        "show_more": _PARTICIPANT,
        "keep_in_sight": _NOBODY,
        "show": _NOBODY,
    },
    "filter.filter_state": {
        "choose": _PARTICIPANT,
        "show": _NOBODY,
    },
    "boards.boards_state": {
        "load": _LOADS,
        "open_board": _PARTICIPANT,
        "add": _PARTICIPANT,
        "open_name": _PARTICIPANT,
        "choose_ground": _PARTICIPANT,
        "choose_room": _PARTICIPANT,
        "nudge": _PARTICIPANT,
        "remove": _PARTICIPANT,
        "look_at": _PARTICIPANT,
        "show": _NOBODY,
    },
    "items.items_state": {
        "place": _PARTICIPANT,
        "add_shape": _PARTICIPANT,
        "add_card": _PARTICIPANT,
        "dress": _PARTICIPANT,
        "lift": _PARTICIPANT,
        "remove": _PARTICIPANT,
        "laid": _PARTICIPANT,
        "show": _NOBODY,
    },
    "chosen.chosen_state": {
        "choose": _PARTICIPANT,
        "list_cards": _PARTICIPANT,
        "crop": _PARTICIPANT,
        "set_on": _PARTICIPANT,
        "show": _NOBODY,
    },
    "history.history_state": {
        "back": _PARTICIPANT,
        "again": _PARTICIPANT,
        "show": _NOBODY,
        "show_again": _NOBODY,
    },
    "tokens.tokens_state": {},
    "wishes.wishes_state": {
        "become": _PARTICIPANT,
        "put_away": _PARTICIPANT,
        "remove": _PARTICIPANT,
    },
    "pane.pane_state": {
        "open_pane": _PARTICIPANT,
        "close_pane": _PARTICIPANT,
    },
    "search.search_state": {
        "look_for": _PARTICIPANT,
        "show_more": _PARTICIPANT,
        "open_found": _PARTICIPANT,
        "show": _NOBODY,
    },
    "shelf.shelf_state": {
        "take_out": _PARTICIPANT,
        "remove": _PARTICIPANT,
    },
    "keys.keys_state": {
        "choose": _PARTICIPANT,
    },
    "goal.goal_state": {
        "open_goal": _PARTICIPANT,
        "close_goal": _PARTICIPANT,
        "choose": _PARTICIPANT,
        "move": _PARTICIPANT,
        "remove": _PARTICIPANT,
        "put_away": _PARTICIPANT,
        "show": _NOBODY,
    },
    "marks.mark_state": {
        "choose_area": _PARTICIPANT,
        "mark": _PARTICIPANT,
        "pick": _PARTICIPANT,
        "repeat": _PARTICIPANT,
    },
    "memos.memo_state": {
        "open_memo": _PARTICIPANT,
        "close_memo": _PARTICIPANT,
        "take_other": _PARTICIPANT,
        "drop_other": _PARTICIPANT,
        "show": _NOBODY,
    },
    "choices.choice_state": {
        "list_goals": _PARTICIPANT,
        "to_goal": _PARTICIPANT,
        "show": _NOBODY,
    },
    "ideas.ideas_state": {
        "open_groups": _PARTICIPANT,
        "choose_group": _PARTICIPANT,
        "take": _PARTICIPANT,
    },
    "order.order_state": {
        "move": _PARTICIPANT,
        "nudge": _PARTICIPANT,
    },
    "steps.steps_state": {
        "show_more": _PARTICIPANT,
        "places": _NOBODY,
        "keep_in_sight": _NOBODY,
        "show": _NOBODY,
    },
    "steps.field_state": {
        "open_field": _PARTICIPANT,
        "close_field": _PARTICIPANT,
        "take_other": _PARTICIPANT,
        "drop_other": _PARTICIPANT,
        "show": _NOBODY,
    },
    "keep.keep_state": {
        "keep": _PARTICIPANT,
        "resume": _PARTICIPANT,
    },
    "undo.undo_state": {
        "take_back": _PARTICIPANT,
        "let_stand": _BY_ITSELF,
        "offer": _NOBODY,
    },
    "strengths.strengths_state": {
        "start_adding": _PARTICIPANT,
        "stop_adding": _PARTICIPANT,
        "remove": _PARTICIPANT,
        "show": _NOBODY,
    },
    "labels.labels_state": {
        "take_back": _PARTICIPANT,
        "show": _NOBODY,
    },
    "leaving.leaving_state": {
        "choose": Rule(),
        "keep_own": Rule(),
        "show": _NOBODY,
    },
    "first.first_state": {
        "load": _LOADS,
        "turn": _PARTICIPANT,
        "finish": _PARTICIPANT,
        "go_on": _PARTICIPANT,
        "put_away": _PARTICIPANT,
        "show": _NOBODY,
    },
    "shown.shown_state": {
        "load": _LOADS,
        "take_back": _PARTICIPANT,
        "take_all_back": _PARTICIPANT,
        "start_ending": _PARTICIPANT,
        "change_end": _PARTICIPANT,
        "ask": _PARTICIPANT,
        "rename": _PARTICIPANT,
        "leave": _PARTICIPANT,
        "show_more": _PARTICIPANT,
        "open_step": _PARTICIPANT,
        "show": _NOBODY,
    },
    "linking.link_state": {
        "start": _PARTICIPANT,
        "put_aside": _PARTICIPANT,
        "meet": _PARTICIPANT,
        "link": _PARTICIPANT,
    },
    "giving.give_state": {
        "open_step": _PARTICIPANT,
        "open_goal": _PARTICIPANT,
        "choose_step": _PARTICIPANT,
        "choose_person": _PARTICIPANT,
        "choose_months": _PARTICIPANT,
        "choose_day": _PARTICIPANT,
        "give": _PARTICIPANT,
    },
    "notes.notes_state": {
        "show": _NOBODY,
    },
    "suggested.suggested_state": {
        "keep_for_later": _PARTICIPANT,
        "let_go": _PARTICIPANT,
        "show_more": _PARTICIPANT,
        "show": _NOBODY,
        "show_day": _NOBODY,
    },
    "taking.taking_state": {
        "start": _PARTICIPANT,
        "change_words": _PARTICIPANT,
        "choose_goal": _PARTICIPANT,
        "choose_horizon": _PARTICIPANT,
        "take": _PARTICIPANT,
    },
    "thanking.thanking_state": {
        "start": _PARTICIPANT,
        "thank": _PARTICIPANT,
    },
    "received.received_state": {
        "load": _loads_for(Role.CASEWORKER),
        "arrange": _CASEWORKER,
        "narrow": _CASEWORKER,
        "show_more": _CASEWORKER,
        "show": _NOBODY,
    },
    "received.cards_state": {
        "open_person": _CASEWORKER,
        "close_person": _CASEWORKER,
        "write": _CASEWORKER,
        "leave_note": _CASEWORKER,
        "ask_to_leave": _CASEWORKER,
        "leave": _CASEWORKER,
        "close": _NOBODY,
        "read": _NOBODY,
    },
    "own_code.own_code_state": {
        "show_code": _WITH_PEOPLE,
        "hide_code": _WITH_PEOPLE,
    },
    "offers.offers_state": {
        "load": _loads_for(Role.MENTOR),
        "ask": _MENTOR,
        "leave": _MENTOR,
        "show_more": _MENTOR,
        "show": _NOBODY,
    },
    "room.room_state": {
        "change_most": _MENTOR,
        "rest": _MENTOR,
        "show": _NOBODY,
    },
    "offering.offering_state": {
        "choose": _MENTOR,
        "choose_only": _MENTOR,
        "keep_typed": _MENTOR,
        "save_next": _MENTOR,
        "hand_in": _MENTOR,
        "fill": _NOBODY,
        "show": _NOBODY,
    },
    "kept_offers.kept_offers_state": {
        "take": _MENTOR,
        "remove": _MENTOR,
        "put_back": _MENTOR,
        "show": _NOBODY,
    },
    "team.team_state": {
        "load": _loads_for(Role.COORDINATOR),
        "ask": _COORDINATOR,
        "close": _COORDINATOR,
        "reopen": _COORDINATOR,
        "show": _NOBODY,
    },
    "invited.invited_state": {
        "start": _COORDINATOR,
        "invite": _COORDINATOR,
        "make": _COORDINATOR,
        "put_away": _COORDINATOR,
        "revoke": _COORDINATOR,
        "begin": _NOBODY,
        "show": _NOBODY,
    },
    "me.me_state": {
        "load": _BY_ITSELF,
        "choose_language": Rule(),
        "choose_delay": Rule(),
        "choose_text_size": Rule(),
        "choose_theme": Rule(),
        "show": _NOBODY,
    },
}


def _full_name(module_and_state: str, handler: str) -> str:
    module, state = module_and_state.split(".")
    return f"{_ROOT}.lifeplan_app___state___{module}____{state}.{handler}"


POLICY: Final = {f"{_ROOT}.{handler}": rule for handler, rule in _OF_THE_FRAMEWORK.items()} | {
    _full_name(state, handler): rule
    for state, rules in _OURS.items()
    for handler, rule in {**rules, "setvar": _NOBODY}.items()  # the framework gives every State that one
}


def rule_for(handler: str) -> Rule | None:
    """Return the rule of the handler with that full name; none if there is no such handler."""
    return POLICY.get(handler)
