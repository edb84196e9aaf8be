"""Sharing, changing, ending, expiring in any order: what each reads is what was promised to her."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifeplan_app.core import cards, linking, marks, people, plan, received, sharing, words
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.plan import Progress
from lifeplan_app.model.sharing import Card, Shared
from tests.factories import a_step, by_link, caseworker, follow, linked, open_cards, rows, show

STEPS, READERS = 3, 2

steps, readers = st.integers(0, STEPS - 1), st.integers(0, READERS - 1)
days = st.sampled_from([0, 1, 30, 92, 364])
few = st.integers(0, 9)
SHARES = st.tuples(st.just("share"), st.sets(steps, min_size=1), readers, days)
MOVES = st.one_of(
    SHARES,
    st.tuples(st.just("change_end"), steps, readers, days),
    st.tuples(st.just("stop"), steps, readers),
    st.tuples(st.just("stop_all"), readers),
    st.tuples(st.just("write"), steps, few),
    st.tuples(st.just("mark"), steps, st.sampled_from(Progress)),
    st.tuples(st.just("move"), steps, few),
    st.tuples(st.just("area"), steps, few),
    st.tuples(st.just("delete"), steps),
    st.tuples(st.just("rename"), readers, few),
    st.tuples(st.just("pass_days"), st.sampled_from([1, 30, 91])),
    st.tuples(st.just("look_at_all")),
    st.tuples(st.just("part_and_meet_again"), readers, st.booleans()),
)


@dataclass
class World:
    """Nadia with some steps, those who read them, and what each of them should see."""

    nadia: object
    clock: object
    staff: list
    contacts: list
    steps: list
    aliases: list
    areas: list = field(default_factory=lambda: ["housing"] * STEPS)
    ends: dict = field(default_factory=dict)

    @property
    def today(self) -> date:
        return self.clock.day

    def expected(self, reader: int) -> set:
        return {
            (Card.of(self.steps[step], self.areas[step], self.aliases[reader]), ends)
            for (step, who), ends in self.ends.items()
            if who == reader and ends >= self.today
        }

    def there(self, step: int) -> bool:
        return self.steps[step] is not None

    def changed(self, step: int, changed) -> None:
        self.steps[step] = changed.record
        follow(self.nadia, *changed.records)

    def share(self, chosen, reader, days):
        chosen = [each for each in sorted(chosen) if self.there(each)]
        ends = min(self.today + timedelta(days=days), sharing.latest_end(self.today))
        show(self.nadia, self.contacts[reader], *(self.steps[each] for each in chosen), ends=ends)
        self.ends |= {(each, reader): ends for each in chosen}

    def change_end(self, step, reader, days):
        ends = self.today + timedelta(days=days)
        if not self.there(step):
            return
        args = (self.steps[step].id, self.contacts[reader].id, ends, self.today)
        if self.ends.get((step, reader), date.min) < self.today:
            with pytest.raises(NotFoundError):
                self.nadia.do(sharing.change_end, *args)
        else:
            self.nadia.do(sharing.change_end, *args)
            self.ends[step, reader] = ends

    def stop(self, step, reader):
        if self.there(step):
            self.nadia.do(sharing.stop, self.steps[step].id, self.contacts[reader].id)
            self.ends.pop((step, reader), None)

    def stop_all(self, reader):
        self.nadia.do(sharing.stop_all, self.contacts[reader].id)
        self.ends = {key: ends for key, ends in self.ends.items() if key[1] != reader}

    def write(self, step, number):
        if self.there(step):
            now = self.steps[step]
            self.changed(step, self.nadia.do(words.write_text, now.id, f"{step}: {number}", now.text_version))

    def mark(self, step, progress):
        if self.there(step):
            self.changed(step, self.nadia.do(marks.set_progress, self.steps[step].id, progress, self.today))

    def move(self, step, number):
        if self.there(step):
            day = self.today + timedelta(days=number)
            self.changed(step, self.nadia.do(marks.set_day, self.steps[step].id, day))

    def area(self, step, number):
        if self.there(step):
            self.areas[step] = f"{number}"
            changed = self.nadia.do(marks.set_area, self.steps[step].goal_id, f"{number}")
            follow(self.nadia, *changed.records)

    def delete(self, step):
        if self.there(step):
            follow(self.nadia, *self.nadia.do(plan.delete, self.steps[step].id).records)
            self.steps[step] = None
            self.ends = {key: ends for key, ends in self.ends.items() if key[0] != step}

    def rename(self, reader, number):
        self.aliases[reader] = f"Étoile {number}"
        self.nadia.do(linking.rename, self.contacts[reader].id, self.aliases[reader])
        self.look_at_all()
        self.staff[reader].do(people.receive)

    def pass_days(self, days):
        self.clock.day += timedelta(days=days)

    def look_at_all(self):
        with self.nadia.house.write() as uow:
            cards.follow_all(uow, self.nadia.records(uow), self.today)

    def part_and_meet_again(self, reader, she_leaves):
        staff, contact = self.staff[reader], self.contacts[reader]
        if she_leaves:
            self.nadia.do(linking.leave, contact.id)
        else:
            staff.do(people.leave, by_link(staff, contact).id)
        self.contacts[reader], _ = linked(self.nadia, staff, self.aliases[reader])
        self.ends = {key: ends for key, ends in self.ends.items() if key[1] != reader}


@pytest.fixture
def company(house, nadia):
    """Two who read, in a house that is kept from one example to the next: it costs too much to make."""
    staff = [caseworker(house, name) for name in ("Claire", "Anne")]
    for each in staff:
        linked(nadia, each)
    return staff


def new_world(nadia, clock, staff) -> World:
    """Nothing is shared, and the steps are new."""
    contacts = []
    for each in staff:
        for contact, _ in nadia.do(linking.contacts):
            if contact.vault == each.actor.vault_id:
                nadia.do(linking.leave, contact.id)
        contacts.append(linked(nadia, each)[0])
    for goal in nadia.read().goals:
        nadia.do(plan.delete, goal.goal.id)
    return World(
        nadia, clock, staff, contacts, [a_step(nadia, f"{n}") for n in range(STEPS)], ["Étoile"] * READERS
    )


@pytest.mark.check("P1")
@pytest.mark.check("P2")
@pytest.mark.check("P3")
@pytest.mark.check("K8")
@given(shared=st.lists(SHARES, min_size=2, max_size=4), moves=st.lists(MOVES, min_size=4, max_size=16))
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_each_reads_is_always_what_was_promised(house, nadia, clock, company, shared, moves):
    world = new_world(nadia, clock, company)
    for name, *args in (*shared, *moves):
        getattr(world, name)(*args)
        for reader, staff in enumerate(company):
            known = by_link(staff, world.contacts[reader])
            found = [(each.card, each.ends) for each in open_cards_unwritten(staff, known)]
            expected = world.expected(reader)
            assert len(found) == len(expected)
            assert set(found) == expected
            told = nadia.do(sharing.shared_with, world.today).get(world.contacts[reader].id, [])
            assert {each.grant.ends for each in told} == {ends for _, ends in expected}
            assert len(told) == len(expected)
            [person] = staff.do(received.overview, world.today)
            assert (person.count, person.contact.name) == (len(expected), world.aliases[reader])
    world.pass_days(400)
    assert [
        open_cards(each, by_link(each, contact))
        for each, contact in zip(company, world.contacts, strict=True)
    ] == [
        [],
        [],
    ]
    world.look_at_all()
    assert nadia.all_of(Shared) == rows(house.store.database, "SELECT * FROM share") == []


def open_cards_unwritten(staff, known):
    """What she reads, as from a page that was open already: the list of viewings would grow without end."""
    noted = frozenset(each["id"] for each in rows(staff.house.store.database, "SELECT id FROM share"))
    return staff.do(received.open_person, known.id, staff.house.today(), staff.house.now(), noted)
