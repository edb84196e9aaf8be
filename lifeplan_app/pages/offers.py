"""The people somebody walks with, what she has room for, and what came back."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.forms import empty, more_button, wide_button
from lifeplan_app.components.html import icon, native_link
from lifeplan_app.components.people import AVATARS, avatar, note_left
from lifeplan_app.components.shell import lock_button, sheet_without_subject
from lifeplan_app.model.sharing import Standing
from lifeplan_app.pages.frame import loading, private_page, private_sheet
from lifeplan_app.pages.offering import OFFERING, offering
from lifeplan_app.pages.own_code import own_code_panel
from lifeplan_app.state.offering import OfferingState
from lifeplan_app.state.offers import OffersState
from lifeplan_app.state.offers_views import PersonRow, ThanksRow
from lifeplan_app.state.room import RoomState
from lifeplan_app.state.session import word

_SHEET = "walking-sheet"


def offers_page() -> rx.Component:
    """Return the page."""
    return private_page(
        routes.OFFERS,
        rx.el.header(
            rx.el.h1(word("offers.place"), class_name="topbar__title", tab_index=-1),
            lock_button(word("lock")),
            class_name="topbar",
        ),
        rx.el.main(
            rx.cond(OffersState.loaded, _all(), loading()),
            class_name="page page--wide",
            id="main",
        ),
        _person_sheet(),
    )


def _all() -> rx.Component:
    return rx.el.div(
        _people(), offering(), _thanks(), own_code_panel(), class_name="cols cols--beside stack stack--l"
    )


# --- people ------------------------------------------------------------------------------------


def _people() -> rx.Component:
    return rx.el.section(
        rx.el.h2(word("offers.people"), id="walking", class_name="vh"),
        rx.cond(
            OffersState.people.length() > 0,
            rx.el.ul(rx.foreach(OffersState.people, _person), class_name="rows"),
            empty(word("offers.empty.title"), word("offers.empty.text")),
        ),
        rx.el.div(_most(), _break(), class_name="rows"),
        class_name="section",
        aria_labelledby="walking",
    )


def _person(person: rx.Var[PersonRow]) -> rx.Component:
    is_open = person.standing == Standing.OPEN.value
    return rx.el.li(
        avatar(person.initial, rx.match(person.shape, *enumerate(AVATARS), AVATARS[0]).to(str)),
        rx.el.span(
            rx.el.span(person.name, class_name="row__title"),
            rx.cond(
                is_open,
                rx.fragment(),
                rx.el.span(word("offers.standing." + person.standing), class_name="row__sub"),
            ),
        ),
        rx.el.span(
            rx.cond(
                is_open,
                native_link(
                    word("offers.offer"),
                    rx.el.span(" : ", person.name, class_name="vh"),
                    href="#" + OFFERING,
                    class_name="btn btn--soft",
                    on_click=OfferingState.choose_only(person.id),
                ),
            ),
            rx.el.button(
                icon("more"),
                type="button",
                class_name="iconbtn",
                aria_label=word("offers.more") + " : " + person.name,
                on_click=OffersState.ask(person.id),
                custom_attrs={"data-sheet": _SHEET},
            ),
            class_name="row__acts",
        ),
        class_name="row row--still",
        key=person.id,
    )


def _person_sheet() -> rx.Component:
    return private_sheet(
        _SHEET,
        OffersState.asked.name,
        rx.cond(
            OffersState.asked.id != "",
            rx.el.div(
                rx.el.p(word("offers.leave.hint")),
                wide_button("door", word("offers.leave"), OffersState.leave, closes=_SHEET),
                class_name="stack",
            ),
            sheet_without_subject(_SHEET),
        ),
    )


# --- what she has room for ---------------------------------------------------------------------


def _most() -> rx.Component:
    return rx.el.div(
        rx.el.span(
            rx.el.span(word("offers.most"), id="most", class_name="row__title"),
            rx.el.span(word("offers.now"), " ", RoomState.count, class_name="row__sub"),
        ),
        rx.el.span(
            _one("minus", "offers.fewer", -1),
            rx.el.b(RoomState.most, aria_live="polite"),
            _one("add", "offers.one_more", 1),
            class_name="stepnum",
            role="group",
            aria_labelledby="most",
        ),
        class_name="row row--two row--still",
    )


def _one(symbol: str, key: str, by: int) -> rx.Component:
    return rx.el.button(
        icon(symbol),
        type="button",
        class_name="iconbtn iconbtn--ring",
        aria_label=word(key),
        on_click=RoomState.change_most(by),
    )


def _break() -> rx.Component:
    return rx.el.label(
        rx.el.span(icon("pause"), class_name="area area--dusk"),
        rx.el.span(
            rx.el.span(word("offers.rest"), class_name="row__title"),
            rx.el.span(
                rx.cond(RoomState.resting, word("offers.rest.on"), word("offers.rest.off")),
                id="rest-hint",
                class_name="row__sub",
            ),
        ),
        rx.el.input(
            id="rest",
            type="checkbox",
            role="switch",
            class_name="switch",
            checked=RoomState.resting,
            on_change=RoomState.rest(~RoomState.resting),
        ),
        class_name="row",
        html_for="rest",
    )


# --- what came back ----------------------------------------------------------------------------


def _thanks() -> rx.Component:
    return rx.cond(
        OffersState.thanks.length() > 0,
        rx.el.section(
            rx.el.h2(word("offers.thanks"), id="thanks"),
            rx.el.div(rx.foreach(OffersState.thanks, _thank), class_name="card card--pad thread"),
            rx.cond(OffersState.goes_on, more_button(word("plan.more"), OffersState.show_more)),
            class_name="section",
            aria_labelledby="thanks",
        ),
    )


def _thank(row: rx.Var[ThanksRow]) -> rx.Component:
    return rx.el.div(
        note_left(
            row.initial, row.by, row.day, rx.cond(row.text != "", row.text, word("offers.thanks.plain"))
        ),
        key=row.id,
    )
