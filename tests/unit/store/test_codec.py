import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.model.account import Language, LockDelay, Role, Settings, TextSize, Theme
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Draft, Goal, Horizon, Progress, Step
from lifeplan_app.model.sharing import (
    Answer,
    Card,
    Contact,
    Grant,
    Note,
    Offer,
    Seen,
    Shared,
    Suggestion,
    Thanks,
    Watched,
)
from lifeplan_app.store.codec import (
    Unknown,
    decode,
    decode_card,
    decode_letter,
    decode_settings,
    encode,
    encode_card,
    encode_letter,
    encode_settings,
)

# Anything a keyboard, or a broken one, can send: lone surrogates too.
texts = st.text(st.characters())
worded = {
    "id": st.just(RecordId("an id")),
    "version": st.integers(0, 2**31),
    "rank": st.text(max_size=5),
    "text": texts,
    "text_version": st.integers(0, 2**31),
    "others": st.lists(texts, max_size=3).map(tuple),
    "progress": st.sampled_from(Progress),
}
records = st.one_of(
    st.builds(Goal, **worded, horizon=st.sampled_from(Horizon)),
    st.builds(Step, **worded, goal_id=texts),
    st.builds(Draft, id=worded["id"], version=worded["version"], place=texts, text=texts),
)


@pytest.mark.check("W7")
@given(record=records)
def test_a_record_comes_back_as_it_was(record):
    assert decode(encode(record), record.id, record.version) == record


@given(record=records)
def test_id_and_version_stand_outside(record):
    assert {"id", "version"}.isdisjoint(json.loads(encode(record).decode("utf-8", "surrogatepass")))


@pytest.mark.parametrize(
    "body",
    [
        b'{"k":"song","text":"of a newer version"}',
        b'{"k":"goal","rank":"a0","text":"x","horizon":"someday"}',
        b'{"k":"draft","rank":"a0","place":"goal:long","text":"x","colour":"blue"}',
        b'{"k":"draft"}',
        b'{"text":"no kind"}',
        b'{"k":["a list"]}',
    ],
)
def test_what_a_newer_version_wrote_is_not_understood_and_not_lost(body):
    record = decode(body, RecordId("an id"), 3)
    assert isinstance(record, Unknown)
    assert record.version == 3
    assert encode(record) == body


settings = st.builds(
    Settings,
    name=st.text(max_size=40),
    language=st.sampled_from(Language),
    lock_delay=st.sampled_from(LockDelay),
    text_size=st.sampled_from(TextSize),
    theme=st.sampled_from(Theme),
)


@given(chosen=settings)
def test_settings_come_back_as_they_were(chosen):
    assert decode_settings(encode_settings(chosen)) == chosen


@given(chosen=settings)
def test_settings_weigh_the_same_for_everybody(chosen):
    assert len(encode_settings(chosen)) == len(encode_settings(Settings()))


def test_settings_of_an_older_or_a_newer_version_keep_what_is_known():
    assert decode_settings(b'{"name":"Nadia","colour":"blue"}') == Settings(name="Nadia")


# --- what is shared and sent ---------------------------------------------------------------------

DAY = date(2026, 11, 21)
SHARING = [
    Contact(id="c", link="l", vault="v", role=Role.MENTOR, name="Rose \ud83d", fingerprint="ab", key="cd"),
    Contact(
        id="c",
        link="l",
        vault="v",
        role=Role.PARTICIPANT,
        name="Étoile",
        organisation="Maison",
        alias="Lune",
        fingerprint="ab",
        key="cd",
        letter="ef",
    ),
    Shared(id="s", of="step"),
    Shared(id="s", of="step", grants=(Grant("a", "c", DAY, DAY), Grant("b", "d", DAY, date.max))),
    Note(id="n", share="a", contact="c", day=DAY, text="Bravo"),
    Note(id="n", of="step", share="a", contact="c", by="Claire", day=DAY, text="Bravo", fresh=True),
    *(Suggestion(id="o", contact="c", day=DAY, text="Un thé", answer=each, thanked=True) for each in Answer),
    Thanks(id="t", contact="c", day=DAY),
    Offer(id="f", text="Un thé", word="Au soleil", rank="a0"),
    Seen(id="e", contact="c", cards=("a:1", "b:2")),
    Watched(id="w", number=3, digest="ab", former=("v:ab",)),
]


@pytest.mark.parametrize("record", SHARING, ids=lambda each: type(each).__name__)
def test_what_is_shared_and_sent_comes_back_as_it_was(record):
    assert decode(encode(record), record.id, record.version) == record


@pytest.mark.parametrize(
    "card",
    [Card("Soupe", Progress.IDEA), Card("É\ud83d", Progress.DONE, DAY, True, "2026-W47", "housing", "L")],
)
def test_a_card_comes_back_as_it_was(card):
    assert decode_card(encode_card(card)) == card


@pytest.mark.check("K8")
@pytest.mark.parametrize("body", [b"{}", b'{"text": "x", "progress": "idea", "memo": "y"}', b'{"text": "x"}'])
def test_what_is_no_card_is_refused(body):
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing more
        decode_card(body)


def test_a_letter_comes_back_as_it_was_and_nothing_else_is_one():
    assert decode_letter(encode_letter({"text": "É\ud83d", "shares": ["a"]})) == {
        "text": "É\ud83d",
        "shares": ["a"],
    }
    for body in (b"[]", b"7", b'"text"', b"null", b"", b"\xff"):
        with pytest.raises(ValueError):  # noqa: PT011 - it says nothing more
            decode_letter(body)
