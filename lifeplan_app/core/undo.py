"""Taking a change back: what each change leaves behind so that it can be put as it was."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import NamedTuple, TypeVar

from lifeplan_app.core.access import own_records
from lifeplan_app.core.edits import Values, Words, put_back, rewrite, take_away
from lifeplan_app.model.account import Actor
from lifeplan_app.model.board import BoardItem
from lifeplan_app.model.errors import ChangedSinceError, TooLateError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Record, Worded
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork

R = TypeVar("R", bound=Record)

UNDO_SECONDS = 12.0
"""Ten that she is shown, and two for a slow network."""

_MOST_CHANGES = 50
_MARK_BYTES = 16


@dataclass(frozen=True, slots=True)
class AddedUndo:
    """Takes an added record away again.

    Attributes:
        id: Which.
        added: As it was added; by now it may be another, or something may hang on it. None for what was
            there before: that goes whole, as it is.
    """

    id: RecordId
    added: Record | None = field(default=None, repr=False)


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

    @property
    def goes_on(self) -> bool:
        """Whether it is typing, which goes on: no text kept beside it was taken or let go."""
        return set(self.before.others) <= set(self.after.others)

    def goes_on_with(self, earlier: "WordsUndo") -> bool:
        """Tell whether it is the same typing as the *earlier* change, gone on with."""
        follows = (earlier.id, earlier.after) == (self.id, self.before)
        return follows and self.goes_on and earlier.goes_on


@dataclass(frozen=True, slots=True)
class ValuesUndo:
    """Puts some attributes of records back, and nothing else of them."""

    before: tuple[Values, ...]


@dataclass(frozen=True, slots=True)
class SeveralUndo:
    """Takes back what was done in several moves, the last one first."""

    moves: tuple["Undo", ...]


Undo = AddedUndo | DeletedUndo | WordsUndo | ValuesUndo | SeveralUndo
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


class _Kept(NamedTuple):
    deadline: float
    undo: "Undo"
    window: str


class UndoLog:
    """The changes of one session that can still be taken back. Thread-safe; process memory only."""

    def __init__(self, clock: Callable[[], float], seconds: float = UNDO_SECONDS) -> None:
        """Keep each change for *seconds* of *clock*."""
        self._clock = clock
        self._seconds = seconds
        self._lock = Lock()
        self._kept: dict[str, _Kept] = {}  # by mark, oldest first

    def put(self, undo: Undo, window: str = "") -> str:
        """Return the mark under which *undo*, of a change in *window*, can be taken for the next seconds.

        Letters saved one after the other in one field of one window are one change: it keeps its
        mark, and its time starts anew. A choice between two texts is one of its own: taken back, it must not
        take back with it what she had typed before.
        """
        with self._lock:
            self._forget_old()
            mark, whole = self._continued(undo, window)
            self._kept.pop(mark, None)
            self._kept[mark] = _Kept(self._clock() + self._seconds, whole, window)
            for oldest in list(self._kept)[:-_MOST_CHANGES]:
                del self._kept[oldest]
            return mark

    def take(self, mark: str) -> Undo:
        """Return the change kept under *mark*, once.

        Raises:
            TooLateError: Its time is over, or it was taken already.
        """
        with self._lock:
            self._forget_old()
            if mark not in self._kept:
                raise TooLateError
            return self._kept.pop(mark).undo

    def photos(self) -> set[RecordId]:
        """Return the photos of what can be brought back."""
        with self._lock:
            return {photo for kept in self._kept.values() for photo in photos_in(kept.undo)}

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()

    def forget_old(self) -> None:
        """Forget what can no longer be taken back: it holds words of hers."""
        with self._lock:
            self._forget_old()

    def __len__(self) -> int:
        return len(self._kept)

    def _continued(self, undo: Undo, window: str) -> tuple[str, Undo]:
        """Return the mark of the change that *undo* goes on with, and both as one."""
        if isinstance(undo, WordsUndo):
            for mark, (_, kept, where) in self._kept.items():
                if where == window and isinstance(kept, WordsUndo) and undo.goes_on_with(kept):
                    return mark, replace(kept, after=undo.after)
        return secrets.token_urlsafe(_MARK_BYTES), undo

    def _forget_old(self) -> None:
        now = self._clock()
        self._kept = {mark: kept for mark, kept in self._kept.items() if now <= kept.deadline}


def take_back(uow: UnitOfWork, actor: Actor, undo: Undo) -> Changed:
    """Return the records as they stand now, the change undone, and what would do it again.

    Raises:
        ChangedSinceError: What was added or set has been changed again since; all stays as it is.
        NotAllowedError: The actor has no plan.
        NotFoundError: The record, or the goal of a step, was deleted in another window since.
        StaleVersionError: What was deleted is there already.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    match undo:
        case AddedUndo():
            return _take_added_away(records, undo)
        case DeletedUndo(gone):
            back = put_back(records, gone)
            return Changed(back, AddedUndo(back[0].id))
        case WordsUndo():
            return _take_words_back(records, undo)
        case ValuesUndo(before):
            return change_values(records, *before)
        case SeveralUndo(moves):  # pragma: no branch - there is no other
            back = [take_back(uow, actor, move) for move in reversed(moves)]
            records_back = tuple(each for one in reversed(back) for each in one.records)
            return Changed(records_back, SeveralUndo(tuple(each.undo for each in back)))


def change_words(records: Records, record_id: RecordId, words: Callable[[Worded], Words]) -> Changed:
    """Return the record with the *words* that are made of it as it stands.

    Raises:
        NotFoundError: There is no such text.
        SessionOverError: The keys are gone.
    """
    before, after = rewrite(records, record_id, Worded, lambda record: words(record).put_into(record))
    return Changed((after,), WordsUndo(record_id, Words.of(before), Words.of(after)))


def change(records: Records, record_id: RecordId, kind: type[R], how: Callable[[R], R]) -> Changed:
    """Return the record as *how* makes it of what stands there now.

    Raises:
        NotFoundError: There is no such record of that kind.
        SessionOverError: The keys are gone.
    """
    before, after = rewrite(records, record_id, kind, how)
    return Changed((after,), ValuesUndo((Values.of_change(before, after),)))


def change_values(records: Records, *changes: Values) -> Changed:
    """Return the records with those values, whatever else of them changed meanwhile.

    Raises:
        NotFoundError: One of them is not there.
        SessionOverError: The keys are gone.
    """
    done = [change.put_into(records) for change in changes]
    return Changed(tuple(after for after, _ in done), ValuesUndo(tuple(before for _, before in done)))


def photos_in(undo: Undo) -> Iterator[RecordId]:
    """Yield the photos that *undo* would bring back."""
    match undo:
        case SeveralUndo(moves):
            for each in moves:
                yield from photos_in(each)
        case DeletedUndo(records):
            yield from (each.photo for each in records if isinstance(each, BoardItem) and each.photo)
        case _:
            return


def _take_added_away(records: Records, undo: AddedUndo) -> Changed:
    record, *hanging = gone = take_away(records, undo.id)
    if undo.added is not None and (hanging or not _is_same(record, undo.added)):
        raise ChangedSinceError  # the unit of work is undone
    return Changed(gone, DeletedUndo(gone))


def _is_same(record: Record, added: Record) -> bool:
    return not Values.of_change(added, record).values.keys() - {"text_version"}


def _take_words_back(records: Records, undo: WordsUndo) -> Changed:
    written_then = {undo.after.text, *undo.after.others}

    def words(record: Worded) -> Words:
        newer = [text for text in (*record.others, record.text) if text not in written_then]
        return undo.before.beside(newer)

    return change_words(records, undo.id, words)
