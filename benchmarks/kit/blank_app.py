"""The app that `reflex init` makes, built and served as this one is: what a first visit is held against."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from reflex_base.constants import Templates

from lifeplan_app.frontend import build
from lifeplan_app.frontend.places import ROOT

NAME = "blank"
GREETING = "Welcome to Reflex!"

# The plugins are those of a new rxconfig.py; compression and address are as for this app.
_CONFIG = """\
import reflex as rx

config = rx.Config(
    app_name="{name}",
    api_url="{address}",
    telemetry_enabled=False,
    frontend_compression_formats=["brotli", "gzip"],
    plugins=[rx.plugins.SitemapPlugin(), rx.plugins.TailwindV4Plugin(), rx.plugins.RadixThemesPlugin()],
)
"""


def make(folder: Path, address: str) -> None:
    """Make and build the app in *folder*, to be served at *address*.

    Raises:
        RuntimeError: It could not be built.
    """
    template = Templates.Dirs.BASE / "apps" / NAME
    folder.mkdir()
    shutil.copytree(template / "code", folder / NAME, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(template / "assets", folder / "assets")
    (folder / "rxconfig.py").write_text(_CONFIG.format(name=NAME, address=address))
    done = subprocess.run(
        [sys.executable, "-m", "lifeplan_app.frontend.export"],
        cwd=folder,
        env={**build.environment(os.environ), "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"The blank app could not be built:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
