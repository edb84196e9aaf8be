"""What one person shows another, and what they send each other.

The names follow FHIR R4 where it has one (Consent, Task, Annotation, AuditEvent).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from lifeplan_app.model.account import Role
from lifeplan_app.model.ids import LinkId, RecordId, ShareId, VaultId
from lifeplan_app.model.plan import Progress, Record, Step, Worded, week_of

MOST_PEOPLE = 10
"""How many people a mentor walks with at most, where the programme says nothing else."""


class Standing(StrEnum):
    """How a link stands, as the one who looks at it is told."""

    OPEN = "open"
    RESTING = "resting"  # the other takes a break: she sees what she saw, and nobody new
    CLOSED = "closed"  # the other cannot come in any more
    ENDED = "ended"  # one of the two has left the link
    CHANGED = "changed"  # the other's keys are not those that were pinned: nothing goes there


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """Somebody a person is linked with, in her own vault.

    Attributes:
        link: The link, which only the two know of.
        vault: The other's vault.
        role: What the other does.
        name: The other's name, as this person sees it: what the team calls a caseworker, or the
            name that a participant chose for this one.
        organisation: Where the other works, if anywhere.
        alias: The name by which the other sees this person; empty on the other's side.
        fingerprint: The digest of the other's public keys, pinned when they linked (hex).
        key: The key that cards between the two are sealed with (hex).
        letter: The digest of the introduction that this was read from, on the other's side.
    """

    link: LinkId
    vault: VaultId
    role: Role
    name: str = field(repr=False)
    organisation: str = field(default="", repr=False)
    alias: str = field(default="", repr=False)
    fingerprint: str
    key: str = field(repr=False)
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """All that the other sees of a step: nothing else of the plan is in it.

    Attributes:
        text: Her words.
        progress: Where it stands.
        day: Its date, if it has one.
        weekly: Whether it comes back each week.
        held: The week for which a weekly step is ticked.
        area: The area of life of its goal, or her word for it; empty for none.
        alias: The name that she chose for the one who sees it.
    """

    text: str = field(repr=False)
    progress: Progress
    day: date | None = None
    weekly: bool = False
    held: str = ""
    area: str = field(default="", repr=False)
    alias: str = field(default="", repr=False)

    @classmethod
    def of(cls, step: Step, area: str, alias: str) -> "Card":
        """Return what shows of *step*, whose goal is in *area*, to whom *alias* is shown."""
        return cls(step.text, step.progress, step.day, step.weekly, step.held, area, alias)

    def progress_on(self, today: date) -> Progress:
        """Return where the step stands on that day: the tick of a weekly step holds its week."""
        return Progress.DONE if self.weekly and self.held == week_of(today) else self.progress


@dataclass(frozen=True, slots=True)
class Grant:
    """One share of a step (FHIR ``Consent``).

    Attributes:
        share: The share.
        contact: The record of the one who sees it.
        since: The day on which it began.
        ends: The last day on which it holds (``Consent.provision.period``).
    """

    share: ShareId
    contact: RecordId
    since: date
    ends: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared(Record):
    """Who sees a step. It stands in her vault alone, under a name that the step gives it.

    Attributes:
        of: The step.
        grants: One for each who sees it.
    """

    of: RecordId
    grants: tuple[Grant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """A few words that a caseworker left on a shared step (FHIR ``Annotation``).

    On the owner's side it belongs to the step and stays with it; on the author's it belongs to the
    share and goes with it.

    Attributes:
        of: The step, on the owner's side; none on the author's.
        share: The share it was left on.
        contact: The record of the other.
        by: The name of the author; empty on her own side.
        day: When.
        text: The words, as typed.
        fresh: Whether the owner has not seen it yet.
        number: Counts what came, so that the order within a day is known.
    """

    of: RecordId | None = None
    share: ShareId
    contact: RecordId
    by: str = field(default="", repr=False)
    day: date
    text: str = field(repr=False)
    fresh: bool = False
    number: int = 0


class Answer(StrEnum):
    """What became of a suggestion (FHIR ``Task.status``: requested, accepted, on-hold, rejected)."""

    OFFERED = "offered"
    TAKEN = "taken"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion(Record):
    """A step that a peer mentor offers. It is no part of the plan until its owner takes it.

    Attributes:
        contact: The record of the mentor.
        by: Her name.
        day: When it was offered.
        text: The step, in the mentor's words.
        word: What she says beside it, if anything.
        answer: What became of it; nobody but the owner ever learns that.
        thanked: Whether a thank-you went back.
        number: Counts what came, so that the order within a day is known.
    """

    contact: RecordId
    by: str = field(default="", repr=False)
    day: date
    text: str = field(repr=False)
    word: str = field(default="", repr=False)
    answer: Answer = Answer.OFFERED
    thanked: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks(Record):
    """A thank-you that a mentor got.

    Attributes:
        contact: The record of the one who thanks.
        day: When.
        text: Her words, if she added any.
        number: Counts what came, so that the order within a day is known.
    """

    contact: RecordId
    day: date
    text: str = field(default="", repr=False)
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Worded):
    """A step that a mentor keeps, to offer it to whom it may help.

    Attributes:
        word: What she says beside it, if anything.
    """

    word: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen(Record):
    """What somebody has seen of one person's cards: on her own side, so that what is new shows.

    Attributes:
        contact: The record of the one whose cards they are.
        cards: Each share and its version, as ``<share>:<version>``.
    """

    contact: RecordId
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched(Record):
    """How far an owner has read the list of who looked: what comes before cannot be taken away unseen.

    Attributes:
        number: The last viewing she has seen; 0 before the first.
        digest: Of that entry as it was sealed.
        former: Those who are linked with her no more, as ``<vault>:<fingerprint>``.
    """

    number: int = 0
    digest: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Viewing:
    """That somebody opened cards of hers (FHIR ``AuditEvent``).

    Attributes:
        number: Counts the viewings of one owner, from 1.
        contact: The record of the one who looked; empty when the owner is linked with her no more.
        at: When, in UTC.
        shares: Which cards.
    """

    number: int
    contact: RecordId
    at: datetime
    shares: tuple[ShareId, ...]
