"""Her plan: reading it, and every change to it."""

from dataclasses import dataclass

from lifeplan_app.core.undo import Changed
from lifeplan_app.model.account import Actor
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Horizon, Plan, Progress
from lifeplan_app.store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Written(Changed):
    """What became of a text.

    Attributes:
        conflict: Another window had changed the text since *read_version*; hers was written, and
            the other one stands in ``record.others``.
    """

    conflict: bool = False


def read_plan(uow: UnitOfWork, actor: Actor) -> Plan:
    """Return all goals with their steps, in her order, and what she was typing.

    Raises:
        NotAllowedError: The actor has no plan.
        SealError: A record does not open.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError


def add_goal(uow: UnitOfWork, actor: Actor, horizon: Horizon, text: str) -> Changed:
    """Return the new goal, last on its horizon. What was being typed there is in it now: the draft goes.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: The text has more than 10,000 characters.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError


def add_step(uow: UnitOfWork, actor: Actor, goal_id: RecordId, text: str) -> Changed:
    """Return the new step, last under its goal. What was being typed there is in it now: the draft goes.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: The text has more than 10,000 characters.
        NotFoundError: She has no such goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError


def write_text(uow: UnitOfWork, actor: Actor, record_id: RecordId, text: str, read_version: int) -> Written:
    """Return the goal or step with *text* as its text; never loses words of another window.

    Args:
        uow: An open write.
        actor: Who writes.
        record_id: A goal or a step.
        text: What stands in the field, as typed.
        read_version: The record's version when the field was shown or last saved.

    Raises:
        TextMissingError: The text is blank; what stood there stays.
        TextTooLongError: The text has more than 10,000 characters; what stood there stays.
        NotFoundError: She has no such goal or step.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError


def take_other(uow: UnitOfWork, actor: Actor, record_id: RecordId, index: int) -> Changed:
    """Return the record with the other text at *index* in the place of its text.

    Raises:
        NotFoundError: She has no such record, or it has no such other text.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError


def drop_other(uow: UnitOfWork, actor: Actor, record_id: RecordId, index: int) -> Changed:
    """Return the record without the other text at *index*.

    Raises:
        NotFoundError: She has no such record, or it has no such other text.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError


def set_progress(uow: UnitOfWork, actor: Actor, record_id: RecordId, progress: Progress) -> Changed:
    """Return the goal or step with its new progress; any may follow any other.

    Raises:
        NotFoundError: She has no such goal or step.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError


def set_horizon(uow: UnitOfWork, actor: Actor, goal_id: RecordId, horizon: Horizon) -> Changed:
    """Return the goal on its new horizon.

    Raises:
        NotFoundError: She has no such goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError


def delete(uow: UnitOfWork, actor: Actor, record_id: RecordId) -> Changed:
    """Return what is gone: a step, or a goal with its steps and with what was being typed under it.

    Raises:
        NotFoundError: She has no such goal or step.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    raise NotImplementedError
