"""Her board in a window: each handler, what the page shows afterwards, and the ways back."""

import pytest

from lifeplan_app.core import boards, photos
from lifeplan_app.core.undo import UNDO_SECONDS
from lifeplan_app.imaging.answer import Developed
from lifeplan_app.model.board import MOST_BOARDS, Photo
from lifeplan_app.model.errors import StoreError
from lifeplan_app.state.boards import BoardsState
from lifeplan_app.state.chosen import ChosenState
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.history import HistoryState
from lifeplan_app.state.items import ItemsState
from lifeplan_app.state.keep import KeepState
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.today import TodayState
from lifeplan_app.state.tokens import TokensState
from lifeplan_app.state.undo import UndoState
from tests.factories import rows
from tests.unit.state.conftest import settled
from tests.unit.state.page import FIRST, Page

WIDE = Developed(b"large", b"small", 1600, 1000)


@pytest.fixture
async def page(app, written):
    """Her one board, empty, as it shows."""
    written.do(boards.add_board, "Un toit")
    return await opened(app, written)


async def opened(app, person, tab=FIRST):
    page = Page(app, person.entered.cookie, tab)
    assert await page.call(BoardsState.load) is None
    return page


async def lying(page):
    return (await page.shows(ItemsState)).items


async def ways(page):
    shown = await page.shows(HistoryState)
    return shown.past, shown.ahead


async def keep(page, place, text, turn, way="add", version=0):
    sent = {"way": way, "place": place, "text": text, "version": version, "turn": turn, "once": f"{turn}"}
    sent["tag"] = (await page.shows(SessionState)).tag
    await page.call(KeepState.keep, [sent])


async def add_words(page, text="Soupe", turn=1):
    board = (await page.shows(BoardsState)).board_id
    await keep(page, f"words:{board}", text, turn)
    return next(each for each in await lying(page) if each.text == text)


async def bring(page, person, digest="a"):
    """A photo comes by a post, and the page says so."""
    board = (await page.shows(BoardsState)).board_id
    with person.house.write() as uow:
        item = photos.add_photo(uow, person.actor, board, WIDE, digest).record
        uow.concerns.add(person.actor.vault_id)
    await settled()
    await page.call(ItemsState.laid, item.id)
    return next(each for each in await lying(page) if each.id == item.id)


# --- boards ------------------------------------------------------------------------------------


async def test_the_first_board_shows_and_another_when_it_is_opened(page, written):
    shown = await page.shows(BoardsState)
    assert (shown.loaded, shown.name, shown.ground, shown.makes_room) == (True, "Un toit", "paper", True)
    first = shown.board_id
    await page.call(BoardsState.add)
    shown = await page.shows(BoardsState)
    assert ([each.name for each in shown.rows], shown.name) == (["Un toit", ""], "")
    assert await ways(page) == (False, False)
    await page.call(BoardsState.open_board, first)
    assert (await page.shows(BoardsState)).name == "Un toit"
    await page.call(BoardsState.open_board, "nobody's")
    assert (await page.shows(BoardsState)).board_id == first


async def test_a_board_is_named_dressed_moved_and_each_can_be_undone(page, written):
    board = (await page.shows(BoardsState)).board_id
    await page.call(BoardsState.add)
    await page.call(BoardsState.open_board, board)
    await page.call(BoardsState.open_name)
    field = await page.shows(FieldState)
    assert (field.record_id, field.text) == (board, "Un toit")
    await keep(page, board, "Chez moi", 1, "write", field.version)
    await page.call(BoardsState.choose_ground, "night")
    await page.call(BoardsState.choose_room, False)
    await page.call(BoardsState.nudge, 1)
    await page.call(BoardsState.nudge, 1)
    shown = await page.shows(BoardsState)
    assert [each.name for each in shown.rows] == ["", "Chez moi"]
    assert (shown.name, shown.ground, shown.makes_room) == ("Chez moi", "night", False)
    for _ in range(4):
        await page.call(HistoryState.back)
    shown = await page.shows(BoardsState)
    assert [each.name for each in shown.rows] == ["Un toit", ""]
    assert (shown.name, shown.ground, shown.makes_room) == ("Un toit", "paper", True)
    assert await ways(page) == (False, True)


async def test_as_many_boards_as_there_can_be_and_a_sentence(page, written):
    for _ in range(MOST_BOARDS - 1):
        written.do(boards.add_board)
    await page.call(BoardsState.load)
    assert (await page.shows(BoardsState)).full
    await page.call(BoardsState.add)
    assert (await page.shows(NoticeState)).text


async def test_looking_ends_with_the_last_board(page, written):
    await page.call(BoardsState.look_at, True)
    assert (await page.shows(BoardsState)).looking
    await page.call(BoardsState.remove)
    shown = await page.shows(BoardsState)
    assert (shown.board_id, shown.looking, shown.rows) == ("", False, [])
    assert await ways(page) == (False, False)
    for handler in (HistoryState.back, HistoryState.again):
        await page.call(handler)
    await page.call(UndoState.take_back)
    assert (await page.shows(BoardsState)).name == "Un toit"
    assert await ways(page) == (False, False)  # doing again must not take it away


# --- items -------------------------------------------------------------------------------------


