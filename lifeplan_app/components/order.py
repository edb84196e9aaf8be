"""What can be put in another order: the attributes that ``order.js`` finds it by, and its grip."""

import reflex as rx

from lifeplan_app.components.html import Text, for_script, icon

_MOVED = "window.carnet.out.order"
"""What ``order.js`` moves: ``{ id, before, into, by }``."""

MOVED_ID = rx.Var(f"{_MOVED}.id").to(str)
MOVED_BEFORE = rx.Var(f"{_MOVED}.before").to(str)
MOVED_INTO = rx.Var(f"{_MOVED}.into").to(str)
MOVED_BY = rx.Var(f"{_MOVED}.by").to(int)


def order_list(kind: str, into: Text = "", rest: Text = "") -> dict[str, Text]:
    """Return the attributes of what holds items of *kind*.

    Args:
        kind: What can stand in it.
        into: Where an item goes that comes from another list.
        rest: The first item that does not show; what is dropped at the end stands before it.
    """
    return {"data-order-list": f"{kind}:" + into, "data-order-rest": rest}


def order_target(kind: str, into: Text) -> dict[str, Text]:
    """Return the attributes of what items of *kind* can be dropped on, to go *into* it as the last."""
    return {"data-order-target": f"{kind}:" + into}


def order_item(record_id: Text, gap: Text = "") -> dict[str, Text]:
    """Return the attributes of an item; its grip is anywhere inside it.

    Args:
        record_id: Which.
        gap: The first of those before it that do not show; what is dropped before it stands before that.
    """
    return {"data-order-item": record_id, "data-order-gap": gap}


def grip(label: Text, name: Text) -> rx.Component:
    """Return what an item is moved by: with a finger, a mouse, the arrow keys; a tap opens the buttons.

    Args:
        label: What the grip does.
        name: The item's own words.
    """
    return rx.el.button(
        icon("grip"),
        type="button",
        class_name="iconbtn grip",
        aria_label=label + " : " + name,
        custom_attrs={"data-order-grip": name},
    )


def order_status(said: dict[str, Text]) -> rx.Component:
    """Return where a screen reader hears how a move goes; *said* has the sentences."""
    sentences = {f"data-{name}": sentence for name, sentence in said.items()}
    return rx.el.p(role="status", class_name="vh", custom_attrs=for_script("data-order-status") | sentences)


def nudge_button(symbol: str, text: Text, record_id: Text, on_click: rx.event.EventSpec) -> rx.Component:
    """Return a button that moves an item one place; with no *record_id*, the one whose grip was tapped."""
    return rx.el.button(
        icon(symbol),
        text,
        type="button",
        class_name="btn btn--secondary",
        on_click=on_click,
        custom_attrs={"data-order-nudges": record_id},
    )


def order_name() -> rx.Component:
    """Return where the words of the item stand whose grip was tapped."""
    return rx.el.p(class_name="kept", custom_attrs=for_script("data-order-name"))
