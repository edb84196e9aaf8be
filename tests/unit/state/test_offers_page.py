"""The page of whoever walks with others: people by their chosen names, room, offers, drafts, thank-yous."""

import pytest

from lifeplan_app.core import linking, suggestions
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from lifeplan_app.model.errors import RestingError
from lifeplan_app.model.sharing import Offer, Standing, Suggestion
from lifeplan_app.state.kept_offers import KeptOffersState
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.offering import OfferingState
from lifeplan_app.state.offers import MOST_THANKS, OffersState
from lifeplan_app.state.room import RoomState
from tests.factories import (
    TODAY,
    by_link,
    caseworker,
    code_of,
    give_other_keys,
    linked,
    participant,
    standings,
)
from tests.unit.state.conftest import settled
from tests.unit.state.page import Page

LONG = "é" * 10_001


@pytest.fixture
def hers(nadia, rose):
    """Rose, as Nadia knows her."""
    return linked(nadia, rose)[0]


@pytest.fixture
async def walk(app, rose, hers):
    """Rose's page."""
    page = Page(app, rose.entered.cookie)
    await page.call(OffersState.load)
    return page


@pytest.fixture
async def star(walk):
    """Nadia, as she shows on that page."""
    [row] = (await walk.shows(OffersState)).people
    return row


def sentence(key):
    return say(Language.FRENCH, key)


async def notice(page):
    return (await page.shows(NoticeState)).text


async def form(page):
    return await page.shows(OfferingState)


async def drafts(page):
    return [(each.text, each.word) for each in (await page.shows(KeptOffersState)).rows]


async def saves(page, text, word=""):
    await page.call(OfferingState.save_next)
    await page.call(OfferingState.hand_in, {"text": text, "word": word})


# --- people and room ---------------------------------------------------------------------------


@pytest.mark.check("P6")
async def test_she_sees_the_chosen_name_and_nothing_else_of_the_person(walk, star, nadia):
    assert (star.name, star.initial, star.standing) == ("Étoile", "É", Standing.OPEN.value)
    assert nadia.name not in walk.heard
    assert nadia.actor.vault_id not in str((await walk.shows(OffersState)).people)


async def test_somebody_new_shows_while_the_page_is_open_and_who_leaves_goes(app, walk, rose, house):
    mariam = participant(house, "Mariam")
    theirs, _ = linked(mariam, rose, "Lune")
    await settled()
    assert [each.name for each in (await walk.shows(OffersState)).people] == ["Lune", "Étoile"]
    mariam.do(linking.leave, theirs.id)
    await settled()
    assert [each.name for each in (await walk.shows(OffersState)).people] == ["Étoile"]


async def test_she_leaves_a_link_without_a_word(walk, star, nadia):
    await walk.call(OffersState.ask, "nobody")
    assert (await walk.shows(OffersState)).asked.id == ""
    await walk.call(OffersState.ask, star.id)
    await walk.call(OffersState.leave)
    shown = await walk.shows(OffersState)
    assert (shown.people, shown.asked.id) == ([], "")
    assert standings(nadia) == [Standing.ENDED]


@pytest.mark.check("P7")
async def test_her_limit_moves_by_one_and_never_past_the_programmes(walk, house):
    room = await walk.shows(RoomState)
    assert (room.most, room.count) == (house.most_people, 1)
    await walk.call(RoomState.change_most, 1)
    assert (await walk.shows(RoomState)).most == house.most_people
    for _ in range(house.most_people + 1):
        await walk.call(RoomState.change_most, -1)
    assert (await walk.shows(RoomState)).most == 1


@pytest.mark.check("P7")
async def test_on_a_break_nobody_new_comes_and_her_people_read_it(walk, rose, nadia, house):
    await walk.call(RoomState.rest, True)
    assert (await walk.shows(RoomState)).resting
    assert standings(nadia) == [Standing.RESTING]
    mariam = participant(house, "Mariam")
    with pytest.raises(RestingError):
        mariam.do(linking.meet, code_of(rose))
    await walk.call(RoomState.rest, False)
    assert mariam.do(linking.meet, code_of(rose)).name == rose.name


