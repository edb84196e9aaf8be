"""What sealing costs who opens a plan of 1,000 steps: against the same server over the same rows in clear.

Each opening is the first of a session, so that nothing of it has been opened before: a window is
connected, then the event that reads the plan is sent, and what counts is the time until it is here.
"""

from kit.beside import held_against_clear
from kit.openings import Opener, compare
from kit.people import LARGE
from kit.runs import Pair, introduce, tell
from kit.servers import Server
from kit.window import Window

LIMIT = 3
NAMES = ("sealed", "in clear")


async def measure(sealed: Server, clear: Server) -> list[Pair]:
    """Return what opening takes in turn at both."""
    one, other = (Opener(server, 0, Window.load) for server in (sealed, clear))
    return await compare(one, other, NAMES, LIMIT)


def main() -> None:
    introduce("Opening a plan of 1,000 steps")
    tell(*held_against_clear([LARGE], measure))


if __name__ == "__main__":
    main()
