"""What the migrations make is what the tables of the code say, on both databases."""

from collections.abc import Iterable
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy import text as sql

from mithaq.model.errors import RegisterUnavailable
from mithaq.register import schema
from mithaq.register.database import Database
from tests.register.conftest import Registers

# What the inspector does not tell: triggers, the index of words, tables without rowid.
_BESIDE = {
    "sqlite": (
        "SELECT type, name, sql FROM sqlite_master WHERE type = 'trigger' OR sql LIKE 'CREATE VIRTUAL%'",
        "SELECT name, wr FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    ),
    "postgresql": (
        "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
        "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
        "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid > 0",
    ),
}


def _described(engine: Engine) -> dict[str, Any]:
    with engine.connect() as connection:
        inspector = inspect(connection)
        found: dict[str, Any] = {
            name: {
                "columns": [_told(column) for column in inspector.get_columns(name)],
                "key": inspector.get_pk_constraint(name),
                "foreign": _sorted(inspector.get_foreign_keys(name)),
                "unique": _sorted(inspector.get_unique_constraints(name)),
                "indexes": _sorted(map(_index, inspector.get_indexes(name))),
            }
            for name in inspector.get_table_names()
        }
        found["beside"] = [_rows(connection, statement) for statement in _BESIDE[engine.dialect.name]]
    return {name: what for name, what in found.items() if name != "alembic_version"}


def _told(column: Any) -> dict[str, Any]:
    return {**column, "type": str(column["type"])}


def _index(index: Any) -> dict[str, Any]:
    return {**index, "dialect_options": str({name: str(v) for name, v in index["dialect_options"].items()})}


def _sorted(parts: Iterable[Any]) -> list[Any]:
    return sorted(parts, key=repr)


def _rows(connection: Connection, statement: str) -> list[str]:
    rows = (" ".join(str(row).replace("\\n", " ").split()) for row in connection.execute(sql(statement)))
    return sorted(row for row in rows if "alembic" not in row)


def test_the_migrations_make_what_the_tables_say(new_register: Registers):
    migrated, fresh = new_register(), new_register()
    with fresh.engine.begin() as connection:
        _clear(connection)
        schema.make_tables(connection)
    assert _described(fresh.engine) == _described(migrated.engine)


def _clear(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
        # It is used again by other tests, and they find it as new.
        connection.exec_driver_sql(
            f"CREATE TABLE alembic_version AS SELECT '{schema.HEAD}'::text AS version_num"
        )
        return
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    connection.exec_driver_sql("DROP TABLE words")
    for name in inspect(connection).get_table_names():
        if name != "alembic_version":
            connection.exec_driver_sql(f'DROP TABLE "{name}"')


def test_the_newest_migration_is_the_version_of_the_code():
    scripts = ScriptDirectory(str(schema.__file__).replace("schema.py", "migrations"))
    assert scripts.get_current_head() == schema.HEAD
    assert [each.revision for each in scripts.walk_revisions()] == sorted(
        (each.revision for each in scripts.walk_revisions()), reverse=True
    )


def test_opening_again_changes_nothing(database: Database):
    before = _described(database.engine)
    Database(database.engine.url.render_as_string(hide_password=False)).close()
    assert _described(database.engine) == before


def test_a_register_of_a_newer_mithaq_is_refused(database: Database):
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RegisterUnavailable, match=r"version 9999.*update Mithaq"):
        Database(database.engine.url.render_as_string(hide_password=False))
    with database.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{schema.HEAD}'")
