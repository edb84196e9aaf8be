"""Who may call the handlers of her own pages, and of what all pages share."""

from typing import Final

from lifeplan_app.state.rules import BY_ITSELF, LOADS, NOBODY, PARTICIPANT, Rule

OWN: Final[dict[str, dict[str, Rule]]] = {
    "session.bound_state": {},
    "session.session_state": {
        "still_here": Rule(),
        "hold": Rule(),
        "welcome": NOBODY,
        "adopt": NOBODY,
        "lay_over": NOBODY,
        "sentence": NOBODY,
    },
    "notice.notice_state": {
        "trouble": BY_ITSELF,
        "read": Rule(),
        "say": NOBODY,
    },
    "reading.reading_state": {},
    "page_words.page_words_state": {},
    "said.said_state": {
        "forget": NOBODY,
        "tell": NOBODY,
    },
    "today.today_state": {
        "load": LOADS,
        "drop": PARTICIPANT,
        "open_goal": PARTICIPANT,
        "show": NOBODY,
    },
    "picks.picks_state": {
        "start": PARTICIPANT,
        "show_more": PARTICIPANT,
        "pick": PARTICIPANT,
        "show": NOBODY,
    },
    "plan.plan_state": {
        "load": LOADS,
        "start_adding": PARTICIPANT,
        "stop_adding": PARTICIPANT,
        "show_more": PARTICIPANT,
        "keep_in_sight": NOBODY,
        "show": NOBODY,
    },
    "filter.filter_state": {
        "choose": PARTICIPANT,
        "show": NOBODY,
    },
    "boards.boards_state": {
        "load": LOADS,
        "open_board": PARTICIPANT,
        "add": PARTICIPANT,
        "open_name": PARTICIPANT,
        "choose_ground": PARTICIPANT,
        "choose_room": PARTICIPANT,
        "nudge": PARTICIPANT,
        "remove": PARTICIPANT,
        "look_at": PARTICIPANT,
        "show": NOBODY,
    },
    "items.items_state": {
        "place": PARTICIPANT,
        "add_shape": PARTICIPANT,
        "add_card": PARTICIPANT,
        "dress": PARTICIPANT,
        "lift": PARTICIPANT,
        "remove": PARTICIPANT,
        "laid": PARTICIPANT,
        "show": NOBODY,
    },
    "chosen.chosen_state": {
        "choose": PARTICIPANT,
        "list_cards": PARTICIPANT,
        "crop": PARTICIPANT,
        "set_on": PARTICIPANT,
        "show": NOBODY,
    },
    "history.history_state": {
        "back": PARTICIPANT,
        "again": PARTICIPANT,
        "show": NOBODY,
        "show_again": NOBODY,
    },
    "tokens.tokens_state": {},
    "wishes.wishes_state": {
        "become": PARTICIPANT,
        "put_away": PARTICIPANT,
        "remove": PARTICIPANT,
    },
    "pane.pane_state": {
        "open_pane": PARTICIPANT,
        "close_pane": PARTICIPANT,
    },
    "search.search_state": {
        "look_for": PARTICIPANT,
        "show_more": PARTICIPANT,
        "open_found": PARTICIPANT,
        "show": NOBODY,
    },
    "shelf.shelf_state": {
        "take_out": PARTICIPANT,
        "remove": PARTICIPANT,
    },
    "keys.keys_state": {
        "choose": PARTICIPANT,
    },
    "goal.goal_state": {
        "open_goal": PARTICIPANT,
        "close_goal": PARTICIPANT,
        "choose": PARTICIPANT,
        "move": PARTICIPANT,
        "remove": PARTICIPANT,
        "put_away": PARTICIPANT,
        "show": NOBODY,
    },
    "marks.mark_state": {
        "choose_area": PARTICIPANT,
        "mark": PARTICIPANT,
        "pick": PARTICIPANT,
        "repeat": PARTICIPANT,
    },
    "memos.memo_state": {
        "open_memo": PARTICIPANT,
        "close_memo": PARTICIPANT,
        "take_other": PARTICIPANT,
        "drop_other": PARTICIPANT,
        "show": NOBODY,
    },
    "choices.choice_state": {
        "list_goals": PARTICIPANT,
        "to_goal": PARTICIPANT,
        "show": NOBODY,
    },
    "ideas.ideas_state": {
        "open_groups": PARTICIPANT,
        "choose_group": PARTICIPANT,
        "take": PARTICIPANT,
    },
    "order.order_state": {
        "move": PARTICIPANT,
        "nudge": PARTICIPANT,
    },
    "steps.steps_state": {
        "show_more": PARTICIPANT,
        "places": NOBODY,
        "keep_in_sight": NOBODY,
        "show": NOBODY,
    },
    "steps.field_state": {
        "open_field": PARTICIPANT,
        "close_field": PARTICIPANT,
        "take_other": PARTICIPANT,
        "drop_other": PARTICIPANT,
        "show": NOBODY,
    },
    "keep.keep_state": {
        "keep": PARTICIPANT,
        "resume": PARTICIPANT,
    },
    "undo.undo_state": {
        "take_back": PARTICIPANT,
        "let_stand": BY_ITSELF,
        "offer": NOBODY,
    },
    "strengths.strengths_state": {
        "start_adding": PARTICIPANT,
        "stop_adding": PARTICIPANT,
        "remove": PARTICIPANT,
        "show": NOBODY,
    },
    "labels.labels_state": {
        "take_back": PARTICIPANT,
        "show": NOBODY,
    },
    "leaving.leaving_state": {
        "choose": Rule(),
        "keep_own": Rule(),
        "show": NOBODY,
    },
    "first.first_state": {
        "load": LOADS,
        "turn": PARTICIPANT,
        "finish": PARTICIPANT,
        "go_on": PARTICIPANT,
        "put_away": PARTICIPANT,
        "show": NOBODY,
    },
    "me.me_state": {
        "load": BY_ITSELF,
        "choose_language": Rule(),
        "choose_delay": Rule(),
        "choose_text_size": Rule(),
        "choose_theme": Rule(),
        "show": NOBODY,
    },
}
