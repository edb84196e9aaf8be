"""Her own words for what the app calls otherwise."""

from lifeplan_app.core.access import own_records
from lifeplan_app.core.edits import Values, take_away
from lifeplan_app.core.undo import AddedUndo, Changed, DeletedUndo, change_values
from lifeplan_app.model.account import Actor
from lifeplan_app.model.errors import LabelTooLongError, NotFoundError
from lifeplan_app.model.labels import RENAMEABLE
from lifeplan_app.model.plan import Label
from lifeplan_app.model.text import MAX_LABEL
from lifeplan_app.store.unit import UnitOfWork


def rename(uow: UnitOfWork, actor: Actor, key: str, text: str) -> Changed | None:
    """Return her word for *key*; blank, the app's own word comes back. Nothing where nothing changes.

    Raises:
        LabelTooLongError: The word has more than 60 characters.
        NotFoundError: There is nothing of that name to rename.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    text = text.strip()
    if key not in RENAMEABLE:
        raise NotFoundError
    if len(text) > MAX_LABEL:
        raise LabelTooLongError
    records = own_records(uow, actor)
    label_id = records.named(f"label {key}")
    there = records.find(label_id) is not None
    if text and there:
        return change_values(records, Values(label_id, {"text": text}))
    if text:
        label = records.add(Label(id=label_id, key=key, text=text))
        return Changed((label,), AddedUndo(label_id, label))
    if there:
        gone = take_away(records, label_id)
        return Changed(gone, DeletedUndo(gone))
    return None
