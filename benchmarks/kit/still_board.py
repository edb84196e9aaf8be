"""A board as a plain page: the same list, the same style sheets, the same picture files, and nothing else."""

from pathlib import Path

from playwright.sync_api import Page

from lifeplan_app.frontend.places import STATIC

_FIRST = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>First</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icons.svg">
<link rel="stylesheet" href="/all.css"><link rel="stylesheet" href="/board.css">
<nav class="nav"><a class="nav__item" href="/still.html">Board</a></nav></html>
"""
_STILL = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>Board</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icons.svg">
<link rel="stylesheet" href="/all.css"><link rel="stylesheet" href="/board.css">
<main class="page page--low">{board}</main></html>
"""
# The list as it stands, each picture named by where it will lie.
_LIST = """() => {
  const list = document.querySelector("ul.board").cloneNode(true);
  for (const each of list.querySelectorAll("[hidden], [data-hands]")) each.remove();
  list.querySelectorAll("img").forEach((each, at) => {
    each.src = `/${at}.webp`;
    for (const name of ["srcset", "sizes"]) each.removeAttribute(name);
  });
  return list.outerHTML;
}"""
_CHOSEN = "() => [...document.querySelectorAll('ul.board img')].map((each) => each.currentSrc)"


def make(folder: Path, page: Page) -> None:
    """Write into *folder* the board that *page* shows, with the pictures that its browser chose."""
    folder.mkdir()
    for at, address in enumerate(page.evaluate(_CHOSEN)):
        (folder / f"{at}.webp").write_bytes(page.request.get(address).body())
    (folder / "still.html").write_text(_STILL.format(board=page.evaluate(_LIST)))
    (folder / "index.html").write_text(_FIRST)
    for name in ("board.css", "icons.svg"):
        (folder / name).write_bytes((STATIC / name).read_bytes())
    (sheet,) = (STATIC / "assets").glob("__reflex_global_styles*.css")
    (folder / "all.css").write_bytes(sheet.read_bytes())
