"""Whether the exit can be reached, wherever on the page somebody is."""

from playwright.sync_api import Page

SIZES = [(320, 568), (360, 740), (360, 380), (1280, 800)]  # the third: a keyboard takes the rest

# Whether, at either end of the page and of a dialog, some exit lies within the window, and nothing above
# its middle nor above the places near its corners.
SEEN = """() => {
  const seen = () => [...document.querySelectorAll("a.exit")].some((link) => {
    const { left, top, right, bottom, width, height } = link.getBoundingClientRect();
    const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && height >= 44;
    return inside && [[.5, .5], [.2, .2], [.8, .2], [.2, .8], [.8, .8]].every(([x, y]) =>
      document.elementFromPoint(left + width * x, top + height * y)?.closest("a.exit") === link);
  });
  const scrolled = [document.scrollingElement, ...document.querySelectorAll("dialog")];
  return [0, 99999].every((to) => {
    for (const each of scrolled) each.scrollTo(0, to);
    return seen();
  });
}"""


def exit_is_hidden(page: Page) -> list[str]:
    """Return on which sizes of the window the exit is covered or out of sight."""
    hidden = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        if not page.evaluate(SEEN):
            hidden.append(f"the exit is hidden at {width} × {height}")
    return hidden
