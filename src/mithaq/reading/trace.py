"""What a reading did: which rule took which words for which field, and why others lost."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mithaq.model.record import Record
from mithaq.model.span import Evidence

if TYPE_CHECKING:
    from mithaq.reading.context import Context


@dataclass(frozen=True, slots=True)
class Row:
    """One decision. ``start`` and ``end`` are positions in the untouched text."""

    field: str
    value: str
    rule: str
    start: int
    end: int
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
        self.rows.append(Row(name, context.text.body[first:last], rule, first, last, kept, why))

    def add_record(self, record: Record) -> None:
        """File what the record kept of the fields whose rules tell nothing while they work."""
        for name in ("countries", "sectors", "amounts", "commitments", "statements"):
            for index, item in enumerate(getattr(record, name)):
                self._add_proof(f"{name}[{index}]", _value(item), item.evidence)
        if record.meeting is not None:
            self._add_proof("meeting", record.meeting.kind, record.meeting.evidence)

    def _add_proof(self, name: str, value: str, evidence: tuple[Evidence, ...]) -> None:
        for proof in evidence:
            self.rows.append(Row(name, value, "words of the lexicon", proof.start, proof.end, True, ""))


def _value(item: Any) -> str:
    """The value of a record's item in short."""
    for name in ("code", "modality", "text"):
        if hasattr(item, name):
            return str(getattr(item, name))
    return f"{item.value} {item.currency}"
