"""What the grammar of one reading shares: the text, its mentions and sentences, and small look-ups."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from mithaq.languages.lexicon import Lexicon
from mithaq.model.folding import Folded
from mithaq.model.span import Evidence
from mithaq.model.text import Text
from mithaq.reading.layout import Sentence
from mithaq.reading.mention import Mention
from mithaq.reading.trace import Trace


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
    _picked: dict[int, list[Mention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.clean = self.folded.clean
        self.head_final = self.lexicon.traits.head_final

    def quote(self, start: int, end: int) -> Evidence:
        """The evidence at a span of the clean text."""
        folded = self.folded
        return self.text.quote(folded.home_span(start, end) if folded.removed else (start, end))

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
        found = self._picked.get(bits)
        if found is None:
            found = self._picked[bits] = [mention for mention in self.mentions if mention.bits & bits]
        return found

    def forget(self, mention: Mention, bits: int) -> None:
        """Take senses from a mention that turned out to mean something else."""
        mention.bits &= ~bits
        self._picked.clear()

    def note(self, name: str, rule: str, start: int, end: int, why: str = "", kept: bool = True) -> None:
        """Tell the trace, where one is kept, which rule took which words."""
        if self.trace is not None:
            self.trace.add(self, (name, rule, start, end), why, kept)
