"""Mentions: where a phrase of the lexicon, or a number, stands in the folded text."""

from typing import Any

from mithaq.languages.lexicon import Entry, Lexicon
from mithaq.languages.senses import BIT, DIGITS, FIGURES, IGNORE, NOT_NAME, PLACE
from mithaq.model.folding import BLANK, Folded

__all__ = ["DIGITS", "FIGURES", "Mention", "figures", "number", "scan", "scan_word"]


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


_MOST_WORDS = 4096
"""How many single words a lexicon remembers."""
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
    """The leftmost longest phrases of a text, in order; what lies in an ignored phrase is left out.

    Where names are written with capitals, a small word that could only end a name is no mention either, and
    words in lower case name no place ("northern province").
    """
    ends, entries = _longest(folded, lexicon)
    clean, quiet = folded.clean, NOT_NAME if lexicon.traits.capitals else 0
    mentions: list[Mention] = []
    taken = 0
    for start in sorted(ends):
        if start < taken:
            continue
        entry = entries[start]
        bits = entry.bits
        if quiet and bits & PLACE and clean[start].islower():
            bits &= ~PLACE
            if not bits:
                continue
        taken = ends[start]
        if not bits & IGNORE and (bits != quiet or clean[start].isupper()):
            mention = Mention(start, taken, entry)
            mention.bits = bits
            mentions.append(mention)
    return mentions


def scan_word(word: str, lexicon: Lexicon) -> list[Mention]:
    """The phrases of a single word, remembered: the same few are asked for again and again."""
    found = lexicon.words.get(word)
    if found is None:
        found = scan(lexicon.folding.fold(word), lexicon)
        if len(lexicon.words) < _MOST_WORDS:
            lexicon.words[word] = found
    return found


_Places = tuple[dict[int, int], dict[int, Entry]]
"""Where phrases begin, with the end and the meaning of the longest one."""


def _longest(folded: Folded, lexicon: Lexicon) -> _Places:
    """The longest phrases of a text.

    Where nothing is written on to words a pattern begins with the blank before its word, else it may begin
    inside one.
    """
    codes = b" " + folded.codes + b" "
    find, ready, forms, meaning = codes.find, lexicon.ready, lexicon.forms, lexicon.meaning
    last_of_front = lexicon.last_of_front
    shift = 1 if last_of_front else 0
    ends: dict[int, int] = {}
    entries: dict[int, Entry] = {}
    for begin, end, pattern in lexicon.automaton.find_overlapping(codes):
        start = begin - shift
        if shift and (before := codes[start]) != BLANK:
            start = codes.rfind(b" ", 0, begin) if before in last_of_front else -1
            front = codes[start + 1 : begin]
            if start < 0 or front not in lexicon.fronts:
                continue
            stop = find(b" ", end - 1)
            entry = lexicon.written_on(pattern, front, codes[end:stop])
            stop -= 1
        elif (entry := ready[pattern]) is not None:
            stop = end - 2
        else:
            stop = find(b" ", end - 1)
            rest = codes[end:stop]
            stop -= 1
            try:
                entry = forms[pattern][rest]
            except KeyError:
                entry = meaning(pattern, rest, folded.clean[start:stop])
        if entry is None:
            continue
        known = ends.get(start, 0)
        if known < stop:
            ends[start] = stop
            entries[start] = entry
        elif known == stop:
            entries[start] = lexicon.merged(entries[start], entry)
    return ends, entries
