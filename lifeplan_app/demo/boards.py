"""The boards of the demonstration: words of the written plan, and pictures drawn for it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from lifeplan_app.core import boards, items, photos, words
from lifeplan_app.core.house import House
from lifeplan_app.imaging.apart import develop_apart
from lifeplan_app.model.account import Actor
from lifeplan_app.model.board import Box
from lifeplan_app.model.ids import RecordId

PICTURES: Final = Path(__file__).parent / "pictures"

_PICTURE_BOXES: Final = {
    "window": Box(0, 0, 4, 4),
    "key": Box(4, 2, 2, 2),
    "table": Box(0, 5, 4, 3),
    "park": Box(0, 8, 6, 3),
}
_WORD_LOOKS: Final = (
    (Box(4, 0, 2, 2), {"hue": "sun", "letters": "large"}),
    (Box(0, 4, 3, 1), {"hue": "dusk"}),
    (Box(4, 5, 2, 3), {"hue": "apricot"}),
    (Box(3, 4, 3, 1), {"hue": "sage"}),
)
"""How the first board is arranged; on any other, things lie where there is room."""


def arrange(
    house: House, guest: Actor, written: Sequence[Mapping[str, Any]], told: Mapping[str, str]
) -> None:
    """Lay out the boards of *guest* as they are *written*; what each picture shows is *told* beside it.

    Raises:
        CarnetError: It cannot be kept.
    """
    for number, each in enumerate(written):
        with house.write() as uow:
            board = boards.add_board(uow, guest, each["title"]).record.id
            boards.set_room(uow, guest, board, makes_room=False)
        laid = [_lay_words(house, guest, board, text) for text in each["words"]]
        if number == 0:
            _lay_pictures(house, guest, board, told)
            for item, (box, looks) in zip(laid, _WORD_LOOKS, strict=False):
                _dress(house, guest, item, box, looks)
        with house.write() as uow:
            boards.set_room(uow, guest, board, makes_room=True)


def _lay_words(house: House, guest: Actor, board: RecordId, text: str) -> RecordId:
    with house.write() as uow:
        return items.add_words(uow, guest, board, text).record.id


def _lay_pictures(house: House, guest: Actor, board: RecordId, told: Mapping[str, str]) -> None:
    for name, box in _PICTURE_BOXES.items():
        sent = (PICTURES / f"{name}.png").read_bytes()
        developed = develop_apart(sent)
        with house.write() as uow:
            item = photos.add_photo(uow, guest, board, developed, photos.digest_of(sent)).record
            items.place(uow, guest, item.id, box)
            words.write_text(uow, guest, item.id, told.get(name, ""), item.version)


def _dress(house: House, guest: Actor, item: RecordId, box: Box, looks: Mapping[str, str]) -> None:
    with house.write() as uow:
        items.place(uow, guest, item, box)
        for name, value in looks.items():
            items.dress(uow, guest, item, name, value)
