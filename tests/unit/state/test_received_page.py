"""The page of whoever accompanies others: a list that opens nothing, a person's cards, notes."""

from datetime import timedelta

import pytest

from lifeplan_app.core import linking, marks, sharing, viewings
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from lifeplan_app.model.plan import LifeArea
from lifeplan_app.state.me import MeState
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.received import CardsState, ReceivedState
from lifeplan_app.state.sockets import _days_of
from lifeplan_app.state.windows import WINDOWS
from tests.factories import TODAY, a_step, by_link, give_other_keys, linked, participant, show
from tests.unit.state.conftest import settled
from tests.unit.state.page import Page


@pytest.fixture
def hers(nadia, claire):
    """Claire, as Nadia knows her."""
    return linked(nadia, claire)[0]


@pytest.fixture
def step(nadia, hers):
    """A step that Claire sees, for her money."""
    step = a_step(nadia)
    nadia.do(marks.set_area, step.goal_id, LifeArea.FINANCIAL_INDEPENDENCE.value)
    show(nadia, hers, step)
    return step


@pytest.fixture
async def office(app, claire, step):
    """Claire's page, with nothing open."""
    page = Page(app, claire.entered.cookie)
    await page.call(ReceivedState.load)
    return page


@pytest.fixture
async def opened(office, claire, hers):
    """Claire's page, with Nadia's cards open."""
    await office.call(CardsState.open_person, by_link(claire, hers).id)
    return office


async def listed(page):
    return (await page.shows(ReceivedState)).people


async def cards(page):
    return (await page.shows(CardsState)).cards


@pytest.mark.check("P5")
async def test_the_list_says_who_and_how_much_and_writes_no_viewing(office, nadia):
    [row] = await listed(office)
    assert (row.name, row.areas) == ("Étoile", [LifeArea.FINANCIAL_INDEPENDENCE.value])
    assert (row.count, row.fresh) == ("1 étape", "1 nouvelle")
    assert nadia.do(viewings.read).viewings == ()
    assert await cards(office) == []


@pytest.mark.check("P5")
async def test_opening_a_person_is_seen_by_her_once(opened, nadia, claire, hers, step):
    [card] = await cards(opened)
    assert (card.card.text, card.fresh) == (step.text, True)
    assert (await opened.shows(CardsState)).name == "Étoile"
    nadia.do(marks.set_weekly, step.id, TODAY, weekly=True)
    show(nadia, hers, a_step(nadia, "Soupe"))
    await settled()
    assert sorted(card.card.text for card in await cards(opened)) == sorted([step.text, "Soupe"])
    assert [len(each.shares) for each in nadia.do(viewings.read).viewings] == [1, 1]


@pytest.mark.check("P2")
async def test_what_is_taken_back_leaves_the_open_page(opened, nadia, hers, step):
    nadia.do(sharing.stop, step.id, hers.id)
    await settled()
    assert await cards(opened) == []
    assert step.text not in str(opened.sent[-1].delta)


async def test_a_door_that_closes_closes_the_page_of_that_person(opened, nadia, hers):
    nadia.do(linking.leave, hers.id)
    await settled()
    assert (await opened.shows(CardsState)).person == ""
    assert await listed(opened) == []


async def test_changed_keys_close_the_cards_and_say_so(opened, nadia):
    give_other_keys(nadia)
    await opened.call(ReceivedState.arrange, False)
    assert await cards(opened) == []
    assert (await opened.shows(NoticeState)).text == say(Language.FRENCH, "error.keys_changed")


async def test_a_note_goes_and_its_field_is_empty_afterwards(opened, nadia):
    [card] = await cards(opened)
    await opened.call(CardsState.write, card.share)
    await opened.call(CardsState.leave_note, {"note": "  "})
    assert (await opened.shows(CardsState)).said == say(Language.FRENCH, "error.text_missing")
    await opened.call(CardsState.leave_note, {"note": "Jeudi ?"})
    now = await opened.shows(CardsState)
    assert (now.writing, now.sent, now.said) == ("", 1, "")
    assert [note.text for note in (await cards(opened))[0].notes] == ["Jeudi ?"]
    assert nadia.take_in() == 0
    await opened.call(CardsState.write, card.share)
    await opened.call(CardsState.write, card.share)
    assert (await opened.shows(CardsState)).writing == ""


async def test_a_note_on_what_ended_meanwhile_is_refused_and_stays(opened, nadia, hers, step):
    [card] = await cards(opened)
    await opened.call(CardsState.write, card.share)
    WINDOWS.forget(opened.token)
    nadia.do(sharing.stop, step.id, hers.id)
    await settled()
    await opened.call(CardsState.leave_note, {"note": "Jeudi ?"})
    now = await opened.shows(CardsState)
    assert (now.said, now.sent) == (say(Language.FRENCH, "error.share_over"), 0)


async def test_the_list_stands_by_area_and_is_narrowed(office, house, claire, step):
    other = participant(house, "Mariam")
    linked(other, claire, "Lune")
    await office.call(ReceivedState.arrange, True)
    areas = (await office.shows(ReceivedState)).areas
    names = [(row.area, [person.name for person in row.people]) for row in areas]
    assert names == [(LifeArea.FINANCIAL_INDEPENDENCE.value, ["Étoile"]), ("", ["Lune"])]
    await office.call(ReceivedState.narrow, "fresh")
    assert [row.name for row in await listed(office)] == ["Étoile"]
    await office.call(ReceivedState.narrow, "soon")
    assert await listed(office) == []
    await office.call(ReceivedState.narrow, "soon")
    assert len(await listed(office)) == 2


async def test_many_people_show_by_and_by(office, monkeypatch):
    (await office.shows(ReceivedState))._room = 0
    await office.call(ReceivedState.arrange, False)
    assert (await office.shows(ReceivedState)).goes_on
    await office.call(ReceivedState.show_more)
    assert not (await office.shows(ReceivedState)).goes_on


async def test_a_link_is_left_after_a_second_look(opened, nadia, hers):
    await opened.call(CardsState.ask_to_leave)
    assert (await opened.shows(CardsState)).leaving
    await opened.call(CardsState.leave)
    assert await listed(opened) == []
    assert [standing.value for _, standing in nadia.do(linking.contacts)] == ["ended"]
    await opened.call(CardsState.close_person)
    assert (await opened.shows(CardsState)).person == ""


@pytest.mark.check("P3")
async def test_what_ends_with_the_day_leaves_the_open_page_at_midnight(opened, nadia, hers, step, clock):
    nadia.do(sharing.change_end, step.id, hers.id, TODAY, TODAY)
    await settled()
    assert len(await cards(opened)) == 1
    WINDOWS.follow_the_day(_days_of)
    clock.day += timedelta(days=1)  # she reads on: her session goes on
    WINDOWS.follow_the_day(_days_of)
    await settled()
    assert await cards(opened) == []


@pytest.mark.check("P5")
async def test_from_her_own_page_nothing_is_opened(opened, nadia, hers):
    await opened.call(MeState.load)
    show(nadia, hers, a_step(nadia, "Soupe"))
    await settled()
    assert "Soupe" not in opened.heard
    assert len(nadia.do(viewings.read).viewings) == 1
