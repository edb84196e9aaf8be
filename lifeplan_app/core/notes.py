"""The notes that somebody left on a step of hers, on the side of the one whose step it is."""

from dataclasses import replace

from lifeplan_app.core.access import own_records
from lifeplan_app.model.account import Actor
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.sharing import Note
from lifeplan_app.store.unit import UnitOfWork


def note_read(uow: UnitOfWork, actor: Actor, step: RecordId) -> int:
    """Return how many notes on that step were new to the actor; they are new no more.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    fresh = [each for each in records.all() if isinstance(each, Note) and each.fresh and each.of == step]
    for each in fresh:
        records.replace(replace(each, fresh=False))
    return len(fresh)
