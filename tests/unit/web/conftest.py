from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from lifeplan_app.settings import Settings
from lifeplan_app.web.doors import Doors
from lifeplan_app.web.headers import SecurityHeaders
from tests.fixtures import clock, house, nadia

__all__ = ["clock", "house", "nadia"]

ORIGIN = "http://localhost:3000"
SECURE_ORIGIN = "https://carnet.example"


def client_of(house, settings):
    async def page(_request):
        return HTMLResponse("<p>page</p>")

    async def script(_request):
        return PlainTextResponse("1")

    routes = [
        *Doors(lambda: house, settings).routes(),
        Route("/assets/{name}", script),
        Route("/{path:path}", page),
    ]
    app = SecurityHeaders(Starlette(routes=routes), settings, {"script": ["'sha256-abc'"]})
    origin = settings.address
    return TestClient(app, base_url=origin, headers={"Origin": origin}, follow_redirects=False)


@pytest.fixture
def browser(house):
    """A browser on a page of ours, without TLS."""
    with client_of(house, Settings()) as client:
        yield client


@pytest.fixture
def secure_browser(house):
    """The same behind a proxy that speaks TLS."""
    with client_of(house, Settings(public_url=SECURE_ORIGIN)) as client:
        yield client


@pytest.fixture
def signed_in(browser, nadia):
    """Nadia's browser, signed in."""
    answer = browser.post("/session/open", json={"name": nadia.name, "passphrase": nadia.passphrase})
    assert answer.json()["to"] == "/today/"
    return SimpleNamespace(browser=browser, person=nadia, cookie=browser.cookies["s"])
