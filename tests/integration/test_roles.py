"""Every use case of sharing, as each wrong role and with another's keys: nothing happens, nothing is told."""

import inspect
import re
from dataclasses import replace
from pathlib import Path

import pytest

from lifeplan_app import core
from lifeplan_app.core import linking, notes, people, received, sharing, suggestions, team, viewings
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import NotAllowedError
from lifeplan_app.model.ids import AccountId, RecordId, ShareId
from lifeplan_app.model.plan import Horizon
from lifeplan_app.model.sharing import Answer
from tests.factories import (
    TODAY,
    Clock,
    a_step,
    caseworker,
    coordinator,
    linked,
    mentor,
    participant,
    rows,
    services,
    show,
)

P, C, M, O = Role.PARTICIPANT, Role.CASEWORKER, Role.MENTOR, Role.COORDINATOR  # noqa: E741 - as in a table
ENDS = sharing.usual_end(TODAY)
NOW = Clock().now()
SOME, SHARE, ACCOUNT = RecordId("some"), ShareId("some"), AccountId("some")

ALLOWED = {
    linking.own_code: ({C, M}, []),
    linking.meet: ({P}, ["code"]),
    linking.link: ({P}, ["code", "Étoile"]),
    linking.contacts: ({P}, []),
    linking.rename: ({P}, [SOME, "Lune"]),
    linking.leave: ({P}, [SOME]),
    people.receive: ({C, M}, []),
    people.papers: ({C, M}, []),
    people.people: ({C, M}, []),
    people.leave: ({C, M}, [SOME]),
    sharing.preview: ({P}, [SOME, [SOME]]),
    sharing.share: ({P}, [SOME, [SOME], ENDS, TODAY]),
    sharing.change_end: ({P}, [SOME, SOME, ENDS, TODAY]),
    sharing.stop: ({P}, [SOME, SOME]),
    sharing.stop_all: ({P}, [SOME]),
    sharing.shared_with: ({P}, [TODAY]),
    received.overview: ({C}, [TODAY]),
    received.open_person: ({C}, [SOME, TODAY, NOW]),
    received.leave_note: ({C}, [SOME, SHARE, "Bravo", TODAY]),
    viewings.read: ({P}, []),
    viewings.note_read: ({P}, []),
    suggestions.suggestions: ({P}, []),
    suggestions.typed_offer: ({M}, []),
    suggestions.keep_typed: ({M}, ["Un thé", ""]),
    notes.note_read: ({P}, [SOME]),
    suggestions.answer: ({P}, [SOME, Answer.KEPT]),
    suggestions.take: ({P}, [SOME, SOME, "Un thé"]),
    suggestions.take_into_new_goal: ({P}, [SOME, Horizon.SHORT, "Souffler", "Un thé"]),
    suggestions.thank: ({P}, [SOME, "Merci", TODAY]),
    suggestions.offers: ({M}, []),
    suggestions.keep_offer: ({M}, ["Un thé", ""]),
    suggestions.drop_offer: ({M}, [SOME]),
    suggestions.offer: ({M}, [[SOME], "Un thé", "", TODAY]),
    suggestions.thanks: ({M}, []),
    team.members: ({O}, []),
    team.invite_member: ({O}, [Role.MENTOR, "Anne", "", TODAY]),
    team.invite_participant: ({O}, [TODAY]),
    team.open_invitations: ({O}, [TODAY]),
    team.revoke: ({O}, ["ABCD", TODAY]),
    team.close: ({O}, [ACCOUNT]),
    team.reactivate: ({O}, [ACCOUNT]),
    team.figures: ({O}, [TODAY]),
    team.set_limit: ({M}, [3]),
    team.rest: ({M}, []),
}
"""Who may call what, and what it is called with here."""

NAMED = {team.rest: {"resting": True}}
INNER = {viewings.write, team.deactivate}
"""The one is called by `open_person`, after its check; the other takes the house, and calls `close`."""

WRONG = [(use_case, role) for use_case, (roles, _) in ALLOWED.items() for role in Role if role not in roles]


