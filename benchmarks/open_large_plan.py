"""What sealing costs who opens a plan of 1,000 steps: against the same server over the same rows in clear.

Each opening is the first of a session, so that nothing of it has been opened before: a window is
connected, then the event that reads the plan is sent, and what counts is the time until it is here.
"""

import asyncio
from statistics import median

from kit.people import LARGE, Cookies, settle_twice, sign_in
from kit.runs import RUNS, Pair, introduce
from kit.servers import CLEAR, REAL, Server, build, scratch, serving
from kit.window import Window

OPENINGS = 8  # of each run and server; in turn, so that what else the machine does meets both
LIMIT = 3
NAMES = ("sealed", "in clear")


class Opener:
    """A person who signs in anew for each opening."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._cookies: Cookies | None = None
        self._first: list[float] = []
        self._again: list[float] = []
        self._worked: list[float] = []

    async def open(self) -> None:
        """Sign in, read the plan, and read it again."""
        self._cookies = await sign_in(self._server.port, 0, self._cookies)
        window = Window(self._server.port, self._cookies.session)
        await window.connect()
        before = self._server.worked
        self._first.append(await window.load())
        self._worked.append(self._server.worked - before)
        self._again.append(await window.load())
        await window.close()

    def results(self) -> tuple[float, float, float]:
        """Return the medians, in ms, and forget them."""
        every = self._first, self._again, self._worked
        found = tuple(1000 * median(each) for each in every)
        for each in every:
            each.clear()
        return found


async def measure(sealed: Server, clear: Server) -> list[Pair]:
    """Return what opening takes in turn at both."""
    pairs = [
        Pair("opening 1,000 steps, first look of a session, in ms", NAMES, LIMIT),
        Pair("opening them again in that session, in ms", NAMES),
        Pair("the first look, ms of the server's processor", NAMES),
    ]
    both = Opener(sealed), Opener(clear)
    for opener in both:
        await opener.open()  # the first counts for nothing
        opener.results()
    for _ in range(RUNS):
        for _ in range(OPENINGS):
            for opener in both:
                await opener.open()
        for pair, one, other in zip(pairs, both[0].results(), both[1].results(), strict=True):
            pair.app.append(one)
            pair.baseline.append(other)
    return pairs


def main() -> None:
    introduce("Opening a plan of 1,000 steps")
    build()
    with scratch() as folder:
        settle_twice(folder / "sealed", folder / "clear", [LARGE])
        with serving(REAL, folder / "sealed") as sealed, serving(CLEAR, folder / "clear") as clear:
            for pair in asyncio.run(measure(sealed, clear)):
                pair.say()


if __name__ == "__main__":
    main()
