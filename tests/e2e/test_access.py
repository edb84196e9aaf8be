"""Every page in each of its states can be perceived, used and left, in any light, screen and direction.

What is zoomed: 200 % is WCAG 1.4.4, letters twice as large on the same screen, as a phone's own setting
makes them; so the browser's font size is doubled on 360 pixels. Reflow, 1.4.10, is the other half: 320 CSS
pixels, which is 1280 at 400 %. Half of a phone's width (180 pixels) is neither: no criterion asks for it.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from lifeplan_app.core import accounts
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language, Role
from tests.e2e.beside import plan_of
from tests.e2e.mirror import ARABIC, LETTERS, mirrored
from tests.e2e.newcomer import has_account, is_signed_in
from tests.e2e.person import Person
from tests.e2e.phone import SHAPE, Phone
from tests.e2e.poses import EMPTY, PRIVATE, PUBLIC, WIDE, Reach, list_of_goals, writes_plan
from tests.e2e.poses_board import BOARD, lays_board, no_board
from tests.e2e.poses_sharing import HERS, RECEIVED, nothing_shared, shows_beside
from tests.e2e.server import Carnet
from tests.e2e.uncovered import exit_is_hidden

pytestmark = [pytest.mark.check("T3"), pytest.mark.check("T5"), pytest.mark.check("E1")]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
AXE = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
FITS = (Path(__file__).parent / "fits.js").read_text(encoding="utf-8")
FONT = 16
LONG_AWAY = 100  # seconds: before the notebook locks
SMALL, DESK = {"width": 320, "height": 568}, {"width": 1280, "height": 800}
# A screen, the size of letters that she chose in the app, and how many times larger the browser's are.
SCREENS = {
    "phone": (SHAPE["viewport"], "", 1),
    "small phone": (SMALL, "", 1),
    "small phone, largest letters": (SMALL, "xl", 1),
    "phone, letters doubled": (SHAPE["viewport"], "", 2),
}
WIDE_SCREENS = {"desk": (DESK, "", 1)}
DIRECTIONS = {"fr": "ltr", "en": "ltr", ARABIC: "rtl"}

# Puts every word of a page, which was built in French, into the other letters.
TURN = """([letters, language]) => {
  const turned = (text) => text.replace(/./gu, (it) => letters[it.toLowerCase()] ?? it);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = turned(walker.currentNode.data);
  Object.assign(document.documentElement, { lang: language, dir: "rtl" });
}"""
AWAKE = "() => Object.keys(document.querySelector('main')).some((key) => key.startsWith('__react'))"


class ThreeLanguages(Carnet):
    """The same server, with a language from right to left besides."""

    program = "tests.e2e.mirror"


class Reader(Person):
    """Somebody who reads from right to left."""

    def sentence(self, key: str) -> str:
        return mirrored(say(Language.FRENCH, key))


class People:
    """Everybody of this module, each on a phone of her own; they come when they are asked for."""

    def __init__(self, browser: Browser, carnet: Carnet) -> None:
        self._browser = browser
        self._carnet = carnet
        self._here: dict[str, Person] = {}
        self._seen: dict[str, float] = {}

    def stranger(self, language: str) -> Person:
        """Return somebody who is not signed in; the pages that she sees are built in French or English."""
        spoken = "en" if language == "en" else "fr"
        return self._ask(f"stranger {language}", lambda: Person(self.phone(language), spoken))

    def newcomer(self, language: str) -> Person:
        """Return somebody who has written nothing yet."""
        return self._ask(f"new-{language}", lambda: self._with_account(language, f"new-{language}"))

    def writer(self, language: str) -> Person:
        """Return somebody whose plan is written."""
        return self._ask(f"writer-{language}", lambda: self._writer(language))

    def dreamer(self, language: str) -> Person:
        """Return somebody with a board."""
        person = self._with_account("fr", f"dreamer-{language}")
        writes_plan(person, self._carnet)
        lays_board(person, self._carnet)
        self._here[person.name] = person if language == "fr" else self._reads(person, language)
        return self._here[person.name]

    def linked(self, language: str) -> tuple[Person, Person]:
        """Return somebody whose steps are seen, and the one who sees them."""
        owner = self._with_account("fr", f"owner-{language}")
        staff = self._with_account("fr", f"Claire-{language}", Role.CASEWORKER)
        writes_plan(owner, self._carnet)
        shows_beside(owner, staff, self._carnet)
        both = [each if language == "fr" else self._reads(each, language) for each in (owner, staff)]
        for each in both:
            self._here[each.name] = each
        return both[0], both[1]

    def again(self, person: Person, **options: object) -> Person:
        """Return *person*, signed in on another phone."""
        return is_signed_in(person.on(self.phone(person.language, **options)), self._carnet)

    def phone(self, language: str, **options: object) -> Phone:
        return Phone(self._browser, self._carnet, reduced_motion="reduce", **options)

    def put_away(self) -> None:
        for person in self._here.values():
            person.phone.put_away()

    def _ask(self, name: str, make: Callable[[], Person]) -> Person:
        now, before = time.monotonic(), self._seen.get(name, 0)
        if name not in self._here:
            self._here[name] = make()
        elif now - before > LONG_AWAY and self._here[name].name:
            self._here[name].page.goto("about:blank")
            is_signed_in(self._here[name], self._carnet)
        self._seen[name] = now
        return self._here[name]

    def _with_account(self, language: str, name: str, role: Role = Role.PARTICIPANT) -> Person:
        kind = Reader if language == ARABIC else Person
        return has_account(kind(self.phone(language), language), self._carnet, name, role)

    def _writer(self, language: str) -> Person:
        """The plan is written in this process, which knows no third language: she learns it afterwards."""
        person = self._with_account("fr", f"writer-{language}")
        writes_plan(person, self._carnet)
        return person if language == "fr" else self._reads(person, language)

    def _reads(self, person: Person, language: str) -> Person:
        with plan_of(person, self._carnet) as (uow, actor):
            settings = accounts.read_settings(uow, actor)
            accounts.write_settings(uow, actor, replace(settings, language=language))
        reader = Reader(person.phone, language)
        reader.name, reader.phrase = person.name, person.phrase
        return is_signed_in(reader, self._carnet)


@pytest.fixture(scope="module")
def carnet(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Carnet]:
    server = ThreeLanguages(tmp_path_factory.mktemp("carnet"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def people(browser: Browser, carnet: Carnet) -> Iterator[People]:
    made = People(browser, carnet)
    yield made
    made.put_away()


# --- what is tried ------------------------------------------------------------------------------


def axe_finds(person: Person) -> list[str]:
    """Return what axe finds on the page as it stands; in the dark only the colours are others.

    What it looks at has no direction: it is not asked again where the page is mirrored.
    """
    if person.language == ARABIC:
        return []
    found = []
    for light, options in (("light", AXE), ("dark", COLOURS)):
        person.page.emulate_media(color_scheme=light)
        for violation in Axe().run(person.page, options=options).response["violations"]:
            places = [str(node["target"]) for node in violation["nodes"]]
            found.append(f"{light}: {violation['id']}: {violation['help']}: {', '.join(places)}")
    person.page.emulate_media(color_scheme="light")
    return found


def does_not_fit(person: Person, screens: dict[str, tuple]) -> list[str]:
    """Return what is cut off, covered or too small on *screens*."""
    browser = person.page.context.new_cdp_session(person.page)
    found = []
    for name, (size, letters, times) in screens.items():
        person.page.set_viewport_size(size)
        browser.send("Page.setFontSizes", {"fontSizes": {"standard": FONT * times}})
        person.page.evaluate("(letters) => document.documentElement.dataset.text = letters", letters)
        found += [f"{name}: {each}" for each in person.page.evaluate(FITS, size["width"])]
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": FONT}})
    browser.detach()
    person.page.evaluate("delete document.documentElement.dataset.text")
    person.page.set_viewport_size(next(iter(screens.values()))[0])
    return found


def is_open_to_her(person: Person, language: str, screens: dict[str, tuple] = SCREENS) -> None:
    """Check the page as it stands: what axe finds, the exit, and what does not fit."""
    expect(person.page.locator("html")).to_have_attribute("dir", DIRECTIONS[language])
    found = axe_finds(person) + exit_is_hidden(person.page)
    person.puts_keyboard_away()
    found += does_not_fit(person, screens)
    assert not found, "\n".join(found)


def name_of(reach: Reach) -> str:
    return reach.__name__


# --- the pages ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", DIRECTIONS)
@pytest.mark.parametrize("reach", PUBLIC, ids=name_of)
def test_before_the_sign_in(people, reach, language):
    person = people.stranger(language)
    reach(person)
    if language == ARABIC:
        letters = {chr(one): chr(other) for one, other in LETTERS.items()}
        person.page.wait_for_function(AWAKE)
        person.page.evaluate(TURN, [letters, ARABIC])
    is_open_to_her(person, language)


@pytest.mark.parametrize("language", ["fr", ARABIC])
@pytest.mark.parametrize("reach", [*EMPTY, no_board, nothing_shared], ids=name_of)
def test_with_nothing_written(people, reach, language):
    person = people.newcomer(language)
    reach(person)
    is_open_to_her(person, language)


@pytest.mark.parametrize("language", ["fr", ARABIC])
@pytest.mark.parametrize("reach", PRIVATE, ids=name_of)
def test_with_the_plan_written(people, reach, language):
    person = people.writer(language)
    reach(person)
    is_open_to_her(person, language)


@pytest.mark.parametrize("language", ["fr", ARABIC])
def test_what_is_shown_on_both_sides(people, language):
    owner, staff = people.linked(language)
    for reach in HERS:
        reach(owner)
        is_open_to_her(owner, language)
    for reach in RECEIVED:
        reach(staff)
        is_open_to_her(staff, language)
        is_open_to_her(staff, language, WIDE_SCREENS)
        staff.page.set_viewport_size(SHAPE["viewport"])


@pytest.mark.parametrize("language", ["fr", ARABIC])
def test_a_board_in_its_states(people, language):
    person = people.dreamer(language)
    for reach in BOARD:
        print(reach.__name__)
        reach(person)
        is_open_to_her(person, language)


@pytest.mark.parametrize("language", ["fr", ARABIC])
def test_on_a_wide_screen(people, language):
    person = people.again(people.writer(language), viewport=DESK, is_mobile=False)
    for reach in WIDE:
        reach(person)
        is_open_to_her(person, language, WIDE_SCREENS)
    person.phone.put_away()


@pytest.mark.parametrize("language", ["fr", ARABIC])
def test_while_she_signs_in_over_the_page(people, language):
    person = people.again(people.writer(language))
    list_of_goals(person)
    person.phone.context.clear_cookies()
    person.page.evaluate(  # the socket is opened anew, and nobody is signed in
        """() => {
          dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
          setTimeout(() => document.dispatchEvent(new Event("visibilitychange")), 50);
        }"""
    )
    expect(person.page.get_by_role("dialog", name=person["again"])).to_be_visible()
    is_open_to_her(person, language)
    person.phone.put_away()
