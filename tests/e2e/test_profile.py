"""What the browser's own profile holds after she has gone: where she was, and no word of hers."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from lifeplan_app import routes
from lifeplan_app.model.account import Language
from tests.e2e import camera
from tests.e2e.conftest import resolver_rules
from tests.e2e.on_photos import OnPhotos
from tests.e2e.own_phone import OwnPhone
from tests.e2e.person import Person
from tests.e2e.test_discretion import LIBRARIES_SAY
from tests.e2e.worker import keeps_pages
from tests.tools.kept import contents
from tests.unit.imaging import photos
from tests.unsaid import gives_away

NAME, GOAL, STEP, DRAFT = "quokka-nom", "quokka but", "quokka pas", "quokka brouillon"
WISH, SOUGHT, STRENGTH = "quokka souhait", "quokka cherche", "quokka force"
BOARD, WORDS, TOLD = "quokka tableau", "quokka mots", "quokka image"
NOTE = "Pain, lait, 2 citrons"
READABLE = re.compile(rb"[ -~]{6,}")
# Where a profile keeps what pages brought; the rest of it is the browser's own, and the same without us.
OF_PAGES = (
    "Cache",
    "Code Cache",
    "Service Worker",
    "Local Storage",
    "Session Storage",
    "IndexedDB",
    "Sessions",
    "blob_storage",
    "Web Applications",
)
COMPILED_SAY = {
    "escape"
}  # of ``CSS.escape`` and the like, which LIBRARIES_SAY knows in the scripts themselves
# The last is where she went: Chromium may note its title at the address she left.
TITLES = {"Carnet", "Notes", "Calculatrice", "Calculator", "Ailleurs"}


Used = tuple[Path, list[str], list[bytes]]


@pytest.fixture(scope="module")
def used(playwright, carnet, elsewhere, tmp_path_factory) -> Iterator[Used]:
    """A profile after a whole day of use that ended with signing out, what was private, and her photo."""
    profile = tmp_path_factory.mktemp("profile")
    phone = OwnPhone(playwright, carnet, profile, resolver_rules(elsewhere))
    keeps_pages(phone.open("/"))
    writes_a_note(phone)
    person = Person(phone).sign_up(carnet.invitation(), NAME)
    uses_it_for_a_day(person)
    shown = fills_a_board(OnPhotos(person, tmp_path_factory.mktemp("album")))
    person.sign_out()
    right = person.phrase
    person.phrase = "ce n’est pas la phrase"
    person.sign_in()
    expect(person.page.get_by_text("Ce nom et cette phrase n’ouvrent rien ensemble.")).to_be_visible()
    person.phrase = right
    person.sign_in().sees_day()
    with person.page.expect_request("https://meteofrance.com/"):
        person.page.get_by_role("link", name=person["exit"], exact=True).tap()
    phone.context.close()
    words = [NAME, GOAL, STEP, DRAFT, WISH, SOUGHT, STRENGTH, BOARD, WORDS, TOLD, right]
    yield profile, [*words, "ce n’est pas la phrase", person.recovery_code], shown
    shutil.rmtree(profile, ignore_errors=True)


def writes_a_note(phone: OwnPhone) -> None:
    page = phone.page
    page.get_by_role("button", name="Nouvelle note", exact=True).tap()
    page.keyboard.type(NOTE)
    page.goto("/calc/")
    page.evaluate("() => localStorage.removeItem('home')")
    page.goto("/")
    expect(page.get_by_text(NOTE)).to_be_visible()


def uses_it_for_a_day(person: Person) -> None:
    person.write_goal(GOAL, "short")
    person.open_goal(GOAL)
    person.add_step(STEP)
    person.page.get_by_role("textbox", name=person["another step"]).fill(DRAFT)
    person.back_to_plan()
    person.open_wishes()
    person.write_wish(WISH)
    person.look_for(SOUGHT)
    person.leaves_list()
    person.goes_to("me")
    person.page.get_by_role("button", name=person.sentence("strength.add")).tap()
    field = person.page.get_by_role("textbox", name=person.sentence("strength.new"))
    field.fill(STRENGTH)
    field.press("Enter")
    person.page.reload()
    expect(person.page.get_by_text(STRENGTH)).to_be_visible()


def fills_a_board(board: OnPhotos) -> list[bytes]:
    """Lay words and a photo on a board that has a name, look at it, and return the photo as it was seen."""
    board.begins_another()
    board.button("board.more").tap()
    sheet = board.dialog("board.sheet")
    sheet.get_by_role("textbox", name=board.word("board.name")).fill(BOARD)
    board.closes(sheet)
    board.lays_words(WORDS)
    board.keeps_what_is_sent()
    board.brings({f"{WORDS}.jpg": camera.photo((1600, 1200))})
    seen = [board.asks(board.address(size)).body() for size in ("small", "large")]
    board.chooses(board.word("board.photo.untold"))
    sheet = board.opens_item()
    sheet.get_by_role("textbox", name=board.word("board.item.told")).fill(TOLD)
    board.closes(sheet)
    expect(board.item(TOLD)).to_be_visible()
    sent = board.sent()
    board.comes()
    expect(board.item(TOLD).get_by_role("img")).to_have_js_property("complete", value=True)
    expect(board.page.get_by_role("button", name=BOARD)).to_be_visible()
    return [sent, *seen]


def in_every_writing(word: str) -> list[bytes]:
    return [
        word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "latin-1") if encodes(word, encoding)
    ]


def encodes(word: str, encoding: str) -> bool:
    try:
        word.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.check("D2")
def test_the_profile_holds_no_word_she_typed_on_a_private_page(used):
    profile, words, _ = used
    traces = [trace for word in words for trace in in_every_writing(word)]
    found = [
        (file.relative_to(profile), trace)
        for file, content in contents(profile)
        for trace in traces
        if trace in content
    ]
    assert found == []


@pytest.mark.check("D2")
def test_the_profile_holds_no_picture_of_hers(used):
    profile, _, pictures = used
    traces = [photos.CANARY.encode(), *(each[len(each) // 2 :][:24] for each in pictures)]
    found = [
        file.relative_to(profile)
        for file, content in contents(profile)
        if any(trace in content for trace in traces)
    ]
    assert found == []


@pytest.mark.check("D3")
def test_what_she_wrote_in_the_notebook_is_there_so_the_search_finds_what_is_kept(used):
    profile, *_ = used
    traces = in_every_writing(NOTE)
    found = {
        file.relative_to(profile).parts[1]
        for file, content in contents(profile)
        for t in traces
        if t in content
    }
    assert "Local Storage" in found


@pytest.mark.check("D1")
def test_nothing_that_pages_brought_says_what_the_app_is(used):
    profile, *_ = used
    folders = [profile / "Default" / name for name in OF_PAGES]
    kept = [each for folder in folders if folder.is_dir() for each in contents(folder)]
    assert any(b"plan_state" in content for _, content in kept)  # the scripts are found, and unpacked
    told = {}
    for file, content in kept:
        for text in texts(content):
            parts = set(gives_away(LIBRARIES_SAY.sub("", text)))
            if is_compiled(file):
                parts -= COMPILED_SAY
            if parts:
                told[str(file.relative_to(profile))] = parts
    assert told == {}


@pytest.mark.check("D1")
def test_history_favicons_and_cookies_say_neutral_words_alone(used, carnet):
    profile, *_ = used
    default = profile / "Default"
    visits = {row[0]: row[1] for row in rows(default / "History", "select url, title from urls")}
    ours = {url.removeprefix(carnet.url) for url in visits if url.startswith(carnet.url)}
    public = [routes.visited(routes.public(name, each)) for name in ("open", "new") for each in Language]
    assert ours <= {*routes.covers(), *public, *map(routes.visited, routes.PRIVATE)}
    titles = {url: title for url, title in visits.items() if url.startswith(carnet.url)}
    assert {url: title for url, title in titles.items() if title not in TITLES} == {}
    said = [
        *rows(default / "Favicons", "select page_url, icon_id from icon_mapping"),
        *rows(default / "Favicons", "select url from favicons"),
        *rows(default / "Cookies", "select name, path, host_key from cookies"),
        *rows(default / "Web Data", "select name, value from autofill"),
    ]
    assert gives_away(str([*visits.items(), *said])) == []
    assert rows(default / "Web Data", "select name, value from autofill") == []


def texts(content: bytes) -> Iterator[str]:
    """Yield what can be read in *content*.

    In bytes that are no text, every four letters stand somewhere by chance; six that can be read in a row
    hardly ever do.
    """
    try:
        yield content.decode()
    except UnicodeDecodeError:
        yield "\n".join(run.decode() for run in READABLE.findall(content))
    yield content.decode("utf-16-le", errors="ignore")


def is_compiled(file: Path) -> bool:
    """Tell whether *file* holds scripts as the browser compiled them: names, torn from their places."""
    return file.name.endswith("_1") or "Code Cache" in file.parts


def rows(database: Path, query: str) -> list[tuple[str, ...]]:
    if not database.is_file():
        return []
    with sqlite3.connect(database) as opened:
        return opened.execute(query).fetchall()
