"""The made-up team of the demonstration: somebody who accompanies, a peer mentor, a coordinator."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from lifeplan_app.core import linking, people, plan, sharing, suggestions
from lifeplan_app.core.house import House
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.sharing import Contact

SHOWN: Final = 3
"""So many steps of her first goals the guest shows."""
_WORD: Final = " : "
"""What parts the usual words, which the page says itself, from the step that a written plan suggests."""


def link_with_all(house: House, guest: Actor, alias: str, team: Sequence[tuple[Role, Actor]]) -> None:
    """Link *guest* with everybody of the *team* who works with people, as *alias*; show the first some steps.

    Raises:
        CarnetError: It cannot be kept.
    """
    for role, member in team:
        if role is Role.COORDINATOR:
            continue
        with house.write() as uow:
            code = linking.own_code(uow, member).code
        with house.write() as uow:
            contact = linking.link(uow, guest, code, alias)
        if role is Role.CASEWORKER:
            _show(house, guest, contact)


def offer_all(house: House, mentor: Actor, written: Iterable[str]) -> None:
    """Offer everybody whom *mentor* knows what is *written*, each as a step.

    Raises:
        CarnetError: It cannot be kept.
    """
    with house.write() as uow:
        people.receive(uow, mentor)
        known = [contact.id for contact, _ in people.people(uow, mentor)]
        for each in written:
            text = each.rpartition(_WORD)[2]
            suggestions.offer(uow, mentor, known, f"{text[:1].upper()}{text[1:]}", "", house.today())


def suggested(written: dict[str, Any]) -> list[str]:
    """Return the suggestions that come with a written plan."""
    return list(written.get("suggestions", ()))


def _show(house: House, guest: Actor, contact: Contact) -> None:
    today = house.today()
    with house.write() as uow:
        goals = plan.read_plan(uow, guest).goals
        steps = [each.shown[0].id for each in goals if each.shown][:SHOWN]
        sharing.share(uow, guest, contact.id, steps, sharing.usual_end(today), today)
