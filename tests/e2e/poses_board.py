"""The board in its states: poses like those of `poses`."""

from playwright.sync_api import expect

from lifeplan_app.core import boards, items, order, photos, plan, words
from lifeplan_app.demo.boards import PICTURES
from lifeplan_app.imaging.apart import develop_apart
from lifeplan_app.model.board import Box
from tests.e2e.beside import plan_of
from tests.e2e.person import Person
from tests.e2e.poses import Reach, button, dialog
from tests.e2e.server import Carnet

TOLD, WORDS = "Une fenêtre ouverte", "une table pour quatre"


def lays_board(person: Person, carnet: Carnet) -> None:
    """Let her have two boards; on the first lie a photo, words, a shape and a wish. No window is open."""
    sent = (PICTURES / "window.png").read_bytes()
    developed = develop_apart(sent)
    with plan_of(person, carnet) as (uow, actor):
        boards.add_board(uow, actor, "La cuisine")
        board = boards.add_board(uow, actor, "2027").record.id
        order.move(uow, actor, board, plan.read_plan(uow, actor).boards[0].board.id)
        photo = photos.add_photo(uow, actor, board, developed, photos.digest_of(sent)).record
        items.place(uow, actor, photo.id, Box(0, 0, 4, 3))
        words.write_text(uow, actor, photo.id, TOLD, photo.version)
        leaning = items.add_words(uow, actor, board, WORDS).record
        items.dress(uow, actor, leaning.id, "tilt", "-2")
        items.dress(uow, actor, leaning.id, "letters", "large")
        items.add_shape(uow, actor, board, "heart")
        wish = plan.read_plan(uow, actor).wishes[0]
        items.add_card(uow, actor, board, wish.id)


def no_board(person: Person) -> None:
    person.page.goto("/board/")
    expect(person.page.get_by_role("heading", name=person.sentence("board.empty.title"))).to_be_visible()


def board_arranged(person: Person) -> None:
    """The photo is chosen."""
    person.page.goto("/board/")
    face = person.page.get_by_role("button", name=TOLD, exact=True)
    face.tap()
    expect(face).to_have_attribute("aria-pressed", "true")
    expect(button(person, "board.change")).to_be_enabled()


def photo_changed(person: Person) -> None:
    board_arranged(person)
    button(person, "board.change").tap()
    expect(dialog(person, "board.item")).to_be_visible()


def words_changed(person: Person) -> None:
    person.page.goto("/board/")
    person.page.get_by_role("button", name=WORDS, exact=True).tap()
    button(person, "board.change").tap()
    expect(dialog(person, "board.item").get_by_role("textbox")).to_have_value(WORDS)


def board_changed(person: Person) -> None:
    person.page.goto("/board/")
    button(person, "board.more").tap()
    expect(dialog(person, "board.sheet").get_by_role("textbox")).to_have_value("2027")


def words_refused(person: Person) -> None:
    person.page.goto("/board/")
    button(person, "board.words").tap()
    sheet = dialog(person, "board.words.title")
    sheet.get_by_role("textbox").press("Enter")
    expect(sheet.get_by_text(person.sentence("error.text_missing"))).to_be_visible()


def something_else(person: Person) -> None:
    person.page.goto("/board/")
    button(person, "board.shape").tap()
    expect(dialog(person, "board.shape.title").get_by_role("listitem").first).to_be_visible()


def photo_chosen(person: Person) -> None:
    person.page.goto("/board/")
    button(person, "board.photo").tap()
    expect(dialog(person, "board.photo.title")).to_be_visible()


def picture_asked(person: Person) -> None:
    board_changed(person)
    button(person, "board.picture").tap()
    expect(dialog(person, "board.picture")).to_be_visible()


def board_looked_at(person: Person) -> None:
    person.page.goto("/board/")
    button(person, "board.look").tap()
    expect(button(person, "board.look.end")).to_be_visible()


def board_walked(person: Person) -> None:
    """It rests: she prefers little motion."""
    board_changed(person)
    button(person, "board.walk").tap()
    expect(dialog(person, "board.walk").get_by_role("img", name=TOLD)).to_be_visible()


BOARD: list[Reach] = [
    board_arranged,
    photo_changed,
    words_changed,
    board_changed,
    words_refused,
    something_else,
    photo_chosen,
    picture_asked,
    board_looked_at,
    board_walked,
]
