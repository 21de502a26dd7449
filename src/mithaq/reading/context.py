"""What the grammar of one reading shares: the text, its mentions and sentences, and small look-ups."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from mithaq.languages.lexicon import Lexicon
from mithaq.languages.senses import RELATION
from mithaq.model.folding import Folded
from mithaq.model.span import Evidence
from mithaq.model.text import Text
from mithaq.reading.layout import Sentence
from mithaq.reading.mention import Mention
from mithaq.reading.trace import Trace

_BITS = attrgetter("bits")


@dataclass(slots=True)
class Context:
    """One reading under way. All positions are those of ``clean``; :meth:`quote` leads home."""

    text: Text
    lexicon: Lexicon
    folded: Folded
    mentions: list[Mention]
    starts: list[int]
    sentences: list[Sentence]
    trace: Trace | None = None
    sentence_starts: list[int] = field(default_factory=list)
    clean: str = field(init=False)
    head_final: bool = field(init=False)
    _senses: NDArray[np.int64] | None = None
    _places: dict[int, list[int]] = field(default_factory=dict)
    _ties: defaultdict[str, list[int]] | None = None

    def __post_init__(self) -> None:
        self.clean = self.folded.clean
        self.head_final = self.lexicon.traits.head_final

    def quote(self, start: int, end: int) -> Evidence:
        """The evidence at a span of the clean text."""
        return self.quotes([(start, end)])[0]

    def quotes(self, spans: list[tuple[int, int]]) -> tuple[Evidence, ...]:
        """The evidence at spans of the clean text."""
        removed = self.folded.removed
        if removed:
            spans = [
                (start + bisect_left(removed, start + 1), end + bisect_left(removed, end))
                for start, end in spans
            ]
        return self.text.quotes(spans)

    def words(self, start: int, end: int) -> str:
        """The untouched text at a span of the clean text."""
        first, last = self.folded.home_span(start, end)
        return self.text.body[first:last]

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that start in a span."""
        starts = self.starts
        first = bisect_left(starts, start)
        return self.mentions[first : bisect_left(starts, end, first)] if end > start else []

    def of(self, sentence: Sentence) -> list[Mention]:
        """The mentions of a sentence."""
        return self.mentions[sentence.first : sentence.last]

    def index(self, position: int) -> int:
        """The index of the first mention that starts at or after a position."""
        return bisect_left(self.starts, position)

    def sentence_at(self, position: int) -> int:
        """The index of the sentence a position lies in (or of the one before it)."""
        return (bisect_right(self.sentence_starts, position) or 1) - 1

    def gap(self, start: int, end: int) -> str:
        """What stands between two positions, without blanks at its ends."""
        return self.clean[start:end].strip()

    def picked(self, bits: int) -> list[Mention]:
        """The mentions that have one of the senses."""
        mentions = self.mentions
        return [mentions[place] for place in self.places(bits)]

    def places(self, bits: int) -> list[int]:
        """The indices of the mentions that have one of the senses."""
        found = self._places.get(bits)
        if found is None:
            if self._senses is None:
                self._senses = np.fromiter(map(_BITS, self.mentions), np.int64, len(self.mentions))
            found = self._places[bits] = (self._senses & bits).nonzero()[0].tolist()
        return found

    def among(self, bits: int, sentence: Sentence) -> list[int]:
        """The indices of the mentions of a sentence that have one of the senses."""
        places = self.places(bits)
        first = bisect_left(places, sentence.first)
        return places[first : bisect_left(places, sentence.last, first)]

    def ties(self, code: str) -> Sequence[int]:
        """The indices of the small words (relations) of a code."""
        ties = self._ties
        if ties is None:
            ties = self._ties = defaultdict(list)
            for place in self.places(RELATION):
                for told in self.mentions[place].values[RELATION]:
                    ties[told].append(place)
        return ties[code]

    def forget(self, mention: Mention, bits: int) -> None:
        """Take senses from a mention that turned out to mean something else."""
        if mention.bits & bits:
            mention.bits &= ~bits
            self._senses = None
            self._places.clear()

    def note(self, name: str, rule: str, start: int, end: int, why: str = "", kept: bool = True) -> None:
        """Tell the trace, where one is kept, which rule took which words."""
        if self.trace is not None:
            self.trace.add(self, (name, rule, start, end), why, kept)
