"""What all pages share: the frame of a public page, the frame of a private one."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.forms import Field, primary_button, said_of_form, secret_field, text_field
from lifeplan_app.components.html import drawing, icon, native_form, native_link
from lifeplan_app.components.order import MOVED_ID, nudge_button, order_name, order_status
from lifeplan_app.components.shell import (
    ExitWords,
    Place,
    bottom_bar,
    exit_landmark,
    exit_link,
    exit_status,
    sheet,
    skip_link,
)
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language, Role
from lifeplan_app.pages.told import away, told
from lifeplan_app.pages.wires import bridges, pulse
from lifeplan_app.settings import Settings
from lifeplan_app.state.order import OrderState
from lifeplan_app.state.session import SessionState, word

EXIT_URL = Settings.read().exit_url
_ME = Place(routes.ME, "me", word("place.me"))
PLACES = {
    Role.PARTICIPANT: (
        Place(routes.TODAY, "today", word("place.today")),
        Place(routes.PLAN, "plan", word("place.plan")),
        Place(routes.BOARD, "board", word("place.board")),
        Place(routes.SHOWN, "sharing", word("place.shown")),
        _ME,
    ),
    Role.CASEWORKER: (Place(routes.RECEIVED, "sharing", word("received.place")), _ME),
    Role.MENTOR: (Place(routes.OFFERS, "suggest", word("offers.place")), _ME),
    Role.COORDINATOR: (Place(routes.TEAM, "team", word("team.place")), _ME),
}
"""Where each can go."""


def _private_exit_words() -> ExitWords:
    return ExitWords(EXIT_URL, *(word(f"exit.{key}") for key in ("name", "leaving", "two", "one", "over")))


def _public_exit_words(language: Language) -> ExitWords:
    said = (say(language, f"exit.{key}") for key in ("name", "leaving", "two", "one", "over"))
    return ExitWords(EXIT_URL, *said)


# --- public ------------------------------------------------------------------------------------


def public_page(language: Language, title: str, *content: rx.Component, other: str) -> rx.Component:
    """Return a page that anyone may see, prerendered in *language*, with neutral words only."""
    return rx.el.div(
        rx.el.div(
            skip_link(say(language, "skip")),
            exit_landmark(_public_exit_words(language), say(language, "exit.label"), low=True),
            rx.el.header(
                drawing("scene", "hero__art"),
                rx.el.div(
                    rx.el.p(say(language, "public.brand"), class_name="hero__date"),
                    rx.el.h1(title),
                    class_name="hero__in",
                ),
                class_name="hero hero--short",
            ),
            rx.el.main(
                *content,
                rx.el.p(
                    native_link(
                        icon("language", small=True),
                        say(language, "public.other_language"),
                        href=routes.visited(other),
                        class_name="btn btn--quiet",
                        lang="en" if language is Language.FRENCH else "fr",
                    ),
                    class_name="page__end",
                ),
                class_name="page page--up page--low",
                id="main",
            ),
            class_name="app",
        ),
        exit_status(),
    )


# --- private -----------------------------------------------------------------------------------


def private_page(current: str, *content: rx.Component) -> rx.Component:
    """Return a page for whoever is signed in: its words come from the server."""
    leave = _private_exit_words()
    return rx.el.div(
        rx.el.div(
            skip_link(word("skip")),
            exit_landmark(leave, word("exit.label")),
            *content,
            _bar(current),
            *told(),
            away(),
            _order_status(),
            _order_sheet(),
            class_name="app app--nav",
            custom_attrs={"data-inside": ""},
        ),
        exit_status(),
        _sign_in_again(leave),
        pulse(current),
        bridges(),
    )


def _bar(current: str) -> rx.Component:
    """Return the bar of whoever has this page; on one that several have, of who is here."""
    whose = [role for role, places in PLACES.items() if current in {place.route for place in places}]
    bars = {role: bottom_bar(PLACES[role], current, word("bar.label")) for role in whose}
    usual = bars.pop(Role.PARTICIPANT, None) or bottom_bar(
        PLACES[Role.PARTICIPANT], current, word("bar.label")
    )
    if whose == [Role.PARTICIPANT] or not bars:
        return usual
    if len(whose) == 1:
        return bars[whose[0]]
    return rx.fragment(rx.match(SessionState.role, *((role.value, bar) for role, bar in bars.items()), usual))


def private_exit() -> rx.Component:
    """Return the exit of a dialog of a private page, which lies over the page's own."""
    return exit_link(_private_exit_words(), low=True)


def private_sheet(name: str, title: rx.Var[str], *body: rx.Component) -> rx.Component:
    """Return a sheet of a private page. What the page tells lies behind it, so the sheet tells it too."""
    return sheet(name, title, word("close"), private_exit(), *body, *told())


def _order_status() -> rx.Component:
    return order_status({name: word(f"order.{name}") for name in ("lifted", "at", "put", "back")})


def _order_sheet() -> rx.Component:
    """Return the buttons that do what dragging does, for whatever has a grip."""
    return private_sheet(
        "order-sheet",
        word("order.place"),
        order_name(),
        rx.el.div(
            nudge_button("up", word("order.up"), "", OrderState.nudge(MOVED_ID, -1)),
            nudge_button("lower", word("order.down"), "", OrderState.nudge(MOVED_ID, 1)),
            class_name="btns btns--two",
        ),
        _order_status(),
    )


def loading() -> rx.Component:
    """Return the quiet outline that shows until the plan is there."""
    return rx.el.div(
        rx.el.div(class_name="skeleton skeleton--short"),
        rx.el.div(class_name="skeleton skeleton--card"),
        rx.el.div(class_name="skeleton skeleton--card"),
        class_name="stack",
        role="status",
        aria_label=word("loading"),
    )


def _sign_in_again(leave: ExitWords) -> rx.Component:
    """Return the sign-in that opens over the page when the server knows the window no more."""
    return rx.el.dialog(
        exit_link(leave, low=True),
        exit_status(),
        native_form(
            rx.el.h2(word("again.title"), id="again-title"),
            rx.el.p(word("again.text"), class_name="soft"),
            text_field(Field("name", word("again.name"), form="again")),
            secret_field(Field("passphrase", word("again.passphrase"), form="again"), word("again.show")),
            primary_button("unlock", word("again.submit")),
            said_of_form(),
            native_link(word("again.leave"), href=SessionState.home, class_name="btn btn--quiet"),
            class_name="panel",
            action="/session/open",
            method="post",
            auto_complete="off",
            no_validate=True,
            custom_attrs={"data-post": "again", "data-away": word("again.away")},
        ),
        id="again",
        class_name="sheet sheet--again",
        aria_labelledby="again-title",
    )
