"""What one report says of a thing, property by property: the assertions that a reading makes.

They are not stored: a reading is kept whole, and says the same each time it is asked.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mithaq.model.entry import EntryType, Origin
from mithaq.register.records import Plain

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """An assertion without the words of its evidence. ``places`` are spans of the document's text.

    What a person said has a ``decision`` and no document.
    """

    property: str
    value: Any
    language: str | None
    document: str | None
    places: Places
    confidence: float
    origin: Origin = "deterministic"
    accepted: bool = False
    who: str | None = None
    decision: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing as one record tells of it: the item, and the record with the ``sha256`` of its document."""

    item: Plain
    record: Plain


def items(record: Plain, kind: EntryType) -> list[Plain]:
    """The items of a record that mention things of a type, in the record's order."""
    if kind == "event":
        return [record["meeting"]] if record["meeting"] else []
    if kind == "body":
        return [body for instrument in record["instruments"] for body in instrument["signatories"]]
    items: list[Plain] = record[_LISTS[kind]]
    return items


_LISTS: dict[EntryType, str] = {
    "instrument": "instruments", "person": "people", "claim": "amounts", "commitment": "commitments",
}  # fmt: skip


def places(item: Plain) -> Places:
    """The spans of an item's evidence."""
    return tuple((place["start"], place["end"]) for place in item["evidence"])


def said(kind: EntryType, mention: Mention) -> Iterator[Said]:
    """What a mention says of a meeting, document, sum or commitment."""
    document = mention.record["document"]
    proof = places(mention.item)
    for name, value in _SAYS[kind](mention):
        if value is None or value == []:
            continue
        yield Said(
            name, value, document["language"], mention.record["sha256"], proof, mention.item["confidence"]
        )


Pairs = Iterator[tuple[str, Any]]


def _event(mention: Mention) -> Pairs:
    for name in ("kind", "date", "city", "country", "host", "guests"):
        yield name, mention.item[name]
    yield "title", mention.record["document"]["title"]
    yield "countries", [state["code"] for state in mention.record["countries"]]
    yield "sectors", [sector["code"] for sector in mention.record["sectors"]]


def _instrument(mention: Mention) -> Pairs:
    item = mention.item
    for name in ("kind", "status", "title", "countries", "sectors", "date", "value", "currency"):
        yield name, item[name]
    # One document is no count; a bulk mention is.
    yield "count", item["count"] if item["count"] != 1 else None
    yield "signatories", sorted({body["key"] for body in item["signatories"]})
    yield from _period(item)


def _claim(mention: Mention) -> Pairs:
    for name in ("value", "currency", "about", "qualifier", "by"):
        yield name, mention.item[name]
    yield from _period(mention.item)
    yield "countries", [state["code"] for state in mention.record["countries"]]
    yield "date", day_of(mention.record)
    yield "stage", stage(mention)


def _commitment(mention: Mention) -> Pairs:
    for name in ("text", "modality", "actors", "sectors", "due"):
        yield name, mention.item[name]


_SAYS: Mapping[EntryType, Callable[[Mention], Pairs]] = {
    "event": _event, "instrument": _instrument, "claim": _claim, "commitment": _commitment,
}  # fmt: skip


def _period(item: Plain) -> Pairs:
    period = item["period"] or {"from": None, "to": None}
    yield "period_from", period["from"]
    yield "period_to", period["to"]


def day_of(record: Plain) -> str | None:
    """The date of what a record tells of: that of its meeting, or else of its publication."""
    day: str | None = record["meeting"]["date"] if record["meeting"] else None
    published: str | None = record["document"]["published"]
    return day or published


# Documents that promise money without binding anybody to pay it.
_SOFT = frozenset(
    {"memorandum", "letter", "joint_statement", "minutes", "roadmap", "plan", "programme", "document"}
)
# Sums that say how much flows, not how much is promised.
_FLOWS = frozenset({"trade_turnover", "exports", "imports"})


def stage(mention: Mention) -> str | None:
    """How far the money has come, by the document of the same report that carries the sum; None for flows."""
    item = mention.item
    if item["about"] in _FLOWS:
        return None
    for instrument in mention.record["instruments"]:
        if instrument["status"] == "signed" and _of_sum(instrument, item):
            return "memorandum" if instrument["kind"] in _SOFT else "contracted"
    return "announced"


def _of_sum(instrument: Plain, amount: Plain) -> bool:
    return bool(instrument["value"] == amount["value"] and instrument["currency"] == amount["currency"])
