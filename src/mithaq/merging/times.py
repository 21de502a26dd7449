"""Dates cut to what a text says, as stretches of days."""

from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)


@lru_cache(maxsize=1 << 16)
def days(written: str | None) -> tuple[int, int] | None:
    """First and last day of an ISO 8601 date, month or year, as ordinals; None where it is none of them."""
    if not written:
        return None
    try:
        parts = [int(part) for part in written.split("-")]
        if len(parts) == 3:
            day = date(*parts).toordinal()
            return day, day
        year, month = parts[0], parts[1] if len(parts) > 1 else None
        first = date(year, month or 1, 1)
        after = date(year + (month is None or month == 12), 1 if month is None else month % 12 + 1, 1)
    except (ValueError, IndexError, OverflowError):
        return None
    return first.toordinal(), (after - _DAY).toordinal()


def gap(left: tuple[int, int], right: tuple[int, int]) -> int:
    """Days between two stretches, 0 where they meet."""
    return max(0, left[0] - right[1], right[0] - left[1])


def week(day: int) -> str:
    """The ISO week of an ordinal, as ``2025-W45``."""
    year, number, _ = date.fromordinal(day).isocalendar()
    return f"{year}-W{number:02d}"
