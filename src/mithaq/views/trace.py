"""Why a value was read: which rule took which words, and why others lost."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from rich.text import Text

from mithaq.views.safe import one_line

_MOST_WORDS = 60


class Row(Protocol):
    """A decision of the reader about the words [start, end)."""

    @property
    def field(self) -> str:
        """Path of the field in the record, such as ``people[0].office``."""

    @property
    def value(self) -> str:
        """What the words would give."""

    @property
    def rule(self) -> str:
        """Name of the rule that took them."""

    @property
    def start(self) -> int:
        """First code point of the words."""

    @property
    def end(self) -> int:
        """Code point after the words."""

    @property
    def kept(self) -> bool:
        """Whether the value is in the record."""

    @property
    def why(self) -> str:
        """What spoke for it or against it, in words."""


def chosen(rows: Iterable[Row], field: str | None) -> list[Row]:
    """Rows of a field and its parts (``people`` has ``people[0].office``); all rows for None."""
    return [row for row in rows if field is None or _is_part(row.field, field)]


def _is_part(path: str, field: str) -> bool:
    return path == field or path.startswith((f"{field}.", f"{field}["))


def lines(rows: Iterable[Row], body: str) -> Iterator[Text]:
    """A styled line for each row: kept or lost, field, value, rule, and below it the words and the reason."""
    for row in rows:
        mark = ("✓ ", "green") if row.kept else ("✗ ", "red")
        style = "bold" if row.kept else "strike"
        rule = (f"  {one_line(row.rule)}", "dim")
        yield Text.assemble(
            mark, (f"{one_line(row.field)} ", "cyan"), (one_line(str(row.value)), style), rule
        )
        words = one_line(body[row.start : row.end])
        quote = words if len(words) <= _MOST_WORDS else words[:_MOST_WORDS].rstrip() + "…"
        yield Text.assemble(f"    {row.start}–{row.end} «{quote}»")
        if row.why:
            yield Text(f"    {one_line(row.why)}", "dim")
