"""Where things lie on a board: whatever lay there before, nobody is covered who need not be."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lifeplan_app.core.placing import free_place, with_room
from lifeplan_app.model.board import COLUMNS, MOST_HEIGHT, MOST_ROWS, Box

quickly = settings(max_examples=40, deadline=None)
sizes = st.tuples(st.integers(1, COLUMNS), st.integers(1, MOST_HEIGHT))
anything = st.builds(Box, *([st.integers(-200, 200)] * 4))


@st.composite
def boxes(draw, rows=MOST_ROWS):
    """A box that lies on a board whole, in its first *rows*."""
    w, h = draw(sizes)
    return Box(draw(st.integers(0, COLUMNS - w)), draw(st.integers(0, rows - h)), w, h)


def boards(rows):
    """What lies on a board, by name; on a short one everything is in the way of everything."""
    return st.dictionaries(st.integers(0, 99), boxes(rows), max_size=16)


crowded, roomy = boards(10), boards(60)


def covered(box: Box) -> set[tuple[int, int]]:
    return {(x, y) for x in range(box.x, box.x + box.w) for y in range(box.y, box.y + box.h)}


@quickly
@given(boxes(20), boxes(20))
def test_two_overlap_if_they_share_a_cell(one, other):
    assert one.overlaps(other) == other.overlaps(one) == bool(covered(one) & covered(other))


@quickly
@given(anything)
def test_whatever_is_asked_for_lies_on_the_board_and_what_does_already_stays(box):
    near = box.on_the_board()
    assert 0 <= near.x <= near.x + near.w <= COLUMNS
    assert 0 <= near.y <= near.y + near.h <= MOST_ROWS
    assert near.w >= 1
    assert 1 <= near.h <= MOST_HEIGHT
    assert near.on_the_board() == near


@quickly
@given(st.one_of(crowded, roomy), sizes)
def test_a_free_place_covers_nobody_and_is_the_first_there_is(lying, size):
    w, h = size
    taken = set().union(*map(covered, lying.values())) if lying else set()
    found = free_place(list(lying.values()), w, h)
    assert (found.w, found.h) == size
    assert found.on_the_board() == found
    assert not covered(found) & taken
    sooner = (
        Box(x, y, w, h)
        for y in range(found.y + 1)
        for x in range(COLUMNS - w + 1)
        if (y, x) < (found.y, found.x)
    )
    assert all(covered(each) & taken for each in sooner)


@quickly
@given(sizes)
def test_on_a_full_board_the_free_place_is_the_last(size):
    w, h = size
    full = [Box(0, y, COLUMNS, MOST_HEIGHT) for y in range(0, MOST_ROWS, MOST_HEIGHT)]
    assert free_place(full, w, h) == Box(0, MOST_ROWS - h, w, h)


@quickly
@given(boxes(10), crowded)
def test_who_is_in_the_way_makes_room_straight_down_and_nobody_else_moves(placed, others):
    moved = with_room(placed, others)
    after = others | moved
    for name, box in others.items():
        assert after[name]._replace(y=box.y) == box
        assert after[name].y >= box.y
        assert not after[name].overlaps(placed)
    pushing = [placed, *moved.values()]
    for name in moved:
        assert any(others[name].overlaps(each) for each in pushing if each != moved[name])
    for name in others.keys() - moved.keys():
        assert not any(others[name].overlaps(each) for each in moved.values() if not was(others, moved, each))


def was(others, moved, box) -> bool:
    """Whether *box* overlapped somebody who stayed already before it moved: those may go on so."""
    before = [others[name] for name, to in moved.items() if to == box]
    stayed = [others[name] for name in others.keys() - moved.keys()]
    return any(one.overlaps(each) for one in before for each in stayed)


@quickly
@given(boxes(10), crowded)
def test_each_makes_as_little_room_as_it_takes(placed, others):
    moved = with_room(placed, others)
    for name, box in moved.items():
        others_there = [placed, *(each for other, each in moved.items() if other != name)]
        assert any(box._replace(y=box.y - 1).overlaps(each) for each in others_there)


@quickly
@given(boxes(10), crowded)
def test_those_who_made_room_are_clear_of_one_another(placed, others):
    moved = list(with_room(placed, others).values())
    for at, box in enumerate(moved):
        assert not any(box.overlaps(each) for each in moved[:at])


@quickly
@given(boxes(10), crowded)
def test_who_lay_over_one_another_in_nobodys_way_stay_so(placed, others):
    still = {name: box for name, box in others.items() if box.y + box.h <= placed.y}
    assert not still.keys() & with_room(placed, others).keys()


@quickly
@given(boxes(MOST_ROWS), st.dictionaries(st.integers(0, 99), boxes(MOST_ROWS), max_size=16))
def test_at_the_end_of_the_board_things_lie_over_one_another_and_none_leaves_it(placed, others):
    end = MOST_ROWS - MOST_HEIGHT
    low = placed._replace(y=max(placed.y, end - placed.h))
    down = {name: box._replace(y=max(box.y, end - box.h)) for name, box in others.items()}
    for box in with_room(low, down).values():
        assert box.on_the_board() == box


def test_what_makes_room_pushes_on():
    others = {"photo": Box(0, 0, 3, 3), "words": Box(0, 3, 3, 1), "beside": Box(3, 0, 3, 8)}
    assert with_room(Box(0, 0, 3, 2), others) == {"photo": Box(0, 2, 3, 3), "words": Box(0, 5, 3, 1)}
