"""How long a full board takes to be there, against the same pictures on a plain page.

A board of 60 items, 40 of them photos, on a phone whose processor is slowed four times. A finger taps
the board's place in the bar of another page; time runs from the `timeStamp` of the `pointerup` to the
end of the frame in which all items are there and each picture has come and is decoded. Held against it:
a tap on a link, in the same way, to a page that is nothing but the same list with the same style sheets
and the very picture files that the app's page had chosen, served by the same server with the same
headers. Each phone has kept no picture; the service worker is kept out.
"""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from kit import bare_page, browsers, still_board
from kit.boards import ITEMS, PHOTOS, settle_board
from kit.people import sign_in
from kit.runs import Pair, alternate, introduce, tell
from kit.servers import REAL, build, scratch, serving
from playwright.sync_api import Browser, BrowserContext, Page, expect

LIMIT = 2
TIMES = 3  # of each run
SLOWED = 4
QUIET_MS = 500
NAMES = ("board", "plain page")
LISTENS = """addEventListener("pointerup", (event) => {
  tell(performance.timeOrigin + event.timeStamp);
}, true)"""
ALL_SHOWN = """([items, photos]) => new Promise((tell) => {
  const all = (selector) => [...document.querySelectorAll(`ul.board ${selector}`)];
  const look = async () => {
    const pictures = all("img");
    const listed = all(".board__face").length === items && pictures.length === photos;
    const came = listed && pictures.every((each) => each.complete && each.naturalWidth);
    if (!came) return requestAnimationFrame(look);
    await Promise.all(pictures.map((each) => each.decode()));
    requestAnimationFrame(() => setTimeout(() => tell(performance.timeOrigin + performance.now())));
  };
  look();
})"""


@dataclass(frozen=True)
class Place:
    """Where a way to a board begins, and where it ends."""

    origin: str
    first: str
    then: str
    cookies: dict[str, str]


def opened(context: BrowserContext, place: Place) -> tuple[Page, float]:
    """Return the page with the board, and the milliseconds from the tap to all of it."""
    taps: list[float] = []
    context.expose_binding("tell", lambda _, moment: taps.append(moment))
    context.add_init_script(LISTENS)
    page = context.new_page()
    page.goto(place.origin + place.first)
    link = page.locator(f".nav a[href='{place.then}']")
    expect(link).to_be_visible()
    page.wait_for_load_state("networkidle")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.wait_for_timeout(QUIET_MS)
    link.tap()
    page.wait_for_url(f"**{place.then}", wait_until="commit")
    shown = page.evaluate(ALL_SHOWN, [ITEMS, PHOTOS])
    return page, shown - taps[0]


def milliseconds(browser: Browser, place: Place) -> float:
    context = browsers.phone(browser, place.origin, place.cookies, service_workers="block")
    taken = opened(context, place)[1]
    context.close()
    return taken


def copy(browser: Browser, place: Place, folder: Path) -> None:
    """Make the plain page in *folder*, of what the browser shows at *place*."""
    context = browsers.phone(browser, place.origin, place.cookies, service_workers="block")
    still_board.make(folder, opened(context, place)[0])
    context.close()


def measure(browser: Browser, board: Place, plain: Place) -> Pair:
    """Return what both take in turn; each run is the median of a few visits."""
    pair = Pair("from the tap to all shown, in ms", NAMES, LIMIT)

    def run(place: Place) -> float:
        return median(milliseconds(browser, place) for _ in range(TIMES))

    milliseconds(browser, plain)  # the first of all is not counted; the app's was the one copied
    alternate(lambda: pair.app.append(run(board)), lambda: pair.baseline.append(run(plain)))
    return pair


def run_servers(folder: Path) -> Pair:
    """Start the app, and return what opening takes."""
    settle_board(folder / "data")
    with serving(REAL, folder / "data") as ours:
        signed_in = asyncio.run(sign_in(ours.port, 0))
        cookies = {"s": signed_in.session, "k": signed_in.known}
        with browsers.launched() as browser:
            return compare(browser, Place(ours.address, "/today/", "/board/", cookies), folder)


def compare(browser: Browser, board: Place, folder: Path) -> Pair:
    """Serve a copy of the *board* as a plain page, and return what opening both takes."""
    copy(browser, board, folder / "bare")
    with serving(bare_page.COMMAND, folder / "nothing", BARE=str(folder / "bare")) as server:
        return measure(browser, board, Place(server.address, "/", "/still.html", {}))


def main() -> None:
    introduce("Opening a board of 60 items with 40 photos")
    browsers.find()
    build()
    with scratch() as folder:
        pair = run_servers(folder)
    tell(pair)


if __name__ == "__main__":
    main()
