"""Her board under her thumb: laid, moved, sized, put over and under, undone; by finger, button and key."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from lifeplan_app.core import boards, items, plan
from tests.e2e.beside import plan_of
from tests.e2e.finger import Finger
from tests.e2e.keys import Keys
from tests.e2e.on_board import OnBoard
from tests.e2e.person import Person
from tests.e2e.server import Carnet

KEY, CALM, VOICE, TABLE = "clé", "calme", "ma voix", "une table pour quatre"
COLUMN, ROW = 55, 60  # pixels on a phone


@pytest.fixture
def board(her, carnet):
    """Her, before an empty board, the only one she has."""
    has_boards(her, carnet, ())
    return OnBoard(her).comes()


@pytest.fixture
def laid(her, carnet):
    """The same, with four words on it, two in each row."""
    has_boards(her, carnet, (KEY, CALM, VOICE, TABLE))
    board = OnBoard(her).comes()
    board.lies(KEY, 0, 0, 3, 1)
    board.lies(CALM, 3, 0, 3, 1)
    board.lies(VOICE, 0, 1, 3, 1)
    board.lies(TABLE, 3, 1, 3, 1)
    return board


def has_boards(person: Person, carnet: Carnet, words: tuple[str, ...]) -> None:
    """Let one board with *words* be all she has."""
    with plan_of(person, carnet) as (uow, actor):
        for each in plan.read_plan(uow, actor).boards:
            plan.delete(uow, actor, each.board.id)
        board = boards.add_board(uow, actor).record.id
        for text in words:
            items.add_words(uow, actor, board, text)


def slides(board: OnBoard, handle: str, across: float, down: float) -> Finger:
    finger = Finger(board.page)
    finger.touches(board.button(handle))
    finger.slips(down, across)
    return finger


# --- laid --------------------------------------------------------------------------------------


def test_she_begins_a_board_names_it_and_lays_words_one_after_the_other(her, carnet):
    with plan_of(her, carnet) as (uow, actor):
        for each in plan.read_plan(uow, actor).boards:
            plan.delete(uow, actor, each.board.id)
    board = OnBoard(her).begins_another()
    board.lays_words(KEY, CALM)
    board.lies(CALM, 3, 0, 3, 1)
    board.button("board.words").tap()
    sheet = board.dialog("board.words.title")
    sheet.get_by_role("textbox").press("Enter")
    expect(sheet.get_by_text(board.word("error.text_missing"))).to_be_visible()
    board.closes(sheet)
    board.button("board.more").tap()
    sheet = board.dialog("board.sheet")
    sheet.get_by_role("textbox", name=board.word("board.name")).fill("2027")
    her.choose(sheet.get_by_role("radio", name=board.word("board.ground.night"), exact=True))
    board.closes(sheet)
    expect(board.page.get_by_role("list", name="2027")).to_be_visible()
    expect(board.page.get_by_role("button", name="2027", exact=True)).to_have_attribute(
        "aria-current", "true"
    )
    board.begins_another()
    board.deletes_it()
    expect(board.item(KEY)).to_be_visible()


def test_a_second_tap_does_not_fall_on_what_lay_under_the_sheet(laid):
    laid.button("board.shape").tap()
    leaf = laid.word("board.shape.leaf")
    laid.dialog("board.shape.title").get_by_role("button", name=leaf, exact=True).dblclick()
    expect(laid.item(leaf)).to_have_count(1)
    laid.lies(leaf, 0, 2, 2, 2)
    expect(laid.button("board.look")).to_be_visible()


# --- with a thumb ------------------------------------------------------------------------------


@pytest.mark.check("T6")
def test_what_a_finger_moves_follows_it_settles_in_its_cells_and_what_is_in_the_way_makes_room(laid):
    laid.chooses(KEY)
    finger = slides(laid, "board.move", 2 * COLUMN, ROW)
    moved = laid.item(KEY).bounding_box()
    assert moved
    finger.lets_go()
    laid.lies(KEY, 2, 1, 3, 1)
    settled = laid.item(KEY).bounding_box()
    assert settled
    assert abs(moved["x"] - settled["x"]) < COLUMN
    laid.lies(VOICE, 0, 2, 3, 1)
    laid.lies(CALM, 3, 0, 3, 1)
    laid.hears("board.said.chosen")
    laid.chooses(CALM)  # by one tap

    laid.undoes()
    laid.lies(KEY, 0, 0, 3, 1)
    laid.lies(VOICE, 0, 1, 3, 1)
    laid.redoes()
    laid.lies(KEY, 2, 1, 3, 1)
    expect(laid.tool("board.redo")).to_be_disabled()


def test_a_finger_that_scrolls_over_the_board_moves_nothing_not_even_what_is_chosen(laid):
    laid.lays_shape("board.shape.leaf")
    leaf = laid.word("board.shape.leaf")
    laid.page.set_viewport_size({"width": 360, "height": 560})
    before = {name: laid.cells(name) for name in (KEY, CALM, VOICE, TABLE, leaf)}
    for name in (CALM, leaf):
        laid.page.evaluate("scrollTo(0, 0)")
        Finger(laid.page).slides(laid.item(name), -150)
        laid.page.wait_for_function("() => scrollY > 30")
    laid.page.evaluate("scrollTo(0, 0)")
    assert {name: laid.cells(name) for name in before} == before
    expect(laid.item(leaf)).to_have_attribute("aria-pressed", "true")
    laid.page.set_viewport_size({"width": 360, "height": 740})


def test_a_finger_on_the_corner_sizes_and_two_fingers_do_and_an_interruption_puts_back(laid):
    laid.chooses(TABLE)
    slides(laid, "board.resize", -COLUMN, 2 * ROW).lets_go()
    laid.lies(TABLE, 3, 1, 2, 3)
    slides(laid, "board.resize", COLUMN, -ROW).is_interrupted()
    laid.lies(TABLE, 3, 1, 2, 3)

    pinches(laid, TABLE, apart=1.6)
    laid.lies(TABLE, 3, 1, 3, 5)
    laid.undoes()
    laid.lies(TABLE, 3, 1, 2, 3)
    laid.undoes()
    laid.lies(TABLE, 3, 1, 3, 1)


def pinches(board: OnBoard, name: str, apart: float) -> None:
    """Lay two fingers on it, one above the other, and draw them *apart*."""
    box = board.item(name).bounding_box()
    assert box
    x, y, reach = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, box["height"] / 4
    finger = Finger(board.page)
    finger.two_touch((x, y - reach), (x, y + reach))
    for step in range(1, 9):
        by = reach * (1 + (apart - 1) * step / 8)
        finger.two_slip((x, y - by), (x, y + by))
    finger.lets_go()


def test_she_chooses_that_things_may_lie_over_one_another_and_which_lies_on_top(laid):
    laid.button("board.more").tap()
    sheet = laid.dialog("board.sheet")
    sheet.get_by_role("switch", name=laid.word("board.room")).tap()
    laid.closes(sheet)
    laid.chooses(TABLE)
    slides(laid, "board.move", -2 * COLUMN, 0).lets_go()
    laid.lies(TABLE, 1, 1, 3, 1)
    laid.lies(VOICE, 0, 1, 3, 1)
    laid.lets_go(TABLE)
    assert on_top(laid, VOICE) == TABLE
    laid.chooses(TABLE)
    sheet = laid.opens_item()
    sheet.get_by_role("button", name=laid.word("board.over.lower")).tap()
    laid.closes(sheet)
    laid.lets_go(TABLE)
    laid.page.wait_for_function(
        "([over, name]) => document.elementFromPoint(...over)?.closest('button')?.textContent === name",
        arg=[shared_point(laid), VOICE],
    )


def shared_point(board: OnBoard) -> list[float]:
    """Return a point where the two cover one another."""
    voice, table = board.item(VOICE).bounding_box(), board.item(TABLE).bounding_box()
    assert voice
    assert table
    return [(table["x"] + voice["x"] + voice["width"]) / 2, voice["y"] + voice["height"] / 2]


def on_top(board: OnBoard, _under: str) -> str:
    return board.page.evaluate(
        "(at) => document.elementFromPoint(...at).closest('button')?.textContent", shared_point(board)
    )


# --- with buttons ------------------------------------------------------------------------------


@pytest.mark.check("T4")
def test_everything_is_done_by_buttons_too_and_the_sheet_shows_it(laid):
    laid.chooses(KEY)
    sheet = laid.opens_item()
    places = sheet.get_by_role("group", name=laid.word("board.where"))
    places.get_by_role("button", name=laid.word("board.push.lower")).tap()
    laid.hears("board.said.at", x=1, y=2)
    sheet.get_by_role("button", name=laid.word("board.taller")).tap()
    laid.hears("board.said.size", w=3, h=2)
    sheet.get_by_role("button", name=laid.word("board.narrower")).tap()
    laid.hears("board.said.size", w=2, h=2)
    for key in ("board.hue.sage", "board.letters.large", "board.hand.written"):
        laid.person.choose(sheet.get_by_role("radio", name=laid.word(key), exact=True))
    leans = sheet.get_by_role("group", name=laid.word("board.tilt"), exact=True)
    leans.get_by_role("button", name=laid.word("board.tilt.right")).tap()
    laid.closes(sheet)
    laid.lies(VOICE, 0, 3, 3, 1)
    expect(laid.item(KEY)).to_have_css("font-style", "italic")
    expect(laid.item(KEY)).to_have_css("font-size", "34px")
    expect(laid.item(KEY)).to_have_css("rotate", "2deg")
    laid.undoes_everything()
    laid.lies(KEY, 0, 0, 3, 1)
    expect(laid.item(KEY)).to_have_css("font-style", "normal")


def test_words_are_written_anew_in_the_sheet_and_what_cannot_be_kept_is_told_there(laid):
    laid.chooses(VOICE)
    sheet = laid.opens_item()
    field = sheet.get_by_role("textbox", name=laid.word("board.item.words"))
    field.fill("ma voix, fort")
    laid.closes(sheet)
    expect(laid.item("ma voix, fort")).to_be_visible()
    sheet = laid.opens_item()
    field.fill("  ")
    field.blur()
    expect(field).to_have_accessible_description(re.compile(re.escape(laid.word("error.text_missing"))))
    laid.closes(sheet)
    expect(laid.item("ma voix, fort")).to_be_visible()


@pytest.mark.check("T6")
def test_what_is_taken_off_comes_back_by_the_offer_and_later_by_undoing(laid):
    laid.chooses(CALM)
    laid.button("board.remove").tap()
    expect(laid.item(CALM)).to_have_count(0)
    laid.page.get_by_role("button", name=laid.person["undo"], exact=True).and_(
        laid.page.locator(".toast button")
    ).tap()
    laid.lies(CALM, 3, 0, 3, 1)
    expect(laid.tool("board.redo")).to_be_enabled()
    laid.redoes()
    expect(laid.item(CALM)).to_have_count(0)
    laid.undoes()
    laid.lies(CALM, 3, 0, 3, 1)


# --- with the keyboard alone -------------------------------------------------------------------


@pytest.mark.check("T4")
@pytest.mark.check("T6")
def test_by_keyboard_alone_she_chooses_moves_sizes_removes_and_takes_back(her_keys):
    keys: Keys = her_keys
    board = OnBoard(keys.person).comes()
    keys.activates(board.button("board.begin"))
    for text in (KEY, CALM):
        keys.activates(board.button("board.words"))
        field = board.dialog("board.words.title").get_by_role("textbox")
        keys.walks_to(field)
        keys.types(text)
        keys.press("Enter")
        keys.is_at(board.item(text))
    keys.walks_to(board.item(KEY), "Shift+Tab")
    keys.press("Enter")
    board.hears("board.said.chosen")
    for key, said, values in (
        ("ArrowDown", "board.said.at", {"x": 1, "y": 2}),
        ("ArrowRight", "board.said.at", {"x": 2, "y": 2}),
        ("+", "board.said.size", {"w": 4, "h": 2}),
        ("Shift+ArrowLeft", "board.said.size", {"w": 3, "h": 2}),
        ("-", "board.said.size", {"w": 2, "h": 1}),
    ):
        keys.press(key)
        board.hears(said, **values)
        keys.is_at(board.item(KEY))
    expect(board.page.locator("[data-held]")).to_have_count(0)
    keys.press("Control+z")
    keys.press("Control+z")
    expect(board.tool("board.redo")).to_be_enabled()
    keys.press("Control+y")
    keys.press("Delete")
    expect(board.item(KEY)).to_have_count(0)
    keys.press("Control+z")
    expect(board.item(KEY)).to_be_visible()


# --- read, looked at, kept ---------------------------------------------------------------------


def test_a_screen_reader_reads_each_thing_with_its_words_row_by_row(laid):
    laid.lays_shape("board.shape.heart")
    laid.chooses(VOICE)
    heart = laid.word("board.shape.heart")
    expect(laid.board()).to_match_aria_snapshot(
        f"""
        - list:
          - listitem:
            - button "{KEY}"
          - listitem:
            - button "{CALM}"
          - listitem:
            - button "{VOICE}" [pressed]
          - listitem:
            - button "{TABLE}"
          - listitem:
            - button "{heart}":
              - img "{heart}"
          - listitem:
            - button "{laid.word("board.move")}"
            - button "{laid.word("board.resize")}"
        """
    )


def test_she_looks_at_it_in_quiet_and_walks_slowly_from_one_thing_to_the_next(laid):
    laid.button("board.look").tap()
    expect(laid.page.get_by_role("main").get_by_role("listitem")).to_have_text([KEY, CALM, VOICE, TABLE])
    seen = laid.page.get_by_role("button").filter(visible=True)
    expect(seen).to_have_count(1)
    expect(laid.page.get_by_role("link", name=laid.person["exit"]).filter(visible=True)).to_be_visible()
    laid.button("board.look.end").tap()

    laid.button("board.more").tap()
    laid.dialog("board.sheet").get_by_role("button", name=laid.word("board.walk")).tap()
    walk = laid.dialog("board.walk")
    stage = laid.page.locator("[data-stage]")
    expect(stage).to_have_text(KEY)
    walk.get_by_role("button", name=laid.word("board.walk.next")).tap()
    expect(stage).to_have_text(CALM)
    expect(stage).to_have_text(VOICE)  # by itself
    walk.get_by_role("button", name=laid.word("board.walk.pause")).tap()
    walk.get_by_role("button", name=laid.word("board.walk.before")).tap()
    expect(stage).to_have_text(CALM)
    expect(walk.get_by_role("link", name=laid.person["exit"])).to_be_visible()
    walk.get_by_role("button", name=laid.word("board.walk.end")).tap()
    expect(walk).to_be_hidden()
    expect(stage).to_be_empty()


def test_a_picture_is_kept_only_after_the_sentence_that_says_what_that_means(laid):
    laid.lays_shape("board.shape.leaf")
    laid.button("board.more").tap()
    settings = laid.dialog("board.sheet")
    laid.person.choose(settings.get_by_role("radio", name=laid.word("board.ground.morning"), exact=True))
    settings.get_by_role("button", name=laid.word("board.picture")).tap()
    sheet = laid.dialog("board.picture")
    expect(sheet.get_by_text(laid.word("board.picture.warning"))).to_be_visible()
    with laid.page.expect_download() as kept:
        sheet.get_by_role("button", name=laid.word("board.picture.keep")).tap()
    assert kept.value.suggested_filename == "image.jpg"
    picture = kept.value.path().read_bytes()
    with Image.open(io.BytesIO(picture)) as drawn:
        assert drawn.format == "JPEG"
        corners = [drawn.getpixel((4, y)) for y in (4, drawn.height - 5)]
    for corner, seen in zip(
        corners, ((253, 227, 196), (253, 243, 227)), strict=True
    ):  # the morning of the light
        assert all(abs(one - other) < 6 for one, other in zip(corner, seen, strict=True))
    expect(sheet).to_be_hidden()


# --- two windows, and what goes with a goal ----------------------------------------------------


def test_in_two_windows_the_later_move_wins_and_nothing_is_lost(laid):
    other = OnBoard(laid.person.in_window(laid.person.phone.another_window())).comes()
    other.chooses(KEY)
    slides(other, "board.move", 0, 3 * ROW).lets_go()
    other.lies(KEY, 0, 3, 3, 1)
    laid.person.looks()
    laid.lies(KEY, 0, 3, 3, 1)
    laid.chooses(KEY)
    slides(laid, "board.move", 0, 2 * ROW).lets_go()
    laid.lies(KEY, 0, 5, 3, 1)
    other.person.looks()
    other.lies(KEY, 0, 5, 3, 1)
    other.undoes()
    expect(other.page.get_by_text(other.word("error.changed_since")).filter(visible=True)).to_be_visible()
    other.lies(KEY, 0, 5, 3, 1)
    other.page.close()


def test_words_that_go_with_a_goal_show_small_on_it_and_on_the_day(laid, her):
    her.comes_to_plan()
    her.write_goal("Un jardin", "short")
    her.open_goal("Un jardin")
    her.add_step("Semer du persil")
    her.open_step("Semer du persil")
    her.page.get_by_role("button", name=her["for today"]).tap()
    laid.comes()
    laid.chooses(CALM)
    sheet = laid.opens_item()
    sheet.get_by_label(laid.word("board.goal")).select_option(label="Un jardin")
    expect(laid.tool("board.undo")).to_be_enabled()
    laid.closes(sheet)
    her.goes_to("the plan")
    her.comes_to_plan()
    her.open_goal("Un jardin")
    expect(her.page.get_by_role("list", name=her.sentence("goal.token"))).to_have_text(CALM)
    her.goes_to("the day")
    row = her.page.get_by_role("listitem").filter(has_text="Semer du persil")
    expect(row.get_by_text(CALM, exact=True)).to_be_visible()


def test_a_wish_lies_on_a_board_as_it_stands_at_any_time(board, her):
    her.comes_to_plan()
    her.open_wishes()
    her.write_wish("Avoir une clé à moi")
    board.comes()
    board.button("board.shape").tap()
    board.dialog("board.shape.title").get_by_role("button", name="Avoir une clé à moi").tap()
    expect(board.item("Avoir une clé à moi")).to_be_visible()
