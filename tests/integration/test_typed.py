from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.core import adding, drafts
from lifeplan_app.core.typed import Typed, Way, keep
from lifeplan_app.model.errors import DayError, LabelTooLongError, NotFoundError, TextMissingError
from lifeplan_app.model.plan import Horizon, Plan

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture
def soup(nadia):
    return nadia.do(adding.add_goal, Horizon.SHORT, "Soup").record


def typed(way, place, text="Bread", version=0):
    return Typed.read({"way": way, "place": place, "text": text, "version": version})


def test_the_words_of_a_goal_are_written(nadia, soup):
    written = nadia.do(keep, typed("write", soup.id, version=soup.version))
    assert (written.record.text, written.conflict) == ("Bread", False)


def test_words_she_is_still_typing_are_a_draft(nadia, soup):
    assert nadia.do(keep, typed("draft", drafts.step_place(soup.id))) is None
    assert nadia.read().drafts == {drafts.step_place(soup.id): "Bread"}


def test_new_words_become_a_goal_or_a_step(nadia, soup):
    goal = nadia.do(keep, typed("add", drafts.goal_place(Horizon.LONG))).record
    step = nadia.do(keep, typed("add", drafts.step_place(soup.id))).record
    read = nadia.read()
    assert [each.goal for each in read.on(Horizon.LONG)] == [goal]
    assert read.on(Horizon.SHORT)[0].steps == (step,)


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("place", ["", "goal:never", "step:nobody's", "step", "a stranger's"])
def test_there_are_no_other_fields(nadia, way, place):
    with pytest.raises(NotFoundError):
        nadia.do(keep, typed(way.value, place))
    assert nadia.read() == Plan()


def test_blank_words_are_refused(nadia, soup):
    with pytest.raises(TextMissingError):
        nadia.do(keep, typed("write", soup.id, " "))


@given(sent=st.dictionaries(st.sampled_from(["way", "place", "text", "version", "x"]), json_values))
def test_whatever_a_page_sends_is_read(sent):
    read = Typed.read(sent)
    assert isinstance(read.place, str)
    assert isinstance(read.text, str)
    assert isinstance(read.read_version, int)


def test_words_do_not_show():
    assert "Bread" not in repr(typed("write", "x"))


def test_words_handed_in_twice_are_added_once(nadia):
    sent = {"way": "add", "place": drafts.goal_place(Horizon.SHORT), "text": "Soup", "once": "4-8-15-16"}
    assert nadia.do(keep, Typed.read(sent)).record.text == "Soup"
    assert nadia.do(keep, Typed.read(sent)) is None
    assert len(nadia.read().goals) == 1


@pytest.mark.check("W7")
def test_half_a_character_is_replaced_and_a_whole_one_kept(nadia, soup):
    for sent, kept in (("a\ud83e", "a\ufffd"), ("\ud83e\udd17", "\U0001f917"), ("\U0001f917", "\U0001f917")):
        written = nadia.do(keep, typed("write", soup.id, sent))
        assert written.record.text == kept
        assert written.record.text.encode()


def test_a_small_field_that_was_left_in_a_hurry_is_kept(nadia, soup):
    step = nadia.do(adding.add_step, soup.id, "Peel").record
    assert nadia.do(keep, typed("mark", f"area:{soup.id}", "  My music ")) is not None
    assert nadia.do(keep, typed("mark", f"area:{soup.id}", "My music")) is None
    assert nadia.do(keep, typed("mark", f"day:{step.id}", "2026-12-01")) is not None
    goal = nadia.read().goals[0]
    assert (goal.goal.area, goal.steps[0].day) == ("My music", date(2026, 12, 1))
    nadia.do(keep, typed("mark", f"day:{step.id}", ""))
    assert nadia.read().goals[0].steps[0].day is None
    for place, text, refusal in (
        (f"day:{step.id}", "2026-02-31", DayError),
        (f"area:{soup.id}", "x" * 61, LabelTooLongError),
        ("color:x", "sage", NotFoundError),
        (f"area:{step.id}", "x", NotFoundError),
    ):
        with pytest.raises(refusal):
            nadia.do(keep, typed("mark", place, text))
