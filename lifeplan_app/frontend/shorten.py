"""The project's own scripts: made short by the minifier that Vite has just used, and joined."""

from pathlib import Path
from typing import Final

from lifeplan_app.frontend.bun import run_bun
from lifeplan_app.frontend.finish import WORKER
from lifeplan_app.frontend.places import JOINED, SCRIPTS
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
    run_bun("--no-install", "-e", _MINIFY, *scripts, folder=packages)


def join_scripts(static: Path) -> None:
    """Write the scripts of `SCRIPTS` into one, in which a fault of one does not keep the next from running.

    Each request costs a phone about as much as a short script brings.

    Raises:
        ConfigurationError: One is missing.
    """
    files = [static / f"{name}.js" for name in SCRIPTS]
    if missing := [file.name for file in files if not file.is_file()]:
        raise ConfigurationError(f"These scripts are missing from assets: {', '.join(missing)}.")
    (static / JOINED).write_text("\n".join(map(_alone, files)), encoding="utf-8")
    for file in files:
        file.unlink()


def _alone(file: Path) -> str:
    return f"try{{{file.read_text(encoding='utf-8')}}}catch(e){{setTimeout(()=>{{throw e}})}}"
