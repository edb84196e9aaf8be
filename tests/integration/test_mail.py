"""Letters between two who are linked: taken in whole, and only from whom they say they are."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifeplan_app.core import linking, mail, people, received, sharing, suggestions
from lifeplan_app.crypto import letters
from lifeplan_app.crypto.keypairs import PrivateKeys, PublicKeys
from lifeplan_app.crypto.letters import Envelope
from lifeplan_app.model.errors import KeysChangedError, LinkOverError
from lifeplan_app.model.ids import new_id
from lifeplan_app.model.sharing import Contact, Note, Shared, Suggestion, Thanks
from lifeplan_app.store import messages
from lifeplan_app.store.codec import encode_letter
from tests.factories import (
    TODAY,
    a_step,
    by_link,
    caseworker,
    give_other_keys,
    linked,
    mentor,
    participant,
    rows,
    show,
)


@pytest.fixture
def both(nadia, claire):
    """Claire as Nadia knows her, and Nadia as Claire does."""
    return linked(nadia, claire)


@pytest.fixture
def grant(nadia, both):
    return show(nadia, both[0], a_step(nadia))[0]


def waiting(house) -> list[dict]:
    return rows(house.store.database, "SELECT * FROM message")


def note(claire, known, grant, text="Bravo"):
    claire.do(received.leave_note, known.id, grant.share, text, TODAY)


def keys_of(person) -> PrivateKeys:
    with person.house.read() as uow:
        return uow.vaults.letterbox(uow.keys(person.actor.keys))


def post(to, signed_by, content, author=None, message="") -> None:
    """Put a letter into somebody's letterbox past the app: anybody can who writes in the database."""
    message, vault = message or new_id(), to.actor.vault_id
    envelope = Envelope(messages.TABLE, message, author or content["from"], vault)
    with to.house.read() as uow:
        public = PublicKeys.parse(uow.vaults.public_keys(vault))
    text = content if isinstance(content, bytes) else encode_letter(content)
    letter = letters.seal(envelope, text, signed_by, public)
    rows(
        to.house.store.database,
        "INSERT INTO message VALUES (?, ?, ?, ?)",
        message,
        vault,
        TODAY.isoformat(),
        letter,
    )


def a_note_from(author, share="elsewhere") -> dict:
    by = author.actor.vault_id
    return {"from": by, "day": TODAY.isoformat(), "kind": "note", "share": share, "text": "Psst"}


def refused(person) -> None:
    """What waits for that person is one letter; it is refused, taken out, and kept nowhere."""
    before = person.all_of(object)
    assert person.take_in() == 1
    assert waiting(person.house) == []
    assert person.all_of(object) == before


# --- letters that arrive ------------------------------------------------------------------------


@pytest.mark.check("K9")
def test_a_letter_put_together_by_hand_arrives_when_its_author_signed_it(nadia, claire, grant):
    """What the refusals below are measured by: the same letter, with nothing wrong about it."""
    post(nadia, keys_of(claire), a_note_from(claire, grant.share))
    assert nadia.take_in() == 0
    assert [(each.text, each.by) for each in nadia.all_of(Note)] == [("Psst", "Claire")]


@pytest.mark.check("K1")
def test_a_letter_on_its_way_says_only_whose_it_is_and_which_day(house, nadia, claire, both, grant):
    note(claire, both[1], grant, "Chouetteéclair")
    [row] = waiting(house)
    assert (row["recipient_vault"], row["day"]) == (nadia.actor.vault_id, TODAY.isoformat())
    for secret in ("Chouette", claire.actor.vault_id, grant.share, "note"):
        assert secret.encode() not in row["letter"]


def test_an_empty_letterbox_writes_nothing(nadia):
    assert nadia.take_in() == 0


