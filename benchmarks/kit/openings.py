"""Two people who open a page again and again, in turn, each time in a session that knows nothing of it."""

from collections.abc import Awaitable, Callable
from statistics import median

from kit.people import Cookies, sign_in
from kit.runs import RUNS, Pair
from kit.servers import Server
from kit.window import Window

OPENINGS = 8  # of each run and person; in turn, so that what else the machine does meets both

Load = Callable[[Window], Awaitable[float]]


class Opener:
    """A person who signs in anew for each opening of the page that *load* reads."""

    def __init__(self, server: Server, number: int, load: Load) -> None:
        self._server = server
        self._number = number
        self._load = load
        self._cookies: Cookies | None = None
        self._first: list[float] = []
        self._again: list[float] = []
        self._worked: list[float] = []

    async def open(self) -> Window:
        """Sign in, read the page, and read it again; return the window, which is closed."""
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


async def compare(one: Opener, other: Opener, names: tuple[str, str], limit: float) -> list[Pair]:
    """Return what opening takes in turn for both; the first look has a *limit*."""
    pairs = [
        Pair("opening 1,000 steps, first look of a session, in ms", names, limit),
        Pair("opening them again in that session, in ms", names),
        Pair("the first look, ms of the server's processor", names),
    ]
    for opener in (one, other):
        await opener.open()  # the first counts for nothing
        opener.results()
    for _ in range(RUNS):
        for _ in range(OPENINGS):
            for opener in (one, other):
                await opener.open()
        for pair, ours, theirs in zip(pairs, one.results(), other.results(), strict=True):
            pair.app.append(ours)
            pair.baseline.append(theirs)
    return pairs
