"""Her boards: what lies on them, where, how it looks; what is refused; what can be put back."""

import pytest

from lifeplan_app.core import adding, boards, drafts, items, order, plan, words
from lifeplan_app.core.undo import take_back
from lifeplan_app.model.board import (
    MOST_BOARDS,
    MOST_ITEMS,
    MOST_SHIFT,
    MOST_TILT,
    MOST_ZOOM,
    SHAPES,
    Board,
    BoardItem,
    Box,
    Crop,
    Frame,
    Ground,
    Hand,
    Hue,
    Letters,
)
from lifeplan_app.model.errors import (
    BoardFullError,
    ChangedSinceError,
    NotAllowedError,
    NotFoundError,
    SessionOverError,
    TextMissingError,
    TextTooLongError,
    TooManyBoardsError,
)
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Horizon, Plan
from lifeplan_app.model.text import MAX_TEXT
from tests.factories import participant

NOBODYS = RecordId("nobody's")


@pytest.fixture
def board(nadia):
    return nadia.do(boards.add_board, "Un toit").record


@pytest.fixture
def soup(nadia, board):
    """Words on the board, in its first three cells."""
    return nadia.do(items.add_words, board.id, "Soupe").record


@pytest.fixture
def goal(nadia):
    return nadia.do(adding.add_goal, Horizon.SHORT, "Une clé").record


def lying(person, at=0) -> dict[str, Box]:
    """Where things lie on her board, by their words or pictogram."""
    return {each.text or each.shape: each.box for each in person.read().boards[at].items}


def stack(person, at=0) -> str:
    """What lies there, from the lowest to the topmost."""
    return "".join(each.text for each in person.read().boards[at].items)


# --- boards ------------------------------------------------------------------------------------


def test_a_new_board_is_the_last_and_needs_no_name(nadia):
    for name in ("Un toit", "", "Nous"):
        nadia.do(boards.add_board, name)
    found = nadia.read().boards
    assert [each.board.text for each in found] == ["Un toit", "", "Nous"]
    assert {(each.board.ground, each.board.makes_room, each.items) for each in found} == {
        (Ground.PAPER, True, ())
    }


def test_there_are_twelve_boards_and_no_more(nadia):
    for _ in range(MOST_BOARDS):
        nadia.do(boards.add_board)
    with pytest.raises(TooManyBoardsError):
        nadia.do(boards.add_board)
    assert len(nadia.read().boards) == MOST_BOARDS
    nadia.do(plan.delete, nadia.read().boards[0].board.id)
    nadia.do(boards.add_board)


def test_a_board_lies_on_its_ground_and_says_whether_things_make_room_and_goes_back(nadia, board):
    for use_case, given, name in (
        (boards.set_ground, {"ground": Ground.NIGHT}, "ground"),
        (boards.set_room, {"makes_room": False}, "makes_room"),
    ):
        before = nadia.read().boards[0].board
        done = nadia.do(use_case, board.id, **given)
        assert getattr(nadia.read().boards[0].board, name) == given[name]
        nadia.do(take_back, done.undo)
        assert getattr(nadia.read().boards[0].board, name) == getattr(before, name)


def test_boards_stand_in_her_order(nadia):
    first, _, last = (nadia.do(boards.add_board, each).record for each in "ABC")
    nadia.do(order.nudge, last.id, -1)
    nadia.do(order.move, first.id, None)
    assert "".join(each.board.text for each in nadia.read().boards) == "CBA"
    assert nadia.do(order.nudge, last.id, -1) is None
    with pytest.raises(NotFoundError):
        nadia.do(order.move, first.id, None, last.id)


def test_a_name_and_a_description_may_be_blank_and_words_may_not(nadia, board, soup):
    heart = nadia.do(items.add_shape, board.id, "heart").record
    for each in (board, heart):
        assert nadia.do(words.write_text, each.id, " ", each.version).record.text == " "
        assert nadia.do(words.write_text, each.id, "", each.version + 1).record.text == ""
    with pytest.raises(TextMissingError):
        nadia.do(words.write_text, soup.id, " ", soup.version)
    for each in (board, heart, soup):
        with pytest.raises(TextTooLongError):
            nadia.do(words.write_text, each.id, "x" * (MAX_TEXT + 1), each.version)
    assert stack(nadia) == "Soupe"


