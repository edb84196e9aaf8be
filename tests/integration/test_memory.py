"""What a session has opened it keeps, as long as nothing on the disk has changed."""

import pytest

from lifeplan_app.core import adding, drafts, plan, words
from lifeplan_app.model.plan import Horizon


@pytest.fixture
def soup(nadia):
    return nadia.do(adding.add_goal, Horizon.SHORT, "Soup").record


def memory_of(person):
    with person.house.read() as uow:
        return uow.keys(person.actor.keys).memory


def test_what_another_session_of_hers_wrote_is_seen_at_the_next_look(nadia, soup):
    assert nadia.read().goals[0].goal == soup
    first = nadia.actor
    nadia.sign_in()
    written = nadia.do(words.write_text, soup.id, "Bread", soup.version).record
    with nadia.house.read() as uow:
        assert plan.read_plan(uow, first).goals[0].goal == written


class CutOffError(Exception):
    pass


def write_and_fall(person, goal):
    with person.house.write() as uow:
        words.write_text(uow, person.actor, goal.id, "Bread", goal.version)
        adding.add_goal(uow, person.actor, Horizon.LONG, "A garden")
        assert [each.goal.text for each in plan.read_plan(uow, person.actor).goals] == ["Bread", "A garden"]
        raise CutOffError


def test_a_write_that_was_undone_leaves_nothing_behind(nadia, soup):
    with pytest.raises(CutOffError):
        write_and_fall(nadia, soup)
    assert [each.goal for each in nadia.read().goals] == [soup]
    again = nadia.do(words.write_text, soup.id, "Stew", soup.version).record  # of the version that fell
    assert [each.goal for each in nadia.read().goals] == [again]
    assert len(memory_of(nadia)) == 1


def test_what_is_deleted_is_forgotten(nadia, soup):
    nadia.do(adding.add_step, soup.id, "Buy carrots")
    nadia.do(drafts.save_draft, "goal:long", "A gar")
    nadia.read()
    memory = memory_of(nadia)
    assert len(memory) == 3
    nadia.do(plan.delete, soup.id)
    assert len(memory) == 1
    nadia.do(adding.add_goal, Horizon.LONG, "A garden")
    nadia.read()
    assert len(memory) == 1


@pytest.mark.check("S7")
def test_a_session_that_ends_forgets_what_it_opened(house, nadia, soup, clock):
    nadia.read()
    memory = memory_of(nadia)
    assert len(memory) == 1
    clock.wait(3600)
    house.sessions.sweep()
    assert len(memory) == 0
