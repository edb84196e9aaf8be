"""The choices about one person she is linked with: her own name there, taking everything back, leaving."""

import reflex as rx

from lifeplan_app.components.forms import QUIET, said_text, wide_button
from lifeplan_app.components.shell import sheet_without_subject
from lifeplan_app.pages.frame import private_sheet
from lifeplan_app.state.session import word
from lifeplan_app.state.shown import ShownState

PERSON_SHEET = "person-sheet"


def person_sheet() -> rx.Component:
    """Return the sheet of the person whose choices are open."""
    return private_sheet(
        PERSON_SHEET,
        ShownState.asked.name,
        rx.cond(
            ShownState.asked.id != "",
            rx.el.div(_facts(), _alias(), _ends(), class_name="stack stack--l"),
            sheet_without_subject(PERSON_SHEET),
        ),
    )


def _facts() -> rx.Component:
    return rx.el.p(
        word("role." + ShownState.asked.role),
        rx.cond(ShownState.asked.organisation != "", rx.el.span(" · ", ShownState.asked.organisation)),
        class_name="soft",
    )


def _alias() -> rx.Component:
    return rx.el.form(
        rx.el.div(
            rx.el.label(word("person.alias"), html_for="person-alias"),
            rx.el.input(
                id="person-alias",
                name="alias",
                class_name="input",
                default_value=ShownState.asked.alias,
                key=ShownState.asked.id,
                aria_describedby="person-alias-said",
                **QUIET,
            ),
            said_text("person-alias-said", ShownState.said),
            class_name="field",
        ),
        rx.el.button(word("person.alias.keep"), type="submit", class_name="btn btn--soft"),
        class_name="stack",
        auto_complete="off",
        no_validate=True,
        on_submit=ShownState.rename,
    )


def _ends() -> rx.Component:
    return rx.el.div(
        rx.cond(
            ShownState.asked.shares.length() > 0,
            wide_button("hidden", word("person.take_all"), ShownState.take_all_back, closes=PERSON_SHEET),
        ),
        wide_button("door", word("person.leave"), ShownState.leave, closes=PERSON_SHEET),
        rx.el.p(word("person.leave.hint"), class_name="hint"),
        class_name="stack",
    )
