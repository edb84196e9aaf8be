"""Her photos: each kept once, sealed, for as long as something shows it or can bring it back."""

import hashlib
import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifeplan_app.core import adding, boards, items, photos, plan
from lifeplan_app.core.undo import AddedUndo, DeletedUndo, photos_in, take_back
from lifeplan_app.crypto.padding import BUCKETS
from lifeplan_app.imaging.answer import LARGE_BYTES, Developed
from lifeplan_app.model.board import MOST_ITEMS, MOST_PHOTOS, Photo
from lifeplan_app.model.errors import (
    BoardFullError,
    NotAllowedError,
    NotFoundError,
    PhotoAgainError,
    SealError,
    SessionOverError,
    StoreError,
    TooManyPhotosError,
)
from lifeplan_app.model.ids import RecordId, new_id
from lifeplan_app.model.plan import Horizon
from lifeplan_app.store.records import Records
from tests.factories import participant, rows, services
from tests.integration.test_thief import OTHER_OF_HERS, all_bytes, encodings, tamper

CANARY = "mirabelle-de-la-photo"
WIDE = Developed(b"large " + CANARY.encode() * 20, b"small " + CANARY.encode(), 1600, 1000)


def add(person, board, digest="a", developed=WIDE):
    return person.do(photos.add_photo, board.id, developed, digest)


def blobs(house) -> int:
    return len(rows(house.store.database, "SELECT id FROM blob"))


def sweep(person, *awaited) -> list[RecordId]:
    """What was loose, now swept."""
    found = person.do(photos.loose, set(awaited))
    person.do(photos.sweep, set(awaited))
    return found


def show(person, photo) -> list[bytes]:
    return [person.do(photos.open_photo, photo.photo, small=small) for small in (False, True)]


@pytest.fixture
def board(nadia):
    return nadia.do(boards.add_board).record


@pytest.fixture
def photo(nadia, board):
    return add(nadia, board).record


# --- kept --------------------------------------------------------------------------------------


def test_a_photo_lies_where_there_is_room_and_opens_in_both_sizes(house, nadia, board, photo):
    [kept] = nadia.read().photos.values()
    assert (kept.width, kept.height, kept.digest) == (1600, 1000, "a")
    assert nadia.read().boards[0].items == (photo,)
    assert show(nadia, photo) == [WIDE.large, WIDE.small]
    assert blobs(house) == 2


@pytest.mark.parametrize(
    ("width", "height", "cells"),
    [(1600, 900, (4, 3)), (900, 1600, (3, 4)), (1600, 1600, (3, 3)), (1100, 1000, (3, 3)), (1, 1600, (3, 4))],
)
def test_a_photo_takes_the_cells_that_its_sides_ask_for(nadia, board, width, height, cells):
    box = add(nadia, board, developed=replace(WIDE, width=width, height=height)).record.box
    assert (box.w, box.h) == cells


def test_the_same_photo_is_refused_on_one_board_and_kept_once_for_two(house, nadia, board, photo):
    with pytest.raises(PhotoAgainError):
        add(nadia, board)
    other = nadia.do(boards.add_board).record
    again = add(nadia, other).record
    assert again.photo == photo.photo
    assert len(nadia.all_of(Photo)) == 1
    assert blobs(house) == 2


def test_two_persons_with_one_photo_have_nothing_in_common(house, nadia, board, photo):
    mariam = participant(house, "Mariam")
    hers = add(mariam, mariam.do(boards.add_board).record).record
    assert hers.photo != photo.photo
    assert blobs(house) == 4
    for small in (True, False):
        with pytest.raises(NotFoundError):
            mariam.do(photos.open_photo, photo.photo, small=small)
    bodies = [row["body"] for row in rows(house.store.database, "SELECT body FROM blob")]
    assert len(set(bodies)) == 4


def test_what_was_sent_is_known_again_by_its_digest_alone():
    assert photos.digest_of(b"a photo") == hashlib.sha256(b"a photo").hexdigest()


# --- refused -----------------------------------------------------------------------------------


def test_there_are_two_hundred_photos_and_no_more_and_one_taken_away_makes_room(house, nadia, board):
    template = add(nadia, board, "0").record
    others = [nadia.do(boards.add_board).record for _ in range(3)]
    with house.write() as uow:
        records = nadia.records(uow)
        [kept] = [each for each in records.all() if isinstance(each, Photo)]
        for number in range(1, MOST_PHOTOS):
            on = (board, *others)[number % 4]
            one = records.add(replace(kept, id=RecordId(new_id()), digest=f"{number}"))
            records.add(replace(template, id=RecordId(new_id()), photo=one.id, board_id=on.id))
    spare = nadia.do(boards.add_board).record
    with pytest.raises(TooManyPhotosError):
        add(nadia, spare, "one more")
    again = add(nadia, spare, "0").record  # one that she has
    gone = [nadia.do(plan.delete, each.id) for each in (template, again)]
    added = add(nadia, spare, "one more")
    with pytest.raises(TooManyPhotosError):
        add(nadia, spare, "0")
    nadia.do(take_back, added.undo)
    nadia.do(take_back, gone[1].undo)
    assert blobs(house) == 4


