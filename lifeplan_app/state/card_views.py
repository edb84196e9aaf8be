"""Cards as a page shows them: to the one who gives them and to the one who reads them alike."""

from dataclasses import dataclass
from datetime import date

from lifeplan_app.i18n.dates import day_and_month
from lifeplan_app.model.account import Language
from lifeplan_app.model.sharing import Card


@dataclass(frozen=True, slots=True)
class CardView:
    """All that a card says.

    Attributes:
        text: Its owner's words.
        progress: Where the step stands.
        day: Its date in words; empty without one.
        weekly: Whether it comes back each week.
        area: The area of life, or a word of its owner's; empty for none.
    """

    text: str
    progress: str
    day: str
    weekly: bool
    area: str


def card_view(card: Card, today: date, language: Language) -> CardView:
    """Return *card* as it shows *today*."""
    return CardView(
        text=card.text,
        progress=card.progress_on(today).value,
        day=day_and_month(card.day, today, language) if card.day else "",
        weekly=card.weekly,
        area=card.area,
    )
