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
