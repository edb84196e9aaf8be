import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from lifeplan_app.core import accounts, photos, viewings
from lifeplan_app.model.account import Language, LockDelay, Settings
from lifeplan_app.model.errors import WrongPassphraseError
from lifeplan_app.model.sharing import Contact, Note, Suggestion
from lifeplan_app.store import migrate
from lifeplan_app.store.engine import make_engine
from tests.factories import (
    HER_PHONE,
    PASSPHRASE,
    Person,
    open_cards,
    participant,
    rows,
    services,
    with_plan,
    written_plan,
)

RELEASED = Path(__file__).parents[1] / "data" / "released"
"""A house of each released schema, with Nadia's plan in it. `python -m tests.release` adds one."""

REVISIONS = sorted(each.name for each in RELEASED.iterdir())

WITH_BOARDS = "0003"


@pytest.fixture(params=REVISIONS)
def released(request, tmp_path):
    """A revision, and the folder of a house as its release left it."""
    return request.param, as_released(request.param, tmp_path)


def as_released(revision, tmp_path):
    kept, folder = RELEASED / revision, tmp_path / "data"
    folder.mkdir()
    shutil.copy(kept / "keys.json", folder)
    with contextlib.closing(sqlite3.connect(folder / "carnet.db")) as connection:
        connection.executescript((kept / "carnet.sql").read_text(encoding="utf-8"))
    return tmp_path


def her_plan(folder):
    house = services(folder)
    try:
        nadia = Person(house, "Nadia", PASSPHRASE)
        nadia.sign_in()
        return nadia.entered.settings, nadia.read()
    finally:
        house.close()


def titles(plan):
    return [(each.goal.text, [step.text for step in each.steps]) for each in plan.goals]


@pytest.mark.check("R2")
def test_sealed_data_of_each_release_opens_today_and_after_going_down_and_up(released):
    revision, folder = released
    settings, plan = her_plan(folder)
    assert settings == Settings("Nadia", Language.FRENCH, LockDelay.FIVE)
    assert titles(plan) == [
        (goal["title"], [step["text"] for step in goal["steps"]]) for goal in written_plan()["goals"]
    ]
    assert plan.drafts == {"goal:long": "Une fenêtre"}
    migrate.downgrade(folder / "data" / "carnet.db", revision)
    migrate.upgrade(folder / "data" / "carnet.db")
    assert her_plan(folder) == (settings, plan)


@pytest.mark.check("R2")
@pytest.mark.parametrize("revision", REVISIONS[1:])
def test_what_was_shared_and_sent_in_each_release_opens_today(revision, tmp_path):
    folder = as_released(revision, tmp_path)
    house = services(folder)
    nadia, claire = Person(house, "Nadia", PASSPHRASE), Person(house, "Claire", PASSPHRASE)
    for person in (nadia, claire):
        person.sign_in()
    [known] = claire.all_of(Contact)
    [card] = open_cards(claire, known)
    assert (known.name, card.card.alias, card.card.text) == (
        "Étoile",
        "Étoile",
        nadia.read().goals[0].steps[0].text,
    )
    assert [note.text for note in card.notes] == ["Bravo"]
    assert nadia.take_in() == 0
    assert [(each.by, each.text) for each in nadia.all_of(Note)] == [("Claire", "Bravo")]
    assert [(each.by, each.text) for each in nadia.all_of(Suggestion)] == [("Rose", "Un thé au soleil")]
    log = nadia.do(viewings.read)
    assert (log.whole, [each.number for each in log.viewings]) == (True, [2, 1])
    house.close()


@pytest.mark.check("R2")
@pytest.mark.parametrize("revision", [each for each in REVISIONS if each >= WITH_BOARDS])
def test_a_board_of_each_release_opens_today_with_its_photo(revision, tmp_path):
    house = services(as_released(revision, tmp_path))
    nadia = Person(house, "Nadia", PASSPHRASE)
    nadia.sign_in()
    [lying] = nadia.read().boards
    said, card, photo = lying.items
    assert (lying.board.text, said.text, card.of) == (
        "Un toit",
        "Une fenêtre",
        nadia.read().goals[0].goal.id,
    )
    assert [each.box for each in lying.items] == [(0, 0, 3, 1), (0, 1, 6, 2), (0, 3, 4, 3)]
    shown = [nadia.do(photos.open_photo, photo.photo, small=small) for small in (False, True)]
    assert shown == [b"large", b"small"]
    house.close()


@pytest.mark.check("R2")
def test_every_schema_has_data_to_try_it_with():
    scripts = ScriptDirectory(str(migrate._SCRIPTS))
    assert sorted(each.revision for each in scripts.walk_revisions()) == REVISIONS


@pytest.mark.check("R2")
def test_going_up_again_changes_nothing(tmp_path):
    house = services(tmp_path)
    before = with_plan(participant(house)).read()
    house.close()
    migrate.upgrade(house.store.database)
    again = services(tmp_path)
    nadia = Person(again, "Nadia", PASSPHRASE)
    nadia.sign_in()
    assert nadia.read() == before
    again.close()


@pytest.mark.check("R2")
def test_going_all_the_way_down_leaves_nothing_and_up_again_an_empty_house(tmp_path):
    house = services(tmp_path)
    participant(house)
    house.close()
    migrate.downgrade(house.store.database, "base")
    tables = {row["name"] for row in rows(house.store.database, "SELECT name FROM sqlite_master")}
    assert {name for name in tables if not name.startswith(("alembic", "sqlite"))} == set()
    again = services(tmp_path)
    assert rows(again.store.database, "SELECT * FROM account") == []
    assert participant(again).read().goals == ()
    again.close()


@pytest.mark.check("R2")
def test_the_revisions_make_the_very_tables_that_the_code_knows(tmp_path):
    migrate.upgrade(tmp_path / "carnet.db")
    engine = make_engine(tmp_path / "carnet.db")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_a_passphrase_of_a_released_house_is_still_refused_when_wrong(released):
    house = services(released[1])
    with pytest.raises(WrongPassphraseError):
        accounts.sign_in(house, HER_PHONE, name="Nadia", passphrase="a wrong guess at it")
    house.close()
