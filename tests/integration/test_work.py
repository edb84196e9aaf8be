"""How much work is done, counted and never timed; times are measured in benchmarks/."""

import sys
from collections import Counter
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from lifeplan_app.core import accounts, marks, received, sharing, words
from lifeplan_app.core.opening import door_of, stretch
from lifeplan_app.crypto.slots import SlotTable
from lifeplan_app.model.errors import WrongPassphraseError
from lifeplan_app.model.plan import Progress
from tests.factories import (
    HER_PHONE,
    PASSPHRASE,
    TODAY,
    a_step,
    linked,
    participant,
    rows,
    show,
    with_plan,
)


@contextmanager
def counted(package):
    """Count every call of a function of *package*, in this thread, by where it is defined."""
    calls = Counter()

    def count(frame, event_name, _argument):
        module = frame.f_globals.get("__name__", "")
        name = frame.f_code.co_qualname
        # A row becoming a dataclass is no work to speak of.
        if event_name == "call" and module.startswith(package) and not name.endswith("__init__"):
            calls[f"{module}.{name}"] += 1

    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(None)


@contextmanager
def noted(house, event_name):
    """Note what the database is asked: each statement, or a None for each commit."""
    notes = []

    def note(*args):
        notes.append(args[2] if len(args) > 1 else None)

    event.listen(house.store._engine, event_name, note)
    try:
        yield notes
    finally:
        event.remove(house.store._engine, event_name, note)


def work_of_sign_in(house, name, passphrase):
    """What signing in with these asks of the crypto, by function; and what it asks of the database."""
    with counted("lifeplan_app.crypto.") as calls, noted(house, "before_cursor_execute") as statements:
        try:
            accounts.sign_in(house, HER_PHONE, name=name, passphrase=passphrase)
            opened = True
        except WrongPassphraseError:
            opened = False
    return opened, dict(calls), statements


@pytest.fixture
def people(house):
    """One person for each position that her slot may have."""
    found = {}
    for number in range(50):
        person = participant(house, f"Person {number}")
        door = door_of(house, person.name)
        grant = door.opened_by(SlotTable.KEY, stretch(house, door, PASSPHRASE))
        found.setdefault(grant.key_position, person)
        if len(found) == 2:
            break
    return found


@pytest.mark.check("S10")
def test_an_unknown_name_costs_the_same_work_as_a_wrong_passphrase(house, people):
    for warm in (False, True):
        known, unknown = (
            work_of_sign_in(house, name, "a wrong guess at it") for name in (people[0].name, "Nobody 7")
        )
        assert known == unknown, warm
        assert known[0] is False


@pytest.mark.check("S10")
def test_the_first_slot_costs_the_same_work_as_the_second(house, people):
    first, second = (work_of_sign_in(house, people[at].name, PASSPHRASE) for at in (0, 1))
    assert first == second
    assert first[0] is True


@pytest.mark.check("S10")
def test_a_sign_in_hashes_once_and_tries_both_slots_whatever_comes_of_it(house, people):
    for name, passphrase in (
        (people[0].name, PASSPHRASE),
        (people[1].name, PASSPHRASE),
        (people[0].name, "a wrong guess at it"),
        ("Nobody 7", PASSPHRASE),
    ):
        _, calls, _ = work_of_sign_in(house, name, passphrase)
        assert calls["lifeplan_app.crypto.passwords.stretch"] == 1
        assert calls["lifeplan_app.crypto.verifiers.check"] == 2
        assert calls["lifeplan_app.crypto.slots._open_slot"] == 2


@pytest.fixture
def nadia_with_a_plan(nadia):
    return with_plan(nadia)


@pytest.mark.parametrize(
    "change",
    [(marks.set_progress, Progress.RESTING, TODAY), (words.write_text, "Buy c", 1)],
    ids=["a tick", "a saved letter"],
)
def test_a_small_change_opens_and_seals_one_record_and_is_one_commit(house, nadia_with_a_plan, change):
    use_case, *args = change
    step = nadia_with_a_plan.read().goals[0].steps[0]
    nadia_with_a_plan.sign_in()
    with counted("lifeplan_app.crypto.keyring") as calls, noted(house, "commit") as commits:
        nadia_with_a_plan.do(use_case, step.id, *args)
    assert calls["lifeplan_app.crypto.keyring.VaultKeys.open"] == 1
    assert calls["lifeplan_app.crypto.keyring.VaultKeys.seal"] == 1
    assert len(commits) == 1


def test_a_plan_is_read_with_one_query_opens_each_record_once_and_commits_nothing(house, nadia_with_a_plan):
    nadia_with_a_plan.sign_in()
    with (
        counted("lifeplan_app.crypto.keyring") as calls,
        noted(house, "before_cursor_execute") as statements,
        noted(house, "commit") as commits,
    ):
        nadia_with_a_plan.read()
    [kept] = rows(house.store.database, "SELECT count(*) AS records FROM record")
    assert calls["lifeplan_app.crypto.keyring.VaultKeys.open"] == kept["records"] > 26
    assert len([each for each in statements if each.startswith("SELECT")]) == 1
    assert commits == []


def test_a_session_that_knows_the_plan_opens_what_has_changed_and_no_more(nadia_with_a_plan):
    first = nadia_with_a_plan.read()
    step = first.goals[0].steps[0]
    with counted("lifeplan_app.crypto.keyring") as calls:
        assert nadia_with_a_plan.read() == first
        nadia_with_a_plan.do(marks.set_progress, step.id, Progress.LET_GO, TODAY)
        assert calls["lifeplan_app.crypto.keyring.VaultKeys.open"] == 0
        assert nadia_with_a_plan.read().goals[0].steps[0].progress is Progress.LET_GO
    assert calls["lifeplan_app.crypto.keyring.VaultKeys.open"] == 1
    assert calls["lifeplan_app.crypto.keyring.VaultKeys.seal"] == 1


def test_a_list_of_people_is_read_with_few_queries_however_many_they_are(house, nadia, claire):
    def asked():
        with noted(house, "before_cursor_execute") as statements:
            claire.do(received.overview, TODAY)
        return len(statements)

    show(nadia, linked(nadia, claire)[0], a_step(nadia))
    of_one = asked()
    for number in range(3):
        another = participant(house, f"Person {number}")
        show(another, linked(another, claire)[0], a_step(another))
    assert asked() == of_one


def test_a_session_that_knows_the_list_opens_the_cards_that_are_new_and_forgets_those_that_ended(
    house, nadia, claire
):
    def opened():
        with counted("lifeplan_app.crypto.cards") as calls:
            claire.do(received.overview, TODAY)
        return calls["lifeplan_app.crypto.cards.open_sealed"]

    hers, _ = linked(nadia, claire)
    first, second, third = (a_step(nadia, text) for text in ("One", "Two", "Three"))
    show(nadia, hers, first, second)
    assert (opened(), opened()) == (2, 0)
    show(nadia, hers, third)
    assert opened() == 1
    nadia.do(sharing.stop, first.id, hers.id)
    assert opened() == 0
    assert len(house.ring.get(claire.actor.keys).shown) == 2
    claire.sign_in()
    assert opened() == 2
