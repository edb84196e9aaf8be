"""What peer mentors offer. Only a tap of the one it was offered to brings any of it into her plan."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from lifeplan_app.core import adding, drafts, mail
from lifeplan_app.core.access import own_papers, own_record, own_records
from lifeplan_app.core.order import last_rank
from lifeplan_app.core.undo import Changed, SeveralUndo, change
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import RecordId, new_id
from lifeplan_app.model.plan import Horizon
from lifeplan_app.model.sharing import Answer, Contact, Offer, Suggestion, Thanks
from lifeplan_app.model.text import kept_as_typed, one_line_at_least
from lifeplan_app.store.records import Records
from lifeplan_app.store.unit import UnitOfWork

_TYPED: Final = "offer being typed"

# --- the one it is offered to -----------------------------------------------------------------


def suggestions(uow: UnitOfWork, actor: Actor) -> list[Suggestion]:
    """Return every suggestion that was not let go, the newest first. Nothing expires.

    Raises:
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    found = [each for each in own_records(uow, actor).all() if isinstance(each, Suggestion)]
    waiting = [each for each in found if each.answer is not Answer.DROPPED]
    return sorted(waiting, key=lambda each: (each.day, each.number), reverse=True)


def answer(uow: UnitOfWork, actor: Actor, suggestion: RecordId, how: Answer) -> Changed:
    """Return the suggestion, kept for later or let go. Nobody else learns of it.

    Raises:
        NotFoundError: She has no such suggestion.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    return change(own_records(uow, actor), suggestion, Suggestion, lambda each: replace(each, answer=how))


def take(uow: UnitOfWork, actor: Actor, suggestion: RecordId, goal: RecordId, text: str) -> Changed:
    """Return the step that the suggestion became, in her words, under that goal of hers.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: The text has more than 10,000 characters.
        NotFoundError: She has no such suggestion or goal.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    answered = answer(uow, actor, suggestion, Answer.TAKEN)
    place = drafts.step_place(goal)
    added = _beside_typing(own_records(uow, actor), place, lambda: adding.add_step(uow, actor, goal, text))
    return Changed((*added.records, *answered.records), SeveralUndo((answered.undo, added.undo)))


def take_into_new_goal(
    uow: UnitOfWork, actor: Actor, suggestion: RecordId, horizon: Horizon, title: str, text: str
) -> Changed:
    """Return the step that the suggestion became, and the new goal that it stands under.

    Raises:
        TextMissingError: A text is blank.
        TextTooLongError: A text has more than 10,000 characters.
        NotFoundError: She has no such suggestion.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    place = drafts.goal_place(horizon)
    goal = _beside_typing(own_records(uow, actor), place, lambda: adding.add_goal(uow, actor, horizon, title))
    taken = take(uow, actor, suggestion, goal.record.id, text)
    return Changed((*taken.records, *goal.records), SeveralUndo((goal.undo, taken.undo)))


def _beside_typing(records: Records, place: str, add: Callable[[], Changed]) -> Changed:
    """Return what *add* added. What she is typing in the field *place* is no part of it, and stays there."""
    typed = records.find(records.named(place))
    added = add()
    if typed is not None:
        records.restore(typed)
    return added


def thank(uow: UnitOfWork, actor: Actor, suggestion: RecordId, text: str, today: date) -> Suggestion:
    """Return the suggestion, for which a thank-you has gone to the mentor: the only thing she hears back.

    Raises:
        TextTooLongError: The text has more than 10,000 characters.
        KeysChangedError: Her keys are not those that were pinned.
        LinkOverError: The link has ended, or she cannot come in any more.
        NotFoundError: The actor has no such suggestion, is linked with her no more, or has thanked already.
        NotAllowedError: The actor has no plan.
        SessionOverError: The actor's keys are gone.
    """
    records = own_records(uow, actor)
    found = own_record(records, suggestion, Suggestion)
    if found.thanked:
        raise NotFoundError
    mentor = own_record(records, found.contact, Contact)
    mail.send(uow, actor, mentor, {"kind": mail.THANKS, "text": kept_as_typed(text).strip()}, today)
    return records.replace(replace(found, thanked=True))


# --- the mentor -------------------------------------------------------------------------------


def offers(uow: UnitOfWork, actor: Actor) -> list[Offer]:
    """Return what the mentor keeps, to offer it to whom it may help, in her order.

    Raises:
        NotAllowedError: The actor is no mentor, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    records = own_papers(uow, actor, Role.MENTOR)
    typed = records.named(_TYPED)
    found = [each for each in records.all() if isinstance(each, Offer) and each.id != typed]
    return sorted(found, key=lambda each: each.rank)


