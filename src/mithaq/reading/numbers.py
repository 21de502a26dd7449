"""Numbers: digits in any script, and quantities of digits, scale words and number words."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from mithaq.languages.lexicon import Lexicon
from mithaq.languages.senses import FRACTION, NUMBER, QUALIFIER, SCALE
from mithaq.model.folding import BLANK, Folded
from mithaq.reading.mention import DIGITS, Mention, figures, number, scan_word

# With all digits made one letter, the search for runs leaps from digit to digit.
_DIGITS_ALIKE = bytes(ord("0") if chr(code) in "0123456789" else BLANK for code in range(256))
_RUN = re.compile(b"0+")
_BLANKS = "\u0020\u00a0\u202f\u2009"
_LARGE = 1_000_000
_LONGEST, _APART = 18, 3
"""Digits a number may have; letters that may stand between the parts of one number or date."""
# In Arabic "and" is written on to the number after it.
_AND_GLUED = ("", "و")


def digits(folded: Folded, comma_decimal: bool) -> list[Mention]:
    """The numbers written in digits, thousands and decimals joined."""
    runs = _runs(folded.codes)
    clean, codes = folded.clean, folded.codes
    found: list[Mention] = []
    index, last = 0, len(runs) - 1
    while index <= last:
        start, end = runs[index]
        if index == last or runs[index + 1][0] - end > _APART:
            if end - start <= _LONGEST:
                found.append(number(start, end, int(codes[start:end])))
            index += 1
            continue
        written = _written_date(clean, runs, index)
        if written is not None:
            found.append(written)
            index += 3
            continue
        whole = codes[start:end].decode("ascii")
        decimal = ""
        while index < last:
            follow, stop = runs[index + 1]
            part = codes[follow:stop].decode("ascii")
            role = _join(clean[end:follow], whole, part, comma_decimal)
            if not role or decimal:
                break
            index += 1
            end = stop
            if role == "thousands":
                whole += part
            elif role == "reh":
                whole, decimal = part, whole
            else:
                decimal = part
        if len(whole) <= _LONGEST:
            value = float(f"{whole}.{decimal}") if decimal else int(whole)
            found.append(number(start, end, value))
        index += 1
    return found


def _written_date(clean: str, runs: list[tuple[int, int]], index: int) -> Mention | None:
    """A date in figures (05.11.2025, 16.04.19, 2025-11-05, 5/3/2021); the day first where it can be."""
    if index + 2 >= len(runs):
        return None
    (a, b), (c, d), (e, f) = runs[index : index + 3]
    mark = clean[b:c]
    if mark not in (".", "-", "/", " / ") or clean[d:e] != mark or d - c > 2:
        return None
    first, middle, last = int(clean[a:b]), int(clean[c:d]), int(clean[e:f])
    if b - a == 4 and f - e <= 2:
        year, month, day = first, middle, last
    elif b - a <= 2 and f - e == 4:
        day, month, year = first, middle, last
    elif mark == "." and b - a == d - c == f - e == 2:
        day, month, year = first, middle, 2000 + last
    else:
        return None
    if month > 12 >= day and mark.strip() == "/":
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1300 <= year <= 2100):
        return None
    return figures(a, f, year, month, day)


def _runs(codes: bytes) -> list[tuple[int, int]]:
    """Where digits stand, as half-open runs."""
    return [run.span() for run in _RUN.finditer(codes.translate(_DIGITS_ALIKE))]


def _join(between: str, whole: str, part: str, comma_decimal: bool) -> str:  # noqa: PLR0911
    """What ties two runs of digits: thousands, a decimal mark, the Arabic reh, or nothing."""
    three = len(part) == 3
    if between in _BLANKS and between:
        return "thousands" if three and len(whole) <= 3 and whole != "0" else ""
    if between == "٫":
        return "decimal"
    if between in ("٬", "'", "’"):
        return "thousands" if three else ""
    if between == "ر":
        return "reh" if len(whole) <= 2 else ""
    if between == ",":
        return "decimal" if comma_decimal or not three else "thousands"
    if between == ".":
        return "thousands" if comma_decimal and three and whole != "0" else "decimal"
    return ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its scale: ``value`` in full units, ``scale`` the last scale word's (1 without any).

    ``after`` is the index of the first item behind it.
    """

    start: int
    end: int
    value: float
    scale: float
    after: int

    @property
    def scaled(self) -> bool:
        """Whether a scale word took part, or the number is large enough to have needed one."""
        return self.scale > 1 or self.value >= _LARGE


