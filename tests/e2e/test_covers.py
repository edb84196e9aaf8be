"""The covers: an ordinary notebook and an ordinary calculator, and the way in through each."""

import json
import re
from urllib.parse import urljoin

import httpx
import pytest
from playwright.sync_api import Page, Response, expect

from lifeplan_app import routes
from lifeplan_app.i18n import say
from lifeplan_app.i18n.names import NAMES
from lifeplan_app.model.account import Cover, Language
from tests.e2e.mark import is_heard
from tests.e2e.person import Person
from tests.e2e.test_access import SCREENS, WIDE_SCREENS, axe_finds, does_not_fit

LANGUAGES = pytest.mark.parametrize("language", Language)
MOST = 40_000
BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); },
});"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
INSTALLED = "Object.defineProperty(navigator, 'standalone', { value: true });"  # as an iPhone says it
AS_TEXT = '<img src=x onerror="alert(1)"> & <b>gras</b> 🌿 ملاحظة'


def notes(said: str, language: Language = Language.FRENCH) -> str:
    return say(language, f"public.notes.{said}")


def sums(said: str, language: Language = Language.FRENCH) -> str:
    return say(language, f"public.sums.{said}")


class Writer:
    """Somebody before the notebook, in one window of hers."""

    def __init__(self, page: Page, language: Language = Language.FRENCH) -> None:
        self.page = page
        self.language = language

    def taps(self, said: str) -> None:
        self.page.get_by_role("button", name=notes(said, self.language), exact=True).click()

    def goes_to_settings(self) -> None:
        self.page.get_by_role("link", name=notes("settings", self.language)).click()

    def writes(self, title: str, text: str = "") -> None:
        """Begin a note, and stay on it."""
        self.taps("new")
        self.page.keyboard.type(title)
        self.page.keyboard.press("Enter")
        if text:
            expect(self.field("text")).to_be_focused()
            self.field("text").fill(text)

    def field(self, said: str):
        return self.page.get_by_role("textbox", name=notes(said, self.language), exact=True)

    def line(self, words: str):
        return self.page.get_by_role("textbox", name=f"{notes('line', self.language)} {words}".strip())

    def card(self, title: str):
        slip = self.page.get_by_role("listitem").filter(
            has=self.page.get_by_role("heading", name=title, exact=True)
        )
        return slip.first

    def opens(self, title: str) -> None:
        self.card(title).get_by_role("button").click()

    def sees(self, *titles: str) -> None:
        expect(self.page.get_by_role("heading", level=2)).to_have_text(list(titles))


def kept(page: Page, key: str) -> str | None:
    return page.evaluate("(key) => localStorage.getItem(key)", key)


def is_at(page: Page, path: str) -> None:
    expect(page).to_have_url(re.compile(rf"^http://[^/]+{re.escape(path)}$"))


@pytest.mark.check("D3")
def test_the_notebook_keeps_what_is_written(phone):
    hers = Writer(phone.open("/"))
    expect(hers.page.get_by_text(notes("empty"))).to_be_visible()
    hers.writes("Soupe", AS_TEXT)
    hers.taps("back")
    expect(hers.card("Soupe").get_by_text(AS_TEXT)).to_be_visible()
    expect(hers.card("Soupe").get_by_role("time")).to_have_text("aujourd’hui")
    hers.writes("Courses", "Lait\nRiz, 2 kg")
    hers.taps("as_list")
    hers.page.get_by_role("checkbox", name=f"{notes('line.done')} Lait").check()
    hers.taps("line.add")
    hers.page.keyboard.type("Menthe")
    hers.page.keyboard.press("Enter")
    hers.page.keyboard.type("Piles")
    hers.page.get_by_role("button", name=f"{notes('line.remove')} Riz, 2 kg").click()
    hers.page.reload()
    hers.sees("Courses", "Soupe")
    expect(hers.card("Courses").get_by_role("listitem")).to_have_text(["fait : Lait", " Menthe", " Piles"])
    hers.opens("Courses")
    expect(hers.page.get_by_role("checkbox", name=f"{notes('line.done')} Lait")).to_be_checked()
    hers.taps("as_text")
    expect(hers.field("text")).to_have_value("✓ Lait\nMenthe\nPiles")
    hers.field("text").fill("é" * 10_000)
    hers.page.reload()
    hers.opens("Courses")
    expect(hers.field("text")).to_have_value("é" * 10_000)


