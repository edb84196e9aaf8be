"""What a board shows: frozen, flat, and nothing that it does not need."""

from collections.abc import Iterable
from dataclasses import dataclass

from lifeplan_app.model.board import GOES_WITH_A_GOAL, BoardItem, BoardWithItems, ItemKind, Photo
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan

_SMALL_SIDE = 512
_COLUMN_REM = 7
_COLUMN_VW = 16


@dataclass(frozen=True, slots=True)
class BoardTab:
    """A board among the others.

    Attributes:
        name: Hers; empty if she gave it none.
        number: Which it is, from 1.
    """

    id: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item as its board shows it.

    Attributes:
        place: The classes that say where it is.
        size: Those of them that say how large.
        look: The classes that say how it looks.
        at: Its cells, for the script: column, row, width, height.
        text: Its words, or those of the wish or goal that it shows.
        told: What a screen reader says of an image; empty if she has not said.
        sources: The photo's two sizes, as ``srcset`` has them.
        sizes: How wide it is shown, as ``sizes`` has it.
        mark: The sign of a card: ``wish``, or the state of a goal.
    """

    id: str
    kind: str
    place: str
    size: str
    look: str
    at: str
    text: str
    told: str
    photo: str
    sources: str
    sizes: str
    shape: str
    mark: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """The item that she has chosen, with what can be changed of it.

    Attributes:
        goal: The goal that it is set on; empty for none.
    """

    id: str = ""
    kind: str = ""
    tilt: int = 0
    hue: str = ""
    hand: str = ""
    letters: str = ""
    frame: str = ""
    crop_x: int = 5
    crop_y: int = 5
    zoom: int = 0
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A wish or a goal that can be laid on a board, or that an item can be set on."""

    id: str
    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Token:
    """What goes with a goal: a photo of hers, small, or words."""

    id: str
    text: str
    told: str
    photo: str


def tabs(boards: Iterable[BoardWithItems]) -> list[BoardTab]:
    """Return her boards as they are chosen from."""
    return [BoardTab(each.board.id, each.board.text, str(at)) for at, each in enumerate(boards, 1)]


def views(lying: BoardWithItems, read: Plan) -> list[ItemView]:
    """Return what lies on a board, in the order in which it is read."""
    layers = {item.id: layer for layer, item in enumerate(lying.items, 1)}
    return [_view(item, layers[item.id], read) for item in lying.in_reading_order]


def chosen(item: BoardItem) -> Chosen:
    """Return what can be changed of *item*."""
    return Chosen(
        id=item.id,
        kind=item.kind.value,
        tilt=item.tilt,
        hue=item.hue.value,
        hand=item.hand.value,
        letters=item.letters.value,
        frame=item.frame.value,
        crop_x=item.crop.x,
        crop_y=item.crop.y,
        zoom=item.crop.zoom,
        goal=item.goal or "",
    )


def cards(read: Plan) -> list[Choice]:
    """Return the wishes and goals that can be laid on a board."""
    wishes = [Choice(each.id, each.text, "wish") for each in read.wishes if not each.put_away]
    return wishes + goals(read)


def goals(read: Plan) -> list[Choice]:
    """Return the goals that an item can be set on."""
    return [Choice(each.goal.id, each.goal.text, each.goal.progress.value) for each in read.shown]


def tokens(read: Plan) -> dict[RecordId, list[Token]]:
    """Return what goes with each goal, as her boards have it from top to bottom."""
    found: dict[RecordId, list[Token]] = {}
    for lying in read.boards:
        for item in lying.in_reading_order:
            if item.goal is not None and item.kind in GOES_WITH_A_GOAL:
                found.setdefault(item.goal, []).append(_token(item))
    return found


def _token(item: BoardItem) -> Token:
    words = item.kind is ItemKind.WORDS
    return Token(item.id, item.text if words else "", "" if words else item.text, item.photo or "")


def _view(item: BoardItem, layer: int, read: Plan) -> ItemView:
    x, y, w, h = item.box
    photo = read.photos.get(item.photo) if item.photo else None
    text, mark = _shown_by(item, read)
    return ItemView(
        id=item.id,
        kind=item.kind.value,
        place=f"x{x + 1} y{y + 1} w{w} h{h} z{layer}",
        size=f"w{w} h{h}",
        look=_look(item),
        at=f"{x} {y} {w} {h}",
        text=text,
        told="" if item.kind is ItemKind.WORDS else item.text,
        photo=item.photo or "",
        sources=_sources(photo) if photo else "",
        sizes=f"(min-width: 42rem) {w * _COLUMN_REM}rem, {w * _COLUMN_VW}vw",
        shape=item.shape,
        mark=mark,
    )


def _shown_by(item: BoardItem, read: Plan) -> tuple[str, str]:
    """Return the words of an item and, of a card, its mark: they are those of the wish or goal."""
    if item.kind is not ItemKind.CARD:
        return item.text if item.kind is ItemKind.WORDS else "", ""
    for wish in read.wishes:
        if wish.id == item.of:
            return wish.text, "wish"
    for each in read.goals:
        if each.goal.id == item.of:
            return each.goal.text, each.goal.progress.value
    return "", ""


def _look(item: BoardItem) -> str:
    lean = f"lean{item.tilt}"
    match item.kind:
        case ItemKind.PHOTO:
            crop = f"cx{item.crop.x} cy{item.crop.y} cz{item.crop.zoom}"
            return f"board__photo frame-{item.frame.value} {crop} {lean}"
        case ItemKind.WORDS:
            hands = f"hand-{item.hand.value} letters-{item.letters.value}"
            return f"board__words {_hue(item)} {hands} {lean}"
        case ItemKind.SHAPE:
            return f"board__shape {_hue(item)} {lean}"
        case ItemKind.CARD:  # pragma: no branch - there is no other
            return f"board__card {_hue(item)} {lean}"


def _hue(item: BoardItem) -> str:
    return f"hue-{item.hue.value}"


def _sources(photo: Photo) -> str:
    longest = max(photo.width, photo.height)
    small = round(photo.width * min(1, _SMALL_SIDE / longest))
    base = f"/session/photos/{photo.id}"
    return f"{base}/small {small}w, {base}/large {photo.width + (small == photo.width)}w"
