"""Fixtures of the tests that live in a house; a folder's conftest.py takes them in."""

import pytest

from tests.factories import Clock, caseworker, coordinator, mentor, participant, services


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


@pytest.fixture
def claire(house):
    return caseworker(house)


@pytest.fixture
def rose(house):
    return mentor(house)


@pytest.fixture
def odile(house):
    return coordinator(house)
