"""Finding among very many: each kind by itself, the first of it, and more when she asks."""

import pytest

from lifeplan_app.core import adding, labels, marks, words
from lifeplan_app.model.plan import Horizon
from lifeplan_app.state.pane import PaneState
from lifeplan_app.state.search import MOST_OF_A_KIND, SearchState
from tests.unit.state.conftest import SHORT

MANY = 2 * MOST_OF_A_KIND + 1


@pytest.fixture
def many(written):
    """Steps by the dozen, and one wish and one strength with the same words."""
    goal = written.read().goals[0].goal.id
    for number in range(MANY):
        written.do(adding.add_step, goal, f"Menthe {number}")
    written.do(adding.add_wish, "De la menthe à moi")
    written.do(adding.add_strength, "Je fais pousser la MENTHE")


async def found(page, words):
    await page.call(PaneState.open_pane, "find")
    await page.call(SearchState.look_for, words)
    return await shown(page)


async def shown(page):
    """How many of each kind show, how many there are, whether there is more."""
    state = await page.shows(SearchState)
    return {group.kind: len(group.rows) for group in state.groups}, state.count, state.goes_on


def with_steps(number):
    return {"step": number, "wish": 1, "strength": 1}


async def test_very_many_steps_hide_neither_a_wish_nor_a_strength(page, many):
    assert await found(page, "menthe") == (with_steps(MOST_OF_A_KIND), MANY + 2, True)
    await page.call(SearchState.show_more)
    assert await shown(page) == (with_steps(2 * MOST_OF_A_KIND), MANY + 2, True)
    await page.call(SearchState.show_more)
    assert await shown(page) == (with_steps(MANY), MANY + 2, False)


async def test_other_words_start_with_the_first_again(page, many):
    await found(page, "menthe")
    await page.call(SearchState.show_more)
    assert await found(page, "menth") == (with_steps(MOST_OF_A_KIND), MANY + 2, True)


async def test_more_stays_while_the_plan_changes_and_goes_when_the_search_is_closed(page, written, many):
    await found(page, "menthe")
    await page.call(SearchState.show_more)
    step = written.read().goals[0].steps[-1]
    await page.call(SearchState.open_found, step.id)
    assert (await shown(page))[0] == with_steps(2 * MOST_OF_A_KIND)
    await page.call(PaneState.close_pane)
    assert await shown(page) == ({}, 0, False)


async def test_as_many_as_there_is_room_for_are_all(page, written):
    for number in range(MOST_OF_A_KIND):
        written.do(adding.add_wish, f"Menthe {number}")
    assert await found(page, "menthe") == ({"wish": MOST_OF_A_KIND}, MOST_OF_A_KIND, False)


async def test_an_area_is_found_by_the_name_that_she_reads(page, written):
    goal = written.do(adding.add_goal, Horizon.SHORT, "Dormir").record
    written.do(marks.set_area, goal.id, "health")
    assert (await found(page, "sante"))[0] == {"goal": 1}
    written.do(labels.rename, "area.health", "Mon Été")
    await page.call(PaneState.close_pane)
    assert (await found(page, "mon ete"))[0] == {"goal": 1}
    assert (await found(page, "sante"))[0] == {}


async def test_a_text_kept_beside_another_is_found(page, written):
    step = written.read().goals[0].steps[0]
    written.do(words.write_text, step.id, "Autre texte", 0)
    await found(page, SHORT["steps"][0]["text"])
    assert [row.text for group in (await page.shows(SearchState)).groups for row in group.rows] == [
        "Autre texte"
    ]
