"""A board drawn: its items on the grid, what they are moved by, and the choices of an item."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx

from lifeplan_app.components.html import Text, drawing, for_script, icon
from lifeplan_app.model.board import ItemKind


@dataclass(frozen=True, slots=True)
class Face:
    """What an item shows, as variables of the page.

    Attributes:
        look: The classes that say how it looks.
        told: What a screen reader says of an image.
    """

    kind: Text
    look: Text
    text: Text
    told: Text
    photo: Text
    sources: Text
    sizes: Text
    shape: Text
    mark: Text


def inside(face: Face) -> rx.Component:
    """Return what an item shows."""
    return rx.fragment(
        rx.match(
            face.kind,
            (ItemKind.PHOTO.value, _photo(face)),
            (ItemKind.SHAPE.value, drawing("i-" + face.shape, "icon", face.told)),
            (ItemKind.CARD.value, rx.fragment(_mark(face.mark), rx.el.span(face.text, class_name="kept"))),
            rx.el.span(face.text, class_name="kept"),
        )
    )


def _photo(face: Face) -> rx.Component:
    return rx.el.img(
        alt=face.told,
        src="/session/photos/" + face.photo + "/small",
        src_set=face.sources,
        sizes=face.sizes,
        decoding="async",
        draggable=False,
    )


def _mark(mark: Text) -> rx.Component:
    return rx.cond(mark == "wish", icon("wish"), drawing("st-" + mark, "glyph"))


def item_to_move(name: Text, place: Text, at: Text, face: Face) -> rx.Component:
    """Return an item as it is arranged: a tap chooses it, ``board.js`` moves it."""
    return rx.el.li(
        rx.el.button(
            inside(face),
            type="button",
            class_name="board__face " + face.look,
            custom_attrs={"aria-pressed": "false"},
        ),
        class_name="board__item " + place,
        key=name,
        custom_attrs={"data-item": name, "data-at": at, "data-kind": face.kind},
    )


def item_to_see(name: Text, place: Text, face: Face) -> rx.Component:
    """Return an item as it is looked at."""
    return rx.el.li(
        rx.el.div(inside(face), class_name="board__face " + face.look),
        class_name="board__item " + place,
        key=name,
        custom_attrs={"data-seen": face.kind},
    )


def preview(name: Text, size: Text, ground: Text, face: Face) -> rx.Component:
    """Return the item alone, as it looks now; who cannot see it has heard of it already."""
    return rx.el.div(
        rx.el.div(
            rx.el.div(inside(face), class_name="board__face " + face.look), class_name="board__item " + size
        ),
        class_name="board board--one ground-" + ground,
        key=name,
        aria_hidden="true",
    )


def grid(label: Text, name: Text, ground: Text, *items: rx.Component, moves: bool) -> rx.Component:
    """Return the board with its *items*; where it *moves* them, ``board.js`` finds it."""
    attributes = {"data-grid": "moves" if moves else "seen", "data-name": name}
    return rx.el.ul(*items, class_name="board ground-" + ground, aria_label=label, custom_attrs=attributes)


def hands(move: Text, size: Text) -> rx.Component:
    """Return what the chosen item is held by; ``board.js`` lays it over the item."""
    return rx.fragment(
        rx.el.li(
            class_name="board__room", hidden=True, custom_attrs={"data-room": "", "aria-hidden": "true"}
        ),
        rx.el.li(
            _handle("move", move),
            _handle("size", size, "resize"),
            class_name="board__hands",
            hidden=True,
            custom_attrs={"data-hands": ""},
        ),
    )


def _handle(name: str, label: Text, symbol: str = "") -> rx.Component:
    return rx.el.button(
        icon(symbol or name, small=True),
        type="button",
        class_name=f"handle handle--{name}",
        aria_label=label,
        custom_attrs={"data-handle": name},
    )


def board_status(said: dict[str, Text]) -> rx.Component:
    """Return where a screen reader hears where an item is now; *said* has the sentences."""
    sentences = {f"data-{name}": sentence for name, sentence in said.items()}
    return rx.el.p(role="status", class_name="vh", custom_attrs=for_script("data-board-status") | sentences)


def dock(label: Text, *buttons: rx.Component, when: str) -> rx.Component:
    """Return the buttons under the thumb: *when* ``none`` or ``one`` item is chosen."""
    return rx.el.div(*buttons, class_name=f"dock dock--{when}", role="group", aria_label=label)


def dock_button(symbol: str, text: Text, **props: object) -> rx.Component:
    """Return a button of the dock, with its word."""
    return rx.el.button(icon(symbol), text, type="button", class_name="btn", **props)


def dock_sign(symbol: str, text: Text, **props: object) -> rx.Component:
    """Return a button of the dock without room for its word."""
    return rx.el.button(icon(symbol), type="button", class_name="iconbtn", aria_label=text, **props)


def tab(name: Text, key: Text, on_open: rx.event.EventSpec, *, here: rx.Var[bool]) -> rx.Component:
    """Return one board among the others."""
    return rx.el.button(
        name,
        type="button",
        class_name="tab",
        key=key,
        on_click=on_open,
        custom_attrs={"aria-current": rx.cond(here, "true", "false")},
    )


def swatches(
    name: str,
    legend: Text,
    options: Sequence[tuple[str, Text, rx.Component, rx.event.EventSpec]],
    current: Text,
) -> rx.Component:
    """Return a few looks side by side, each with its word below it; one tap chooses.

    Args:
        name: The name of the radio group.
        legend: What is chosen.
        options: For each its value, its word, how it looks, and what choosing it does.
        current: The value that is chosen now.
    """
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="label stackgap"),
        rx.el.div(
            *(_swatch(name, value, text, look, chosen, current) for value, text, look, chosen in options),
            class_name="swatches",
        ),
    )


def _swatch(
    name: str, value: str, text: Text, look: rx.Component, chosen: rx.event.EventSpec, current: Text
) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name=name, value=value, checked=current == value, on_change=chosen),
        look,
        rx.el.span(text),
        class_name="swatch",
    )


def pair(legend: Text, *buttons: rx.Component) -> rx.Component:
    """Return buttons that belong together, under what they do."""
    return rx.el.div(
        rx.el.p(legend, class_name="label"),
        rx.el.div(*buttons, class_name="btns btns--two"),
        role="group",
        aria_label=legend,
        class_name="stack",
    )


def push(symbol: str, text: Text, **props: object) -> rx.Component:
    """Return a button that changes something by a little."""
    return rx.el.button(icon(symbol), text, type="button", class_name="btn btn--secondary", **props)


def bringing(said: dict[str, Text], stop: Text, again: Text, close: Text) -> rx.Component:
    """Return the line that tells how photos go up; ``board.js`` fills it. *said* has the sentences."""
    return rx.el.div(
        rx.el.p(role="status", class_name="bring__said", custom_attrs=for_script("data-bring-said")),
        rx.el.div(
            rx.el.progress(
                max="100",
                class_name="bring__line",
                aria_label=said["one"],
                custom_attrs=for_script("data-bring-line"),
            ),
            class_name="bring__track",
        ),
        rx.el.div(
            rx.el.button(
                stop, type="button", class_name="btn btn--soft", custom_attrs={"data-bring": "stop"}
            ),
            rx.el.button(
                icon("repeat", small=True),
                again,
                type="button",
                class_name="btn btn--soft",
                custom_attrs={"data-bring": "again"},
            ),
            rx.el.button(
                close, type="button", class_name="btn btn--quiet", custom_attrs={"data-bring": "close"}
            ),
            class_name="btns",
        ),
        class_name="card bring",
        hidden=True,
        custom_attrs={"data-bringing": "", **{f"data-say-{name}": text for name, text in said.items()}},
    )


def picture_choice(symbol: str, text: Text, sheet: str, *, camera: bool) -> rx.Component:
    """Return a button that opens the camera or the phone's pictures; ``board.js`` brings what is chosen."""
    from_camera = {"capture": "environment"} if camera else {"multiple": True}
    return rx.el.label(
        icon(symbol),
        text,
        rx.el.input(
            type="file",
            accept="image/*",
            class_name="vh",
            custom_attrs={"data-bring-from": sheet, **from_camera},
        ),
        class_name="btn btn--secondary btn--wide filebtn",
    )
