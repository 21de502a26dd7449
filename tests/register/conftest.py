"""Registers for the tests: the same tests run on SQLite and on PostgreSQL."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url

from mithaq.register.database import Database
from mithaq.register.tables import metadata

POSTGRESQL = "MITHAQ_TEST_POSTGRESQL"
_NUMBERS = count()


@dataclass(slots=True)
class Registers:
    """Makes empty registers of one kind of database; ``empty`` makes one empty again."""

    kind: str
    make: Callable[[], Database]
    empty: Callable[[Database], Database]
    take_back: Callable[[Database], None]
    made: list[Database] = field(default_factory=list)

    def __call__(self) -> Database:
        self.made.append(self.make())
        return self.made[-1]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register in a file, to be copied."""
    path = tmp_path_factory.mktemp("register") / "empty.db"
    database = Database(f"sqlite:///{path}")
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture(scope="session")
def postgresql() -> str:
    """The address of a PostgreSQL in which databases may be made; skips where there is none, except in CI."""
    address = os.environ.get(POSTGRESQL)
    if not address:
        told = f"{POSTGRESQL} is not set: give an address, such as postgresql://postgres@127.0.0.1/postgres"
        if os.environ.get("CI"):
            pytest.fail(f"in CI both databases are tried: {told}", pytrace=False)
        pytest.skip(told)
    return address


@pytest.fixture(scope="session")
def postgresql_idle(postgresql: str) -> Iterator[list[Database]]:
    """Registers on the server that no test uses; all that were made are dropped in the end."""
    idle: list[Database] = []
    yield idle
    for each in idle:
        each.close()
        command(postgresql, f"DROP DATABASE {each.engine.url.database} WITH (FORCE)")


def on_server(server: str) -> Database:
    """A new database with an empty register."""
    name = f"mithaq_{os.getpid()}_{next(_NUMBERS)}"
    command(server, f"CREATE DATABASE {name}")
    return Database(make_url(server).set(database=name).render_as_string(hide_password=False))


def emptied(database: Database) -> Database:
    """A register on the server as if it was new; the trigger that keeps the history is told to look away."""
    names = ", ".join((*metadata.tables, "words"))
    with database.engine.connect() as connection:
        connection.exec_driver_sql("SET session_replication_role = replica")
        connection.exec_driver_sql(f"TRUNCATE {names}")
        connection.exec_driver_sql("SET session_replication_role = DEFAULT")
        connection.commit()
    return database


@pytest.fixture(params=["sqlite", "postgresql"])
def new_register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Registers]:
    """Makes empty registers of one kind of database."""
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")

        def empty(database: Database) -> Database:
            path = str(database.engine.url.database)
            for beside in ("-wal", "-shm"):
                Path(path + beside).unlink(missing_ok=True)
            copyfile(template, path)
            return database

        def make() -> Database:
            path = tmp_path / f"register-{next(_NUMBERS)}.db"
            copyfile(template, path)
            return Database(f"sqlite:///{path}")

        registers = Registers("sqlite", make, empty, Database.close)
    else:
        server, idle = (request.getfixturevalue(name) for name in ("postgresql", "postgresql_idle"))
        registers = Registers(
            "postgresql", lambda: emptied(idle.pop()) if idle else on_server(server), emptied, idle.append
        )
    yield registers
    for each in registers.made:
        registers.take_back(each)


@pytest.fixture
def database(new_register: Registers) -> Database:
    """An empty register."""
    return new_register()


def command(server: str, statement: str) -> None:
    """Run a statement outside a transaction."""
    options: dict[str, Any] = {"isolation_level": "AUTOCOMMIT"}
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), **options)
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
