"""What others offer her, on the page of the day and of sharing: taken in her words, kept, let go, thanked."""

import pytest

from lifeplan_app.core import adding, linking, suggestions
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from lifeplan_app.model.plan import Horizon, Plan
from lifeplan_app.model.sharing import Answer, Suggestion, Thanks
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.shown import ShownState
from lifeplan_app.state.suggested import MOST_OF_DAY, MOST_SHOWN, SuggestedState
from lifeplan_app.state.taking import NEW_GOAL, TakingState
from lifeplan_app.state.thanking import ThankingState
from lifeplan_app.state.today import TodayState
from lifeplan_app.state.undo import UndoState
from tests.factories import TODAY, linked
from tests.unit.state.conftest import settled
from tests.unit.state.page import Page

TEXT, WORD = "Un thé au soleil", "Le matin, c’est calme"
LONG = "é" * 10_001


@pytest.fixture
def both(nadia, rose):
    """Rose as Nadia knows her, and Nadia as Rose does."""
    return linked(nadia, rose)


@pytest.fixture
def offer(rose, both):
    """A function: Rose offers a step."""

    def offered(text=TEXT, word=WORD):
        rose.do(suggestions.offer, [both[1].id], text, word, TODAY)

    return offered


@pytest.fixture
async def day(app, nadia, offer):
    """Her day, with one suggestion."""
    offer()
    page = Page(app, nadia.entered.cookie)
    await page.call(TodayState.load)
    return page


@pytest.fixture
async def only(day):
    """That suggestion."""
    [row] = (await day.shows(SuggestedState)).of_day
    return row


@pytest.fixture
async def sharing(day, only):
    """The page of sharing, with that suggestion on it."""
    await day.call(ShownState.load)
    return day


def sentence(key):
    return say(Language.FRENCH, key)


async def rows(page):
    return (await page.shows(SuggestedState)).rows


async def of_day(page):
    return [each.text for each in (await page.shows(SuggestedState)).of_day]


async def taking(page):
    return await page.shows(TakingState)


@pytest.mark.check("P6")
async def test_it_arrives_on_her_open_day_and_her_plan_has_nothing_of_it(day, offer, nadia):
    assert await of_day(day) == [TEXT]
    offer("Une marche")
    await settled()
    assert sorted(await of_day(day)) == sorted([TEXT, "Une marche"])
    assert nadia.read() == Plan()


async def test_the_day_shows_the_newest_few_and_sharing_all_of_hundreds(day, offer):
    for number in range(MOST_SHOWN + 5):
        offer(f"Étape {number}")
    await day.call(TodayState.load)
    assert len(await of_day(day)) == MOST_OF_DAY
    await day.call(ShownState.load)
    assert len(await rows(day)) == MOST_SHOWN
    assert (await day.shows(SuggestedState)).goes_on
    await day.call(SuggestedState.show_more)
    assert len(await rows(day)) == MOST_SHOWN + 6
    assert not (await day.shows(SuggestedState)).goes_on


async def test_kept_for_later_it_leaves_the_day_and_stays_under_sharing(day, only):
    await day.call(SuggestedState.keep_for_later, only.id)
    assert await of_day(day) == []
    await day.call(ShownState.load)
    [row] = await rows(day)
    assert (row.answer, row.word, row.by) == (Answer.KEPT.value, WORD, "Rose")
    await day.call(UndoState.take_back)
    assert [each.answer for each in await rows(day)] == [Answer.OFFERED.value]


async def test_let_go_it_is_gone_and_can_be_taken_back(sharing, only):
    await sharing.call(SuggestedState.let_go, only.id)
    assert await rows(sharing) == []
    await sharing.call(UndoState.take_back)
    assert [each.id for each in await rows(sharing)] == [only.id]


