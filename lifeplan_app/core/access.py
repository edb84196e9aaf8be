"""The only place that answers: may this actor do this to this object?"""

from typing import TypeVar

from lifeplan_app.model.account import Actor
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Record
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork

R = TypeVar("R", bound=Record)


def own_records(uow: UnitOfWork, actor: Actor) -> Records:
    """Return the records of the actor's own vault, the only ones she can reach.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError


def own_record(records: Records, record_id: RecordId, kind: type[R]) -> R:
    """Return the record if it is in the actor's own vault and of that *kind*.

    Raises:
        NotFoundError: It is not, or no longer; or it is of another kind.
        SealError: It does not open.
    """
    raise NotImplementedError
