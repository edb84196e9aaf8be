"""The script that reads a code by the camera, with its library: one file, fetched when it is asked for."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from lifeplan_app.model.errors import ConfigurationError

NAME: Final = "glance.js"
SOURCE: Final = Path(__file__).with_name(NAME)


def bundle_glance(static: Path, packages: Path) -> None:
    """Write the script into *static*, as a module without imports.

    Args:
        static: The built pages.
        packages: The folder in which the build's packages are installed.

    Raises:
        ConfigurationError: It cannot be bundled.
    """
    entry = packages / NAME  # beside the packages, where their names are found
    shutil.copyfile(SOURCE, entry)
    done = subprocess.run(  # noqa: S603 - the runtime that the lock file put into the virtual environment
        [
            Path(sys.executable).with_name("bun"),
            "build",
            NAME,
            "--minify",
            f"--outfile={(static / NAME).absolute()}",
        ],
        cwd=packages,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ConfigurationError(f"{NAME} could not be bundled:\n{done.stderr[-2000:]}")