# --- offering ----------------------------------------------------------------------------------


@pytest.mark.check("K9")
async def test_a_step_goes_to_those_she_chose_and_the_form_is_free(walk, star, rose, nadia):
    await walk.call(OfferingState.keep_typed, 0, "text", "Un thé")
    await walk.call(OfferingState.choose, star.id)
    await walk.call(OfferingState.hand_in, {"text": "Un thé au soleil", "word": "Le matin"})
    shown = await form(walk)
    assert (shown.text, shown.word, shown.chosen, shown.said, shown.turn) == ("", "", [], {}, 1)
    assert await notice(walk) == sentence("offers.done")
    assert rose.do(suggestions.typed_offer) is None
    nadia.take_in()
    [arrived] = nadia.all_of(Suggestion)
    assert (arrived.text, arrived.word, arrived.by) == ("Un thé au soleil", "Le matin", "Rose")


async def test_what_is_missing_or_too_long_is_told_beside_its_field_and_nothing_goes(walk, star, nadia):
    await walk.call(OfferingState.hand_in, {"text": " ", "word": LONG})
    assert (await form(walk)).said == {
        "people": sentence("offers.nobody"),
        "text": sentence("error.text_missing"),
        "word": sentence("error.text_too_long"),
    }
    await walk.call(OfferingState.choose, star.id)
    assert (await form(walk)).said == {}
    await walk.call(OfferingState.choose, star.id)
    assert (await form(walk)).chosen == []
    assert nadia.take_in() == 0
    assert nadia.all_of(Suggestion) == []
    assert (await form(walk)).turn == 0  # the fields stay as they are


@pytest.mark.check("K9")
async def test_nothing_goes_to_somebody_whose_keys_have_changed(walk, star, nadia):
    await walk.call(OfferingState.choose_only, star.id)
    give_other_keys(nadia)
    await walk.call(OfferingState.hand_in, {"text": "Un thé"})
    assert (await form(walk)).said == {"people": sentence("error.keys_changed")}
    await walk.call(OffersState.load)
    assert (await form(walk)).people == []
    assert (await form(walk)).chosen == []


async def test_what_she_types_is_there_again_in_a_new_window_and_late_words_are_nothing(app, walk, rose):
    await walk.call(OfferingState.keep_typed, 0, "text", "Un th")
    await walk.call(OfferingState.keep_typed, 0, "word", "Doux")
    await walk.call(OfferingState.keep_typed, 7, "text", "late")
    await walk.call(OfferingState.keep_typed, 0, "chosen", "x")
    anew = Page(app, rose.entered.cookie, "anew")
    await anew.call(OffersState.load)
    assert ((await form(anew)).text, (await form(anew)).word) == ("Un th", "Doux")
    assert await drafts(anew) == []


# --- drafts ------------------------------------------------------------------------------------


async def test_a_draft_is_kept_opened_changed_and_offered_and_stays(walk, star, nadia):
    await saves(walk, "Un thé", "Le matin")
    assert await notice(walk) == sentence("offers.saved")
    assert await drafts(walk) == [("Un thé", "Le matin")]
    [row] = (await walk.shows(KeptOffersState)).rows
    await walk.call(KeptOffersState.take, row.id)
    shown = await form(walk)
    assert (shown.text, shown.word, shown.draft) == ("Un thé", "Le matin", row.id)
    await saves(walk, "Un café")
    assert await drafts(walk) == [("Un café", "")]
    await walk.call(KeptOffersState.take, row.id)
    await walk.call(OfferingState.choose, star.id)
    await walk.call(OfferingState.hand_in, {"text": "Un café"})
    assert await drafts(walk) == [("Un café", "")]


