from dataclasses import replace
from itertools import product

import pytest

from lifeplan_app.core import adding, drafts, marks, plan, words
from lifeplan_app.core.undo import take_back
from lifeplan_app.model.errors import (
    ChangedSinceError,
    NotFoundError,
    StaleVersionError,
    TextMissingError,
    TextTooLongError,
)
from lifeplan_app.model.ids import RecordId, new_id
from lifeplan_app.model.plan import Goal, Horizon, Plan, Progress, Record, Step
from lifeplan_app.model.text import MAX_TEXT
from lifeplan_app.store.codec import Unknown
from lifeplan_app.store.records import Records
from tests.factories import TODAY, participant, services, with_plan, written_plan

NASTY = {
    "ten thousand characters": "é" * MAX_TEXT,
    "emoji": "👩🏽‍🍳 🏳️‍🌈 1️⃣",
    "right to left": "أنا أستطيع \u202eabc\u202c",
    "zero width": "a\u200bb\ufeffc\u2060",
    "half a character": "\ud83d and \udc00 and \ud83d\ude00",
    "markup": "<script>alert('x')</script><img src=x onerror=y>&amp;",
    "quotes": """'"`«»\\";--""",
    "lines": "one\r\ntwo\n\nthree\tfour\x0b\x0c\x85\u2028",
    "control characters": "\x00\x01\x1b[31m\x7f",
    "white space around": "  soup \n",
    "other forms of one letter": "é e\u0301 ﬁ",
}


def as_read(person) -> list:
    """Her plan as she reads it, without what only the app counts."""
    return [
        (
            each.goal.horizon,
            (each.goal.text, each.goal.progress, each.goal.others),
            [(step.text, step.progress, step.others) for step in each.steps],
        )
        for each in person.read().goals
    ]


@pytest.fixture
def soup(nadia):
    return nadia.do(adding.add_goal, Horizon.SHORT, "Soup").record


@pytest.fixture
def carrots(nadia, soup):
    return nadia.do(adding.add_step, soup.id, "Buy carrots").record


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_written_plan_reads_as_it_was_written(nadia, language):
    written = written_plan(language)
    with_plan(nadia, written)
    assert as_read(nadia) == [
        (
            Horizon(goal["horizon"]),
            (goal["title"], Progress(goal["progress"]), ()),
            [(step["text"], Progress(step["progress"]), ()) for step in goal["steps"]],
        )
        for goal in written["goals"]
    ]


def test_a_new_goal_stands_last_on_its_horizon_and_a_new_step_last_under_its_goal(nadia):
    for number in range(70):
        goal = nadia.do(adding.add_goal, Horizon.LONG, f"{number}").record
    for number in range(70):
        nadia.do(adding.add_step, goal.id, f"{number}")
    on_the_horizon = nadia.read().on(Horizon.LONG)
    assert [each.goal.text for each in on_the_horizon] == [f"{number}" for number in range(70)]
    assert [step.text for step in on_the_horizon[-1].steps] == [f"{number}" for number in range(70)]


def test_any_progress_may_follow_any_other(nadia, carrots):
    for before, after in product(Progress, Progress):
        nadia.do(marks.set_progress, carrots.id, before, TODAY)
        assert nadia.do(marks.set_progress, carrots.id, after, TODAY).record.progress is after
        assert nadia.read().goals[0].steps[0].progress is after


def test_a_goal_moves_to_another_horizon_with_its_steps(nadia, soup, carrots):
    nadia.do(marks.set_horizon, soup.id, Horizon.LONG)
    [moved] = nadia.read().on(Horizon.LONG)
    assert [step.id for step in moved.steps] == [carrots.id]


def test_a_deleted_goal_takes_its_steps_along_and_no_others(nadia, soup, carrots):
    bread = nadia.do(adding.add_goal, Horizon.SHORT, "Bread").record
    flour = nadia.do(adding.add_step, bread.id, "Buy flour").record
    gone = nadia.do(plan.delete, soup.id).records
    assert [each.id for each in gone] == [soup.id, carrots.id]
    [left] = nadia.read().goals
    assert (left.goal, left.steps) == (bread, (flour,))


def test_doing_what_is_done_already_writes_nothing(nadia, soup):
    assert nadia.do(marks.set_progress, soup.id, Progress.IDEA, TODAY).record.version == soup.version
    assert nadia.do(words.write_text, soup.id, "Soup", soup.version).record.version == soup.version


