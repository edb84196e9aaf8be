import pytest

from lifeplan_app.core.edits import Values, Words
from lifeplan_app.core.undo import UndoLog, ValuesUndo, WordsUndo
from lifeplan_app.model.errors import TooLateError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Progress

TICKED = ValuesUndo((Values(RecordId("a step"), {"progress": Progress.ACTIVE}),))
STEP = RecordId("a step")


def typed(before, after, record_id=STEP):
    return WordsUndo(record_id, Words(before), Words(after))


@pytest.fixture
def log(clock):
    return UndoLog(clock)


@pytest.mark.check("T6")
def test_a_change_can_be_taken_back_for_ten_seconds_and_a_little(log, clock):
    mark = log.put(TICKED)
    clock.wait(12)
    assert log.take(mark) == TICKED


@pytest.mark.check("T6")
def test_after_that_it_is_too_late(log, clock):
    mark = log.put(TICKED)
    clock.wait(12.1)
    with pytest.raises(TooLateError):
        log.take(mark)
    assert len(log) == 0


@pytest.mark.check("T6")
def test_a_later_change_does_not_shorten_the_time_of_an_earlier_one(log, clock):
    first = log.put(TICKED)
    clock.wait(5)
    second = log.put(typed("soup", "bread"))
    assert log.take(first) == TICKED
    assert log.take(second) == typed("soup", "bread")


def test_a_change_is_taken_back_once(log):
    mark = log.put(TICKED)
    log.take(mark)
    with pytest.raises(TooLateError):
        log.take(mark)


def test_letters_saved_one_after_the_other_are_taken_back_as_one(log, clock):
    mark = log.put(typed("", "s"))
    clock.wait(8)
    assert log.put(typed("s", "so")) == mark
    clock.wait(8)
    assert log.put(typed("so", "soup")) == mark
    clock.wait(8)
    assert log.take(mark) == typed("", "soup")


def test_words_in_two_fields_are_two_changes(log):
    other = RecordId("another step")
    first, second = log.put(typed("", "s")), log.put(typed("s", "so", other))
    assert log.take(first) == typed("", "s")
    assert log.take(second) == typed("s", "so", other)


def test_words_that_another_window_wrote_in_between_are_not_joined(log):
    first, second = log.put(typed("", "soup")), log.put(typed("bread", "cake"))
    assert first != second


@pytest.mark.check("T6")
def test_a_choice_between_two_texts_is_not_joined_to_the_letters_before_and_after_it(log):
    hers, taken = Words("hers", ("another",)), Words("another")
    changes = [
        WordsUndo(STEP, Words("another"), hers),
        WordsUndo(STEP, hers, taken),
        WordsUndo(STEP, taken, Words("another one")),
    ]
    marks = [log.put(change) for change in changes]
    assert [log.take(mark) for mark in marks] == changes


def test_words_after_the_ten_seconds_begin_a_change_of_their_own(log, clock):
    log.put(typed("", "s"))
    clock.wait(13)
    assert log.take(log.put(typed("s", "so"))) == typed("s", "so")


def test_only_the_newest_fifty_are_kept(log):
    marks = [log.put(TICKED) for _ in range(60)]
    with pytest.raises(TooLateError):
        log.take(marks[9])
    assert log.take(marks[10]) == TICKED


def test_what_is_over_or_cleared_is_forgotten(log, clock):
    log.put(TICKED)
    clock.wait(13)
    log.forget_old()
    assert len(log) == 0
    log.put(TICKED)
    log.clear()
    assert len(log) == 0


def test_an_undo_shows_no_word_of_hers():
    assert "soup" not in repr(typed("soup", "bread"))


@pytest.mark.check("T6")
def test_typing_in_another_window_is_a_change_of_its_own(log):
    here = log.put(typed("a", "ab"), "this window")
    there = log.put(typed("ab", "abc"), "another")
    assert here != there
    assert log.take(here) == typed("a", "ab")
    assert log.put(typed("abc", "abcd"), "another") == there
