"""Bringing a database to another schema, up or down, from inside the package."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from lifeplan_app.store.engine import make_engine

_SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(path: Path, revision: str = "head") -> None:
    """Bring the database file *path* up to *revision*; an empty or missing one gets its tables.

    Raises:
        OSError: The folder or the file cannot be made.
        SQLAlchemyError: The database cannot be written now; it is as it was.
    """
    engine = make_engine(path)
    with engine.begin() as connection:
        command.upgrade(_config(connection), revision)
    engine.dispose()


def downgrade(path: Path, revision: str) -> None:
    """Bring the database file *path* down to *revision* ("base" takes every table away).

    Raises:
        OSError: The folder or the file cannot be made.
        SQLAlchemyError: The database cannot be written now; it is as it was.
    """
    engine = make_engine(path)
    with engine.begin() as connection:
        command.downgrade(_config(connection), revision)
    engine.dispose()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
