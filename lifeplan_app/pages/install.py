"""Install: which icon, name and cover the phone shows, and how they come onto its first screen."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.forms import Field, link_row
from lifeplan_app.components.html import for_script, icon, native_link
from lifeplan_app.components.install import Card, cards, pictured, told_line
from lifeplan_app.i18n import say
from lifeplan_app.i18n.names import NAMES, name_of
from lifeplan_app.model.account import Cover, Language
from lifeplan_app.pages.frame import public_page

_TOLD = (
    ("clock", "apricot", "history"),
    ("list", "dusk", "list"),
    ("seen", "sage", "watched"),
    ("place", "apricot", "address"),
    ("date", "dusk", "days"),
)
_ON_ANDROID = ("where-top", "where-row", "where-done")
_ON_IPHONE = ("where-low", "where-row", "where-done")


def install_page(language: Language) -> rx.Component:
    """Return the page on which icon, name and cover are chosen, in *language*."""
    other = Language.ENGLISH if language is Language.FRENCH else Language.FRENCH
    return public_page(
        language,
        say(language, "public.install.title"),
        rx.el.div(
            _choice(language),
            _without_script(language),
            _installing(language),
            _not_hidden(language),
            _back(language),
            class_name="stack stack--l",
            id="install",
        ),
        other=routes.public("install", other),
    )


def _choice(language: Language) -> rx.Component:
    """Return what is chosen; it waits for ``install.js``, without which choosing does nothing."""
    return rx.el.div(
        cards("cover", say(language, "public.install.icon"), [_cover(each, language) for each in Cover]),
        *(_names(each, language) for each in Cover),
        rx.el.div(
            rx.el.h2(say(language, "public.install.way")),
            *(_way_in(each, language) for each in Cover),
            _digits(language),
            class_name="stack",
        ),
        class_name="panel panel--parts",
        hidden=True,
        custom_attrs={"data-choice": ""},
    )


def _picture(cover: Cover) -> str:
    return f"/icons/{cover}.svg"


def _cover(cover: Cover, language: Language) -> Card:
    return Card(
        routes.cover(cover, language),
        _picture(cover),
        say(language, f"public.install.{cover}"),
        say(language, f"public.install.{cover}.text"),
        (("data-kind", cover.value), ("data-touch", f"/icons/{cover}-192.png")),
    )


def _names(cover: Cover, language: Language) -> rx.Component:
    options = [_name(cover, number, language) for number in NAMES]
    return cards(f"{cover}-name", say(language, "public.install.name"), options, **_only_with(cover))


def _name(cover: Cover, number: int, language: Language) -> Card:
    name = name_of(cover, number, language)
    address = routes.manifest_address(cover, number, language)
    return Card(address, _picture(cover), name, marks=(("data-called", name),))


def _only_with(cover: Cover) -> dict[str, object]:
    """Return what lets ``install.js`` show an element together with *cover* alone."""
    return {"hidden": cover is not Cover.NOTEBOOK, "custom_attrs": {"data-of": cover.value}}


def _way_in(cover: Cover, language: Language) -> rx.Component:
    names = {key: say(language, f"public.notes.{key}") for key in ("settings", "sync")}
    return rx.el.p(say(language, f"public.install.way.{cover}", **names), **_only_with(cover))


def _digits(language: Language) -> rx.Component:
    field = Field(
        "digits", say(language, "public.install.digits"), say(language, "public.install.digits.hint")
    )
    sentences = {
        f"data-{key}": say(language, f"public.install.digits.{key}") for key in ("refused", "stays", "lost")
    }
    return rx.el.div(
        field.around(field.input("input input--code", input_mode="numeric")),
        rx.el.p(role="status", class_name="hint", custom_attrs=for_script("data-told") | sentences),
        **_only_with(Cover.CALCULATOR),
    )


def _without_script(language: Language) -> rx.Component:
    links = (
        link_row("cover", "dusk", say(language, f"public.install.{cover}"), routes.cover(cover, language))
        for cover in Cover
    )
    return rx.el.noscript(
        rx.el.div(
            rx.el.p(say(language, "public.install.script")),
            rx.el.div(*links, class_name="rows"),
            class_name="panel",
        )
    )


def _installing(language: Language) -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(language, "public.install.how"), id="install-how"),
        rx.el.button(
            icon("download"),
            say(language, "public.install.go"),
            type="button",
            class_name="btn btn--primary btn--wide",
            hidden=True,
            custom_attrs={"data-install-now": ""},
        ),
        rx.el.p(
            icon("check"),
            rx.el.span(say(language, "public.install.done")),
            class_name="not",
            tab_index=-1,
            hidden=True,
            custom_attrs={"data-installed": ""},
        ),
        rx.el.div(_android(language), _iphone(language), class_name="rows"),
        rx.el.p(say(language, "public.install.without"), class_name="hint"),
        native_link(
            icon("cover"),
            say(language, "public.install.try"),
            href=routes.cover(Cover.NOTEBOOK, language),
            class_name="btn btn--secondary btn--wide",
            custom_attrs={"data-replace": "", "data-chosen": ""},
        ),
        class_name="panel",
        aria_labelledby="install-how",
    )


def _android(language: Language) -> rx.Component:
    return pictured(
        "android", say(language, "public.install.android"), _steps(language, "android", _ON_ANDROID)
    )


def _iphone(language: Language) -> rx.Component:
    # An iPhone gives the installed app a storage of its own, in which nothing has been chosen yet.
    anew = rx.el.p(say(language, "public.install.anew"), class_name="hint", **_only_with(Cover.CALCULATOR))
    steps = _steps(language, "iphone", _ON_IPHONE)
    return pictured("iphone", say(language, "public.install.iphone"), steps, anew)


def _steps(language: Language, system: str, pictures: tuple[str, ...]) -> list[tuple[str, str]]:
    return [
        (picture, say(language, f"public.install.{system}.{number}"))
        for number, picture in enumerate(pictures, start=1)
    ]


def _not_hidden(language: Language) -> rx.Component:
    """Return what whoever looks closely finds out all the same (D5)."""
    told = (told_line(symbol, hue, say(language, f"public.install.not.{key}")) for symbol, hue, key in _TOLD)
    return rx.el.section(
        rx.el.h2(say(language, "public.install.not"), id="install-not"),
        rx.el.ul(*told, class_name="told", role="list"),
        rx.el.p(say(language, "public.install.not.other"), class_name="hint"),
        class_name="panel",
        aria_labelledby="install-not",
    )


def _back(language: Language) -> rx.Component:
    """Return the way back: to the sign-in, or to her own page if she came from there."""
    address = routes.visited(routes.public("open", language))
    row = link_row("unlock", "sage", say(language, "public.install.back"), address, replaces=True)
    return rx.el.div(row, class_name="rows", custom_attrs={"data-back": routes.visited(routes.ME)})
