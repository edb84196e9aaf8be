"""What each handler does: one look or one change, what the window shows of it, what can be taken back."""

import pytest

from lifeplan_app.core import adding, words
from lifeplan_app.core.undo import UNDO_SECONDS
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language, LockDelay, TextSize, Theme
from lifeplan_app.model.errors import StoreError
from lifeplan_app.model.plan import Horizon, Progress
from lifeplan_app.model.text import MAX_TEXT
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.keep import KeepState
from lifeplan_app.state.me import MeState
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.steps import FieldState, StepsState
from lifeplan_app.state.undo import UndoState
from tests.factories import participant
from tests.unit.state.conftest import LONG, MEDIUM, SHORT, settled
from tests.unit.state.page import Page


def kept(page_or_person, record_id):
    """A goal or a step as it is kept."""
    for each in page_or_person.read().goals:
        for record in (each.goal, *each.steps):
            if record.id == record_id:
                return record
    return None


def typed(way, place, text, turn, **rest):
    return {"way": way, "place": place, "text": text, "version": 0, "turn": turn, **rest}


async def rows(page):
    return (await page.shows(StepsState)).rows


async def notice(page):
    return (await page.shows(NoticeState)).text


async def offered(page):
    return (await page.shows(UndoState)).said


# --- the plan ----------------------------------------------------------------------------------


async def test_the_plan_shows_by_horizon(page):
    shown = await page.shows(PlanState)
    cards = [card.text for card in (*shown.soon, *shown.year, *shown.later)]
    assert cards == [goal["title"] for goal in (SHORT, MEDIUM, LONG)]
    assert shown.loaded
    assert shown.adding == ""


async def test_a_field_for_a_new_goal_opens_and_closes(page):
    await page.call(PlanState.start_adding, "long")
    assert (await page.shows(PlanState)).adding == "long"
    await page.call(PlanState.stop_adding)
    assert (await page.shows(PlanState)).adding == ""


async def test_a_horizon_that_is_none_opens_no_field(page):
    with pytest.raises(ValueError, match="never"):
        await page.call(PlanState.start_adding, "never")
    assert (await page.shows(PlanState)).adding == ""


async def test_what_was_being_typed_is_there_when_the_page_is_opened_anew(app, page, written):
    await page.call(KeepState.keep, [typed("draft", "goal:medium", "un jar", 1)])
    anew = Page(app, written.entered.cookie, "a new window")
    await anew.call(PlanState.load)
    shown = await anew.shows(PlanState)
    assert (shown.adding, shown.typed) == ("medium", "un jar")
    await anew.call(PlanState.stop_adding)
    await anew.call(PlanState.start_adding, "medium")
    assert (await anew.shows(PlanState)).typed == "un jar"


async def test_a_field_that_is_open_stays_open_when_the_plan_is_read_again(page):
    await page.call(PlanState.start_adding, "long")
    await page.call(KeepState.keep, [typed("draft", "goal:short", "x", 1)])
    await page.call(PlanState.load)
    assert (await page.shows(PlanState)).adding == "long"


# --- a goal and its steps ----------------------------------------------------------------------


async def test_a_goal_opens_with_its_steps_and_closes(page, goal):
    shown = await page.shows(GoalState)
    assert (shown.goal_id, shown.text, shown.horizon) == (goal.id, goal.text, "short")
    assert [row.text for row in await rows(page)] == [step["text"] for step in SHORT["steps"]]
    await page.call(GoalState.close_goal)
    assert (await page.shows(GoalState)).goal_id == ""


@pytest.mark.check("S6")
async def test_a_goal_that_is_not_hers_does_not_open(page, house):
    hers = participant(house, "Mariam").do(adding.add_goal, Horizon.SHORT, "her goal").record
    await page.call(GoalState.open_goal, hers.id)
    shown = await page.shows(GoalState)
    assert (shown.goal_id, shown.text) == ("", "")
    assert await rows(page) == []


@pytest.mark.check("T6")
@pytest.mark.parametrize("progress", Progress)
async def test_any_state_can_be_chosen_and_taken_back(page, goal, written, progress):
    step = (await rows(page))[1]
    before = kept(written, step.id).progress
    await page.call(GoalState.choose, step.id, progress.value)
    assert kept(written, step.id).progress is progress
    assert (await rows(page))[1].progress == progress.value
    assert await offered(page) == "undo.progress"
    await page.call(UndoState.take_back)
    assert kept(written, step.id).progress is before
    assert await offered(page) == ""