async def test_opening_a_draft_loses_nothing_that_was_being_typed(walk):
    await saves(walk, "Un thé")
    [row] = (await walk.shows(KeptOffersState)).rows
    await walk.call(OfferingState.keep_typed, 1, "text", "Une idée")
    await walk.call(KeptOffersState.take, row.id)
    assert await drafts(walk) == [("Un thé", ""), ("Une idée", "")]
    await walk.call(OfferingState.keep_typed, 2, "text", "Un thé vert")
    await walk.call(KeptOffersState.take, row.id)  # it is open already
    await walk.call(KeptOffersState.take, (await walk.shows(KeptOffersState)).rows[1].id)
    assert await drafts(walk) == [("Un thé vert", ""), ("Une idée", "")]


async def test_a_deleted_draft_can_be_put_back(walk, rose):
    await saves(walk, "Un thé", "Le matin")
    [row] = (await walk.shows(KeptOffersState)).rows
    await walk.call(KeptOffersState.take, row.id)
    await walk.call(KeptOffersState.remove, row.id)
    assert await drafts(walk) == []
    assert (await form(walk)).draft == ""
    await walk.call(KeptOffersState.put_back)
    await walk.call(KeptOffersState.put_back)
    assert await drafts(walk) == [("Un thé", "Le matin")]
    await saves(walk, "Une marche")
    await walk.call(KeptOffersState.remove, "nobody's")
    await walk.call(KeptOffersState.remove, (await walk.shows(KeptOffersState)).rows[1].id)
    assert await drafts(walk) == [("Un thé", "Le matin")]
    for each in rose.do(suggestions.offers):  # another window was faster
        rose.do(suggestions.drop_offer, each.id)
    [row] = (await walk.shows(KeptOffersState)).rows
    await walk.call(KeptOffersState.remove, row.id)
    assert await notice(walk) == sentence("error.not_found")


async def test_a_draft_that_is_gone_elsewhere_is_kept_as_a_new_one(walk, rose):
    await saves(walk, "Un thé")
    [row] = (await walk.shows(KeptOffersState)).rows
    await walk.call(KeptOffersState.take, row.id)
    rose.do(suggestions.drop_offer, row.id)
    turn = (await form(walk)).turn
    await saves(walk, "Un thé vert")
    assert [each.text for each in (await walk.shows(KeptOffersState)).rows] == ["Un thé vert"]
    assert (await form(walk)).turn == turn + 1
    await walk.call(KeptOffersState.take, "nobody's")
    assert (await form(walk)).turn == turn + 1


async def test_a_word_without_a_step_is_kept_too_when_a_draft_is_opened(walk, rose):
    await saves(walk, "Un thé")
    [row] = (await walk.shows(KeptOffersState)).rows
    (await walk.shows(OfferingState)).word = "Respirer"
    await walk.call(KeptOffersState.take, row.id)
    assert sorted(each.text for each in rose.do(suggestions.offers)) == ["Respirer", "Un thé"]


# --- what came back ----------------------------------------------------------------------------


@pytest.mark.check("P6")
async def test_a_thank_you_comes_by_itself_and_many_are_paged(walk, rose, nadia, hers):
    nadias = by_link(rose, hers)
    for number in range(MOST_THANKS + 1):
        rose.do(suggestions.offer, [nadias.id], f"Thé {number}", "", TODAY)
    nadia.take_in()
    for each in nadia.all_of(Suggestion):
        nadia.do(suggestions.thank, each.id, "Merci à toi", TODAY)
    await settled()
    shown = await walk.shows(OffersState)
    assert (len(shown.thanks), shown.goes_on) == (MOST_THANKS, True)
    assert (shown.thanks[0].by, shown.thanks[0].text) == ("Étoile", "Merci à toi")
    await walk.call(OffersState.show_more)
    shown = await walk.shows(OffersState)
    assert (len(shown.thanks), shown.goes_on) == (MOST_THANKS + 1, False)


@pytest.mark.check("P6")
async def test_nobody_else_reaches_the_page(app, nadia, house):
    for other in (nadia, caseworker(house)):
        page = Page(app, other.entered.cookie, other.name)
        assert await page.call(OffersState.load) is not None
        assert await page.call(OfferingState.hand_in, {"text": "Un thé"}) is not None
        assert other.all_of(Offer) == []