@pytest.fixture(scope="module")
def people_of_a_house(tmp_path_factory):
    """One of each role, who are linked and share."""
    house = services(tmp_path_factory.mktemp("roles"))
    found = {P: participant(house), C: caseworker(house), M: mentor(house), O: coordinator(house)}
    hers, _ = linked(found[P], found[C])
    linked(found[P], found[M], "Lune")
    show(found[P], hers, a_step(found[P]))
    yield found
    house.close()


def everything(house) -> list:
    tables = rows(house.store.database, "SELECT name FROM sqlite_master WHERE type = 'table'")
    return [rows(house.store.database, f"SELECT * FROM {each['name']} ORDER BY 1") for each in tables]


def use_cases() -> set:
    """Every function of these modules that acts for somebody."""
    modules = (linking, notes, people, received, sharing, suggestions, team, viewings)
    found = (each for module in modules for _, each in inspect.getmembers(module, inspect.isfunction))
    return {
        each
        for each in found
        if each.__module__ in {module.__name__ for module in modules}
        and not each.__name__.startswith("_")
        and "actor" in inspect.signature(each).parameters
    }


@pytest.mark.check("S6")
def test_every_use_case_is_in_the_table():
    assert use_cases() == {*ALLOWED, *INNER}


@pytest.mark.check("S6")
@pytest.mark.check("P4")
@pytest.mark.check("P8")
@pytest.mark.parametrize(
    ("use_case", "role"),
    WRONG,
    ids=[f"{f.__module__.split('.')[-1]}.{f.__name__}-{r.name}" for f, r in WRONG],
)
def test_a_wrong_role_does_nothing_and_learns_nothing(people_of_a_house, use_case, role):
    person = people_of_a_house[role]
    before = everything(person.house)
    with pytest.raises(NotAllowedError):
        person.do(use_case, *ALLOWED[use_case][1], **NAMED.get(use_case, {}))
    assert everything(person.house) == before


@pytest.mark.check("S6")
@pytest.mark.parametrize("role", set(Role) - {O})
def test_only_a_coordinator_closes_accounts(people_of_a_house, role):
    person, other = people_of_a_house[role], people_of_a_house[C]
    with pytest.raises(NotAllowedError):
        team.deactivate(person.house, person.actor, other.actor.account_id)
    assert other.do(people.people)


@pytest.mark.check("S6")
@pytest.mark.parametrize("use_case", [each for each in ALLOWED if ALLOWED[each][0] & {P}])
def test_with_the_keys_of_another_nothing_opens(people_of_a_house, use_case):
    nadia, claire = people_of_a_house[P], people_of_a_house[C]
    stolen = replace(nadia.actor, keys=claire.actor.keys)
    with nadia.house.read() as uow, pytest.raises(NotAllowedError):
        use_case(uow, stolen, *ALLOWED[use_case][1])


@pytest.mark.check("S6")
@pytest.mark.parametrize("use_case", [received.overview, people.people, received.open_person])
def test_who_works_here_opens_nothing_with_the_keys_of_another(people_of_a_house, use_case):
    nadia, claire = people_of_a_house[P], people_of_a_house[C]
    stolen = replace(claire.actor, keys=nadia.actor.keys)
    with claire.house.read() as uow, pytest.raises(NotAllowedError):
        use_case(uow, stolen, *ALLOWED[use_case][1])


@pytest.mark.check("P4")
@pytest.mark.check("P1")
def test_shares_are_written_in_two_places_only():
    """No other code gives anything to see: whoever adds such a place has to think of this promise."""
    package = Path(core.__file__).parents[1]
    written = re.compile(r"shares\.(add|replace)\(")
    found = {
        each.relative_to(package).as_posix(): len(written.findall(each.read_text(encoding="utf-8")))
        for each in package.rglob("*.py")
    }
    assert {name: count for name, count in found.items() if count} == {
        "core/sharing.py": 2,
        "core/cards.py": 1,
    }
