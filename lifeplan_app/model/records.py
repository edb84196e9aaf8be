"""What every sealed record of hers has in common."""

from dataclasses import dataclass, field

from lifeplan_app.model.ids import RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every sealed record has in common.

    Attributes:
        id: Random and opaque.
        version: Counts the writes of this record, from 1; 0 before the first.
        rank: Where it stands among its siblings; compared as text.
    """

    id: RecordId
    version: int = 0
    rank: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded(Record):
    """A record whose heart is a text that she may change in two places at once.

    Attributes:
        text: Her words, as typed.
        text_version: The version of the record that last changed the text, so that a change of
            state elsewhere does not count as a change of her words.
        others: Texts that another window wrote and this one overwrote, newest last. They are
            kept, and offered beside the text, until she takes one or lets it go.
    """

    text: str = field(repr=False)
    text_version: int = 0
    others: tuple[str, ...] = field(default=(), repr=False)

    @property
    def may_be_blank(self) -> bool:
        """Whether it is something without any words."""
        return False