@pytest.mark.parametrize(
    "change",
    [
        lambda nadia, soup: nadia.do(marks.set_horizon, soup, Horizon.LONG),
        lambda nadia, soup: nadia.do(adding.add_step, soup, "x"),
        lambda nadia, soup: nadia.do(marks.set_progress, soup, Progress.DONE, TODAY),
        lambda nadia, soup: nadia.do(words.write_text, soup, "x", 9),
        lambda nadia, soup: nadia.do(plan.delete, soup),
        lambda nadia, soup: nadia.do(words.take_other, soup, 0),
        lambda nadia, soup: nadia.do(words.drop_other, soup, 0),
    ],
)
def test_what_another_window_deleted_is_not_found(nadia, soup, change):
    nadia.do(plan.delete, soup.id)
    with pytest.raises(NotFoundError):
        change(nadia, soup.id)
    assert nadia.read() == Plan()


def test_a_step_is_no_goal_and_a_draft_is_neither(nadia, soup, carrots):
    nadia.do(drafts.save_draft, "goal:short", "So")
    with nadia.house.read() as uow:
        draft = uow.records(uow.keys(nadia.actor.keys)).named("goal:short")
    for use_case, *args in (
        (marks.set_horizon, carrots.id, Horizon.LONG),
        (adding.add_step, carrots.id, "x"),
        (marks.set_progress, draft, Progress.DONE, TODAY),
        (plan.delete, draft),
    ):
        with pytest.raises(NotFoundError):
            nadia.do(use_case, *args)


# --- words -------------------------------------------------------------------------------------


@pytest.mark.check("W7")
@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_words_are_kept_as_typed(house, nadia, carrots, text):
    goal = nadia.do(adding.add_goal, Horizon.LONG, text).record
    nadia.do(adding.add_step, goal.id, text)
    nadia.do(words.write_text, carrots.id, text, carrots.version)
    nadia.do(words.write_text, carrots.id, "another window's", carrots.version)
    nadia.do(drafts.save_draft, "goal:medium", text)
    house.sessions.end_all()
    nadia.sign_in()
    read = nadia.read()
    assert read.drafts == {"goal:medium": text}
    [first], [second] = read.on(Horizon.SHORT), read.on(Horizon.LONG)
    assert first.steps[0].others == (text,)
    assert second.goal.text == second.steps[0].text == text


@pytest.mark.check("W7")
@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("x" * (MAX_TEXT + 1), TextTooLongError),
        ("", TextMissingError),
        (" \n\t\u2003", TextMissingError),
    ],
    ids=["too long", "empty", "blank"],
)
def test_words_that_cannot_be_kept_are_refused_and_change_nothing(nadia, soup, carrots, text, refusal):
    before = nadia.read()
    for use_case, *args in (
        (adding.add_goal, Horizon.SHORT, text),
        (adding.add_step, soup.id, text),
        (words.write_text, carrots.id, text, carrots.version),
    ):
        with pytest.raises(refusal):
            nadia.do(use_case, *args)
    assert nadia.read() == before


def test_words_written_in_one_window_after_the_other_are_no_conflict(nadia, carrots):
    first = nadia.do(words.write_text, carrots.id, "Buy c", carrots.version)
    second = nadia.do(words.write_text, carrots.id, "Buy corn", first.record.version)
    assert (first.conflict, second.conflict) == (False, False)
    assert second.record.others == ()


def test_words_of_two_windows_are_both_kept(nadia, carrots):
    here = nadia.do(words.write_text, carrots.id, "Buy corn", carrots.version)
    there = nadia.do(words.write_text, carrots.id, "Buy peas", carrots.version)
    assert (here.conflict, there.conflict) == (False, True)
    assert (there.record.text, there.record.others) == ("Buy peas", ("Buy corn",))
    again = nadia.do(words.write_text, carrots.id, "Buy corn", here.record.version)
    assert (again.record.text, again.record.others) == ("Buy corn", ("Buy peas",))


def test_the_same_words_in_two_windows_are_no_conflict(nadia, carrots):
    nadia.do(words.write_text, carrots.id, "Buy corn", carrots.version)
    assert not nadia.do(words.write_text, carrots.id, "Buy corn", carrots.version).conflict


def test_a_tick_elsewhere_is_no_conflict_with_words(nadia, carrots):
    nadia.do(marks.set_progress, carrots.id, Progress.DONE, TODAY)
    written = nadia.do(words.write_text, carrots.id, "Buy corn", carrots.version)
    assert not written.conflict
    assert (written.record.text, written.record.progress) == ("Buy corn", Progress.DONE)


@pytest.fixture
def two_windows(nadia, carrots):
    for text in ("one", "two", "three"):
        kept = nadia.do(words.write_text, carrots.id, text, carrots.version).record
    assert kept.others == ("Buy carrots", "one", "two")[1:]
    return kept


