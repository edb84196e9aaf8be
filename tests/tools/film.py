"""``python -m tests.tools.film``: the way in and the way out, as a strip of pictures for the documentation.

The browser puts the strip together too, so that no library for pictures is needed.
"""

import tempfile
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from lifeplan_app import demo, routes
from lifeplan_app.frontend.build import ensure_built
from lifeplan_app.frontend.places import ROOT
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Cover, Language
from lifeplan_app.settings import DEFAULT_EXIT_URL, Settings
from tests.e2e.conftest import CHROMIUM_ARGUMENTS
from tests.e2e.person import Person
from tests.e2e.phone import Phone
from tests.e2e.server import Carnet
from tests.tools import chromium

STRIP = ROOT / "docs" / "pictures" / "way-in-and-out.png"
WIDE, HIGH = 220, 452  # of one picture in the strip
NOTES = (("Courses", "Riz, 2 kg\nCitrons\nPiles"), ("Bus", "7 h 12, arrêt de la mairie"))
# No other host is asked: a page that stands for the one she leaves to.
ELSEWHERE = """<!doctype html><html lang=fr><meta name=viewport content="width=device-width">
<title>Météo</title><style>body { font: 17px sans-serif; margin: 0; background: #eaf4fb; color: #123 }
header { padding: 18px; background: #0b6bb5; color: #fff; font-weight: 700 } p { padding: 0 18px }
b { font-size: 56px; font-weight: 300 }</style><header>Météo</header>
<p>Aujourd’hui<p><b>17°</b><p>Nuageux, puis du soleil.<p>Demain : 19°<p>Mardi : 16°, pluie le soir."""
PAGE = """<!doctype html><meta charset=utf-8><style>
body {{ margin: 0; padding: 20px; font: 14px/1.35 sans-serif; background: #fff; color: #222;
  width: max-content }}
div {{ display: flex; gap: 16px }} div + div {{ margin-top: 20px }}
figure {{ margin: 0; width: {wide}px }} figcaption {{ padding: 8px 2px 0 }}
img {{ width: {wide}px; height: {high}px; display: block; border-radius: 12px; outline: 1px solid #bbb }}
</style>{rows}"""

Frames = list[tuple[str, bytes]]


class Camera:
    """Takes pictures of one window, each with a line below."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.frames: Frames = []

    def takes(self, line: str) -> None:
        """Take a picture of what the window shows."""
        number = len(self.frames) + 1
        self.frames.append((f"{number}. {line}", self._page.screenshot(animations="disabled")))


def _guest_on(phone: Phone) -> Person:
    person = Person(phone)
    person.name, person.phrase = demo.GUESTS[0].name, demo.GUESTS[0].passphrase
    return person


def _notes(said: str) -> str:
    return say(Language.FRENCH, f"public.notes.{said}")


def _writes_notes(page: Page) -> None:
    for title, text in NOTES:
        page.get_by_role("button", name=_notes("new"), exact=True).click()
        page.keyboard.type(title)
        page.keyboard.press("Enter")
        page.get_by_role("textbox", name=_notes("text"), exact=True).fill(text)
        page.get_by_role("button", name=_notes("back"), exact=True).click()


def _fills_in(person: Person) -> None:
    person.field("name").fill(person.name)
    person.field("phrase").fill(person.phrase)
    person.puts_keyboard_away()


def _leaves(person: Person, camera: Camera) -> None:
    """Tap the exit; an empty answer keeps the covered page there for its picture."""
    page = person.page
    answers = [{"status": 204}, {"content_type": "text/html; charset=utf-8", "body": ELSEWHERE}]
    page.route(f"{DEFAULT_EXIT_URL}**", lambda route: route.fulfill(**answers.pop(0)))
    with page.expect_response(f"{DEFAULT_EXIT_URL}**"):
        page.get_by_role("link", name=person["exit"], exact=True).tap()
    camera.takes("One tap: covered in the next frame.")
    page.goto(DEFAULT_EXIT_URL)
    camera.takes("The exit’s page (a made-up one stands in here).")


def through_notebook(person: Person) -> Frames:
    """Return the way in through the notebook, and out by the exit."""
    page, camera = person.phone.open(routes.cover(Cover.NOTEBOOK, Language.FRENCH)), Camera(person.page)
    _writes_notes(page)
    camera.takes("The notebook: an ordinary one.")
    page.get_by_role("link", name=_notes("settings")).click()
    camera.takes("Its settings. Synchronisation leads in.")
    page.get_by_role("link", name=_notes("sync")).click()
    _fills_in(person)
    camera.takes("The sign-in.")
    person.press("open")
    person.sees_day()
    page.wait_for_load_state("networkidle")
    camera.takes("Today. The exit stands below.")
    _leaves(person, camera)
    return camera.frames


def through_calculator(person: Person) -> Frames:
    """Return the way in through the calculator, and out by the lock."""
    page, camera = person.phone.open(routes.cover(Cover.CALCULATOR, Language.FRENCH)), Camera(person.page)
    page.keyboard.type("19,90*3=")
    camera.takes("The calculator: an ordinary one.")
    page.keyboard.type("2580")
    camera.takes("Her digits. Then “=” leads in.")
    page.keyboard.type("=")
    expect(person.field("name")).to_be_visible()
    _fills_in(person)
    camera.takes("The sign-in.")
    person.press("open")
    person.opens_plan()
    page.wait_for_load_state("networkidle")
    camera.takes("The plan. The lock stands at the top.")
    page.evaluate("() => { document.documentElement.dataset.hidden = 'calc' }")
    camera.takes("Another app in front: the look of her cover.")
    page.evaluate("() => { delete document.documentElement.dataset.hidden }")
    page.get_by_role("button", name=person.sentence("lock"), exact=True).filter(visible=True).tap()
    person.is_outside()
    page.wait_for_load_state("networkidle")
    camera.takes("One tap on the lock: the calculator.")
    return camera.frames


def _figure(line: str, picture: bytes) -> str:
    source = f"data:image/png;base64,{b64encode(picture).decode('ascii')}"
    return f'<figure><img src="{source}"><figcaption>{line}</figcaption></figure>'


def _put_together(browser: Browser, *rows: Frames) -> bytes:
    html = "".join(f"<div>{''.join(_figure(*frame) for frame in row)}</div>" for row in rows)
    page = browser.new_page(viewport={"width": 6 * (WIDE + 16) + 24, "height": 2 * HIGH})
    page.set_content(PAGE.format(rows=html, wide=WIDE, high=HIGH))
    return page.screenshot(full_page=True)


def make(carnet: Carnet, browser: Browser) -> bytes:
    """Return the strip, taken on two phones."""
    ways = (through_notebook, through_calculator)
    return _put_together(browser, *(way(_guest_on(Phone(browser, carnet))) for way in ways))


def main() -> None:
    """Write the strip anew."""
    ensure_built(Settings(), print)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        carnet = Carnet(Path(folder))
        carnet.start()
        carnet.invite_guests()
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=CHROMIUM_ARGUMENTS)
        try:
            STRIP.write_bytes(make(carnet, browser))
        finally:
            browser.close()
            carnet.stop()
    print(f"{STRIP.relative_to(ROOT)}: {STRIP.stat().st_size // 1000} KB")


if __name__ == "__main__":
    main()
