"""The sheet in which she shows steps to one person."""

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink

from lifeplan_app import routes
from lifeplan_app.components.forms import said_text
from lifeplan_app.components.html import icon
from lifeplan_app.components.people import card_shown, card_sign, stays_private
from lifeplan_app.components.shell import sheet_without_subject
from lifeplan_app.pages.areas import area_name
from lifeplan_app.pages.frame import private_sheet
from lifeplan_app.state.card_views import CardView
from lifeplan_app.state.giving import MONTHS, GiveState, PersonChoice, StepChoice
from lifeplan_app.state.session import word

GIVE_SHEET = "give-sheet"


def give_sheet() -> rx.Component:
    """Return the sheet; it closes once the steps are shown."""
    return private_sheet(
        GIVE_SHEET,
        word("give.title"),
        rx.cond(
            GiveState.steps.length() > 0,
            rx.cond(GiveState.people.length() > 0, _form(), _nobody_yet()),
            sheet_without_subject(GIVE_SHEET),
        ),
    )


def _nobody_yet() -> rx.Component:
    return rx.el.div(
        rx.el.p(word("give.nobody")),
        ReactRouterLink.create(
            icon("sharing"),
            word("give.to_people"),
            to=routes.visited(routes.SHOWN),
            replace=True,
            class_name="btn btn--primary btn--wide",
        ),
        class_name="stack",
    )


def _form() -> rx.Component:
    return rx.el.div(
        rx.cond(GiveState.steps.length() > 1, _steps()),
        _people(),
        _until(),
        rx.cond(GiveState.cards.length() > 0, _preview()),
        stays_private(word("give.private")),
        rx.el.div(
            said_text("give-said", GiveState.said),
            rx.el.button(
                icon("seen"),
                word("give.go"),
                type="button",
                class_name="btn btn--primary btn--wide",
                aria_describedby="give-said",
                on_click=GiveState.give,
            ),
            class_name="stack",
        ),
        class_name="stack stack--l",
    )


def _steps() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(word("give.which")),
        rx.el.div(rx.foreach(GiveState.steps, _step), class_name="choices"),
        class_name="field",
    )


def _step(step: rx.Var[StepChoice]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            class_name="check",
            checked=step.chosen,
            on_change=GiveState.choose_step(step.id, ~step.chosen),
        ),
        rx.el.span(step.text, class_name="kept"),
        class_name="choice",
        key=step.id,
    )


def _people() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(word("give.who")),
        rx.el.div(rx.foreach(GiveState.people, _person), class_name="choices"),
        class_name="field",
    )


def _person(person: rx.Var[PersonChoice]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="give-who",
            class_name="radio",
            value=person.id,
            checked=GiveState.person == person.id,
            on_change=GiveState.choose_person(person.id),
        ),
        rx.el.span(rx.el.b(person.name), rx.el.span(person.organisation, class_name="row__sub")),
        class_name="choice",
        key=person.id,
    )


def _until() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(word("give.until")),
        rx.el.div(*(_length(each) for each in MONTHS), class_name="seg seg--num"),
        rx.el.div(
            rx.el.label(word("give.day"), html_for="give-day"),
            rx.el.input(
                id="give-day",
                type="date",
                class_name="input",
                default_value=GiveState.ends,
                key=GiveState.turn.to(str),
                on_change=GiveState.choose_day,
                auto_complete="off",
                aria_describedby="give-day-said",
            ),
            said_text("give-day-said", GiveState.said_day),
            class_name="field",
        ),
        rx.cond(
            GiveState.until != "",
            rx.el.p(
                word("give.until.day"),
                " ",
                rx.el.b(GiveState.until),
                word("give.until.free"),
                class_name="hint",
            ),
        ),
        class_name="field",
    )


def _length(months: int) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="give-length",
            value=str(months),
            checked=GiveState.months == str(months),
            on_change=GiveState.choose_months(str(months)),
        ),
        rx.el.span(rx.el.b(str(months)), " ", word("give.month" if months == 1 else "give.months")),
    )


def _preview() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            icon("seen"),
            rx.el.span(rx.el.b(GiveState.name), " ", word("give.sees")),
            class_name="preview__cap",
        ),
        rx.foreach(GiveState.cards, preview_card),
        class_name="preview",
    )


def preview_card(card: rx.Var[CardView]) -> rx.Component:
    """Return a card as its reader sees it."""
    return card_shown(
        card.text,
        card.progress,
        word("progress." + card.progress),
        rx.cond(card.day != "", card_sign("date", card.day)),
        rx.cond(card.weekly, card_sign("repeat", word("step.weekly"))),
        rx.cond(card.area != "", card_sign("leaf", area_name(card.area))),
    )
