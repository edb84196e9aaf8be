"""Fixtures of the tests that live in a house; a folder's conftest.py takes them in."""

import pytest

from tests.factories import Clock, participant, services


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def house(tmp_path, clock):
    made = services(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def nadia(house):
    return participant(house)