def test_what_was_typed_for_a_board_becomes_words_on_it_or_goes_and_comes_with_it(nadia, board):
    place = drafts.words_place(board.id)
    nadia.do(drafts.save_draft, place, "Sou")
    gone = nadia.do(plan.delete, board.id)
    assert nadia.read() == Plan()
    nadia.do(take_back, gone.undo)
    assert nadia.read().drafts == {place: "Sou"}
    nadia.do(items.add_words, board.id, "Soupe")
    assert (stack(nadia), nadia.read().drafts) == ("Soupe", {})
    with pytest.raises(NotFoundError):
        nadia.do(drafts.save_draft, drafts.words_place(NOBODYS), "x")


# --- items -------------------------------------------------------------------------------------


def test_what_is_new_lies_on_top_and_covers_nothing(nadia, board, goal):
    nadia.do(items.add_words, board.id, "A")
    nadia.do(items.add_shape, board.id, "key")
    nadia.do(items.add_words, board.id, "B")
    nadia.do(items.add_card, board.id, goal.id)
    found = nadia.read().boards[0].items
    assert [each.text or each.shape or each.of for each in found] == ["A", "key", "B", goal.id]
    assert [each.box for each in found] == [(0, 0, 3, 1), (3, 0, 2, 2), (0, 1, 3, 1), (0, 2, 6, 2)]
    assert found[0].hue is not found[2].hue


def test_sixty_things_lie_on_a_board_and_no_more(nadia, board, goal):
    for number in range(MOST_ITEMS):
        nadia.do(items.add_shape, board.id, SHAPES[number % len(SHAPES)])
    boxes = [each.box for each in nadia.read().boards[0].items]
    assert not any(one.overlaps(other) for at, one in enumerate(boxes) for other in boxes[:at])
    for use_case, what in (
        (items.add_words, "x"),
        (items.add_shape, "key"),
        (items.add_card, goal.id),
    ):
        with pytest.raises(BoardFullError):
            nadia.do(use_case, board.id, what)
    other = nadia.do(boards.add_board).record
    nadia.do(items.add_words, other.id, "x")


@pytest.mark.parametrize(
    ("text", "refusal"), [("", TextMissingError), (" \n", TextMissingError), ("x" * 10_001, TextTooLongError)]
)
def test_words_that_cannot_be_kept_are_refused_and_what_was_typed_stays(nadia, board, text, refusal):
    nadia.do(drafts.save_draft, drafts.words_place(board.id), "Sou")
    before = nadia.read()
    with pytest.raises(refusal):
        nadia.do(items.add_words, board.id, text)
    assert nadia.read() == before


def test_an_item_lies_where_it_was_put_or_as_near_as_the_board_allows(nadia, soup):
    for asked, near in (
        (Box(2, 5, 4, 2), (2, 5, 4, 2)),
        (Box(-3, -1, 3, 1), (0, 0, 3, 1)),
        (Box(99, 999, 99, 99), (0, 112, 6, 8)),
        (Box(5, 2, 0, -1), (5, 2, 1, 1)),
    ):
        nadia.do(items.place, soup.id, asked)
        assert lying(nadia) == {"Soupe": near}


def test_what_is_in_the_way_makes_room_and_goes_back_with_it(nadia, board, soup):
    bread = nadia.do(items.add_words, board.id, "Pain").record
    before = lying(nadia)
    done = nadia.do(items.place, bread.id, soup.box)
    assert lying(nadia) == {"Soupe": (0, 1, 3, 1), "Pain": soup.box}
    undone = nadia.do(take_back, done.undo)
    assert lying(nadia) == before
    nadia.do(take_back, undone.undo)
    assert lying(nadia)["Soupe"] == (0, 1, 3, 1)


