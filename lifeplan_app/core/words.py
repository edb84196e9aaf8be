"""Her words: a text changed in place, the texts kept beside it, and notes."""

from dataclasses import dataclass

from lifeplan_app.core.access import own_record, own_records
from lifeplan_app.core.edits import Words
from lifeplan_app.core.undo import Changed, change_words
from lifeplan_app.model.account import Actor
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Memo, Tracked, Worded
from lifeplan_app.model.text import kept_as_typed, one_line_at_least
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Written(Changed):
    """What became of a text.

    Attributes:
        conflict: Another window had changed the text since *read_version*; hers was written, and
            the other one stands in ``record.others``.
    """

    conflict: bool = False


def write_text(uow: UnitOfWork, actor: Actor, record_id: RecordId, text: str, read_version: int) -> Written:
    """Return the record with *text* as its text; never loses words of another window.

    Args:
        uow: An open write.
        actor: Who writes.
        record_id: A goal, a step, a board, or whatever else has a text.
        text: What stands in the field, as typed.
        read_version: The record's version when the field was shown or last saved.

    Raises:
        TextMissingError: The text is blank, and this is nothing without words; what stood there stays.
        TextTooLongError: The text has more than 10,000 characters; what stood there stays.
        NotFoundError: She has no such text.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    fits = kept_as_typed if own_record(records, record_id, Worded).may_be_blank else one_line_at_least
    return _write(records, record_id, fits(text), read_version)


def take_other(uow: UnitOfWork, actor: Actor, record_id: RecordId, index: int) -> Changed:
    """Return the record with the other text at *index* in the place of its text.

    Raises:
        NotFoundError: She has no such record, or it has no such other text.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """

    def words(record: Worded) -> Words:
        taken, left = _picked(record, index)
        return Words(taken, left)

    return change_words(own_records(uow, actor), record_id, words)


def drop_other(uow: UnitOfWork, actor: Actor, record_id: RecordId, index: int) -> Changed:
    """Return the record without the other text at *index*.

    Raises:
        NotFoundError: She has no such record, or it has no such other text.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """

    def words(record: Worded) -> Words:
        return Words(record.text, _picked(record, index)[1])

    return change_words(own_records(uow, actor), record_id, words)


def write_memo(uow: UnitOfWork, actor: Actor, of: RecordId, text: str, read_version: int) -> Written:
    """Return the note on a goal or a step with *text* as its text, blank or not.

    Args:
        uow: An open write.
        actor: Who writes.
        of: The goal or step.
        text: What stands in the field, as typed.
        read_version: The note's version when the field was shown or last saved; 0 if there was none.

    Raises:
        TextTooLongError: The text has more than 10,000 characters; what stood there stays.
        NotFoundError: She has no such goal or step.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    text = kept_as_typed(text)
    records = own_records(uow, actor)
    own_record(records, of, Tracked)
    memo_id = records.named(f"memo {of}")
    if records.find(memo_id) is None:
        records.add(Memo(id=memo_id, text="", of=of))
    return _write(records, memo_id, text, read_version)


def _write(records: Records, record_id: RecordId, text: str, read_version: int) -> Written:
    overwritten: list[str] = []

    def words(record: Worded) -> Words:
        changed_elsewhere = record.text_version > read_version and record.text != text
        overwritten[:] = [record.text] if changed_elsewhere else []
        return Words(text, record.others).beside(overwritten)

    changed = change_words(records, record_id, words)
    return Written(changed.records, changed.undo, conflict=bool(overwritten))


def _picked(record: Worded, index: int) -> tuple[str, tuple[str, ...]]:
    """Return the other text at *index*, and the rest of them."""
    if not 0 <= index < len(record.others):
        raise NotFoundError
    others = record.others
    return others[index], others[:index] + others[index + 1 :]
