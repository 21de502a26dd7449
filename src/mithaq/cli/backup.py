"""``mithaq backup``: the register copied whole into a file."""

from pathlib import Path

import click

from mithaq.cli import desk


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@desk.database_option
def command(file: Path, database: str | None) -> int:
    """Copy the register, as it stands now, into a new FILE; others may go on writing meanwhile.

    The FILE is a register of its own: --database sqlite:///FILE opens it.
    """
    from mithaq.register.copying import backup

    with desk.register(database) as source:
        lines = backup(source, file)
    click.echo(f"{file}: {lines} lines of history")
    return 0
