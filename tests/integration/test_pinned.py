"""What happens when somebody exchanges keys or letters in the database."""

import pytest

from lifeplan_app.core import linking, people, received
from lifeplan_app.crypto import fingerprints, letters
from lifeplan_app.crypto.keypairs import PublicKeys
from lifeplan_app.crypto.letters import Envelope
from lifeplan_app.model.errors import KeysChangedError, LinkCodeError, LinkOverError
from lifeplan_app.model.sharing import Contact, Shared, Standing
from lifeplan_app.store.codec import encode_letter
from tests.factories import (
    TODAY,
    a_step,
    code_of,
    give_other_keys,
    linked,
    open_cards,
    participant,
    rows,
    show,
    standings,
)


def links(house) -> list[dict]:
    return rows(house.store.database, "SELECT * FROM link")


# --- keys that were exchanged ------------------------------------------------------------------


@pytest.mark.check("K9")
def test_keys_exchanged_before_the_code_is_typed_lead_nowhere(house, nadia, claire):
    code = code_of(claire)
    public = give_other_keys(claire).public.serialise()
    with pytest.raises(LinkCodeError):
        nadia.do(linking.meet, code)
    mine = fingerprints.fingerprint(public)
    rows(house.store.database, "UPDATE staff SET fingerprint = ?", mine)
    with pytest.raises(LinkCodeError):
        nadia.do(linking.link, code, "Étoile")
    assert links(house) == []


@pytest.mark.check("K9")
def test_her_keys_exchanged_are_noticed_and_nothing_new_goes_to_her(nadia, claire):
    hers, _ = linked(nadia, claire)
    step, other = a_step(nadia), a_step(nadia, "Trouver un lit")
    show(nadia, hers, step)
    give_other_keys(claire)
    assert standings(nadia) == [Standing.CHANGED]
    with pytest.raises(KeysChangedError):
        show(nadia, hers, other)
    with pytest.raises(KeysChangedError):
        nadia.do(linking.rename, hers.id, "Soleil")
    assert [each.of for each in nadia.all_of(Shared)] == [step.id]


@pytest.mark.check("K9")
def test_the_owners_keys_exchanged_are_noticed_by_who_reads(nadia, claire):
    hers, known = linked(nadia, claire)
    [grant] = show(nadia, hers, a_step(nadia))
    give_other_keys(nadia)
    assert standings(claire) == [Standing.CHANGED]
    [person] = claire.do(received.overview, TODAY)
    assert (person.standing, person.count) == (Standing.CHANGED, 0)
    with pytest.raises(KeysChangedError):
        open_cards(claire, known)
    with pytest.raises(KeysChangedError):
        claire.do(received.leave_note, known.id, grant.share, "Bravo", TODAY)


@pytest.mark.check("K9")
def test_a_vault_that_is_gone_counts_as_changed_while_the_link_is_there(house, nadia, claire):
    linked(nadia, claire)
    rows(house.store.database, "UPDATE vault SET id = 'elsewhere' WHERE id = ?", claire.actor.vault_id)
    assert standings(nadia) == [Standing.CHANGED]


def test_who_is_in_the_team_no_more_is_closed(house, nadia, claire):
    hers, _ = linked(nadia, claire)
    rows(house.store.database, "DELETE FROM staff")
    assert standings(nadia) == [Standing.CLOSED]
    with pytest.raises(LinkOverError):
        show(nadia, hers, a_step(nadia))


# --- letters of introduction --------------------------------------------------------------------


@pytest.mark.check("K9")
@pytest.mark.parametrize("change", ["flipped", "cut", "suite", "anothers", "signed by another"])
def test_a_letter_that_is_not_hers_makes_nobody_known(house, nadia, claire, change):
    nadia.do(linking.link, code_of(claire), "Étoile")
    mariam = participant(house, "Mariam")
    database = house.store.database
    [row] = links(house)
    letter = row["introduction"]
    if change == "anothers":
        mariam.do(linking.link, code_of(claire), "Lune")
        letter = next(each["introduction"] for each in links(house) if each["id"] != row["id"])
    forged = {
        "flipped": letter[:-1] + bytes((letter[-1] ^ 1,)),
        "cut": letter[:-1],
        "suite": b"\7" + letter[1:],
        "anothers": letter,
        "signed by another": letter,
    }[change]
    rows(database, "UPDATE link SET introduction = ? WHERE id = ?", forged, row["id"])
    if change == "signed by another":
        rows(database, "UPDATE link SET owner_vault = ? WHERE id = ?", mariam.actor.vault_id, row["id"])
    claire.do(people.receive)
    assert [each.name for each in claire.all_of(Contact) if each.link == row["id"]] == []


@pytest.mark.check("K9")
def test_a_letter_in_the_place_of_one_that_was_read_changes_nothing(house, nadia, claire):
    _, known = linked(nadia, claire)
    rows(house.store.database, "UPDATE link SET introduction = x'0102'")
    claire.do(people.receive)
    assert claire.all_of(Contact) == [known]


@pytest.mark.check("K9")
def test_a_thief_with_keys_in_the_place_of_hers_cannot_introduce_himself(house, nadia, claire):
    hers, known = linked(nadia, claire)
    with house.read() as uow:
        claires = PublicKeys.parse(uow.vaults.public_keys(claire.actor.vault_id))
    thief = give_other_keys(nadia)
    envelope = Envelope("link", hers.link, nadia.actor.vault_id, claire.actor.vault_id)
    text = encode_letter({"alias": "Soleil", "key": hers.key})
    rows(
        house.store.database,
        "UPDATE link SET introduction = ?",
        letters.seal(envelope, text, thief, claires),
    )
    claire.do(people.receive)
    assert claire.all_of(Contact) == [known]
