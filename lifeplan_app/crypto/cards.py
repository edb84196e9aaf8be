"""Cards: what one person shows another of a step, sealed under the key that the two have in common."""

from dataclasses import dataclass
from datetime import date

from lifeplan_app.crypto import sealing
from lifeplan_app.crypto.encoding import length_prefixed
from lifeplan_app.crypto.sealing import Use
from lifeplan_app.model.ids import ShareId, VaultId


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Which card sealed bytes are; as any other, or with another end, they do not open.

    Attributes:
        share: The share.
        owner: Whose step it shows.
        recipient: Who may see it.
        ends: The last day on which she may.
        version: How often it was written.
    """

    share: ShareId
    owner: VaultId
    recipient: VaultId
    ends: date
    version: int

    def __bytes__(self) -> bytes:
        """Return the associated data; no two places have the same."""
        return length_prefixed(
            "card", self.share, self.owner, self.recipient, self.ends.isoformat(), self.version
        )


def seal(key: bytes, place: CardPlace, plaintext: bytes) -> bytes:
    """Return *plaintext* sealed so that it opens with *key*, as that card, and as no other.

    Raises:
        SealError: *key* is not 32 bytes.
    """
    return sealing.seal(key, Use.CARD, bytes(place), plaintext)


def open_sealed(key: bytes, place: CardPlace, sealed: bytes) -> bytes:
    """Return what was sealed with *key* as that card.

    Raises:
        SealError: Changed, cut, moved, of another version or end, or under another key.
        ParameterError: The suite is not in the allow-list.
    """
    return sealing.open_sealed(key, Use.CARD, bytes(place), sealed)
