"""What is new in her plan: a goal, a step, a wish, a strength."""

from collections.abc import Iterable

from lifeplan_app.core.access import own_record, own_records
from lifeplan_app.core.drafts import STRENGTH_PLACE, WISH_PLACE, goal_place, step_place
from lifeplan_app.core.edits import Values, cards_of, take_away
from lifeplan_app.core.order import last_rank
from lifeplan_app.core.undo import AddedUndo, Changed, DeletedUndo, SeveralUndo, change_values
from lifeplan_app.model.account import Actor
from lifeplan_app.model.ids import RecordId, new_id
from lifeplan_app.model.plan import Goal, Horizon, Record, Step, Strength, Wish
from lifeplan_app.model.text import one_line_at_least
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork


def add_goal(
    uow: UnitOfWork, actor: Actor, horizon: Horizon, text: str, record_id: RecordId | None = None
) -> Changed:
    """Return the new goal, last on its horizon. What was being typed there is in it now: the draft goes.

    Args:
        uow: An open write.
        actor: Whose goal.
        horizon: Where it stands.
        text: Her words.
        record_id: An id that is free, for a caller who must know it before; else a new one.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: The text has more than 10,000 characters.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    text = one_line_at_least(text)
    records = own_records(uow, actor)
    goal = Goal(id=_id(record_id), rank=_behind(records, Goal), text=text, text_version=1, horizon=horizon)
    return _added(records, goal, goal_place(horizon))


def add_step(
    uow: UnitOfWork, actor: Actor, goal_id: RecordId, text: str, record_id: RecordId | None = None
) -> Changed:
    """Return the new step, last under its goal. What was being typed there is in it now: the draft goes.

    Args:
        uow: An open write.
        actor: Whose step.
        goal_id: What it leads to.
        text: Her words.
        record_id: An id that is free, for a caller who must know it before; else a new one.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: The text has more than 10,000 characters.
        NotFoundError: She has no such goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    text = one_line_at_least(text)
    records = own_records(uow, actor)
    own_record(records, goal_id, Goal)
    siblings = (each for each in records.all() if isinstance(each, Step) and each.goal_id == goal_id)
    rank = last_rank(siblings)
    step = Step(id=_id(record_id), rank=rank, text=text, text_version=1, goal_id=goal_id)
    return _added(records, step, step_place(goal_id))


def add_wish(uow: UnitOfWork, actor: Actor, text: str, record_id: RecordId | None = None) -> Changed:
    """Return the new wish, the last one. What was being typed there is in it now: the draft goes.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: The text has more than 10,000 characters.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    text = one_line_at_least(text)
    records = own_records(uow, actor)
    wish = Wish(id=_id(record_id), rank=_behind(records, Wish), text=text, text_version=1)
    return _added(records, wish, WISH_PLACE)


def add_strength(uow: UnitOfWork, actor: Actor, text: str, record_id: RecordId | None = None) -> Changed:
    """Return the new strength, the last one. What was being typed there is in it now: the draft goes.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: The text has more than 10,000 characters.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    text = one_line_at_least(text)
    records = own_records(uow, actor)
    strength = Strength(id=_id(record_id), rank=_behind(records, Strength), text=text, text_version=1)
    return _added(records, strength, STRENGTH_PLACE)


def wish_to_goal(uow: UnitOfWork, actor: Actor, wish_id: RecordId, horizon: Horizon) -> Changed:
    """Return the goal that the wish has become, last on its horizon; the wish is gone, its cards show it.

    Raises:
        NotFoundError: She has no such wish.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    wish = own_record(records, wish_id, Wish)
    goal = Goal(
        id=RecordId(new_id()),
        rank=_behind(records, Goal),
        text=wish.text,
        text_version=1,
        others=wish.others,
        horizon=horizon,
    )
    kept = records.add(goal)
    cards = [Values(each.id, {"of": kept.id}) for each in cards_of(records, wish_id)]
    shown = change_values(records, *cards).undo  # on her boards it goes on as the goal
    gone = take_away(records, wish_id)
    moves = (AddedUndo(kept.id, kept), shown, DeletedUndo(gone))
    return Changed((kept,), SeveralUndo(moves))


def _added(records: Records, record: Record, place: str) -> Changed:
    kept = records.add(record)
    records.delete(records.named(place))
    return Changed((kept,), AddedUndo(kept.id, kept))


def _behind(records: Records, kind: type[Record]) -> str:
    return last_rank(_of_kind(records, kind))


def _of_kind(records: Records, kind: type[Record]) -> Iterable[Record]:
    return (each for each in records.all() if isinstance(each, kind))


def _id(given: RecordId | None) -> RecordId:
    return given or RecordId(new_id())
