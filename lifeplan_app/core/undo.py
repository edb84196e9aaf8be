"""Taking a change back: what each change leaves behind so that it can be put as it was."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from lifeplan_app.model.account import Actor
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Horizon, Progress, Record
from lifeplan_app.store.unit import UnitOfWork

UNDO_SECONDS = 12.0
"""Ten that she is shown, and two for a slow network."""

_MOST_CHANGES = 50


@dataclass(frozen=True, slots=True)
class Words:
    """A text and the texts kept beside it."""

    text: str = field(repr=False)
    others: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class AddedUndo:
    """Takes an added record away again, with whatever hangs on it."""

    id: RecordId


@dataclass(frozen=True, slots=True)
class DeletedUndo:
    """Puts deleted records back whole."""

    records: tuple[Record, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class WordsUndo:
    """Puts a text back; what was written elsewhere since the change is kept beside it."""

    id: RecordId
    before: Words
    after: Words


@dataclass(frozen=True, slots=True)
class ProgressUndo:
    """Puts the progress of a goal or a step back, and nothing else of it."""

    id: RecordId
    before: Progress


@dataclass(frozen=True, slots=True)
class HorizonUndo:
    """Puts a goal back on its horizon, and changes nothing else of it."""

    id: RecordId
    before: Horizon


Undo = AddedUndo | DeletedUndo | WordsUndo | ProgressUndo | HorizonUndo
"""What puts one change back. Opaque to the layers above."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a use case did.

    Attributes:
        records: The records as they stand now, the main one first; for a deletion, as they stood.
        undo: What puts the change back.
    """

    records: tuple[Record, ...] = field(repr=False)
    undo: Undo

    @property
    def record(self) -> Record:
        """The main record of the change."""
        return self.records[0]


class UndoLog:
    """The changes of one session that can still be taken back. Thread-safe; process memory only."""

    def __init__(self, clock: Callable[[], float], seconds: float = UNDO_SECONDS) -> None:
        """Keep each change for *seconds* of *clock*."""

    def put(self, undo: Undo) -> str:
        """Return the mark under which *undo* can be taken for the next seconds.

        Letters saved one after the other in one field are one change: it keeps its mark, and its
        time starts anew.
        """
        raise NotImplementedError

    def take(self, mark: str) -> Undo:
        """Return the change kept under *mark*, once.

        Raises:
            TooLateError: Its time is over, or it was taken already.
        """
        raise NotImplementedError

    def clear(self) -> None:
        """Forget everything."""


def take_back(uow: UnitOfWork, actor: Actor, undo: Undo) -> Changed:
    """Return the records as they stood before the change, and what would do it again.

    Raises:
        NotAllowedError: The actor has no plan.
        NotFoundError: The record was deleted in another window since.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError
