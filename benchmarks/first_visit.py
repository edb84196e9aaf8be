"""What a first visit to a private page weighs, against the app that `reflex init` makes.

Both are built by the same tools, compressed alike, and served by the same server; a browser that
has cached nothing opens each. All bytes of all answers count, headers too, and those of the socket.
"""

import asyncio
import sys
from pathlib import Path

from kit import blank_app
from kit.people import GOAL, SMALL, settle, sign_in
from kit.runs import Pair, alternate, introduce
from kit.servers import BLANK, REAL, address, build, free_port, scratch, serving
from kit.wire import Visit, visit
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.tools import chromium

LIMIT = 0.75
KB = 1000
NAMES = ("this app", "blank app")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def plan_is_there(page: Page) -> None:
    expect(page.get_by_text(GOAL)).to_be_visible()


def blank_is_there(page: Page) -> None:
    expect(page.get_by_text(blank_app.GREETING)).to_be_visible()


def measure(browser: Browser, plan: str, cookies: dict[str, str], blank: str) -> tuple[Visit, Visit]:
    """Visit both in turn, say what that weighs, and return the last visit to each."""
    ours: list[Visit] = []
    theirs: list[Visit] = []
    alternate(
        lambda: ours.append(visit(browser, plan, cookies, plan_is_there)),
        lambda: theirs.append(visit(browser, blank, {}, blank_is_there)),
    )
    whole = Pair("a first visit, all of it, in KB", NAMES, LIMIT)
    files = Pair("of these, pages and files, in KB", NAMES)
    for pair, weigh in ((whole, lambda each: each.whole), (files, lambda each: each.files)):
        pair.app = [weigh(each) / KB for each in ours]
        pair.baseline = [weigh(each) / KB for each in theirs]
        pair.say()
    return ours[-1], theirs[-1]


def say_what_of(name: str, seen: Visit) -> None:
    """Print what the bytes are made of."""
    print(f"\nwhat {name} is made of, in KB")
    for kind, answers in seen.by_kind().items():
        packed = ", ".join(sorted({each.packed or "as it is" for each in answers}))
        print(f"  {sum(each.size for each in answers) / KB:7.1f}  {kind}: {len(answers)} ({packed})")
    print(f"  {seen.socket / KB:7.1f}  socket: {len(seen.frames)} messages, as they are")
    for each in sorted(seen.answers.values(), key=lambda each: -each.size):
        print(f"  {each.size / KB:7.1f}    {each.path} {each.packed}")


def run(folder: Path, executable: str) -> None:
    """Build the blank app, start both servers, and measure."""
    settle(folder / "data", [SMALL])
    blank, port = folder / "blank", free_port()
    blank_app.make(blank, address(port))
    with (
        serving(BLANK, folder / "nothing", PORT=str(port), BLANK=str(blank)) as theirs,
        serving(REAL, folder / "data") as ours,
    ):
        cookies = asyncio.run(sign_in(ours.port, 0))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
            plan = f"{ours.address}/plan/"
            seen = measure(browser, plan, {"s": cookies.session, "k": cookies.known}, theirs.address)
            browser.close()
    for name, each in zip(NAMES, seen, strict=True):
        say_what_of(name, each)


def main() -> int:
    introduce("The weight of a first visit")
    executable = chromium.find()
    if executable is None:
        print("Chromium is needed: install the package `chromium` of this system.")
        return 1
    build()
    with scratch() as folder:
        run(folder, executable)
    return 0


if __name__ == "__main__":
    sys.exit(main())