async def test_an_item_is_placed_dressed_lifted_and_taken_off_and_all_of_it_goes_back(page, written):
    soup, bread = await add_words(page), await add_words(page, "Pain", 2)
    await page.call(ItemsState.add_shape, "key")
    await page.call(ItemsState.place, soup.id, 1, 3, 2, 2)
    await page.call(ItemsState.dress, soup.id, "hue", "dusk")
    await page.call(ItemsState.lift, soup.id, 1)
    await page.call(ItemsState.lift, soup.id, 1)
    await page.call(ItemsState.lift, soup.id, 1)
    [moved] = [each for each in await lying(page) if each.id == soup.id]
    assert (moved.at, moved.place) == ("1 3 2 2", "x2 y4 w2 h2 z3")
    assert "hue-dusk" in moved.look
    await page.call(ItemsState.remove, bread.id)
    assert (await page.shows(UndoState)).said == "undo.item_gone"
    full = await lying(page)
    while (await ways(page))[0]:
        await page.call(HistoryState.back)
    assert await lying(page) == []
    while (await ways(page))[1]:
        await page.call(HistoryState.again)
    assert await lying(page) == full


async def test_a_card_shows_the_wish_or_goal_and_a_refusal_is_told(page, written):
    await page.call(ChosenState.list_cards)
    [goal, *_] = (await page.shows(ChosenState)).cards
    await page.call(ItemsState.add_card, goal.id)
    [card] = await lying(page)
    assert (card.text, card.mark, card.kind) == (goal.text, goal.mark, "card")
    await page.call(ItemsState.add_shape, "skull")
    assert (await page.shows(NoticeState)).text
    assert len(await lying(page)) == 1


async def test_the_chosen_item_says_what_can_be_changed_of_it(page, written):
    photo = await bring(page, written)
    await page.call(ChosenState.choose, photo.id)
    goal = (await page.shows(ChosenState)).goals[0]
    for _ in range(2):  # each tap counts, however fast they come
        await page.call(ChosenState.crop, 1, -2, 1)
        await page.call(ChosenState.lean, 1)
    await page.call(ChosenState.set_on, goal.id)
    item = (await page.shows(ChosenState)).item
    assert (item.crop_x, item.crop_y, item.zoom, item.tilt, item.goal) == (7, 1, 2, 2, goal.id)
    await page.call(ChosenState.set_on, "")
    assert (await page.shows(ChosenState)).item.goal == ""
    await page.call(ItemsState.remove, photo.id)
    chosen = await page.shows(ChosenState)
    assert (chosen.item.id, chosen.goals) == ("", [])


async def test_what_is_set_on_a_goal_shows_on_its_page_and_on_today(app, page, written):
    soup, photo = await add_words(page), await bring(page, written)
    goal = written.read().goals[0].goal
    for each in (soup, photo):
        await page.call(ChosenState.choose, each.id)
        await page.call(ChosenState.set_on, goal.id)
    await page.call(GoalState.open_goal, goal.id)
    await page.call(TodayState.load)
    shown = await page.shows(TokensState)
    assert (shown.photos, shown.words) == ({goal.id: photo.photo}, {})


async def test_a_drawing_that_was_set_on_a_goal_hides_no_words_there(app, page, written):
    await page.call(ItemsState.add_shape, "heart")
    soup = await add_words(page)
    goal = written.read().goals[0].goal
    for each in await lying(page):
        await page.call(ChosenState.choose, each.id)
        await page.call(ChosenState.set_on, goal.id)
    await page.call(TodayState.load)
    assert (await page.shows(TokensState)).words == {goal.id: soup.text}


# --- windows and ways back ---------------------------------------------------------------------


async def test_each_window_undoes_its_own_moves_and_both_show_the_board(app, page, written):
    soup = await add_words(page)
    other = await opened(app, written, "second tab")
    assert await ways(other) == (False, False)
    await page.call(ItemsState.place, soup.id, 1, 1, 3, 1)
    await other.call(ItemsState.place, soup.id, 2, 4, 3, 1)
    await settled()
    assert [each.at for each in await lying(page)] == ["2 4 3 1"]
    await page.call(HistoryState.back)
    assert (await page.shows(NoticeState)).text
    assert [each.at for each in await lying(page)] == ["2 4 3 1"]
    await other.call(HistoryState.back)
    await settled()
    assert [each.at for each in await lying(page)] == ["1 1 3 1"]
    assert await ways(other) == (False, True)


async def test_the_undo_of_the_toast_is_the_boards_own(page, written):
    soup = await add_words(page)
    await page.call(ItemsState.remove, soup.id)
    await page.call(UndoState.take_back)
    assert [each.text for each in await lying(page)] == ["Soupe"]
    assert await ways(page) == (True, True)
    await page.call(HistoryState.again)
    assert await lying(page) == []
    await page.call(HistoryState.back)
    await page.call(HistoryState.back)
    assert await lying(page) == []
    assert await ways(page) == (False, True)


async def test_a_move_that_cannot_be_undone_just_now_is_there_for_the_next_try(page, written, monkeypatch):
    await add_words(page)

    def refuse(*_):
        raise StoreError

    with monkeypatch.context() as broken:
        broken.setattr("lifeplan_app.core.undo.take_back", refuse)
        await page.call(HistoryState.back)
    assert (len(await lying(page)), await ways(page)) == (1, (True, False))
    await page.call(HistoryState.back)
    assert await lying(page) == []


async def test_a_photo_goes_for_good_once_no_session_can_bring_it_back(app, page, written, clock):
    photo = await bring(page, written)
    assert photo.sources.endswith("/large 1600w")
    await page.call(ItemsState.remove, photo.id)
    clock.wait(UNDO_SECONDS + 1)
    await page.call(BoardsState.load)
    assert len(written.all_of(Photo)) == 1
    await page.call(HistoryState.back)
    assert [each.photo for each in await lying(page)] == [photo.photo]
    await page.call(ItemsState.remove, photo.id)
    written.house.sessions.end_all()
    written.sign_in()
    await opened(app, written, "a new tab")
    assert written.all_of(Photo) == rows(written.house.store.database, "SELECT id FROM blob") == []
