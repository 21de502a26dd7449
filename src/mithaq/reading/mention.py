"""Mentions: where a phrase of the lexicon, or a number, stands in the folded text."""

from typing import Any

from mithaq.languages.lexicon import Entry, Lexicon
from mithaq.languages.senses import BIT, IGNORE, NAMES
from mithaq.model.folding import BLANK, Folded

DIGITS = 1 << len(NAMES)
"""The sense of a number written in digits."""
FIGURES = DIGITS << 1
"""The sense of a date written in figures alone."""


class Mention:
    """A phrase in the folded text.

    ``start`` and ``end`` bound the written word or words; ``begin`` and ``stem`` bound what is left
    without clitics and case endings. ``value`` is the number of a DIGITS mention.
    """

    __slots__ = ("begin", "bits", "end", "start", "stem", "value", "values")

    def __init__(self, start: int, end: int, entry: Entry) -> None:
        self.start, self.end = start, end
        self.begin, self.stem = start + entry.lead, end - entry.trail
        self.bits = entry.bits
        self.values: dict[int, tuple[Any, ...]] = entry.values
        self.value: float = 0

    def get(self, bit: int) -> Any:
        """The first value of a sense."""
        return self.values[bit][0]

    def has(self, bit: int, code: str) -> bool:
        """Whether a sense has a code among its values."""
        return bool(self.bits & bit) and code in self.values[bit]

    def __repr__(self) -> str:
        senses = "+".join(name for name, bit in BIT.items() if self.bits & bit) or "digits"
        return f"<{self.start}-{self.end} {senses} {list(self.values.values()) or self.value}>"


_NUMBER = Entry(0, 0, ())
_NUMBER.bits = DIGITS
_FIGURES = Entry(0, 0, ())
_FIGURES.bits = FIGURES


def figures(start: int, end: int, year: int, month: int, day: int) -> Mention:
    """A mention of a date written in figures; its value is year, month and day as one number."""
    mention = Mention(start, end, _FIGURES)
    mention.value = year * 10000 + month * 100 + day
    return mention


def number(start: int, end: int, value: float) -> Mention:
    """A mention of a number in digits."""
    mention = Mention(start, end, _NUMBER)
    mention.value = value
    return mention


def scan(folded: Folded, lexicon: Lexicon) -> list[Mention]:
    """The leftmost longest phrases of a text, in order; what lies in an ignored phrase is left out."""
    longest = _longest(folded, lexicon)
    mentions: list[Mention] = []
    taken = 0
    for start in sorted(longest):
        if start >= taken:
            taken, entry = longest[start]
            if not entry.bits & IGNORE:
                mentions.append(Mention(start, taken, entry))
    return mentions


def _longest(folded: Folded, lexicon: Lexicon) -> dict[int, tuple[int, Entry]]:
    """The longest phrase at each place where one begins: its end and what it means."""
    codes = b" " + folded.codes + b" "
    # Where nothing is written on to the front of words, a pattern begins with the blank before its word.
    inside, shift = (True, 1) if len(lexicon.fronts) > 1 else (False, 0)
    find, ready, forms = codes.find, lexicon.ready, lexicon.forms
    longest: dict[int, tuple[int, Entry]] = {}
    for begin, end, pattern in lexicon.automaton.find_overlapping(codes):
        start = begin - shift
        if inside and codes[start] != BLANK:
            place = codes.rfind(b" ", 0, begin)
            front = codes[place + 1 : begin]
            if front not in lexicon.fronts:
                continue
            start, stop = place, codes.find(b" ", end - 1)
            entry = lexicon.entry(pattern, front, codes[end:stop], folded.clean[start : stop - 1])
            stop -= 1
        elif (entry := ready[pattern]) is not None:
            stop = end - 2
        else:
            stop = find(b" ", end - 1)
            rest = codes[end:stop]
            stop -= 1
            if pattern not in forms or (entry := forms[pattern].get(rest)) is None:
                entry = lexicon.entry(pattern, b"", rest, folded.clean[start:stop])
        if entry is None:
            continue
        known = longest.get(start)
        if known is None or known[0] < stop:
            longest[start] = stop, entry
        elif known[0] == stop:
            longest[start] = stop, lexicon.merged(known[1], entry)
    return longest
