"""What lies on a board: added, put in its place, dressed, set on a goal."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from lifeplan_app.core.access import own_record, own_records
from lifeplan_app.core.drafts import words_place
from lifeplan_app.core.edits import Values
from lifeplan_app.core.order import last_rank
from lifeplan_app.core.placing import free_place, with_room
from lifeplan_app.core.undo import AddedUndo, Changed, change, change_values
from lifeplan_app.model.account import Actor
from lifeplan_app.model.board import (
    MOST_ITEMS,
    MOST_SHIFT,
    MOST_TILT,
    MOST_ZOOM,
    SHAPES,
    Board,
    BoardItem,
    Box,
    Crop,
    Frame,
    Hand,
    Hue,
    ItemKind,
    Letters,
)
from lifeplan_app.model.errors import BoardFullError, NotFoundError
from lifeplan_app.model.ids import RecordId, new_id
from lifeplan_app.model.plan import Goal, Wish, Worded
from lifeplan_app.model.text import one_line_at_least
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork

_SIZES: Final = {
    ItemKind.PHOTO: (3, 3),
    ItemKind.WORDS: (3, 1),
    ItemKind.SHAPE: (2, 2),
    ItemKind.CARD: (6, 2),
}
_NOWHERE: Final = Box(0, 0, 1, 1)
_HUES: Final = (Hue.APRICOT, Hue.DUSK, Hue.SAGE, Hue.SUN)
"""The colours that new words take in turn, so that a board is colourful without a choice."""


def add_words(
    uow: UnitOfWork, actor: Actor, board_id: RecordId, text: str, record_id: RecordId | None = None
) -> Changed:
    """Return the new words, where there is room. What was being typed is in them now: the draft goes.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: The text has more than 10,000 characters.
        BoardFullError: The board holds as much as it can.
        NotFoundError: She has no such board.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    text = one_line_at_least(text)
    records = own_records(uow, actor)
    words = sum(each.kind is ItemKind.WORDS for each in items_of(records, board_id))
    hue = _HUES[words % len(_HUES)]
    item = new_item(board_id, ItemKind.WORDS, text, record_id)
    added = lay(records, replace(item, hue=hue))
    records.delete(records.named(words_place(board_id)))
    return added


def add_shape(uow: UnitOfWork, actor: Actor, board_id: RecordId, shape: str) -> Changed:
    """Return the new pictogram, where there is room.

    Raises:
        BoardFullError: The board holds as much as it can.
        NotFoundError: She has no such board, or there is no such pictogram.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    if shape not in SHAPES:
        raise NotFoundError
    item = new_item(board_id, ItemKind.SHAPE)
    return lay(own_records(uow, actor), replace(item, shape=shape, hue=Hue.SUN))


def add_card(uow: UnitOfWork, actor: Actor, board_id: RecordId, of: RecordId) -> Changed:
    """Return the new card, where there is room: it shows the wish or the goal as it stands at any time.

    Raises:
        BoardFullError: The board holds as much as it can.
        NotFoundError: She has no such board, or no such wish or goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    if not isinstance(own_record(records, of, Worded), Wish | Goal):
        raise NotFoundError
    return lay(records, replace(new_item(board_id, ItemKind.CARD), of=of))


def lay(records: Records, item: BoardItem, size: tuple[int, int] | None = None) -> Changed:
    """Return the new *item* on top of its board, in the first place where there is room.

    Args:
        records: Hers.
        item: What it is; where it lies is decided here.
        size: Cells wide and tall; without one, what is usual for its kind.

    Raises:
        BoardFullError: The board holds as much as it can.
        NotFoundError: She has no such board.
        SessionOverError: The keys are gone.
    """
    own_record(records, item.board_id, Board)
    lying = items_of(records, item.board_id)
    if len(lying) >= MOST_ITEMS:
        raise BoardFullError
    box = free_place([each.box for each in lying], *(size or _SIZES[item.kind]))
    kept = records.add(replace(item, rank=last_rank(lying), box=box))
    return Changed((kept,), AddedUndo(kept.id, kept))


def new_item(
    board_id: RecordId, kind: ItemKind, text: str = "", record_id: RecordId | None = None
) -> BoardItem:
    """Return an item that lies nowhere yet, for `lay`."""
    return BoardItem(
        id=record_id or RecordId(new_id()),
        board_id=board_id,
        kind=kind,
        box=_NOWHERE,
        text=text,
        text_version=1 if text else 0,
    )


def place(uow: UnitOfWork, actor: Actor, item_id: RecordId, box: Box) -> Changed:
    """Return the item where *box* says, or as near as the board allows, and those that made room for it.

    Raises:
        NotFoundError: She has no such item.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    _require_whole(box)
    records = own_records(uow, actor)
    item = own_record(records, item_id, BoardItem)
    box = box.on_the_board()
    makes_room = own_record(records, item.board_id, Board).makes_room
    others = {each.id: each.box for each in items_of(records, item.board_id) if each.id != item_id}
    moved = with_room(box, others) if makes_room and box != item.box else {}
    return change_values(
        records, Values(item_id, {"box": box}), *(Values(each, {"box": to}) for each, to in moved.items())
    )


def dress(uow: UnitOfWork, actor: Actor, item_id: RecordId, name: str, value: str) -> Changed:
    """Return the item with another look: its ``tilt``, ``hue``, ``hand``, ``letters`` or ``frame``.

    Raises:
        NotFoundError: She has no such item, or there is no such look.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    try:
        look: dict[str, Any] = {name: _LOOKS[name](value)}
    except (KeyError, TypeError, ValueError):
        raise NotFoundError from None
    return change(own_records(uow, actor), item_id, BoardItem, lambda each: replace(each, **look))


def crop(uow: UnitOfWork, actor: Actor, item_id: RecordId, part: Crop) -> Changed:
    """Return the photo with that *part* of it showing, or the nearest there is.

    Raises:
        NotFoundError: She has no such item.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    _require_whole(part)
    x, y = (min(max(each, 0), MOST_SHIFT) for each in part[:2])
    nearest = Crop(x, y, min(max(part.zoom, 0), MOST_ZOOM))
    return change(own_records(uow, actor), item_id, BoardItem, lambda each: replace(each, crop=nearest))


def set_on_goal(uow: UnitOfWork, actor: Actor, item_id: RecordId, goal_id: RecordId | None) -> Changed:
    """Return the item, which goes with that goal from now on, or with none.

    Raises:
        NotFoundError: She has no such item or goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    if goal_id is not None:
        own_record(records, goal_id, Goal)
    return change(records, item_id, BoardItem, lambda each: replace(each, goal=goal_id))


def items_of(records: Records, board_id: RecordId) -> list[BoardItem]:
    """Return what lies on the board, in no order.

    Raises:
        SealError: A record does not open.
        SessionOverError: The keys are gone.
    """
    return [each for each in records.all() if isinstance(each, BoardItem) and each.board_id == board_id]


def _require_whole(numbers: Iterable[object]) -> None:
    """Refuse what a page of ours never sends: half a cell would be no cell at all."""
    if not all(isinstance(each, int) for each in numbers):
        raise NotFoundError


def _tilt(value: str) -> int:
    return min(max(int(value), -MOST_TILT), MOST_TILT)


_LOOKS: Final[Mapping[str, Callable[[str], object]]] = {
    "tilt": _tilt,
    "hue": Hue,
    "hand": Hand,
    "letters": Letters,
    "frame": Frame,
}
