"""View objects: what is shown of a record, in words, before anything is drawn."""

from dataclasses import dataclass
from typing import Literal

from mithaq.model.span import Span

Direction = Literal["ltr", "rtl"]
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure an item is: a step of three, its word, and the probability in percent."""

    step: Literal["sure", "likely", "doubtful"]
    word: str
    percent: int


@dataclass(frozen=True, slots=True)
class Field:
    """A value with its label. ``written``: in the words, language and direction of the report."""

    id: str
    label: str
    value: str
    written: bool
    proof: Spans


@dataclass(frozen=True, slots=True)
class Side:
    """What one party brings to an item, always in that party's column."""

    label: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of the record. ``quote``: the words that prove it, shortened."""

    id: str
    title: str
    written: bool
    note: str
    certainty: Certainty | None
    fields: tuple[Field, ...]
    sides: tuple[Side, ...]
    proof: Spans
    quote: str


@dataclass(frozen=True, slots=True)
class Section:
    """Items of a kind. ``compact``: they are words of a list rather than blocks."""

    id: str
    heading: str
    entries: tuple[Entry, ...]
    compact: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the answer; ``section`` is the id of the list behind them, or None."""

    words: str
    section: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the report between two boundaries of evidence; ``owners`` are ids of entries and fields."""

    words: str
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the report; ``heading``: it is the report's title."""

    pieces: tuple[Piece, ...]
    heading: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A report beside its record."""

    interface: str
    direction: Direction
    language: str
    text_direction: Direction
    name: str
    answer: tuple[Phrase, ...]
    sections: tuple[Section, ...]
    facts: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
