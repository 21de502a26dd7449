"""``mithaq undo``: a decision is taken back."""

import click

from mithaq.cli import desk


@click.command("undo")
@click.argument("number", metavar="NUMBER", type=click.IntRange(1))
@desk.why_option
@desk.who_option
@desk.database_option
def command(number: int, why: str | None, who: str | None, database: str | None) -> int:
    """Take the decision of this number back; mithaq show lists those on an entry. An undo can be undone."""
    from mithaq.register.deciding import undo

    with desk.writing(database, who) as (connection, journal):
        done = undo(connection, number, journal, why)
    click.echo(f"decision {done}: undo decision {number}")
    return 0
