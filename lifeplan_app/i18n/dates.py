"""Days in her language, as a calendar leaf and as a line of words."""

from datetime import date, datetime

from babel.dates import format_date, format_time

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


def day_and_month(day: date, today: date, language: Language) -> str:
    """Return *day* as it stands in a sentence: ``21 février``, with the year where it is another."""
    first = language is Language.FRENCH and day.day == 1
    words = "d'er' MMMM" if first else "d MMMM"
    return format_date(day, words if day.year == today.year else f"{words} y", locale=language.value)


def moment_in_words(at: datetime, today: date, language: Language) -> str:
    """Return *at*, a moment where she is, as it stands in a list: ``21 février, 14:05``."""
    time = format_time(at.time(), "short", locale=language.value)
    return f"{day_and_month(at.date(), today, language)}, {time}"
