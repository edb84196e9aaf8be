"""Everything that proves the app, in one run: ``python tests/tools/check.py [lint|unit|browser]``.

Each part runs even if one before it failed; the exit code tells whether all of them held.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.tools import catalogues, chromium, promises  # noqa: E402  (the line above makes them found)

PROVED = ROOT / ".cache" / "proved"
TWO_AT_A_TIME = ("--numprocesses=2", "--dist=loadfile")
THREE_AT_A_TIME = (
    "--numprocesses=3",
    "--dist=loadfile",
    "--no-loadscope-reorder",  # tests/e2e/conftest.py says which file begins
)  # on two cores: a browser test waits a third of its time
# A developer's own settings of the server must not decide what the tests see.
FOREIGN = ("HOST", "PORT", "DATA", "TLS_CERT", "TLS_KEY", "PUBLIC_URL", "EXIT_URL")


@dataclass(frozen=True)
class Part:
    """One thing to hold: its group, what it is called, and how to find out (the exit code)."""

    group: str
    name: str
    run: Callable[[], int]


def tool(*arguments: str) -> Callable[[], int]:
    """Return how to run ``python -m`` with *arguments* in the project's folder."""

    def run() -> int:
        return subprocess.run(
            [sys.executable, "-m", *arguments], cwd=ROOT, env=environment(), check=False
        ).returncode

    return run


def environment() -> dict[str, str]:
    """Return this environment without settings of a server."""
    return {name: value for name, value in os.environ.items() if name not in FOREIGN and "REDIS" not in name}


def browser_tests() -> int:
    """Run the tests in a real browser, in processes of their own (Playwright leaves its loop running).

    The tests of a file share a server, hence a process.
    """
    if not chromium.ensure():
        return 1
    return tool("pytest", "tests/e2e", *THREE_AT_A_TIME, f"--proved={PROVED / 'browser'}")()


PARTS = (
    Part("lint", "formatting", tool("ruff", "format", "--check", "--quiet", ".")),
    Part("lint", "rules", tool("ruff", "check", "--quiet", ".")),
    Part("lint", "types", tool("basedpyright")),
    Part("lint", "who may import whom", tool("tests.tools.imports")),
    Part("lint", "catalogues", catalogues.main),
    Part(
        "unit",
        "unit and integration tests",
        tool("pytest", *TWO_AT_A_TIME, "--cov", "--cov-report=", f"--proved={PROVED / 'unit'}"),
    ),
    Part("unit", "coverage, all: 95 %", tool("coverage", "report", "--fail-under=95")),
    Part(
        "unit",
        "coverage, model, core, crypto and imaging: 100 %",
        tool("coverage", "report", "--fail-under=100", "--include=*/model/*,*/core/*,*/crypto/*,*/imaging/*"),
    ),
    Part("browser", "browser tests", browser_tests),
)


def main(groups: list[str]) -> int:
    """Run the parts of *groups*, or all of them, and say at the end which failed."""
    PROVED.mkdir(parents=True, exist_ok=True)
    failed = [part.name for part in PARTS if (not groups or part.group in groups) and not held(part)]
    if not groups:
        promises.report(PROVED)
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll held.", flush=True)
    return 1 if failed else 0


def held(part: Part) -> bool:
    """Run *part* under a heading, and return whether it held."""
    print(f"\n=== {part.name}", flush=True)
    began = time.monotonic()
    code = part.run()
    print(
        f"=== {part.name}: {'ok' if code == 0 else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True
    )
    return code == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
