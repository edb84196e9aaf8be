"""New: an invitation code, a name only she uses, a passphrase; then the recovery code, once."""

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


def new_page(language: Language) -> rx.Component:
    """Return the sign-up page in *language*."""
    other = Language.ENGLISH if language is Language.FRENCH else Language.FRENCH
    return public_page(
        language,
        say(language, "public.new.title"),
        _form(language),
        put_away_panel(code_words(language)),
        back_row(language),
        other=routes.public("new", other),
    )


def _form(language: Language) -> rx.Component:
    return native_form(
        said_without_script("script", say(language, "public.script")),
        rx.el.input(type="hidden", name="language", value=language.value, read_only=True),
        text_field(
            Field("code", say(language, "public.new.code"), say(language, "public.new.code.hint")), code=True
        ),
        text_field(Field("name", say(language, "public.name"), say(language, "public.name.hint"))),
        new_passphrase(passphrase_words(language), language.value),
        primary_button("check", say(language, "public.new.submit")),
        said_of_form(),
        class_name="panel",
        action="/session/new",
        method="post",
        auto_complete="off",
        no_validate=True,
        custom_attrs={"data-post": "code", "data-away": say(language, "public.away")},
    )
