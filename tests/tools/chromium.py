"""A Chromium for the browser tests: the machine's own, Debian's, or Playwright's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SHELL = "chromium-headless-shell"


def find() -> str | None:
    """Return the path of a Chromium on this machine, if there is one."""
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    return on_path or _playwrights_own()


def find_light() -> str | None:
    """Return the path of the same browser without its windows where there is one: it is lighter."""
    return shutil.which(SHELL) or find()


def ensure() -> bool:
    """Make sure there is a Chromium, installing one where that is possible; else say what to do."""
    may_install = bool(shutil.which("apt-get")) and os.geteuid() == 0
    if may_install and not (find() and shutil.which(SHELL)):
        print("Installing Debian's Chromium …", flush=True)
        _quietly("apt-get", "update")
        wanted = ["fonts-liberation", SHELL] + ([] if find() else ["chromium"])
        _quietly("apt-get", "install", "--yes", "--no-install-recommends", *wanted)
    if not find():
        _quietly(sys.executable, "-m", "playwright", "install", "chromium")
    if not find():
        print("The browser tests need Chromium: install the package `chromium` of this system.", flush=True)
    return find() is not None


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (only when nothing else is there)

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _quietly(*command: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr.strip()[-500:], flush=True)
