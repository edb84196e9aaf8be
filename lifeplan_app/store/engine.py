"""The connection to SQLite: durable, overwriting what it deletes, readable by its owner alone."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlmodel import create_engine

WRITE = "carnet_write"
"""The execution option of a connection whose transactions write."""

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # an acknowledged write survives a power cut
    "PRAGMA secure_delete=ON",  # what is deleted is overwritten
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA temp_store=MEMORY",  # nothing spills into a temporary file
)


def make_engine(path: Path) -> Engine:
    """Return an engine on the database file *path*, which is made for its owner alone if need be.

    Threads may share it: each connection serves one unit of work at a time.

    Raises:
        OSError: The folder or the file cannot be made.
    """
    make_private_file(path)
    engine = create_engine(
        f"sqlite:///{path}",
        connect_args={"check_same_thread": False},
        pool_size=8,
        max_overflow=32,
        hide_parameters=True,  # no value of hers in an error's text
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def make_private_file(path: Path) -> None:
    """Make *path* and its folder if need be, and let nobody else read them.

    SQLite gives its journal files the mode of the database file.

    Raises:
        OSError: They cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.parent.chmod(0o700)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    connection.isolation_level = None  # the driver begins nothing by itself; `_begin` does
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    """Begin, for a write, with the lock: two writers that both read first would fail halfway."""
    write = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