@pytest.mark.check("T6")
async def test_a_goal_moves_to_another_horizon_and_back(page, goal, written):
    await page.call(GoalState.move, "long")
    assert kept(written, goal.id).horizon is Horizon.LONG
    assert (await page.shows(GoalState)).horizon == "long"
    assert await offered(page) == "undo.moved"
    await page.call(UndoState.take_back)
    assert kept(written, goal.id).horizon is Horizon.SHORT


@pytest.mark.check("T6")
async def test_a_step_is_deleted_and_comes_back(page, goal, written):
    step = (await rows(page))[0]
    await page.call(GoalState.remove, step.id)
    assert kept(written, step.id) is None
    assert await offered(page) == "undo.step_gone"
    await page.call(UndoState.take_back)
    assert kept(written, step.id).text == step.text
    assert step in await rows(page)


@pytest.mark.check("T6")
async def test_a_goal_is_deleted_with_its_steps_the_plan_shows_and_all_of_it_comes_back(page, goal, written):
    whole = written.read()
    await page.call(GoalState.remove, goal.id)
    assert kept(written, goal.id) is None
    assert (await page.shows(GoalState)).goal_id == ""
    assert goal.text not in [card.text for card in (await page.shows(PlanState)).soon]
    assert await offered(page) == "undo.goal_gone"
    await page.call(UndoState.take_back)
    assert [each.goal.text for each in written.read().goals] == [each.goal.text for each in whole.goals]
    assert goal.text in [card.text for card in (await page.shows(PlanState)).soon]


async def test_what_is_not_there_any_more_is_told_in_a_sentence(page, goal):
    for handler, arguments in (
        (GoalState.choose, ("nothing", "done")),
        (GoalState.remove, ("nothing",)),
        (FieldState.take_other, (0,)),
        (FieldState.drop_other, (0,)),
    ):
        await page.call(NoticeState.read)
        assert await notice(page) == ""
        await page.call(handler, *arguments)
        assert await notice(page) == say(Language.FRENCH, "error.not_found")
    assert (await page.shows(NoticeState)).told == 4
    assert await offered(page) == ""


async def test_what_was_told_goes_when_a_page_is_loaded(page, goal):
    await page.call(GoalState.choose, "nothing", "done")
    assert await notice(page) != ""
    await page.call(PlanState.load)
    assert await notice(page) == ""


async def test_an_offer_ends_with_its_time_and_no_other_with_it(page, goal, clock):
    step = (await rows(page))[0]
    await page.call(GoalState.choose, step.id, "done")
    first = (await page.shows(UndoState)).mark
    await page.call(GoalState.choose, step.id, "resting")
    await page.call(UndoState.let_stand, first)
    assert await offered(page) == "undo.progress"
    await page.call(UndoState.let_stand, (await page.shows(UndoState)).mark)
    assert await offered(page) == ""
    await page.call(UndoState.take_back)  # nothing is offered: nothing happens
    assert (await rows(page))[0].progress == "resting"


async def test_too_late_is_told_in_a_sentence(page, goal, clock):
    await page.call(GoalState.choose, (await rows(page))[0].id, "done")
    clock.wait(UNDO_SECONDS + 1)
    await page.call(UndoState.take_back)
    assert await notice(page) == say(Language.FRENCH, "error.too_late")


async def test_what_cannot_be_taken_back_just_now_is_offered_once_more(page, goal, monkeypatch):
    step = (await rows(page))[0]
    await page.call(GoalState.choose, step.id, "done")

    def refuse(*_):
        raise StoreError

    with monkeypatch.context() as broken:
        broken.setattr("lifeplan_app.core.undo.take_back", refuse)
        await page.call(UndoState.take_back)
    assert await notice(page) == say(Language.FRENCH, "error.store")
    assert await offered(page) == "undo.progress"
    await page.call(UndoState.take_back)
    assert (await rows(page))[0].progress == step.progress


# --- a text that is open for writing -----------------------------------------------------------


async def test_a_text_opens_with_its_version_and_closes(page, goal, written):
    step = (await rows(page))[0]
    await page.call(FieldState.open_field, step.id)
    shown = await page.shows(FieldState)
    assert (shown.record_id, shown.text, shown.version) == (
        step.id,
        step.text,
        kept(written, step.id).version,
    )
    await page.call(FieldState.close_field)
    assert (await page.shows(FieldState)).record_id == ""


async def test_a_text_of_another_goal_does_not_open(page, goal):
    other = (await page.shows(PlanState)).later[0]
    await page.call(FieldState.open_field, other.id)
    assert (await page.shows(FieldState)).record_id == ""


