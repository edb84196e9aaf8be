"""What each signed-in person costs of memory, against a client that is merely connected to the same app.

Counted is what the system gives the server's process for itself (RssAnon): what somebody who runs
it has to pay, in which Python's own free lists, the socket's buffers and the libraries have their
part. Each run is a fresh process; the first clients count for nothing, since they warm it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from kit.people import MIDDLE, settle, sign_in
from kit.runs import Pair, alternate, introduce, tell
from kit.servers import REAL, Server, build, scratch, serving
from kit.window import Window

PEOPLE = 50
FIRST = 10  # before them
LIMIT = 3
KB = 1000
NAMES = ("signed in", "connected")

Come = Callable[[Server, int], Awaitable[Window]]


async def with_her_plan(server: Server, number: int) -> Window:
    """Sign a person in, and open her plan and the first goal in it."""
    window = Window(server.port, (await sign_in(server.port, number)).session)
    await window.open()
    return window


async def merely_connected(server: Server, _number: int) -> Window:
    """Open the socket of a page that nobody is signed in to."""
    window = Window(server.port, "")
    await window.connect("hydrate_and_load")
    return window


async def each_takes(server: Server, come: Come) -> float:
    """Return how many bytes one more takes, when *PEOPLE* have come."""
    opened = [await come(server, number) for number in range(FIRST)]
    before = server.memory
    opened += [await come(server, number) for number in range(FIRST, FIRST + PEOPLE)]
    taken = server.memory - before
    await asyncio.gather(*(window.close() for window in opened))
    return taken / PEOPLE


def measure(folder: Path) -> Pair:
    """Return what one takes, in servers of their own."""
    pair = Pair("memory for each, in KB", NAMES, LIMIT)

    def run(come: Come, found: list[float]) -> None:
        with serving(REAL, folder / "data") as server:
            found.append(asyncio.run(each_takes(server, come)) / KB)

    alternate(lambda: run(with_her_plan, pair.app), lambda: run(merely_connected, pair.baseline))
    return pair


def main() -> None:
    introduce("Memory for each person")
    build()
    with scratch() as folder:
        settle(folder / "data", [MIDDLE] * (FIRST + PEOPLE))
        tell(measure(folder))


if __name__ == "__main__":
    main()
