"""Lists: what the words that open a list say of its lines, their kind and what became of them."""

from dataclasses import dataclass

from mithaq.languages.senses import STATUS
from mithaq.reading.context import Context
from mithaq.reading.draft import Draft
from mithaq.reading.layout import HEADING, ITEM, TITLE, Sentence
from mithaq.reading.mention import Mention

_NEAR = 2
"""How many sentences before a list its verb may stand."""


@dataclass(slots=True)
class Listing:
    """The list a reading is in; ``opener`` is the sentence that opened it, -1 outside lists."""

    opener: int = -1
    line: int = -1
    kind: str | None = None
    status: str | None = None
    status_at: tuple[int, int] | None = None
    mark: Mention | None = None
    marked: int = -9

    def holds(self, sentence: Sentence) -> bool:
        """Whether a sentence is a line of the list."""
        return self.opener >= 0 and sentence.kind == ITEM

    def update(
        self, context: Context, number: int, marks: list[Mention], heads: list[Draft], told: list[Draft]
    ) -> None:
        """Open a list before its lines, close it at prose after them; ``told`` are all documents so far."""
        sentence = context.sentences[number]
        if marks:
            marks = [mark for mark in marks if not mark.has(STATUS, "void")]
        if marks:
            self.mark, self.marked = marks[-1], number
        if sentence.kind == ITEM and not sentence.opens_list:
            return
        opens = sentence.opens_list or (marks and sentence.kind == HEADING)
        if opens or (_before_lines(context, number) and (marks or heads or _recent(number, told))):
            self._open(number, sentence, marks, heads, _recent(number, told))
        elif sentence.kind not in (TITLE, HEADING) and sentence.line != self.line:
            self.opener, self.kind, self.status, self.status_at = -1, None, None, None

    def _open(
        self, number: int, sentence: Sentence, marks: list[Mention], heads: list[Draft], recent: list[Draft]
    ) -> None:
        self.kind = next((d.kind for d in reversed(heads or recent) if d.bulk and d.kind != "document"), None)
        last = next((d for d in reversed([*recent, *heads]) if d.status), None)
        if self.mark is not None and (marks or (last is None and number - self.marked <= _NEAR)):
            self.status, self.status_at = str(self.mark.get(STATUS)), (self.mark.start, self.mark.end)
        else:
            self.status, self.status_at = (last.status, last.status_at) if last else (None, None)
        self.opener, self.line = number, sentence.line


def _before_lines(context: Context, number: int) -> bool:
    """Whether the lines of a list follow a sentence that is none."""
    after = number + 1
    if after >= len(context.sentences) or context.sentences[after].kind != ITEM:
        return False
    return context.sentences[number].kind != ITEM


def _recent(number: int, told: list[Draft]) -> list[Draft]:
    """The last two documents of the text, where they are told right before a sentence."""
    return [d for d in told[-2:] if number - d.sentence <= _NEAR and not d.headline]
