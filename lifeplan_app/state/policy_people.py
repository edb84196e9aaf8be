"""Who may call the handlers of sharing, of suggestions, and of those who work here."""

from typing import Final

from lifeplan_app.model.account import Role
from lifeplan_app.state.rules import (
    CASEWORKER,
    COORDINATOR,
    LOADS,
    MENTOR,
    NOBODY,
    PARTICIPANT,
    WITH_PEOPLE,
    Rule,
    loads_for,
)

WITH_OTHERS: Final[dict[str, dict[str, Rule]]] = {
    "shown.shown_state": {
        "load": LOADS,
        "take_back": PARTICIPANT,
        "take_all_back": PARTICIPANT,
        "start_ending": PARTICIPANT,
        "change_end": PARTICIPANT,
        "ask": PARTICIPANT,
        "rename": PARTICIPANT,
        "leave": PARTICIPANT,
        "show_more": PARTICIPANT,
        "open_step": PARTICIPANT,
        "show": NOBODY,
    },
    "linking.link_state": {
        "start": PARTICIPANT,
        "put_aside": PARTICIPANT,
        "meet": PARTICIPANT,
        "link": PARTICIPANT,
    },
    "giving.give_state": {
        "open_step": PARTICIPANT,
        "open_goal": PARTICIPANT,
        "choose_step": PARTICIPANT,
        "choose_person": PARTICIPANT,
        "choose_months": PARTICIPANT,
        "choose_day": PARTICIPANT,
        "give": PARTICIPANT,
    },
    "notes.notes_state": {
        "show": NOBODY,
    },
    "suggested.suggested_state": {
        "keep_for_later": PARTICIPANT,
        "let_go": PARTICIPANT,
        "show_more": PARTICIPANT,
        "show": NOBODY,
        "show_day": NOBODY,
    },
    "taking.taking_state": {
        "start": PARTICIPANT,
        "change_words": PARTICIPANT,
        "choose_goal": PARTICIPANT,
        "choose_horizon": PARTICIPANT,
        "take": PARTICIPANT,
    },
    "thanking.thanking_state": {
        "start": PARTICIPANT,
        "thank": PARTICIPANT,
    },
    "received.received_state": {
        "load": loads_for(Role.CASEWORKER),
        "arrange": CASEWORKER,
        "narrow": CASEWORKER,
        "show_more": CASEWORKER,
        "show": NOBODY,
    },
    "received.cards_state": {
        "open_person": CASEWORKER,
        "close_person": CASEWORKER,
        "write": CASEWORKER,
        "leave_note": CASEWORKER,
        "ask_to_leave": CASEWORKER,
        "leave": CASEWORKER,
        "close": NOBODY,
        "read": NOBODY,
    },
    "own_code.own_code_state": {
        "show_code": WITH_PEOPLE,
        "hide_code": WITH_PEOPLE,
    },
    "offers.offers_state": {
        "load": loads_for(Role.MENTOR),
        "ask": MENTOR,
        "leave": MENTOR,
        "show_more": MENTOR,
        "show": NOBODY,
    },
    "room.room_state": {
        "change_most": MENTOR,
        "rest": MENTOR,
        "show": NOBODY,
    },
    "offering.offering_state": {
        "choose": MENTOR,
        "choose_only": MENTOR,
        "keep_typed": MENTOR,
        "save_next": MENTOR,
        "hand_in": MENTOR,
        "fill": NOBODY,
        "show": NOBODY,
    },
    "kept_offers.kept_offers_state": {
        "take": MENTOR,
        "remove": MENTOR,
        "put_back": MENTOR,
        "show": NOBODY,
    },
    "team.team_state": {
        "load": loads_for(Role.COORDINATOR),
        "ask": COORDINATOR,
        "close": COORDINATOR,
        "reopen": COORDINATOR,
        "show": NOBODY,
    },
    "invited.invited_state": {
        "start": COORDINATOR,
        "invite": COORDINATOR,
        "make": COORDINATOR,
        "put_away": COORDINATOR,
        "revoke": COORDINATOR,
        "begin": NOBODY,
        "show": NOBODY,
    },
}
