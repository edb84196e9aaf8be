"""Records and settings as bytes, before they are sealed: JSON in UTF-8, with the kind under "k"."""

import json
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, fields
from datetime import date
from typing import Any, Final, cast

from lifeplan_app.model.account import Language, LockDelay, Role, Settings, TextSize, Theme
from lifeplan_app.model.board import (
    Board,
    BoardItem,
    Box,
    Crop,
    Frame,
    Ground,
    Hand,
    Hue,
    ItemKind,
    Letters,
    Photo,
)
from lifeplan_app.model.ids import RecordId, ShareId
from lifeplan_app.model.plan import (
    Draft,
    Goal,
    Horizon,
    Label,
    Memo,
    Progress,
    Record,
    Step,
    Strength,
    Visit,
    Wish,
)
from lifeplan_app.model.sharing import (
    Answer,
    Card,
    Contact,
    Grant,
    Note,
    Offer,
    Seen,
    Shared,
    Suggestion,
    Thanks,
    Watched,
)

_KINDS: Final[Mapping[str, type[Record]]] = {
    "goal": Goal,
    "step": Step,
    "draft": Draft,
    "wish": Wish,
    "strength": Strength,
    "memo": Memo,
    "label": Label,
    "visit": Visit,
    "contact": Contact,
    "shared": Shared,
    "note": Note,
    "suggestion": Suggestion,
    "thanks": Thanks,
    "offer": Offer,
    "seen": Seen,
    "watched": Watched,
    "board": Board,
    "item": BoardItem,
    "photo": Photo,
}
_NAMES: Final[Mapping[type[Record], str]] = {kind: name for name, kind in _KINDS.items()}
_NOT_IN_THE_BODY: Final = frozenset({"id", "version"})  # they are columns, and bound by the seal
# With its default, which is not written: what she never used takes no room.
_FIELDS: Final[Mapping[type[Record], Mapping[str, object]]] = {
    kind: {each.name: each.default for each in fields(kind) if each.name not in _NOT_IN_THE_BODY}
    for kind in _NAMES
}


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _grants(written: list[list[str]]) -> tuple[Grant, ...]:
    return tuple(
        Grant(ShareId(share), RecordId(contact), date.fromisoformat(since), date.fromisoformat(ends))
        for share, contact, since, ends in written
    )


def _box(written: list[int]) -> Box:
    return Box(*written)


def _crop(written: list[int]) -> Crop:
    return Crop(*written)


_READ: Final[Mapping[str, Callable[[Any], Any]]] = {
    "day": _day,
    "role": Role,
    "grants": _grants,
    "answer": Answer,
    "picked": _day,
    "others": tuple,
    "cards": tuple,
    "former": tuple,
    "progress": Progress,
    "horizon": Horizon,
    "ground": Ground,
    "kind": ItemKind,
    "box": _box,
    "crop": _crop,
    "hue": Hue,
    "hand": Hand,
    "letters": Letters,
    "frame": Frame,
}
_SETTINGS_BYTES = 1000  # always the same size, whatever her name is


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown(Record):
    """A record of a kind that this version does not know. No page shows it; nothing loses it."""

    body: bytes


def encode(record: Record) -> bytes:
    """Return the body of *record*, without its id and version.

    Raises:
        KeyError: It is of a kind that has no name here.
    """
    if isinstance(record, Unknown):
        return record.body
    kind = type(record)
    values = ((name, getattr(record, name), default) for name, default in _FIELDS[kind].items())
    content = {"k": _NAMES[kind]} | {name: value for name, value, default in values if value != default}
    return _to_bytes(content)


def decode(body: bytes, record_id: RecordId, version: int) -> Record:
    """Return the record that `encode` made *body* of; an `Unknown` if a newer version wrote it.

    Raises:
        ValueError: *body* is no JSON at all.
    """
    content = _from_bytes(body)
    try:
        kind = _KINDS[content.pop("k")]
        known: dict[str, Any] = {name: _READ.get(name, _as_is)(value) for name, value in content.items()}
        return kind(id=record_id, version=version, **known)
    except (KeyError, TypeError, ValueError):
        return Unknown(id=record_id, version=version, body=body)


def encode_card(card: Card) -> bytes:
    """Return *card* as bytes, without what is as by default.

    Raises:
        Nothing.
    """
    values = ((each.name, getattr(card, each.name), each.default) for each in fields(card))
    return _to_bytes({name: value for name, value, default in values if value != default})


def decode_card(body: bytes) -> Card:
    """Return the card that `encode_card` made *body* of.

    Raises:
        ValueError: *body* is no card.
    """
    content = _from_bytes(body)
    try:
        known: dict[str, Any] = {name: _READ.get(name, _as_is)(value) for name, value in content.items()}
        return Card(**known)
    except TypeError:
        raise ValueError from None


def encode_letter(content: Mapping[str, object]) -> bytes:
    """Return what a letter says as bytes.

    Raises:
        Nothing.
    """
    return _to_bytes(content)


def decode_letter(body: bytes) -> dict[str, Any]:
    """Return what `encode_letter` made *body* of.

    Raises:
        ValueError: *body* is no letter.
    """
    content = _parsed(body)
    if not isinstance(content, dict):
        raise ValueError  # noqa: TRY004 - it is what was sealed that is wrong
    return cast("dict[str, Any]", content)


def encode_settings(settings: Settings) -> bytes:
    """Return *settings* as bytes, of one length for everybody.

    Raises:
        Nothing.
    """
    content = {each.name: getattr(settings, each.name) for each in fields(settings)}
    return _to_bytes(content).ljust(_SETTINGS_BYTES)


def decode_settings(body: bytes) -> Settings:
    """Return the settings that `encode_settings` made *body* of; what is not known keeps its default.

    Raises:
        ValueError: *body* is no JSON at all.
    """
    content = _from_bytes(body)
    known = {name: read(content[name]) for name, read in _SETTINGS.items() if name in content}
    return Settings(**known)


_SETTINGS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "name": str,
    "language": Language,
    "lock_delay": LockDelay,
    "shortcuts": bool,
    "text_size": TextSize,
    "theme": Theme,
    "exit_url": str,
    "first_steps": int,
}


def _as_is(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    return value


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else astuple(value)  # pyright: ignore[reportArgumentType]


def _to_bytes(content: Mapping[str, object]) -> bytes:
    # Lone surrogates can be typed and pasted; they are kept, where strict UTF-8 would refuse them.
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return text.encode("utf-8", "surrogatepass")


def _from_bytes(body: bytes) -> dict[str, Any]:
    return _parsed(body)


def _parsed(body: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads(body.decode("utf-8", "surrogatepass"))