def test_where_nothing_makes_room_it_is_overlapped(nadia, board, soup):
    nadia.do(boards.set_room, board.id, makes_room=False)
    bread = nadia.do(items.add_words, board.id, "Pain").record
    nadia.do(items.place, bread.id, soup.box)
    assert lying(nadia) == {"Soupe": soup.box, "Pain": soup.box}
    nadia.do(boards.set_room, board.id, makes_room=True)
    done = nadia.do(items.place, bread.id, soup.box)
    assert len(done.records) == 1
    assert lying(nadia) == {"Soupe": soup.box, "Pain": soup.box}


LOOKS = [
    ("tilt", "-2", -2),
    ("tilt", "9", MOST_TILT),
    ("tilt", "-9", -MOST_TILT),
    ("hue", "dusk", Hue.DUSK),
    ("hand", "written", Hand.WRITTEN),
    ("letters", "large", Letters.LARGE),
    ("frame", "halo", Frame.HALO),
]


@pytest.mark.parametrize(("name", "value", "kept"), LOOKS)
def test_a_look_is_put_on_and_taken_off(nadia, soup, name, value, kept):
    done = nadia.do(items.dress, soup.id, name, value)
    assert getattr(nadia.read().boards[0].items[0], name) == kept
    nadia.do(take_back, done.undo)
    assert getattr(nadia.read().boards[0].items[0], name) == getattr(soup, name)


@pytest.mark.parametrize(
    ("name", "value"),
    [("tilt", "a lot"), ("tilt", ""), ("hue", "red"), ("frame", ""), ("box", "0"), ("goal", "x"), ("", "")],
)
def test_there_is_no_other_look(nadia, soup, name, value):
    with pytest.raises(NotFoundError):
        nadia.do(items.dress, soup.id, name, value)
    assert nadia.read().boards[0].items == (soup,)


def test_half_a_cell_is_none(nadia, soup):
    for no_box in (Box(1.5, 0, 2, 1), Box(0, 0, float("nan"), 1), Box("0", 0, 1, 1), Box(None, 0, 1, 1)):
        with pytest.raises(NotFoundError):
            nadia.do(items.place, soup.id, no_box)
    for no_part in (Crop(0.5), Crop("1"), Crop(0, 0, None)):
        with pytest.raises(NotFoundError):
            nadia.do(items.crop, soup.id, no_part)
    with pytest.raises(NotFoundError):
        nadia.do(items.dress, soup.id, "tilt", None)
    assert nadia.read().boards[0].items == (soup,)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (Crop(0, 10, 4), Crop(0, 10, 4)),
        (Crop(-1, 99, 99), Crop(0, MOST_SHIFT, MOST_ZOOM)),
        (Crop(0, 0, -1), Crop(0, 0)),
    ],
)
def test_the_part_that_shows_is_the_nearest_there_is(nadia, soup, asked, kept):
    done = nadia.do(items.crop, soup.id, asked)
    assert nadia.read().boards[0].items[0].crop == kept
    nadia.do(take_back, done.undo)
    assert nadia.read().boards[0].items[0].crop == soup.crop


def test_things_go_over_and_under_one_another_and_only_on_their_own_board(nadia, board):
    low, _, top = (nadia.do(items.add_words, board.id, each).record for each in "ABC")
    other = nadia.do(boards.add_board).record
    nadia.do(items.add_words, other.id, "Z")
    nadia.do(order.nudge, low.id, 1)
    assert stack(nadia) == "BAC"
    nadia.do(order.nudge, top.id, -1)
    assert stack(nadia) == "BCA"
    assert nadia.do(order.nudge, low.id, 1) is None
    with pytest.raises(NotFoundError):
        nadia.do(order.move, low.id, None, other.id)
    assert (stack(nadia), stack(nadia, 1)) == ("BCA", "Z")


# --- wishes and goals --------------------------------------------------------------------------


def test_a_wish_on_a_card_becomes_a_goal_and_the_card_shows_it_and_back(nadia, board):
    wish = nadia.do(adding.add_wish, "Un jardin").record
    card = nadia.do(items.add_card, board.id, wish.id).record
    done = nadia.do(adding.wish_to_goal, wish.id, Horizon.LONG)
    for _ in range(2):
        [shown] = nadia.read().boards[0].items
        assert (shown.id, shown.of) == (card.id, nadia.read().goals[0].goal.id)
        undone = nadia.do(take_back, done.undo)
        [shown] = nadia.read().boards[0].items
        assert (shown.id, shown.of, nadia.read().goals) == (card.id, wish.id, ())
        done = nadia.do(take_back, undone.undo)


