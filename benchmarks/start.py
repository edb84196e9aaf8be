"""How long a start takes on a built checkout, until the first page has come; bare Reflex beside it."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from kit.runs import RUNS, Pair, introduce
from kit.servers import REAL, build, scratch, serving

from lifeplan_app.frontend.places import ROOT

LIMIT_SECONDS = 3.0


def start(data: Path) -> tuple[float, float]:
    """Return the seconds that the command takes to its first page, and the processor's share of them."""
    began = time.perf_counter()
    with serving(REAL, data) as server:
        return time.perf_counter() - began, server.worked


def seconds_to_import() -> float:
    """Return how long Python takes to import Reflex, which loads nothing until it is asked for its App."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import reflex; reflex.App"], cwd=ROOT, check=True)
    return time.perf_counter() - began


def main() -> None:
    introduce("The start")
    build()
    taken = Pair("seconds until the first page has come", ("serve", "import Reflex alone"))
    worked: list[float] = []
    with scratch() as folder:
        start(folder / "data")  # the first start of all makes the database
        for _ in range(RUNS):
            seconds, processor = start(folder / "data")
            taken.app.append(seconds)
            worked.append(processor)
            taken.baseline.append(seconds_to_import())
    taken.say()
    held = median(taken.app) <= LIMIT_SECONDS
    print(f"  at most {LIMIT_SECONDS:.1f} s: {'held' if held else 'MISSED'}")
    print(f"  of these the processor worked {median(worked):.1f} s; the rest is what else the machine does")
    if not held:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
