"""The names of areas: hers where she has one."""

import reflex as rx

from lifeplan_app.model.plan import LifeArea
from lifeplan_app.state.session import word


def area_name(area: rx.Var[str]) -> rx.Var[str]:
    """Return what an *area* of a goal is called: one of the eight, or the word of hers that it is."""
    names = ((each.value, word(f"area.{each.value}")) for each in LifeArea)
    return rx.match(area, *names, area).to(str)
