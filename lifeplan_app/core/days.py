"""The day where she is: her phone says in which time zone."""

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def day_in(zone: str, now: datetime) -> date:
    """Return the day of *now* in the time zone *zone*; in UTC if there is none such.

    Zones have the names of the IANA database, such as ``Europe/Paris``.
    """
    return moment_in(zone, now).date()


def moment_in(zone: str, at: datetime) -> datetime:
    """Return the moment *at* as the clocks show it in the time zone *zone*; in UTC if there is none such."""
    return at.astimezone(_zone(zone))


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return UTC
