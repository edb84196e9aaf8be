"""Wishes, strengths, notes, areas, dates, weeks, her own words: kept, changed, taken back."""

from datetime import UTC, date, timedelta

import pytest

from lifeplan_app.core import adding, house, labels, marks, plan, today, typed, words
from lifeplan_app.core.typed import Typed, Way
from lifeplan_app.core.undo import take_back
from lifeplan_app.model.errors import (
    LabelTooLongError,
    NotFoundError,
    TextMissingError,
    TextTooLongError,
)
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Goal, Horizon, LifeArea, Plan, Progress, Step, Wish, week_of
from lifeplan_app.model.text import MAX_LABEL, MAX_TEXT
from tests.factories import TODAY, with_plan, written_plan


def set_weekly(uow, actor, step_id, today, weekly):
    return marks.set_weekly(uow, actor, step_id, today, weekly=weekly)


@pytest.fixture
def goal(nadia):
    return nadia.do(adding.add_goal, Horizon.SHORT, "Soup").record.id


@pytest.fixture
def step(nadia, goal):
    return nadia.do(adding.add_step, goal, "Buy carrots").record.id


def kept(person, record_id):
    return next(
        record
        for each in person.read().goals
        for record in (each.goal, *each.steps)
        if record.id == record_id
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_whole_plan_reads_as_it_was_written(nadia, language):
    written = written_plan(language)
    read = with_plan(nadia, written).read()
    assert [wish.text for wish in read.wishes] == written["wishes"]
    assert [strength.text for strength in read.strengths] == written["strengths"]
    assert [each.goal.area for each in read.goals] == [goal["area"] or "" for goal in written["goals"]]
    read_steps = [step for each in read.goals for step in each.steps]
    written_steps = [step for goal in written["goals"] for step in goal["steps"]]
    assert [step.day and step.day.isoformat() for step in read_steps] == [
        s.get("date") for s in written_steps
    ]
    assert [step.weekly for step in read_steps] == ["repeat" in step for step in written_steps]


# --- wishes and strengths ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("add", "place", "kind"),
    [(adding.add_wish, "wish", "wishes"), (adding.add_strength, "strength", "strengths")],
)
def test_one_is_added_changed_deleted_and_each_is_taken_back(nadia, add, place, kind):
    def texts():
        return [each.text for each in getattr(nadia.read(), kind)]

    nadia.do(typed.keep, Typed(Way.DRAFT, place, "half"))
    assert nadia.read().drafts == {place: "half"}
    added = nadia.do(typed.keep, Typed(Way.ADD, place, "whole", once="1"))
    assert nadia.do(typed.keep, Typed(Way.ADD, place, "whole", once="1")) is None
    assert (texts(), nadia.read().drafts) == (["whole"], {})
    changed = nadia.do(words.write_text, added.record.id, "better", 1)
    nadia.do(take_back, changed.undo)
    assert texts() == ["whole"]
    gone = nadia.do(plan.delete, added.record.id)
    assert texts() == []
    nadia.do(take_back, gone.undo)
    nadia.do(take_back, added.undo)
    assert texts() == []
    for text, refusal in ((" \n", TextMissingError), ("x" * (MAX_TEXT + 1), TextTooLongError)):
        with pytest.raises(refusal):
            nadia.do(add, text)


def test_a_wish_becomes_a_goal_and_a_wish_again(nadia):
    wish = nadia.do(adding.add_wish, "A key of my own").record
    done = nadia.do(adding.wish_to_goal, wish.id, Horizon.LONG)
    read = nadia.read()
    assert (read.wishes, [each.goal.text for each in read.on(Horizon.LONG)]) == ((), [wish.text])
    again = nadia.do(take_back, done.undo)
    assert ([each.text for each in nadia.read().wishes], nadia.read().goals) == ([wish.text], ())
    nadia.do(take_back, again.undo)
    assert [each.goal.text for each in nadia.read().goals] == [wish.text]


def test_only_a_wish_becomes_a_goal(nadia, goal, step):
    for other in (goal, step, RecordId("nothing")):
        with pytest.raises(NotFoundError):
            nadia.do(adding.wish_to_goal, other, Horizon.LONG)


# --- put away ----------------------------------------------------------------------------------


def test_what_is_put_away_is_not_lost_and_comes_back_to_its_place(nadia, goal, step):
    nadia.do(adding.add_step, goal, "Peel them")
    wish = nadia.do(adding.add_wish, "Laugh").record.id
    for record in (wish, step, goal):
        nadia.do(plan.put_away, record)
    read = nadia.read()
    assert (read.shown, read.on(Horizon.SHORT)) == ((), ())
    assert [each.put_away for each in read.wishes] == [True]
    assert [each.text for each in read.goals[0].shown] == ["Peel them"]
    for record in (goal, step, wish):
        nadia.do(plan.take_out, record)
    assert [each.text for each in nadia.read().shown[0].shown] == ["Buy carrots", "Peel them"]
    done = nadia.do(plan.put_away, step)
    nadia.do(take_back, done.undo)
    assert not kept(nadia, step).put_away


