"""Her photos: kept sealed, each once, for as long as anything shows them or can bring them back."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import replace

from lifeplan_app.core.access import own_keys, own_record, own_records
from lifeplan_app.core.items import items_of, lay, new_item
from lifeplan_app.core.undo import Changed
from lifeplan_app.imaging.answer import Developed
from lifeplan_app.model.account import Actor
from lifeplan_app.model.board import MOST_PHOTOS, BoardItem, ItemKind, Photo
from lifeplan_app.model.errors import PhotoAgainError, TooManyPhotosError
from lifeplan_app.model.ids import RecordId, new_id
from lifeplan_app.model.records import Record
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork

_WIDE, _TALL = (4, 3), (3, 4)
_SQUARE = (3, 3)
_NEARLY = 1.15
"""Sides that differ by less make a square."""


def digest_of(sent: bytes) -> str:
    """Return what the same photo is known again by: SHA-256 of what was *sent*, in hex."""
    return hashlib.sha256(sent).hexdigest()


def add_photo(
    uow: UnitOfWork, actor: Actor, board_id: RecordId, developed: Developed, digest: str
) -> Changed:
    """Return the new item with the photo, where there is room. A photo that she has already is kept once.

    Args:
        uow: An open write.
        actor: Whose board.
        board_id: The board.
        developed: The photo, made safe.
        digest: Of what was sent (`digest_of`).

    Raises:
        PhotoAgainError: It lies on that board already.
        TooManyPhotosError: She has as many as she can have.
        BoardFullError: The board holds as much as it can.
        NotFoundError: She has no such board.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    everything = records.all()
    photo = next((each for each in everything if isinstance(each, Photo) and each.digest == digest), None)
    shown = _shown(everything)  # one that she took away makes room at once, though it can come back
    if (photo is None or photo.id not in shown) and len(shown) >= MOST_PHOTOS:
        raise TooManyPhotosError
    if photo and any(each.photo == photo.id for each in items_of(records, board_id)):
        raise PhotoAgainError
    if photo is None:
        blobs = uow.blobs(own_keys(uow, actor))
        photo = records.add(
            Photo(
                id=RecordId(new_id()),
                large=blobs.add(developed.large),
                small=blobs.add(developed.small),
                width=developed.width,
                height=developed.height,
                digest=digest,
            )
        )
    return lay(records, replace(new_item(board_id, ItemKind.PHOTO), photo=photo.id), _size_for(photo))


def open_photo(uow: UnitOfWork, actor: Actor, photo_id: RecordId, *, small: bool) -> bytes:
    """Return the photo as WebP: the *small* one, of at most 512 pixels, or the large one.

    Raises:
        NotFoundError: She has no such photo.
        SealError: It does not open.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    photo = own_record(own_records(uow, actor), photo_id, Photo)
    return uow.blobs(own_keys(uow, actor)).get(photo.small if small else photo.large)


def loose(uow: UnitOfWork, actor: Actor, awaited: Collection[RecordId]) -> list[RecordId]:
    """Return the photos that nothing shows any more, but for those *awaited*, which can be brought back.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    return [each.id for each in _loose(own_records(uow, actor), awaited)]


def sweep(uow: UnitOfWork, actor: Actor, awaited: Collection[RecordId]) -> None:
    """Delete the photos that `loose` names.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    blobs = uow.blobs(own_keys(uow, actor))
    for photo in _loose(records, awaited):
        records.delete(photo.id)
        blobs.delete(photo.large)
        blobs.delete(photo.small)


def _loose(records: Records, awaited: Collection[RecordId]) -> list[Photo]:
    everything = records.all()
    shown = _shown(everything) | set(awaited)
    return [each for each in everything if isinstance(each, Photo) and each.id not in shown]


def _shown(everything: Iterable[Record]) -> set[RecordId]:
    return {each.photo for each in everything if isinstance(each, BoardItem) and each.photo}


def _size_for(photo: Photo) -> tuple[int, int]:
    if photo.width > photo.height * _NEARLY:
        return _WIDE
    return _TALL if photo.height > photo.width * _NEARLY else _SQUARE
