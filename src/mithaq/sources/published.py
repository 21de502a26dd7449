"""The date of publication that a caller gives."""

import re
from datetime import date

from mithaq.model.errors import InvalidOption

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def checked_date(written: str) -> str:
    """The date as given; InvalidOption unless it is ISO 8601: a year, a month or a day that exists."""
    match = _ISO.fullmatch(written)
    if match is None or not _exists(*(int(part) if part else 1 for part in match.groups())):
        raise InvalidOption(
            f"{written!r} is no date of publication: write YYYY-MM-DD, YYYY-MM or YYYY, such as 2025-11-05"
        )
    return written


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
