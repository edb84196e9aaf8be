"""Her own words for what the app calls otherwise."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import drafts, labels
from lifeplan_app.model.plan import Horizon, LifeArea, Plan
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import shows
from lifeplan_app.state.undo import UndoState

GROUPS: Final = {
    "pages": ("place.today", "place.plan", "place.board", "place.me", "plan.title", "board.title"),
    "horizons": tuple(f"horizon.{each.value}" for each in Horizon),
    "lists": (
        "wishes.title",
        "strengths.title",
        "today.picked",
        "today.coming",
        "today.strength",
        "away.title",
    ),
    "areas": tuple(f"area.{each.value}" for each in LifeArea),
}
"""Everything that can be renamed, as it is offered to her."""


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One message that she may rename.

    Attributes:
        place: What its field is called.
        text: What stands in the field: her word, or what she was typing.
        renamed: Whether she has a word of her own for it.
        late: ``draft`` if what stands there is not her word yet.
    """

    key: str
    place: str
    text: str
    renamed: bool
    late: str


class LabelsState(rx.State):
    """What her own page shows of them.

    Attributes:
        rows: The messages, by group.
    """

    rows: dict[str, list[LabelRow]] = {}

    @rx.event
    @kindly
    async def take_back(self, key: str) -> None:
        """Take the app's own word again."""
        changed = await act(self, labels.rename, key, "")
        if changed is not None:
            await (await self.get_state(UndoState)).offer("undo.word", changed)

    def show(self, read: Plan) -> None:
        """Show her words as they stand in *read*."""
        put(self, rows={group: [_row(read, key) for key in keys] for group, keys in GROUPS.items()})


def _row(read: Plan, key: str) -> LabelRow:
    place, kept = drafts.label_place(key), read.labels.get(key, "")
    typed = read.drafts.get(place)
    late = "" if typed is None else "draft"
    return LabelRow(key, place, kept if typed is None else typed, key in read.labels, late)


@shows("me")
async def show_labels(state: BaseState, read: Plan, today: date) -> None:  # noqa: ARG001 - what each is given
    """Show her words."""
    (await state.get_state(LabelsState)).show(read)
