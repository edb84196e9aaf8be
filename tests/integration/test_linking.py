"""How two are linked: what each sees of the other, and what a wrong code or a wrong letter does."""

import pytest

from lifeplan_app.core import linking, people, received, sharing, team
from lifeplan_app.crypto import fingerprints
from lifeplan_app.model.account import Language, Role
from lifeplan_app.model.errors import (
    AliasError,
    LinkCodeError,
    LinkedAlreadyError,
    LinkOverError,
    NotFoundError,
)
from lifeplan_app.model.sharing import Contact, Shared, Standing
from tests.factories import (
    TODAY,
    a_step,
    by_link,
    caseworker,
    code_of,
    follow,
    linked,
    open_cards,
    participant,
    rows,
    show,
    standings,
)


def links(house) -> list[dict]:
    return rows(house.store.database, "SELECT * FROM link")


# --- linking -----------------------------------------------------------------------------------


def test_both_screens_show_the_same_before_anything_has_happened(house, nadia, claire):
    shown = claire.do(linking.own_code)
    assert nadia.do(linking.meet, shown.code) == shown
    assert (shown.name, shown.organisation, shown.role) == ("Claire", "Maison Bleue", Role.CASEWORKER)
    assert [len(shown.words[each].split()) for each in Language] == [4, 4]
    assert links(house) == nadia.all_of(Contact) == claire.all_of(Contact) == []


@pytest.mark.check("P9")
def test_each_knows_the_other_by_the_name_meant_for_her(nadia, claire):
    hers, known = linked(nadia, claire, "  Petite   étoile ")
    assert (hers.name, hers.organisation, hers.role) == ("Claire", "Maison Bleue", Role.CASEWORKER)
    assert (known.name, known.role, known.alias) == ("Petite étoile", Role.PARTICIPANT, "")
    assert hers.key == known.key
    assert hers.vault == claire.actor.vault_id
    assert known.vault == nadia.actor.vault_id
    assert nadia.do(linking.contacts) == [(hers, Standing.OPEN)]
    assert claire.do(people.people) == [(known, Standing.OPEN)]


@pytest.mark.check("P9")
@pytest.mark.check("K1")
def test_no_name_stands_in_the_database_and_the_other_never_gets_the_one_she_signs_in_with(
    house, nadia, claire
):
    linked(nadia, claire, "Chouetteéclair")
    assert "Nadia" not in repr([vars_of(each) for each in claire.all_of(Contact)])
    house.close()
    found = house.store.database.read_bytes().lower()
    for word in ("Chouetteéclair", "Nadia"):
        assert word.lower().encode() not in found


def vars_of(record) -> dict:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def test_a_code_may_be_typed_any_way(nadia, claire):
    code = code_of(claire).lower().replace("-", " ")
    assert nadia.do(linking.link, f" {code} ", "Étoile").name == "Claire"


@pytest.mark.parametrize("code", ["", "hello", fingerprints.code_of(bytes(32)), "\ud800"])
def test_a_code_that_is_nobodys_links_with_nobody(nadia, claire, code):
    for use_case, args in ((linking.meet, [code]), (linking.link, [code, "Étoile"])):
        with pytest.raises(LinkCodeError):
            nadia.do(use_case, *args)


def test_only_those_who_accompany_can_be_linked_with(house, nadia, claire, odile):
    mariam = participant(house, "Mariam")
    for other in (odile, mariam):
        [row] = rows(house.store.database, "SELECT public_keys FROM vault WHERE id = ?", other.actor.vault_id)
        code = fingerprints.code_of(fingerprints.fingerprint(row["public_keys"]))
        with pytest.raises(LinkCodeError):
            nadia.do(linking.link, code, "Étoile")
    team.deactivate(house, odile.actor, claire.actor.account_id)
    [member] = rows(house.store.database, "SELECT fingerprint FROM staff WHERE name = 'Claire'")
    with pytest.raises(LinkCodeError):
        nadia.do(linking.meet, fingerprints.code_of(member["fingerprint"]))


@pytest.mark.parametrize("alias", ["", "   ", "é" * 41])
def test_a_name_for_her_to_see_is_needed_and_short(house, nadia, claire, alias):
    with pytest.raises(AliasError):
        nadia.do(linking.link, code_of(claire), alias)
    hers, _ = linked(nadia, claire, "é" * 40)
    with pytest.raises(AliasError):
        nadia.do(linking.rename, hers.id, alias)


