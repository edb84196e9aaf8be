"""Undo and redo while she arranges a board: all of it, for as long as her session lasts."""

from dataclasses import dataclass, field, replace
from threading import Lock

from lifeplan_app.core.undo import Changed, Undo, ValuesUndo, WordsUndo, photos_in
from lifeplan_app.model.board import Board, BoardItem
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Record

MOST_MOVES = 300


@dataclass(slots=True)
class _Moves:
    past: list[Undo] = field(default_factory=list["Undo"], repr=False)
    ahead: list[Undo] = field(default_factory=list["Undo"], repr=False)


class Arranging:
    """What was done on each board in each window of one session. Thread-safe; process memory only."""

    def __init__(self) -> None:
        self._moves: dict[tuple[str, RecordId], _Moves] = {}
        self._lock = Lock()

    def note(self, window: str, changed: Changed) -> None:
        """Keep what was done in *window*, if it was on a board; what was undone before can be redone no more.

        Letters saved one after the other in one field are one move. A change that changed nothing is none,
        nor is a board that came or went: whoever does again what she undid must not lose one by it.
        """
        board = board_of(changed.records)
        if board is None or not _is_move(changed):
            return
        with self._lock:
            moves = self._moves.setdefault((window, board), _Moves())
            moves.ahead.clear()
            moves.past[:] = _with(moves.past, changed.undo)[-MOST_MOVES:]

    def last(self, window: str, board: RecordId, *, ahead: bool = False) -> Undo | None:
        """Return what takes the last move back, or what does again the one that was taken back last."""
        moves = self._moves.get((window, board))
        stack = (moves.ahead if ahead else moves.past) if moves else []
        return stack[-1] if stack else None

    def went(self, undo: Undo, back: Undo | None) -> None:
        """Note that *undo*, wherever it stands, has been done; *back* takes that back, if it can be.

        It is this very one: an item that goes to and fro leaves several that are equal.
        """
        with self._lock:
            for moves in self._moves.values():
                for stack, other in ((moves.past, moves.ahead), (moves.ahead, moves.past)):
                    at = next((index for index, each in enumerate(stack) if each is undo), None)
                    if at is None:
                        continue
                    del stack[at]
                    if back is not None:
                        other.append(back)
                    return

    def photos(self) -> set[RecordId]:
        """Return the photos of what can be brought back."""
        with self._lock:
            stacks = [stack for moves in self._moves.values() for stack in (moves.past, moves.ahead)]
            return {photo for stack in stacks for undo in stack for photo in photos_in(undo)}

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._moves.clear()


def board_of(records: tuple[Record, ...]) -> RecordId | None:
    """Return the board that a change was on; nothing for a change of anything else."""
    match records:
        case (BoardItem(board_id=board_id), *_):
            return board_id
        case (Board(id=board_id), *_):
            return board_id
        case _:
            return None


def _is_move(changed: Changed) -> bool:
    match changed.undo:
        case ValuesUndo(before):
            return any(each.values for each in before)
        case WordsUndo(before=before, after=after):
            return before != after
        case _:
            return not isinstance(changed.record, Board)


def _with(past: list[Undo], undo: Undo) -> list[Undo]:
    before = past[-1] if past else None
    if isinstance(before, WordsUndo) and isinstance(undo, WordsUndo) and undo.goes_on_with(before):
        return [*past[:-1], replace(before, after=undo.after)]
    return [*past, undo]
