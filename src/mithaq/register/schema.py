"""The schema and its versions: an older register is brought up to date when it is opened."""

from importlib.resources import as_file, files

from sqlalchemy import Connection, inspect, select
from sqlalchemy import text as sql

from mithaq.model.errors import RegisterUnavailable
from mithaq.register import tables
from mithaq.register.database import Database

HEAD = "0001"
"""The newest version of the schema; a test holds it equal to the newest migration."""


def bring_up_to_date(database: Database) -> None:
    """Make or change the tables where they are not those of this version.

    Raises RegisterUnavailable where a newer Mithaq made the register.
    """
    with database.engine.connect() as connection:
        version = _version(connection)
    if version == HEAD:
        return
    with database.writing() as connection:
        # Another program may have done it while this one waited for its turn.
        version = _version(connection)
        if version != HEAD:
            _migrate(connection, version, database.name)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sql("SELECT version_num FROM alembic_version")).scalar()


def _migrate(connection: Connection, version: str | None, name: str) -> None:
    # Alembic is brought only when there is something to do: most calls find the register up to date.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    with as_file(files(__package__).joinpath("migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as fault:
            raise RegisterUnavailable(
                f"the register {name} is of version {version}, which this Mithaq does not know: update Mithaq"
            ) from fault


def make_tables(connection: Connection) -> None:
    """The newest schema at once, without the migrations: what they must amount to."""
    tables.metadata.create_all(connection)
    for statement in beside_tables(connection.dialect.name):
        connection.exec_driver_sql(statement)


def beside_tables(dialect: str) -> tuple[str, ...]:
    """What SQLAlchemy's tables cannot say: the index of words, and the history that nobody may change."""
    return _SQLITE if dialect == "sqlite" else _POSTGRESQL


_SQLITE = (
    """CREATE VIRTUAL TABLE words USING fts5(
    terms, detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 0 tokenchars '~'"
)""",
    """CREATE TRIGGER history_kept_update BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END""",
    """CREATE TRIGGER history_kept_delete BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END""",
)
_POSTGRESQL = (
    "CREATE TABLE words (entry integer PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX ix_words_words ON words USING gin (words)",
    """CREATE FUNCTION history_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the history is never changed'; END $$""",
    """CREATE TRIGGER history_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON history
FOR EACH STATEMENT EXECUTE FUNCTION history_kept()""",
)


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever filed or decided."""
    return connection.execute(select(tables.history.c.number).limit(1)).first() is None
