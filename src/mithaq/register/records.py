"""Documents and readings as they are kept: bytes by their hash, records with their positions."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, select

from mithaq.model.entry import Source
from mithaq.model.errors import MithaqError, UnknownEntry
from mithaq.model.record import Record
from mithaq.register.tables import document, listed, reading, source

Plain = dict[str, Any]
"""A record as plain values, the keys those of the record format."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A document to be filed: its bytes, the text decoded from them, and the record read from that text."""

    data: bytes
    body: str
    record: Record
    reader: str
    given_language: str | None = None
    given_published: str | None = None


def packed(value: bytes) -> bytes:
    """Bytes as they are stored."""
    return zlib.compress(value, 6)


def unpacked(value: bytes) -> bytes:
    """Stored bytes as they were."""
    return zlib.decompress(value)


def checked(body: str, record: Plain) -> Plain:
    """The record, if every evidence in it lies in the text and every quotation is what stands there.

    Raises MithaqError otherwise: a register keeps nothing that cannot be pointed to.
    """
    for item in _items(record):
        for place in item["evidence"]:
            if not 0 <= place["start"] < place["end"] <= len(body):
                raise MithaqError(f"an evidence at {place['start']}-{place['end']} is not in the text")
        for name in ("name", "title", "text"):
            written = item.get(name)
            if written and written not in body:
                raise MithaqError(f"a {name} of the record is not in the text: {written[:40]!r}")
    return record


def _items(record: Plain) -> Iterable[Plain]:
    if record["meeting"]:
        yield record["meeting"]
    for name in ("countries", "sectors", "people", "instruments", "amounts", "commitments", "statements"):
        yield from record[name]
    for instrument in record["instruments"]:
        yield from instrument["signatories"]


def records(connection: Connection, readings: Iterable[int]) -> dict[int, dict[str, Any]]:
    """The records of readings by the reading's number, each with its ``sha256``."""
    rows = connection.execute(_RECORDS, {"readings": sorted(readings)})
    return {number: orjson.loads(unpacked(kept)) | {"sha256": sha256} for number, sha256, kept in rows}


_RECORDS = select(reading.c.id, reading.c.document, reading.c.record).where(
    reading.c.id.in_(listed("readings"))
)


def sources(connection: Connection, documents: Iterable[str]) -> tuple[Source, ...]:
    """Documents by date of publication, the undated last, with the places they came from."""
    wanted = sorted(documents)
    places: dict[str, list[str]] = {sha256: [] for sha256 in wanted}
    for sha256, place in connection.execute(
        select(source.c.document, source.c.place).where(source.c.document.in_(wanted))
    ):
        places[sha256].append(place)
    rows = connection.execute(
        select(
            document.c.sha256, document.c.media_type, reading.c.language, reading.c.title,
            reading.c.published, reading.c.length,
        ).join_from(document, reading).where(reading.c.current, document.c.sha256.in_(wanted))
    )  # fmt: skip
    found = [
        Source(sha256, tuple(sorted(places[sha256])), media_type, language, title, published, length)
        for sha256, media_type, language, title, published, length in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.published or "9999", one.sha256)))


def data_of(connection: Connection, sha256: str) -> bytes:
    """The bytes of a document as they were read. Raises UnknownEntry where there is none of this hash."""
    kept = connection.execute(select(document.c.bytes).where(document.c.sha256 == sha256)).scalar()
    if kept is None:
        raise UnknownEntry(f"the register has no document {sha256}")
    return unpacked(kept)


def current(connection: Connection, sha256: str) -> tuple[bytes, str, str | None]:
    """The record of a document's current reading as JSON, and the language and date it was read with.

    Raises UnknownEntry where there is no document of this hash.
    """
    wanted = select(reading.c.record, reading.c.language, reading.c.published)
    row = connection.execute(wanted.where(reading.c.document == sha256, reading.c.current)).first()
    if row is None:
        raise UnknownEntry(f"the register has no document {sha256}")
    return unpacked(row.record), row.language, row.published
