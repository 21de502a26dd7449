"""The view of a report for a terminal: the answer, then every value with the words that prove it."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from mithaq.views.model import Certainty, Entry, Field, Report, Section
from mithaq.views.safe import one_line

_MARKS = {"sure": "●", "likely": "◐", "doubtful": "○"}
_COLOURS = {"sure": "green", "likely": "yellow", "doubtful": "red"}
_ISOLATE, _POP = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_MOST_WIDTH = 100
_LABEL_WIDTH = 14


def lines(report: Report, width: int = 80, *, bidi: bool = False) -> list[Text]:
    """The view in styled lines of at most ``width`` cells (100 where more are given).

    ``bidi``: the terminal reorders right-to-left text, so such lines are isolated for it.
    """
    return list(_Sheet(report, max(20, min(width, _MOST_WIDTH)), bidi).lines())


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Lays out one report at one width."""

    report: Report
    width: int
    bidi: bool

    def lines(self) -> Iterator[Text]:
        facts = " · ".join(one_line(value) for label, value in self.report.facts if label != "SHA-256")
        yield from self._wrap(Text(facts, "dim"), 0, self._own())
        answer = Text("".join(one_line(phrase.words) for phrase in self.report.answer), "bold")
        yield Text()
        yield from self._wrap(answer, 0, self._own())
        for section in self.report.sections:
            yield Text()
            yield from self._wrap(Text(section.heading, "bold cyan"), 0, self._own())
            yield from self._compact(section) if section.compact else self._blocks(section)

    def _own(self) -> bool:
        """Whether lines in the words of the interface run from right to left."""
        return self.report.direction == "rtl"

    def _compact(self, section: Section) -> Iterator[Text]:
        """Codes with their words behind them, one under the other."""
        column = min(32, max(len(one_line(entry.title)) for entry in section.entries) + 2)
        for entry in section.entries:
            line = Text.assemble(self._mark(entry.certainty), one_line(entry.title))
            quote = _shorten(one_line(entry.quote), max(10, self.width - column - 8))
            if self._own() or self.report.text_direction == "ltr":
                line.append(" " * max(2, column - len(line.plain) + 2))
                line.append(f"«{quote}»", "dim")
                yield from self._wrap(line, 2, self._own())
            else:
                yield self._facing(line, quote)

    def _facing(self, line: Text, quote: str) -> Text:
        """A line of the interface with right-to-left words at its other end."""
        words = Text(f"«{quote}»", "dim")
        gap = self.width - 2 - line.cell_len - words.cell_len
        return Text.assemble("  ", line, " " * max(2, gap), self._isolated(words))

    def _blocks(self, section: Section) -> Iterator[Text]:
        for number, entry in enumerate(section.entries):
            if number and (entry.fields or entry.sides):
                yield Text()
            yield from self._block(entry)

    def _block(self, entry: Entry) -> Iterator[Text]:
        yield from self._heading(entry)
        for field in entry.fields:
            yield from self._field(field)
        for side in entry.sides:
            for field in side.fields:
                yield from self._field(field, one_line(side.label))
        if entry.quote:
            quote = Text(f"«{one_line(entry.quote)}»", "dim")
            yield from self._wrap(quote, 4, self.report.text_direction == "rtl")

    def _heading(self, entry: Entry) -> Iterator[Text]:
        title, note = one_line(entry.title), one_line(entry.note)
        mark = self._mark(entry.certainty)
        if entry.written and self._foreign():
            yield from self._wrap(Text.assemble(mark, (note, "bold")), 2, self._own())
            yield from self._wrap(Text(title), 4, self.report.text_direction == "rtl")
        else:
            tail = (f"  {note}", "dim") if note else ("", "")
            yield from self._wrap(Text.assemble(mark, (title, "bold"), tail), 2, self._own())

    def _foreign(self) -> bool:
        """Whether words of the report run against those of the interface."""
        return self.report.text_direction != self.report.direction

    def _field(self, field: Field, label: str | None = None) -> Iterator[Text]:
        label = label or one_line(field.label)
        value = one_line(field.value)
        padded = label + " " * max(1, _LABEL_WIDTH - len(label))
        if field.written and self._foreign():
            yield from self._wrap(Text(label, "dim"), 4, self._own())
            yield from self._wrap(Text(value), 6, self.report.text_direction == "rtl")
        else:
            yield from self._wrap(Text.assemble((padded, "dim"), value), 4, self._own())

    def _mark(self, certainty: Certainty | None) -> Text:
        if certainty is None:
            return Text("  ")
        mark = Text(f"{_MARKS[certainty.step]} ", _COLOURS[certainty.step])
        if certainty.step != "sure":
            mark.append(f"{certainty.word} {certainty.percent} %  ", "dim")
        return mark

    def _wrap(self, text: Text, indent: int, right_to_left: bool) -> Iterator[Text]:
        """Break words into lines; right-to-left lines stand at the right edge."""
        room = max(10, self.width - indent)
        for line in text.wrap(_MEASURE, room, no_wrap=False):
            line.rstrip()
            if right_to_left:
                yield Text.assemble(" " * max(0, room - line.cell_len), self._isolated(line))
            else:
                yield Text.assemble(" " * indent, line)

    def _isolated(self, line: Text) -> Text:
        return Text.assemble(_ISOLATE, line, _POP) if self.bidi else line


# Wrapping asks a console for nothing but its tab width.
_MEASURE = Console(width=_MOST_WIDTH, file=None, color_system=None)


def _shorten(words: str, limit: int) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
