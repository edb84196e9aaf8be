"""A finger on the glass, as Chromium feels one: it scrolls, or it drags, as the page lets it."""

from playwright.sync_api import Locator, Page

MOVES = 12


class Finger:
    """One finger on *page*."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._at = (0.0, 0.0)
        self._glass = page.context.new_cdp_session(page)

    def slides(self, begin: Locator, down: float) -> None:
        """Touch the middle of *begin*, slide *down* so many pixels (up, if negative), and let go."""
        self.holds(begin, down)
        self.lets_go()

    def holds(self, begin: Locator, down: float) -> None:
        """Do the same, and stay there."""
        self.touches(begin)
        self.slips(down)

    def touches(self, begin: Locator) -> None:
        """Touch the middle of *begin*, and stay there."""
        box = begin.bounding_box()
        assert box
        self._at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self._feel("touchStart", self._at)

    def slips(self, down: float = 0, across: float = 0) -> None:
        """Slide from where it is."""
        x, y = self._at
        for move in range(1, MOVES + 1):
            self._at = x + across * move / MOVES, y + down * move / MOVES
            self._feel("touchMove", self._at)
            self._page.evaluate("new Promise(requestAnimationFrame)")

    def lets_go(self) -> None:
        """Leave the glass."""
        self._feel("touchEnd")

    def is_joined(self, at: tuple[float, float]) -> None:
        """Feel a second finger touch the glass elsewhere and leave it."""
        self._feel("touchStart", self._at, at)
        self._feel("touchMove", self._at)  # the point that is missing now has been lifted

    def two_touch(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        """Touch the glass with two fingers, one after the other, and stay there."""
        self._feel("touchStart", one)
        self._feel("touchStart", one, other)

    def two_slip(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        """Move both there."""
        self._feel("touchMove", one, other)
        self._page.evaluate("new Promise(requestAnimationFrame)")

    def is_interrupted(self) -> None:
        """Stop where it is, as when a call comes in."""
        self._feel("touchCancel")

    def _feel(self, kind: str, *points: tuple[float, float]) -> None:
        touched = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self._glass.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})
