"""What a reading did: which rule took which words for which field, and why others lost."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mithaq.reading.context import Context


@dataclass(frozen=True, slots=True)
class Row:
    """One decision. ``start`` and ``end`` are positions in the untouched text."""

    field: str
    rule: str
    start: int
    end: int
    words: str
    kept: bool
    why: str


@dataclass(slots=True)
class Trace:
    """The decisions of one reading, in the order they were taken."""

    rows: list[Row] = field(default_factory=list)

    def add(self, context: "Context", what: tuple[str, str, int, int], why: str, kept: bool) -> None:
        """File a decision about words of the clean text."""
        name, rule, start, end = what
        first, last = context.folded.home_span(start, max(end, start + 1))
        self.rows.append(Row(name, rule, first, last, context.text.body[first:last], kept, why))
