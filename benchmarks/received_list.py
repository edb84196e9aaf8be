"""Opening the list of 1,000 steps that 60 people show, against opening a plan of 1,000 steps of one's own.

Both on one server, each as the first look of a session: a window is connected, then the event that
reads the page is sent, and what counts is the time until all that it shows is here. The list opens
every card, to say which areas of life they are in, and tells what is new and what ends soon.
"""

import asyncio

from kit.linked import settle_linked
from kit.openings import Opener, compare
from kit.people import LARGE
from kit.runs import Pair, introduce, tell
from kit.servers import REAL, Server, build, scratch, serving
from kit.window import Window

SHOWN = [17] * 40 + [16] * 20  # of each of 60 people: 1,000 steps
LIMIT = 2
NAMES = ("their list", "own plan")
OWN, STAFF = 0, len(SHOWN) + 1


async def measure(server: Server) -> list[Pair]:
    """Return what opening takes in turn for both."""
    theirs = Opener(server, STAFF, Window.load_received)
    assert len((await theirs.open()).people) == len(SHOWN)
    theirs.results()
    return await compare(theirs, Opener(server, OWN, Window.load), NAMES, LIMIT)


def main() -> None:
    introduce("Opening a list of 1,000 steps of 60 people")
    build()
    with scratch() as folder:
        settle_linked(folder / "data", [LARGE], SHOWN)
        with serving(REAL, folder / "data") as server:
            pairs = asyncio.run(measure(server))
    tell(*pairs)


if __name__ == "__main__":
    main()
