"""What somebody who sees a step of hers wrote beside it."""

from dataclasses import dataclass
from datetime import date

import reflex as rx

from lifeplan_app.i18n.dates import day_and_month
from lifeplan_app.model.account import Language
from lifeplan_app.model.plan import Plan, Step
from lifeplan_app.state.putting import put


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note.

    Attributes:
        by: Who wrote it.
        initial: The first letter of her name.
        day: When, in words.
        text: Her words.
    """

    by: str
    initial: str
    day: str
    text: str


class NotesState(rx.State):
    """The notes on the open step.

    Attributes:
        of_step: The oldest first.
    """

    of_step: list[NoteRow] = []

    def show(self, read: Plan, step: Step | None, today: date, language: Language) -> bool:
        """Show the notes on *step*, and tell whether one of them is new."""
        notes = read.notes.get(step.id, ()) if step else ()
        rows = [
            NoteRow(each.by, each.by[:1].upper(), day_and_month(each.day, today, language), each.text)
            for each in notes
        ]
        put(self, of_step=rows)
        return any(each.fresh for each in notes)
