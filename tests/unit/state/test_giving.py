"""Linking and showing: each handler of the two sheets, and what the page of sharing says afterwards."""

from datetime import timedelta

import pytest

from lifeplan_app.core import received, sharing, words
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from lifeplan_app.model.plan import Progress
from lifeplan_app.state.giving import GiveState
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.linking import LinkState
from lifeplan_app.state.notes import NotesState
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.shown import ShownState
from lifeplan_app.state.steps import FieldState, StepsState
from tests.factories import TODAY, by_link, code_of, give_other_keys, linked, open_cards
from tests.unit.state.conftest import settled


def french(key, **values):
    return say(Language.FRENCH, key, **values)


@pytest.fixture
def hers(written, claire):
    """Claire, as Nadia knows her."""
    return linked(written, claire)[0]


@pytest.fixture
async def steps(hers, goal, page):
    """The steps of the open goal."""
    return (await page.shows(StepsState)).rows


async def shown(page, state=ShownState):
    return await page.shows(state)


def seen(claire, hers):
    return [each.card.text for each in open_cards(claire, by_link(claire, hers))]


# --- linking -----------------------------------------------------------------------------------


async def test_a_code_shows_who_is_behind_it_and_only_the_next_tap_links(page, written, claire):
    await page.call(LinkState.start)
    await page.call(LinkState.meet, {"code": code_of(claire).lower()})
    met = await page.shows(LinkState)
    assert (met.name, met.organisation, met.role) == ("Claire", "Maison Bleue", "c")
    assert len(met.words) == 4
    await page.call(ShownState.load)
    assert (await shown(page)).people == []

    await page.call(LinkState.link, {"alias": " "})
    assert (await page.shows(LinkState)).said_alias == french("error.alias")
    await page.call(LinkState.link, {"alias": "Étoile"})
    assert (await page.shows(LinkState)).name == ""
    assert (await page.shows(NoticeState)).text == french("link.done", name="Claire")
    [person] = (await shown(page)).people
    assert (person.name, person.alias, person.sees) == ("Claire", "Étoile", french("shown.sees.none"))


@pytest.mark.parametrize(("typed", "said"), [({}, "link_code"), ({"code": "AB-12"}, "link_code")])
async def test_a_code_that_leads_to_nobody_is_told_beside_it(page, typed, said):
    await page.call(LinkState.start)
    await page.call(LinkState.meet, typed)
    linking = await page.shows(LinkState)
    assert (linking.name, linking.said, linking.opened) == ("", french(f"error.{said}"), True)
    await page.call(LinkState.put_aside)
    assert not (await page.shows(LinkState)).opened


async def test_nobody_is_linked_with_twice(page, hers, claire):
    await page.call(LinkState.meet, {"code": code_of(claire)})
    assert (await page.shows(LinkState)).said == french("error.linked_already")


# --- showing -----------------------------------------------------------------------------------


async def test_nobody_can_be_shown_anything_before_a_door_is_open(page, goal):
    step = (await page.shows(StepsState)).rows[0]
    await page.call(GiveState.open_step, step.id)
    give = await page.shows(GiveState)
    assert (give.people, give.person, give.cards) == ([], "", [])
    await page.call(GiveState.give)
    assert (await page.shows(GiveState)).said == french("give.no_person")


@pytest.mark.check("P1")
async def test_what_she_is_shown_before_is_what_the_other_sees(page, written, claire, hers, steps):
    await page.call(GiveState.open_step, steps[0].id)
    give = await page.shows(GiveState)
    assert (give.name, give.ends, give.months) == ("Claire", sharing.usual_end(TODAY).isoformat(), "3")
    [card] = give.cards
    assert card.text == steps[0].text
    assert seen(claire, hers) == []

    await page.call(GiveState.give)
    [received_card] = open_cards(claire, by_link(claire, hers))
    assert (received_card.card.text, received_card.card.progress.value) == (card.text, card.progress)
    assert (await page.shows(GiveState)).steps == []
    assert (await page.shows(NoticeState)).text == french("give.done", name="Claire")
    assert [row.seen for row in (await page.shows(StepsState)).rows] == [True] + [False] * (len(steps) - 1)


@pytest.mark.check("P1")
async def test_of_a_goal_only_the_ticked_steps_are_shown(page, claire, hers, steps):
    await page.call(GiveState.open_goal)
    await page.call(GiveState.give)
    assert (await page.shows(GiveState)).said == french("give.no_step")
    for each in (steps[0], steps[1]):
        await page.call(GiveState.choose_step, each.id, True)
    await page.call(GiveState.choose_step, steps[0].id, False)
    assert [card.text for card in (await page.shows(GiveState)).cards] == [steps[1].text]
    await page.call(GiveState.choose_months, "12")
    await page.call(GiveState.give)
    assert seen(claire, hers) == [steps[1].text]
    assert [each.ends for each in open_cards(claire, by_link(claire, hers))] == [sharing.latest_end(TODAY)]


@pytest.mark.parametrize("day", ["", "2026-02-30", "yesterday", (TODAY - timedelta(days=1)).isoformat()])
async def test_a_day_that_cannot_be_is_told_and_nothing_is_shown(page, claire, hers, steps, day):
    await page.call(GiveState.open_step, steps[0].id)
    await page.call(GiveState.choose_day, day)
    assert (await page.shows(GiveState)).until == ""
    await page.call(GiveState.give)
    assert (await page.shows(GiveState)).said == french("error.end_date")
    assert seen(claire, hers) == []


