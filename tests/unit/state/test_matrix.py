"""Every handler, called by each role with the ids of others: nothing of theirs changes, nothing is told.

The calls are made of the list of handlers itself: a new handler is tried as soon as it is there.
"""

import contextlib
import inspect
import random
from collections.abc import Iterator

import pytest
from reflex_base.registry import RegistrationContext

from lifeplan_app.core import boards, items, photos, received, suggestions
from lifeplan_app.imaging.answer import Developed
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import CarnetError
from lifeplan_app.model.sharing import Contact, Suggestion
from lifeplan_app.state.policy import POLICY
from tests.factories import (
    TODAY,
    a_step,
    by_link,
    caseworker,
    coordinator,
    linked,
    mentor,
    open_cards,
    participant,
    rows,
    show,
)
from tests.unit.state.page import Page

HER_STEP, HER_NAME, HER_NOTE = "Retrouver Inès en secret", "Nom pour Claire", "Un mot de Claire"
HER_OFFER, HER_WORD = "Y aller à deux", "Rien que pour elle"
HER_BOARD, HER_WORDS = "Notre cabane", "Un chien roux"
SECRETS = (HER_STEP, HER_NAME, HER_NOTE, HER_OFFER, HER_WORD, HER_BOARD, HER_WORDS)
HER_OWN_TASK = {  # a coordinator may close and open every account of the team, and take invitations back
    (Role.COORDINATOR, "team_state.close"),
    (Role.COORDINATOR, "team_state.reopen"),
}
FRAMEWORK = "reflex___state____state"


class Others:
    """Three who are linked, and everything by which one could reach what is between them."""

    def __init__(self, house) -> None:
        self.nadia, self.claire, self.rose = participant(house), caseworker(house), mentor(house)
        step = a_step(self.nadia, HER_STEP)
        to_claire, of_nadia = linked(self.nadia, self.claire, HER_NAME)
        [grant] = show(self.nadia, to_claire, step)
        open_cards(self.claire, of_nadia)
        self.claire.do(received.leave_note, of_nadia.id, grant.share, HER_NOTE, TODAY)
        to_rose = linked(self.nadia, self.rose, HER_NAME)[0]
        offered = self.rose.do(suggestions.keep_offer, HER_OFFER, HER_WORD)
        self.rose.do(suggestions.offer, [by_link(self.rose, to_rose).id], HER_OFFER, HER_WORD, TODAY)
        self.nadia.take_in()
        [suggestion] = self.nadia.all_of(Suggestion)
        board = self.nadia.do(boards.add_board, HER_BOARD).record
        said = self.nadia.do(items.add_words, board.id, HER_WORDS).record
        developed = Developed(b"large", b"small", 4, 3)
        photo = self.nadia.do(photos.add_photo, board.id, developed, "of this one").record
        contacts = [each.id for who in (self.nadia, self.claire, self.rose) for each in who.all_of(Contact)]
        people = (self.nadia, self.claire, self.rose)
        self.ids = [
            step.id,
            step.goal_id,
            grant.share,
            offered.id,
            suggestion.id,
            board.id,
            said.id,
            photo.photo,
            *contacts,
            *(each.actor.account_id for each in people),
        ]
        self.places = [each.actor.vault_id for each in people] + [each.actor.account_id for each in people]

    def rows(self, house) -> set[str]:
        """Every row of the database that bears one of their vaults or accounts."""
        database = house.store.database
        tables = rows(database, "SELECT name FROM sqlite_master WHERE type = 'table'")
        found = {f"{table['name']} {row}" for table in tables for row in _all_of(database, table["name"])}
        return {each for each in found if any(place in each for place in self.places)}


def _all_of(database, table: str) -> list[dict]:
    return rows(database, f"SELECT * FROM {table}")


def _strangers(house) -> dict[Role, object]:
    """Somebody of each role who is linked with nobody."""
    return {
        Role.PARTICIPANT: participant(house, "Mariam"),
        Role.CASEWORKER: caseworker(house, "Sofia"),
        Role.MENTOR: mentor(house, "Léa"),
        Role.COORDINATOR: coordinator(house),
    }


def _calls(role: Role, ids: list[str]) -> Iterator[tuple[str, object, list[object]]]:
    """Yield each handler of ours with each of the *ids* in the place of whatever it takes."""
    for name, registered in RegistrationContext.get().event_handlers.items():
        short = name.rpartition("____")[2]
        if (role, short) in HER_OWN_TASK or not name.startswith(f"{FRAMEWORK}.lifeplan_app"):
            continue
        parameters = list(inspect.signature(registered.handler.fn).parameters.values())[1:]
        again = ids if parameters and role in POLICY[name].roles else ids[:1]
        for place in range(len(again)):
            turned = ids[place:] + ids[:place]
            yield name, registered.handler, [_value(each, turned) for each in parameters if _is_plain(each)]


def _is_plain(parameter: inspect.Parameter) -> bool:
    return parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD


def _value(parameter: inspect.Parameter, ids: list[str]) -> object:
    kind = str(parameter.annotation)
    if "list[dict" in kind:
        return [{"way": "write", "place": each, "text": "x", "version": 99, "turn": 10**15} for each in ids]
    if "dict" in kind:
        return dict.fromkeys(("code", "alias", "note", "text", "word", "title", "goal", "name"), ids[0])
    if "bool" in kind:
        return True
    return 1 if "int" in kind else ids[0]


async def _call(page: Page, handler: object, arguments: list[object]) -> None:
    # Refused, or not in the form that its page sends: the server answers neither with anything.
    with contextlib.suppress(CarnetError, ValueError, TypeError, AttributeError, LookupError):
        await page.call(handler, *arguments)


async def _known_to(page: Page) -> str:
    async with page.state() as root:
        return str(root.dict()) + page.heard


@pytest.mark.check("S6")
@pytest.mark.check("P4")
@pytest.mark.check("P8")
@pytest.mark.check("P9")
@pytest.mark.parametrize("role", Role, ids=lambda role: role.name)
async def test_nobody_reaches_what_is_between_others(app, house, role):
    others = Others(house)
    stranger = _strangers(house)[role]
    page = Page(app, stranger.entered.cookie)
    before = others.rows(house)
    assert len(before) > 20
    calls = [*_calls(role, others.ids)] * 2  # the first time round leaves foreign ids in the States
    random.shuffle(calls)
    tried = {name for name, _, _ in calls}
    assert len(tried) > 150
    for name, handler, arguments in calls:
        await _call(page, handler, arguments)
        if role in POLICY[name].roles:
            known = await _known_to(page)
            assert not [secret for secret in SECRETS if secret in known], name
    assert others.rows(house) >= before


@pytest.mark.check("S6")
async def test_the_same_calls_without_a_session_are_answered_by_a_closed_gate_and_no_more(app, house):
    others = Others(house)
    page = Page(app, "")
    before = others.rows(house)
    for _, handler, arguments in _calls(Role.PARTICIPANT, others.ids[:1]):
        refused = await page.call(handler, *arguments)
        assert refused is not None
        assert set(refused.delta) <= {f"{FRAMEWORK}.lifeplan_app___state___session____session_state"}
    assert others.rows(house) == before
