"""Bringing a database to another schema, up or down, from inside the package."""

import contextlib
from collections.abc import Generator
from pathlib import Path

from alembic import command
from alembic.config import Config

from lifeplan_app.store.engine import WRITE, make_engine

_SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(path: Path, revision: str = "head") -> None:
    """Bring the database file *path* up to *revision*; an empty or missing one gets its tables.

    Raises:
        OSError: The folder or the file cannot be made.
        SQLAlchemyError: The database cannot be written now; it is as it was.
    """
    with _alone(path) as config:
        command.upgrade(config, revision)


def downgrade(path: Path, revision: str) -> None:
    """Bring the database file *path* down to *revision* ("base" takes every table away).

    Raises:
        OSError: The folder or the file cannot be made.
        SQLAlchemyError: The database cannot be written now; it is as it was.
    """
    with _alone(path) as config:
        command.downgrade(config, revision)


@contextlib.contextmanager
def _alone(path: Path) -> Generator[Config]:
    """Yield what Alembic needs, in one transaction that no other writer can enter."""
    engine = make_engine(path)
    try:
        with engine.execution_options(**{WRITE: True}).begin() as connection:
            config = Config()
            config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
            config.attributes["connection"] = connection
            yield config
    finally:
        engine.dispose()
