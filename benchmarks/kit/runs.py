"""Five alternating runs of two things, their medians, and what these say about a limit."""

import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from os import cpu_count, getloadavg
from statistics import median

RUNS = 5
P50, P95 = 0.50, 0.95


@dataclass
class Pair:
    """One number of the app, and the same number of what it is held against, run by run.

    Attributes:
        what: What is measured, with its unit.
        names: Of the app's row and of the baseline's.
        limit: The highest ratio of the medians; None where the number is only told.
    """

    what: str
    names: tuple[str, str]
    limit: float | None = None
    app: list[float] = field(default_factory=list)
    baseline: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return median(self.app) / median(self.baseline)

    @property
    def holds(self) -> bool:
        return self.limit is None or self.ratio <= self.limit

    def say(self) -> None:
        """Print the runs, the medians and the ratio."""
        print(f"\n{self.what}")
        width = max(map(len, self.names))
        for name, values in zip(self.names, (self.app, self.baseline), strict=True):
            print(f"  {name:{width}}  {_row(values)}   median {median(values):.1f}")
        print(f"  ratio {self.ratio:.3f}{self._verdict()}")

    def _verdict(self) -> str:
        if self.limit is None:
            return ""
        return f", at most {self.limit:.2f}: {'held' if self.holds else 'MISSED'}"


def alternate(app: Callable[[], None], baseline: Callable[[], None]) -> None:
    """Run both in turn, so that what else the machine does meets both."""
    for _ in range(RUNS):
        app()
        baseline()


def tell(*pairs: Pair) -> None:
    """Print all *pairs*, and end the program with 1 where one of them is over its limit."""
    for pair in pairs:
        pair.say()
    if not all(pair.holds for pair in pairs):
        raise SystemExit(1)


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value that the *share* of all *values* does not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def milliseconds(values: Sequence[float], share: float) -> float:
    return 1000 * quantile(values, share)


def introduce(title: str) -> None:
    """Print what is measured, when, and on what machine."""
    python = ".".join(map(str, sys.version_info[:3]))
    print(
        f"{title}: {datetime.now(tz=UTC).date()}, {cpu_count()} cores, {platform.machine()}, Python {python}"
    )
    print(f"load of the machine before: {getloadavg()[0]:.1f}", flush=True)


def _row(values: Sequence[float]) -> str:
    return " ".join(f"{value:8.1f}" for value in values)
