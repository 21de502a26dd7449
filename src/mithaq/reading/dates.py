"""Dates with the precision the text gives, in either calendar, and years of validity."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Hijri

from mithaq.languages.senses import DATE, DAY, HIJRI_MONTH, MONTH, ORDINAL, PERIOD, WEEKDAY
from mithaq.reading.context import Context
from mithaq.reading.mention import DIGITS, FIGURES, Mention

_DAY_GAP = re.compile(
    r"[\s\u00a0]*(?:st|nd|rd|th|-?го|-?е|-[а-яқңәөұүһіғ]{1,5})?(?:\s+of)?[\s\u00a0،,./]*|\s*من\s+(?:شهر\s+)?"
)
_YEAR_GAP = re.compile(r"[\s\u00a0]*[,،./]?[\s\u00a0]*(?:of|من|عام|سنة|года?)?[\s\u00a0]*")
_RANGE = re.compile(r"[\s\u00a0]*(?:[-–—−‒/]|to|and|и|по|до|إلى|الى|حتى|و|ـ|мен|пен|бен)[\s\u00a0]*")


@dataclass(slots=True, frozen=True)
class Dated:
    """A date in the text: ISO 8601 cut to what is said; ``day`` and ``month`` also without a year."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    @property
    def iso(self) -> str | None:
        """The date, or None where the year is not said."""
        if self.year is None:
            return None
        if self.month is None:
            return f"{self.year:04d}"
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")


def is_year(item: Mention) -> bool:
    """Whether a number can be a Gregorian year."""
    return bool(item.bits & DIGITS) and item.end - item.start == 4 and 1900 <= item.value <= 2100


