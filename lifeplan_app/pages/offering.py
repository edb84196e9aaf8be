"""The form in which a step is offered, and the drafts that are kept for it."""

import reflex as rx

from lifeplan_app.components.forms import QUIET, primary_button, said_text
from lifeplan_app.components.goal import soft_button
from lifeplan_app.components.html import icon, native_link
from lifeplan_app.state.kept_offers import KeptOffer, KeptOffersState
from lifeplan_app.state.offering import OfferingState
from lifeplan_app.state.offers_views import PersonRow
from lifeplan_app.state.session import word

OFFERING = "offering"
_SOON_MS = 400


def offering() -> rx.Component:
    """Return the form, and below it her drafts."""
    return rx.el.div(
        rx.el.section(
            rx.el.h2(word("offers.form"), id="offering-title", tab_index=-1),
            _form(),
            class_name="panel",
            id=OFFERING,
            aria_labelledby="offering-title",
        ),
        _drafts(),
        class_name="stack stack--l cols__tall",
    )


def _form() -> rx.Component:
    return rx.el.form(
        rx.cond(OfferingState.people.length() > 0, _people(), rx.fragment()),
        _field("text", "offers.text", OfferingState.text, rows="3"),
        _field("word", "offers.word", OfferingState.word, rows="2", hint="offers.word.hint"),
        rx.cond(
            OfferingState.people.length() > 0,
            primary_button("suggest", word("offers.offer")),
            rx.el.p(word("offers.nobody_yet"), class_name="hint"),
        ),
        rx.el.button(
            icon("archive", small=True),
            rx.cond(OfferingState.draft != "", word("offers.save_draft"), word("offers.save")),
            type="submit",
            class_name="btn btn--soft btn--wide",
            on_click=OfferingState.save_next,
        ),
        rx.el.p(icon("leaf"), rx.el.span(word("offers.hers")), class_name="not"),
        class_name="stack",
        auto_complete="off",
        no_validate=True,
        on_submit=OfferingState.hand_in,
    )


def _people() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(word("offers.to")),
        rx.el.div(rx.foreach(OfferingState.people, _choice), class_name="choices choices--row"),
        said_text("offer-people-said", OfferingState.said["people"]),
        class_name="field",
        aria_describedby="offer-people-said",
    )


def _choice(person: rx.Var[PersonRow]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            checked=OfferingState.chosen.contains(person.id),
            on_change=OfferingState.choose(person.id),
        ),
        rx.el.span(person.name),
        class_name="choice",
        key=person.id,
    )


def _field(name: str, label: str, kept: rx.Var[str], *, rows: str, hint: str = "") -> rx.Component:
    described = f"offer-{name}-said"
    keep = OfferingState.keep_typed
    return rx.el.div(
        rx.el.label(word(label), html_for=f"offer-{name}"),
        rx.el.textarea(
            id=f"offer-{name}",
            name=name,
            class_name="input",
            rows=rows,
            default_value=kept,
            key=f"{name} " + OfferingState.turn.to(str),
            aria_describedby=f"offer-{name}-hint {described}" if hint else described,
            on_change=lambda typed: keep(OfferingState.turn, name, typed).debounce(_SOON_MS),
            on_blur=lambda typed: keep(OfferingState.turn, name, typed),
            **QUIET,
        ),
        rx.el.p(word(hint), id=f"offer-{name}-hint", class_name="hint") if hint else rx.fragment(),
        said_text(described, OfferingState.said[name]),
        class_name="field",
    )


# --- drafts ------------------------------------------------------------------------------------


def _drafts() -> rx.Component:
    return rx.cond(
        (KeptOffersState.rows.length() > 0) | KeptOffersState.gone,
        rx.el.section(
            rx.el.h2(word("offers.drafts"), id="drafts"),
            rx.cond(
                KeptOffersState.rows.length() > 0,
                rx.el.ul(rx.foreach(KeptOffersState.rows, _draft), class_name="rows"),
            ),
            rx.cond(
                KeptOffersState.gone,
                rx.el.p(
                    word("offers.draft_gone"),
                    " ",
                    soft_button("undo", word("offers.draft_back"), KeptOffersState.put_back),
                    class_name="inline",
                    role="status",
                ),
            ),
            class_name="section",
            aria_labelledby="drafts",
        ),
    )


def _draft(row: rx.Var[KeptOffer]) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.el.span(row.text, class_name="kept"),
            rx.cond(row.word != "", rx.el.span(row.word, class_name="row__sub kept")),
        ),
        rx.el.span(
            native_link(
                icon("edit"),
                href="#" + OFFERING,
                class_name="iconbtn",
                aria_label=word("offers.draft_open") + " : " + row.text,
                on_click=KeptOffersState.take(row.id),
            ),
            rx.el.button(
                icon("delete"),
                type="button",
                class_name="iconbtn",
                aria_label=word("offers.draft_remove") + " : " + row.text,
                on_click=KeptOffersState.remove(row.id),
            ),
            class_name="row__acts",
        ),
        class_name="row row--two row--still",
        key=row.id,
    )
