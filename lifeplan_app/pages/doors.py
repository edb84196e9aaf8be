"""What the two pages that end with a recovery code share."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.forms import link_row
from lifeplan_app.components.opening import CodeWords, PassphraseWords
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language


def passphrase_words(language: Language, *, new: bool = False) -> PassphraseWords:
    """Return the words around the choice of a passphrase on a public page."""
    return PassphraseWords(
        label=say(language, "public.passphrase.new" if new else "public.passphrase"),
        hint=say(language, "public.passphrase.own"),
        show=say(language, "public.passphrase.show"),
        offer=say(language, "public.offer"),
        take=say(language, "public.offer.take"),
        again=say(language, "public.offer.again"),
    )


def code_words(language: Language) -> CodeWords:
    """Return the words around a recovery code."""
    return CodeWords(
        title=say(language, "public.kept.title"),
        text=say(language, "public.kept.text"),
        hint=say(language, "public.kept.hint"),
        box=say(language, "public.kept.box"),
        go=say(language, "public.kept.go"),
    )


def back_row(language: Language) -> rx.Component:
    """Return the way back to the sign-in."""
    address = routes.visited(routes.public("open", language))
    return rx.el.div(
        link_row("unlock", "sage", say(language, "public.open.title"), address), class_name="rows"
    )
