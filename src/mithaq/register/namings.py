"""How bodies and persons are named: each wording with its language, how often, and when first and last."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, select, update

from mithaq.register.mentions import FORMS, Node, name_of
from mithaq.register.records import Plain, records
from mithaq.register.saying import day_of, items
from mithaq.register.tables import naming, occurrence

_AT_ONCE = 500
"""Records in memory at once."""

Key = tuple[str, str, str]
"""A form, the language of a document that names it, and the name."""


def told(nodes: Iterable[Node], record: Plain) -> dict[Key, str | None]:
    """The names of the forms that a record mentions, each with the day of what the record tells of."""
    language, day = record["document"]["language"], day_of(record)
    return {(each.id, language, each.name): day for each in nodes if each.name}


def told_by(connection: Connection, document: str) -> dict[Key, str | None]:
    """The same, of the readings of a document that count."""
    return {key: day for (key, _), day in _heard(connection, occurrence.c.document == document).items()}


def count(connection: Connection, named: Mapping[Key, str | None]) -> None:
    """Add a document's names of forms, each with the document's day."""
    there = _there(connection, {id for id, _, _ in named})
    fresh = [_row(key, 1, named[key], named[key]) for key in sorted(named.keys() - there.keys())]
    again = [
        {f"{name}_": value for name, value in _row(key, *_wider(there[key], named[key])).items()}
        for key in sorted(named.keys() & there.keys())
    ]
    if fresh:
        connection.execute(insert(naming), fresh)
    if again:
        _renew(connection, again)


def recount(connection: Connection, nodes: Collection[str]) -> None:
    """Count the names of forms anew."""
    if not nodes:
        return
    connection.execute(delete(naming).where(naming.c.node.in_(sorted(nodes))))
    seen: dict[Key, list[str | None]] = {}
    for (key, _), day in _heard(connection, occurrence.c.node.in_(sorted(nodes))).items():
        seen.setdefault(key, []).append(day)
    fresh = [_row(key, len(days), _first(days), _last(days)) for key, days in sorted(seen.items())]
    if fresh:
        connection.execute(insert(naming), fresh)


def _heard(connection: Connection, where: ColumnElement[bool]) -> dict[tuple[Key, str], str | None]:
    """The day of each naming and document."""
    rows = connection.execute(
        select(occurrence.c.reading, occurrence.c.type, occurrence.c.place, occurrence.c.node)
        .where(occurrence.c.type.in_(sorted(FORMS)), where)
        .order_by(occurrence.c.document, occurrence.c.reading)
    ).all()
    heard: dict[tuple[Key, str], str | None] = {}
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        kept = records(connection, {row.reading for row in some})
        for row in some:
            record = kept[row.reading]
            key = (row.node, record["document"]["language"], name_of(items(record, row.type)[row.place]))
            heard[key, record["sha256"]] = day_of(record)
    return heard


def _there(connection: Connection, nodes: set[str]) -> dict[Key, Any]:
    rows = connection.execute(select(naming).where(naming.c.node.in_(sorted(nodes))))
    return {(row.node, row.language, row.name): row for row in rows}


def _wider(row: Any, day: str | None) -> tuple[int, str | None, str | None]:
    return row.times + 1, _first((row.first, day)), _last((row.last, day))


def _first(days: Iterable[str | None]) -> str | None:
    return min((day for day in days if day), default=None)


def _last(days: Iterable[str | None]) -> str | None:
    return max((day for day in days if day), default=None)


def _row(key: Key, times: int, first: str | None, last: str | None) -> dict[str, Any]:
    node, language, name = key
    return {"node": node, "language": language, "name": name, "times": times, "first": first, "last": last}


def _renew(connection: Connection, rows: list[dict[str, Any]]) -> None:
    connection.execute(
        update(naming)
        .where(
            naming.c.node == bindparam("node_"), naming.c.language == bindparam("language_"),
            naming.c.name == bindparam("name_"),
        )
        .values(times=bindparam("times_"), first=bindparam("first_"), last=bindparam("last_")),
        rows,
    )  # fmt: skip
