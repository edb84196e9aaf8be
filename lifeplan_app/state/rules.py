"""What a rule about a handler is, and the few that there are."""

from dataclasses import dataclass
from typing import Final

from lifeplan_app.model.account import Role


@dataclass(frozen=True, slots=True)
class Rule:
    """What one handler asks for, besides a live session.

    Attributes:
        roles: The roles that may call it.
        her_act: Whether a call is an act of hers, which puts the lock off.
    """

    roles: frozenset[Role] = frozenset(Role)
    her_act: bool = True


PARTICIPANT: Final = Rule(roles=frozenset({Role.PARTICIPANT}))
BY_ITSELF: Final = Rule(her_act=False)
CASEWORKER: Final = Rule(roles=frozenset({Role.CASEWORKER}))
MENTOR: Final = Rule(roles=frozenset({Role.MENTOR}))
WITH_PEOPLE: Final = Rule(roles=frozenset({Role.CASEWORKER, Role.MENTOR}))
COORDINATOR: Final = Rule(roles=frozenset({Role.COORDINATOR}))


def loads_for(role: Role) -> Rule:
    """Return the rule of a handler that fills a page of *role*."""
    return Rule(roles=frozenset({role}), her_act=False)


LOADS: Final = loads_for(Role.PARTICIPANT)
NOBODY: Final = Rule(roles=frozenset(), her_act=False)
"""A helper for other States, or a handler of the framework that no page of ours needs."""
