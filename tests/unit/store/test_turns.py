"""Long work lets short work go first, and is put off no longer than is fair."""

import threading

import pytest

from lifeplan_app.store import turns as module
from lifeplan_app.store.turns import LONG, MOST_PAUSES, STRIDE, Turns


@pytest.fixture
def pauses(monkeypatch):
    """How often somebody paused; nobody really waits."""
    taken = []
    monkeypatch.setattr(module.time, "sleep", taken.append)
    return taken


def opens(turn, number):
    for _ in range(number):
        turn.opens_one()


def test_who_is_alone_never_pauses(pauses):
    with Turns().turn(patient=True) as turn:
        opens(turn, 10 * LONG)
    assert pauses == []


def test_short_work_never_pauses_for_other_short_work(pauses):
    turns = Turns()
    with turns.turn(patient=True), turns.turn(patient=True) as turn:
        opens(turn, LONG - 1)
    assert pauses == []


def test_long_work_is_put_off_while_there_is_short_work_and_no_longer_than_is_fair(pauses):
    turns = Turns()
    with turns.turn(patient=True), turns.turn(patient=True) as turn:
        opens(turn, LONG + 10 * STRIDE)
    assert len(pauses) == MOST_PAUSES


def test_who_holds_the_lock_for_writing_never_pauses(pauses):
    turns = Turns()
    with turns.turn(patient=True), turns.turn(patient=False) as turn:
        opens(turn, 10 * LONG)
    assert pauses == []


def test_long_work_goes_on_as_soon_as_the_short_work_is_done(monkeypatch):
    turns = Turns()
    with turns.turn(patient=True) as long:
        short = turns.turn(patient=True)
        short.__enter__()
        monkeypatch.setattr(module.time, "sleep", lambda _: short.__exit__(None, None, None))
        opens(long, LONG + STRIDE)
        assert not turns.short_ones
    assert not turns.short_ones


def test_two_who_work_long_do_not_wait_for_each_other(pauses):
    turns = Turns()
    with turns.turn(patient=True) as one, turns.turn(patient=True) as other:
        opens(one, LONG - 1)
        opens(other, LONG - 1)
        one.ends()
        other.ends()
        opens(one, LONG)
        opens(other, LONG)
    assert pauses == []


def test_a_turn_that_fails_is_over():
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.turn(patient=True):
        raise ZeroDivisionError
    assert not turns.short_ones


def test_it_counts_right_from_many_threads():
    turns = Turns()

    def work():
        for _ in range(200):
            with turns.turn(patient=True) as turn:
                opens(turn, LONG)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not turns.short_ones
