"""``mithaq check``: the data that reading rests on, and the chain of the history."""

import click

from mithaq.cli import desk


@click.group("check")
def command() -> None:
    """Check the language files and code lists, or the history of the register."""


@command.command("languages")
@click.argument("codes", metavar="[XX]...", nargs=-1)
def languages(codes: tuple[str, ...]) -> int:
    """Lint the language files and say what each language lacks.

    Faults go to standard output, one a line; the exit status is 1 where there is one.
    """
    from mithaq.languages.check import check

    faults = list(check(codes))
    for fault in faults:
        click.echo(str(fault))
    return 1 if faults else 0


@command.command("history")
@desk.database_option
def history(database: str | None) -> int:
    """Verify the chain of the register's history; say how many lines it has, and the hash of the last.

    Where a line was changed, removed or put in, the first such line is named and the exit status is 1. Note
    the hash down elsewhere: it shows whether lines were taken from the end.
    """
    from mithaq.register.history import verify

    with desk.reading(database) as connection:
        lines, last = verify(connection)
    click.echo(f"{lines} {last}")
    return 0
