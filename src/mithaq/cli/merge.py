"""``mithaq merge``: a person says that entries are one thing."""

import click

from mithaq.cli import desk


@click.command("merge")
@click.argument("entries", metavar="ID ID...", nargs=-1, required=True)
@desk.why_option
@desk.who_option
@desk.database_option
def command(entries: tuple[str, ...], why: str | None, who: str | None, database: str | None) -> int:
    """Make entries of one type one; their ids all lead to it from then on."""
    from mithaq.register.deciding import merge
    from mithaq.register.showing import resolve

    with desk.writing(database, who) as (connection, journal):
        ids = tuple(resolve(connection, each) for each in entries)
        number = merge(connection, ids, journal, why)
        one = resolve(connection, ids[0])
    click.echo(f"decision {number}: merge {' '.join(ids)} into {one}")
    desk.tell(f"mithaq undo {number} takes it back")
    return 0
