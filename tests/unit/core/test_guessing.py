import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeplan_app.core import guessing
from lifeplan_app.core.guessing import HOUR, Client, Guessing
from lifeplan_app.model.errors import SlowDownError
from tests.factories import Clock, tries_until_slowed

NADIA = b"index of Nadia"
MARIAM = b"index of Mariam"
STRANGER = Client("198.51.100.66")
OTHER_STRANGER = Client("203.0.113.9")
PHONE_ADDRESS = "192.0.2.7"


@pytest.fixture
def gate(clock):
    return Guessing(clock, clock.today, b"p" * 32)


def until_slowed(gate, index, client):
    return tries_until_slowed(lambda _: gate.admit(index, client))


def known_phone(gate, index=NADIA, address=PHONE_ADDRESS):
    return Client(address, known=gate.known_token(index))


@pytest.mark.check("S9")
def test_a_person_who_mistypes_a_few_times_does_not_wait(gate):
    for _ in range(5):
        gate.admit(NADIA, STRANGER)


@pytest.mark.check("S9")
def test_each_further_try_waits_longer_than_the_one_before(gate, clock):
    waits = []
    for _ in range(9):
        try:
            gate.admit(NADIA, STRANGER)
        except SlowDownError as slow:
            waits.append(slow.seconds)
            clock.wait(slow.seconds)
            gate.admit(NADIA, STRANGER)
    assert waits == [15, 30, 60, 120]


@pytest.mark.check("S9")
@settings(max_examples=30, deadline=None)
@given(gaps=st.lists(st.floats(0, 400), min_size=50, max_size=120), clients=st.randoms())
def test_a_script_gets_fewer_than_thirty_tries_an_hour_on_one_account(gaps, clients):
    clock = Clock()
    gate = Guessing(clock, clock.today, b"p" * 32)
    stolen = known_phone(gate)
    admitted = []
    for gap in gaps:
        clock.wait(gap)
        address = f"203.0.113.{clients.randrange(256)}"
        for client in (Client(address), stolen):
            try:
                gate.admit(NADIA, client)
            except SlowDownError:
                continue
            admitted.append(clock())
    for start in admitted:
        assert sum(start <= each < start + HOUR for each in admitted) < 30


@pytest.mark.check("S9")
@pytest.mark.parametrize("address", [PHONE_ADDRESS, STRANGER.address])
def test_a_phone_that_signed_in_before_does_not_wait_for_strangers_even_at_its_address(gate, address):
    phone = known_phone(gate, address=address)
    for index in (NADIA, MARIAM, *(b"%d" % number for number in range(20))):
        until_slowed(gate, index, Client(address))
    gate.admit(NADIA, phone)
    gate.admit_address(phone, NADIA)


@pytest.mark.check("S9")
def test_a_known_phone_is_slowed_too(gate):
    assert until_slowed(gate, NADIA, known_phone(gate)) == 5


@pytest.mark.check("S9")
def test_waiting_is_told_for_any_index_alike(gate):
    assert until_slowed(gate, NADIA, STRANGER) == until_slowed(gate, b"of nobody", OTHER_STRANGER)


def test_strangers_at_many_addresses_share_the_budget_of_one_account(gate):
    until_slowed(gate, NADIA, STRANGER)
    with pytest.raises(SlowDownError):
        gate.admit(NADIA, OTHER_STRANGER)


def test_one_address_gets_sixty_tries_an_hour_over_all_accounts(gate, clock):
    for number in range(60):
        gate.admit(b"%d" % number, STRANGER)
    with pytest.raises(SlowDownError) as slow:
        gate.admit(b"60", STRANGER)
    gate.admit(b"60", OTHER_STRANGER)
    clock.wait(slow.value.seconds)
    gate.admit(b"61", STRANGER)


def test_a_try_that_must_wait_is_not_counted(gate, clock):
    until_slowed(gate, NADIA, STRANGER)
    for _ in range(100):
        with pytest.raises(SlowDownError) as slow:
            gate.admit(NADIA, STRANGER)
    assert slow.value.seconds == 15


def test_after_an_hour_all_is_forgotten(gate, clock):
    until_slowed(gate, NADIA, STRANGER)
    clock.wait(HOUR)
    assert until_slowed(gate, NADIA, STRANGER) == 5


def test_a_right_try_does_not_count_but_the_wrong_ones_before_it_still_do(gate):
    for _ in range(4):
        gate.admit(NADIA, STRANGER)
    for _ in range(20):
        gate.give_back(gate.admit(NADIA, STRANGER))
    assert until_slowed(gate, NADIA, STRANGER) == 1


def test_giving_back_a_forgotten_try_is_no_fault(gate, clock):
    admitted = gate.admit(NADIA, STRANGER)
    clock.wait(HOUR)
    gate.admit(NADIA, STRANGER)
    gate.give_back(admitted)


@pytest.mark.parametrize(
    "spoil",
    [
        "",
        "9999999.x",
        "9{token}",
        "{token}x",
        "{token}\ud800",
        "{token}.{token}",
    ],
)
def test_a_made_up_token_is_a_strangers(gate, spoil):
    until_slowed(gate, NADIA, STRANGER)
    with pytest.raises(SlowDownError):
        gate.admit(NADIA, Client(PHONE_ADDRESS, known=spoil.format(token=gate.known_token(NADIA))))


def test_a_token_of_one_account_is_a_strangers_at_another(gate):
    until_slowed(gate, NADIA, STRANGER)
    with pytest.raises(SlowDownError):
        gate.admit(NADIA, known_phone(gate, MARIAM))


def test_a_token_ends_after_180_days(gate, clock):
    phone = known_phone(gate)
    clock.wait(days=180)
    until_slowed(gate, NADIA, STRANGER)
    gate.admit(NADIA, phone)
    clock.wait(days=1)
    until_slowed(gate, NADIA, STRANGER)
    with pytest.raises(SlowDownError):
        gate.admit(NADIA, phone)


def test_two_phones_of_hers_have_a_budget_each(gate):
    until_slowed(gate, NADIA, known_phone(gate))
    gate.admit(NADIA, known_phone(gate))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("fe80::1%eth0", "fe80::2%eth0", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "a proxy's own word", False),
    ],
)
def test_an_ipv6_household_is_one_client(one, other, same):
    assert (guessing._network(one) == guessing._network(other)) == same


def test_memory_is_bounded(gate, clock, monkeypatch):
    monkeypatch.setattr(guessing, "_MOST_ENTRIES", 100)
    for number in range(150):
        clock.wait(60)
        gate.admit(b"%d" % number, STRANGER)
    assert len(gate._tries) == 100


def test_neither_names_nor_addresses_are_kept_in_clear(gate):
    gate.admit(NADIA, STRANGER)
    assert STRANGER.address not in str(gate.__dict__)
    assert str(NADIA) not in str(gate.__dict__)
