"""Days in her language, as a calendar leaf and as a line of words."""

from datetime import date

from babel.dates import format_date

from lifeplan_app.model.account import Language


def day_leaf(day: date, today: date, language: Language) -> tuple[str, str]:
    """Return the number of *day* and its short month, with the year where it is another than *today*'s."""
    month = "MMM" if day.year == today.year else "MMM y"
    return str(day.day), format_date(day, month, locale=language.value)


def day_in_words(day: date, language: Language) -> str:
    """Return *day* as it stands over a page: ``Samedi 21 novembre``."""
    # The first of a month is an ordinal in French.
    first = language is Language.FRENCH and day.day == 1
    words = format_date(day, "EEEE d'er' MMMM" if first else "EEEE d MMMM", locale=language.value)
    return words[:1].upper() + words[1:]
