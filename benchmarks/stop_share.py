"""From the tap that takes a step back to its vanishing from the page of the other; and a tick in two windows.

One server, and two browsers: in one somebody taps, the other shows the page that has to follow, each
in front. She shows twenty steps to one person, whose page stands open with all of them. Measured is,
from the moment that the browser gives the `pointerup` of the tap (its `timeStamp`), until the page of
the other holds that card no more. Held against it is a tick of hers, from the same moment until the
step stands as ticked in her plan that is open in the second browser, with the cookies of the first.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from kit import browsers
from kit.linked import settle_linked
from kit.people import GOAL, name_of, sign_in
from kit.runs import Pair, alternate, introduce, tell
from kit.servers import REAL, Server, build, scratch, serving
from playwright.sync_api import Browser, Locator, Page, expect

from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language

STEPS = 20
TAPS = 3  # of each run
LIMIT = 2
NAMES = ("taken back", "ticked")
OWNER, STAFF = 0, 1

NOTES_TAP = """() => addEventListener("pointerup", (event) => {
  window.tapped = performance.timeOrigin + event.timeStamp;
}, { capture: true, once: true })"""
# The moment at which there are not as many *things* in the page as there are now.
NOTES_CHANGE = """(things) => {
  const count = () => document.querySelectorAll(things).length;
  const before = count();
  window.changed = new Promise((tell) => {
    const watch = new MutationObserver(() => {
      if (count() === before) return;
      watch.disconnect();
      tell(performance.timeOrigin + performance.now());
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
  });
}"""
CARDS = "article"
TICKED = "[aria-pressed=true]"

Cookies = dict[str, str]


@dataclass(frozen=True)
class Followed:
    """A page that somebody taps in, and the page that has to follow."""

    taps: Page
    follows: Page
    things: str
    button: Callable[[int], Locator]

    def milliseconds(self, turn: int) -> float:
        """Return how long it takes from a tap to what it changes on the other page."""
        for page in (self.taps, self.follows):
            page.bring_to_front()
        self.follows.evaluate(NOTES_CHANGE, self.things)
        self.taps.evaluate(NOTES_TAP)
        self.button(turn).tap()
        changed = self.follows.evaluate("() => window.changed")
        return changed - self.taps.evaluate("() => window.tapped")


def word(key: str) -> str:
    return say(Language.FRENCH, key)


def opened(browser: Browser, server: Server, cookies: Cookies, path: str) -> Page:
    """Return *path* on a phone with those *cookies*."""
    page = browsers.phone(browser, server.address, cookies, service_workers="block").new_page()
    page.goto(server.address + path)
    return page


def plan(browser: Browser, server: Server, cookies: Cookies) -> Page:
    """Return her plan, with the first goal open."""
    page = opened(browser, server, cookies, "/plan/")
    page.get_by_role("button", name=GOAL, exact=True).tap()
    expect(ticks(page).first).to_be_visible()
    return page


def ticks(page: Page) -> Locator:
    return page.get_by_role("button", name=f"{word('step.tick')} : ")


def ticking(here: Browser, there: Browser, server: Server, owner: Cookies) -> Followed:
    """Return her plan in both browsers."""
    page, other = plan(here, server, owner), plan(there, server, owner)
    count = ticks(page).count()
    return Followed(page, other, TICKED, lambda turn: ticks(page).nth(turn % count))


def taking_back(here: Browser, there: Browser, server: Server, owner: Cookies, staff: Cookies) -> Followed:
    """Return what she shows, and the open page of the one who sees it."""
    page, other = opened(here, server, owner, "/shown/"), opened(there, server, staff, "/received/")
    other.get_by_role("button", name=name_of(OWNER)).tap()
    expect(other.get_by_role("article")).to_have_count(STEPS)
    buttons = page.get_by_role("button", name=word("shown.take_back"))
    expect(buttons).to_have_count(STEPS)
    return Followed(page, other, CARDS, lambda _: buttons.first)


def measure(server: Server, cookies: Sequence[Cookies]) -> Pair:
    """Return what both take in turn; each run is the median of a few taps."""
    pair = Pair("from the tap to the other page, in ms", NAMES, LIMIT)
    with browsers.launched_twice() as (here, there):
        back = taking_back(here, there, server, cookies[OWNER], cookies[STAFF])
        tick = ticking(here, there, server, cookies[OWNER])
        turns = iter(range(1000))

        def run(followed: Followed) -> float:
            return median(followed.milliseconds(next(turns)) for _ in range(TAPS))

        back.milliseconds(0)
        tick.milliseconds(0)  # the first of both count for nothing
        alternate(lambda: pair.app.append(run(back)), lambda: pair.baseline.append(run(tick)))
    return pair


async def signed_in(port: int) -> list[Cookies]:
    found = [await sign_in(port, number) for number in (OWNER, STAFF)]
    return [{"s": each.session, "k": each.known} for each in found]


def main() -> None:
    introduce("Taking a step back")
    browsers.find()
    build()
    with scratch() as folder:
        settle_linked(folder / "data", [], [STEPS])
        with serving(REAL, folder / "data") as server:
            tell(measure(server, asyncio.run(signed_in(server.port))))


if __name__ == "__main__":
    main()
