"""Who opened what: written by opening and by nothing else, and no entry goes missing unseen."""

from datetime import UTC, datetime, timedelta

import pytest

from lifeplan_app.core import linking, people, received, viewings
from lifeplan_app.crypto import letters
from lifeplan_app.crypto.keypairs import PrivateKeys, PublicKeys
from lifeplan_app.crypto.letters import Envelope
from lifeplan_app.model.errors import SealError
from lifeplan_app.model.sharing import Viewing, Watched
from lifeplan_app.store import messages
from lifeplan_app.store.codec import encode_letter
from tests.factories import (
    TODAY,
    a_step,
    caseworker,
    give_other_keys,
    linked,
    open_cards,
    participant,
    rows,
    show,
)

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def both(nadia, claire):
    """Claire as Nadia knows her, and Nadia as Claire does."""
    return linked(nadia, claire)


@pytest.fixture
def opened(nadia, claire, both):
    """Claire has opened Nadia's step three times; Nadia has looked at none of it."""
    hers, known = both
    [grant] = show(nadia, hers, a_step(nadia))
    for _ in range(3):
        open_cards(claire, known)
    return grant


def entries(house) -> list[dict]:
    return rows(house.store.database, "SELECT * FROM viewing ORDER BY owner_vault, number")


def log(nadia) -> viewings.Log:
    return nadia.do(viewings.read)


# --- what is written ----------------------------------------------------------------------------


@pytest.mark.check("P5")
def test_opening_writes_one_viewing_that_names_who_what_and_when(house, nadia, claire, both):
    hers, known = both
    grants = show(nadia, hers, a_step(nadia), a_step(nadia, "Soupe"))
    claire.do(received.overview, TODAY)
    claire.do(people.receive)
    assert entries(house) == []
    open_cards(claire, known)
    [viewing] = log(nadia).viewings
    assert (viewing.number, viewing.contact, viewing.at) == (1, hers.id, NOON)
    assert set(viewing.shares) == {each.share for each in grants}


@pytest.mark.check("P5")
def test_what_stays_open_is_written_once_and_what_comes_new_beside_it(house, nadia, claire, both):
    hers, known = both
    [first] = show(nadia, hers, a_step(nadia))
    noted = frozenset({first.share})
    claire.do(received.open_person, known.id, TODAY, house.now(), noted)
    assert entries(house) == []
    [second] = show(nadia, hers, a_step(nadia, "Soupe"))
    claire.do(received.open_person, known.id, TODAY, house.now(), noted)
    assert [each.shares for each in log(nadia).viewings] == [(second.share,)]


@pytest.mark.check("P5")
def test_what_does_not_open_is_no_viewing(house, nadia, claire, both):
    hers, known = both
    show(nadia, hers, a_step(nadia))
    rows(house.store.database, "UPDATE share SET version = version + 1")
    with pytest.raises(SealError):
        open_cards(claire, known)
    assert entries(house) == []


@pytest.mark.check("P5")
@pytest.mark.check("K1")
def test_a_viewing_is_sealed_to_the_owner(house, nadia, claire, opened):
    for row in entries(house):
        for secret in (claire.actor.vault_id, opened.share, "2026-11-21"):
            assert secret.encode() not in row["entry"]
        outside = Envelope(messages.VIEWINGS, str(row["number"]), "", nadia.actor.vault_id).outside
        with house.read() as uow, pytest.raises(SealError):
            letters.open_sealed(uow.vaults.letterbox(uow.keys(claire.actor.keys)), outside, row["entry"])


@pytest.mark.check("P5")
def test_she_reads_the_newest_first_and_her_window_is_told(house, nadia, claire, both, opened):
    assert [each.number for each in log(nadia).viewings] == [3, 2, 1]
    assert log(nadia).whole
    with house.write() as uow:
        received.open_person(uow, claire.actor, both[1].id, TODAY, house.now())
        assert uow.concerns == {nadia.actor.vault_id}


def test_each_owner_has_a_list_of_her_own(house, nadia, claire, opened):
    mariam = participant(house, "Mariam")
    hers, known = linked(mariam, claire)
    show(mariam, hers, a_step(mariam))
    open_cards(claire, known)
    assert [len(log(each).viewings) for each in (nadia, mariam)] == [3, 1]
    assert log(mariam).whole


def test_before_anybody_looked_the_list_is_empty_and_whole(nadia):
    assert log(nadia) == viewings.Log((), whole=True)
    nadia.do(viewings.note_read)
    assert nadia.all_of(Watched) == []


# --- what somebody does to the list -------------------------------------------------------------

HERS = "owner_vault = (SELECT owner_vault FROM viewing LIMIT 1)"
TAMPERED = {
    "the first removed": "DELETE FROM viewing WHERE number = 1",
    "one removed": "DELETE FROM viewing WHERE number = 2",
    "one removed and counted anew": """DELETE FROM viewing WHERE number = 2;
        UPDATE viewing SET number = 2 WHERE number = 3""",
    "one changed": "UPDATE viewing SET entry = CAST(substr(entry, 1, 90) || x'00' AS BLOB) WHERE number = 2",
    "the last changed": "UPDATE viewing SET entry = x'01' WHERE number = 3",
    "another suite": "UPDATE viewing SET entry = CAST(x'07' || substr(entry, 2) AS BLOB) WHERE number = 3",
    "two exchanged": """UPDATE viewing SET number = 9 WHERE number = 2;
        UPDATE viewing SET number = 2 WHERE number = 3; UPDATE viewing SET number = 3 WHERE number = 9""",
    "one twice": "INSERT INTO viewing SELECT owner_vault, 4, entry FROM viewing WHERE number = 3",
    "one of another put in": """INSERT INTO viewing
        SELECT (SELECT owner_vault FROM share LIMIT 1), 4, entry FROM viewing WHERE number = 1""",
}