def test_she_may_take_another_windows_words(nadia, two_windows):
    taken = nadia.do(words.take_other, two_windows.id, 0).record
    assert (taken.text, taken.others) == ("one", ("two",))
    assert taken.text_version == taken.version


def test_she_may_let_another_windows_words_go(nadia, two_windows):
    left = nadia.do(words.drop_other, two_windows.id, 1).record
    assert (left.text, left.others) == ("three", ("one",))
    assert left.text_version == two_windows.text_version


@pytest.mark.parametrize("index", [-1, 2, 99])
def test_other_words_that_are_not_there_are_not_found(nadia, two_windows, index):
    for use_case in (words.take_other, words.drop_other):
        with pytest.raises(NotFoundError):
            nadia.do(use_case, two_windows.id, index)


# --- drafts ------------------------------------------------------------------------------------


def test_what_is_being_typed_is_kept_until_it_is_added(nadia, soup):
    here, there = drafts.goal_place(Horizon.SHORT), drafts.step_place(soup.id)
    for text in ("B", "Br", "Bread"):
        nadia.do(drafts.save_draft, here, text)
        nadia.do(drafts.save_draft, there, text.upper())
    assert nadia.read().drafts == {here: "Bread", there: "BREAD"}
    nadia.do(adding.add_goal, Horizon.SHORT, "Bread")
    assert nadia.read().drafts == {there: "BREAD"}
    nadia.do(adding.add_step, soup.id, "Bread")
    assert nadia.read().drafts == {}


def test_an_emptied_field_is_forgotten(nadia):
    nadia.do(drafts.save_draft, "goal:long", "x")
    nadia.do(drafts.save_draft, "goal:long", "")
    assert nadia.read().drafts == {}


@pytest.mark.parametrize("place", ["", "goal:", "goal:never", "step:", "step:nobody's", "other:x", "short"])
def test_there_are_no_other_fields(nadia, place):
    with pytest.raises(NotFoundError):
        nadia.do(drafts.save_draft, place, "x")


def test_a_draft_has_an_end(nadia):
    with pytest.raises(TextTooLongError):
        nadia.do(drafts.save_draft, "goal:long", "x" * (MAX_TEXT + 1))


def test_a_deleted_goal_takes_along_what_was_typed_under_it_and_brings_it_back(nadia, soup):
    nadia.do(drafts.save_draft, drafts.step_place(soup.id), "Buy c")
    gone = nadia.do(plan.delete, soup.id)
    assert nadia.read().drafts == {}
    nadia.do(take_back, gone.undo)
    assert nadia.read().drafts == {drafts.step_place(soup.id): "Buy c"}


# --- taking back -------------------------------------------------------------------------------


def changes(goal, step) -> dict:
    return {
        "a goal added": (adding.add_goal, Horizon.SHORT, "Bread"),
        "a step added": (adding.add_step, goal.id, "Buy leeks"),
        "a goal's words": (words.write_text, goal.id, "Broth", goal.version),
        "a step's words": (words.write_text, step.id, "Buy corn", step.version),
        "words over another window's": (words.write_text, step.id, "Buy corn", 1),
        "words taken": (words.take_other, step.id, 0),
        "words let go": (words.drop_other, step.id, 0),
        "a goal's progress": (marks.set_progress, goal.id, Progress.DONE, TODAY),
        "a step's progress": (marks.set_progress, step.id, Progress.LET_GO, TODAY),
        "a horizon": (marks.set_horizon, goal.id, Horizon.LONG),
        "a goal deleted": (plan.delete, goal.id),
        "a step deleted": (plan.delete, step.id),
    }


CHANGES = list(changes(Goal(id="", text="", horizon=Horizon.LONG), Step(id="", text="", goal_id="")))


@pytest.mark.check("T6")
@pytest.mark.parametrize("change", CHANGES)
def test_every_change_can_be_taken_back_and_done_again(nadia, soup, carrots, change):
    nadia.do(words.write_text, carrots.id, "Buy peas", carrots.version)
    step = nadia.do(words.write_text, carrots.id, "Buy beans", carrots.version).record
    before = as_read(nadia)
    done = nadia.do(*changes(soup, step)[change])
    after = as_read(nadia)
    assert after != before
    undone = nadia.do(take_back, done.undo)
    assert as_read(nadia) == before
    again = nadia.do(take_back, undone.undo)
    assert as_read(nadia) == after
    nadia.do(take_back, again.undo)
    assert as_read(nadia) == before


