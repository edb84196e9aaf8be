"""How long the cover takes to its first paint, against the app that `reflex init` makes.

The browser's own "first contentful paint" of `/`, from the start of the navigation, as a cheap phone
far from the server: the processor slowed four times, 150 ms before each answer, 1.6 Mbit/s down and
0.75 up, all emulated by Chromium for both alike. Each is opened by a browser that has kept nothing.
"""

from statistics import median

from kit import browsers
from kit.beside import beside_blank
from kit.runs import Pair, alternate, introduce, tell
from kit.servers import build, scratch
from playwright.sync_api import Browser

LIMIT = 0.4
TIMES = 3
SLOWED = 4
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
FIRST_PAINT = """() => new Promise((tell) => {
  const look = (list) => list.getEntriesByName("first-contentful-paint").forEach((at) => tell(at.startTime));
  new PerformanceObserver(look).observe({ type: "paint", buffered: true });
})"""


def first_paint(browser: Browser, origin: str) -> float:
    """Return the milliseconds to the first paint on a phone that has kept nothing."""
    context = browsers.phone(browser, origin, {})
    page = context.new_page()
    slow = context.new_cdp_session(page)
    slow.send("Network.enable")
    slow.send("Network.emulateNetworkConditions", LINE)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.goto(f"{origin}/")
    painted = float(page.evaluate(FIRST_PAINT))
    context.close()
    return painted


def measure(ours: str, theirs: str) -> None:
    """Open both in turn, and say what that takes; each run is the median of a few visits."""
    pair = Pair("from the navigation to the first contentful paint, in ms", ("cover", "blank app"), LIMIT)
    with browsers.launched() as browser:

        def run(origin: str) -> float:
            return median(first_paint(browser, origin) for _ in range(TIMES))

        first_paint(browser, ours)
        first_paint(browser, theirs)  # the first visits of all are not counted
        alternate(lambda: pair.app.append(run(ours)), lambda: pair.baseline.append(run(theirs)))
    tell(pair)


def main() -> None:
    introduce("The first paint of the cover")
    browsers.find()
    build()
    with scratch() as folder, beside_blank(folder) as (ours, theirs):
        measure(ours.address, theirs.address)


if __name__ == "__main__":
    main()
