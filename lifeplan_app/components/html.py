"""Plain elements that the framework wraps too much: a form that posts, a link, a drawing."""

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML


class NativeForm(BaseHTML):
    """A form that the browser posts itself; ``rx.el.form`` always prevents that."""

    tag = "form"

    action: rx.Var[str]
    method: rx.Var[str]
    auto_complete: rx.Var[str]
    no_validate: rx.Var[bool]


class NativeLink(BaseHTML):
    """A link that the browser follows itself, not the router."""

    tag = "a"

    href: rx.Var[str]
    rel: rx.Var[str]


class Drawing(BaseHTML):
    """An ``svg`` element that shows a symbol of the sprite."""

    tag = "svg"


class Use(BaseHTML):
    """The symbol that a drawing shows."""

    tag = "use"

    href: rx.Var[str]


class Modules(BaseHTML):
    """An ``svg`` element with a plane of its own."""

    tag = "svg"

    view_box: rx.Var[str]


class Path(BaseHTML):
    """A line of a drawing."""

    tag = "path"

    d: rx.Var[str]


def for_script(name: str, value: str = "") -> dict[str, object]:
    """Return the attributes of an element whose content a script writes, found by the attribute *name*.

    React wakes up after the page is there, and she may have begun by then. What it finds changed inside
    an element makes it throw the whole page away, with all that was typed; inside these it does not look.
    """
    return {name: value, "dangerouslySetInnerHTML": {"__html": ""}}


native_form = NativeForm.create
native_link = NativeLink.create

Text = rx.Var[str] | str
"""Words, as they come from the server (or from the catalogue, on a public page)."""


def drawing(symbol: Text, class_name: Text = "", label: Text | None = None) -> rx.Component:
    """Return *symbol* of the sprite; hidden from screen readers unless it has a *label*."""
    told = {"role": "img", "aria_label": label} if label is not None else {"aria_hidden": "true"}
    return Drawing.create(Use.create(href="/icons.svg#" + symbol), class_name=class_name, **told)


def icon(name: str, *, small: bool = False, flips: bool = False) -> rx.Component:
    """Return the line icon *name*; a small one beside words, a flipping one points along them."""
    sizes = " icon--s" if small else ""
    turns = " icon--flip" if flips else ""
    return drawing(f"i-{name}", f"icon{sizes}{turns}")


def glyph(progress: Text, *, small: bool = False, label: Text | None = None) -> rx.Component:
    """Return the shape of a state: a circle, a rising sun, a moon, a tick, a leaf."""
    return drawing("st-" + progress, "glyph glyph--s" if small else "glyph", label)


def pattern(path: Text, box: Text, label: Text) -> rx.Component:
    """Return a QR code, dark on light in every theme: cameras read no other."""
    return Modules.create(Path.create(d=path), view_box=box, class_name="qr", role="img", aria_label=label)