def test_two_are_linked_once(house, nadia, claire):
    linked(nadia, claire)
    for use_case, args in ((linking.meet, []), (linking.link, ["Étoile"])):
        with pytest.raises(LinkedAlreadyError):
            nadia.do(use_case, code_of(claire), *args)
    assert len(links(house)) == 1


def test_people_stand_by_name_whatever_its_case(house, nadia, claire):
    for name in ("anne", "Zoé"):
        linked(nadia, caseworker(house, name))
    linked(nadia, claire, "lune")
    linked(participant(house, "Mariam"), claire, "Bleue")
    assert [each.name for each, _ in nadia.do(linking.contacts)] == ["anne", "Claire", "Zoé"]
    assert [each.name for each, _ in claire.do(people.people)] == ["Bleue", "lune"]


# --- another name ------------------------------------------------------------------------------


@pytest.mark.check("P9")
def test_another_name_for_one_changes_nothing_for_the_other(house, nadia, claire):
    anne = caseworker(house, "Anne")
    hers, known = linked(nadia, claire, "Étoile")
    annes, known_by_anne = linked(nadia, anne, "Lune")
    step = a_step(nadia)
    for each in (hers, annes):
        show(nadia, each, step)
    nadia.do(linking.rename, hers.id, "Soleil")
    follow(nadia, step)
    for staff in (claire, anne):
        staff.do(people.receive)
    assert by_link(claire, hers).name == "Soleil"
    assert by_link(anne, annes) == known_by_anne
    assert [each.card.alias for each in open_cards(claire, known)] == ["Soleil"]
    assert [each.card.alias for each in open_cards(anne, known_by_anne)] == ["Lune"]


def test_receiving_again_writes_nothing(nadia, claire):
    _, known = linked(nadia, claire)
    claire.do(people.receive)
    assert claire.all_of(Contact) == [known]


# --- leaving ------------------------------------------------------------------------------------


@pytest.mark.check("P8")
def test_when_she_leaves_everything_is_taken_back_and_others_see_what_they_saw(house, nadia, claire):
    anne = caseworker(house, "Anne")
    hers, known = linked(nadia, claire)
    annes, known_by_anne = linked(nadia, anne)
    step = a_step(nadia)
    for each in (hers, annes):
        show(nadia, each, step)
    nadia.do(linking.leave, hers.id)
    assert [each.id for each, _ in nadia.do(linking.contacts)] == [annes.id]
    assert standings(claire) == [Standing.ENDED]
    with pytest.raises(LinkOverError):
        open_cards(claire, known)
    claire.do(people.receive)
    assert claire.all_of(Contact) == []
    assert [each.card.text for each in open_cards(anne, known_by_anne)] == [step.text]
    with pytest.raises(NotFoundError):
        nadia.do(linking.leave, hers.id)


def test_when_the_other_leaves_nothing_is_shared_and_she_sees_that_it_ended(house, nadia, claire):
    hers, known = linked(nadia, claire)
    [grant] = show(nadia, hers, a_step(nadia))
    claire.do(received.leave_note, known.id, grant.share, "Bravo", TODAY)
    claire.do(people.leave, known.id)
    assert rows(house.store.database, "SELECT * FROM share") == links(house) == []
    assert standings(nadia) == [Standing.ENDED]
    assert nadia.do(sharing.shared_with, TODAY) == {}
    assert claire.all_of(Contact) == []
    with pytest.raises(LinkOverError):
        show(nadia, hers, a_step(nadia))
    nadia.do(linking.leave, hers.id)
    assert nadia.do(linking.contacts) == []


def test_linked_again_there_is_one_of_each_and_nothing_of_before_is_shared(nadia, claire):
    hers, known = linked(nadia, claire, "Étoile")
    step = a_step(nadia)
    show(nadia, hers, step)
    claire.do(people.leave, known.id)
    again, known_again = linked(nadia, claire, "Lune")
    assert nadia.do(linking.contacts) == [(again, Standing.OPEN)]
    assert claire.do(people.people) == [(known_again, Standing.OPEN)]
    assert open_cards(claire, known_again) == []
    assert nadia.all_of(Shared) == []
    show(nadia, again, step)
    assert [each.card.alias for each in open_cards(claire, known_again)] == ["Lune"]
