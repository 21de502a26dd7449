"""The view of a report for a terminal: the answer, then every value with the words that prove it."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from mithaq.views.model import Entry, Field, Report, Section, Side
from mithaq.views.safe import one_line
from mithaq.views.sheet import Sheet, shorten

_MARKS = {"sure": "●", "likely": "◐", "doubtful": "○"}
_COLOURS = {"sure": "green", "likely": "yellow", "doubtful": "red"}
_LABEL_WIDTH = 14


def lines(report: Report, width: int = 80, *, bidi: bool = False) -> list[Text]:
    """The view in styled lines of at most ``width`` cells (100 where more are given).

    ``bidi``: the terminal reorders right-to-left text, so such lines are isolated for it.
    """
    return list(_Layout(report, Sheet.of(width, report.direction, bidi=bidi)).lines())


@dataclass(frozen=True, slots=True)
class _Layout:
    """Lays out one report on a sheet."""

    report: Report
    sheet: Sheet

    def lines(self) -> Iterator[Text]:
        facts = " · ".join(one_line(value) for label, value in self.report.facts if label != "SHA-256")
        yield from self.sheet.wrap(Text(facts, "dim"), 0)
        answer = Text("".join(one_line(phrase.words) for phrase in self.report.answer), "bold")
        yield Text()
        yield from self.sheet.wrap(answer, 0)
        for section in self.report.sections:
            yield Text()
            yield from self.sheet.wrap(Text(section.heading, "bold cyan"), 0)
            yield from self._compact(section) if section.compact else self._blocks(section)

    def _compact(self, section: Section) -> Iterator[Text]:
        """Codes with their words behind them, one under the other."""
        heads = [self._head(entry) for entry in section.entries]
        column = min(self.sheet.width // 2, max(head.cell_len for head in heads)) + 2
        for head, entry in zip(heads, section.entries, strict=True):
            quote = shorten(one_line(entry.quote), max(10, self.sheet.width - column - 8))
            if self._foreign():
                yield from self.sheet.facing(head, f"«{quote}»", 2, "dim")
            else:
                gap = " " * max(2, column - head.cell_len)
                yield from self.sheet.wrap(
                    Text.assemble(head, gap, (f"«{quote}»", "dim")), 2, self.sheet.right_to_left
                )

    def _blocks(self, section: Section) -> Iterator[Text]:
        for number, entry in enumerate(section.entries):
            if number and (entry.sides or entry.quote):
                yield Text()
            yield from self._block(entry)

    def _block(self, entry: Entry) -> Iterator[Text]:
        if entry.written and self._foreign():
            if entry.note:
                yield from self.sheet.wrap(self._head(entry, entry.note), 2)
            if entry.title not in entry.quote:
                yield from self.sheet.wrap(
                    Text(one_line(entry.title)), 4, self.report.text_direction == "rtl"
                )
        else:
            yield from self.sheet.wrap(self._head(entry), 2)
        # What stands in the quote below need not be said twice.
        yield from self._fields(
            [item for item in entry.fields if not (item.written and item.value in entry.quote)]
        )
        for side in entry.sides:
            yield from self._side(side)
        if entry.quote:
            quote = Text(f"«{one_line(entry.quote)}»", "dim")
            yield from self.sheet.wrap(quote, 4, self._rtl())

    def _head(self, entry: Entry, title: str | None = None) -> Text:
        """The mark of certainty, the title, the note, and the doubt where there is some."""
        certainty = entry.certainty
        step = certainty.step if certainty else None
        mark = (f"{_MARKS[step]} ", _COLOURS[step]) if step else ("", "")
        tail = [one_line(entry.note)] if title is None and entry.note else []
        if certainty is not None and certainty.step != "sure":
            tail.append(f"{certainty.word} {certainty.percent} %")
        head = Text.assemble(mark, (one_line(entry.title if title is None else title), "bold"))
        return head.append("  " + " · ".join(tail), "dim") if tail else head

    def _rtl(self) -> bool:
        """Whether words of the report run from right to left."""
        return self.report.text_direction == "rtl"

    def _foreign(self) -> bool:
        """Whether words of the report run against those of the interface."""
        return self.report.text_direction != self.report.direction

    def _fields(self, fields: list[Field]) -> Iterator[Text]:
        """Fields side by side; words of the report that run the other way on lines of their own."""
        together = Text()
        for item in fields:
            if item.written and self._foreign():
                yield from self.sheet.facing(Text(one_line(item.label), "dim"), one_line(item.value), 4)
            else:
                together.append("   " if together else "")
                together.append(f"{one_line(item.label)} ", "dim").append(one_line(item.value))
        if together:
            yield from self.sheet.wrap(together, 4)

    def _side(self, side: Side) -> Iterator[Text]:
        """Signing bodies of a party."""
        label = Text(one_line(side.label), "dim")
        for item in side.fields:
            if self._foreign():
                yield from self.sheet.facing(label, one_line(item.value), 4)
            else:
                line = Text.assemble(label, " " * max(2, _LABEL_WIDTH - label.cell_len), one_line(item.value))
                yield from self.sheet.wrap(line, 4)
