"""Filing a reading: the document is kept, what it mentions meets what is there, entries are made anew."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Literal

import orjson
from sqlalchemy import Connection, RowMapping, bindparam, func, insert, select, update

from mithaq.merging.digest import Digest
from mithaq.merging.digest import digest as digest_of
from mithaq.register import entries, linking, namings, retiring
from mithaq.register.grouping import Regrouped, regroup
from mithaq.register.history import Journal
from mithaq.register.ids import storable
from mithaq.register.mentions import FORMS, Node, form_text, nodes
from mithaq.register.records import Filed, Plain, checked, packed
from mithaq.register.tables import document, node, occurrence, reading, source

Status = Literal["filed", "known", "read_again"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document: its hash, and the entries that are new, changed or gone."""

    status: Status
    document: str
    new: int = 0
    changed: int = 0
    gone: int = 0


def file(connection: Connection, filed: Filed, place: str, journal: Journal) -> Outcome:
    """File a document with its reading; one that is there already, read by the same reader, changes nothing.

    Raises MithaqError where the record does not point into the text. The transaction must be one that writes.
    """
    digest = sha256(filed.data).hexdigest()
    record = checked(filed.body, filed.record.to_dict()) | {"sha256": digest}
    current = _current(connection, digest)
    if current is None:
        _keep_document(connection, digest, filed, journal)
        connection.execute(insert(source), _source(digest, place))
    else:
        keep_place(connection, digest, place, journal)
    if current is not None and _same(current, filed):
        return Outcome("known", digest)
    return _read(connection, filed, record, current, journal)


def is_known(
    connection: Connection, digest: str, reader: str, language: str | None, published: str | None
) -> bool:
    """Whether a document is there and was read by this reader with these options (None: as before)."""
    current = _current(connection, digest)
    return current is not None and _alike(current, reader, language, published)


def given(connection: Connection, digest: str) -> tuple[str | None, str | None]:
    """The language and the date that were given with a document when it was read, if it was."""
    current = _current(connection, digest)
    return (current["given_language"], current["given_published"]) if current else (None, None)


def read_by_others(connection: Connection, reader: str) -> list[str]:
    """The documents whose current reading is not by this version of the reader."""
    wanted = select(reading.c.document).where(reading.c.current, reading.c.reader != reader)
    return sorted(connection.execute(wanted).scalars())


def places_of(connection: Connection, digest: str) -> list[str]:
    """Where a document came from, sorted."""
    return sorted(connection.execute(select(source.c.place).where(source.c.document == digest)).scalars())


def _current(connection: Connection, digest: str) -> RowMapping | None:
    return connection.execute(_CURRENT, {"document": digest}).mappings().first()


_CURRENT = select(reading).where(reading.c.document == bindparam("document"), reading.c.current)


def _same(current: RowMapping, filed: Filed) -> bool:
    return _alike(current, filed.reader, filed.given_language, filed.given_published)


def _alike(current: RowMapping, reader: str, language: str | None, published: str | None) -> bool:
    return bool(
        current["reader"] == reader
        and language in {None, current["given_language"]}
        and published in {None, current["given_published"]}
    )


def _keep_document(connection: Connection, digest: str, filed: Filed, journal: Journal) -> None:
    connection.execute(
        insert(document),
        {
            "sha256": digest, "bytes": packed(filed.data), "size": len(filed.data),
            "media_type": filed.record.document.media_type,
            "added_at": journal.act.at, "added_by": journal.act.who,
        },
    )  # fmt: skip
    journal.note("add", new={"document": digest})


def keep_place(connection: Connection, digest: str, place: str, journal: Journal) -> None:
    """Remember where a document that is there came from too."""
    row = _source(digest, place)
    there = select(source.c.key).where(source.c.document == digest, source.c.key == row["key"])
    if connection.execute(there).first() is None:
        connection.execute(insert(source), row)
        journal.note("place", new={"document": digest, "place": row["place"]})


def _source(digest: str, place: str) -> dict[str, str]:
    key = sha256(place.encode("utf-8", "surrogateescape")).hexdigest()
    return {"document": digest, "key": key, "place": storable(place)}


