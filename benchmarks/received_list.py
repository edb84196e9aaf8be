"""Opening the list of 1,000 steps that 60 people show, against opening a plan of 1,000 steps of one's own.

Both on one server, each as the first look of a session: a window is connected, then the event that
reads the page is sent, and what counts is the time until all that it shows is here. The list opens
every card, to say which areas of life they are in, and tells what is new and what ends soon.
"""

import asyncio
from collections.abc import Awaitable, Callable
from statistics import median

from kit.linked import settle_linked
from kit.people import LARGE, Cookies, sign_in
from kit.runs import RUNS, Pair, introduce
from kit.servers import REAL, Server, build, scratch, serving
from kit.window import Window

PEOPLE = 60
SHOWN = [17] * 40 + [16] * 20  # of each of them: 1,000 steps
OPENINGS = 6  # of each run and person; in turn, so that what else the machine does meets both
LIMIT = 2
NAMES = ("their list", "own plan")

Load = Callable[[Window], Awaitable[float]]


class Opener:
    """A person who signs in anew for each opening."""

    def __init__(self, server: Server, number: int, load: Load) -> None:
        self._server = server
        self._number = number
        self._load = load
        self._cookies: Cookies | None = None
        self._first: list[float] = []
        self._again: list[float] = []
        self._worked: list[float] = []

    async def open(self) -> Window:
        """Sign in, read the page, read it again, and return the window, which is closed."""
        self._cookies = await sign_in(self._server.port, self._number, self._cookies)
        window = Window(self._server.port, self._cookies.session)
        await window.connect()
        before = self._server.worked
        self._first.append(await self._load(window))
        self._worked.append(self._server.worked - before)
        self._again.append(await self._load(window))
        await window.close()
        return window

    def results(self) -> tuple[float, float, float]:
        """Return the medians, in ms, and forget them."""
        every = self._first, self._again, self._worked
        found = tuple(1000 * median(each) for each in every)
        for each in every:
            each.clear()
        return found


async def measure(server: Server) -> list[Pair]:
    """Return what opening takes in turn for both."""
    pairs = [
        Pair("opening 1,000 steps, first look of a session, in ms", NAMES, LIMIT),
        Pair("opening them again in that session, in ms", NAMES),
        Pair("the first look, ms of the server's processor", NAMES),
    ]
    theirs = Opener(server, PEOPLE + 1, Window.load_received)
    own = Opener(server, 0, Window.load)
    assert len((await theirs.open()).people) == PEOPLE
    await own.open()
    for each in (theirs, own):
        each.results()  # the first counts for nothing
    for _ in range(RUNS):
        for _ in range(OPENINGS):
            for opener in (theirs, own):
                await opener.open()
        for pair, one, other in zip(pairs, theirs.results(), own.results(), strict=True):
            pair.app.append(one)
            pair.baseline.append(other)
    return pairs


def main() -> None:
    introduce("Opening a list of 1,000 steps of 60 people")
    build()
    with scratch() as folder:
        settle_linked(folder / "data", [LARGE], SHOWN)
        with serving(REAL, folder / "data") as server:
            for pair in asyncio.run(measure(server)):
                pair.say()


if __name__ == "__main__":
    main()
