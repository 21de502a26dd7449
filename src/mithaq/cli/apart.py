"""``mithaq apart``: a person says that two entries are not one thing."""

import click

from mithaq.cli import desk


@click.command("apart")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@desk.why_option
@desk.who_option
@desk.database_option
def command(one: str, other: str, why: str | None, who: str | None, database: str | None) -> int:
    """Keep two entries apart: they are neither merged nor asked about again."""
    from mithaq.register.deciding import keep_apart
    from mithaq.register.showing import resolve

    with desk.writing(database, who) as (connection, journal):
        left, right = resolve(connection, one), resolve(connection, other)
        number = keep_apart(connection, left, right, journal, why)
    click.echo(f"decision {number}: keep {left} and {right} apart")
    desk.tell(f"mithaq undo {number} takes it back")
    return 0
