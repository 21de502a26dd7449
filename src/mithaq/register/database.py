"""A register's database: how it is opened, and the two ways of using it.

SQLite keeps a register in one file, PostgreSQL one that several people share. Whoever writes holds the
register's one lock until the end of the transaction: filing looks at what is there before it decides, so
two writers take turns. Readers never wait.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from mithaq.model.errors import MithaqError, RegisterUnavailable

__all__ = ["Connection", "Database", "faults"]

_WAIT_SECONDS = 60
# Any number, but always the same one: the advisory lock of PostgreSQL that writers take.
_LOCK = 0x4D495448


class Database:
    """A register's database. Opening makes an empty register where there is none."""

    def __init__(self, url: str) -> None:
        """``url`` is an SQLAlchemy address.

        Raises RegisterUnavailable where it is none, or cannot be reached.
        """
        self.url = url
        self.engine = _engine(url)
        from mithaq.register.schema import bring_up_to_date  # noqa: PLC0415  (it asks for this module)

        try:
            with faults(self.name):
                bring_up_to_date(self)
        except MithaqError:
            self.close()
            raise

    @property
    def name(self) -> str:
        """The address without its password."""
        return self.engine.url.render_as_string(hide_password=True)

    @property
    def is_sqlite(self) -> bool:
        """Whether the register is one file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the register and changes nothing."""
        with faults(self.name), self.engine.connect() as connection, connection.begin():
            if not self.is_sqlite:
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that alone may write.

        What was done in it stands when the block is left without an error.
        """
        with faults(self.name):
            engine = self.engine.execution_options(writes=True)
            with engine.connect() as connection, connection.begin():
                if not self.is_sqlite:
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
                yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


@contextmanager
def faults(name: str) -> Iterator[None]:
    """Faults of the database as errors that say what to do next."""
    try:
        yield
    except DBAPIError as fault:
        raise _unavailable(name, _first(fault)) from fault


def _first(fault: DBAPIError) -> DBAPIError:
    """What went wrong first. A full disk ends the transaction, and there is no savepoint to go back to."""
    first, before = fault, fault.__context__
    while before is not None:
        if isinstance(before, DBAPIError):
            first = before
        before = before.__context__
    return first


def _unavailable(name: str, fault: DBAPIError) -> MithaqError:
    told = str(fault.orig).strip().splitlines()[0] if str(fault.orig).strip() else type(fault.orig).__name__
    if "disk is full" in told or "No space left" in told or "disk I/O error" in told:
        advice = "free some space and run the command again; all that was acknowledged is kept"
    elif "locked" in told:
        advice = "another program is writing to it: run the command again when that has ended"
    elif "readonly" in told or "read-only" in told:
        advice = "ask for the right to write to it, or name another register with --database"
    elif "not a database" in told or "malformed" in told:
        advice = "name another file with --database, or restore it from a backup with mithaq restore"
    else:
        advice = "check that the address is right and the database can be reached"
    return RegisterUnavailable(f"the register {name}: {told}: {advice}")


def _engine(url: str) -> Engine:
    try:
        address = make_url(url)
        if address.get_backend_name() == "postgresql" and address.drivername == "postgresql":
            address = address.set(drivername="postgresql+psycopg")
        if address.get_backend_name() == "sqlite":
            return _sqlite_engine(address.database or ":memory:", url)
        if address.get_backend_name() != "postgresql":
            raise RegisterUnavailable(f"{url}: only sqlite and postgresql hold a register")
        return create_engine(address, pool_pre_ping=True)
    except ArgumentError as fault:
        raise RegisterUnavailable(
            f"{url!r} is no address of a database: give one such as sqlite:///register.db"
        ) from fault
    except (NoSuchModuleError, ModuleNotFoundError) as fault:
        raise RegisterUnavailable(f"the driver for {url} is missing: install mithaq[postgresql]") from fault


def _sqlite_engine(path: str, url: str) -> Engine:
    if path != ":memory:":
        try:
            Path(path).expanduser().parent.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise RegisterUnavailable(
                f"{url}: its folder cannot be made ({fault.strerror}): name another with --database"
            ) from fault
        path = str(Path(path).expanduser())
    options: dict[str, Any] = {"connect_args": {"timeout": _WAIT_SECONDS, "check_same_thread": False}}
    # A file is opened anew for each transaction: nothing is kept across forks and threads.
    if path != ":memory:":
        options["poolclass"] = NullPool
    engine = create_engine(f"sqlite:///{path}", **options)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    # The driver's own idea of transactions begins them late; ours begin when they are said to.
    connection.isolation_level = None
    # WAL lets readers go on while one writes; FULL keeps what was acknowledged through a power cut.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-32000"):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
