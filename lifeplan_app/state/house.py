"""The one house of this process: opened when the server starts, never while a page is built."""

from lifeplan_app.core.house import House
from lifeplan_app.model.errors import StoreError

_open: list[House] = []
_cookie = ["s"]


def open_house(house: House, session_cookie: str = "s") -> None:
    """Let every handler of this process work in *house*; *session_cookie* names who is signed in."""
    _open[:] = [house]
    _cookie[:] = [session_cookie]


def session_cookie() -> str:
    """Return the name of the cookie that names who is signed in."""
    return _cookie[0]


def close_house() -> None:
    """Close the house: all sessions end, all keys go."""
    while _open:
        _open.pop().close()


def current_house() -> House:
    """Return the house of this process.

    Raises:
        StoreError: The server is not up yet, or is going down.
    """
    if not _open:
        raise StoreError
    return _open[0]
