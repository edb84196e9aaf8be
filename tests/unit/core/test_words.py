from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.core.edits import MOST_OTHERS, Words

texts = st.text(min_size=1, max_size=3)
many = st.lists(texts, max_size=40)


@given(text=texts, others=many, more=many)
def test_what_stands_beside_a_text_is_each_once_never_the_text_itself_and_at_most_twenty(text, others, more):
    beside = Words(text, tuple(others)).beside(more).others
    assert text not in beside
    assert len(set(beside)) == len(beside) <= MOST_OTHERS


@given(text=texts, others=many, more=many)
def test_nothing_is_lost_while_there_is_room(text, others, more):
    all_of_them = {*others, *more} - {text}
    beside = Words(text, tuple(others)).beside(more).others
    assert set(beside) == all_of_them or len(beside) == MOST_OTHERS


def test_the_newest_stands_last_and_the_oldest_goes_first():
    others = tuple(str(number) for number in range(20))
    assert Words("text", others).beside(["newest"]).others == (*others[1:], "newest")