def _read(
    connection: Connection, filed: Filed, record: dict[str, Any], before: RowMapping | None, journal: Journal
) -> Outcome:
    digest = record["sha256"]
    known = retiring.known(connection, digest) if before is not None else {}
    found = nodes(record, known)
    told = namings.told(found, record)
    retired = retiring.retire(connection, digest, found, told) if before is not None else retiring.NOTHING
    compared = replace(digest_of(filed.record), document=digest)
    number = _keep_reading(connection, filed, compared, before, journal)
    _keep_nodes(connection, digest, found)
    _keep_occurrences(connection, digest, number, found)
    namings.count(connection, {key: day for key, day in told.items() if key not in retired.counted})
    linking.link_documents(connection, compared, [each for each in found if each.type not in FORMS])
    linked = linking.link_forms(connection, {each.id: each for each in found if each.type in FORMS})
    # A form that was compared before is where it was: nothing was linked to it but what is new.
    moving = {each.id for each in found if each.type not in FORMS} | linked | retired.nodes
    moved = regroup(connection, moving)
    touched = {each.id for each in found} | retired.nodes
    outcome = _rebuild(connection, touched, moved, digest, journal, again=before is not None)
    retiring.forget(connection, retired.silent)
    return outcome


def _rebuild(
    connection: Connection, touched: set[str], moved: Regrouped, digest: str, journal: Journal, *, again: bool
) -> Outcome:
    holding = set(connection.execute(select(node.c.entry).where(node.c.id.in_(sorted(touched)))).scalars())
    tally = entries.rebuild(connection, holding | moved.made, moved.gone, journal, f"document {digest[:12]}")
    return Outcome("read_again" if again else "filed", digest, tally.new, tally.changed, len(moved.gone))


def _keep_reading(
    connection: Connection, filed: Filed, compared: Digest, before: RowMapping | None, journal: Journal
) -> int:
    """Store a reading, the only current one of its document; gives its number."""
    number = (connection.execute(select(func.max(reading.c.id))).scalar() or 0) + 1
    if before is not None:
        connection.execute(update(reading).where(reading.c.id == before["id"]).values(current=False))
        journal.note(
            "read",
            old={"reader": before["reader"]},
            new={"document": compared.document, "reader": filed.reader},
        )
    told = filed.record.document
    given = before or {"given_language": None, "given_published": None}
    connection.execute(
        insert(reading),
        {
            "id": number, "document": compared.document, "reader": filed.reader,
            "given_language": filed.given_language or given["given_language"],
            "given_published": filed.given_published or given["given_published"],
            "language": told.language, "title": storable(told.title) if told.title else None,
            "published": told.published, "length": told.length,
            "record": packed(_dumped(filed.record.to_dict())), "digest": linking.dumped(compared),
            "read_at": journal.act.at, "current": True,
        },
    )  # fmt: skip
    return number


def _dumped(record: Plain) -> bytes:
    """The record without the place it came from: a document may come from several."""
    told = {**record["document"], "source": ""}
    return orjson.dumps(record | {"document": told})


def _keep_nodes(connection: Connection, digest: str, found: Iterable[Node]) -> None:
    """Store the nodes that are new, each an entry of its own until it is linked."""
    by_id = {each.id: each for each in found}
    there = set(connection.execute(select(node.c.id).where(node.c.id.in_(sorted(by_id)))).scalars())
    fresh = [by_id[id] for id in sorted(by_id.keys() - there)]
    if fresh:
        connection.execute(
            insert(node),
            [
                {
                    "id": each.id, "type": each.type, "entry": each.id, "form": form_text(each),
                    "document": None if each.type in FORMS else digest,
                }
                for each in fresh
            ],
        )  # fmt: skip


def _keep_occurrences(connection: Connection, digest: str, number: int, found: Iterable[Node]) -> None:
    rows = [
        {"reading": number, "type": each.type, "place": each.place, "document": digest, "node": each.id}
        for each in found
    ]
    if rows:
        connection.execute(insert(occurrence), rows)
