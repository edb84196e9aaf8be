"""Opening a door to somebody who works here."""

import reflex as rx

from lifeplan_app.components.forms import QUIET, primary_button, said_text
from lifeplan_app.components.html import icon
from lifeplan_app.components.people import stays_private
from lifeplan_app.components.shell import sheet_without_subject
from lifeplan_app.pages.frame import private_sheet
from lifeplan_app.state.linking import LinkState
from lifeplan_app.state.session import word

LINK_SHEET = "link-sheet"


def new_person_button(look: str) -> rx.Component:
    """Return the button that opens the sheet."""
    return rx.el.button(
        icon("add"),
        word("shown.add"),
        type="button",
        class_name=look,
        on_click=LinkState.start,
        custom_attrs={"data-sheet": LINK_SHEET},
    )


def link_sheet() -> rx.Component:
    """Return the sheet: the code, then who is behind it; it closes once the door is open."""
    return private_sheet(
        LINK_SHEET,
        word("link.title"),
        rx.cond(
            LinkState.opened,
            rx.cond(LinkState.name == "", _code(), _who()),
            sheet_without_subject(LINK_SHEET),
        ),
    )


def _code() -> rx.Component:
    return rx.el.form(
        rx.el.p(word("link.text")),
        rx.el.div(
            rx.el.label(word("link.code"), html_for="link-code"),
            rx.el.input(
                id="link-code",
                name="code",
                class_name="input input--code",
                auto_capitalize="characters",
                aria_describedby="link-code-said",
                **QUIET,
            ),
            said_text("link-code-said", LinkState.said),
            class_name="field",
        ),
        _camera(),
        primary_button("next", word("link.meet")),
        class_name="stack",
        auto_complete="off",
        no_validate=True,
        on_submit=LinkState.meet,
    )


def _camera() -> rx.Component:
    """Return the way to read the code from the other's screen; ``glance.js`` fills it in."""
    return rx.el.div(
        rx.el.button(
            icon("code"),
            word("link.scan"),
            type="button",
            class_name="btn btn--soft",
            custom_attrs={"data-looks": "on"},
        ),
        rx.el.video(
            plays_inline=True, muted=True, class_name="glance__video", aria_label=word("link.scan.on")
        ),
        rx.el.p(word("link.scan.none"), class_name="said glance__none", role="status"),
        class_name="glance stack",
        custom_attrs={"data-glance": ""},
    )


def _who() -> rx.Component:
    return rx.el.form(
        rx.el.div(
            rx.el.p(rx.el.b(LinkState.name, class_name="big")),
            rx.el.p(word("role." + LinkState.role), class_name="soft"),
            rx.cond(LinkState.organisation != "", rx.el.p(LinkState.organisation, class_name="soft")),
            class_name="card card--flat",
        ),
        rx.el.div(
            rx.el.p(word("link.words"), class_name="label"),
            rx.el.p(
                rx.foreach(LinkState.words, rx.el.span),
                class_name="code code--words",
                custom_attrs={"translate": "no"},
            ),
            rx.el.p(word("link.words.hint"), class_name="hint"),
            class_name="stack stack--s",
        ),
        rx.el.div(
            rx.el.label(word("link.alias"), html_for="link-alias"),
            rx.el.input(
                id="link-alias",
                name="alias",
                class_name="input",
                aria_describedby="link-alias-hint link-alias-said",
                **QUIET,
            ),
            rx.el.p(word("link.alias.hint"), id="link-alias-hint", class_name="hint"),
            said_text("link-alias-said", LinkState.said_alias),
            class_name="field",
        ),
        stays_private(word("link.private")),
        primary_button("door", word("link.go")),
        rx.el.button(
            word("link.not"),
            type="button",
            class_name="btn btn--quiet btn--wide",
            on_click=LinkState.put_aside,
        ),
        class_name="stack",
        auto_complete="off",
        no_validate=True,
        on_submit=LinkState.link,
    )
