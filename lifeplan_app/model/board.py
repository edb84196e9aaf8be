"""Dream boards: images and words of hers on a grid of six columns, as tall as it needs.

No theme is prescribed and no word is required: CLES' dream board, Stígamót's vision boards and SOLWODI's
non-verbal work are where it comes from.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.records import Record, Worded

COLUMNS: Final = 6
MOST_ROWS: Final = 120
MOST_HEIGHT: Final = 8
"""Cells. An item is at most so tall, and a board at most so long."""

MOST_TILT: Final = 2
MOST_ZOOM: Final = 4
MOST_SHIFT: Final = 10
"""Of a photo within its frame: tenths of what does not show, from its start."""

MOST_BOARDS: Final = 12
MOST_ITEMS: Final = 60
MOST_PHOTOS: Final = 200


class Ground(StrEnum):
    """What a board lies on."""

    PAPER = "paper"
    MORNING = "morning"
    LEAF = "leaf"
    DUSK = "dusk"
    NIGHT = "night"


class ItemKind(StrEnum):
    """What an item of a board is."""

    PHOTO = "photo"
    WORDS = "words"
    SHAPE = "shape"
    CARD = "card"


GOES_WITH_A_GOAL: Final = (ItemKind.PHOTO, ItemKind.WORDS)
"""What can be set on a goal, and shows small on it."""


class Hue(StrEnum):
    """The colour of words, shapes and cards, from the board's palette."""

    PLAIN = "plain"
    APRICOT = "apricot"
    SAGE = "sage"
    DUSK = "dusk"
    SUN = "sun"
    INK = "ink"


class Hand(StrEnum):
    """How words are drawn."""

    PLAIN = "plain"
    ROUND = "round"
    WRITTEN = "written"


class Letters(StrEnum):
    """How large words are."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Frame(StrEnum):
    """What is around a photo."""

    NONE = "none"
    PRINT = "print"
    ROUND = "round"
    HALO = "halo"


SHAPES: Final = (
    "today",
    "heart",
    "key",
    "leaf",
    "door",
    "calm",
    "strength",
    "wish",
    "speak",
    "place",
    "bag",
    "area-housing",
    "area-parent",
    "area-ties",
    "area-health",
    "area-money",
)
"""The pictograms she may put on a board, by their names in the sprite."""


class Box(NamedTuple):
    """Which cells an item takes: from column *x* and row *y*, both from 0, *w* wide and *h* tall."""

    x: int
    y: int
    w: int
    h: int

    def overlaps(self, other: "Box") -> bool:
        """Tell whether the two share a cell."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    def on_the_board(self) -> "Box":
        """Return the nearest box that lies on a board whole."""
        w = min(max(self.w, 1), COLUMNS)
        h = min(max(self.h, 1), MOST_HEIGHT)
        return Box(min(max(self.x, 0), COLUMNS - w), min(max(self.y, 0), MOST_ROWS - h), w, h)


class Crop(NamedTuple):
    """Which part of a photo shows: shifted by tenths of what does not, and drawn nearer in a few steps."""

    x: int = 5
    y: int = 5
    zoom: int = 0


_WHOLE: Final = Crop()


@dataclass(frozen=True, slots=True, kw_only=True)
class Board(Worded):
    """A dream board. Its text is its name, which may be blank.

    Attributes:
        ground: What it lies on.
        makes_room: Whether what is in the way of an item makes room; else it is overlapped.
    """

    ground: Ground = Ground.PAPER
    makes_room: bool = True

    @property
    def may_be_blank(self) -> bool:
        """A board needs no name."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardItem(Worded):
    """Something on a board. Its text is its words, or how she describes it to who cannot see it.

    Its rank says what lies over what: the last lies on top.

    Attributes:
        board_id: The board.
        kind: What it is.
        box: Where it is.
        tilt: How it leans: five ways, from -2 to 2.
        hue: Its colour.
        hand: How its words are drawn.
        letters: How large its words are.
        frame: What is around its photo.
        crop: Which part of its photo shows.
        photo: Its photo.
        shape: Its pictogram, by its name in the sprite.
        of: The wish or the goal that it shows.
        goal: The goal that it is set on.
    """

    board_id: RecordId
    kind: ItemKind
    box: Box
    tilt: int = 0
    hue: Hue = Hue.PLAIN
    hand: Hand = Hand.PLAIN
    letters: Letters = Letters.MEDIUM
    frame: Frame = Frame.NONE
    crop: Crop = _WHOLE
    photo: RecordId | None = None
    shape: str = field(default="", repr=False)
    of: RecordId | None = None
    goal: RecordId | None = None

    @property
    def may_be_blank(self) -> bool:
        """Only words need words."""
        return self.kind is not ItemKind.WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Record):
    """A photo as it is kept: made safe, sealed, in two sizes.

    Attributes:
        large: The id of the blob of at most 1600 pixels.
        small: The id of the one for lists.
        width: Of the large one, in pixels.
        height: Of the large one, in pixels.
        digest: SHA-256 of what was sent, in hex: the same photo is kept once.
    """

    large: str
    small: str
    width: int
    height: int
    digest: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class BoardWithItems:
    """A board and what lies on it, the topmost last."""

    board: Board
    items: tuple[BoardItem, ...] = ()

    @property
    def in_reading_order(self) -> tuple[BoardItem, ...]:
        """The items as they are read: row by row, from the start of each."""
        return tuple(sorted(self.items, key=lambda each: (each.box.y, each.box.x)))
