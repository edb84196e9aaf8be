"""What she may call by a word of her own."""

from typing import Final

from lifeplan_app.model.plan import Horizon, LifeArea

RENAMEABLE: Final = (
    "place.today",
    "place.plan",
    "place.me",
    "plan.title",
    "place.board",
    "board.title",
    "wishes.title",
    *(f"horizon.{each.value}" for each in Horizon),
    "strengths.title",
    "today.picked",
    "today.coming",
    "today.strength",
    "away.title",
    *(f"area.{each.value}" for each in LifeArea),
)
"""The messages that name a section, a place or an area."""
