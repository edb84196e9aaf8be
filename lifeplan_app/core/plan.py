"""Her plan: reading it, putting parts of it away, deleting them."""

from collections import defaultdict
from dataclasses import replace
from typing import TypeVar

from lifeplan_app.core.access import own_record, own_records
from lifeplan_app.core.edits import take_away
from lifeplan_app.core.order import in_order
from lifeplan_app.core.undo import Changed, DeletedUndo, change
from lifeplan_app.model.account import Actor
from lifeplan_app.model.board import Board, BoardItem, BoardWithItems, Photo
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import (
    Draft,
    Goal,
    GoalWithSteps,
    Label,
    Memo,
    NoteLeft,
    Plan,
    Record,
    Step,
    Stored,
    Strength,
    Wish,
)
from lifeplan_app.model.sharing import Note, Shared
from lifeplan_app.store.unit import UnitOfWork

R = TypeVar("R", bound=Record)


def read_plan(uow: UnitOfWork, actor: Actor) -> Plan:
    """Return everything of hers, in her order, and what she was typing.

    Raises:
        NotAllowedError: The actor has no plan.
        SealError: A record does not open.
        SessionOverError: The actor's keys are gone.
    """
    kinds: defaultdict[type[Record], list[Record]] = defaultdict(list)
    for record in own_records(uow, actor).all():
        kinds[type(record)].append(record)

    def all_of(kind: type[R]) -> list[R]:
        return [each for each in kinds[kind] if isinstance(each, kind)]

    steps: defaultdict[RecordId, list[Step]] = defaultdict(list)
    for step in in_order(all_of(Step)):
        steps[step.goal_id].append(step)
    return Plan(
        goals=tuple(GoalWithSteps(goal, tuple(steps[goal.id])) for goal in in_order(all_of(Goal))),
        wishes=tuple(in_order(all_of(Wish))),
        strengths=tuple(in_order(all_of(Strength))),
        boards=_boards(all_of(Board), all_of(BoardItem)),
        photos={photo.id: photo for photo in all_of(Photo)},
        memos={memo.of: memo for memo in all_of(Memo)},
        labels={label.key: label.text for label in all_of(Label)},
        drafts={draft.place: draft.text for draft in all_of(Draft)},
        seen={shared.of: max(grant.ends for grant in shared.grants) for shared in all_of(Shared)},
        notes=_by_step(all_of(Note)),
    )


def _boards(boards: list[Board], items: list[BoardItem]) -> tuple[BoardWithItems, ...]:
    lying: defaultdict[RecordId, list[BoardItem]] = defaultdict(list)
    for item in in_order(items):
        lying[item.board_id].append(item)
    return tuple(BoardWithItems(board, tuple(lying[board.id])) for board in in_order(boards))


def _by_step(notes: list[Note]) -> dict[RecordId, tuple[NoteLeft, ...]]:
    found: defaultdict[RecordId, list[NoteLeft]] = defaultdict(list)
    for note in sorted(notes, key=lambda each: (each.day, each.number)):
        if note.of is not None:
            found[note.of].append(NoteLeft(note.by, note.day, note.text, note.fresh))
    return {step: tuple(each) for step, each in found.items()}


def put_away(uow: UnitOfWork, actor: Actor, record_id: RecordId) -> Changed:
    """Return the goal, step or wish, put away: nothing of it is lost.

    Raises:
        NotFoundError: She has no such goal, step or wish.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    return _set_put_away(uow, actor, record_id, put_away=True)


def take_out(uow: UnitOfWork, actor: Actor, record_id: RecordId) -> Changed:
    """Return the goal, step or wish where it stood before it was put away.

    Raises:
        NotFoundError: She has no such goal, step or wish.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    return _set_put_away(uow, actor, record_id, put_away=False)


def delete(uow: UnitOfWork, actor: Actor, record_id: RecordId) -> Changed:
    """Return what is gone: the goal, step, wish, strength, board or item, and whatever hung on it.

    Raises:
        NotFoundError: She has nothing such.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    if not isinstance(own_record(records, record_id, Record), Stored | Strength | Board | BoardItem):
        raise NotFoundError
    gone = take_away(records, record_id)
    return Changed(gone, DeletedUndo(gone))


def _set_put_away(uow: UnitOfWork, actor: Actor, record_id: RecordId, *, put_away: bool) -> Changed:
    return change(own_records(uow, actor), record_id, Stored, lambda each: replace(each, put_away=put_away))
