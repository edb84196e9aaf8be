"""The few ways in which records change, shared by what she does and by taking it back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from lifeplan_app.core.access import own_record
from lifeplan_app.core.drafts import step_place, words_place
from lifeplan_app.model.board import Board, BoardItem, ItemKind
from lifeplan_app.model.errors import ChangedSinceError, NotFoundError, StaleVersionError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Goal, Memo, Record, Step, Wish, Worded
from lifeplan_app.model.sharing import Note
from lifeplan_app.store.records import Records

MOST_OTHERS = 20

R = TypeVar("R", bound=Record)
W = TypeVar("W", bound=Worded)

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Words:
    """A text and the texts kept beside it."""

    text: str = field(repr=False)
    others: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, record: Worded) -> "Words":
        """Return the words of *record*."""
        return cls(record.text, record.others)

    def beside(self, more: Iterable[str]) -> "Words":
        """Return these words with *more* kept beside them: each once, the newest last, at most 20."""
        kept = [other for other in dict.fromkeys((*self.others, *more)) if other != self.text]
        return Words(self.text, tuple(kept[-MOST_OTHERS:]))

    def put_into(self, record: W) -> W:
        """Return *record* with these words, to be written as its next version."""
        changed = self.text != record.text
        text_version = record.version + 1 if changed else record.text_version
        return replace(record, text=self.text, others=self.others, text_version=text_version)


@dataclass(frozen=True, slots=True)
class Values:
    """Some attributes of one record, by their names; of the others nothing is said.

    Attributes:
        id: Which record.
        values: What they are to be.
        then: What they were when this was noted; a record that has others by now is left as it is.
    """

    id: RecordId
    values: dict[str, Any] = field(repr=False)
    then: dict[str, Any] = field(default_factory=dict[str, Any], repr=False)

    @classmethod
    def of_change(cls, before: Record, after: Record) -> "Values":
        """Return what *before* had where *after* differs, but for the version, and what *after* has there."""
        names = [each.name for each in fields(before) if each.name != "version"]
        changed = [name for name in names if getattr(before, name) != getattr(after, name)]
        had, has = ({name: getattr(one, name) for name in changed} for one in (before, after))
        return cls(before.id, had, has)

    def put_into(self, records: Records) -> tuple[Record, "Values"]:
        """Return the record with these values, and the ones it had.

        Raises:
            ChangedSinceError: It was changed again since these were noted.
            NotFoundError: There is no such record.
            SessionOverError: The keys are gone.
        """
        before, after = rewrite(records, self.id, Record, self._put)
        return after, Values.of_change(before, after)

    def _put(self, record: Record) -> Record:
        if any(getattr(record, name) != value for name, value in self.then.items()):
            raise ChangedSinceError
        return replace(record, **self.values)


def rewrite(records: Records, record_id: RecordId, kind: type[R], change: Callable[[R], R]) -> tuple[R, R]:
    """Return the record before and after *change*, which is made on what stands there now.

    Another process may write between the look and the write; then it is made again on what that
    one wrote. A change that changes nothing writes nothing.

    Raises:
        NotFoundError: There is no such record of that kind.
        StaleVersionError: Others wrote each time.
        SessionOverError: The keys are gone.
    """
    for _ in range(_TRIES):
        before = own_record(records, record_id, kind)
        after = change(before)
        if after == before:
            return before, before
        try:
            return before, records.replace(after)
        except StaleVersionError:
            continue
    raise StaleVersionError


def take_away(records: Records, record_id: RecordId) -> tuple[Record, ...]:
    """Return the records that are gone: the one with that id, and whatever hangs on it.

    Raises:
        NotFoundError: There is no such record.
        SessionOverError: The keys are gone.
    """
    record = own_record(records, record_id, Record)
    gone = (record, *_hanging_on(records, record))
    for each in gone:
        records.delete(each.id)
    return gone


def put_back(records: Records, gone: tuple[Record, ...]) -> tuple[Record, ...]:
    """Return what `take_away` took, as it stands again.

    Raises:
        NotFoundError: The goal of the step, the board of the item, or what the card shows, is gone meanwhile.
        StaleVersionError: It is there already.
        SessionOverError: The keys are gone.
    """
    if isinstance(gone[0], Step):
        own_record(records, gone[0].goal_id, Goal)
    there = {each.id for each in (*gone, *records.all())}
    if not _can_lie(gone[0], there):
        raise NotFoundError
    return tuple(records.restore(each) for each in gone if _can_lie(each, there))


def _can_lie(record: Record, there: set[RecordId]) -> bool:
    """Tell whether an item has its board among what is *there*, and a card what it shows."""
    return not isinstance(record, BoardItem) or {record.board_id, record.of} - {None} <= there


def _hanging_on(records: Records, record: Record) -> list[Record]:
    """Return what is nothing without *record*.

    The steps of a goal, the notes on them, hers and others', what was being typed under it, and the cards
    that show it on a board; what lies on a board, and what was being typed for it.
    """
    if isinstance(record, Board):
        return [*_lying_on(records, record.id), *_typed_in(records, words_place(record.id))]
    if isinstance(record, Wish):
        return cards_of(records, record.id)
    if not isinstance(record, Goal | Step):
        return []
    everything = records.all()
    steps = [each for each in everything if isinstance(each, Step) and each.goal_id == record.id]
    noted = {record.id, *(step.id for step in steps)}
    memos = [each for each in everything if isinstance(each, Memo | Note) and each.of in noted]
    typed = _typed_in(records, step_place(record.id))
    return [*steps, *memos, *typed, *cards_of(records, record.id)]


def _lying_on(records: Records, board_id: RecordId) -> list[Record]:
    return [each for each in records.all() if isinstance(each, BoardItem) and each.board_id == board_id]


def _typed_in(records: Records, place: str) -> list[Record]:
    draft = records.find(records.named(place))
    return [draft] if draft else []


def cards_of(records: Records, of: RecordId) -> list[Record]:
    """Return the cards on her boards that show the wish or the goal."""
    items = [each for each in records.all() if isinstance(each, BoardItem) and each.of == of]
    return [each for each in items if each.kind is ItemKind.CARD]
