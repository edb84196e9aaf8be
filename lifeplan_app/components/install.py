"""What an app is installed with: cards to choose from, and the way there in small pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx

from lifeplan_app.components.html import Text, drawing, icon


@dataclass(frozen=True, slots=True)
class Card:
    """One of several to choose from.

    Attributes:
        value: What is chosen with it.
        picture: The address of its icon.
        title: Its words.
        text: What it is good for, if that needs saying.
        marks: What ``install.js`` finds on it.
    """

    value: str
    picture: str
    title: str
    text: str = ""
    marks: tuple[tuple[str, str], ...] = ()


def cards(group: str, legend: Text, options: Sequence[Card], **props: object) -> rx.Component:
    """Return *options* below each other, the first of them chosen; *group* is the name of the radios."""
    return rx.el.fieldset(
        rx.el.legend(rx.el.h2(legend)),
        rx.el.div(
            *(_card(group, card, first=not number) for number, card in enumerate(options)),
            class_name="choices",
        ),
        **props,
    )


def _card(group: str, card: Card, *, first: bool) -> rx.Component:
    under = [rx.el.span(card.text, class_name="row__sub")] if card.text else []
    return rx.el.label(
        rx.el.input(
            type="radio",
            name=group,
            value=card.value,
            default_checked=first,
            auto_complete="off",
            class_name="radio",
            custom_attrs=dict(card.marks),
        ),
        rx.el.img(src=card.picture, alt="", class_name="choice__look"),
        rx.el.span(rx.el.span(card.title, class_name="row__title"), *under),
        class_name="choice",
    )


def pictured(name: str, title: Text, steps: Sequence[tuple[str, Text]], *more: rx.Component) -> rx.Component:
    """Return *steps*, each a drawing of the sprite and a sentence, folded under their *title*."""
    shown = (
        rx.el.li(drawing(picture, "how__shot"), rx.el.p(text, class_name="how__text"))
        for picture, text in steps
    )
    return rx.el.details(
        rx.el.summary(rx.el.h3(title, class_name="row__title"), icon("down"), class_name="row row--two"),
        rx.el.div(rx.el.ol(*shown, class_name="how", role="list"), *more, class_name="set__block"),
        class_name="fold",
        custom_attrs={"data-system": name},
    )


def told_line(symbol: str, hue: str, text: Text) -> rx.Component:
    """Return one sentence of a list, beside its picture."""
    return rx.el.li(
        rx.el.span(icon(symbol), class_name=f"area area--{hue}"),
        rx.el.p(text),
    )
