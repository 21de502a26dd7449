"""The record: what a reading of one document says (schema ``mithaq/record/1``).

Every part carries its evidence and a confidence, which is a probability in [0, 1]. Codes are those of
``mithaq.lists``; countries ISO 3166-1 alpha-2 or an organisation's code; dates ISO 8601 cut to what
the text says.
"""

from dataclasses import dataclass, field
from typing import Any

from mithaq.model.span import Evidence

SCHEMA = "mithaq/record/1"

Proof = tuple[Evidence, ...]


@dataclass(slots=True, frozen=True)
class Document:
    """What was read. ``length`` is in code points, ``title`` the first heading as written."""

    source: str
    sha256: str
    media_type: str
    language: str
    title: str | None
    published: str | None
    length: int


@dataclass(slots=True, frozen=True)
class Coded:
    """A code found in the text: a country or a sector."""

    code: str
    evidence: Proof
    confidence: float


@dataclass(slots=True, frozen=True)
class Meeting:
    """The meeting that is reported. ``country`` is where it was held, ``host`` and ``guests`` who met."""

    kind: str
    date: str | None
    city: str | None
    country: str | None
    host: str | None
    guests: tuple[str, ...]
    evidence: Proof
    confidence: float


@dataclass(slots=True, frozen=True)
class Person:
    """Someone named with an office; ``body`` is the key of the body headed, where there is one."""

    name: str
    latin: str
    office: str
    office_text: str
    country: str | None
    body: str | None
    evidence: Proof
    confidence: float


@dataclass(slots=True, frozen=True)
class Signatory:
    """A signing body; ``key`` is its language-independent identity."""

    name: str
    body: str
    portfolio: tuple[str, ...]
    country: str | None
    subdivision: str | None
    key: str
    evidence: Proof


@dataclass(slots=True, frozen=True)
class Period:
    """Years of validity, cut to what the text says; either end may be None."""

    start: str | None
    end: str | None


@dataclass(slots=True, frozen=True)
class Instrument:
    """A document signed, to be signed, negotiated or in force. ``count`` None: several, unnumbered."""

    kind: str
    status: str
    count: int | None
    title: str | None
    countries: tuple[str, ...]
    signatories: tuple[Signatory, ...]
    sectors: tuple[str, ...]
    period: Period | None
    date: str | None
    value: int | float | None
    currency: str | None
    evidence: Proof
    confidence: float


@dataclass(slots=True, frozen=True)
class Amount:
    """A sum in full units; ``by`` is the year by which it is a target."""

    value: int | float
    currency: str
    about: str
    qualifier: str
    by: str | None
    period: Period | None
    evidence: Proof
    confidence: float


@dataclass(slots=True, frozen=True)
class Commitment:
    """What the sides agreed, intend, propose, discuss, carry out or have done."""

    modality: str
    actors: tuple[str, ...]
    sectors: tuple[str, ...]
    text: str
    due: str | None
    evidence: Proof
    confidence: float


@dataclass(slots=True, frozen=True)
class Statement:
    """A quotation; ``speaker`` is an index into the record's people, or None."""

    speaker: int | None
    text: str
    evidence: Proof


@dataclass(slots=True, frozen=True)
class Record:
    """One document read."""

    document: Document
    countries: tuple[Coded, ...] = ()
    sectors: tuple[Coded, ...] = ()
    meeting: Meeting | None = None
    people: tuple[Person, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    amounts: tuple[Amount, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    statements: tuple[Statement, ...] = ()
    schema: str = field(default=SCHEMA)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values, with the keys and their order of the record format."""
        parts: dict[str, Any] = {"schema": self.schema, "document": _plain(self.document)}
        for name in _LISTS:
            value = getattr(self, name)
            parts[name] = _plain(value)
        return parts


_LISTS = ("countries", "sectors", "meeting", "people", "instruments", "amounts", "commitments", "statements")


def _plain(value: Any) -> Any:
    """Dataclasses as dicts, evidence as positions, tuples as lists."""
    kind = type(value)
    if kind is Evidence:
        return {"start": value.start, "end": value.end}
    if kind is tuple:
        return [_plain(item) for item in value]
    if kind is Period:
        return {"from": value.start, "to": value.end}
    slots = getattr(kind, "__slots__", None)
    if slots is None or kind is str:
        return value
    return {name: _plain(getattr(value, name)) for name in slots}