def typed_offer(uow: UnitOfWork, actor: Actor) -> Offer | None:
    """Return what the mentor was typing last and has not offered or put away, if anything.

    Raises:
        NotAllowedError: The actor is no mentor, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    records = own_papers(uow, actor, Role.MENTOR)
    found = records.find(records.named(_TYPED))
    return found if isinstance(found, Offer) else None


def keep_typed(uow: UnitOfWork, actor: Actor, text: str, word: str) -> None:
    """Keep what the mentor is typing, so that a lock loses nothing; nothing typed is forgotten.

    Raises:
        TextTooLongError: A text has more than 10,000 characters.
        NotAllowedError: The actor is no mentor, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    records = own_papers(uow, actor, Role.MENTOR)
    typed_id = records.named(_TYPED)
    before = records.find(typed_id)
    text, word = kept_as_typed(text), kept_as_typed(word)
    if not text and not word:
        records.delete(typed_id)
    elif isinstance(before, Offer):
        records.replace(replace(before, text=text, word=word))
    else:
        records.add(Offer(id=typed_id, rank="", text=text, text_version=1, word=word))


def keep_offer(uow: UnitOfWork, actor: Actor, text: str, word: str, offer: RecordId | None = None) -> Offer:
    """Return what the mentor keeps: a new one, or the one with the id *offer*, in other words.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: A text has more than 10,000 characters.
        NotFoundError: She keeps none with that id.
        NotAllowedError: The actor is no mentor, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    text, word = one_line_at_least(text), kept_as_typed(word)
    records = own_papers(uow, actor, Role.MENTOR)
    if offer is not None:
        return records.replace(replace(own_record(records, offer, Offer), text=text, word=word))
    rank = last_rank(offers(uow, actor))
    return records.add(Offer(id=RecordId(new_id()), rank=rank, text=text, text_version=1, word=word))


def drop_offer(uow: UnitOfWork, actor: Actor, offer: RecordId) -> None:
    """Keep it no more; what was offered stays offered.

    Raises:
        NotFoundError: She keeps none with that id.
        NotAllowedError: The actor is no mentor, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    records = own_papers(uow, actor, Role.MENTOR)
    records.delete(own_record(records, offer, Offer).id)


def offer(
    uow: UnitOfWork, actor: Actor, people: Iterable[RecordId], text: str, word: str, today: date
) -> None:
    """Offer a step to each of those people, with a word beside it if there is one.

    Raises:
        TextMissingError: The text is blank.
        TextTooLongError: A text has more than 10,000 characters.
        KeysChangedError: Somebody's keys are not those that were pinned; nothing was offered to anybody.
        LinkOverError: A link has ended; nothing was offered to anybody.
        NotFoundError: She is linked with nobody of such an id.
        NotAllowedError: The actor is no mentor, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    content = {"kind": mail.OFFER, "text": one_line_at_least(text), "word": kept_as_typed(word)}
    records = own_papers(uow, actor, Role.MENTOR)
    for each in people:
        mail.send(uow, actor, own_record(records, each, Contact), content, today)


def thanks(uow: UnitOfWork, actor: Actor) -> list[Thanks]:
    """Return the thank-yous that the mentor got, the newest first.

    Raises:
        NotAllowedError: The actor is no mentor, or may not come in any more.
        SessionOverError: The actor's keys are gone.
    """
    found = [each for each in own_papers(uow, actor, Role.MENTOR).all() if isinstance(each, Thanks)]
    return sorted(found, key=lambda each: (each.day, each.number), reverse=True)
