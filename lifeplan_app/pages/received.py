"""What others show: the list of people, and one person's cards beside it."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.areas import area_mark
from lifeplan_app.components.forms import empty, more_button
from lifeplan_app.components.html import icon
from lifeplan_app.components.people import avatar, badge
from lifeplan_app.components.shell import lock_button
from lifeplan_app.model.sharing import Standing
from lifeplan_app.pages.areas import area_name
from lifeplan_app.pages.cards import cards_of_person
from lifeplan_app.pages.frame import loading, private_page
from lifeplan_app.pages.own_code import own_code_panel
from lifeplan_app.pages.shown import shape_of
from lifeplan_app.state.received import CardsState, ReceivedState
from lifeplan_app.state.received_views import AreaRow, PersonRow
from lifeplan_app.state.session import word


def received_page() -> rx.Component:
    """Return the page."""
    return private_page(
        routes.RECEIVED,
        rx.el.header(
            rx.el.h1(word("received.title"), class_name="topbar__title", tab_index=-1),
            lock_button(word("lock")),
            class_name="topbar",
        ),
        rx.el.main(
            rx.cond(ReceivedState.loaded, _split(), loading()), class_name="page page--wide", id="main"
        ),
    )


def _split() -> rx.Component:
    return rx.el.div(
        rx.el.div(_list(), own_code_panel(), class_name="two__list stack stack--l"),
        rx.el.div(cards_of_person(), class_name="two__detail"),
        class_name="two",
        custom_attrs={"data-view": rx.cond(CardsState.person != "", "detail", "list")},
    )


# --- the list ----------------------------------------------------------------------------------


def _list() -> rx.Component:
    nobody = (ReceivedState.people.length() == 0) & (ReceivedState.only == "")
    return rx.fragment(
        rx.cond(
            nobody,
            empty(word("received.empty.title"), word("received.empty.text"), top=True),
            rx.el.div(_tabs(), _chips(), _people(), class_name="stack"),
        ),
    )


def _tabs() -> rx.Component:
    return rx.el.div(
        _tab(word("received.by_person"), chosen=~ReceivedState.by_area, by_area=False),
        _tab(word("received.by_area"), chosen=ReceivedState.by_area, by_area=True),
        class_name="tabs",
        role="group",
        aria_label=word("received.arrange"),
    )


def _tab(text: rx.Var[str], *, chosen: rx.Var[bool], by_area: bool) -> rx.Component:
    return rx.el.button(
        text,
        type="button",
        class_name="tab",
        on_click=ReceivedState.arrange(by_area),
        custom_attrs={"aria-current": rx.cond(chosen, "true", None)},
    )


def _chips() -> rx.Component:
    return rx.el.div(
        *(
            rx.el.button(
                word(f"received.only.{each}"),
                type="button",
                class_name="chip",
                on_click=ReceivedState.narrow(each),
                custom_attrs={"aria-pressed": rx.cond(ReceivedState.only == each, "true", "false")},
            )
            for each in ("fresh", "soon")
        ),
        class_name="chips",
    )


def _people() -> rx.Component:
    return rx.fragment(
        rx.cond(
            ReceivedState.people.length() == 0,
            rx.el.p(word("received.none"), class_name="soft"),
            rx.cond(
                ReceivedState.by_area,
                rx.fragment(rx.foreach(ReceivedState.areas, _area)),
                rx.el.ul(rx.foreach(ReceivedState.people, _person), class_name="list"),
            ),
        ),
        rx.cond(ReceivedState.goes_on, more_button(word("plan.more"), ReceivedState.show_more)),
    )


def _area(row: rx.Var[AreaRow]) -> rx.Component:
    return rx.el.section(
        rx.el.h2(
            area_mark(row.area),
            rx.cond(row.area != "", area_name(row.area), word("received.no_area")),
            class_name="inline",
        ),
        rx.el.ul(rx.foreach(row.people, _person), class_name="list"),
        class_name="section",
        key=row.area,
    )


def _person(row: rx.Var[PersonRow]) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            avatar(row.initial, shape_of(row.shape)),
            rx.el.span(
                rx.el.span(row.name, class_name="pick__title"),
                rx.el.span(
                    rx.el.span(
                        rx.cond(row.standing == Standing.CHANGED.value, word("received.changed"), row.count)
                    ),
                    rx.foreach(row.areas, lambda area: rx.el.span(area_name(area))),
                    rx.cond(row.fresh != "", badge(row.fresh, fresh=True)),
                    rx.cond(row.soon != "", rx.el.span(icon("clock", small=True), row.soon)),
                    class_name="step__meta",
                ),
            ),
            type="button",
            class_name="pick",
            on_click=CardsState.open_person(row.id),
            custom_attrs={"aria-current": rx.cond(CardsState.person == row.id, "true", None)},
        ),
        key=row.id,
    )
