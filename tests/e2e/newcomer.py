"""An account for a test that is not about signing up: made by the post that the page sends."""

from typing import Any

from lifeplan_app.model.account import Role
from tests.e2e.person import Person
from tests.e2e.phone import Phone
from tests.e2e.server import Carnet

PHRASE = "rivière lampe nuage tiroir"


def has_account(person: Person, carnet: Carnet, name: str, role: Role = Role.PARTICIPANT) -> Person:
    """Return *person*, who has an account now and is signed in on her phone, with no window open yet."""
    fields = {"code": carnet.invitation(role), "name": name, "new_passphrase": PHRASE}
    answer = _post(person.phone, carnet, "new", {**fields, "language": person.language})
    person.name, person.phrase, person.recovery_code = name, PHRASE, answer["code"]
    return person


def begins(person: Person, carnet: Carnet, name: str = "mimosa-42") -> Person:
    """Return *person*, who has an account now and is before her plan."""
    has_account(person, carnet, name).comes_to_plan()
    return person


def comes_back(person: Person, carnet: Carnet) -> Person:
    """Return *person*, signed in on the phone in her hand and before her plan."""
    is_signed_in(person, carnet).comes_to_plan()
    return person


def is_signed_in(person: Person, carnet: Carnet) -> Person:
    """Return *person*, signed in on the phone in her hand, with no window open yet."""
    _post(person.phone, carnet, "open", {"name": person.name, "passphrase": person.phrase})
    return person


def _post(phone: Phone, carnet: Carnet, door: str, fields: dict[str, str]) -> dict[str, Any]:
    """Send *fields* as the page would, so that the answer's cookies are the phone's."""
    answer = phone.context.request.post(
        f"{carnet.url}/session/{door}", data=fields, headers={"Origin": carnet.url}
    )
    assert answer.ok, (door, answer.status)
    said = answer.json()
    assert "refused" not in said, (door, said)
    return said
