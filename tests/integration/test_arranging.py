"""Undo and redo over a whole session of arranging: whatever she does, the way back and forth is whole."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifeplan_app.core import adding, boards, items, order, photos, plan, words
from lifeplan_app.core.arranging import MOST_MOVES, Arranging, board_of
from lifeplan_app.core.undo import UndoLog, take_back
from lifeplan_app.imaging.answer import Developed
from lifeplan_app.model.board import SHAPES, Box, Crop, Ground, ItemKind
from lifeplan_app.model.errors import ChangedSinceError, NotFoundError
from lifeplan_app.model.plan import Horizon

HERE, THERE = "this tab", "another tab"
PICTURE = Developed(b"large", b"small", 16, 9)


class Arranger:
    """Nadia at her board in one window, or two, as the pages do it."""

    def __init__(self, nadia) -> None:
        self.nadia = nadia
        self.log = Arranging()
        self.toast = UndoLog(lambda: 0.0)
        self.board = nadia.do(boards.add_board)
        self.note(self.board)
        self.id = self.board.record.id
        self.numbers = itertools.count()

    def note(self, changed, window=HERE):
        if changed is not None:
            self.log.note(window, changed)
        return changed

    def did(self, use_case, *args, window=HERE, **named):
        return self.note(self.nadia.do(use_case, *args, **named), window)

    def go(self, *, ahead=False, window=HERE) -> bool:
        move = self.log.last(window, self.id, ahead=ahead)
        if move is None:
            return False
        try:
            done = self.nadia.do(take_back, move)
        except (ChangedSinceError, NotFoundError):
            self.log.went(move, None)
            raise
        self.log.went(move, done.undo)
        return True

    def all_the_way(self, *, ahead=False, window=HERE) -> list:
        """Undo or redo everything; how the board looked after each move."""
        seen = []
        while self.go(ahead=ahead, window=window):
            seen.append(self.looks())
            assert len(seen) <= MOST_MOVES
        return seen

    def lying(self):
        return next(each for each in self.nadia.read().boards if each.board.id == self.id)

    def looks(self):
        """All that can be seen of the board, its versions aside."""
        lying = self.lying()
        return (
            (lying.board.text, lying.board.ground, lying.board.makes_room),
            [
                (each.id, each.text, each.others, each.box, each.tilt, each.hue, each.crop, each.photo)
                for each in lying.items
            ],
        )

    # --- moves, of an item by its number -----------------------------------------------------

    def pick(self, number):
        found = self.lying().items
        return found[number % len(found)] if found else None

    def add(self, number):
        self.did(items.add_words, self.id, f"mot {number}")

    def shape(self, number):
        self.did(items.add_shape, self.id, SHAPES[number % len(SHAPES)])

    def photo(self, number):
        digest = f"{number} {next(self.numbers)}"
        self.did(photos.add_photo, self.id, PICTURE, digest)

    def place(self, number, box):
        if item := self.pick(number):
            self.did(items.place, item.id, box)

    def tilt(self, number, by):
        if item := self.pick(number):
            self.did(items.dress, item.id, "tilt", f"{by}")

    def crop(self, number, by):
        if item := self.pick(number):
            self.did(items.crop, item.id, Crop(by, by, by))

    def lift(self, number, by):
        if item := self.pick(number):
            self.did(order.nudge, item.id, by or 1)

    def remove(self, number):
        if item := self.pick(number):
            self.did(plan.delete, item.id)

    def write(self, number, by):
        item = self.pick(number)
        if item and item.kind is ItemKind.WORDS:
            self.did(words.write_text, item.id, f"mot {by}", item.version)

    def name(self, by):
        self.did(words.write_text, self.id, f"nom {by}", self.lying().board.version)

    def ground(self, ground):
        self.did(boards.set_ground, self.id, ground)

    def room(self, makes_room):
        self.did(boards.set_room, self.id, makes_room=makes_room)

    def back(self):
        self.go()

    def again(self):
        self.go(ahead=True)


which, few = st.integers(0, 9), st.integers(-1, 1)
boxes = st.builds(Box, st.integers(0, 5), st.integers(0, 3), st.integers(1, 6), st.integers(1, 3))
MOVES = st.one_of(
    st.tuples(st.just("place"), which, boxes),
    st.tuples(st.sampled_from(["add", "shape", "photo", "remove"]), which),
    st.tuples(st.sampled_from(["tilt", "crop", "lift", "write"]), which, few),
    st.tuples(st.just("place"), which, boxes),
    st.tuples(st.just("name"), few),
    st.tuples(st.just("ground"), st.sampled_from(Ground)),
    st.tuples(st.just("room"), st.booleans()),
    st.tuples(st.sampled_from(["back", "again"])),
)


@pytest.fixture
def hers(nadia):
    return Arranger(nadia)


@pytest.mark.check("T6")
@given(moves=st.lists(MOVES, min_size=5, max_size=30))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_undoing_everything_gives_the_empty_board_and_redoing_everything_the_same_one(nadia, moves):
    for each in nadia.read().boards:
        nadia.do(plan.delete, each.board.id)
    hers = Arranger(nadia)
    empty = hers.looks()
    for name, *args in moves:
        getattr(hers, name)(*args)
    full = hers.looks()
    back = [full, *hers.all_the_way()]
    assert back[-1] == empty
    ahead = [empty, *hers.all_the_way(ahead=True)]
    assert ahead[: len(back)] == back[::-1]  # and on to what she had undone before
    hers.all_the_way()
    assert hers.looks() == empty


def test_a_new_board_has_nothing_to_undo_and_one_that_came_back_nothing_to_do_again(nadia, hers):
    assert not hers.go()
    hers.add(1)
    before = hers.looks()
    gone = hers.did(plan.delete, hers.id)
    done = nadia.do(take_back, gone.undo)
    hers.log.went(gone.undo, done.undo)
    assert not hers.go(ahead=True)
    assert hers.looks() == before
    assert hers.go()
    assert hers.lying().items == ()


def test_to_and_fro_leaves_equal_moves_and_each_is_its_own(hers):
    hers.add(1)
    here, there = Box(0, 0, 3, 1), Box(3, 0, 3, 1)
    for window in (THERE, HERE, HERE, THERE):
        item = hers.pick(0)
        hers.did(items.place, item.id, there if item.box == here else here, window=window)
    assert hers.pick(0).box == here
    for window, at in ((THERE, there), (HERE, here), (HERE, there), (THERE, here)):
        assert hers.go(window=window)
        assert hers.pick(0).box == at
    for window, at in ((THERE, there), (HERE, here), (HERE, there), (THERE, here)):
        assert hers.go(ahead=True, window=window)
        assert hers.pick(0).box == at


def test_what_changes_nothing_is_no_move_and_lets_her_do_again_what_she_undid(hers):
    hers.add(1)
    hers.place(0, Box(2, 2, 3, 1))
    hers.go()
    hers.place(0, hers.pick(0).box)
    hers.tilt(0, 0)
    item = hers.pick(0)
    hers.did(words.write_text, item.id, item.text, item.version)
    assert hers.go(ahead=True)
    assert hers.pick(0).box == (2, 2, 3, 1)


def test_a_new_move_ends_what_could_be_done_again(hers):
    hers.add(1)
    hers.go()
    hers.add(2)
    assert not hers.go(ahead=True)


@pytest.mark.check("T6")
def test_typing_is_one_move_and_goes_back_at_once(hers):
    hers.add(1)
    for text in ("S", "So", "Soupe"):
        item = hers.pick(0)
        hers.did(words.write_text, item.id, text, item.version)
    hers.go()
    assert hers.pick(0).text == "mot 1"
    hers.go(ahead=True)
    assert hers.pick(0).text == "Soupe"
    hers.go()
    hers.go()
    assert hers.lying().items == ()


def test_typing_goes_on_after_another_move_as_a_move_of_its_own(hers):
    hers.add(1)
    for name, *args in (("write", 0, 1), ("tilt", 0, 1), ("write", 0, 0)):
        getattr(hers, name)(*args)
    hers.go()
    assert (hers.pick(0).text, hers.pick(0).tilt) == ("mot 1", 1)


def test_each_window_and_each_board_has_its_own_moves(nadia, hers):
    other = nadia.do(boards.add_board).record
    hers.add(1)
    hers.did(items.add_words, other.id, "là-bas")
    assert not hers.go(window=THERE)
    assert hers.go()
    assert [len(each.items) for each in nadia.read().boards] == [0, 1]


def test_what_another_window_changed_since_is_told_once_and_the_move_before_can_still_be_undone(hers):
    hers.add(1)
    hers.tilt(0, 1)
    hers.place(0, Box(1, 1, 3, 1))
    item = hers.pick(0)
    hers.did(items.place, item.id, Box(3, 3, 3, 1), window=THERE)
    with pytest.raises(ChangedSinceError):
        hers.go()
    assert hers.pick(0).box == (3, 3, 3, 1)
    assert hers.go()
    assert (hers.pick(0).tilt, hers.pick(0).box) == (0, (3, 3, 3, 1))
    assert hers.go(window=THERE)
    assert hers.pick(0).box == (1, 1, 3, 1)


def test_what_another_window_took_away_is_told_once(nadia, hers):
    hers.add(1)
    hers.tilt(0, 1)
    gone = hers.did(plan.delete, hers.pick(0).id, window=THERE)
    for _ in range(2):
        with pytest.raises(NotFoundError):
            hers.go()
    assert not hers.go()
    nadia.do(take_back, gone.undo)
    assert hers.pick(0).tilt == 1


def test_as_many_moves_as_it_keeps_and_the_oldest_go_first(hers):
    hers.add(1)
    [item] = hers.lying().items
    for number in range(MOST_MOVES):
        tilted = hers.nadia.do(items.dress, item.id, "tilt", f"{number % 2 + 1}")
        hers.note(tilted)
    moves = hers.log._moves[HERE, hers.id]
    assert len(moves.past) == MOST_MOVES
    assert {type(each).__name__ for each in moves.past} == {"ValuesUndo"}


def test_the_photos_that_can_be_brought_back_are_named_and_forgotten_with_the_rest(hers):
    hers.photo(1)
    [item] = hers.lying().items
    assert hers.log.photos() == set()
    hers.remove(0)
    assert hers.log.photos() == {item.photo}
    hers.go()
    assert hers.log.photos() == set()
    hers.go()
    assert hers.log.photos() == {item.photo}  # it can be done again
    hers.log.clear()
    assert hers.log.photos() == set()
    assert not hers.go(ahead=True)


def test_only_what_was_done_on_a_board_is_noted(nadia, hers):
    goal = hers.did(adding.add_goal, Horizon.SHORT, "x")
    assert board_of(goal.records) is None
    assert not hers.go()
    hers.did(items.add_card, hers.id, goal.record.id)
    assert hers.go()