async def test_a_text_is_kept_while_it_is_typed_and_offered_to_be_taken_back_when_it_is_left(
    page, goal, written
):
    step = (await rows(page))[0]
    await page.call(FieldState.open_field, step.id)
    version = (await page.shows(FieldState)).version
    await page.call(KeepState.keep, [typed("write", step.id, "une", 1, version=version, quietly=True)])
    assert await offered(page) == ""
    await page.call(KeepState.keep, [typed("write", step.id, "une autre", 2, version=version)])
    assert kept(written, step.id).text == "une autre"
    assert kept(written, step.id).others == ()
    assert (await page.shows(FieldState)).text == "une autre"
    assert (await page.shows(KeepState)).acked == 2
    assert await offered(page) == "undo.text"
    await page.call(UndoState.take_back)
    assert kept(written, step.id).text == step.text


async def test_what_was_dealt_with_is_not_dealt_with_again(page, goal):
    before = await rows(page)
    for _ in range(2):
        await page.call(KeepState.keep, [typed("add", f"step:{goal.id}", "encore une", 7)])
    assert [row.text for row in await rows(page)] == [*(row.text for row in before), "encore une"]
    assert await offered(page) == "undo.added"


@pytest.mark.parametrize("turn", [None, "8", True, 7.5, [], 0, -1])
async def test_what_has_no_number_is_not_kept(page, goal, written, turn):
    before = written.read()
    await page.call(KeepState.keep, [typed("add", f"step:{goal.id}", "x", turn)])
    assert written.read() == before


@pytest.mark.check("W7")
async def test_a_text_that_cannot_be_kept_is_told_beside_its_field_and_the_sentence_goes_when_it_can(
    page, goal, written
):
    step = (await rows(page))[0]
    too_long = "x" * (MAX_TEXT + 1)
    await page.call(
        KeepState.keep, [typed("write", step.id, too_long, 1), typed("add", "goal:short", " ", 2)]
    )
    assert (await page.shows(SaidState)).beside == {
        step.id: say(Language.FRENCH, "error.text_too_long"),
        "goal:short": say(Language.FRENCH, "error.text_missing"),
    }
    assert kept(written, step.id).text == step.text
    assert (await page.shows(KeepState)).acked == 2
    await page.call(KeepState.keep, [typed("write", step.id, "x", 3), typed("add", "goal:short", "y", 4)])
    assert (await page.shows(SaidState)).beside == {}


async def test_a_draft_is_kept_beside_the_plan_and_offers_nothing(page, goal, written):
    await page.call(KeepState.keep, [typed("draft", f"step:{goal.id}", "une ét", 1)])
    assert written.read().drafts == {f"step:{goal.id}": "une ét"}
    assert await offered(page) == ""
    await page.call(GoalState.close_goal)
    await page.call(GoalState.open_goal, goal.id)
    assert (await page.shows(StepsState)).typed == "une ét"


async def test_a_text_written_elsewhere_is_kept_beside_hers_and_can_be_taken_or_dropped(page, goal, written):
    step = (await rows(page))[0]
    await page.call(FieldState.open_field, step.id)
    version = (await page.shows(FieldState)).version
    for text in ("ailleurs", "encore ailleurs"):
        written.do(words.write_text, step.id, text, kept(written, step.id).version)
    await page.call(KeepState.keep, [typed("write", step.id, "ici", 1, version=version)])
    assert [other.text for other in (await page.shows(FieldState)).others] == ["encore ailleurs"]
    await page.call(FieldState.take_other, 0)
    assert kept(written, step.id).text == "encore ailleurs"
    assert await offered(page) == "undo.text"
    await page.call(UndoState.take_back)
    assert kept(written, step.id).text == "ici"
    await page.call(FieldState.drop_other, 0)
    assert (kept(written, step.id).text, kept(written, step.id).others) == ("ici", ())


async def test_the_title_opens_for_writing_too(page, goal, written):
    await page.call(FieldState.open_field, goal.id)
    await page.call(KeepState.keep, [typed("write", goal.id, "un titre", 1, version=1)])
    assert kept(written, goal.id).text == (await page.shows(GoalState)).text == "un titre"
    await page.call(GoalState.close_goal)
    await page.call(FieldState.open_field, goal.id)
    assert (await page.shows(FieldState)).record_id == ""