def test_a_strength_or_a_note_is_not_put_away(nadia, goal):
    strength = nadia.do(adding.add_strength, "I listen").record.id
    note = nadia.do(words.write_memo, goal, "a note", 0).record.id
    for other in (strength, note):
        with pytest.raises(NotFoundError):
            nadia.do(plan.put_away, other)
    with pytest.raises(NotFoundError):
        nadia.do(plan.delete, note)


# --- notes -------------------------------------------------------------------------------------


def test_a_note_is_written_changed_emptied_and_taken_back(nadia, step):
    first = nadia.do(typed.keep, Typed(Way.WRITE, f"memo:{step}", "bring the form"))
    second = nadia.do(typed.keep, Typed(Way.WRITE, f"memo:{step}", "", first.record.version))
    assert nadia.read().memos[step].text == ""
    nadia.do(take_back, second.undo)
    assert nadia.read().memos[step].text == "bring the form"
    nadia.do(take_back, first.undo)
    assert nadia.read().memos[step].text == ""


def test_a_note_changed_in_two_windows_keeps_both(nadia, goal):
    nadia.do(words.write_memo, goal, "one", 0)
    second = nadia.do(words.write_memo, goal, "two", 0)
    assert second.conflict
    assert nadia.read().memos[goal].others == ("one",)


def test_a_note_hangs_on_a_goal_or_a_step_and_on_nothing_else(nadia, goal):
    wish = nadia.do(adding.add_wish, "Laugh").record.id
    for of in (wish, RecordId("nothing")):
        with pytest.raises(NotFoundError):
            nadia.do(words.write_memo, of, "x", 0)
    with pytest.raises(TextTooLongError):
        nadia.do(words.write_memo, goal, "x" * (MAX_TEXT + 1), 0)


def test_notes_go_and_come_back_with_what_they_hang_on(nadia, goal, step):
    nadia.do(words.write_memo, goal, "on the goal", 0)
    nadia.do(words.write_memo, step, "on the step", 0)
    before = nadia.read().memos.keys()
    gone = nadia.do(plan.delete, goal)
    assert nadia.read() == Plan()
    nadia.do(take_back, gone.undo)
    assert nadia.read().memos.keys() == before
    alone = nadia.do(plan.delete, step)
    assert nadia.read().memos.keys() == {goal}
    nadia.do(take_back, alone.undo)
    assert nadia.read().memos.keys() == before


# --- area, date, week, day ---------------------------------------------------------------------


@pytest.mark.parametrize("area", [*LifeArea, "la musique", "موسيقى", ""])
def test_an_area_is_one_of_eight_or_a_word_of_hers_or_none(nadia, goal, area):
    done = nadia.do(marks.set_area, goal, f" {area} ")
    assert kept(nadia, goal).area == area
    nadia.do(take_back, done.undo)
    assert kept(nadia, goal).area == ""


def test_a_word_for_an_area_has_room_for_sixty_characters(nadia, goal, step):
    nadia.do(marks.set_area, goal, "é" * MAX_LABEL)
    with pytest.raises(LabelTooLongError):
        nadia.do(marks.set_area, goal, "é" * (MAX_LABEL + 1))
    with pytest.raises(NotFoundError):
        nadia.do(marks.set_area, step, "health")
    assert kept(nadia, goal).area == "é" * MAX_LABEL


@pytest.mark.parametrize("day", [date.min, date(2024, 2, 29), date.max, None])
def test_any_date_is_kept(nadia, step, day):
    nadia.do(marks.set_day, step, TODAY)
    done = nadia.do(marks.set_day, step, day)
    assert kept(nadia, step).day == day
    nadia.do(take_back, done.undo)
    assert kept(nadia, step).day == TODAY


def test_a_weekly_tick_holds_its_week_and_the_next_is_open(nadia, step):
    nadia.do(marks.set_progress, step, Progress.ACTIVE, TODAY)
    nadia.do(set_weekly, step, TODAY, True)
    monday = TODAY - timedelta(days=TODAY.weekday())
    done = nadia.do(marks.set_progress, step, Progress.DONE, monday)
    for offset in range(7):
        assert kept(nadia, step).progress_on(monday + timedelta(days=offset)) is Progress.DONE
    for other_week in (monday - timedelta(days=1), monday + timedelta(days=7)):
        assert kept(nadia, step).progress_on(other_week) is Progress.ACTIVE
    nadia.do(take_back, done.undo)
    assert kept(nadia, step).progress_on(monday) is Progress.ACTIVE
    nadia.do(marks.set_progress, step, Progress.DONE, TODAY)
    nadia.do(marks.set_progress, step, Progress.RESTING, TODAY)
    assert kept(nadia, step).progress_on(TODAY) is Progress.RESTING


