"""``mithaq restore``: an empty register filled from a backup."""

from pathlib import Path

import click

from mithaq.cli import desk


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@desk.database_option
def command(file: Path, database: str | None) -> int:
    """Fill an empty register from a backup, whose history is verified before."""
    from mithaq.register.copying import restore

    with desk.register(database) as target:
        lines = restore(target, file)
    click.echo(f"{target.name}: {lines} lines of history")
    return 0
