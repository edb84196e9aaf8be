"""What somebody who opens a plan of 1,000 steps costs another, who ticks steps meanwhile.

Each opening is the first of a session, so that all of it has to be opened. Only ticks that were
begun while it went on count; she ticks as much on an idle server.
"""

import asyncio
import contextlib
import random

from kit.load import windows
from kit.people import LARGE, SMALL, Cookies, settle, sign_in
from kit.runs import P50, P95, RUNS, Pair, introduce, milliseconds, tell
from kit.servers import REAL, build, scratch, serving
from kit.window import Window

OPENINGS = 20  # of each run
THINK_SECONDS = 0.005  # little, so that there are ticks enough while one opening lasts
LIMIT = 3
NAMES = ("one opens", "idle")


class Ticking:
    """A person who ticks, with a short think between an answer and the next tick."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._chance = random.Random(7)
        self._turn = 0

    async def once(self) -> float:
        """Think, tick, and return the seconds that the tick took."""
        await asyncio.sleep(THINK_SECONDS * self._chance.uniform(0, 1))
        self._turn += 1
        return await self._window.tick(self._turn)

    async def beside(self, work: asyncio.Task[float]) -> list[float]:
        """Return what each tick took that was begun before *work* was done."""
        taken: list[float] = []
        while not work.done():
            taken.append(await self.once())
        return taken


class Opener:
    """A person with a large plan, who signs in anew for each opening."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._cookies: Cookies | None = None
        self.taken: list[float] = []

    @contextlib.asynccontextmanager
    async def opening(self):
        """Yield the task of one opening, which begins now."""
        self._cookies = await sign_in(self._port, 1, self._cookies)
        window = Window(self._port, self._cookies.session)
        await window.connect()
        work = asyncio.create_task(window.load())
        yield work
        self.taken.append(await work)
        await window.close()


async def measure(port: int) -> tuple[list[Pair], list[float]]:
    """Return p50 and p95 of the ticks, and what each opening took."""
    middle = Pair("ticking, p50 in ms", NAMES)
    slow = Pair("ticking, p95 in ms", NAMES, LIMIT)
    opener = Opener(port)
    async with windows(port, [await sign_in(port, 0)]) as [window]:
        ticking = Ticking(window)
        for _ in range(RUNS + 1):
            beside: list[float] = []
            for _ in range(OPENINGS):
                async with opener.opening() as work:
                    beside += await ticking.beside(work)
            idle = [await ticking.once() for _ in beside]
            for pair, share in ((middle, P50), (slow, P95)):
                pair.app.append(milliseconds(beside, share))
                pair.baseline.append(milliseconds(idle, share))
    for pair in (middle, slow):
        del pair.app[0], pair.baseline[0]  # the first run warms both
    return [middle, slow], opener.taken


def main() -> None:
    introduce("Ticking while somebody opens a plan of 1,000 steps")
    build()
    with scratch() as folder:
        settle(folder / "data", [SMALL, LARGE])
        with serving(REAL, folder / "data") as server:
            pairs, taken = asyncio.run(measure(server.port))
    print(f"an opening beside the ticks took {milliseconds(taken, P50):.0f} ms in the middle")
    tell(*pairs)


if __name__ == "__main__":
    main()
