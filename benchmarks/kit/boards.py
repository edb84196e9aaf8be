"""Somebody with a full board: as many items as one can hold, two of three of them photos."""

from contextlib import closing
from pathlib import Path

from kit.people import GOAL, SMALL, house_in, newcomer
from kit.pictures import photo
from lifeplan_app.core import boards, items, photos, plan
from lifeplan_app.core.house import House
from lifeplan_app.core.undo import Changed
from lifeplan_app.imaging.developing import develop
from lifeplan_app.model.account import Actor
from lifeplan_app.model.board import MOST_ITEMS, SHAPES, Box
from lifeplan_app.model.ids import RecordId
from lifeplan_app.store.unit import UnitOfWork

ITEMS = MOST_ITEMS
PHOTOS = 40

_SIZES = ((1600, 1200), (1200, 1600), (1600, 1600))
_BAND = (
    *(Box(0, 0, 3, 3), Box(3, 0, 3, 3)),
    *(Box(0, 3, 2, 2), Box(2, 3, 2, 2), Box(4, 3, 2, 2)),
    *(Box(0, 5, 4, 3), Box(4, 5, 2, 3)),
    Box(0, 8, 6, 4),
)
_BAND_ROWS = 12
"""How a board is filled, again and again from its top to its end."""


def settle_board(folder: Path, *, full: bool = True) -> None:
    """Let a person make an account in *folder*, with a small plan and a board, *full* or empty."""
    with closing(house_in(folder)) as here:
        owner = newcomer(here, 0, SMALL)
        with here.write() as uow:
            board = boards.add_board(uow, owner, "This year").record.id
            boards.set_room(uow, owner, board, makes_room=False)
        for number in range(ITEMS if full else 0):
            _lay(here, owner, board, number)


def _lay(here: House, owner: Actor, board: RecordId, number: int) -> None:
    band, at = divmod(number, len(_BAND))
    box = _BAND[at]
    sent = photo(number, _SIZES[number % len(_SIZES)]) if number % 3 else b""
    developed = develop(sent) if sent else None
    with here.write() as uow:
        if developed:
            added = photos.add_photo(uow, owner, board, developed, photos.digest_of(sent))
        else:
            added = _other(uow, owner, board, number // 3)
        items.place(uow, owner, added.record.id, box._replace(y=box.y + band * _BAND_ROWS))
        items.dress(uow, owner, added.record.id, "tilt", str(number % 5 - 2))


def _other(uow: UnitOfWork, owner: Actor, board: RecordId, number: int) -> Changed:
    """Lay something else on the board: words, a pictogram, a goal."""
    match number % 3:
        case 0:
            return items.add_words(uow, owner, board, GOAL)
        case 1:
            return items.add_shape(uow, owner, board, SHAPES[number % len(SHAPES)])
        case _:
            goals = plan.read_plan(uow, owner).shown
            return items.add_card(uow, owner, board, goals[number % len(goals)].goal.id)