class _Term(NamedTuple):
    """One number with at most one scale."""

    value: float
    scale: float
    end: int
    after: int


def quantity(clean: str, items: list[Mention], at: int, lexicon: Lexicon) -> Quantity | None:
    """The quantity that begins with the item at an index: "1.2 billion", "مليار و200 مليون", "1.5bn"."""
    term = _term(clean, items, at, lexicon)
    if term is None or term.value <= 0:
        return None
    total, scale, end, index = term
    while scale > 1 and index < len(items) and clean[end : items[index].begin].strip() in _AND_GLUED:
        more = _term(clean, items, index, lexicon)
        # a thousand takes bare units (2 мың 300), a larger scale only a smaller one (مليار و200 مليون)
        if more is None or more.value >= scale or (more.scale == 1 and scale != 1000):
            break
        total += more.value
        _, scale, end, index = more
    return Quantity(items[at].begin, end, _tidy(total), term.scale, index)


def _tidy(value: float) -> float:
    """A whole number as an int; binary dust of a decimal times a scale is rounded off."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _term(clean: str, items: list[Mention], index: int, lexicon: Lexicon) -> _Term | None:
    """One number with its scale."""
    item = items[index]
    if item.bits & SCALE and not item.bits & NUMBER:
        scale = float(item.get(SCALE))
        return _halved(clean, items, _Term(scale, scale, item.end, index + 1))
    value = _plain(item)
    if value is None:
        return None
    end, index = item.end, index + 1
    while index < len(items) and items[index].bits & NUMBER and _same_word(clean, end, items[index]):
        more = float(items[index].get(NUMBER))
        value = value * more if more in (100, 1000) and value < 100 else value + more
        end, index = items[index].end, index + 1
    glued = _glued(clean, end, lexicon) if clean[end : end + 1].isalpha() else None
    if glued:
        return _Term(value * glued[0], glued[0], glued[1], index)
    if index < len(items) and items[index].bits & QUALIFIER and not clean[end : items[index].begin].strip():
        ahead = index + 1  # "352 с лишним миллиона"
    else:
        ahead = index
    if ahead < len(items) and items[ahead].bits & SCALE and _brings_scale(clean, items, index, ahead, end):
        scale = float(items[ahead].get(SCALE))
        return _halved(clean, items, _Term(value * scale, scale, items[ahead].end, ahead + 1))
    # a dual scale is a number of its own: "ملياري دولار"
    return _Term(value, value if item.bits & NUMBER and value >= 1000 else 1, end, index)


def _brings_scale(clean: str, items: list[Mention], index: int, ahead: int, end: int) -> bool:
    """Whether nothing but blanks, a bracket or a hyphen stands between a number and its scale."""
    behind = end if ahead == index else items[index].end
    return clean[behind : items[ahead].begin].strip(" \u00a0\u202f-.)") in _AND_GLUED


def _same_word(clean: str, end: int, item: Mention) -> bool:
    """Whether a number word goes on with the next one: "two hundred", "خمسة وعشرون", "twenty-five"."""
    return clean[end : item.begin].strip(" \u00a0-") in _AND_GLUED


def _halved(clean: str, items: list[Mention], term: _Term) -> _Term:
    """A term with the half said after its scale: "مليار ونصف", "a billion and a half"."""
    at = term.after
    if at < len(items) and items[at].has(FRACTION, "0.5") and items[at].start - term.end < 8:
        gap = clean[term.end : items[at].begin].strip()
        if gap or items[at].begin > items[at].start:
            return _Term(term.value + term.scale / 2, term.scale, items[at].end, at + 1)
    return term


def _plain(item: Mention) -> float | None:
    if item.bits & DIGITS:
        return item.value
    if item.bits & NUMBER:
        return float(item.get(NUMBER))
    if item.bits & FRACTION:
        return float(item.get(FRACTION))
    return None


def _glued(clean: str, end: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """A scale written on to the digits: 1.2bn, 650млн."""
    stop = end
    while stop < len(clean) and clean[stop].isalpha() and stop - end < 9:
        stop += 1
    if stop == end:
        return None
    for mention in scan_word(clean[end:stop], lexicon):
        if mention.bits & SCALE and mention.start == 0:
            return float(mention.get(SCALE)), stop
    return None