@pytest.mark.check("T6")
def test_taking_words_back_keeps_what_another_window_wrote_since(nadia, carrots):
    here = nadia.do(words.write_text, carrots.id, "Buy corn", carrots.version)
    nadia.do(words.write_text, carrots.id, "Buy peas", here.record.version)
    back = nadia.do(take_back, here.undo).record
    assert (back.text, back.others) == ("Buy carrots", ("Buy peas",))


@pytest.mark.check("T6")
def test_taking_a_tick_back_leaves_words_written_since(nadia, carrots):
    ticked = nadia.do(marks.set_progress, carrots.id, Progress.DONE, TODAY)
    nadia.do(words.write_text, carrots.id, "Buy corn", carrots.version)
    back = nadia.do(take_back, ticked.undo).record
    assert (back.text, back.progress) == ("Buy corn", Progress.IDEA)


@pytest.mark.check("T6")
def test_what_was_added_is_not_taken_away_with_what_another_window_put_there_since(nadia):
    goal = nadia.do(adding.add_goal, Horizon.LONG, "A garden")
    step = nadia.do(adding.add_step, goal.record.id, "Ask for the key")
    nadia.do(marks.set_progress, step.record.id, Progress.DONE, TODAY)
    before = nadia.read()
    for added in (goal, step):
        with pytest.raises(ChangedSinceError):
            nadia.do(take_back, added.undo)
        assert nadia.read() == before


@pytest.mark.check("T6")
def test_a_tick_is_not_taken_back_over_what_another_window_chose_since(nadia, carrots):
    done = nadia.do(marks.set_progress, carrots.id, Progress.DONE, TODAY)
    nadia.do(marks.set_progress, carrots.id, Progress.RESTING, TODAY)
    with pytest.raises(ChangedSinceError):
        nadia.do(take_back, done.undo)
    assert nadia.read().goals[0].steps[0].progress is Progress.RESTING


def test_words_written_after_a_deletion_was_taken_back_are_no_conflict_with_themselves(nadia, carrots):
    gone = nadia.do(plan.delete, carrots.id)
    back = nadia.do(take_back, gone.undo).record
    assert back.version == carrots.version + 1
    assert not nadia.do(words.write_text, back.id, "Buy corn", back.version).conflict


def test_a_step_does_not_come_back_without_its_goal(nadia, soup, carrots):
    gone = nadia.do(plan.delete, carrots.id)
    nadia.do(plan.delete, soup.id)
    with pytest.raises(NotFoundError):
        nadia.do(take_back, gone.undo)
    assert nadia.read() == Plan()


def test_what_is_there_already_is_not_put_back_twice(nadia, soup, carrots):
    gone = nadia.do(plan.delete, soup.id)
    nadia.do(take_back, gone.undo)
    with pytest.raises(StaleVersionError):
        nadia.do(take_back, gone.undo)
    assert len(nadia.read().goals[0].steps) == 1


# --- records of other makers -------------------------------------------------------------------


def test_a_record_of_a_newer_version_is_not_shown_and_not_lost(nadia, soup):
    body = b'{"k":"song","text":"I do not give up"}'
    with nadia.house.write() as uow:
        records = uow.records(uow.keys(nadia.actor.keys))
        kept = records.add(Unknown(id=RecordId(new_id()), body=body))
    assert [each.goal.id for each in nadia.read().goals] == [soup.id]
    with nadia.house.read() as uow:
        assert uow.records(uow.keys(nadia.actor.keys)).get(kept.id) == kept


class Crowded(Records):
    """Records that another process writes to between the look and the write, as often as told."""

    times = 0

    def replace(self, record: Record) -> Record:
        if Crowded.times and record.text_version == 1:
            Crowded.times -= 1
            elsewhere = self.get(record.id)
            super().replace(replace(elsewhere, rank=elsewhere.rank + "V"))
        return super().replace(record)


@pytest.fixture
def crowded(tmp_path):
    house = services(tmp_path, records_factory=Crowded)
    nadia = participant(house)
    yield nadia, nadia.do(adding.add_goal, Horizon.SHORT, "Soup").record
    Crowded.times = 0
    house.close()


def test_a_change_is_made_on_what_another_process_wrote_meanwhile(crowded):
    nadia, soup = crowded
    Crowded.times = 2
    changed = nadia.do(marks.set_progress, soup.id, Progress.DONE, TODAY).record
    assert (changed.progress, changed.rank) == (Progress.DONE, soup.rank + "VV")


def test_after_three_tries_nothing_is_changed(crowded):
    nadia, soup = crowded
    Crowded.times = 3
    with pytest.raises(StaleVersionError):
        nadia.do(marks.set_progress, soup.id, Progress.DONE, TODAY)
    assert nadia.read().goals[0].goal == soup
