"""Invented people who are linked with somebody who works here, and what they show her."""

from collections.abc import Sequence
from contextlib import closing
from itertools import cycle
from pathlib import Path

from kit.people import SMALL, Shape, account, house_in, name_of, newcomer
from lifeplan_app.core import linking, marks, people, plan, sharing
from lifeplan_app.core.house import House
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.plan import Step
from lifeplan_app.model.sharing import Contact

AREAS = ("housing", "health", "justice", "social_ties")


def settle_linked(folder: Path, plans: Sequence[Shape], shown: Sequence[int]) -> None:
    """Let people make accounts in *folder*; the last of all works here, and sees what those before her show.

    Args:
        folder: Where the house keeps its data.
        plans: Of those who show nothing; they come first.
        shown: How many of her twenty steps each of the others shows.
    """
    with closing(house_in(folder)) as here:
        for number, shape in enumerate(plans):
            newcomer(here, number, shape)
        staff = account(here, len(plans) + len(shown), Role.CASEWORKER)
        for number, count in enumerate(shown, len(plans)):
            owner = newcomer(here, number, SMALL)
            show(here, owner, link(here, owner, staff, name_of(number)), steps_of(here, owner)[:count])
        with here.write() as uow:
            people.receive(uow, staff)


def link(here: House, owner: Actor, staff: Actor, alias: str) -> Contact:
    """Link the two, and return how *owner* knows the other."""
    with here.write() as uow:
        return linking.link(uow, owner, linking.own_code(uow, staff).code, alias)


def show(here: House, owner: Actor, to: Contact, steps: Sequence[Step]) -> None:
    """Let *owner* share those *steps*, in one go, for as long as is usual."""
    today = here.today()
    with here.write() as uow:
        sharing.share(uow, owner, to.id, [each.id for each in steps], sharing.usual_end(today), today)


def steps_of(here: House, owner: Actor) -> list[Step]:
    """Return the steps of *owner*, each of her goals in an area of life by now."""
    with here.write() as uow:
        read = plan.read_plan(uow, owner)
        for each, area in zip(read.shown, cycle(AREAS), strict=False):
            marks.set_area(uow, owner, each.goal.id, area)
    return [step for each in read.shown for step in each.shown]
