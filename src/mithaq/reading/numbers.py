"""Numbers: digits in any script, and quantities of digits, scale words and number words."""

import re
from dataclasses import dataclass

import numpy as np

from mithaq.languages.lexicon import Lexicon
from mithaq.languages.senses import FRACTION, NUMBER, SCALE
from mithaq.model.folding import Folded
from mithaq.reading.mention import DIGITS, Mention, figures, number, scan

_IS_DIGIT = np.zeros(256, dtype=np.bool_)
_IS_DIGIT[48:58] = True
_BLANKS = "\u0020\u00a0\u202f\u2009"
_AND = re.compile(r"[\s\u00a0-]*(?:and|и|мен|пен|бен)?[\s\u00a0-]*")


def digits(folded: Folded, comma_decimal: bool) -> list[Mention]:
    """The numbers written in digits, thousands and decimals joined."""
    runs = _runs(folded.codes)
    clean = folded.clean
    found: list[Mention] = []
    index = 0
    while index < len(runs):
        written = _written_date(clean, runs, index)
        if written is not None:
            found.append(written)
            index += 3
            continue
        start, end = runs[index]
        whole = folded.codes[start:end].decode("ascii")
        decimal = ""
        while index + 1 < len(runs):
            follow, stop = runs[index + 1]
            part = folded.codes[follow:stop].decode("ascii")
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
        if len(whole) <= 18:
            value = float(f"{whole}.{decimal}") if decimal else int(whole)
            found.append(number(start, end, value))
        index += 1
    return found


def _written_date(clean: str, runs: list[tuple[int, int]], index: int) -> Mention | None:
    """A date in figures (05.11.2025, 2025-11-05, 5/3/2021), day before month unless the month is over 12."""
    if index + 2 >= len(runs):
        return None
    (a, b), (c, d), (e, f) = runs[index : index + 3]
    mark = clean[b:c]
    if mark not in (".", "-", "/") or clean[d:e] != mark or d - c > 2 or (e > d + 1):
        return None
    first, middle, last = int(clean[a:b]), int(clean[c:d]), int(clean[e:f])
    if b - a == 4 and f - e <= 2:
        year, month, day = first, middle, last
    elif b - a <= 2 and f - e == 4:
        day, month, year = first, middle, last
    else:
        return None
    if month > 12 >= day and mark == "/":
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1300 <= year <= 2100):
        return None
    return figures(a, f, year, month, day)


def _runs(codes: bytes) -> list[tuple[int, int]]:
    """Where digits stand, as half-open runs."""
    flags = _IS_DIGIT[np.frombuffer(codes, np.uint8)]
    edges = np.flatnonzero(flags[1:] != flags[:-1]) + 1
    places: list[int] = edges.tolist()
    if len(flags) and flags[0]:
        places.insert(0, 0)
    if len(flags) and flags[-1]:
        places.append(len(flags))
    return list(zip(places[::2], places[1::2], strict=True))


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
    """A number with its scale: ``value`` in full units, ``scaled`` whether a scale word took part."""

    start: int
    end: int
    value: float
    scaled: bool
    after: int


def quantity(clean: str, items: list[Mention], at: int, lexicon: Lexicon) -> Quantity | None:
    """The quantity that begins with the item at an index: "1.2 billion", "مليار و200 مليون", "1.5bn"."""
    total = 0.0
    scaled = False
    index = at
    end = items[at].start
    start = items[at].begin
    while index < len(items) and (index == at or _adjacent(clean, end, items[index])):
        term = _term(clean, items, index, lexicon)
        if term is None:
            break
        value, has_scale, stop, index = term
        if total and not has_scale and scaled and value >= 1000:
            break
        total += value
        scaled = scaled or has_scale
        end = stop
        if not has_scale:
            break
    if end <= start or total == 0:
        return None
    return Quantity(start, end, _tidy(total), scaled, index)


def _tidy(value: float) -> float:
    """A whole number as an int; binary dust of a decimal times a scale is rounded off."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _adjacent(clean: str, end: int, item: Mention) -> bool:
    gap = clean[end : item.begin]
    return (len(gap) < 6 and _AND.fullmatch(gap) is not None) or gap.strip() == "و"


def _term(
    clean: str, items: list[Mention], index: int, lexicon: Lexicon
) -> tuple[float, bool, int, int] | None:
    """One number with its scale: value, whether scaled, end, next index."""
    item = items[index]
    if item.bits & SCALE and not item.bits & NUMBER:
        factor = float(item.get(SCALE))
        end, index = item.end, index + 1
        half = _half(clean, items, index, end)
        return (factor * 1.5, True, half, index + 1) if half else (factor, True, end, index)
    value = _plain(item)
    if value is None:
        return None
    end, index = item.end, index + 1
    while index < len(items) and items[index].bits & NUMBER and _adjacent(clean, end, items[index]):
        more = float(items[index].get(NUMBER))
        value = value * more if more in (100, 1000) and value < 100 else value + more
        end, index = items[index].end, index + 1
    glued = _glued(clean, end, lexicon)
    if glued:
        return value * glued[0], True, glued[1], index
    if (
        index < len(items)
        and items[index].bits & SCALE
        and clean[end : items[index].begin].strip("-.و) ") in ("", " ")
    ):
        factor = float(items[index].get(SCALE))
        end, index = items[index].end, index + 1
        half = _half(clean, items, index, end)
        return (value * factor + (factor / 2 if half else 0), True, half or end, index + (1 if half else 0))
    return value, value >= 1_000_000, end, index


def _half(clean: str, items: list[Mention], index: int, end: int) -> int:
    """Where "and a half" after a scale ends; 0 where there is none."""
    if (
        index < len(items)
        and items[index].has(FRACTION, "0.5")
        and clean[end : items[index].begin].strip() in ("", "و", "and a")
    ):
        return (
            items[index].end
            if clean[end : items[index].begin].strip() or clean[items[index].start] == "و"
            else 0
        )
    return 0


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
    for mention in scan(lexicon.folding.fold(clean[end:stop]), lexicon):
        if mention.bits & SCALE and mention.start == 0:
            return float(mention.get(SCALE)), stop
    return None
