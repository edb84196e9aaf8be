"""What a photo weighs on its way up, against the file on the phone.

A JPEG of 12 megapixels and 5 MB, made with light, things, texture and grain, is chosen on the page of a
board. What counts is every byte that the browser sends with the photo, headers too, on the wire: a
relay between browser and server counts it. The time from choosing it to its lying on the board is told
besides, on a phone whose processor is slowed four times.
"""

import asyncio
import time
from pathlib import Path
from statistics import median

from kit import browsers
from kit.boards import settle_board
from kit.people import sign_in
from kit.pictures import photo_of_weight
from kit.relay import Relay
from kit.runs import RUNS, Pair, introduce, tell
from kit.servers import REAL, build, scratch, serving
from playwright.sync_api import Page, expect

LIMIT = 0.35
LEAST = 5_000_000
SIZE = (4000, 3000)
SLOWED = 4
KB = 1000


def bring(page: Page, photo: Path, number: int) -> float:
    """Choose *photo*, and return the seconds until it lies on the board, as item *number*."""
    began = time.perf_counter()
    page.locator("input[data-bring-from][multiple]").set_input_files(photo)
    expect(page.locator("[data-item] img")).to_have_count(number, timeout=60_000)
    return time.perf_counter() - began


def sent(relay: Relay) -> int:
    """Return the bytes that went up with photos since the last time."""
    return sum(each.sent for each in relay.take() if each.path.startswith("/session/photos/") and each.posts)


def measure(page: Page, relay: Relay, folder: Path) -> tuple[Pair, list[float]]:
    """Bring some photos, and return what each weighed on its way, and took."""
    pair = Pair("a photo's way up, in KB", ("sent", "the file"), LIMIT)
    seconds: list[float] = []
    for number in range(1, RUNS + 1):
        photo = folder / f"{number}.jpg"
        photo.write_bytes(photo_of_weight(number, SIZE, LEAST))
        relay.take()
        seconds.append(bring(page, photo, number))
        pair.app.append(sent(relay) / KB)
        pair.baseline.append(photo.stat().st_size / KB)
    return pair, seconds


def run(folder: Path) -> tuple[Pair, list[float]]:
    """Start the server and a relay before it, and bring photos to an empty board."""
    settle_board(folder / "data", full=False)
    with serving(REAL, folder / "data") as server:
        signed_in = asyncio.run(sign_in(server.port, 0))
        cookies = {"s": signed_in.session, "k": signed_in.known}
        with Relay(server.port) as relay, browsers.launched(relay.mapping) as browser:
            context = browsers.phone(browser, relay.origin, cookies, service_workers="block")
            page = context.new_page()
            page.goto(relay.origin + "/board/")
            expect(page.locator("[data-grid=moves]")).to_be_visible()
            page.wait_for_load_state("networkidle")
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
            return measure(page, relay, folder)


def main() -> None:
    introduce("Bringing a photo of 5 MB")
    browsers.find()
    build()
    with scratch() as folder:
        pair, seconds = run(folder)
    row = " ".join(f"{each:.1f}" for each in seconds)
    print(f"\nfrom choosing it to its lying on the board: {row}   median {median(seconds):.1f} s")
    tell(pair)


if __name__ == "__main__":
    main()
