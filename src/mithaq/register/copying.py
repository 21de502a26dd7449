"""Backups: a register copied whole into a file, and back. A backup is a register of its own, in SQLite."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from mithaq.model.errors import InvalidOption
from mithaq.register import tables
from mithaq.register.database import Database
from mithaq.register.entries import make
from mithaq.register.finding import keep_words
from mithaq.register.history import verify
from mithaq.register.schema import is_empty
from mithaq.register.wording import terms

_ROWS = 500


def backup(database: Database, to: Path) -> int:
    """Write a register into a new file, as it stands now; others may go on writing.

    Gives the number of lines of its history. Raises InvalidOption where the file is there already.
    """
    if to.exists():
        raise InvalidOption(f"{to} is there already: name a new file")
    part = to.with_name(to.name + ".part")
    part.unlink(missing_ok=True)
    target = Database(f"sqlite:///{part}")
    with database.reading() as source:
        lines = _copy(source, target)
    # The whole backup or none stands under its name.
    kept = target.engine.raw_connection()  # the way of journalling is changed outside of transactions alone
    kept.cursor().execute("PRAGMA journal_mode=DELETE").fetchall()
    kept.close()
    target.close()
    part.replace(to)
    return lines


def restore(database: Database, from_: Path) -> int:
    """Fill an empty register from a backup, whose history is verified first. Gives the lines of the history.

    Raises InvalidOption where there is no such file or the register is not empty, BrokenHistory for a bad
    backup.
    """
    if not from_.is_file():
        raise InvalidOption(f"{from_}: there is no such backup")
    backup_ = Database(f"sqlite:///{from_}")
    with backup_.reading() as source:
        verify(source)
        return _copy(source, database)


def _copy(source: Connection, target: Database) -> int:
    with target.writing() as connection:
        if not is_empty(connection):
            raise InvalidOption(f"the register {target.name} is not empty: name another with --database")
        for table in tables.metadata.sorted_tables:
            for rows in _chunks(source, table):
                connection.execute(insert(table), rows)
        _index_words(connection)
        return connection.execute(select(func.count()).select_from(tables.history)).scalar_one()


def _chunks(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    rows = connection.execution_options(stream_results=True).execute(
        select(table).order_by(*table.primary_key)
    )
    for part in rows.mappings().partitions(_ROWS):
        yield [dict(row) for row in part]


def _index_words(connection: Connection) -> None:
    """The index of words is of another make in each database, so it is made anew."""
    rows = connection.execute(select(tables.entry.c.id, tables.entry.c.number))
    numbers: dict[str, int] = {row.id: row.number for row in rows}
    ids = sorted(numbers)
    for start in range(0, len(ids), _ROWS):
        made = make(connection, ids[start : start + _ROWS])
        keep_words(connection, [(numbers[each.id], terms(each)) for each in made])