@pytest.mark.check("P6")
async def test_taken_as_it_stands_into_a_goal_of_hers_and_taken_back(day, only, nadia):
    goal = nadia.do(adding.add_goal, Horizon.SHORT, "Souffler").record
    await day.call(TakingState.start, only.id, False)
    shown = await taking(day)
    assert (shown.text, shown.changing, shown.goal, [each.text for each in shown.goals]) == (
        TEXT,
        False,
        goal.id,
        ["Souffler"],
    )
    await day.call(TakingState.take, {})
    assert (await taking(day)).id == ""
    assert [step.text for step in nadia.read().shown[0].steps] == [TEXT]
    assert await of_day(day) == []
    await day.call(UndoState.take_back)
    assert nadia.read().shown[0].steps == ()
    assert await of_day(day) == [TEXT]


@pytest.mark.check("P6")
async def test_taken_in_her_words_into_a_new_goal(day, only, nadia):
    await day.call(TakingState.start, only.id, True)
    assert (await taking(day)).goal == NEW_GOAL
    await day.call(TakingState.choose_horizon, Horizon.MEDIUM.value)
    await day.call(TakingState.take, {"text": "Un café", "title": "Respirer"})
    [taken] = nadia.read().shown
    assert (taken.goal.text, taken.goal.horizon) == ("Respirer", Horizon.MEDIUM)
    assert [step.text for step in taken.steps] == ["Un café"]


async def test_what_cannot_be_is_told_beside_its_field_and_nothing_is_half_done(day, only, nadia):
    await day.call(TakingState.start, only.id, False)
    await day.call(TakingState.change_words)
    assert (await taking(day)).changing
    await day.call(TakingState.take, {"text": "Un café", "title": " "})
    assert ((await taking(day)).said_goal, (await taking(day)).said) == (sentence("error.text_missing"), "")
    await day.call(TakingState.take, {"text": LONG, "title": "Respirer"})
    assert ((await taking(day)).said_goal, (await taking(day)).said) == ("", sentence("error.text_too_long"))
    assert nadia.read() == Plan()
    assert await of_day(day) == [TEXT]
    await day.call(TakingState.choose_goal, "0" * 32)
    await day.call(TakingState.take, {"text": "Un café"})
    assert (await taking(day)).said == sentence("error.not_found")


async def test_one_that_is_gone_opens_nothing(day):
    await day.call(TakingState.start, "nobody's", False)
    assert (await taking(day)).id == ""


@pytest.mark.check("P6")
async def test_a_thank_you_goes_once_and_is_all_that_goes(sharing, only, nadia, rose):
    await sharing.call(SuggestedState.keep_for_later, only.id)
    [row] = await rows(sharing)
    assert row.can_thank
    await sharing.call(ThankingState.start, only.id)
    await sharing.call(ThankingState.thank, {"words": LONG})
    assert (await sharing.shows(ThankingState)).said == sentence("error.text_too_long")
    await sharing.call(ThankingState.thank, {"words": "Merci à toi"})
    assert (await sharing.shows(ThankingState)).id == ""
    assert (await sharing.shows(NoticeState)).text == sentence("suggested.thanks_sent")
    [row] = await rows(sharing)
    assert (row.can_thank, row.thanked) == (False, True)
    rose.take_in()
    assert [each.text for each in rose.all_of(Thanks)] == ["Merci à toi"]
    assert rose.all_of(Suggestion) == []


async def test_before_an_answer_and_after_the_link_there_is_nobody_to_thank(sharing, only, nadia, both):
    assert not (await rows(sharing))[0].can_thank
    await sharing.call(SuggestedState.keep_for_later, only.id)
    await sharing.call(ThankingState.start, only.id)
    await sharing.call(ThankingState.start, only.id)
    assert (await sharing.shows(ThankingState)).id == ""
    nadia.do(linking.leave, both[0].id)
    await sharing.call(ShownState.load)
    [row] = await rows(sharing)
    assert (row.text, row.can_thank) == (TEXT, False)