def tamper(house, script: str) -> None:
    for statement in script.split(";"):
        rows(house.store.database, statement)


@pytest.mark.check("P5")
@pytest.mark.parametrize("script", TAMPERED.values(), ids=TAMPERED)
@pytest.mark.parametrize("has_looked", [True, False], ids=["after she looked", "before she looked"])
def test_an_entry_that_is_removed_changed_or_exchanged_is_noticed(house, nadia, opened, script, has_looked):
    if has_looked:
        nadia.do(viewings.note_read)
    tamper(house, script)
    assert not log(nadia).whole


@pytest.mark.check("P5")
def test_an_entry_put_back_behind_one_that_was_written_anew_is_noticed(house, nadia, claire, both, opened):
    """Each names the one before it: the second is another one now, though both are Claire's own."""
    third = entries(house)[2]
    rows(house.store.database, "DELETE FROM viewing WHERE number > 1")
    open_cards(claire, both[1])
    assert log(nadia).whole  # nothing she had looked at is missing
    rows(house.store.database, "INSERT INTO viewing VALUES (?, ?, ?)", *third.values())
    assert not log(nadia).whole


@pytest.mark.check("P5")
@pytest.mark.parametrize("left", [0, 1, 2])
def test_what_she_has_looked_at_cannot_be_cut_off_the_end(house, nadia, claire, both, opened, left):
    nadia.do(viewings.note_read)
    assert log(nadia).whole
    rows(house.store.database, "DELETE FROM viewing WHERE number > ?", left)
    assert not log(nadia).whole
    for _ in range(4 if left else 0):  # nor written anew over it
        open_cards(claire, both[1])
    assert not log(nadia).whole


def test_looking_is_remembered_as_far_as_it_went(nadia, claire, both, opened):
    nadia.do(viewings.note_read)
    nadia.do(viewings.note_read)
    [first] = nadia.all_of(Watched)
    assert (first.number, first.version) == (3, 1)
    open_cards(claire, both[1])
    nadia.do(viewings.note_read)
    [then] = nadia.all_of(Watched)
    assert (then.number, then.version) == (4, 2)
    assert log(nadia).whole


def forge(house, nadia, author, vault, **said) -> None:
    """Put an entry at the end of her list: sealed to her, as anybody can, and signed by *author*."""
    last = entries(house)[-1]
    number = last["number"] + 1
    text = {
        "by": vault,
        "at": "2026-11-21T12:00+00:00",
        "shares": [],
        "before": letters.digest(last["entry"]),
    }
    envelope = Envelope(messages.VIEWINGS, str(number), vault, nadia.actor.vault_id)
    with house.read() as uow:
        hers = PublicKeys.parse(uow.vaults.public_keys(nadia.actor.vault_id))
    sealed = letters.seal(envelope, encode_letter(text | said), author, hers)
    rows(house.store.database, "INSERT INTO viewing VALUES (?, ?, ?)", nadia.actor.vault_id, number, sealed)


@pytest.mark.check("P5")
@pytest.mark.check("K9")
@pytest.mark.parametrize("by", ["claire", "anne", "nobody"])
def test_an_entry_put_in_by_somebody_else_is_noticed(house, nadia, claire, opened, by):
    anne = caseworker(house, "Anne")
    named = {"claire": claire.actor.vault_id, "anne": anne.actor.vault_id, "nobody": "elsewhere"}[by]
    with house.read() as uow:
        annes = uow.vaults.letterbox(uow.keys(anne.actor.keys))
    forge(house, nadia, annes if by == "anne" else PrivateKeys.generate(), named)
    assert not log(nadia).whole
    assert [each.number for each in log(nadia).viewings] == [3, 2, 1]


@pytest.mark.check("P5")
def test_an_entry_that_makes_no_sense_is_noticed_and_stops_nothing(house, nadia, opened):
    forge(house, nadia, PrivateKeys.generate(), "elsewhere", by=["no", "vault"])
    assert not log(nadia).whole
    assert len(log(nadia).viewings) == 3


@pytest.mark.check("K9")
def test_entries_of_one_whose_keys_were_exchanged_are_noticed(nadia, claire, opened):
    give_other_keys(claire)
    assert log(nadia) == viewings.Log((), whole=False)


# --- after a link is over -----------------------------------------------------------------------


@pytest.mark.check("P5")
def test_after_she_left_what_was_opened_stays_and_can_still_be_checked(nadia, claire, both, opened):
    hers, _ = both
    nadia.do(linking.leave, hers.id)
    found = log(nadia)
    assert found.whole
    assert found.viewings[0] == Viewing(3, "", NOON, (opened.share,))
    give_other_keys(claire)
    assert not log(nadia).whole


def test_two_who_left_and_came_back_are_known_by_their_newest_link(nadia, claire, both, opened, clock):
    nadia.do(viewings.note_read)
    for _ in range(2):
        for contact, _standing in nadia.do(linking.contacts):
            nadia.do(linking.leave, contact.id)
        hers, known = linked(nadia, claire)
    [watched] = nadia.all_of(Watched)
    assert len(watched.former) == 1
    show(nadia, hers, a_step(nadia, "Soupe"))
    clock.day += timedelta(days=1)
    open_cards(claire, known)
    assert {each.contact for each in log(nadia).viewings} == {hers.id}
    assert log(nadia).whole


def test_one_whose_account_is_gone_can_be_asked_no_more(house, nadia, claire, opened):
    rows(house.store.database, "DELETE FROM vault WHERE id = ?", claire.actor.vault_id)
    assert log(nadia).whole
    assert len(log(nadia).viewings) == 3