@pytest.mark.check("P1")
async def test_what_changed_since_the_preview_is_shown_to_her_first(page, written, claire, hers, steps):
    await page.call(GiveState.open_step, steps[0].id)
    written.do(words.write_text, steps[0].id, "En secret", 1)
    await page.call(GiveState.give)
    give = await page.shows(GiveState)
    assert (give.said, [card.text for card in give.cards]) == (french("give.changed"), ["En secret"])
    assert seen(claire, hers) == []
    await page.call(GiveState.give)
    assert seen(claire, hers) == ["En secret"]


async def test_nothing_goes_to_somebody_whose_keys_have_changed(page, claire, hers, steps):
    await page.call(GiveState.open_step, steps[0].id)
    give_other_keys(claire)
    await page.call(GiveState.give)
    assert (await page.shows(GiveState)).said == french("error.keys_changed")


async def test_to_whom_is_chosen_where_there_are_several(page, written, house, hers, steps):
    from tests.factories import caseworker  # noqa: PLC0415 - a second one, here alone

    other = linked(written, caseworker(house, "Sofia"))[0]
    await page.call(GiveState.open_step, steps[0].id)
    assert (await page.shows(GiveState)).person == ""
    await page.call(GiveState.choose_person, "somebody")
    assert (await page.shows(GiveState)).person == ""
    await page.call(GiveState.choose_person, other.id)
    assert (await page.shows(GiveState)).name == "Sofia"


# --- the page of sharing -----------------------------------------------------------------------


@pytest.fixture
async def given(page, hers, steps):
    """A step that Claire sees, on the open page of sharing."""
    await page.call(GiveState.open_step, steps[0].id)
    await page.call(GiveState.give)
    await page.call(ShownState.load)
    return steps[0]


async def test_what_somebody_opened_shows_on_the_open_page(page, claire, hers, given):
    [row] = (await shown(page)).people[0].shares
    assert (row.text, row.opened) == (given.text, "")
    assert seen(claire, hers) == [given.text]
    await settled()
    now = await shown(page)
    assert now.people[0].shares[0].opened != ""
    assert [(look.name, look.texts) for look in now.looks] == [("Claire", given.text)]
    assert now.whole


@pytest.mark.check("P2")
async def test_a_step_is_taken_back_and_all_of_them(page, claire, hers, given, steps):
    await page.call(ShownState.take_back, given.id, hers.id)
    assert seen(claire, hers) == []
    for step in steps[:2]:
        await page.call(GiveState.open_step, step.id)
        await page.call(GiveState.give)
    await page.call(ShownState.ask, hers.id)
    await page.call(ShownState.take_all_back)
    assert seen(claire, hers) == []
    assert (await shown(page)).people[0].shares == []


async def test_the_last_day_changes_and_one_that_cannot_be_is_told(page, claire, hers, given):
    await page.call(ShownState.start_ending, given.id, hers.id)
    await page.call(ShownState.change_end, {"ends": "x"})
    assert (await shown(page)).said == french("error.end_date")
    await page.call(ShownState.change_end, {"ends": TODAY.isoformat()})
    now = await shown(page)
    assert (now.ending, now.said, now.people[0].shares[0].ends) == ("", "", TODAY.isoformat())
    await page.call(ShownState.start_ending, given.id, hers.id)
    await page.call(ShownState.start_ending, given.id, hers.id)
    assert (await shown(page)).ending == ""


@pytest.mark.check("P9")
async def test_she_changes_her_name_for_one_person(page, claire, hers, given):
    await page.call(ShownState.ask, hers.id)
    await page.call(ShownState.rename, {"alias": "x" * 41})
    assert (await shown(page)).said == french("error.alias")
    await page.call(ShownState.rename, {"alias": "Lune"})
    assert (await shown(page)).people[0].alias == "Lune"


async def test_a_door_is_closed_without_a_word(page, claire, hers, given):
    await page.call(ShownState.ask, hers.id)
    await page.call(ShownState.leave)
    now = await shown(page)
    assert (now.people, now.asked.id) == ([], "")


async def test_a_note_shows_on_her_open_step_and_is_new_once(page, claire, hers, given):
    by_her = by_link(claire, hers)
    [card] = open_cards(claire, by_her)
    claire.do(received.leave_note, by_her.id, card.share, "Jeudi ?", TODAY)
    await settled()
    [row] = (await shown(page)).people[0].shares
    assert row.told
    await page.call(ShownState.open_step, row.step, row.goal)
    [note] = (await page.shows(NotesState)).of_step
    assert (note.by, note.text) == ("Claire", "Jeudi ?")
    await page.call(FieldState.close_field)
    await page.call(PlanState.load)
    await page.call(GoalState.open_goal, row.goal)
    assert [(each.noted, each.told) for each in (await page.shows(StepsState)).rows][:1] == [(True, False)]


async def test_what_she_types_goes_to_the_other_when_she_leaves_the_field(page, claire, hers, given):
    from lifeplan_app.state.keep import KeepState  # noqa: PLC0415 - here alone

    sent = {"way": "write", "place": given.id, "text": "Mot à mot", "version": 1, "turn": 1}
    await page.call(KeepState.keep, [sent | {"quietly": True}])
    assert seen(claire, hers) == [given.text]
    await page.call(KeepState.keep, [sent | {"text": "Mot à mot.", "turn": 2}])
    assert seen(claire, hers) == ["Mot à mot."]
    await page.call(GoalState.choose, given.id, Progress.DONE.value)
    assert [each.card.progress for each in open_cards(claire, by_link(claire, hers))] == [Progress.DONE]
