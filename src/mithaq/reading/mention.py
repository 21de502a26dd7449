"""Mentions: where a phrase of the lexicon, or a number, stands in the folded text."""

from bisect import bisect_left
from typing import Any

import numpy as np

from mithaq.languages.lexicon import Entry, Lexicon
from mithaq.languages.senses import BIT, DIGITS, FIGURES, IGNORE, NOT_NAME, PLACE
from mithaq.model.folding import BLANK, Folded

__all__ = ["DIGITS", "FIGURES", "Mention", "figures", "number", "scan", "scan_word"]


class Mention:
    """A phrase in the folded text.

    ``start`` and ``end`` bound the written word or words; ``begin`` and ``stem`` bound what is left
    without clitics and case endings. ``value`` is the number of a DIGITS mention.
    """

    __slots__ = ("begin", "bits", "end", "start", "stem", "values")
    value: float = 0

    def __init__(self, start: int, end: int, entry: Entry) -> None:
        self.start = start
        self.end = end
        self.begin = start + entry.lead
        self.stem = end - entry.trail
        self.bits = entry.bits
        self.values: dict[int, tuple[Any, ...]] = entry.values

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


class _Number(Mention):
    """A mention with a value of its own."""

    __slots__ = ("value",)

    def __init__(self, start: int, end: int, entry: Entry, value: float) -> None:
        super().__init__(start, end, entry)
        self.value = value


def figures(start: int, end: int, year: int, month: int, day: int) -> Mention:
    """A mention of a date written in figures; its value is year, month and day as one number."""
    return _Number(start, end, _FIGURES, year * 10000 + month * 100 + day)


def number(start: int, end: int, value: float) -> Mention:
    """A mention of a number in digits."""
    return _Number(start, end, _NUMBER, value)


def scan(folded: Folded, lexicon: Lexicon) -> list[Mention]:
    """The leftmost longest phrases of a text, in order; what lies in an ignored phrase is left out.

    A word is looked up whole; phrases of several words, which are longer, come from their automaton.
    """
    codes, clean, capitals = folded.codes, folded.clean, lexicon.traits.capitals
    blanks = np.flatnonzero(np.frombuffer(codes, np.uint8) == BLANK)
    starts = [0, *(blanks + 1).tolist()]
    ends = [*blanks.tolist(), len(codes)]
    entries: list[Entry | None] = list(map(lexicon.words.__getitem__, codes.split(b" ")))
    for start, phrase in _phrases(folded, lexicon).items():
        word = bisect_left(starts, start)
        ends[word], entries[word] = phrase
    mentions: list[Mention] = []
    taken = 0
    for start, end, entry in zip(starts, ends, entries, strict=True):
        if entry is None or start < taken:
            continue
        if not entry.doubtful:
            mentions.append(Mention(start, end, entry))
            taken = end
            continue
        told = _as_written(entry, clean[start:end])
        bits = _counting(told.bits, clean[start], capitals)
        if bits:
            taken = end
        if bits and not bits & IGNORE:
            mention = Mention(start, end, told)
            mention.bits = bits
            mentions.append(mention)
    return mentions


def _as_written(entry: Entry, words: str) -> Entry:
    """The meaning of a phrase that may mean something else in capitals."""
    return entry.shouted if entry.shouted is not None and words.isupper() else entry


def _counting(bits: int, letter: str, capitals: bool) -> int:
    """The senses that count in a phrase that begins with a letter.

    Where names are written with capitals, a small word that could only end a name says nothing, and words in
    lower case name no place ("northern province").
    """
    if capitals and bits & PLACE and letter.islower():
        bits &= ~PLACE
    return IGNORE if capitals and bits == NOT_NAME and not letter.isupper() else bits


def scan_word(word: str, lexicon: Lexicon) -> list[Mention]:
    """The phrases of a single word, remembered: the same few are asked for again and again."""
    found = lexicon.looked_up.get(word)
    if found is None:
        found = scan(lexicon.folding.fold(word), lexicon)
        if len(lexicon.looked_up) < _MOST_WORDS:
            lexicon.looked_up[word] = found
    return found


def _phrases(folded: Folded, lexicon: Lexicon) -> dict[int, tuple[int, Entry]]:
    """The longest phrases of several words: where they begin, with their end and meaning.

    Where nothing is written on to words a pattern begins with the blank before its word, else it may begin
    inside one. Hits come in the order of their ends, so of two that start together the later is no shorter.
    """
    codes = b" " + folded.codes + b" "
    found: dict[int, tuple[int, Entry]] = {}
    find, glues, known = codes.find, lexicon.glues, lexicon.phrases
    for begin, end, pattern in lexicon.several.automaton.find_overlapping(codes):
        start = codes.rfind(b" ", 0, begin) if glues else begin
        stop = find(b" ", end - 1)
        written = pattern, codes[start + 1 : begin], codes[end:stop]
        entry = known[written] if written in known else lexicon.phrase(*written)
        if entry is None:
            continue
        stop -= 1
        if entry.shouted is not None:
            entry = _as_written(entry, folded.clean[start:stop])
            if not entry.bits:
                continue
        if start in found and found[start][0] == stop:
            entry = found[start][1].joined(entry)
        found[start] = stop, entry
    return found
