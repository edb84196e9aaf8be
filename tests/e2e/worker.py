"""The worker that keeps the pages on the phone."""

from playwright.sync_api import Page


def keeps_pages(page: Page) -> None:
    """Wait until the worker has fetched all that it keeps."""
    page.evaluate(
        """() => Promise.race([
            navigator.serviceWorker.ready,
            new Promise((_, tell) => setTimeout(() => tell(new Error("the worker keeps nothing")), 20000)),
        ]).then(() => {})"""
    )
