"""All that a register says, as plain values that can be compared, whatever order its rows were written in."""

from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import text as sql

from mithaq.register import tables
from mithaq.register.database import Database
from mithaq.register.history import verify

# What says when, in which order or by whom rows were written, and not what they say.
_MEANINGLESS = {"number", "id_", "added_at", "added_by", "read_at", "at"}

Dump = dict[str, list[tuple[Any, ...]]]


def dump(database: Database) -> Dump:
    """The tables of a register but the history, with rows named by what they stand for, sorted."""
    with database.reading() as connection:
        found = {
            name: _rows(connection, tables.metadata.tables[name])
            for name in (
                "document",
                "source",
                "block",
                "node",
                "node_block",
                "naming",
                "link",
                "entry",
                "decision",
            )
        }
        found["facet"] = _facets(connection)
        found["reading"] = _readings(connection)
        found["occurrence"] = _occurrences(connection)
        found["decided"] = _sorted(connection, select(tables.decided))
        found["words"] = _words(connection)
    return found


def history_length(database: Database) -> int:
    """The lines of the history, whose chain must hold."""
    with database.reading() as connection:
        return verify(connection)[0]


def _rows(connection: Connection, table: Any) -> list[tuple[Any, ...]]:
    return _sorted(connection, select(*(column for column in table.c if column.name not in _MEANINGLESS)))


def _sorted(connection: Connection, wanted: Any) -> list[tuple[Any, ...]]:
    return sorted((tuple(row) for row in connection.execute(wanted)), key=repr)


def _facets(connection: Connection) -> list[tuple[Any, ...]]:
    facet, entry = tables.facet, tables.entry
    return _sorted(
        connection,
        select(entry.c.id, facet.c.facet, facet.c.code).join_from(
            facet, entry, entry.c.number == facet.c.entry
        ),
    )


def _readings(connection: Connection) -> list[tuple[Any, ...]]:
    left_out = _MEANINGLESS | {"id"}
    return _sorted(
        connection, select(*(column for column in tables.reading.c if column.name not in left_out))
    )


def _occurrences(connection: Connection) -> list[tuple[Any, ...]]:
    occurrence, reading = tables.occurrence, tables.reading
    return _sorted(
        connection,
        select(
            occurrence.c.document, reading.c.reader, occurrence.c.type, occurrence.c.place, occurrence.c.node
        ).join_from(occurrence, reading, occurrence.c.reading == reading.c.id),
    )


def _words(connection: Connection) -> list[tuple[Any, ...]]:
    if connection.dialect.name == "sqlite":
        wanted = "SELECT entry.id, words.terms FROM words LEFT JOIN entry ON entry.number = words.rowid"
    else:
        wanted = "SELECT entry.id, words.words::text FROM words LEFT JOIN entry ON entry.number = words.entry"
    return _sorted(connection, sql(wanted))
