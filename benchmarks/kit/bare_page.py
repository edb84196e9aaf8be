"""A page that does nothing but leave: what the exit is held against, served as the app is.

Run as a program it serves the folder that ``BARE`` names, with the server and the headers of this project.
"""

import os
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from lifeplan_app import serving
from lifeplan_app.settings import Settings

COMMAND = ("-m", "kit.bare_page")
_PAGE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/bare.css"><script src="/bare.js"></script>
<h1>Bare</h1><a class="exit" href="{address}">Leave</a></html>
"""
# Where the exit stands in the app.
_STYLE = """\
.exit { position: fixed; right: 12px; bottom: 76px; padding: 16px 24px; touch-action: pan-y; }
.gone body { visibility: hidden; }
"""
_SCRIPT = """\
addEventListener("pointerup", (event) => {
  const exit = event.target.closest("a.exit");
  if (!exit) return;
  document.documentElement.className = "gone";
  location.replace(exit.href);
});
"""
_ICON = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def make(folder: Path, address: str) -> None:
    """Write the page that leads to *address* into *folder*."""
    folder.mkdir()
    (folder / "index.html").write_text(_PAGE.format(address=address))
    (folder / "bare.css").write_text(_STYLE)
    (folder / "bare.js").write_text(_SCRIPT)
    (folder / "icon.svg").write_text(_ICON)


def app() -> Starlette:
    """Return what serves the page."""
    return Starlette(routes=[Mount("/", StaticFiles(directory=os.environ["BARE"], html=True))])


if __name__ == "__main__":
    serving.APP = "kit.bare_page"
    serving.serve(Settings.read(), lambda: None)
