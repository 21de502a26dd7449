"""How bodies and persons are named: each wording with its language, how often, and when first and last."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from mithaq.register.mentions import Node, name_of
from mithaq.register.records import Plain, records
from mithaq.register.saying import day_of, items
from mithaq.register.tables import naming, occurrence

_Key = tuple[str, str, str]


def count(connection: Connection, nodes: Iterable[Node], record: Plain) -> None:
    """Add a record's names of the forms it mentions, each once a document."""
    language, day = record["document"]["language"], day_of(record)
    keys: set[_Key] = {(each.id, language, each.name) for each in nodes if each.name}
    there = _there(connection, {id for id, _, _ in keys})
    fresh = [_row(key, 1, day, day) for key in sorted(keys - there.keys())]
    again = [
        {f"{name}_": value for name, value in _row(key, *_wider(there[key], day)).items()}
        for key in sorted(keys & there.keys())
    ]
    if fresh:
        connection.execute(insert(naming), fresh)
    if again:
        _renew(connection, again)


def discount(connection: Connection, document: str) -> None:
    """Count the names of the forms that a document mentions anew, as if it was not there."""
    mentioned = select(occurrence.c.node).where(
        occurrence.c.document == document, occurrence.c.type.in_(("body", "person"))
    )
    nodes = set(connection.execute(mentioned).scalars())
    connection.execute(delete(naming).where(naming.c.node.in_(sorted(nodes))))
    rows = connection.execute(
        select(occurrence.c.reading, occurrence.c.type, occurrence.c.place, occurrence.c.node)
        .where(occurrence.c.node.in_(sorted(nodes)), occurrence.c.document != document)
        .order_by(occurrence.c.document)
    ).all()
    kept = records(connection, {row.reading for row in rows})
    seen: dict[_Key, dict[str, str | None]] = {}
    for row in rows:
        record = kept[row.reading]
        item = items(record, row.type)[row.place]
        key = (row.node, record["document"]["language"], name_of(item))
        seen.setdefault(key, {})[record["sha256"]] = day_of(record)
    fresh = [
        _row(key, len(days), _first(days.values()), _last(days.values()))
        for key, days in sorted(seen.items())
    ]
    if fresh:
        connection.execute(insert(naming), fresh)


def _there(connection: Connection, nodes: set[str]) -> dict[_Key, Any]:
    rows = connection.execute(select(naming).where(naming.c.node.in_(sorted(nodes))))
    return {(row.node, row.language, row.name): row for row in rows}


def _wider(row: Any, day: str | None) -> tuple[int, str | None, str | None]:
    return row.times + 1, _first((row.first, day)), _last((row.last, day))


def _first(days: Iterable[str | None]) -> str | None:
    return min((day for day in days if day), default=None)


def _last(days: Iterable[str | None]) -> str | None:
    return max((day for day in days if day), default=None)


def _row(key: _Key, times: int, first: str | None, last: str | None) -> dict[str, Any]:
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
