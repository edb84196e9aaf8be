"""Me: her strengths, her words, how she reads, how long the app waits, her passphrase, the way out."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.forms import (
    Field,
    fold,
    link_row,
    primary_button,
    said_of_form,
    secret_field,
    seg,
)
from lifeplan_app.components.html import icon, native_form
from lifeplan_app.components.opening import CodeWords, PassphraseWords, new_passphrase, put_away_panel
from lifeplan_app.components.shell import lock_button
from lifeplan_app.model.account import Language, LockDelay, TextSize, Theme
from lifeplan_app.pages.frame import private_page
from lifeplan_app.pages.labels import labels
from lifeplan_app.pages.leaving import leaving
from lifeplan_app.pages.strengths import strengths
from lifeplan_app.state.me import MeState
from lifeplan_app.state.session import SessionState, word
from lifeplan_app.state.strengths import StrengthsState

_COLUMN = "stack stack--l"


def me_page() -> rx.Component:
    """Return her own page."""
    return private_page(
        routes.ME,
        rx.el.header(
            rx.el.h1(word("me.title"), class_name="topbar__title", tab_index=-1),
            lock_button(word("lock")),
            class_name="topbar",
        ),
        rx.el.main(
            rx.el.div(
                rx.cond(StrengthsState.loaded, rx.el.div(strengths(), _words(), class_name=_COLUMN)),
                rx.el.div(
                    _section("me-read", word("me.read"), _text_size(), _theme(), _language()),
                    _section(
                        "me-phone",
                        word("me.phone"),
                        _delay(),
                        _install(),
                        fold("exit", word("leaving.title"), leaving()),
                    ),
                    _section("me-account", word("me.account"), _name_row(), _passphrase(), _recovery_code()),
                    _ways_out(),
                    class_name=_COLUMN,
                ),
                class_name=f"{_COLUMN} cols",
            ),
            _recovery_code_shown(),
            class_name="page page--wide",
            id="main",
        ),
    )


def _words() -> rx.Component:
    """Return her own words, folded."""
    return rx.el.section(
        rx.el.div(
            fold("words", word("me.words"), labels(), "area area--apricot"),
            link_row("leaf", "sage", word("first.title"), routes.visited(routes.FIRST), replaces=True),
            class_name="rows",
        ),
        class_name="set",
        aria_label=word("me.words"),
    )


def _section(name: str, title: rx.Var[str], *rows: rx.Component) -> rx.Component:
    return rx.el.section(
        rx.el.h2(title, id=name), rx.el.div(*rows, class_name="rows"), class_name="set", aria_labelledby=name
    )


def _name_row() -> rx.Component:
    return rx.el.div(
        rx.el.span(icon("me"), class_name="area area--apricot"),
        rx.el.span(
            rx.el.span(word("me.name"), class_name="row__sub"),
            rx.el.span(MeState.name, class_name="row__title", custom_attrs={"translate": "no"}),
        ),
        class_name="row row--still",
    )


def _select(
    name: str,
    label: rx.Var[str],
    options: list[tuple[str, rx.Var[str]]],
    value: rx.Var[str],
    on_change: rx.EventHandler,
    hint: rx.Var[str] | None = None,
) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=name),
        rx.el.span(
            rx.el.select(
                *(rx.el.option(text, value=each) for each, text in options),
                id=name,
                class_name="select",
                value=value,
                on_change=on_change,
                auto_complete="off",
            ),
            icon("down"),
            class_name="selectwrap",
        ),
        *([rx.el.p(hint, class_name="hint")] if hint is not None else []),
        class_name="set__block field",
    )


def _language() -> rx.Component:
    options = [(each.value, word(f"me.language.{each.value}")) for each in Language]
    return _select("language", word("me.language"), options, MeState.language, MeState.choose_language)


def _text_size() -> rx.Component:
    looks = {TextSize.NORMAL: "a-s", TextSize.LARGE: "a-m", TextSize.LARGEST: "a-l"}
    options = [
        (
            each.value,
            rx.el.span(
                "A", rx.el.span(" ", word(f"me.text.{each.value}"), class_name="vh"), class_name=looks[each]
            ),
        )
        for each in TextSize
    ]
    return seg("text-size", word("me.text"), options, MeState.text_size, MeState.choose_text_size)


def _theme() -> rx.Component:
    options = [(each.value, rx.el.span(word(f"me.theme.{each.value}"))) for each in Theme]
    return seg("theme", word("me.theme"), options, MeState.theme, MeState.choose_theme)


def _delay() -> rx.Component:
    options = [(str(each.value), word(f"me.delay.{each.value}")) for each in LockDelay]
    return _select(
        "delay", word("me.delay"), options, MeState.delay, MeState.choose_delay, word("me.delay.hint")
    )


def _install() -> rx.Component:
    """Return the way to the page that installs, which is one of each language."""
    addresses = {each: routes.visited(routes.public("install", each)) for each in Language}
    href = rx.cond(
        SessionState.language == Language.ENGLISH.value,
        addresses[Language.ENGLISH],
        addresses[Language.FRENCH],
    )
    return link_row("cover", "sage", word("me.install"), href, replaces=True)


def _form(action: str, then: str, *fields: rx.Component) -> rx.Component:
    return native_form(
        *fields,
        said_of_form(),
        class_name="set__block",
        action=action,
        method="post",
        auto_complete="off",
        no_validate=True,
        custom_attrs={"data-post": then, "data-away": word("again.away")},
    )


def _current_passphrase(form: str) -> rx.Component:
    """Return the field in which she says her passphrase again (S8)."""
    return secret_field(Field("passphrase", word("me.key.current"), form=form), word("me.key.show"))


def _passphrase() -> rx.Component:
    words = PassphraseWords(
        label=word("me.key.new"),
        hint=word("me.key.hint"),
        show=word("me.key.show"),
        offer=word("me.key.offer"),
        take=word("me.key.offer.take"),
        again=word("me.key.offer.again"),
    )
    fields = (
        _current_passphrase("key"),
        new_passphrase(words, SessionState.language),
        primary_button("check", word("me.key.submit")),
    )
    return fold("key", word("me.key"), _form("/session/key", "go", *fields))


def _recovery_code() -> rx.Component:
    fields = (
        rx.el.p(word("me.code.text"), class_name="hint"),
        _current_passphrase("code"),
        primary_button("code", word("me.code.submit")),
    )
    return fold("code", word("me.code"), _form("/session/code", "code", *fields))


def _recovery_code_shown() -> rx.Component:
    return put_away_panel(CodeWords(*(word(f"kept.{key}") for key in ("title", "text", "hint", "box", "go"))))


def _ways_out() -> rx.Component:
    return rx.el.div(
        _way_out("/session/lock", "lock", word("me.lock")),
        _way_out("/session/close", "door", word("me.sign_out")),
        class_name="stack",
    )


def _way_out(action: str, symbol: str, text: rx.Var[str]) -> rx.Component:
    return native_form(
        rx.el.button(
            icon(symbol),
            text,
            class_name="btn btn--secondary btn--wide",
            type="submit",
            custom_attrs={"data-lock-now": ""} if symbol == "lock" else {},
        ),
        action=action,
        method="post",
        custom_attrs={"data-post": "home", "data-away": word("again.away")},
    )