def test_a_full_board_takes_no_photo_and_nothing_of_it_is_kept(house, nadia, board):
    for _ in range(MOST_ITEMS):
        nadia.do(items.add_shape, board.id, "key")
    for on, refusal in ((board.id, BoardFullError), (RecordId("nobody's"), NotFoundError)):
        with pytest.raises(refusal):
            nadia.do(photos.add_photo, on, WIDE, "a")
    assert (blobs(house), nadia.all_of(Photo)) == (0, [])


def test_nobody_else_reaches_her_board_or_her_photo(house, nadia, claire, board, photo):
    mariam, actor = participant(house, "Mariam"), nadia.actor
    with pytest.raises(NotFoundError):
        add(mariam, board)
    uses = (
        (photos.add_photo, board.id, WIDE, "b"),
        (photos.loose, ()),
        (photos.sweep, ()),
    )
    for use_case, *args in uses:
        with pytest.raises(NotAllowedError):
            claire.do(use_case, *args)
    with pytest.raises(NotAllowedError):
        claire.do(photos.open_photo, photo.photo, small=True)
    house.sessions.end_all()
    for use_case, *args in uses:
        with house.write() as uow, pytest.raises(SessionOverError):
            use_case(uow, actor, *args)
    with house.read() as uow, pytest.raises(SessionOverError):
        photos.open_photo(uow, actor, photo.photo, small=True)
    assert blobs(house) == 2


def test_what_is_no_photo_opens_as_none(nadia, board, photo):
    for each in (board.id, photo.id, RecordId("nobody's")):
        with pytest.raises(NotFoundError):
            nadia.do(photos.open_photo, each, small=True)


def test_a_photo_of_which_the_image_is_gone_is_not_found(house, nadia, photo):
    rows(house.store.database, "DELETE FROM blob")
    with pytest.raises(NotFoundError):
        show(nadia, photo)


def test_a_disk_that_is_full_keeps_nothing(tmp_path):
    class Failing(Records):
        def add(self, record):
            if isinstance(record, Photo):  # its images are written by now
                raise OSError(28, "No space left on device")
            return super().add(record)

    house = services(tmp_path, records_factory=Failing)
    nadia = participant(house)
    board = nadia.do(boards.add_board).record
    with pytest.raises(StoreError):
        add(nadia, board)
    assert (blobs(house), nadia.read().boards[0].items) == (0, ())
    house.close()


# --- gone --------------------------------------------------------------------------------------


def test_a_photo_goes_when_nothing_shows_it_and_nothing_can_bring_it_back(house, nadia, board, photo):
    other = nadia.do(boards.add_board).record
    there = add(nadia, other).record
    assert sweep(nadia) == []
    nadia.do(plan.delete, photo.id)
    assert sweep(nadia) == []
    nadia.do(plan.delete, other.id)
    assert sweep(nadia, there.photo) == []
    assert blobs(house) == 2
    assert sweep(nadia) == [photo.photo]
    assert (blobs(house), nadia.all_of(Photo)) == (0, [])
    assert sweep(nadia) == []
    with pytest.raises(NotFoundError):
        show(nadia, photo)


def test_what_a_session_can_bring_back_is_awaited_until_it_ends_or_it_is_too_late(house, nadia, board, photo):
    session = house.sessions.find(nadia.entered.cookie)

    def awaited():
        return house.sessions.photos_awaited(nadia.actor.vault_id)

    assert awaited() == set()
    gone = nadia.do(plan.delete, photo.id)
    session.undo.put(gone.undo)
    assert awaited() == {photo.photo}
    mark = session.undo.put(gone.undo)
    nadia.do(take_back, session.undo.take(mark))
    assert show(nadia, photo) == [WIDE.large, WIDE.small]
    session.undo.clear()
    session.arranging.note("a tab", nadia.do(plan.delete, photo.id))
    assert awaited() == {photo.photo}
    assert house.sessions.photos_awaited(participant(house, "Mariam").actor.vault_id) == set()
    session.arranging.clear()
    assert sweep(nadia, *awaited()) == [photo.photo]


def test_a_board_of_photos_is_awaited_whole_for_as_long_as_it_can_come_back(
    house, nadia, clock, board, photo
):
    session = house.sessions.find(nadia.entered.cookie)
    session.undo.put(nadia.do(plan.delete, board.id).undo)
    assert house.sessions.photos_awaited(nadia.actor.vault_id) == {photo.photo}
    clock.wait(12.1)
    house.sessions.sweep()
    assert sweep(nadia, *house.sessions.photos_awaited(nadia.actor.vault_id)) == [photo.photo]