def dates(context: Context) -> list[Dated]:
    """All dates that name a month, in order."""
    found: list[Dated] = []
    for place in context.places(FIGURES | MONTH | HIJRI_MONTH):
        item = context.mentions[place]
        if item.bits & FIGURES:
            year, rest = divmod(int(item.value), 10000)
            found.append(_calendar(item.start, item.end, year, rest // 100, rest % 100))
        else:
            dated = _around(context, place)
            if dated is not None:
                found.append(dated)
    return found


def _calendar(start: int, end: int, year: int, month: int, day: int) -> Dated:
    """A date in figures; a year of the Hijri calendar is turned into ours."""
    if year < 1600:
        return _hijri(start, end, year, month, day)
    return Dated(start, end, year, month, day)


def _hijri(start: int, end: int, year: int, month: int, day: int | None) -> Dated:
    """A Hijri date by the Umm al-Qura calendar, which is known for 1343-1500 AH."""
    if not 1343 <= year <= 1500:
        return Dated(start, end, None, None, None)
    try:
        then = Hijri(year, month, day or 1).to_gregorian()
    except ValueError:
        return Dated(start, end, None, None, None)
    return Dated(start, end, then.year, then.month if day else None, then.day if day else None)


def _around(context: Context, index: int) -> Dated | None:
    """The date around a month's name: day before or after it, year after or before it."""
    items = context.mentions
    month = items[index]
    hijri = bool(month.bits & HIJRI_MONTH) and not month.bits & MONTH
    number = int(month.get(HIJRI_MONTH if hijri else MONTH))
    start, end = month.begin, month.end
    end, last = _second_name(context, index)
    day, start, before = _day_before(context, index)
    if day is None:
        day, end, last = _day_after(context, last, end)
    year, year_end = _year_after(context, last, end, hijri)
    if year is None and context.head_final:
        year, start = _year_before(context, before, start)
    if day is None and year is None and not _is_month(context, month):
        return None
    end = max(end, year_end)
    if hijri:
        return _hijri(start, end, year, number, day) if year else None
    return Dated(start, end, year, number, day)


def _is_month(context: Context, month: Mention) -> bool:
    """A bare word that can be a month is one only where it is written like a name or long enough."""
    written = context.clean[month.start : month.end]
    return len(written) > 3 and (
        not context.lexicon.traits.capitals or context.head_final or written[0].isupper()
    )


def _second_name(context: Context, index: int) -> tuple[int, int]:
    """The end of a doubled month name (آب/أغسطس) and the index of its last mention."""
    items = context.mentions
    month = items[index]
    if index + 1 < len(items) and items[index + 1].bits & MONTH:
        gap = context.clean[month.end : items[index + 1].begin]
        if len(gap) <= 2 or gap == " / ":
            return items[index + 1].end, index + 1
    return month.end, index


def _day_before(context: Context, index: int) -> tuple[int | None, int, int]:
    """The day written before a month (the first of a range), where it starts, and the index before it."""
    items = context.mentions
    start = items[index].begin
    if (
        index == 0
        or not _is_day(items[index - 1])
        or not _DAY_GAP.fullmatch(context.clean, items[index - 1].end, start)
    ):
        return None, start, index - 1
    day = items[index - 1]
    first = index - 1
    for before in range(first - 1, max(first - 3, -1), -1):
        if _is_day(items[before]) and _RANGE.fullmatch(context.clean, items[before].end, day.start):
            first = before
            break
    return _day(items[first]), items[first].start, first - 1


def _is_day(item: Mention) -> bool:
    return 1 <= _day(item) <= 31


def _day(item: Mention) -> int:
    """The number of a day: "9" or "9th"; 0 where a mention is none."""
    if item.bits & DIGITS and item.end - item.start <= 2:
        return int(item.value)
    return int(item.get(ORDINAL)) if item.bits & ORDINAL and item.end - item.start <= 4 else 0


def _day_after(context: Context, last: int, end: int) -> tuple[int | None, int, int]:
    """The day written after a month: "November 5"."""
    items = context.mentions
    if (
        last + 1 < len(items)
        and _is_day(items[last + 1])
        and context.clean[end : items[last + 1].start].strip(". ") == ""
    ):
        item = items[last + 1]
        stop, after = item.end, last + 1
        if (
            after + 1 < len(items)
            and _is_day(items[after + 1])
            and _RANGE.fullmatch(context.clean, stop, items[after + 1].start)
        ):
            stop, after = items[after + 1].end, after + 1
        return _day(item), stop, after
    return None, end, last


def _year_after(context: Context, last: int, end: int, hijri: bool) -> tuple[int | None, int]:
    items = context.mentions
    for item in items[last + 1 : last + 3]:
        if item.bits & (DATE | WEEKDAY) and item.start - end < 3:
            end = item.end
            continue
        gap = context.clean[end : item.start]
        if len(gap) < 12 and _YEAR_GAP.fullmatch(
            gap.removeprefix("st").removeprefix("nd").removeprefix("rd").removeprefix("th")
        ):
            if hijri and item.bits & DIGITS and 1300 <= item.value <= 1500:
                return int(item.value), item.end
            if is_year(item):
                return int(item.value), item.end
        break
    return None, 0


def _year_before(context: Context, before: int, start: int) -> tuple[int | None, int]:
    """The year written before the day: "2025 жылғы 6 мамыр"."""
    items = context.mentions
    for index in range(before, max(before - 3, -1), -1):
        item = items[index]
        if is_year(item):
            return (int(item.value), item.start) if start - item.end < 12 else (None, start)
        if not item.bits & (DATE | PERIOD):
            break
    return None, start


def years(context: Context, start: int, end: int) -> list[Mention]:
    """The numbers in a span that can be years."""
    return [item for item in context.within(start, end) if item.bits & DIGITS and is_year(item)]


def period(
    context: Context, start: int, end: int, skip: set[int]
) -> tuple[str | None, str | None, int, int] | None:
    """The years of validity told in a span: from, to, and where; ``skip`` are starts of years of dates."""
    found = [item for item in years(context, start, end) if item.start not in skip]
    for index, item in enumerate(found):
        span = _year_range(context, found, index)
        if span is not None:
            return span
        cue = _cue_before(context, item)
        if cue == "until":
            return None, str(int(item.value)), item.start, item.end
        if cue == "for":
            return str(int(item.value)), str(int(item.value)), item.start, item.end
    return None


def _year_range(context: Context, found: list[Mention], index: int) -> tuple[str, str, int, int] | None:
    """Two or more years tied by a dash, "to" or "and"; also 2031/33."""
    item = found[index]
    last = item
    for follow in found[index + 1 :]:
        gap = context.clean[last.end : follow.start]
        between = context.within(last.end, follow.start)
        tied = _RANGE.fullmatch(gap) or (
            len(gap) < 14 and bool(between) and all(m.bits & (PERIOD | DATE) for m in between)
        )
        # a dash of tatweel is silent, so only the blanks around it are left
        blank = not gap.strip() and _cue_before(context, item) == "for"
        if not (tied or blank or gap.strip() in (",", "،")) or follow.value <= last.value:
            break
        last = follow
    if last is not item:
        return str(int(item.value)), str(int(last.value)), item.start, last.end
    short = re.match(r"\s?[-–/](\d\d)(?!\d)", context.clean[item.end : item.end + 5])
    if short and int(short[1]) > int(item.value) % 100:
        return (
            str(int(item.value)),
            str(int(item.value) // 100 * 100 + int(short[1])),
            item.start,
            item.end + short.end(),
        )
    return None


def _cue_before(context: Context, item: Mention) -> str:
    """The cue of validity right before a year: for, from, until; empty where there is none."""
    at = bisect_left(context.starts, item.start) - 1
    for mention in context.mentions[max(at - 1, 0) : at + 1]:
        if mention.bits & PERIOD and item.start - mention.end < 12:
            for cue in ("until", "for"):
                if mention.has(PERIOD, cue):
                    return cue
    after = context.within(item.end, item.end + 12)
    if context.head_final and after and after[0].has(PERIOD, "until"):
        return "until"
    return ""


def reference(context: Context, found: list[Dated]) -> Dated | None:
    """The date of the report: the one given, else the first full date of the page's head."""
    given = context.text.published
    if given:
        parts = [int(part) for part in given.split("-")]
        return Dated(
            0, 0, parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None
        )
    limit = min(len(context.clean), 600)
    for dated in found:
        if dated.start < limit and dated.year and dated.month and dated.day:
            return dated
    return None


def relative(item: Mention, base: Dated | None) -> str | None:
    """The ISO date of "today", "yesterday" or a weekday, counted back from the report's date."""
    if base is None or not (base.year and base.month and base.day):
        return None
    try:
        then = date(base.year, base.month, base.day)
    except ValueError:
        return None
    if item.bits & DAY:
        step = {"today": 0, "yesterday": -1, "tomorrow": 1, "before_yesterday": -2}.get(item.get(DAY))
        return None if step is None else (then + timedelta(days=step)).isoformat()
    if item.bits & WEEKDAY:
        back = (then.isoweekday() - int(item.get(WEEKDAY))) % 7
        return (then - timedelta(days=back)).isoformat()
    return None