def test_a_deleted_goal_or_wish_takes_its_cards_along_and_leaves_what_was_set_on_it(nadia, board, soup, goal):
    wish = nadia.do(adding.add_wish, "Un jardin").record
    other = nadia.do(boards.add_board).record
    for of, on in ((goal, board), (goal, other), (wish, board)):
        nadia.do(items.add_card, on.id, of.id)
    nadia.do(items.set_on_goal, soup.id, goal.id)
    before = nadia.read().boards
    gone = [nadia.do(plan.delete, each.id) for each in (goal, wish)]
    assert [[each.text for each in lying.items] for lying in nadia.read().boards] == [["Soupe"], []]
    for each in reversed(gone):
        nadia.do(take_back, each.undo)
    after = nadia.read().boards
    assert [[(i.id, i.of, i.goal) for i in each.items] for each in after] == [
        [(i.id, i.of, i.goal) for i in each.items] for each in before
    ]


def test_an_item_is_set_on_a_goal_and_on_none_again(nadia, soup, goal):
    done = nadia.do(items.set_on_goal, soup.id, goal.id)
    assert done.record.goal == goal.id
    assert nadia.do(items.set_on_goal, soup.id, None).record.goal is None
    with pytest.raises(ChangedSinceError):
        nadia.do(take_back, done.undo)


def test_a_goal_comes_back_without_the_card_whose_board_is_gone(nadia, board, goal):
    nadia.do(items.add_card, board.id, goal.id)
    gone = nadia.do(plan.delete, goal.id)
    nadia.do(plan.delete, board.id)
    nadia.do(take_back, gone.undo)
    assert nadia.read().goals[0].goal.text == "Une clé"
    assert nadia.all_of(BoardItem) == []


def test_a_board_comes_back_without_the_card_whose_goal_is_gone(nadia, board, soup, goal):
    card = nadia.do(items.add_card, board.id, goal.id).record
    card_gone = nadia.do(plan.delete, card.id)
    nadia.do(take_back, card_gone.undo)
    gone = nadia.do(plan.delete, board.id)
    nadia.do(plan.delete, goal.id)
    nadia.do(take_back, gone.undo)
    assert stack(nadia) == "Soupe"
    with pytest.raises(NotFoundError):
        nadia.do(take_back, card_gone.undo)
    assert len(nadia.all_of(BoardItem)) == 1


# --- taking away -------------------------------------------------------------------------------


def test_a_deleted_board_takes_what_lies_on_it_and_undo_brings_it_all_back(nadia, board, soup, goal):
    nadia.do(items.add_card, board.id, goal.id)
    kept = nadia.do(boards.add_board, "Nous").record
    nadia.do(items.add_words, kept.id, "Z")
    before = lying(nadia)
    gone = nadia.do(plan.delete, board.id)
    assert [each.board.text for each in nadia.read().boards] == ["Nous"]
    assert [each.text for each in nadia.all_of(BoardItem)] == ["Z"]
    nadia.do(take_back, gone.undo)
    assert [each.board.text for each in nadia.read().boards] == ["Un toit", "Nous"]
    assert lying(nadia) == before


def test_an_item_whose_board_is_gone_does_not_come_back_alone(nadia, board, soup):
    gone = nadia.do(plan.delete, soup.id)
    nadia.do(plan.delete, board.id)
    with pytest.raises(NotFoundError):
        nadia.do(take_back, gone.undo)
    assert nadia.read() == Plan()


def test_a_board_on_which_something_was_laid_since_does_not_go_with_its_undo(nadia):
    added = nadia.do(boards.add_board)
    nadia.do(items.add_words, added.record.id, "Soupe")
    with pytest.raises(ChangedSinceError):
        nadia.do(take_back, added.undo)
    assert stack(nadia) == "Soupe"


