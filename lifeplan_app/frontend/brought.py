"""The scripts that come only where they are asked for, each with all it needs in one file."""

import shutil
from pathlib import Path
from typing import Final

from lifeplan_app.frontend.bun import run_bun

SOURCES: Final = Path(__file__).with_name("modules")
BROUGHT: Final = ("glance", "board")
"""The camera's, with its library, and that of the boards, which is made of several parts."""


def bundle_brought(static: Path, packages: Path) -> None:
    """Write the scripts into *static*, as modules without imports.

    Args:
        static: The built pages.
        packages: The folder in which the build's packages are installed.

    Raises:
        ConfigurationError: One cannot be bundled.
    """
    entries = packages / SOURCES.name  # beside the packages, where their names are found
    shutil.copytree(SOURCES, entries, dirs_exist_ok=True)
    for name in BROUGHT:
        out = (static / f"{name}.js").absolute()
        run_bun("build", f"{entries.name}/{name}.js", "--minify", f"--outfile={out}", folder=packages)
