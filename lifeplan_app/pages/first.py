"""The first steps: is this phone hers, how to come back and leave, who sees what, where the code lives."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.html import drawing, icon, native_link
from lifeplan_app.components.shell import lock_button
from lifeplan_app.pages.frame import EXIT_URL, loading, private_page
from lifeplan_app.state.first import LAST, FirstState
from lifeplan_app.state.session import word


def first_page() -> rx.Component:
    """Return the page, which shows one screen at a time."""
    screens = {1: _phone(), 2: _leave(), 3: _seen(), 4: _code()}
    return private_page(
        routes.FIRST,
        rx.el.header(
            rx.el.p(word("first.title"), class_name="topbar__title"),
            _skip(),
            lock_button(word("lock")),
            class_name="topbar",
        ),
        rx.el.main(
            rx.match(
                FirstState.screen, *((n, _screen(n, *content)) for n, content in screens.items()), loading()
            ),
            class_name="page",
            id="main",
        ),
    )


def first_offer() -> rx.Component:
    """Return the card that offers, on the day, to go on with them; it can be put away for good."""
    return rx.cond(
        FirstState.waits > 0,
        rx.el.div(
            rx.el.p(word("first.offer")),
            rx.el.div(
                rx.el.button(
                    word("first.go_on"), type="button", class_name="btn btn--soft", on_click=FirstState.go_on
                ),
                rx.el.button(
                    word("first.put_away"),
                    type="button",
                    class_name="btn btn--quiet",
                    on_click=FirstState.put_away,
                ),
                class_name="btns",
            ),
            class_name="card stack",
        ),
    )


def _screen(number: int, *content: rx.Component) -> rx.Component:
    """Return one screen; its title takes the focus when it comes, as the one before it goes."""
    return rx.el.section(
        rx.el.div(
            drawing(f"dawn-{number}", "dawn__art"),
            rx.el.p(rx.el.b(str(number)), word("first.of"), class_name="dawn__n"),
            class_name=f"dawn dawn--{number}",
        ),
        rx.el.h1(word(f"first.{number}.title"), id="first-title", tab_index=-1),
        *content,
        _ways(number),
        class_name="panel panel--first",
        aria_labelledby="first-title",
        key=f"first-{number}",
    )


def _ways(number: int) -> rx.Component:
    on = (
        _button("btn btn--primary", "first.4.done", FirstState.finish)
        if number == LAST
        else _button("btn btn--primary", "first.next", FirstState.turn(number + 1))
    )
    back = [_button("btn btn--quiet", "first.back", FirstState.turn(number - 1))] if number > 1 else []
    return rx.el.div(on, *back, class_name="btns")


def _skip() -> rx.Component:
    """Return the button that passes them all: at the top, far from the exit."""
    return rx.cond(
        (FirstState.screen > 0) & (FirstState.screen < LAST),
        _button("btn btn--quiet", "first.skip", FirstState.finish),
    )


def _button(look: str, key: str, does: rx.EventHandler | rx.event.EventSpec) -> rx.Component:
    return rx.el.button(word(key), type="button", class_name=look, on_click=does)


def _phone() -> list[rx.Component]:
    """Return the question whose answer goes nowhere: the page alone shows the hint."""
    return [
        rx.el.fieldset(
            rx.el.legend(word("first.1.text"), class_name="stackgap"),
            rx.el.div(_answer("no"), _answer("yes", aria_describedby="first-hint"), class_name="choices"),
        ),
        rx.el.p(word("first.1.hint"), id="first-hint", class_name="hint first__hint"),
    ]


def _answer(name: str, **props: object) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="phone", id=f"phone-{name}", class_name="radio", **props),
        rx.el.span(word(f"first.1.{name}")),
        class_name="choice",
    )


def _leave() -> list[rx.Component]:
    return [
        _told("list", "first.2.notebook"),
        _told("figures", "first.2.calculator"),
        rx.el.p(word("first.2.exit")),
        native_link(
            icon("exit", flips=True),
            word("first.2.try"),
            class_name="btn btn--soft",
            href=EXIT_URL,
            rel="noreferrer",
            custom_attrs={"data-exit-too": ""},
        ),
    ]


def _seen() -> list[rx.Component]:
    return [
        rx.el.p(word("first.3.text")),
        rx.el.p(word("first.3.choice")),
        rx.el.p(icon("hidden"), rx.el.span(word("first.3.now")), class_name="not"),
    ]


def _code() -> list[rx.Component]:
    return [
        _told("key", "first.4.text"),
        _told("place", "first.4.place"),
        rx.el.p(word("first.4.hint"), class_name="hint"),
    ]


def _told(symbol: str, key: str) -> rx.Component:
    return rx.el.p(icon(symbol), rx.el.span(word(key)), class_name="first__told")
