"""How long the exit takes, against a bare page that hides itself and calls `location.replace`.

A finger taps the exit of a private page, as real input of Chromium, and the link of the bare page,
which stands in the same place. Both are served by the same server with the same headers, and lead to
the same https address, which a server on this machine answers. Measured are, from the moment that
the browser gives the `pointerup` of that tap (its `timeStamp`):

- to the covered frame: the end of the first frame after it, when its style, layout and paint are
  done; that nothing of the page is visible then is looked at as well. The new address answers only
  afterwards, or it could come before that frame;
- to the new address, with other taps: the moment when the document there begins, before any script.

Each tap is made on a phone that has kept nothing but the cookies of a sign-in, once the service
worker has all it keeps. The exit also ends the session on the server and empties what the page keeps;
the bare page does neither.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from kit import bare_page, browsers
from kit.people import GOAL, SMALL, settle, sign_in
from kit.runs import Pair, alternate, introduce, tell
from kit.servers import REAL, build, scratch, serving
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lifeplan_app.settings import DEFAULT_EXIT_URL
from tests.e2e.elsewhere import Elsewhere, make_certificate
from tests.e2e.worker import keeps_pages

LIMIT = 1.5
TAPS = 3
QUIET_MS = 500
PLAN = "/plan/"
COVERED, THERE = "covered", "there"
NAMES = ("exit", "bare page")

# The listener is the first on the page, so it hears the tap before anything else does.
LISTENS = """(() => {
  const now = () => performance.timeOrigin + performance.now();
  if (!["127.0.0.1", "localhost", ""].includes(location.hostname)) return void tell("there", now(), "");
  const isCovered = () => [...document.querySelectorAll("body, body *:not([data-exit-status])")]
    .every((each) => getComputedStyle(each).visibility === "hidden");
  const afterTheFrame = (act) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage("");
  });
  addEventListener("pointerup", (event) => {
    tell("tap", performance.timeOrigin + event.timeStamp, event.isTrusted ? "" : "no finger's");
    afterTheFrame(() => {
      const at = now();
      tell("covered", at, isCovered() ? "" : "something can be seen");
    });
  }, true);
})()"""


@dataclass(frozen=True)
class Place:
    """A page with an exit: where it lies, and how it is known to be there."""

    origin: str
    path: str
    is_there: Callable[[Page], None]


class Told:
    """What the pages of one phone tell about a tap: the moments, by name, and what is wrong."""

    def __init__(self, context: BrowserContext) -> None:
        self._moments: dict[str, float] = {}
        self._faults: list[str] = []
        context.expose_binding("tell", self._hear)
        context.add_init_script(LISTENS)

    def _hear(self, _: object, name: str, moment: float, fault: str) -> None:
        self._moments.setdefault(name, moment)
        if fault:
            self._faults.append(f"{name}: {fault}")

    def from_tap_to(self, name: str, page: Page) -> float:
        """Return the milliseconds from the tap to the moment *name*, once it is told."""
        for _ in range(200):
            if {"tap", name} <= self._moments.keys():
                break
            page.wait_for_timeout(50)
        assert not self._faults, self._faults
        return self._moments[name] - self._moments["tap"]


class Finger:
    """Taps the exits of pages, each on a new phone."""

    def __init__(self, browser: Browser, elsewhere: Elsewhere) -> None:
        self._browser = browser
        self._answers = elsewhere.answers

    def tap(self, place: Place, cookies: dict[str, str], moment: str) -> float:
        """Return the milliseconds from a tap on the exit of *place* to *moment*."""
        context = browsers.phone(self._browser, place.origin, cookies)
        told = Told(context)
        page = context.new_page()
        page.goto(place.origin + place.path)
        place.is_there(page)
        page.wait_for_timeout(QUIET_MS)
        if moment == COVERED:
            self._answers.clear()
        page.touchscreen.tap(*_middle_of_exit(page))
        taken = told.from_tap_to(moment, page)
        self._answers.set()
        context.close()
        return taken


def _middle_of_exit(page: Page) -> tuple[float, float]:
    box = page.locator("a.exit:visible").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def plan_is_there(page: Page) -> None:
    expect(page.get_by_text(GOAL)).to_be_visible()
    keeps_pages(page)


def bare_is_there(page: Page) -> None:
    expect(page.get_by_role("link")).to_be_visible()


def signed_in(port: int) -> dict[str, str]:
    """Return the cookies of a new sign-in: each exit ends the one before. The browser's loop runs here."""
    with ThreadPoolExecutor(1) as beside:
        cookies = beside.submit(asyncio.run, sign_in(port, 0)).result()
    return {"s": cookies.session, "k": cookies.known}


def measure(finger: Finger, ours: Place, cookies: Callable[[], dict[str, str]], bare: Place) -> list[Pair]:
    """Tap both in turn, and return what that took; each run is the median of its taps."""

    def leave_app(moment: str) -> float:
        return finger.tap(ours, cookies(), moment)

    def leave_bare(moment: str) -> float:
        return finger.tap(bare, {}, moment)

    def run(leave: Callable[[str], float], moment: str) -> float:
        return median(leave(moment) for _ in range(TAPS))

    leave_app(THERE)
    leave_bare(THERE)  # the first of all are not counted
    pairs: list[Pair] = []
    for moment, words in ((COVERED, "the covered frame"), (THERE, "the new address")):
        pair = Pair(f"from the tap to {words}, in ms", NAMES, LIMIT)
        alternate(
            lambda to=moment, values=pair.app: values.append(run(leave_app, to)),
            lambda to=moment, values=pair.baseline: values.append(run(leave_bare, to)),
        )
        pairs.append(pair)
    return pairs


def run_servers(folder: Path) -> list[Pair]:
    """Start all three servers, and return what leaving takes."""
    settle(folder / "data", [SMALL])
    bare_page.make(folder / "bare", DEFAULT_EXIT_URL)
    elsewhere = Elsewhere(*make_certificate(folder))
    others = f"MAP * 127.0.0.1:{elsewhere.server_port}, EXCLUDE localhost, EXCLUDE 127.0.0.1"
    with (
        serving(bare_page.COMMAND, folder / "nothing", BARE=str(folder / "bare")) as bare,
        serving(REAL, folder / "data") as ours,
        browsers.launched(f"--host-resolver-rules={others}") as browser,
    ):
        pairs = measure(
            Finger(browser, elsewhere),
            Place(ours.address, PLAN, plan_is_there),
            lambda: signed_in(ours.port),
            Place(bare.address, "/", bare_is_there),
        )
    elsewhere.shutdown()
    elsewhere.server_close()
    return pairs


def main() -> None:
    introduce("The tap on the exit")
    browsers.find()
    build()
    with scratch() as folder:
        pairs = run_servers(folder)
    tell(*pairs)


if __name__ == "__main__":
    main()
