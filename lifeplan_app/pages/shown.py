"""Sharing: the people she is linked with, what each sees, suggestions, who looked."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.forms import empty, fold, more_button, said_text
from lifeplan_app.components.html import icon
from lifeplan_app.components.people import AVATARS, avatar, badge, stays_private, until
from lifeplan_app.components.shell import lock_button
from lifeplan_app.model.sharing import Standing
from lifeplan_app.pages.frame import loading, private_page
from lifeplan_app.pages.linking import link_sheet, new_person_button
from lifeplan_app.pages.person import PERSON_SHEET, person_sheet
from lifeplan_app.pages.suggested import suggestions_section
from lifeplan_app.state.session import word, word_of
from lifeplan_app.state.shown import ShownState
from lifeplan_app.state.shown_views import LookRow, Person, ShareRow


def shown_page() -> rx.Component:
    """Return the page."""
    return private_page(
        routes.SHOWN,
        rx.el.header(
            rx.el.h1(word("place.shown"), class_name="topbar__title", tab_index=-1),
            lock_button(word("lock")),
            class_name="topbar",
        ),
        rx.el.main(rx.cond(ShownState.loaded, _all(), loading()), class_name="page", id="main"),
        link_sheet(),
        person_sheet(),
    )


def _all() -> rx.Component:
    return rx.el.div(
        rx.cond(
            ShownState.people.length() > 0,
            rx.el.section(
                rx.el.h2(word("shown.people"), id="shown-people", class_name="vh"),
                rx.foreach(ShownState.people, _person),
                rx.el.p(new_person_button("btn btn--soft")),
                class_name="section",
                aria_labelledby="shown-people",
            ),
            empty(
                word("shown.empty.title"),
                word("shown.empty.text"),
                new_person_button("btn btn--primary"),
                top=True,
            ),
        ),
        stays_private(word("shown.private")),
        suggestions_section(),
        rx.cond(~ShownState.whole, _changed_list()),
        rx.cond(ShownState.looks.length() > 0, _looks()),
        class_name="stack stack--l",
    )


# --- a person ----------------------------------------------------------------------------------


def shape_of(place: rx.Var[int]) -> rx.Var[str]:
    """Return the shape that stands for the number *place*."""
    return rx.match(place, *enumerate(AVATARS), AVATARS[0]).to(str)


def _person(person: rx.Var[Person]) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            avatar(person.initial, shape_of(person.shape), large=True),
            rx.el.span(
                rx.el.h3(person.name, class_name="row__title big"),
                rx.el.span(word("role." + person.role), class_name="row__sub"),
                rx.cond(person.role == "c", rx.el.span(person.sees, class_name="row__sub")),
            ),
            rx.el.button(
                icon("more"),
                type="button",
                class_name="iconbtn",
                aria_label=word("shown.more") + " : " + person.name,
                on_click=ShownState.ask(person.id),
                custom_attrs={"data-sheet": PERSON_SHEET},
            ),
            class_name="row row--still",
        ),
        rx.cond(
            person.standing != Standing.OPEN.value,
            rx.el.p(
                icon("info"),
                rx.el.span(word_of("shown", "standing." + person.standing)),
                class_name="banner banner--in",
            ),
        ),
        rx.cond(
            person.shares.length() > 0,
            rx.el.ul(rx.foreach(person.shares, lambda row: _share(person, row)), class_name="shares"),
        ),
        class_name="card card--flush",
        key=person.id,
    )


def _share(person: rx.Var[Person], row: rx.Var[ShareRow]) -> rx.Component:
    place = row.step + " " + person.id
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                rx.el.button(
                    row.text,
                    type="button",
                    class_name="textbtn kept",
                    on_click=ShownState.open_step(row.step, row.goal),
                ),
                class_name="step__text",
            ),
            rx.el.button(
                until(word("shown.until") + " " + row.until),
                rx.el.span(". ", word("shown.until.change"), class_name="vh"),
                type="button",
                class_name="textbtn",
                aria_expanded=rx.cond(ShownState.ending == place, "true", "false"),
                on_click=ShownState.start_ending(row.step, person.id),
            ),
            rx.cond(
                row.opened != "",
                rx.el.p(
                    icon("seen", small=True),
                    word("shown.opened") + " " + row.opened,
                    class_name="share__until",
                ),
            ),
            rx.cond(row.told, rx.el.p(badge(word("note.fresh"), fresh=True))),
        ),
        rx.el.button(
            word("shown.take_back"),
            rx.el.span(" : ", row.text, class_name="vh"),
            type="button",
            class_name="btn btn--secondary",
            on_click=ShownState.take_back(row.step, person.id),
        ),
        rx.cond(ShownState.ending == place, _new_end(row)),
        class_name="share",
        key=row.step,
    )


def _new_end(row: rx.Var[ShareRow]) -> rx.Component:
    return rx.el.form(
        rx.el.div(
            rx.el.label(word("shown.until.new"), html_for="ends"),
            rx.el.input(
                id="ends",
                name="ends",
                type="date",
                class_name="input",
                default_value=row.ends,
                aria_describedby="ends-said",
                auto_complete="off",
            ),
            said_text("ends-said", ShownState.said),
            class_name="field",
        ),
        rx.el.button(word("shown.until.keep"), type="submit", class_name="btn btn--soft"),
        class_name="stack share__form",
        auto_complete="off",
        no_validate=True,
        on_submit=ShownState.change_end,
    )


# --- who looked --------------------------------------------------------------------------------


def _changed_list() -> rx.Component:
    return rx.el.p(icon("info"), rx.el.span(word("looks.changed")), class_name="banner", role="status")


def _looks() -> rx.Component:
    return rx.el.div(
        fold(
            "seen",
            word("looks.title"),
            rx.el.div(
                rx.el.ul(rx.foreach(ShownState.looks, _look), class_name="log"),
                rx.cond(ShownState.goes_on, more_button(word("plan.more"), ShownState.show_more)),
                class_name="set__block",
            ),
        ),
        class_name="rows",
    )


def _look(look: rx.Var[LookRow]) -> rx.Component:
    return rx.el.li(
        icon("seen", small=True),
        rx.el.span(
            rx.cond(look.name != "", look.name, word("looks.somebody")),
            ", ",
            look.when,
            rx.cond(look.texts != "", rx.el.span(look.texts, class_name="row__sub")),
        ),
        key=look.key,
    )
