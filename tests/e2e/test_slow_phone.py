"""A phone so slow that she has begun before the framework is awake: nothing she did is lost to that."""

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.person import Person
from tests.e2e.phone import Phone

AWAKE = "() => Object.keys(document).some((key) => key.startsWith('__reactContainer'))"


class Asleep:
    """The framework's scripts on one phone, held back until she has done what she did."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone
        self._held: list[Route] | None = []
        phone.context.route("**/assets/*.js", self._hold)

    def _hold(self, route: Route) -> None:
        if self._held is None:
            route.continue_()
        else:
            self._held.append(route)

    def arrive(self, path: str) -> None:
        """Open *path*, without waiting for the framework."""
        self._phone.page.goto(path, wait_until="commit")

    def wake(self) -> None:
        """Let the framework come, and wait until it has taken over the page."""
        assert not self._phone.page.evaluate(AWAKE), "the framework was awake already"
        held, self._held = self._held, None
        for route in held or ():
            route.continue_()
        self._phone.page.wait_for_function(AWAKE)
        self._phone.page.wait_for_load_state("networkidle")


@pytest.fixture
def asleep(phone: Phone) -> Asleep:
    return Asleep(phone)


def test_a_sign_up_begun_early_goes_on(phone, asleep, carnet):
    person = Person(phone)
    asleep.arrive("/new/")
    code = carnet.invitation()
    person.field("code").fill("pas encore")
    person.field("name").fill("de-bonne-heure")
    person.takes_words("phrase")
    person.press("make")
    person.told_at("code", "error.invitation")
    asleep.wake()
    expect(person.field("code")).to_have_value("pas encore")
    expect(person.field("name")).to_have_value("de-bonne-heure")
    person.told_at("code", "error.invitation")
    person.field("code").fill(code)
    person.takes_words("phrase")
    person.press("make")
    person.puts_code_away()
    person.sees_day()


def test_a_recovery_code_shown_early_stays_until_she_has_put_it_away(phone, asleep, carnet):
    person = Person(phone)
    asleep.arrive("/new/")
    person.field("code").fill(carnet.invitation())
    person.field("name").fill("tres-tot")
    person.takes_words("phrase")
    person.press("make")
    person.reads_code()
    code = person.recovery_code
    asleep.wake()
    person.reads_code()
    assert person.recovery_code == code
    person.puts_code_away()
    person.sees_day()


def test_what_the_exit_says_early_does_not_cost_what_she_typed(phone, asleep):
    person = Person(phone)
    asleep.arrive("/open/")
    person.field("name").fill("mimosa")
    phone.page.keyboard.press("Shift")
    expect(phone.page.locator("[data-exit-status]").first).to_have_text(person.sentence("exit.two"))
    asleep.wake()
    expect(person.field("name")).to_have_value("mimosa")