@pytest.mark.check("D3")
def test_notes_are_found_deleted_and_brought_back(phone):
    hers = Writer(phone.open("/"))
    for title, text in (("Thé", "Menthe fraîche"), ("Bus", "7 h 12"), ("Films", "")):
        hers.writes(title, text)
        hers.taps("back")
    expect(hers.page.get_by_role("button", name="Films")).to_be_focused()
    hers.page.get_by_role("searchbox").fill("FRAICHE")
    hers.sees("Thé")
    hers.page.get_by_role("searchbox").fill("rien de tel")
    expect(hers.page.get_by_text(notes("none"))).to_be_visible()
    hers.page.get_by_role("searchbox").fill("")
    hers.opens("Bus")
    hers.taps("remove")
    hers.sees("Films", "Thé")
    hers.taps("undo")
    hers.sees("Films", "Bus", "Thé")
    hers.goes_to_settings()
    hers.taps("remove_all")
    expect(hers.page.get_by_text(notes("empty"))).to_be_visible()
    assert json.loads(kept(hers.page, "notes") or "") == []
    hers.taps("undo")
    hers.sees("Films", "Bus", "Thé")
    hers.taps("new")
    hers.taps("back")  # nothing written, nothing kept
    hers.page.reload()
    hers.sees("Films", "Bus", "Thé")


@pytest.mark.check("D3")
def test_two_windows_lose_nothing(phone):
    one, other = Writer(phone.open("/")), Writer(phone.another_window())
    other.page.goto("/")
    one.writes("Courses", "Lait")
    other.sees("Courses")
    other.opens("Courses")
    one.field("text").press_sequentially(" et riz")
    expect(other.field("text")).to_have_value("Lait et riz")
    other.field("text").fill("Lait, riz, thé")
    expect(one.field("text")).to_have_value("Lait, riz, thé")
    other.taps("back")
    other.writes("Bus", "7 h 12")
    one.taps("back")
    one.sees("Bus", "Courses")
    # A window that slept while the other wrote overwrites nothing: it hears of its own words alone.
    one.opens("Courses")
    one.page.evaluate(
        """() => {
          const all = JSON.parse(localStorage.getItem("notes"));
          const note = all.find((it) => it.title === "Courses");
          Object.assign(note, { text: "Farine", at: note.at + 5 });
          localStorage.setItem("notes", JSON.stringify(all));
        }"""
    )
    one.field("text").press_sequentially("!")
    texts = [note["text"] for note in json.loads(kept(one.page, "notes") or "")]
    assert sorted(texts) == ["7 h 12", "Farine", "Lait, riz, thé!"]


@pytest.mark.check("D3")
@pytest.mark.parametrize("obstacle", [BLOCKED, FULL])
def test_where_nothing_can_be_kept_the_notebook_says_so_and_works(phone, obstacle):
    phone.context.add_init_script(obstacle)
    hers = Writer(phone.open("/"))
    hers.writes("Soupe", "Lentilles")
    hers.taps("back")
    expect(hers.page.get_by_text(notes("unkept"))).to_be_visible()
    hers.writes("Bus", "7 h 12")
    hers.taps("back")
    hers.sees("Bus", "Soupe")
    hers.opens("Soupe")
    hers.taps("remove")
    hers.sees("Bus")


@pytest.mark.check("D3")
@pytest.mark.parametrize(
    "broken", ['[{"id": "a"', '{"title": "x"}', '[{"title": "no id"}, {"id":"b","at":1}]']
)
def test_notes_that_cannot_be_read_are_put_aside(phone, broken):
    page = phone.open("/")
    page.evaluate("(broken) => localStorage.setItem('notes', broken)", broken)
    page.reload()
    hers = Writer(page)
    expect(page.get_by_text(notes("aside"))).to_be_visible()
    hers.writes("Soupe", "Lentilles")
    page.reload()
    hers.opens("Soupe")
    assert kept(page, "notes.aside") == broken


