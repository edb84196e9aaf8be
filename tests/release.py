"""Keeps a house of the schema of today for the tests of migrations: `python -m tests.release 0001`."""

import contextlib
import sqlite3
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from lifeplan_app.core import accounts, boards, drafts, items, photos, received, sharing, suggestions
from lifeplan_app.core.house import House
from lifeplan_app.imaging.answer import Developed
from lifeplan_app.model.account import LockDelay
from tests.factories import (
    TODAY,
    Person,
    caseworker,
    invitation,
    linked,
    mentor,
    participant,
    services,
    with_plan,
)


def keep(kept: Path) -> None:
    """Leave in *kept* what a release leaves: a plan, a board, settings, what is shared, the key file."""
    kept.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        house = services(Path(folder))
        nadia = with_plan(participant(house))
        nadia.do(drafts.save_draft, "goal:long", "Une fenêtre")
        nadia.do(accounts.write_settings, replace(nadia.entered.settings, lock_delay=LockDelay.FIVE))
        share_and_offer(house, nadia)
        arrange(nadia)
        house.close()
        with contextlib.closing(sqlite3.connect(house.store.database)) as connection:
            dump = "\n".join(connection.iterdump())
        (kept / "carnet.sql").write_text(dump + "\n", encoding="utf-8")
        (kept / "keys.json").write_bytes((house.store.folder / "keys.json").read_bytes())


def share_and_offer(house: House, nadia: Person) -> None:
    """Nadia's first step is shared with Claire, who has opened it and left a note; Rose offers another."""
    claire, rose = caseworker(house), mentor(house)
    hers, known = linked(nadia, claire)
    _, walking = linked(nadia, rose, "Lune")
    step = nadia.read().goals[0].steps[0]
    [grant] = nadia.do(sharing.share, hers.id, [step.id], sharing.latest_end(TODAY), TODAY)
    claire.do(received.open_person, known.id, TODAY, house.now())
    claire.do(received.leave_note, known.id, grant.share, "Bravo", TODAY)
    rose.do(suggestions.offer, [walking.id], "Un thé au soleil", "", TODAY)
    invitation(house)


def arrange(nadia: Person) -> None:
    """A board of Nadia's: words, a card of her first goal, a photo that is none, in its two sizes."""
    board = nadia.do(boards.add_board, "Un toit").record
    nadia.do(items.add_words, board.id, "Une fenêtre")
    nadia.do(items.add_card, board.id, nadia.read().goals[0].goal.id)
    nadia.do(photos.add_photo, board.id, Developed(b"large", b"small", 1600, 1200), photos.digest_of(b"sent"))


if __name__ == "__main__":
    keep(Path(__file__).parent / "data" / "released" / sys.argv[1])