def test_photos_are_found_in_whatever_brings_them_back(nadia, board, photo):
    goal = nadia.do(adding.add_goal, Horizon.SHORT, "x").record
    log = photos_of(nadia.do(plan.delete, goal.id).undo)
    assert log == set()
    assert photos_of(AddedUndo(photo.id, photo)) == set()
    assert photos_of(DeletedUndo((board, photo))) == {photo.photo}
    wish = nadia.do(adding.add_wish, "w").record
    assert photos_of(nadia.do(adding.wish_to_goal, wish.id, Horizon.LONG).undo) == set()


def photos_of(undo) -> set:
    return set(photos_in(undo))


# --- what a thief finds ------------------------------------------------------------------------


@pytest.mark.check("K1")
def test_no_byte_of_a_photo_stands_in_any_file(house, nadia, board, photo):
    add(nadia, board, "of the second", replace(WIDE, large=os.urandom(LARGE_BYTES - 64) + CANARY.encode()))
    digests = [each.digest for each in nadia.all_of(Photo) if len(each.digest) > 1]
    with_journal = all_bytes(house)
    house.close()
    for found in (with_journal, house.store.database.read_bytes()):
        for canary in (CANARY, *digests):
            for form in encodings(canary):
                assert form.lower() not in found.lower()


BLOB_SWAPS = {
    "bodies of two rows": f"UPDATE blob SET body = (SELECT body {OTHER_OF_HERS.replace('record', 'blob')})",
    "owners": "UPDATE blob SET vault_id = (SELECT vault_id FROM was WHERE was.vault_id <> blob.vault_id)",
    "another's bodies": "UPDATE blob SET body = (SELECT body FROM was WHERE was.vault_id <> blob.vault_id)",
    "a row cut": "UPDATE blob SET body = substr(body, 1, length(body) - 1)",
    "a row grown": "UPDATE blob SET body = CAST(body || x'00' AS BLOB)",
    "a row emptied": "UPDATE blob SET body = x''",
    "a record for an image": """UPDATE blob SET body =
        (SELECT body FROM record WHERE record.vault_id = blob.vault_id)""",
}


@pytest.mark.check("K3")
@pytest.mark.parametrize("swap", BLOB_SWAPS.values(), ids=BLOB_SWAPS)
def test_whatever_is_swapped_among_images_is_refused(house, nadia, board, photo, swap):
    mariam = participant(house, "Mariam")
    hers = add(mariam, mariam.do(boards.add_board).record).record
    tamper(house, "blob", swap)
    refusal = NotFoundError if "vault_id =" in swap.partition("WHERE")[0] else SealError
    for person, each in ((nadia, photo), (mariam, hers)):
        for small in (True, False):
            with pytest.raises(refusal):
                person.do(photos.open_photo, each.photo, small=small)


@pytest.mark.check("K3")
def test_another_vaults_image_under_her_own_id_is_refused(house, nadia, board, photo):
    """Who writes in the database gives her another person's rows, ids and all."""
    mariam = participant(house, "Mariam")
    add(mariam, mariam.do(boards.add_board).record)
    hers = [nadia.read().photos[photo.photo].large, nadia.read().photos[photo.photo].small]
    vaults = (mariam.actor.vault_id, nadia.actor.vault_id)
    tamper(
        house,
        "blob",
        f"""DELETE FROM blob WHERE vault_id = '{vaults[1]}';
        UPDATE blob SET vault_id = '{vaults[1]}';
        UPDATE blob SET id = '{hers[0]}' WHERE id = (SELECT min(id) FROM blob);
        UPDATE blob SET id = '{hers[1]}' WHERE id <> '{hers[0]}';""",
    )
    for small in (True, False):
        with pytest.raises(SealError):
            nadia.do(photos.open_photo, photo.photo, small=small)


@pytest.mark.check("K3")
@given(at=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_byte_of_an_image_flipped_is_refused(house, nadia, photo, at, flip):
    database = house.store.database
    [row] = rows(database, "SELECT id, body FROM blob WHERE id = ?", nadia.read().photos[photo.photo].small)
    body = bytearray(row["body"])
    body[1 + int(at * (len(body) - 1))] ^= flip  # the first byte names the suite
    rows(database, "UPDATE blob SET body = ? WHERE id = ?", bytes(body), row["id"])
    with pytest.raises(SealError):
        nadia.do(photos.open_photo, photo.photo, small=True)
    rows(database, "UPDATE blob SET body = ? WHERE id = ?", row["body"], row["id"])


@pytest.mark.check("K6")
def test_images_of_one_bucket_have_one_size(house, nadia, board):
    for number, size in enumerate((0, 1, 250)):
        add(nadia, board, f"small {number}", Developed(b"x" * size, b"", 1, 1))
    largest = BUCKETS[-1]
    [small] = {row["n"] for row in rows(house.store.database, "SELECT length(body) AS n FROM blob")}
    rows(house.store.database, "DELETE FROM blob")
    for number, size in enumerate((largest, largest + 1, 2 * largest - 4)):
        add(nadia, board, f"large {number}", Developed(b"x" * size, b"y" * size, 1, 1))
    [large] = {row["n"] for row in rows(house.store.database, "SELECT length(body) AS n FROM blob")}
    assert large - small == 2 * largest - BUCKETS[0]
