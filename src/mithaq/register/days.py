"""Dates cut to what is known, and the days they can mean."""

from calendar import monthrange
from datetime import date


def first_day(written: str) -> str:
    """The earliest day a date can mean: ``2026-03`` gives ``2026-03-01``."""
    return written + "0000-01-01"[len(written) :]


def last_day(written: str) -> str:
    """The latest day a date can mean: ``2026-02`` gives ``2026-02-28``."""
    if len(written) == 4:
        return f"{written}-12-31"
    if len(written) == 7:
        return f"{written}-{monthrange(int(written[:4]), int(written[5:]))[1]:02}"
    return written


def is_date(written: str) -> bool:
    """Whether a text is a year, a month or a day of ISO 8601."""
    if len(written) not in {4, 7, 10} or not written.isascii():
        return False
    try:
        date.fromisoformat(first_day(written))
    except ValueError:
        return False
    return True


VISIT = 3
"""Days by which reports of one visit may differ: it lasts a day or two, and is reported on its last."""


def same_visit(one: str, other: str, days: int = VISIT) -> bool:
    """Whether two dates can be of one visit: one makes the other more precise, or they are days apart."""
    if one.startswith(other) or other.startswith(one):
        return True
    if len(one) < 10 or len(other) < 10:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= days
