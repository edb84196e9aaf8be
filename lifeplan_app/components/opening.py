"""What opens a notebook: the choice of a passphrase, and the recovery code, shown once."""

from dataclasses import dataclass

import reflex as rx

from lifeplan_app.components.forms import Field, secret_field, tick_box
from lifeplan_app.components.html import Text, for_script, icon


@dataclass(frozen=True, slots=True)
class PassphraseWords:
    """What stands around the choice of a passphrase."""

    label: Text
    hint: Text
    show: Text
    offer: Text
    take: Text
    again: Text


def new_passphrase(words: PassphraseWords, language: Text) -> rx.Component:
    """Return a field for a passphrase of her own, and six drawn words that she may take instead."""
    field = Field("new_passphrase", words.label, words.hint)
    offer = rx.el.div(
        rx.el.p(words.offer, class_name="hint"),
        rx.el.p(class_name="offered", custom_attrs=for_script("data-offered") | {"translate": "no"}),
        rx.el.div(
            _offer_button("check", words.take, "btn btn--soft", {"data-take": field.id}),
            _offer_button("repeat", words.again, "btn btn--quiet", {"data-draw": field.id}),
            class_name="btns",
        ),
        class_name="offerbox",
        hidden=True,
        custom_attrs={"data-offer": field.id, "data-language": language},
    )
    return rx.el.div(secret_field(field, words.show), offer, class_name="stack")


def _offer_button(symbol: str, text: Text, look: str, does: dict[str, str]) -> rx.Component:
    return rx.el.button(icon(symbol, small=True), text, type="button", class_name=look, custom_attrs=does)


@dataclass(frozen=True, slots=True)
class CodeWords:
    """What stands around a recovery code."""

    title: Text
    text: Text
    hint: Text
    box: Text
    go: Text


def put_away_panel(words: CodeWords) -> rx.Component:
    """Return the panel that shows a recovery code once; going on waits for the box."""
    return rx.el.section(
        rx.el.h2(words.title, id="kept-title", tab_index=-1),
        rx.el.p(words.text),
        rx.el.div(class_name="code", custom_attrs=for_script("data-code") | {"translate": "no"}),
        rx.el.p(words.hint, class_name="hint"),
        tick_box("put-away", words.box),
        rx.el.button(
            icon("check"),
            words.go,
            type="button",
            class_name="btn btn--primary btn--wide",
            disabled=True,
            custom_attrs={"data-go": ""},
        ),
        class_name="panel",
        id="kept",
        hidden=True,
        aria_labelledby="kept-title",
    )