def test_the_later_move_of_two_windows_wins_and_an_undo_of_the_earlier_loses_nothing(nadia, soup):
    here = nadia.do(items.place, soup.id, Box(1, 1, 3, 1))
    nadia.do(items.place, soup.id, Box(2, 4, 3, 1))
    with pytest.raises(ChangedSinceError):
        nadia.do(take_back, here.undo)
    assert lying(nadia) == {"Soupe": (2, 4, 3, 1)}


def test_two_windows_change_one_item_and_both_changes_are_kept(nadia, soup):
    moved = nadia.do(items.place, soup.id, Box(1, 1, 3, 1))
    nadia.do(items.dress, soup.id, "tilt", "2")
    nadia.do(words.write_text, soup.id, "Pain", soup.version)
    nadia.do(take_back, moved.undo)
    [left] = nadia.read().boards[0].items
    assert (left.text, left.tilt, left.box) == ("Pain", 2, soup.box)


# --- what is refused ---------------------------------------------------------------------------


def uses(board_id, item_id, goal_id) -> dict:
    return {
        "ground": (boards.set_ground, board_id, Ground.NIGHT),
        "words": (items.add_words, board_id, "x"),
        "shape": (items.add_shape, board_id, "key"),
        "card": (items.add_card, board_id, goal_id),
        "place": (items.place, item_id, Box(0, 0, 1, 1)),
        "dress": (items.dress, item_id, "tilt", "1"),
        "crop": (items.crop, item_id, Crop()),
        "goal": (items.set_on_goal, item_id, None),
        "delete": (plan.delete, board_id),
        "delete an item": (plan.delete, item_id),
        "over": (order.nudge, item_id, 1),
    }


USES = list(uses(NOBODYS, NOBODYS, NOBODYS))


@pytest.mark.parametrize("use", USES)
def test_nothing_is_done_to_what_is_not_there_or_is_somebody_elses(house, nadia, board, soup, goal, use):
    mariam = participant(house, "Mariam")
    her_goal = mariam.do(adding.add_goal, Horizon.SHORT, "G").record
    before = nadia.read()
    for ids in ((NOBODYS,) * 3, (board.id, soup.id, her_goal.id), (soup.id, board.id, her_goal.id)):
        if (use, ids[0]) in {("delete", soup.id), ("delete an item", soup.id)}:
            continue
        with pytest.raises(NotFoundError):
            mariam.do(*uses(*ids)[use])
    assert nadia.read() == before


@pytest.mark.parametrize("use", USES)
def test_who_works_here_has_no_board_and_nor_has_who_signed_out(house, claire, nadia, board, soup, goal, use):
    actor = nadia.actor
    with pytest.raises(NotAllowedError):
        claire.do(*uses(board.id, soup.id, goal.id)[use])
    with pytest.raises(NotAllowedError):
        claire.do(boards.add_board)
    house.sessions.end_all()
    use_case, *args = uses(board.id, soup.id, goal.id)[use]
    with house.write() as uow, pytest.raises(SessionOverError):
        use_case(uow, actor, *args)
    with house.write() as uow, pytest.raises(SessionOverError):
        boards.add_board(uow, actor)


def test_a_board_is_no_item_and_an_item_no_board_and_neither_is_a_goal(nadia, board, soup, goal):
    step = nadia.do(adding.add_step, goal.id, "x").record
    for use_case, *args in (
        (boards.set_ground, soup.id, Ground.NIGHT),
        (boards.set_room, goal.id),
        (items.add_words, soup.id, "x"),
        (items.add_shape, board.id, "skull"),
        (items.add_card, board.id, step.id),
        (items.add_card, board.id, soup.id),
        (items.place, board.id, Box(0, 0, 1, 1)),
        (items.set_on_goal, soup.id, step.id),
        (items.set_on_goal, soup.id, NOBODYS),
        (plan.put_away, board.id),
    ):
        given = {"makes_room": True} if use_case is boards.set_room else {}
        with pytest.raises(NotFoundError):
            nadia.do(use_case, *args, **given)
    assert stack(nadia) == "Soupe"
    assert len(nadia.all_of(Board)) == 1