async def test_a_page_is_put_back_to_where_it_was(app, page, goal, written):
    step = (await rows(page))[0]
    anew = Page(app, written.entered.cookie, "the same page, after a restart")
    await anew.call(KeepState.resume, goal.id, step.id)
    assert (await anew.shows(GoalState)).text == goal.text
    assert (await anew.shows(FieldState)).text == step.text
    assert (await anew.shows(KeepState)).resumed == 1


async def test_a_window_is_sent_what_a_tick_changed_and_no_more(app, page, goal, written):
    other = Page(app, written.entered.cookie, "another window of hers")
    await other.call(PlanState.load)
    page.sent.clear()
    other.sent.clear()
    await page.call(GoalState.choose, (await rows(page))[1].id, Progress.DONE.value)
    await settled()
    assert changed(page) == {"plan_state.soon", "steps_state.rows", "undo_state.said", "undo_state.mark"}
    assert changed(other) == {"plan_state.soon"}


def changed(page) -> set[str]:
    """Which vars it was sent."""
    return {
        f"{state.rpartition('____')[2]}.{name.removesuffix('_rx_state_')}"
        for update in page.sent
        for state, values in update.delta.items()
        for name in values
    }


# --- me ----------------------------------------------------------------------------------------


async def test_her_settings_show(page):
    await page.call(MeState.load)
    shown = await page.shows(MeState)
    assert (shown.name, shown.language, shown.delay) == ("Nadia", "fr", "3")


async def test_another_language_is_spoken_at_once_and_kept(page, written):
    await page.call(MeState.choose_language, "en")
    shown = await page.shows(SessionState)
    assert (shown.language, shown.home, shown.t["plan.title"]) == ("en", "/en/", "My plan")
    await page.call(GoalState.choose, "nothing", "done")
    assert await notice(page) == say(Language.ENGLISH, "error.not_found")
    assert written.sign_in().settings.language is Language.ENGLISH


async def test_another_delay_holds_at_once_and_is_kept(page, written, clock):
    await page.call(MeState.choose_delay, "0")
    shown = await page.shows(SessionState)
    assert (shown.lock_seconds, shown.at_once) == (60, True)
    assert (await page.shows(MeState)).delay == "0"
    clock.wait(61)
    assert await page.call(MeState.load) is not None
    assert written.sign_in().settings.lock_delay is LockDelay.AT_ONCE


async def test_letters_and_colours_hold_at_once_in_every_window_and_are_kept(app, page, written):
    other = Page(app, written.entered.cookie, "another window")
    await other.call(PlanState.load)
    await page.call(MeState.choose_text_size, "xl")
    await page.call(MeState.choose_theme, "dark")
    await settled()
    for window in (page, other):
        shown = await window.shows(SessionState)
        assert (shown.text_size, shown.theme) == ("xl", "dark")
    shown = await page.shows(MeState)
    assert (shown.text_size, shown.theme) == ("xl", "dark")
    settings = written.sign_in().settings
    assert (settings.text_size, settings.theme) == (TextSize.LARGEST, Theme.DARK)


@pytest.mark.parametrize(
    ("handler", "choice"),
    [
        (MeState.choose_language, "xx"),
        (MeState.choose_delay, "7"),
        (MeState.choose_delay, "soon"),
        (MeState.choose_text_size, "xxl"),
        (MeState.choose_theme, "pink"),
    ],
)
async def test_a_choice_that_is_none_changes_nothing(page, written, handler, choice):
    with pytest.raises(ValueError, match=choice):
        await page.call(handler, choice)
    assert written.sign_in().settings == written.sign_in().settings
    assert (await page.shows(SessionState)).lock_seconds == 180


# --- the window --------------------------------------------------------------------------------


async def test_trouble_is_told_and_put_away(page):
    await page.call(NoticeState.trouble)
    assert await notice(page) == say(Language.FRENCH, "error.unknown")
    await page.call(NoticeState.read)
    assert await notice(page) == ""


async def test_reading_on_counts_as_an_act_and_changes_nothing(page, written, clock):
    clock.wait(170)
    page.sent.clear()
    assert await page.call(SessionState.still_here) is None
    assert page.sent == []
    clock.wait(170)
    assert written.house.sessions.find(written.entered.cookie)


async def test_an_act_in_a_session_that_has_just_ended_is_refused_with_a_sentence(page, goal, written):
    step = (await rows(page))[0]
    async with page.state() as root:
        written.house.sessions.end_all()
        await (await root.get_state(GoalState)).choose(step.id, "done")
        assert (await root.get_state(NoticeState)).text == say(Language.FRENCH, "error.session_over")
    written.sign_in()
    assert kept(written, step.id).progress.value == step.progress
