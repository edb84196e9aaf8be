"""Keeps a house of the schema of today for the tests of migrations: `python -m tests.release 0001`."""

import contextlib
import sqlite3
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from lifeplan_app.core import accounts, drafts
from lifeplan_app.model.account import LockDelay
from tests.factories import participant, services, with_plan


def keep(kept: Path) -> None:
    """Leave in *kept* what a release leaves: Nadia's plan, a draft, her settings, the key file."""
    kept.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        house = services(Path(folder))
        nadia = with_plan(participant(house))
        nadia.do(drafts.save_draft, "goal:long", "Une fenêtre")
        nadia.do(accounts.write_settings, replace(nadia.entered.settings, lock_delay=LockDelay.FIVE))
        house.close()
        with contextlib.closing(sqlite3.connect(house.store.database)) as connection:
            dump = "\n".join(connection.iterdump())
        (kept / "carnet.sql").write_text(dump + "\n", encoding="utf-8")
        (kept / "keys.json").write_bytes((house.store.folder / "keys.json").read_bytes())


if __name__ == "__main__":
    keep(Path(__file__).parent / "data" / "released" / sys.argv[1])
