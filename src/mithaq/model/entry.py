"""What the register publishes: entries, their values, and where each value comes from.

An entry is one thing in the world (a meeting, a document, a body …), however many reports speak of it. Its
values are winners among assertions; an assertion is what one report, or one person, says of one property.
"""

import builtins
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

EntryType = Literal["event", "instrument", "body", "person", "claim", "commitment"]
ENTRY_TYPES: tuple[EntryType, ...] = ("event", "instrument", "body", "person", "claim", "commitment")

State = Literal["proposed", "accepted", "rejected"]
STATES: tuple[State, ...] = ("proposed", "accepted", "rejected")
Origin = Literal["deterministic", "llm", "manual", "import"]
Form = Literal[
    "code", "codes", "keys", "wording", "text", "number", "integer", "date", "entry", "flag", "actions",
    "offices",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a type of entry and the form of its value.

    ``code`` a code of the closed list ``codes``; ``codes`` a sorted list of them; ``keys`` a sorted list of
    keys of bodies; ``wording`` texts by language of the source; ``date`` ISO 8601 cut to what is known
    (``2026``, ``2026-03``, ``2026-03-05``); ``number`` in full units; ``entry`` the id of another entry;
    ``flag`` true or false; ``actions`` a list of ``{"status", "on", "documents"}``, what became of a document
    and when; ``offices`` a list of ``{"office", "country", "body", "first", "last"}``, what a person was seen
    in and when. ``editable``: people may correct it; the others follow from what is filed.
    """

    name: str
    form: Form
    codes: str | None = None
    editable: bool = True


PROPERTIES: Mapping[EntryType, tuple[Property, ...]] = {
    "event": (
        Property("kind", "code", "meetings"),
        Property("title", "wording"),
        Property("date", "date"),
        Property("city", "text"),
        Property("country", "code", "countries"),
        Property("host", "code", "countries"),
        Property("guests", "codes", "countries"),
        Property("countries", "codes", "countries"),
        Property("sectors", "codes", "sectors"),
    ),
    "instrument": (
        Property("kind", "code", "instruments"),
        Property("status", "code", "statuses"),
        Property("count", "integer"),
        Property("title", "wording"),
        Property("countries", "codes", "countries"),
        Property("signatories", "keys"),
        Property("sectors", "codes", "sectors"),
        Property("period_from", "date"),
        Property("period_to", "date"),
        Property("date", "date"),
        Property("value", "number"),
        Property("currency", "code", "currencies"),
        Property("actions", "actions", editable=False),
    ),
    "body": (
        Property("name", "wording"),
        Property("kind", "code", "bodies"),
        Property("portfolio", "codes", "portfolios"),
        Property("country", "code", "countries"),
        Property("subdivision", "text"),
        Property("parent", "entry"),
        Property("keys", "keys", editable=False),
    ),
    "person": (
        Property("name", "wording"),
        Property("latin", "text"),
        Property("office", "code", "offices"),
        Property("country", "code", "countries"),
        Property("body", "keys"),
        Property("offices", "offices", editable=False),
    ),
    "claim": (
        Property("value", "number"),
        Property("currency", "code", "currencies"),
        Property("about", "code", "amounts"),
        Property("qualifier", "code", "qualifiers"),
        Property("by", "date"),
        Property("period_from", "date"),
        Property("period_to", "date"),
        Property("countries", "codes", "countries"),
        Property("date", "date"),
        Property("stage", "code", "stages"),
        Property("same_as", "entry"),
        Property("counted", "flag"),
    ),
    "commitment": (
        Property("text", "wording"),
        Property("modality", "code", "modalities"),
        Property("actors", "codes", "countries"),
        Property("sectors", "codes", "sectors"),
        Property("due", "date"),
    ),
}
"""The properties of each type of entry, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document the register keeps. ``places``: the paths or addresses it came from, sorted."""

    sha256: str
    places: tuple[str, ...]
    media_type: str
    language: str
    title: str | None
    published: str | None
    length: int


class Excerpt(NamedTuple):
    """Words that prove a value, and those around them (a TextQuoteSelector of the W3C Web Annotation model).

    ``start`` and ``end`` are a half-open range of code points of the document's text; ``quote`` is what
    stands there, ``prefix`` and ``suffix`` what stands before and after it.
    """

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one source says of one property. ``value`` is plain JSON, ``state`` what people decided of it.

    ``document`` is the source's SHA-256, None for what a person said; ``who`` is that person.
    ``decision`` is the number of the decision behind it.
    """

    property: str
    value: Any
    language: str | None
    document: str | None
    evidence: tuple[Excerpt, ...]
    origin: Origin
    confidence: float
    state: State = "proposed"
    who: str | None = None
    decision: int | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that waits for a person, ``weight`` in [0, 1] saying how urgently.

    ``merge``: two entries that may be one, with what spoke for (weight above 0) and against; ``contested``:
    an entry on which sources differ; ``unsure``: one of which the reader is not sure.
    """

    kind: Literal["merge", "contested", "unsure"]
    weight: float
    entries: tuple[str, ...]
    score: float | None = None
    features: tuple[tuple[str, float], ...] = ()
    properties: tuple[str, ...] = ()


Reason = Literal[
    "corrected", "accepted", "only", "agreed", "most_sources", "first_day", "more_precise", "more_specific",
    "later_stage", "all_named", "surer", "derived",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """A published value: why it won, the assertions behind it, and those that say something else."""

    property: str
    value: Any
    reason: Reason
    support: tuple[Assertion, ...]
    rivals: tuple[Assertion, ...] = ()

    @builtins.property
    def contested(self) -> bool:
        """Whether a source says something that cannot be true together with this value."""
        return bool(self.rivals)


@dataclass(frozen=True, slots=True)
class Related:
    """Another entry and how it stands to this one: event, instrument, signatory, participant, claim …"""

    role: str
    id: str
    type: EntryType
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the register.

    ``id`` is that of its first mention and stays valid when entries are merged. ``digest`` changes whenever a
    published value does; ``confidence`` is the reader's probability that the entry is right.
    """

    id: str
    type: EntryType
    state: State
    values: tuple[Value, ...]
    sources: tuple[Source, ...]
    related: tuple[Related, ...]
    confidence: float
    digest: str

    def get(self, name: str) -> Any:
        """The published value of a property, or None."""
        return next((value.value for value in self.values if value.property == name), None)


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the history. ``hash`` is over the line and the hash of the line before it (``previous``)."""

    number: int
    at: str
    who: str
    action: str
    entry: str | None
    property: str | None
    old: Any
    new: Any
    reason: str | None
    previous: str
    hash: str


DecisionKind = Literal["accept", "correct", "reject", "merge", "apart", "undo"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, when and why.

    ``subjects`` are ids of entries: one for accept, correct and reject; those to be one for merge; for apart
    those to be kept from ``others``. ``target`` is the number of the decision that an undo takes back.
    """

    number: int
    at: str
    who: str
    why: str | None
    kind: DecisionKind
    origin: Origin
    subjects: tuple[str, ...]
    others: tuple[str, ...] = ()
    property: str | None = None
    value: Any = None
    target: int | None = None
