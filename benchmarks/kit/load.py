"""People who tick steps: each waits for her answer, thinks for a moment, and ticks the next."""

import asyncio
import contextlib
import random
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


async def tick_along(opened: Sequence[Window], ticks: int, think: float) -> list[float]:
    """Return the seconds of each answer, *ticks* for each window, about *think* seconds apart."""
    chance = random.Random(7)
    seconds: list[float] = []

    async def one(window: Window) -> None:
        for turn in range(ticks):
            await asyncio.sleep(think * chance.uniform(0.5, 1.5))
            seconds.append(await window.tick(turn))

    await asyncio.gather(*(one(window) for window in opened))
    return seconds
