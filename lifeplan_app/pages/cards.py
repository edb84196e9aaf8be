"""One person's cards: what she shows, until when, and the notes left on each."""

import reflex as rx

from lifeplan_app.components.areas import area_mark
from lifeplan_app.components.forms import QUIET, said_text
from lifeplan_app.components.html import glyph, icon
from lifeplan_app.components.people import badge, card_sign, quiet_button
from lifeplan_app.pages.areas import area_name
from lifeplan_app.state.received import CardsState
from lifeplan_app.state.received_views import CardRow, NoteRow
from lifeplan_app.state.session import word


def cards_of_person() -> rx.Component:
    """Return the cards of the person that is open."""
    return rx.cond(
        CardsState.person != "",
        rx.el.section(
            _head(),
            rx.el.p(icon("seen"), rx.el.span(word("received.seen")), class_name="not"),
            rx.cond(
                CardsState.cards.length() > 0,
                rx.fragment(rx.foreach(CardsState.cards, _card)),
                rx.el.p(word("received.nothing"), class_name="soft"),
            ),
            _leaving(),
            class_name="stack stack--l",
            aria_labelledby="cards-of",
        ),
    )


def _head() -> rx.Component:
    return rx.el.div(
        rx.el.button(
            icon("back", flips=True),
            type="button",
            class_name="iconbtn narrow",
            aria_label=word("received.back"),
            on_click=CardsState.close_person,
            custom_attrs={"data-key": "back"},
        ),
        rx.el.h2(CardsState.name, id="cards-of", tab_index=-1, custom_attrs={"translate": "no"}),
        class_name="inline",
    )


def _card(row: rx.Var[CardRow]) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            area_mark(row.card.area),
            rx.cond(row.card.area != "", badge(area_name(row.card.area))),
            rx.cond(row.fresh, badge(word("received.new"), fresh=True)),
            class_name="inline",
        ),
        rx.el.h3(row.card.text, class_name="bigtitle kept"),
        rx.el.p(
            rx.el.span(glyph(row.card.progress, small=True), word("progress." + row.card.progress)),
            rx.cond(row.card.day != "", card_sign("date", row.card.day)),
            rx.cond(row.card.weekly, card_sign("repeat", word("step.weekly"))),
            class_name="step__meta",
        ),
        rx.el.p(
            icon("clock", small=True),
            word("received.until") + " " + row.until,
            class_name="share__until",
        ),
        rx.cond(row.notes.length() > 0, rx.el.div(rx.foreach(row.notes, _note), class_name="thread")),
        rx.cond(CardsState.writing == row.share, _field(row), _write(row)),
        class_name="card card--pad stack",
        key=row.share,
    )


def _note(note: rx.Var[NoteRow]) -> rx.Component:
    return rx.el.div(
        rx.el.span(icon("note", small=True), class_name="avatar avatar--leaf", aria_hidden="true"),
        rx.el.p(rx.el.b(word("received.you")), rx.el.span(note.day), class_name="word__by"),
        rx.el.p(note.text, class_name="word__text kept"),
        class_name="word",
        key=note.id,
    )


def _write(row: rx.Var[CardRow]) -> rx.Component:
    return rx.el.p(
        rx.el.button(
            icon("note", small=True),
            word("received.note"),
            rx.el.span(" : ", row.card.text, class_name="vh"),
            type="button",
            class_name="btn btn--soft",
            on_click=CardsState.write(row.share),
        )
    )


def _field(row: rx.Var[CardRow]) -> rx.Component:
    return rx.el.form(
        rx.el.div(
            rx.el.label(word("received.note"), html_for="note"),
            rx.el.textarea(
                id="note",
                name="note",
                class_name="input",
                rows="3",
                key=CardsState.sent.to(str),
                aria_describedby="note-said",
                custom_attrs={"data-focus": row.share},
                **QUIET,
            ),
            said_text("note-said", CardsState.said),
            rx.el.p(word("received.note.hint"), class_name="hint"),
            class_name="field",
        ),
        rx.el.div(
            rx.el.button(
                icon("send", flips=True), word("received.send"), type="submit", class_name="btn btn--primary"
            ),
            quiet_button(word("close"), CardsState.write(row.share)),
            class_name="btns",
        ),
        class_name="stack",
        auto_complete="off",
        no_validate=True,
        on_submit=CardsState.leave_note,
    )


def _leaving() -> rx.Component:
    return rx.cond(
        CardsState.leaving,
        rx.el.div(
            rx.el.p(word("received.leave.text")),
            rx.el.div(
                rx.el.button(
                    word("received.leave"),
                    type="button",
                    class_name="btn btn--secondary",
                    on_click=CardsState.leave,
                ),
                quiet_button(word("received.stay"), CardsState.ask_to_leave),
                class_name="btns",
            ),
            class_name="card card--pad stack",
        ),
        rx.el.p(
            rx.el.button(
                icon("door", small=True),
                word("received.leave"),
                type="button",
                class_name="btn btn--quiet",
                on_click=CardsState.ask_to_leave,
            )
        ),
    )
