"""Entries → JSON lines: everything the register says of an entry, one entry a line."""

from collections.abc import Iterable, Iterator
from typing import Any

from mithaq.exports.jsonl import dumped
from mithaq.model.entry import Assertion, Entry, Related, Source, Value


def write(entries: Iterable[Entry], _language: str) -> Iterator[bytes]:
    """Entries as lines of UTF-8 JSON, in their order. Codes stand alone, so the language changes nothing."""
    for entry in entries:
        yield dumped(plain(entry))


def plain(entry: Entry) -> dict[str, Any]:
    """An entry as plain values: ``values`` by property, each with why it won and the assertions behind it."""
    return {
        "type": entry.type,
        "id": entry.id,
        "state": entry.state,
        "confidence": entry.confidence,
        "digest": entry.digest,
        "values": {value.property: _value(value) for value in entry.values},
        "sources": [_source(source) for source in entry.sources],
        "related": [_related(related) for related in entry.related],
    }


def _value(value: Value) -> dict[str, Any]:
    return {
        "value": value.value,
        "reason": value.reason,
        "contested": value.contested,
        "support": [_assertion(assertion) for assertion in value.support],
        "rivals": [_assertion(assertion) for assertion in value.rivals],
    }


def _assertion(assertion: Assertion) -> dict[str, Any]:
    return {
        "value": assertion.value,
        "language": assertion.language,
        "document": assertion.document,
        "evidence": [evidence._asdict() for evidence in assertion.evidence],
        "origin": assertion.origin,
        "confidence": assertion.confidence,
        "state": assertion.state,
        "who": assertion.who,
        "decision": assertion.decision,
    }


def _source(source: Source) -> dict[str, Any]:
    return {name: getattr(source, name) for name in Source.__slots__}


def _related(related: Related) -> dict[str, Any]:
    return {"role": related.role, "id": related.id, "type": related.type, "values": dict(related.values)}
