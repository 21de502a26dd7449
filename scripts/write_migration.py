"""Write the next migration: what turns the newest version of the schema into that of register/tables.py.

    python scripts/write_migration.py 0002 "what it is for"

Look at the file before it is committed: what SQLAlchemy's tables cannot say (the index of words, triggers)
is added by hand, and so is what should become of rows that are there.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

MIGRATIONS = Path(__file__).parent.parent / "src" / "mithaq" / "register" / "migrations"


def main(version: str, message: str) -> None:
    """Write the file of a version."""
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{folder}/old.db")
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            command.revision(config, message, autogenerate=True, rev_id=version)


if __name__ == "__main__":
    main(*sys.argv[1:])
