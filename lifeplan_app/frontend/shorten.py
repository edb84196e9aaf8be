"""The project's own scripts, as short as the bundle: by the minifier that Vite has just used for that."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from lifeplan_app.frontend.finish import WORKER
from lifeplan_app.model.errors import ConfigurationError

# Not as modules: they run as they are, in strict mode because they say so.
_MINIFY: Final = """
import { minifySync } from "rolldown/utils";
import { readFileSync, writeFileSync } from "node:fs";
for (const file of process.argv.slice(1)) {
  const { code, errors } = minifySync(file, readFileSync(file, "utf8"), { module: false });
  if (errors.length) throw new Error(errors[0].message);
  writeFileSync(file, code);
}
"""


def shorten_scripts(static: Path, packages: Path) -> None:
    """Write the scripts that lie directly under *static* without comments, spaces and long names.

    The service worker is left as it is: what is to be filled in there must be found.

    Args:
        static: The built pages; what Vite made lies in folders below.
        packages: The folder in which the build's packages are installed.

    Raises:
        ConfigurationError: One is not JavaScript, or the minifier is not there.
    """
    scripts = sorted(str(file.absolute()) for file in static.glob("*.js") if file.name != WORKER)
    done = subprocess.run(  # noqa: S603 - the runtime that the lock file put into the virtual environment
        [Path(sys.executable).with_name("bun"), "--no-install", "-e", _MINIFY, *scripts],
        cwd=packages,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ConfigurationError(f"The scripts could not be shortened:\n{done.stderr[-2000:]}")
