"""Browser tests: one build, one browser, a server for each module unless a test needs its own."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from lifeplan_app.frontend.build import ensure_built
from lifeplan_app.frontend.places import SCRATCH
from lifeplan_app.settings import Settings
from tests.e2e.elsewhere import Elsewhere, make_certificate
from tests.e2e.keys import DESK, Keys
from tests.e2e.newcomer import begins
from tests.e2e.person import Person
from tests.e2e.phone import Phone
from tests.e2e.server import Carnet
from tests.tools import chromium

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",  # the tests often run as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Playwright switches the page cache off; Back after leaving must be tried with it (E6).
NOT_FROM_PLAYWRIGHT = ["--disable-back-forward-cache"]
PICTURES = SCRATCH / "pictures"
# The files that take longest, longest first: the others go on beside them, and no process waits alone at
# the end. The rest follow by their number of tests.
LONGEST = (
    "test_access",
    "test_exit",
    "test_lock",
    "test_doors",
    "test_sharing",
    "test_main_job",
    "test_windows",
    "test_away",
    "test_words",
)

MakePhone = Callable[..., Phone]
MakeCarnet = Callable[..., Carnet]


@pytest.hookimpl(trylast=True)  # the order within a file stays as it was shuffled
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    tests = Counter(item.path for item in items)

    def place(item: pytest.Item) -> tuple[int, int, str]:
        rank = LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST)
        return rank, -tests[item.path], item.path.stem

    items.sort(key=place)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    if report.when in {"setup", "call"} and report.failed:
        _quote_logs(item, report)
        phones = [*item.stash.get(PHONES, []), *_phones_in(item)]
        for number, phone in enumerate(phones):
            _take_picture(phone, f"{item.name}-{number}", report)
    return report


PHONES = pytest.StashKey[list[Phone]]()


@pytest.fixture(scope="session")
def built() -> None:
    """The pages, built unless they are there: the same ones that `make run` serves."""
    ensure_built(Settings(), print)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost and its key."""
    return make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="session")
def elsewhere(certificate: tuple[Path, Path]) -> Iterator[Elsewhere]:
    """Every other host of the web; `elsewhere.visits` tells who went there, and with what headers."""
    server = Elsewhere(*certificate)
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright, elsewhere: Elsewhere) -> Iterator[Browser]:
    """Chromium, which finds every host but this machine at `elsewhere`."""
    browser = playwright.chromium.launch(
        executable_path=chromium.find_light(),
        args=[*CHROMIUM_ARGUMENTS, resolver_rules(elsewhere)],
        ignore_default_args=NOT_FROM_PLAYWRIGHT,
    )
    yield browser
    browser.close()


def resolver_rules(elsewhere: Elsewhere) -> str:
    return (
        f"--host-resolver-rules=MAP * 127.0.0.1:{elsewhere.server_port},EXCLUDE localhost,EXCLUDE 127.0.0.1"
    )


@pytest.fixture(scope="module")
def carnet(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Carnet]:
    """A server that all tests of the module share."""
    server = Carnet(tmp_path_factory.mktemp("carnet"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def make_carnet(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MakeCarnet]:
    """A function that starts a server for this test alone; its arguments are settings (``HOST="…"``)."""
    servers: list[Carnet] = []

    def make(**settings: str) -> Carnet:
        servers.append(Carnet(tmp_path_factory.mktemp("carnet"), **settings))
        servers[-1].start()
        return servers[-1]

    yield make
    for server in servers:
        server.stop()


@pytest.fixture
def own_carnet(make_carnet: MakeCarnet) -> Carnet:
    """A server for this test alone, to be killed or restarted as it likes."""
    return make_carnet()


@pytest.fixture
def make_phone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[MakePhone]:
    """A function that makes a phone: ``make_phone(carnet, locale="en-GB")``; options are the browser's."""
    phones = request.node.stash.setdefault(PHONES, [])

    def make(carnet: Carnet, **options: Any) -> Phone:
        phones.append(Phone(browser, carnet, **options))
        return phones[-1]

    yield make
    _put_all_away(phones)


@pytest.fixture(scope="module")
def her(carnet: Carnet, browser: Browser) -> Iterator[Person]:
    """Somebody with an account; she keeps her phone, with the app open, for all tests of the module."""
    phone = Phone(browser, carnet)
    yield begins(Person(phone), carnet, "lilas-7")
    phone.put_away()


@pytest.fixture(scope="module")
def her_keys(carnet: Carnet, browser: Browser) -> Iterator[Keys]:
    """Somebody at a desk, who has a keyboard and no pointer; she stays for all tests of the module."""
    phone = Phone(browser, carnet, **DESK)
    yield Keys(begins(Person(phone), carnet, "sans-souris"))
    phone.put_away()


@pytest.fixture
def keys(her_keys: Keys) -> Keys:
    """Her, before her plan."""
    her_keys.person.comes_to_plan()
    return her_keys


@pytest.fixture
def phone(make_phone: MakePhone, carnet: Carnet) -> Phone:
    """A phone whose person reads French."""
    return make_phone(carnet)


@pytest.fixture
def phone_en(make_phone: MakePhone, carnet: Carnet) -> Phone:
    """A phone whose person reads English."""
    return make_phone(carnet, locale="en-GB")


def _phones_in(item: pytest.Item) -> list[Phone]:
    people = getattr(item, "funcargs", {}).values()
    return [each.phone for each in people if isinstance(getattr(each, "phone", None), Phone)]


def _put_all_away(phones: list[Phone]) -> None:
    complaints: list[str] = []
    for phone in phones:
        try:
            phone.put_away()
        except AssertionError as complaint:
            complaints.append(str(complaint))
    assert not complaints, "\n".join(complaints)


def _quote_logs(item: pytest.Item, report: pytest.TestReport) -> None:
    """Tell what the servers of the test logged: an address, a code, and where a handler failed."""
    for each in getattr(item, "funcargs", {}).values():
        if isinstance(each, Carnet):
            report.sections.append(("server", each.log))


def _take_picture(phone: Phone, name: str, report: pytest.TestReport) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(phone.context.pages):
        file = PICTURES / f"{name}-{number}.png".replace("/", "_")
        with contextlib.suppress(PlaywrightError):  # a page on its way elsewhere cannot be taken
            page.screenshot(path=file)
        report.sections.append(("picture", f"{file} of {page.url}"))
