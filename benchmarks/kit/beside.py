"""A server of the app, and beside it the one that it is held against."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path

from kit import blank_app
from kit.people import Shape, settle_twice
from kit.runs import Pair
from kit.servers import BLANK, CLEAR, REAL, Server, address, build, free_port, scratch, serving

Both = tuple[Server, Server]


def held_against_clear(
    plans: Sequence[Shape], measure: Callable[[Server, Server], Awaitable[list[Pair]]]
) -> list[Pair]:
    """Return what *measure* finds of two servers over the same *plans*, which are sealed and in clear."""
    build()
    with scratch() as folder:
        settle_twice(folder / "sealed", folder / "clear", plans)
        with serving(REAL, folder / "sealed") as sealed, serving(CLEAR, folder / "clear") as clear:
            return asyncio.run(measure(sealed, clear))


@contextlib.contextmanager
def beside_blank(folder: Path) -> Iterator[Both]:
    """Yield the server of what stands in the *data* of *folder*, and that of a blank app, which is built."""
    blank, port = folder / "blank", free_port()
    blank_app.make(blank, address(port))
    with (
        serving(BLANK, folder / "nothing", PORT=str(port), BLANK=str(blank)) as theirs,
        serving(REAL, folder / "data") as ours,
    ):
        yield ours, theirs
