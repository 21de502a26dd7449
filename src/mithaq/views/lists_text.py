"""Entries found and questions that wait, for a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from mithaq.locale import words as words_of
from mithaq.views import marking
from mithaq.views.filed import Bar, Found, Question, Waiting
from mithaq.views.safe import one_line
from mithaq.views.sheet import Sheet

_BAR = 24
_FULL = 4.0
"""Log odds that fill a bar."""


def found(view: Found, width: int = 80, *, bidi: bool = False) -> list[Text]:
    """The entries of a page, an empty line between them, and how many there are in all."""
    return list(_found(view, Sheet.of(width, view.direction, bidi=bidi)))


def _found(view: Found, sheet: Sheet) -> Iterator[Text]:
    words = words_of(view.interface)
    for each in view.items:
        yield from marking.item(each, sheet)
        yield Text()
    last = view.offset + len(view.items)
    told = words["{first}–{last} of {count}"].format(first=view.offset + 1, last=last, count=view.count)
    if view.items:
        yield from sheet.wrap(Text(told, "dim"), 0)


def waiting(view: Waiting, width: int = 80, *, bidi: bool = False) -> list[Text]:
    """The questions, numbered, an empty line between them."""
    sheet = Sheet.of(width, view.direction, bidi=bidi)
    count = len(view.questions)
    return [
        line
        for number, each in enumerate(view.questions, 1)
        for line in _question(each, number, count, sheet)
    ]


def _question(question: Question, number: int, count: int, sheet: Sheet) -> Iterator[Text]:
    yield from sheet.wrap(Text.assemble((f"{number}/{count} ", "dim"), (question.lead, "bold cyan")), 0)
    for each in question.items:
        yield from marking.item(each, sheet, 2)
    yield from _bars(question.bars, sheet)
    for contest in question.contests:
        yield from marking.contest(contest, sheet, 4)
    for outlet in question.outlets if question.contests else ():
        yield from marking.outlet(outlet, sheet, 4)
    for answer in question.answers:
        # A command is typed from left to right in every language.
        yield from sheet.wrap(Text(f"→ {answer}"), 4, right_to_left=False)
    yield Text()


def _bars(bars: Sequence[Bar], sheet: Sheet) -> Iterator[Text]:
    """A waterfall: each feature, its weight, and a bar that is green for and red against."""
    column = max((len(bar.label) for bar in bars), default=0) + 2
    for bar in bars:
        full = "█" * max(1, round(min(1.0, abs(bar.weight) / _FULL) * _BAR))
        label = Text(one_line(bar.label))
        label.append(" " * max(2, column - label.cell_len))
        colour = "green" if bar.weight > 0 else "red"
        yield from sheet.wrap(Text.assemble(label, f"{bar.weight:+.1f} ", (full, colour)), 4)
