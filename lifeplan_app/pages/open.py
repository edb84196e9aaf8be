"""Open: the neutral sign-in, and the way to the two other doors."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.forms import (
    Field,
    link_row,
    primary_button,
    said_of_form,
    said_without_script,
    secret_field,
    text_field,
)
from lifeplan_app.components.html import native_form
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from lifeplan_app.pages.frame import public_page


def open_page(language: Language) -> rx.Component:
    """Return the sign-in page in *language*."""
    other = Language.ENGLISH if language is Language.FRENCH else Language.FRENCH
    return public_page(
        language,
        say(language, "public.open.title"),
        _form(language),
        _doors(language),
        other=routes.public("open", other),
    )


def _form(language: Language) -> rx.Component:
    return native_form(
        said_without_script("again", say(language, "public.again")),
        rx.el.input(type="hidden", name="language", value=language.value, read_only=True),
        text_field(Field("name", say(language, "public.name"))),
        secret_field(
            Field("passphrase", say(language, "public.passphrase"), say(language, "public.passphrase.hint")),
            say(language, "public.passphrase.show"),
        ),
        primary_button("unlock", say(language, "public.open.submit")),
        said_of_form(),
        class_name="panel",
        action="/session/open",
        method="post",
        auto_complete="off",
        no_validate=True,
        custom_attrs={"data-post": "go", "data-away": say(language, "public.away")},
    )


def _doors(language: Language) -> rx.Component:
    return rx.el.div(
        link_row(
            "invite",
            "apricot",
            say(language, "public.have_invitation"),
            routes.visited(routes.public("new", language)),
        ),
        link_row(
            "key",
            "dusk",
            say(language, "public.have_recovery"),
            routes.visited(routes.public("regain", language)),
        ),
        link_row(
            "cover",
            "sage",
            say(language, "public.install.title"),
            routes.visited(routes.public("install", language)),
        ),
        class_name="rows",
    )
