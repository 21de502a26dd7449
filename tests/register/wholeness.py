"""Whether nothing in a register is half there."""

from collections import Counter
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import text as sql

from mithaq.model.entry import ENTRY_TYPES
from mithaq.register.database import Database
from mithaq.register.history import verify
from mithaq.register.records import records
from mithaq.register.saying import items

# Each finds what should not be there.
_FAULTS = {
    "a document without one current reading": """SELECT sha256 FROM document WHERE 1 <>
        (SELECT count(*) FROM reading WHERE reading.document = sha256 AND current)""",
    "a document from nowhere": """SELECT sha256 FROM document
        WHERE sha256 NOT IN (SELECT document FROM source)""",
    "a node that is said but has no entry": """SELECT node.id FROM node
        JOIN occurrence ON occurrence.node = node.id WHERE node.entry NOT IN (SELECT id FROM entry)""",
    "an entry that has not the id of a node of its own": """SELECT entry.id FROM entry LEFT JOIN node
        ON node.id = entry.id WHERE node.entry IS NULL OR node.entry <> entry.id""",
    "a form that was not compared": """SELECT node.id FROM node WHERE type IN ('body', 'person')
        AND id NOT IN (SELECT node FROM node_block) AND id IN (SELECT node FROM occurrence)""",
    "a form without a name": """SELECT id FROM node WHERE type IN ('body', 'person')
        AND id NOT IN (SELECT node FROM naming)""",
}
_NUMBERED = {"sqlite": "SELECT rowid FROM words", "postgresql": "SELECT entry FROM words"}


def faults(database: Database) -> list[str]:
    """What is wrong with a register, in words; raises BrokenHistory."""
    with database.reading() as connection:
        found = [*_of_the_file(connection), *_of_the_rows(connection), *_of_the_readings(connection)]
        verify(connection)
    return found


def documents(database: Database) -> set[str]:
    """The hashes of the documents."""
    with database.reading() as connection:
        return set(connection.execute(sql("SELECT sha256 FROM document")).scalars())


def _of_the_file(connection: Connection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    found = [str(row) for row in connection.execute(sql("PRAGMA integrity_check")).scalars() if row != "ok"]
    return found + [str(row) for row in connection.execute(sql("PRAGMA foreign_key_check"))]


def _of_the_rows(connection: Connection) -> list[str]:
    found = [f"{told}: {row[0]}" for told, query in _FAULTS.items() for row in connection.execute(sql(query))]
    numbered = set(connection.execute(sql(_NUMBERED[connection.dialect.name])).scalars())
    if numbered != set(connection.execute(sql("SELECT number FROM entry")).scalars()):
        found.append("the index of words is of other entries")
    added = Counter(connection.execute(sql("SELECT new FROM history WHERE action = 'add'")).scalars())
    there = Counter(connection.execute(sql("SELECT sha256 FROM document")).scalars())
    if sorted(added.values()) != sorted(there.values()):
        found.append("the history tells of other documents")
    return found


def _of_the_readings(connection: Connection) -> list[str]:
    """Readings of which not every item has its node."""
    numbers = list(connection.execute(sql("SELECT id FROM reading WHERE current")).scalars())
    rows = connection.execute(sql("SELECT reading, type, count(*) FROM occurrence GROUP BY reading, type"))
    said = {(number, kind): many for number, kind, many in rows}
    return [
        f"a reading of {record['sha256']} has other nodes than things it tells of: {kind}"
        for number, record in records(connection, numbers).items()
        for kind in ENTRY_TYPES
        if said.get((number, kind), 0) != _many(record, kind)
    ]


def _many(record: dict[str, Any], kind: Any) -> int:
    return len(items(record, kind))
