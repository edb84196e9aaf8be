"""What eight people who sign in all the time cost the ninth, who ticks steps meanwhile.

One server; she ticks while it is idle, then while they sign in one after the other without a
pause. Their passphrases are right, so that nothing of it is slowed down as guessing.
"""

import asyncio
import contextlib

import httpx
from kit.load import tick_along, windows
from kit.people import SMALL, Cookies, post_open, settle, sign_all_in
from kit.runs import P50, P95, RUNS, Pair, introduce, milliseconds, tell
from kit.servers import REAL, address, build, scratch, serving

CROWD = 8
SECONDS = 5  # of each run
THINK_SECONDS = 0.02
LIMIT = 5
NAMES = ("8 sign in", "idle")


class Crowd:
    """People who sign in again and again, each in her own browser."""

    def __init__(self, port: int, cookies: list[Cookies]) -> None:
        self._port = port
        self._cookies = cookies
        self.signed_in = 0

    @contextlib.asynccontextmanager
    async def at_the_door(self):
        """Let all of them sign in for as long as this is open."""
        tasks = [asyncio.create_task(self._again_and_again(number)) for number in range(len(self._cookies))]
        await asyncio.sleep(1)
        try:
            yield
        finally:
            for task in tasks:
                assert not task.done(), task.exception()
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _again_and_again(self, number: int) -> None:
        async with httpx.AsyncClient(base_url=address(self._port), timeout=60) as client:
            while True:
                self._cookies[number] = await post_open(client, number, self._cookies[number])
                self.signed_in += 1


async def measure(port: int) -> tuple[list[Pair], int]:
    """Return p50 and p95, and how many sign-ins there were."""
    cookies = await sign_all_in(port, CROWD + 1)
    crowd = Crowd(port, cookies[:CROWD])
    middle = Pair("ticking, p50 in ms", NAMES)
    slow = Pair("ticking, p95 in ms", NAMES, LIMIT)
    async with windows(port, cookies[CROWD:]) as hers:
        await tick_along(hers, 1, THINK_SECONDS)  # the first ticks count for nothing
        for _ in range(RUNS):
            async with crowd.at_the_door():
                beside = await tick_along(hers, SECONDS, THINK_SECONDS)
            idle = await tick_along(hers, SECONDS, THINK_SECONDS)
            for pair, share in ((middle, P50), (slow, P95)):
                pair.app.append(milliseconds(beside, share))
                pair.baseline.append(milliseconds(idle, share))
    return [middle, slow], crowd.signed_in


def main() -> None:
    introduce("Ticking while others sign in")
    build()
    with scratch() as folder:
        settle(folder / "data", [SMALL] * (CROWD + 1))
        with serving(REAL, folder / "data") as server:
            pairs, signed_in = asyncio.run(measure(server.port))
    print(f"{signed_in} sign-ins in all, each a real passphrase hash")
    tell(*pairs)


if __name__ == "__main__":
    main()
