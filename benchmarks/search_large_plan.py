"""Searching a plan of 1,000 steps, from what a key makes the page send to the answer; and a trivial event.

The session has opened the plan already, as it has when she searches in it. The trivial event is
the one that closes a text: it changes one var and reads nothing.
"""

import asyncio
from statistics import median

from kit.people import LARGE, settle, sign_in
from kit.runs import RUNS, Pair, introduce, tell
from kit.servers import REAL, build, scratch, serving
from kit.window import Window

KEYS = ("head te", "HEAD TEACHER", "vi", "where the bus stops", "nothing like this", "ma", "élève", "rent")
ROUNDS = 5  # of each run
LIMIT = 10
NAMES = ("search", "trivial")


async def measure(port: int) -> Pair:
    """Return what both take in turn."""
    pair = Pair("from a key to its result, in ms", NAMES, LIMIT)
    window = Window(port, (await sign_in(port, 0)).session)
    await window.open()
    for turn in range(RUNS + 1):
        found: list[float] = []
        trivial: list[float] = []
        for _ in range(ROUNDS):
            for words in KEYS:
                found.append(await window.search(words))
                trivial.append(await window.close_field())
        if turn:  # the first run warms both
            pair.app.append(1000 * median(found))
            pair.baseline.append(1000 * median(trivial))
    await window.close()
    return pair


def main() -> None:
    introduce("Searching in a plan of 1,000 steps")
    build()
    with scratch() as folder:
        settle(folder / "data", [LARGE])
        with serving(REAL, folder / "data") as server:
            tell(asyncio.run(measure(server.port)))


if __name__ == "__main__":
    main()