@pytest.mark.check("D3")
@LANGUAGES
def test_the_way_in_through_the_notebook(make_phone, carnet, language):
    home, way = routes.cover(Cover.NOTEBOOK, language), routes.public("open", language)
    phone = make_phone(carnet)
    hers = Writer(phone.open(home), language)
    entries = hers.page.evaluate("history.length")
    hers.goes_to_settings()
    expect(hers.page.get_by_text(notes("here", language))).to_be_visible()
    hers.page.get_by_role("link", name=notes("sync", language)).click()
    is_at(hers.page, routes.visited(way))
    assert hers.page.evaluate("history.length") == entries
    # By keyboard alone.
    phone.open(home)
    reaches(hers.page, "link", notes("settings", language))
    reaches(hers.page, "link", notes("sync", language))
    is_at(hers.page, routes.visited(way))
    # Without a script.
    plain = make_phone(carnet, java_script_enabled=False)
    hers = Writer(plain.open(home), language)
    expect(hers.page.get_by_text(notes("script", language))).to_be_visible()
    hers.goes_to_settings()
    hers.page.get_by_role("link", name=notes("sync", language)).click()
    is_at(hers.page, routes.visited(way))


def reaches(page: Page, role: str, name: str) -> None:
    """Go to the *role* called *name* with the Tab key, and press Enter on it."""
    wanted = page.get_by_role(role, name=name)
    for _ in range(20):
        page.keyboard.press("Tab")
        if wanted.evaluate("it => it === document.activeElement"):
            break
    expect(wanted).to_be_focused()
    page.keyboard.press("Enter")


@pytest.mark.check("D3")
@LANGUAGES
def test_the_way_in_through_the_calculator(phone, language):
    home, way = (
        routes.cover(Cover.CALCULATOR, language),
        routes.visited(routes.public("open", language)),
    )
    page = phone.open(home)
    result = page.get_by_role("status", name=sums("result", language))
    for digit in "2580":
        page.get_by_role("button", name=digit, exact=True).click()
    expect(result).to_have_text("2,580" if language is Language.ENGLISH else "2\u202f580")
    page.get_by_role("button", name=sums("equals", language)).click()
    is_at(page, way)
    phone.open(home)
    page.keyboard.type("1+2580")
    page.keyboard.press("Enter")
    expect(result).to_have_text("2,581" if language is Language.ENGLISH else "2\u202f581")
    page.evaluate("localStorage.setItem('digits', '0417')")
    page.keyboard.type("2580=0417")
    expect(result).to_have_text("417")
    page.keyboard.press("Enter")
    is_at(page, way)


