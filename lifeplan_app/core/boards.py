"""Her dream boards: added, on another ground, ordered, deleted. Order and deletion are the plan's own."""

from dataclasses import replace

from lifeplan_app.core.access import own_records
from lifeplan_app.core.order import last_rank
from lifeplan_app.core.undo import AddedUndo, Changed, change
from lifeplan_app.model.account import Actor
from lifeplan_app.model.board import MOST_BOARDS, Board, Ground
from lifeplan_app.model.errors import TooManyBoardsError
from lifeplan_app.model.ids import RecordId, new_id
from lifeplan_app.model.text import kept_as_typed
from lifeplan_app.store.unit import UnitOfWork


def add_board(uow: UnitOfWork, actor: Actor, name: str = "") -> Changed:
    """Return the new board, the last one.

    Raises:
        TooManyBoardsError: She has as many as she can have.
        TextTooLongError: The name has more than 10,000 characters.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    boards = [each for each in records.all() if isinstance(each, Board)]
    if len(boards) >= MOST_BOARDS:
        raise TooManyBoardsError
    board = Board(id=RecordId(new_id()), rank=last_rank(boards), text=kept_as_typed(name), text_version=1)
    kept = records.add(board)
    return Changed((kept,), AddedUndo(kept.id, kept))


def set_ground(uow: UnitOfWork, actor: Actor, board_id: RecordId, ground: Ground) -> Changed:
    """Return the board on that ground.

    Raises:
        NotFoundError: She has no such board.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    return change(own_records(uow, actor), board_id, Board, lambda each: replace(each, ground=ground))


def set_room(uow: UnitOfWork, actor: Actor, board_id: RecordId, *, makes_room: bool) -> Changed:
    """Return the board, on which from now on what is in the way makes room, or is overlapped.

    Raises:
        NotFoundError: She has no such board.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    return change(own_records(uow, actor), board_id, Board, lambda each: replace(each, makes_room=makes_room))
