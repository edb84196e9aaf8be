"""Words being typed that are not in the plan yet: kept sealed, so that a lock never loses one."""

from lifeplan_app.model.account import Actor
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Horizon
from lifeplan_app.store.unit import UnitOfWork


def goal_place(horizon: Horizon) -> str:
    """Return the name of the field in which a new goal on *horizon* is typed."""
    return f"goal:{horizon.value}"


def step_place(goal_id: RecordId) -> str:
    """Return the name of the field in which a new step under a goal is typed."""
    return f"step:{goal_id}"


def save_draft(uow: UnitOfWork, actor: Actor, place: str, text: str) -> None:
    """Keep what stands in the field *place*; an empty text is forgotten.

    Raises:
        TextTooLongError: The text has more than 10,000 characters.
        NotFoundError: There is no such field: no such horizon, or she has no such goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError
