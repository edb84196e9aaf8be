"""The code that somebody who works here shows to the one who wants to link with her."""

import pytest

from lifeplan_app.core import linking
from lifeplan_app.model.account import Language
from lifeplan_app.state.own_code import OwnCodeState
from lifeplan_app.state.pattern import QUIET_ZONE, pattern_of
from tests.factories import caseworker, mentor, participant
from tests.unit.state.page import Page


@pytest.mark.parametrize("works_here", [caseworker, mentor])
async def test_her_code_shows_once_she_asks_and_links_with_her(app, house, works_here):
    her = works_here(house)
    page = Page(app, her.entered.cookie)
    assert await page.call(OwnCodeState.show_code) is None
    shown = await page.shows(OwnCodeState)
    met = participant(house).do(linking.meet, " ".join(shown.code))
    assert (shown.name, shown.organisation) == (met.name, met.organisation)
    assert shown.words == met.words[Language.FRENCH]
    assert [(each.language, each.words) for each in shown.other_words] == [("en", met.words["en"])]
    assert len(shown.words.split()) == 4
    assert (shown.path, shown.box) == _drawn("-".join(shown.code))
    await page.call(OwnCodeState.hide_code)
    assert not (await page.shows(OwnCodeState)).path


async def test_who_has_a_plan_has_no_code(app, nadia):
    page = Page(app, nadia.entered.cookie)
    assert await page.call(OwnCodeState.show_code) is not None


def test_the_picture_holds_every_dark_module_and_light_around_it():
    pattern = pattern_of("ABCD-2345")
    offset, _, size, _ = map(int, pattern.box.split())
    assert (offset, size) == (-QUIET_ZONE, 21 + 2 * QUIET_ZONE)
    assert pattern.path.startswith("M0 0h7v1h-7zM")  # the top of the first corner
    assert pattern.path.count("M") == pattern.path.count("z")


def _drawn(text):
    pattern = pattern_of(text)
    return pattern.path, pattern.box