@pytest.mark.check("D3")
def test_the_calculator_is_used_by_touch_and_by_keys(phone):
    page = phone.open("/calc/")
    result = page.get_by_role("status", name=sums("result"))
    page.keyboard.type("0,1+0,2")
    page.keyboard.press("Enter")
    expect(result).to_have_text("0,3")
    page.get_by_role("button", name=sums("memory.more")).click()
    expect(page.get_by_text(sums("kept"))).to_be_attached()
    page.keyboard.press("Escape")
    page.keyboard.type("7/0=")
    expect(result).to_have_text(sums("impossible"))
    page.get_by_role("button", name=sums("clear")).click()
    page.get_by_role("button", name=sums("memory.read")).click()
    page.get_by_role("button", name=sums("sign")).click()
    expect(result).to_have_text("−0,3")
    page.keyboard.type("45")
    page.keyboard.press("Backspace")
    expect(result).to_have_text("4")
    page.get_by_role("button", name="5", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # presses the button that has the focus
    expect(result).to_have_text("46")
    page.keyboard.type("*2")
    page.keyboard.press("Enter")  # and is the equals sign for whoever types
    expect(result).to_have_text("92")
    expect(page.get_by_text("46 × 2 =")).to_be_visible()


def test_the_calculator_works_where_storage_is_blocked(phone):
    phone.context.add_init_script(BLOCKED)
    page = phone.open("/en/calc/")
    page.keyboard.type("1/3=2580=")
    is_at(page, "/en/open/")


def test_the_phone_remembers_which_cover_is_hers(phone):
    page = phone.open("/calc/")
    phone.open("/")
    is_at(page, "/calc/")
    phone.open("/en/")
    phone.open("/")
    is_at(page, "/en/")
    hers = Writer(page, Language.ENGLISH)
    hers.goes_to_settings()
    page.get_by_role("link", name=say(Language.ENGLISH, "public.other_language")).click()
    is_at(page, "/")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.evaluate("localStorage.setItem('home', 'https://elsewhere.example/')")
    phone.open("/")
    is_at(page, "/")
    # The icon that was installed decides, whatever was chosen in a tab before.
    phone.open("/calc/")
    phone.context.add_init_script(INSTALLED)
    phone.open("/")
    is_at(page, "/")
    assert kept(page, "home") == "/"


def test_a_mark_of_an_exit_is_told_to_the_server_and_goes(phone):
    page = phone.open("/")
    page.evaluate("localStorage.setItem('n', '1')")
    with page.expect_request("**/session/leave") as told:
        page.reload()
    assert told.value.method == "POST"
    is_heard(page)
    expect(page.get_by_text(notes("empty"))).to_be_visible()


@pytest.mark.check("D3")
def test_what_another_window_wrote_meanwhile_is_not_deleted_along(phone):
    page = phone.open("/")
    Writer(page).writes("Soupe", "Lentilles")
    left = page.evaluate(
        """() => {
            const [seen] = notes.all();
            const later = { ...seen, text: "Lentilles, carottes", at: seen.at + 5 };
            localStorage.setItem("notes", JSON.stringify([later])); // no event reaches the window that writes
            notes.remove([seen]);
            const afterwards = notes.all();
            notes.restore([seen]);
            return [afterwards, notes.all()].map((all) => all.map(({ text }) => text));
        }"""
    )
    assert left == [["Lentilles, carottes"], ["Lentilles, carottes"]]


@pytest.mark.check("D3")
@pytest.mark.parametrize("cover", Cover)
def test_a_cover_moves_less_than_forty_kilobytes(phone, cover):
    answers: list[Response] = []

    def hear(answer: Response) -> None:
        answers.append(answer)

    phone.page.on("response", hear)
    page = phone.open(routes.cover(cover, Language.FRENCH))
    page.wait_for_load_state("networkidle")
    bodies = {answer.url: len(answer.body()) for answer in answers if "/sw.js" not in answer.url}
    for icon in page.locator("link[rel=icon]").all():  # not every browser asks for it at once
        address = urljoin(page.url, icon.get_attribute("href"))
        bodies[address] = len(page.request.get(address).body())
    assert len(bodies) >= 4  # its page, its icon, its scripts
    assert sum(bodies.values()) < MOST, bodies
    assert not [url for url in bodies if "/assets/" in url]


@pytest.mark.check("D4")
def test_manifests_are_served_as_such(carnet):
    with httpx.Client(base_url=carnet.url) as browser:
        for language in Language:
            for cover in Cover:
                page = browser.get(routes.cover(cover, language))
                assert page.headers["content-type"].startswith("text/html")
                assert routes.manifest_address(cover, NAMES[0], language) in page.text
                for number in NAMES:
                    answer = browser.get(routes.manifest_address(cover, number, language))
                    assert answer.headers["content-type"].startswith("application/manifest+json")
                    for icon in answer.json()["icons"]:
                        assert browser.get(icon["src"]).headers["content-type"] == "image/png"


def empty(hers: Writer) -> None:
    expect(hers.page.get_by_text(notes("empty"))).to_be_visible()


def with_notes(hers: Writer) -> None:
    hers.writes("Une liste plutôt longue", "✓ Lait\nRiz, 2 kg\nAnticonstitutionnellement, et plus encore")
    hers.taps("as_list")
    hers.taps("back")
    hers.writes("Bus", "7 h 12")
    hers.taps("back")


def with_text(hers: Writer) -> None:
    with_notes(hers)
    hers.opens("Bus")


def with_list(hers: Writer) -> None:
    with_notes(hers)
    hers.opens("Une liste plutôt longue")


def with_undo(hers: Writer) -> None:
    with_text(hers)
    hers.taps("remove")


def with_settings(hers: Writer) -> None:
    with_notes(hers)
    hers.goes_to_settings()


def reckoning(hers: Writer) -> None:
    hers.page.goto("/calc/")
    hers.page.keyboard.type("123456789012*1=")
    hers.page.get_by_role("button", name=sums("memory.more")).click()
    hers.page.get_by_role("button", name=sums("sign")).click()


POSES = [empty, with_text, with_list, with_undo, with_settings, reckoning]


@pytest.mark.check("T3")
@pytest.mark.check("T5")
@pytest.mark.parametrize("pose", POSES, ids=lambda pose: pose.__name__)
def test_the_covers_are_open_to_everybody(make_phone, carnet, pose):
    phone = make_phone(carnet, reduced_motion="reduce")
    person = Person(phone)
    phone.open("/")
    pose(Writer(phone.page))
    found = axe_finds(person) + does_not_fit(person, {**SCREENS, **WIDE_SCREENS})
    assert not found, "\n".join(found)