def test_letters_are_taken_in_two_hundred_at_a_time_and_none_is_lost(house, nadia, claire, both, grant):
    keys, share = keys_of(claire), grant.share
    for number in range(mail.MOST_AT_ONCE + 5):
        post(nadia, keys, a_note_from(claire, share) | {"text": f"{number}"})
    assert nadia.take_in() == 0
    assert len(nadia.all_of(Note)) == mail.MOST_AT_ONCE
    assert len(waiting(house)) == 5
    assert nadia.take_in() == 0
    assert {each.text for each in nadia.all_of(Note)} == {f"{n}" for n in range(mail.MOST_AT_ONCE + 5)}
    assert waiting(house) == []


def test_a_note_on_what_has_ended_meanwhile_still_finds_its_step(nadia, claire, both, grant):
    [shared] = nadia.all_of(Shared)
    note(claire, both[1], grant)
    nadia.do(sharing.stop_all, both[0].id)
    assert nadia.take_in() == 0
    assert [(each.text, each.of) for each in nadia.all_of(Note)] == [("Bravo", shared.of)]


@pytest.mark.check("P8")
def test_a_note_belongs_to_no_step_that_its_author_does_not_see(house, nadia, claire, both, grant):
    """Another share's id, read in the database, puts no words on that step."""
    anne = caseworker(house, "Anne")
    linked(nadia, anne)
    post(nadia, keys_of(anne), a_note_from(anne, grant.share))
    assert nadia.take_in() == 0
    assert [(each.by, each.of) for each in nadia.all_of(Note)] == [("Anne", None)]


def test_the_window_of_who_gets_a_letter_is_told(house, nadia, claire, both, grant):
    with house.write() as uow:
        received.leave_note(uow, claire.actor, both[1].id, grant.share, "Bravo", TODAY)
        assert uow.concerns == {nadia.actor.vault_id}


# --- letters that are refused --------------------------------------------------------------------


@pytest.mark.check("K9")
@pytest.mark.parametrize("signer", ["nobody", "anne", "mariam", "nadia"])
def test_a_letter_signed_by_another_than_it_says_is_refused(house, nadia, claire, grant, signer):
    anne, mariam = caseworker(house, "Anne"), participant(house, "Mariam")
    linked(nadia, anne)
    people_by_name = {"anne": anne, "mariam": mariam, "nadia": nadia}
    signed_by = PrivateKeys.generate() if signer == "nobody" else keys_of(people_by_name[signer])
    post(nadia, signed_by, a_note_from(claire, grant.share))
    refused(nadia)


@pytest.mark.check("K9")
def test_a_letter_from_somebody_she_is_not_linked_with_is_refused(house, nadia, grant):
    anne = caseworker(house, "Anne")
    linked(participant(house, "Mariam"), anne)
    post(nadia, keys_of(anne), a_note_from(anne, grant.share))
    refused(nadia)


@pytest.mark.check("K9")
def test_a_letter_of_one_she_has_left_is_refused(nadia, claire, both, grant):
    nadia.do(linking.leave, both[0].id)
    post(nadia, keys_of(claire), a_note_from(claire, grant.share))
    refused(nadia)


@pytest.mark.check("K9")
def test_a_letter_signed_for_another_is_refused(house, nadia, claire, both, grant):
    """Who writes in the database moves a note to somebody else, or puts it under another id."""
    note(claire, both[1], grant)
    mariam = participant(house, "Mariam")
    linked(mariam, claire, "Lune")
    rows(house.store.database, "UPDATE message SET recipient_vault = ?", mariam.actor.vault_id)
    refused(mariam)
    note(claire, both[1], grant)
    rows(house.store.database, "UPDATE message SET id = id || 'A'")
    refused(nadia)


@pytest.mark.check("K9")
def test_a_letter_after_her_keys_were_exchanged_is_refused(nadia, claire, grant):
    keys = keys_of(claire)
    post(nadia, keys, a_note_from(claire, grant.share))
    thief = give_other_keys(claire)
    refused(nadia)
    post(nadia, thief, a_note_from(claire, grant.share))
    refused(nadia)


