"""What others offer her: on the page of sharing all of it, on the page of the day the newest few."""

import reflex as rx

from lifeplan_app.components.forms import more_button, said_text
from lifeplan_app.components.goal import soft_button
from lifeplan_app.components.html import icon
from lifeplan_app.components.people import stays_private
from lifeplan_app.components.suggested import suggestion_act, suggestion_card
from lifeplan_app.model.sharing import Answer
from lifeplan_app.pages.taking import TAKE_SHEET, take_sheet
from lifeplan_app.state.session import word
from lifeplan_app.state.suggested import SuggestedState, SuggestionRow
from lifeplan_app.state.taking import TakingState
from lifeplan_app.state.thanking import ThankingState

_OPENS = {"data-sheet": TAKE_SHEET}


def suggestions_section() -> rx.Component:
    """Return all suggestions, and the sheet in which one is taken."""
    more = rx.cond(SuggestedState.goes_on, more_button(word("plan.more"), SuggestedState.show_more))
    return _section(SuggestedState.rows, more)


def suggestions_of_day() -> rx.Component:
    """Return the newest few that wait, and the sheet in which one is taken."""
    return _section(SuggestedState.of_day, rx.fragment())


def _section(rows: rx.Var[list[SuggestionRow]], more: rx.Component) -> rx.Component:
    return rx.fragment(
        rx.cond(
            rows.length() > 0,
            rx.el.section(
                rx.el.h2(word("suggested.title"), id="suggested"),
                rx.foreach(rows, _suggestion),
                more,
                stays_private(word("suggested.private")),
                class_name="section",
                aria_labelledby="suggested",
            ),
        ),
        take_sheet(),
    )


def _suggestion(row: rx.Var[SuggestionRow]) -> rx.Component:
    return suggestion_card(
        (row.initial, row.by, word("suggested.about")),
        row.text,
        row.word,
        rx.cond(row.answer == Answer.KEPT.value, _now("archive", "suggested.is_kept")),
        rx.cond(row.answer == Answer.TAKEN.value, _now("check", "suggested.is_taken"), _acts(row)),
        rx.cond(row.can_thank, _thanks(row)),
        rx.cond(row.thanked, _now("heart", "suggested.is_thanked")),
        key=row.id,
    )


def _now(symbol: str, key: str) -> rx.Component:
    return rx.el.p(icon(symbol, small=True), word(key), class_name="offer__now")


def _acts(row: rx.Var[SuggestionRow]) -> rx.Component:
    return rx.el.div(
        suggestion_act(
            "check", word("suggested.take"), row.text, TakingState.start(row.id, False), custom_attrs=_OPENS
        ),
        suggestion_act(
            "edit", word("suggested.change"), row.text, TakingState.start(row.id, True), custom_attrs=_OPENS
        ),
        rx.cond(
            row.answer == Answer.OFFERED.value,
            suggestion_act(
                "archive", word("suggested.keep"), row.text, SuggestedState.keep_for_later(row.id)
            ),
        ),
        suggestion_act("leaf", word("suggested.let_go"), row.text, SuggestedState.let_go(row.id)),
        class_name="offer__acts",
    )


# --- a thank-you -------------------------------------------------------------------------------


def _thanks(row: rx.Var[SuggestionRow]) -> rx.Component:
    return rx.el.div(
        rx.cond(
            ThankingState.id == row.id,
            _words(),
            soft_button("heart", word("suggested.thank"), ThankingState.start(row.id)),
        ),
        class_name="offer__thanks",
    )


def _words() -> rx.Component:
    return rx.el.form(
        rx.el.div(
            rx.el.label(word("suggested.thank.words"), html_for="thank-words"),
            rx.el.textarea(
                id="thank-words",
                name="words",
                class_name="input",
                rows="2",
                auto_complete="off",
                spell_check=False,
                aria_describedby="thank-hint thank-said",
            ),
            rx.el.p(word("suggested.thank.hint"), id="thank-hint", class_name="hint"),
            said_text("thank-said", ThankingState.said),
            class_name="field",
        ),
        rx.el.div(
            rx.el.button(
                icon("send", small=True),
                word("suggested.thank.send"),
                type="submit",
                class_name="btn btn--primary",
            ),
            rx.el.button(
                word("close"),
                type="button",
                class_name="btn btn--quiet",
                on_click=ThankingState.start(ThankingState.id),
            ),
            class_name="btns",
        ),
        class_name="stack",
        auto_complete="off",
        no_validate=True,
        on_submit=ThankingState.thank,
    )
