"""What a first visit to a private page weighs, against the app that `reflex init` makes.

Both are built by the same tools, compressed alike, and served by the same server; a browser that
has cached nothing opens each. All bytes of all answers count, headers too, and those of the socket.

That is what she waits for, so the service worker is kept out of it. Then once with it, through a
relay that counts every byte: what it fetches in the background, what it fetches that the page had
already, and what a second visit moves.
"""

import asyncio
from pathlib import Path

from kit import blank_app, browsers
from kit.beside import beside_blank
from kit.people import GOAL, SMALL, settle, sign_in
from kit.relay import Moved, Relay, twice, weight
from kit.runs import Pair, alternate, introduce, tell
from kit.servers import build, scratch
from kit.wire import Visit, opened, visit
from playwright.sync_api import Browser, Page, expect

from lifeplan_app.frontend.finish import kept_files
from lifeplan_app.frontend.places import STATIC
from tests.e2e.worker import keeps_pages

LIMIT = 0.75
KB = 1000
NAMES = ("this app", "blank app")
PLAN = "/plan/"


def plan_is_there(page: Page) -> None:
    expect(page.get_by_text(GOAL)).to_be_visible()


def blank_is_there(page: Page) -> None:
    expect(page.get_by_text(blank_app.GREETING)).to_be_visible()


def measure(
    browser: Browser, plan: str, cookies: dict[str, str], blank: str
) -> tuple[list[Pair], tuple[Visit, Visit]]:
    """Visit both in turn; return what that weighs, and the last visit to each."""
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
    return [whole, files], (ours[-1], theirs[-1])


def say_what_of(name: str, seen: Visit) -> None:
    """Print what the bytes are made of."""
    print(f"\nwhat {name} is made of, in KB")
    for kind, answers in seen.by_kind().items():
        packed = ", ".join(sorted({each.packed or "as it is" for each in answers}))
        print(f"  {sum(each.size for each in answers) / KB:7.1f}  {kind}: {len(answers)} ({packed})")
    print(f"  {seen.socket / KB:7.1f}  socket: {len(seen.frames)} messages, as they are")
    for each in sorted(seen.answers.values(), key=lambda each: -each.size):
        print(f"  {each.size / KB:7.1f}    {each.path} {each.packed}")


def visit_twice(port: int, cookies: dict[str, str]) -> None:
    """Open the plan twice on one phone, and say what the service worker moves, and what it saves."""
    with Relay(port) as relay, browsers.launched(relay.mapping) as browser:
        context = browsers.phone(browser, relay.origin, cookies)
        page = opened(context, relay.origin + PLAN, plan_is_there)
        keeps_pages(context.pages[0])
        context.pages[0].close()
        first = relay.take()
        opened(context, relay.origin + PLAN, plan_is_there)
        second = relay.take()
    say_of_worker(page, first)
    say_of_second(second)


def kept() -> set[str]:
    """Return the paths that the worker keeps on the phone."""
    return {"/" + file.removesuffix("index.html") for file in kept_files(STATIC)}


def say_of_worker(page: Visit, first: list[Moved]) -> None:
    """Print what moved besides what the *page* itself asked for."""
    besides = len(first) - len(page.answers) - bool(page.frames)
    print("\na first visit with the service worker, on the wire, in KB")
    print(f"  {weight(first) / KB:7.1f}  all of it: {len(first)} requests")
    print(f"  {(weight(first) - page.whole) / KB:7.1f}  of these in the background: {besides} requests")
    print(f"  files whose content came twice: {', '.join(twice(first)) or 'none'}")


def say_of_second(second: list[Moved]) -> None:
    """Print what a second visit moves, and that no file of the shell is among it."""
    files = weight([each for each in second if each.path in kept()])
    print("\na second visit on the same phone, on the wire, in KB")
    print(f"  {weight(second) / KB:7.1f}  all of it: {len(second)} requests")
    print(f"  {files / KB:7.1f}  of these files that the phone keeps: {'MISSED' if files else 'held'}")
    for each in sorted(second, key=lambda each: -each.size):
        print(f"  {each.size / KB:7.1f}    {each.path}{'' if each.whole else ' (not the content)'}")


def run(folder: Path) -> list[Pair]:
    """Build the blank app, start both servers, and return what a first visit weighs; the rest is said."""
    settle(folder / "data", [SMALL])
    with beside_blank(folder) as (ours, theirs):
        signed_in = asyncio.run(sign_in(ours.port, 0))
        cookies = {"s": signed_in.session, "k": signed_in.known}
        with browsers.launched() as browser:
            pairs, seen = measure(browser, ours.address + PLAN, cookies, theirs.address)
        visit_twice(ours.port, cookies)
    for name, each in zip(NAMES, seen, strict=True):
        say_what_of(name, each)
    return pairs


def main() -> None:
    introduce("The weight of a first visit")
    browsers.find()
    build()
    with scratch() as folder:
        pairs = run(folder)
    tell(*pairs)


if __name__ == "__main__":
    main()
