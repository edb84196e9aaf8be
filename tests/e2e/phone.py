"""A telephone in a person's hand: a browser that hears every complaint of the pages (W2)."""

from typing import Any, Self
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError, expect

from lifeplan_app.settings import DEFAULT_EXIT_URL
from tests.e2e.server import Carnet

SHAPE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "timezone_id": "Europe/Paris",
    "ignore_https_errors": True,  # the certificates here are signed by nobody
}
# A new phone would fetch all pages in the background, beside each test. A test about what a phone keeps
# allows it: ``service_workers="allow"``.
LIGHT: dict[str, Any] = {"service_workers": "block"}
WAIT_MS = 20_000
expect.set_options(timeout=WAIT_MS)  # a machine that builds beside the tests is slow, and that is all
OWN_HOSTS = {"localhost", "127.0.0.1", "", urlsplit(DEFAULT_EXIT_URL).hostname}


class Phone:
    """One browser with one person's cookies and storage; `page` is its first window."""

    def __init__(self, browser: Browser, carnet: Carnet, **options: Any) -> None:
        mine = {**SHAPE, **LIGHT, "base_url": carnet.url, "locale": "fr-FR"}
        self._watch(browser.new_context(**{**mine, **options}))
        self.page: Page = self.context.new_page()

    def _watch(self, context: BrowserContext) -> None:
        self.context = context
        self.context.set_default_timeout(WAIT_MS)
        self.complaints: list[str] = []
        # `ignore_https_errors` does not hold for workers.
        self._allowed: list[str] = ["An SSL certificate error occurred when fetching the script"]
        self.context.on("console", self._hear)
        self.context.on("weberror", self._hear_error)
        self.context.on("request", self._see)

    def open(self, path: str = "/") -> Page:
        """Go to *path* in the first window, and return it."""
        self.page.goto(path)
        return self.page

    def another_window(self) -> Page:
        """Return a new window with the same cookies."""
        return self.context.new_page()

    def allow_console(self, text: str) -> Self:
        """Let complaints that hold *text* pass: the test brings them about on purpose."""
        self._allowed.append(text)
        return self

    def put_away(self) -> None:
        """Close the browser, and fail on every complaint that was not allowed."""
        self.context.close()
        unexpected = [each for each in self.complaints if not any(text in each for text in self._allowed)]
        assert not unexpected, "the pages complained:\n" + "\n".join(unexpected)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "assert"} or "Content Security Policy" in message.text:
            self.complaints.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _hear_error(self, error: WebError) -> None:
        self.complaints.append(f"page error: {error.error}")

    def _see(self, request: Request) -> None:
        if (host := urlsplit(request.url).hostname or "") not in OWN_HOSTS:
            self.complaints.append(f"another host was asked: {host}")
