"""Areas of life drawn: an icon and a hue for each of the eight, a leaf for a word of her own or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import reflex as rx

from lifeplan_app.components.html import Text, drawing, icon
from lifeplan_app.model.plan import LifeArea


@dataclass(frozen=True, slots=True)
class AreaLook:
    """How an area is drawn."""

    symbol: str
    hue: str


AREA_LOOKS: Final[dict[str, AreaLook]] = {
    LifeArea.HOUSING: AreaLook("area-housing", "dusk"),
    LifeArea.FINANCIAL_INDEPENDENCE: AreaLook("area-money", "apricot"),
    LifeArea.HEALTH: AreaLook("area-health", "sage"),
    LifeArea.ADMINISTRATIVE_STATUS: AreaLook("area-papers", "sand"),
    LifeArea.JUSTICE: AreaLook("area-justice", "dusk"),
    LifeArea.PARENTHOOD: AreaLook("area-parent", "apricot"),
    LifeArea.INTEGRATION: AreaLook("area-integration", "sage"),
    LifeArea.SOCIAL_TIES: AreaLook("area-ties", "sand"),
}
_OTHER: Final = AreaLook("leaf", "sage")


def area_mark(area: Text) -> rx.Component:
    """Return the coloured square of an *area*, which may be known only when the page shows."""
    return rx.el.span(area_icon(area), class_name=_by_area(area, "area area--", "hue"))


def area_icon(area: Text, *, small: bool = False) -> rx.Component:
    """Return the line icon of an *area*."""
    return drawing(_by_area(area, "i-", "symbol"), "icon icon--s" if small else "icon")


def _by_area(area: Text, prefix: str, part: str) -> Text:
    if isinstance(area, str):
        return prefix + getattr(AREA_LOOKS.get(area, _OTHER), part)
    cases = ((str(each), prefix + getattr(look, part)) for each, look in AREA_LOOKS.items())
    return rx.match(area, *cases, prefix + getattr(_OTHER, part)).to(str)


class AreaOption(NamedTuple):
    """One area to choose: its value, its word, what choosing it does."""

    value: str
    word: Text
    chosen: rx.event.EventSpec


def area_picker(
    name: str, legend: Text, options: Sequence[AreaOption], none: AreaOption, current: Text
) -> rx.Component:
    """Return the areas as radios, each a pictogram with its word, and the choice of none."""
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="label stackgap"),
        rx.el.div(
            *(_option(name, each, current, area_mark(each.value)) for each in options),
            _option(name, none, current, rx.el.span(icon("minus"), class_name="area area--none")),
            class_name="areas",
        ),
    )


def _option(name: str, option: AreaOption, current: Text, tile: rx.Component) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name=name,
            value=option.value,
            checked=current == option.value,
            on_change=option.chosen,
        ),
        tile,
        rx.el.span(option.word),
        class_name="areas__opt",
    )
