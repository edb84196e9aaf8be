"""What sealing costs: ticking a step, against the same server over the same rows in clear.

Both servers run all the time, on copies of the same database, and are loaded in turn: by one
person, then by fifty different ones, each with a plan of 24 records and one goal of it open.
"""

import asyncio
from collections.abc import Sequence

from kit.beside import held_against_clear
from kit.load import tick_along, windows
from kit.people import SMALL, sign_all_in
from kit.runs import P50, P95, RUNS, Pair, introduce, milliseconds, tell
from kit.servers import Server
from kit.window import Window

PEOPLE = 50
THINK_SECONDS = 0.02
CLIENTS = (1, PEOPLE)
SLICES = 4  # of each run; in turn, so that what else the machine does meets both
SLICE_SECONDS = 1.2
LIMIT = 1.5
NAMES = ("sealed", "in clear")

Loaded = tuple[Server, Sequence[Window]]


class Run:
    """Slices of time in which *clients* of the *opened* windows tick at *server*."""

    def __init__(self, server: Server, opened: Sequence[Window], clients: int) -> None:
        self._server = server
        self._opened = opened[:clients]
        self._taken: list[float] = []
        self._worked = 0.0

    async def slice(self) -> None:
        """Tick for a while."""
        before = self._server.worked
        self._taken += await tick_along(self._opened, SLICE_SECONDS, THINK_SECONDS)
        self._worked += self._server.worked - before

    def results(self) -> tuple[float, float, float]:
        """Return p50, p95 and the processor's share of one tick, in ms."""
        worked = 1000 * self._worked / len(self._taken)
        return milliseconds(self._taken, P50), milliseconds(self._taken, P95), worked


async def measure(sealed: Server, clear: Server) -> list[Pair]:
    """Return what ticking takes with each number of clients."""
    cookies = await asyncio.gather(sign_all_in(sealed.port, PEOPLE), sign_all_in(clear.port, PEOPLE))
    async with windows(sealed.port, cookies[0]) as ours, windows(clear.port, cookies[1]) as theirs:
        both = (sealed, ours), (clear, theirs)
        for server, opened in both:
            await Run(server, opened, PEOPLE).slice()  # the first ticks count for nothing
        return [pair for clients in CLIENTS for pair in await compare(both, clients)]


async def compare(both: tuple[Loaded, Loaded], clients: int) -> list[Pair]:
    """Load the sealed one and the other in turn, with so many clients."""
    who = "1 client" if clients == 1 else f"{clients} clients"
    pairs = [
        Pair(f"a tick, {who}, p50 in ms", NAMES),
        Pair(f"a tick, {who}, p95 in ms", NAMES, LIMIT),
        Pair(f"a tick, {who}, ms of the server's processor", NAMES),
    ]
    for _ in range(RUNS):
        sealed, clear = (Run(server, opened, clients) for server, opened in both)
        for _ in range(SLICES):
            await sealed.slice()
            await clear.slice()
        for pair, one, other in zip(pairs, sealed.results(), clear.results(), strict=True):
            pair.app.append(one)
            pair.baseline.append(other)
    return pairs


def main() -> None:
    introduce("The price of sealing")
    tell(*held_against_clear([SMALL] * PEOPLE, measure))


if __name__ == "__main__":
    main()