@pytest.mark.parametrize("progress", list(Progress))
def test_becoming_weekly_and_ceasing_to_be_changes_nothing_this_week(nadia, step, progress):
    nadia.do(marks.set_progress, step, progress, TODAY)
    before = kept(nadia, step)
    done = nadia.do(set_weekly, step, TODAY, True)
    assert kept(nadia, step).progress_on(TODAY) is progress
    nadia.do(take_back, done.undo)
    assert (kept(nadia, step).progress, kept(nadia, step).weekly) == (before.progress, False)
    nadia.do(set_weekly, step, TODAY, True)
    nadia.do(set_weekly, step, TODAY, False)
    assert (kept(nadia, step).progress, kept(nadia, step).held) == (progress, "")


def test_weeks_are_those_of_the_calendar():
    assert week_of(date(2026, 11, 21)) == "2026-W47"
    assert week_of(date(2027, 1, 1)) == "2026-W53"
    assert week_of(date.min) == "0001-W01"
    assert week_of(date.max) == "9999-W52"


def test_a_step_is_picked_for_a_day_and_let_go(nadia, step, goal):
    done = nadia.do(marks.pick, step, TODAY)
    assert kept(nadia, step).picked == TODAY
    nadia.do(take_back, done.undo)
    assert kept(nadia, step).picked is None
    with pytest.raises(NotFoundError):
        nadia.do(marks.pick, goal, TODAY)


# --- her own words -----------------------------------------------------------------------------


def test_a_section_is_renamed_and_has_its_name_again(nadia):
    first = nadia.do(labels.rename, "plan.title", "  Mes projets ")
    second = nadia.do(labels.rename, "plan.title", "Ma route")
    assert nadia.read().labels == {"plan.title": "Ma route"}
    reset = nadia.do(labels.rename, "plan.title", " ")
    assert nadia.read().labels == {}
    nadia.do(take_back, reset.undo)
    nadia.do(take_back, second.undo)
    assert nadia.read().labels == {"plan.title": "Mes projets"}
    nadia.do(take_back, first.undo)
    assert nadia.read().labels == {}
    assert nadia.do(labels.rename, "plan.title", "") is None


def test_only_what_names_a_section_is_renamed_and_in_sixty_characters(nadia):
    for key in ("exit.name", "error.unknown", "", "no such message"):
        with pytest.raises(NotFoundError):
            nadia.do(labels.rename, key, "x")
    with pytest.raises(LabelTooLongError):
        nadia.do(labels.rename, "plan.title", "x" * (MAX_LABEL + 1))


# --- an undo after the other window changed the same thing --------------------------------------


def test_taking_back_one_thing_leaves_what_was_changed_since(nadia, goal):
    done = nadia.do(marks.set_area, goal, "health")
    nadia.do(marks.set_progress, goal, Progress.DONE, TODAY)
    nadia.do(words.write_text, goal, "Soup for all", 9)
    nadia.do(take_back, done.undo)
    now = kept(nadia, goal)
    assert (now.area, now.progress, now.text) == ("", Progress.DONE, "Soup for all")


def test_taking_back_what_was_deleted_since_is_told(nadia, goal):
    done = nadia.do(marks.set_area, goal, "health")
    nadia.do(plan.delete, goal)
    with pytest.raises(NotFoundError):
        nadia.do(take_back, done.undo)


def test_the_kinds_do_not_pass_for_one_another():
    made = {"id": RecordId("x"), "text": "x"}
    assert not isinstance(Wish(**made), Goal)
    assert Goal(**made, horizon=Horizon.LONG).progress is Progress.IDEA
    assert Step(**made, goal_id=RecordId("y")).picked is None


def test_a_visit_after_two_weeks_is_a_coming_back(nadia):
    days = [(0, False), (13, False), (27, True), (27, False), (20, False), (60, True)]
    for offset, back in days:
        assert nadia.do(today.visit, TODAY + timedelta(days=offset)) is back


def test_a_house_knows_the_moment_everywhere_at_once(tmp_path, clock):
    made = house.make(tmp_path / "data", clock=clock, today=clock.today)
    assert made.now().tzinfo is UTC
    made.close()
