"""What sealing costs: ticking a step, against the same server over the same rows in clear.

Both servers run all the time, on copies of the same database, and are loaded in turn: by one
person, then by fifty different ones, each with a plan of 24 records and one goal of it open.
"""

import asyncio
from collections.abc import Sequence

from kit.load import tick_along, windows
from kit.people import settle_twice, sign_all_in
from kit.runs import P50, P95, RUNS, Pair, introduce, milliseconds
from kit.servers import CLEAR, REAL, Server, build, scratch, serving
from kit.window import Window

PEOPLE = 50
THINK_SECONDS = 0.02
SECONDS = {1: 4, PEOPLE: 5}  # of each run
LIMIT = 1.5
NAMES = ("sealed", "in clear")


class Load:
    """One of the two servers with everybody's windows; *clients* of them tick."""

    def __init__(self, server: Server, opened: Sequence[Window]) -> None:
        self._server = server
        self._opened = opened

    async def tick(self, clients: int) -> tuple[float, float, float]:
        """Return p50, p95 and the processor's share of one tick, in ms."""
        before = self._server.worked
        taken = await tick_along(self._opened[:clients], SECONDS[clients], THINK_SECONDS)
        worked = 1000 * (self._server.worked - before) / len(taken)
        return milliseconds(taken, P50), milliseconds(taken, P95), worked


async def measure(sealed: Server, clear: Server) -> list[Pair]:
    """Return what ticking takes with each number of clients."""
    cookies = await asyncio.gather(sign_all_in(sealed.port, PEOPLE), sign_all_in(clear.port, PEOPLE))
    async with windows(sealed.port, cookies[0]) as ours, windows(clear.port, cookies[1]) as theirs:
        loads = Load(sealed, ours), Load(clear, theirs)
        for load in loads:
            await load.tick(1)  # the first ticks count for nothing
        return [pair for clients in SECONDS for pair in await compare(*loads, clients)]


async def compare(sealed: Load, clear: Load, clients: int) -> list[Pair]:
    """Load both in turn, with so many clients."""
    who = "1 client" if clients == 1 else f"{clients} clients"
    pairs = [
        Pair(f"a tick, {who}, p50 in ms", NAMES),
        Pair(f"a tick, {who}, p95 in ms", NAMES, LIMIT),
        Pair(f"a tick, {who}, ms of the server's processor", NAMES),
    ]
    for _ in range(RUNS):
        ours, theirs = await sealed.tick(clients), await clear.tick(clients)
        for pair, one, other in zip(pairs, ours, theirs, strict=True):
            pair.app.append(one)
            pair.baseline.append(other)
    return pairs


def main() -> None:
    introduce("The price of sealing")
    build()
    with scratch() as folder:
        settle_twice(folder / "sealed", folder / "clear", PEOPLE)
        with serving(REAL, folder / "sealed") as sealed, serving(CLEAR, folder / "clear") as clear:
            for pair in asyncio.run(measure(sealed, clear)):
                pair.say()


if __name__ == "__main__":
    main()