@pytest.mark.check("K9")
@pytest.mark.check("P6")
@pytest.mark.parametrize("kind", ["offer", "thanks", "plan", ["note"], None])
def test_nobody_sends_what_is_not_hers_to_send(nadia, claire, grant, kind):
    post(nadia, keys_of(claire), a_note_from(claire, grant.share) | {"kind": kind, "word": ""})
    refused(nadia)


@pytest.mark.check("K9")
def test_a_mentor_leaves_no_note_and_a_participant_sends_nothing_but_thanks(house, nadia, claire, both):
    rose = mentor(house)
    linked(nadia, rose, "Lune")
    post(nadia, keys_of(rose), a_note_from(rose))
    refused(nadia)
    post(claire, keys_of(nadia), a_note_from(nadia))
    refused(claire)


@pytest.mark.check("K9")
@pytest.mark.parametrize("junk", [b"", b"soup", b"[]", b"7", b"\xff", b"{}", b'{"from": ["a"], "kind": {}}'])
def test_what_makes_no_sense_is_refused_and_stops_nothing(house, nadia, claire, both, grant, junk):
    post(nadia, PrivateKeys.generate(), junk, author="elsewhere")
    refused(nadia)
    post(nadia, PrivateKeys.generate(), junk, author="elsewhere")
    note(claire, both[1], grant)
    assert nadia.take_in() == 1
    assert [each.text for each in nadia.all_of(Note)] == ["Bravo"]


@pytest.mark.check("K9")
@given(at=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_byte_of_a_letter_flipped_is_refused(house, nadia, claire, both, grant, at, flip):
    note(claire, both[1], grant)
    [row] = waiting(house)
    letter = bytearray(row["letter"])
    letter[int(at * len(letter))] ^= flip
    rows(house.store.database, "UPDATE message SET letter = ?", bytes(letter))
    assert nadia.take_in() == 1
    assert waiting(house) == nadia.all_of(Note) == []


@pytest.mark.check("K9")
def test_a_letter_put_back_after_it_was_taken_in_is_refused(house, nadia, claire, both, grant):
    note(claire, both[1], grant)
    [row] = waiting(house)
    nadia.take_in()
    rows(house.store.database, "INSERT INTO message VALUES (?, ?, ?, ?)", *row.values())
    refused(nadia)


# --- letters that are not sent -------------------------------------------------------------------


@pytest.mark.check("K9")
def test_nothing_goes_to_one_whose_keys_were_exchanged_or_whose_link_is_over(house, nadia, rose):
    hers, known = linked(nadia, rose)
    rose.do(suggestions.offer, [known.id], "Un thé", "", TODAY)
    nadia.take_in()
    [suggestion] = nadia.all_of(Suggestion)
    [before] = rows(house.store.database, "SELECT public_keys FROM vault WHERE id = ?", hers.vault)
    give_other_keys(rose)
    with pytest.raises(KeysChangedError):
        nadia.do(suggestions.thank, suggestion.id, "", TODAY)
    rows(
        house.store.database,
        "UPDATE vault SET public_keys = ? WHERE id = ?",
        before["public_keys"],
        hers.vault,
    )
    rose.do(people.leave, known.id)
    with pytest.raises(LinkOverError):
        nadia.do(suggestions.thank, suggestion.id, "", TODAY)
    assert waiting(house) == rose.all_of(Thanks) == []


def test_each_letter_finds_the_one_it_is_for(house, nadia, rose):
    mariam = participant(house, "Mariam")
    contacts = [linked(each, rose, alias)[1] for each, alias in ((nadia, "Étoile"), (mariam, "Lune"))]
    rose.do(suggestions.offer, [each.id for each in contacts], "Un thé", "", TODAY)
    assert [each.take_in() for each in (nadia, mariam)] == [0, 0]
    for each in (nadia, mariam):
        [suggestion] = each.all_of(Suggestion)
        [contact] = each.all_of(Contact)
        assert (suggestion.contact, suggestion.by) == (contact.id, "Rose")
        assert by_link(rose, contact) in contacts
