"""Mentions: where a phrase of the lexicon, or a number, stands in the folded text."""

from typing import Any

from mithaq.languages.lexicon import Entry, Lexicon
from mithaq.languages.senses import BIT, IGNORE, NAMES
from mithaq.model.folding import Folded

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


_NUMBER = Entry(0, 0, False, ())
_NUMBER.bits = DIGITS


_FIGURES = Entry(0, 0, False, ())
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
    codes, clean = folded.codes, folded.clean
    payloads, plain, capital = lexicon.payloads, lexicon.plain, lexicon.capital
    found = lexicon.automaton.find_overlapping(b" " + codes + b" ")
    # Matches come by their ends, so of several with one start the longest is kept.
    longest = {start: (end - 2, pattern) for start, end, pattern in found}
    mentions: list[Mention] = []
    taken = 0
    for start in sorted(longest):
        if start < taken:
            continue
        end, pattern = longest[start]
        payload = payloads[pattern]
        entry = capital[payload]
        if entry is None:
            entry = plain[payload]
            assert entry is not None
        elif not clean[start:end].isupper():
            entry, end = _shorter(found, start, end, lexicon, clean)
            if entry is None:
                continue
        if entry.star:
            stop = codes.find(b" ", end + 1)
            end = stop if stop >= 0 else len(codes)
        taken = end
        if not entry.bits & IGNORE:
            mentions.append(Mention(start, end, entry))
    return mentions


def _shorter(
    found: list[tuple[int, int, int]], start: int, end: int, lexicon: Lexicon, clean: str
) -> tuple[Entry | None, int]:
    """The longest phrase at a start that holds in the letters it is written in."""
    for begin, stop, pattern in reversed(found):
        if begin == start and stop - 2 <= end:
            payload = lexicon.payloads[pattern]
            entry = lexicon.capital[payload]
            if entry is None or not clean[start : stop - 2].isupper():
                entry = lexicon.plain[payload]
            if entry is not None:
                return entry, stop - 2
    return None, end
