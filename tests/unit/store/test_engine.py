import stat

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from lifeplan_app.store.engine import WRITE, make_engine


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "carnet.db"


@pytest.fixture
def engine(path):
    made = make_engine(path)
    yield made
    made.dispose()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("temp_store", 2),
    ],
)
def test_each_connection_is_durable_and_overwrites_what_it_deletes(engine, pragma, value):
    with engine.connect() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar_one() == value


def test_only_its_owner_may_read_the_database_and_its_journal(engine, path):
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (a)"))
        names = {each.name for each in path.parent.iterdir()}
        assert {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()} == {0o600}
    assert names == {"carnet.db", "carnet.db-wal", "carnet.db-shm"}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_folder_that_others_could_read_is_closed(path):
    path.parent.mkdir(mode=0o755)
    path.touch(0o644)
    make_engine(path).dispose()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_write_takes_the_lock_at_once_and_a_read_takes_none(path):
    writer = make_engine(path).execution_options(**{WRITE: True})
    other = make_engine(path)
    with writer.begin() as writing, other.begin() as reading:
        writing.execute(text("CREATE TABLE t (a)"))
        assert reading.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one() == 0
        reading.execute(text("PRAGMA busy_timeout=1"))
    with other.connect() as impatient:
        impatient.exec_driver_sql("PRAGMA busy_timeout=1")
        impatient.rollback()
        with writer.begin(), pytest.raises(OperationalError):
            impatient.execution_options(**{WRITE: True}).exec_driver_sql("SELECT 1")
    writer.dispose()
    other.dispose()


def test_an_error_shows_no_value_of_hers(engine):
    with engine.connect() as connection, pytest.raises(OperationalError) as fault:
        connection.execute(text("SELECT :hers FROM nowhere"), {"hers": "canary"})
    assert "canary" not in str(fault.value)
