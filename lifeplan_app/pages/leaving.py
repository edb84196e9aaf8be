"""Where leaving leads: a list of ordinary sites, and one of her own."""

from urllib.parse import urlsplit

import reflex as rx

from lifeplan_app.components.forms import QUIET, said_text
from lifeplan_app.components.html import Text
from lifeplan_app.model.leaving import SITES
from lifeplan_app.settings import Settings
from lifeplan_app.state.leaving import OWN, LeavingState
from lifeplan_app.state.session import word

_OF_THE_PROGRAMME = Settings.read().exit_url


def leaving() -> rx.Component:
    """Return the choice of the page that leaving leads to."""
    others = {name: address for name, address in SITES.items() if address != _OF_THE_PROGRAMME}
    return rx.el.div(
        rx.el.p(word("leaving.text"), class_name="hint"),
        rx.el.fieldset(
            rx.el.legend(word("leaving.title"), class_name="vh"),
            rx.el.div(
                _site("", word("leaving.usual"), _name_of(_OF_THE_PROGRAMME)),
                *(_site(each, word(f"leaving.{name}"), _name_of(each)) for name, each in others.items()),
                _site(OWN, word("leaving.own"), word("leaving.own.hint")),
                class_name="choices",
            ),
        ),
        rx.cond(LeavingState.chosen == OWN, _own()),
        class_name="set__block",
    )


def _name_of(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _site(value: str, title: Text, about: Text) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="leaving",
            value=value,
            class_name="radio",
            checked=LeavingState.chosen == value,
            on_change=LeavingState.choose(value),
        ),
        rx.el.span(title, " ", rx.el.span(about, class_name="row__sub")),
        class_name="choice",
    )


def _own() -> rx.Component:
    return rx.el.form(
        rx.el.div(
            rx.el.label(word("leaving.address"), html_for="leaving-address"),
            rx.el.input(
                id="leaving-address",
                name="address",
                type="text",
                input_mode="url",
                class_name="input",
                default_value=LeavingState.address,
                auto_capitalize="none",
                aria_describedby="leaving-said",
                **QUIET,
            ),
            said_text("leaving-said", LeavingState.said),
            class_name="field",
        ),
        rx.el.button(word("leaving.keep"), type="submit", class_name="btn btn--soft"),
        class_name="stack",
        auto_complete="off",
        no_validate=True,
        on_submit=LeavingState.keep_own,
    )
