"""Words that only some pages need: each page is given those that stand in it, and no page others."""

import re

import pytest

from lifeplan_app.i18n import group_of, page_words, private_words
from lifeplan_app.i18n.catalogue import messages
from lifeplan_app.model.account import Language
from lifeplan_app.pages.first import first_page
from lifeplan_app.pages.me import me_page
from lifeplan_app.pages.offers import offers_page
from lifeplan_app.pages.plan import plan_page
from lifeplan_app.pages.received import received_page
from lifeplan_app.pages.shown import shown_page
from lifeplan_app.pages.team import team_page
from lifeplan_app.pages.today import today_page
from lifeplan_app.state.me import MeState
from lifeplan_app.state.page_words import WORDS_OF, PageWordsState
from lifeplan_app.state.today import TodayState
from tests.unit.state.page import Page

PAGES = {
    "today": today_page,
    "plan": plan_page,
    "shown": shown_page,
    "me": me_page,
    "first": first_page,
    "received": received_page,
    "offers": offers_page,
    "team": team_page,
}
GROUP = re.compile(r"page_words____page_words_state\.(\w+?)_rx_state_")


@pytest.mark.parametrize("name", PAGES)
def test_what_stands_in_a_page_is_given_to_it(name):
    drawn = set(GROUP.findall(str(PAGES[name]().render())))
    assert drawn <= set(WORDS_OF.get(name, ()))
    assert name in {"plan", "team"} or drawn


def test_every_word_is_either_for_all_pages_or_for_some():
    of_pages = {
        key for names in WORDS_OF.values() for each in names for key in page_words(Language.FRENCH, each)
    }
    assert of_pages == {key for key in messages(Language.FRENCH) if group_of(key)}
    assert not of_pages & set(private_words(Language.FRENCH))


async def test_words_come_with_the_page_and_follow_the_language(app, nadia):
    page = Page(app, nadia.entered.cookie)
    assert (await page.shows(PageWordsState)).me == {}
    await page.call(TodayState.load)
    day = await page.shows(PageWordsState)
    assert day.day["today.none"]
    assert (day.me, day.shown) == ({}, {})
    await page.call(MeState.load)
    await page.call(MeState.choose_language, "en")
    there = await page.shows(PageWordsState)
    assert there.day == page_words(Language.ENGLISH, "day")
    assert there.me == page_words(Language.ENGLISH, "me")
