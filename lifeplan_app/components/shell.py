"""What surrounds every page: the exit, the way to the content, the places, the sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink

from lifeplan_app.components.html import Text, drawing, for_script, icon, native_link


@dataclass(frozen=True, slots=True)
class ExitWords:
    """What the exit says: its name, and what a screen reader hears."""

    address: str
    name: Text
    leaving: Text
    two_more: Text
    one_more: Text
    over: Text


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the bottom bar."""

    route: str
    symbol: str
    name: Text


def exit_link(words: ExitWords, *, low: bool = False) -> rx.Component:
    """Return the exit: a plain link that works alone; ``shell.js`` makes it faster and cleaner."""
    return native_link(
        icon("exit", flips=True),
        rx.el.span(words.name),
        class_name="exit exit--low" if low else "exit",
        href=words.address,
        rel="noreferrer",
        custom_attrs={
            "data-leaving": words.leaving,
            "data-two": words.two_more,
            "data-one": words.one_more,
            "data-over": words.over,
            "draggable": "false",
            "translate": "no",
        },
    )


def exit_landmark(words: ExitWords, label: Text, *, low: bool = False) -> rx.Component:
    """Return the exit as its own small landmark. Its status stands outside of what an exit takes away."""
    return rx.el.nav(exit_link(words, low=low), aria_label=label)


def lock_button(label: Text, *, narrow: bool = False) -> rx.Component:
    """Return the lock: one tap, nothing asked; ``lock.js`` covers the page before anything is sent.

    Args:
        label: What it says.
        narrow: Show it only where the list, which has one, does not stand beside.
    """
    return rx.el.button(
        icon("lock"),
        type="button",
        class_name="iconbtn narrow" if narrow else "iconbtn",
        aria_label=label,
        custom_attrs={"data-lock-now": ""},
    )


def exit_status() -> rx.Component:
    """Return where the status of the exit is read out; a dialog needs its own, all else is silent then."""
    return rx.el.p(role="status", class_name="vh", custom_attrs=for_script("data-exit-status"))


def skip_link(text: Text) -> rx.Component:
    """Return the first tab stop of the page, which leads past the bars."""
    return native_link(text, class_name="skip", href="#main")


def _bar_item(place: Place, current: str) -> rx.Component:
    here = {"aria_current": "page"} if place.route == current else {}
    return rx.el.li(
        ReactRouterLink.create(
            rx.el.span(icon(place.symbol), class_name="nav__icon"),
            rx.el.span(place.name),
            to=f"{place.route}/",
            replace=True,
            class_name="nav__item",
            **here,
        )
    )


def bottom_bar(places: Sequence[Place], current: str, label: Text) -> rx.Component:
    """Return the bar of places: at the bottom on a phone, at the side on a wide screen."""
    return rx.el.nav(
        rx.el.p(drawing("mark", "mark"), "Carnet", class_name="nav__brand"),
        rx.el.ul(*(_bar_item(place, current) for place in places), class_name="nav__list"),
        class_name="nav",
        aria_label=label,
    )


def sheet(
    name: str, title: Text, close: Text, leave: rx.Component, *body: rx.Component, **props: object
) -> rx.Component:
    """Return a native dialog that ``sheets.js`` opens and closes by *name*.

    A dialog lies above everything, the exit of the page included: it carries its own, first.
    """
    heading = f"{name}-title"
    return rx.el.dialog(
        leave,
        exit_status(),
        rx.el.div(
            rx.el.h2(title, id=heading, tab_index=-1),
            rx.el.button(
                icon("close"),
                type="button",
                class_name="iconbtn",
                aria_label=close,
                custom_attrs={"data-close": name},
            ),
            class_name="sheet__head",
        ),
        rx.el.div(*body, class_name="sheet__body"),
        id=name,
        class_name="sheet",
        aria_labelledby=heading,
        **props,
    )


def sheet_without_subject(name: str) -> rx.Component:
    """Return what makes the sheet *name* close by itself: what it is about is not there any more."""
    return rx.el.span(hidden=True, custom_attrs={"data-shuts": name})
