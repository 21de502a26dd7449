"""The history: nobody changes it unseen, and the database refuses to change it at all."""

from datetime import date

import pytest
from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from bench.reports import Paper, Story
from mithaq.model.errors import BrokenHistory
from mithaq.register.database import Database
from mithaq.register.history import verify
from mithaq.register.tables import history
from tests.register.filing_made_up import file, made

STORY = Story(
    ("KZ", "BY"), date(2025, 11, 5), "talks", (Paper("memorandum", "trade"),), (), "trade", 5_000_000
)


@pytest.fixture
def filed(database: Database) -> Database:
    """A register with two reports of one meeting."""
    file(database, [made(STORY, "en"), made(STORY, "ru")])
    return database


def _unguarded(connection: Connection) -> None:
    """Take the guard away, as somebody could who has the right to."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DROP TRIGGER history_kept_update")
        connection.exec_driver_sql("DROP TRIGGER history_kept_delete")
    else:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")


def _broken(database: Database) -> str:
    with database.reading() as connection, pytest.raises(BrokenHistory) as fault:
        verify(connection)
    return str(fault.value)


def test_the_chain_holds_and_its_length_and_last_hash_are_told(filed: Database):
    with filed.reading() as connection:
        lines, last = verify(connection)
        assert lines == connection.execute(select(func.count()).select_from(history)).scalar()
        newest = select(history.c.hash).order_by(history.c.number.desc()).limit(1)
        assert last == connection.execute(newest).scalar()


@pytest.mark.parametrize("statement", ["UPDATE history SET who = 'x'", "DELETE FROM history"])
def test_the_database_refuses_to_change_it(filed: Database, statement: str):
    with (
        pytest.raises(DBAPIError, match="the history is never changed"),
        filed.engine.begin() as connection,
    ):
        connection.exec_driver_sql(statement)
    with filed.reading() as connection:
        verify(connection)


def test_postgresql_refuses_to_empty_it(filed: Database):
    if filed.is_sqlite:
        return  # SQLite has no TRUNCATE, and DELETE is refused above
    with (
        pytest.raises(DBAPIError, match="the history is never changed"),
        filed.engine.begin() as connection,
    ):
        connection.exec_driver_sql("TRUNCATE history")


@pytest.mark.parametrize("column", [column.name for column in history.c if column.name != "number"])
def test_a_changed_field_is_named_with_its_line(filed: Database, column: str):
    with filed.engine.connect() as connection:
        many = connection.execute(select(func.count()).select_from(history)).scalar_one()
    for line in (1, many // 2, many):
        with filed.engine.begin() as connection:
            _unguarded(connection)
            wanted = history.c.number == line
            old = connection.execute(select(history.c[column]).where(wanted)).scalar()
            connection.execute(update(history).where(wanted).values({column: f"{old or ''}0"[-60:]}))
        told = _broken(filed)
        # A hash that was changed is seen at the line, and so is one line's memory of another's.
        assert f"line {line} " in told, told
        with filed.engine.begin() as connection:
            if not filed.is_sqlite:
                _unguarded(connection)
            connection.execute(update(history).where(wanted).values({column: old}))
            if filed.is_sqlite:
                for verb in ("UPDATE", "DELETE"):
                    made = f"CREATE TRIGGER history_kept_{verb.lower()} BEFORE {verb} ON history"
                    connection.exec_driver_sql(f"{made} BEGIN SELECT 1; END")


def test_a_missing_line_is_named(filed: Database):
    with filed.engine.begin() as connection:
        _unguarded(connection)
        connection.execute(history.delete().where(history.c.number == 3))
    assert _broken(filed) == "line 3 of the history is missing: the next one there is line 4"


def test_a_line_put_in_is_named(filed: Database):
    with filed.engine.begin() as connection:
        row = dict(connection.execute(select(history).where(history.c.number == 2)).mappings().one())
        connection.execute(insert(history), row | {"number": 0})
    assert "line 1 " in _broken(filed)


def test_a_line_put_behind_the_last_is_named(filed: Database):
    with filed.engine.begin() as connection:
        many = connection.execute(select(func.count()).select_from(history)).scalar_one()
        row = dict(connection.execute(select(history).where(history.c.number == 2)).mappings().one())
        connection.execute(insert(history), row | {"number": many + 1})
    assert f"line {many + 1} of the history does not follow line {many}" in _broken(filed)


def test_swapped_lines_are_named(filed: Database):
    with filed.engine.begin() as connection:
        _unguarded(connection)
        for old, new in ((2, -1), (3, 2), (-1, 3)):
            connection.execute(update(history).where(history.c.number == old).values(number=new))
    assert "line 2 " in _broken(filed)
