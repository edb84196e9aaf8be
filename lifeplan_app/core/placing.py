"""Where things lie on a board: cells, what is free, who makes room. Plain geometry; it knows no records."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from lifeplan_app.model.board import COLUMNS, MOST_ROWS, Box

K = TypeVar("K", bound=Hashable)


def free_place(taken: Sequence[Box], w: int, h: int) -> Box:
    """Return the first place of that size, row by row from the start, that no box of *taken* covers.

    On a board that is full down to its last row, it is the last place, over what lies there.
    """
    for y in range(MOST_ROWS - h + 1):
        for x in range(COLUMNS - w + 1):
            box = Box(x, y, w, h)
            if not any(box.overlaps(other) for other in taken):
                return box
    return Box(0, MOST_ROWS - h, w, h)


def with_room(placed: Box, others: Mapping[K, Box]) -> dict[K, Box]:
    """Return the boxes of those *others* that make room for *placed*, each moved down as little as it takes.

    What makes room may need room itself. Those that lay over one another before and are in nobody's way
    stay so. At the end of the board there is no room left to make: things lie over one another there.
    """
    settled = [placed]
    moved: dict[K, Box] = {}
    for key, box in sorted(others.items(), key=lambda each: (each[1].y, each[1].x)):
        lower = _below(box, settled)
        if lower != box:
            moved[key] = lower
            settled.append(lower)
    return moved


def _below(box: Box, settled: Iterable[Box]) -> Box:
    at = box
    while (first := next((each for each in settled if each.overlaps(at)), None)) is not None:
        lower = at._replace(y=first.y + first.h).on_the_board()
        if lower.y <= at.y:
            return lower
        at = lower
    return at
