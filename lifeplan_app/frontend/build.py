"""Building the pages once, and again only when something they are made of has changed."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from lifeplan_app.frontend.places import INLINE_HASHES, ROOT, SCRATCH, STAMP, STATIC, WEB
from lifeplan_app.model.errors import ConfigurationError
from lifeplan_app.settings import Settings

PACKAGE: Final = ROOT / "lifeplan_app"
# What only runs on the server never reaches a page: changing it must not cost a build.
SERVER_ONLY: Final = frozenset(
    {"core", "crypto", "imaging", "store", "web", "__main__.py", "cli.py", "serving.py"}
)
BESIDES: Final = ("rxconfig.py", "requirements.lock", "reflex.lock", "assets")
LOG: Final = SCRATCH / "build.log"
DEFAULT_REGISTRY: Final = "https://registry.npmjs.org"
# Settings of one server that the pages must not depend on, since they are built once for all.
NOT_FOR_PAGES: Final = ("HOST", "PORT", "DATA", "TLS_CERT", "TLS_KEY", "PUBLIC_URL")


def ensure_built(settings: Settings, say: Callable[[str], None]) -> None:
    """Build the pages unless they are there already, made of these very sources.

    Two starts at once build once: the second waits for the first.

    Raises:
        ConfigurationError: The build failed.
    """
    wanted = fingerprint(settings)
    if is_built(wanted):
        return
    with _alone():
        if is_built(wanted):
            return
        say("Building the pages, once: about half a minute, the first time longer.")
        _clear()
        _export()
        STAMP.write_text(wanted, encoding="utf-8")


def is_built(wanted: str) -> bool:
    """Whether the pages there are made of the sources with the fingerprint *wanted*."""
    if not (STAMP.is_file() and INLINE_HASHES.is_file() and STATIC.is_dir()):
        return False
    return STAMP.read_text(encoding="utf-8") == wanted


def fingerprint(settings: Settings) -> str:
    """Return a hash of all that the pages are made of."""
    whole = hashlib.sha256(settings.exit_url.encode())
    for file in sources():
        whole.update(f"\0{file.relative_to(ROOT).as_posix()}\0".encode())
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def sources() -> list[Path]:
    """Return the files that the pages are made of, in a fixed order."""
    tops = [entry for entry in PACKAGE.iterdir() if entry.name not in SERVER_ONLY]
    tops += [ROOT / name for name in BESIDES]
    return sorted(file for top in tops for file in _files(top) if _is_source(file))


def _files(top: Path) -> Iterator[Path]:
    if top.is_file():
        yield top
    for folder, _, names in os.walk(top):
        yield from (Path(folder) / name for name in names)


def _is_source(file: Path) -> bool:
    # Reflex links shared assets of its own components into assets/external while it compiles.
    return not {"__pycache__", "external"} & set(file.parts) and file.suffix != ".pyc"


@contextmanager
def _alone() -> Iterator[None]:
    SCRATCH.mkdir(exist_ok=True)
    with (SCRATCH / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _clear() -> None:
    """Remove what an earlier build left, except the packages, which the lock file vouches for."""
    if not WEB.is_dir():
        return
    for entry in WEB.iterdir():
        if entry.name == "node_modules":
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _export() -> None:
    with LOG.open("w", encoding="utf-8") as log:
        done = subprocess.run(
            [sys.executable, "-m", "lifeplan_app.frontend.export"],
            cwd=ROOT,
            env=environment(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        lines = LOG.read_text(encoding="utf-8", errors="replace").splitlines()
        raise ConfigurationError(
            "\n".join([*lines[-25:], f"The pages could not be built; the whole log is in {LOG}."])
        )


def environment(machine: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a build: the machine's own, with nothing that would tint the pages."""
    kept = {
        name: value
        for name, value in machine.items()
        if not name.lstrip("_").startswith("REFLEX_") and name not in NOT_FOR_PAGES
    }
    return {
        **kept,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), machine.get("PATH", os.defpath)]),
        "NPM_CONFIG_REGISTRY": registry(machine),
        **reflex_environment(),
    }


def reflex_environment() -> dict[str, str]:
    """Return what Reflex reads from the environment, building or serving."""
    return {
        "REFLEX_ENV_MODE": "prod",
        "REFLEX_DIR": str(SCRATCH / "reflex"),
        "REFLEX_WEB_WORKDIR": WEB.name,
        "REFLEX_USE_SYSTEM_BUN": "true",  # the one that the lock file put into the virtual environment
        "REFLEX_TELEMETRY_ENABLED": "false",
        "REFLEX_CHECK_LATEST_VERSION": "false",
    }


def registry(machine: Mapping[str, str]) -> str:
    """Return the npm registry that this machine is set up to use; it is written nowhere.

    Without one given, Reflex would ask several registries which of them answers first.
    """
    for name in ("NPM_CONFIG_REGISTRY", "npm_config_registry"):
        if machine.get(name):
            return machine[name]
    return _registry_of_npm() or _registry_of_npmrc() or DEFAULT_REGISTRY


def _registry_of_npm() -> str:
    npm = shutil.which("npm")
    if npm is None:
        return ""
    asked = subprocess.run(  # noqa: S603  (npm itself, with fixed words)
        [npm, "config", "get", "registry"],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    found = asked.stdout.strip()
    return found if asked.returncode == 0 and found.startswith("http") else ""


def _registry_of_npmrc() -> str:
    file = Path("~/.npmrc").expanduser()
    if not file.is_file():
        return ""
    found = re.search(r"^\s*registry\s*=\s*(\S+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    return found.group(1) if found else ""
