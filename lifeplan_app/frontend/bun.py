"""The JavaScript runtime that the lock file put into the virtual environment."""

import subprocess
import sys
from pathlib import Path

from lifeplan_app.model.errors import ConfigurationError


def run_bun(*arguments: str, folder: Path) -> None:
    """Run it in *folder* with *arguments*, and wait until it is done.

    Raises:
        ConfigurationError: It failed; the message holds the end of what it said.
    """
    done = subprocess.run(  # noqa: S603 - the runtime of our own environment, with words of our own
        [Path(sys.executable).with_name("bun"), *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ConfigurationError(f"bun {arguments[0]} failed:\n{done.stderr[-2000:]}")
