"""People who tick steps: each waits for her answer, thinks for a moment, and ticks the next."""

import asyncio
import contextlib
import itertools
import random
import time
from collections.abc import AsyncIterator, Sequence

from kit.people import Cookies
from kit.window import Window


@contextlib.asynccontextmanager
async def windows(port: int, cookies: Sequence[Cookies]) -> AsyncIterator[list[Window]]:
    """Yield one window for each person, with her first goal open."""
    opened = [Window(port, each.session) for each in cookies]
    try:
        for window in opened:
            await window.open()
        yield opened
    finally:
        await asyncio.gather(*(window.close() for window in opened))


async def tick_along(opened: Sequence[Window], seconds: float, think: float) -> list[float]:
    """Return how long each answer took, all windows ticking for *seconds*, about *think* apart."""
    chance = random.Random(7)
    taken: list[float] = []
    end = time.perf_counter() + seconds

    async def one(window: Window) -> None:
        for turn in itertools.count():
            await asyncio.sleep(think * chance.uniform(0.5, 1.5))
            if time.perf_counter() > end:
                return
            taken.append(await window.tick(turn))

    await asyncio.gather(*(one(window) for window in opened))
    return taken
