"""The Chromium that pages are measured in, as a phone."""

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.tools import chromium

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "en-GB",
    "ignore_https_errors": True,
}
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


def find() -> str:
    """Return the path of a Chromium, or end with one sentence that says what to do."""
    if executable := chromium.find():
        return executable
    raise SystemExit("Chromium is needed: install the package `chromium` of this system.")


@contextlib.contextmanager
def launched(*more: str) -> Iterator[Browser]:
    """Yield a browser with a profile of its own, started with *more* arguments."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS, *more])
        yield browser
        browser.close()


@contextlib.contextmanager
def launched_twice() -> Iterator[tuple[Browser, Browser]]:
    """Yield two browsers: a page of each can be in front."""
    with sync_playwright() as playwright:
        both = [playwright.chromium.launch(executable_path=find(), args=list(ARGUMENTS)) for _ in range(2)]
        yield both[0], both[1]
        for browser in both:
            browser.close()


def phone(browser: Browser, origin: str, cookies: Mapping[str, str], **more: Any) -> BrowserContext:
    """Return a phone that has kept nothing but *cookies*."""
    context = browser.new_context(**PHONE, **more)
    context.add_cookies([{"name": name, "value": value, "url": origin} for name, value in cookies.items()])
    return context
