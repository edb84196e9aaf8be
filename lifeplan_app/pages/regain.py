"""Regain: a name and a recovery code open the notebook again, under a new passphrase."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.forms import (
    Field,
    primary_button,
    said_of_form,
    said_without_script,
    text_field,
)
from lifeplan_app.components.html import native_form
from lifeplan_app.components.opening import new_passphrase, put_away_panel
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from lifeplan_app.pages.doors import back_row, code_words, passphrase_words
from lifeplan_app.pages.frame import public_page


def regain_page(language: Language) -> rx.Component:
    """Return the recovery page in *language*."""
    other = Language.ENGLISH if language is Language.FRENCH else Language.FRENCH
    return public_page(
        language,
        say(language, "public.regain.title"),
        _form(language),
        put_away_panel(code_words(language)),
        back_row(language),
        other=routes.public("regain", other),
    )


def _form(language: Language) -> rx.Component:
    return native_form(
        said_without_script("script", say(language, "public.script")),
        rx.el.input(type="hidden", name="language", value=language.value, read_only=True),
        text_field(Field("name", say(language, "public.name"))),
        text_field(
            Field("code", say(language, "public.regain.code"), say(language, "public.regain.code.hint")),
            code=True,
        ),
        new_passphrase(passphrase_words(language, new=True), language.value),
        primary_button("unlock", say(language, "public.regain.submit")),
        said_of_form(),
        class_name="panel",
        action="/session/regain",
        method="post",
        auto_complete="off",
        no_validate=True,
        custom_attrs={"data-post": "code", "data-away": say(language, "public.away")},
    )
