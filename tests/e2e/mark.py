"""The mark that an exit or a lock leaves on the phone until the server has heard of it."""

import time

from playwright.sync_api import Page

from tests.e2e.phone import WAIT_MS


def is_heard(page: Page) -> None:
    """Wait until the mark is gone. The page's own policy lets Playwright wait for nothing in it."""
    latest = time.monotonic() + WAIT_MS / 1000
    while page.evaluate("localStorage.getItem('n')") is not None:
        assert time.monotonic() < latest, "the server has not heard"
        page.wait_for_timeout(100)
