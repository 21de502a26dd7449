"""``mithaq split``: a person takes documents out of an entry."""

from typing import TYPE_CHECKING

import click

from mithaq.cli import desk

if TYPE_CHECKING:
    from mithaq.register.database import Connection


@click.command("split")
@click.argument("entry", metavar="ID")
@click.argument("documents", metavar="DOCUMENT...", nargs=-1, required=True)
@desk.why_option
@desk.who_option
@desk.database_option
def command(
    entry: str, documents: tuple[str, ...], why: str | None, who: str | None, database: str | None
) -> int:
    """Take what some documents say out of an entry, into an entry of their own.

    A DOCUMENT is named by the beginning of its hash, as mithaq show lists it, or by a mention's id.
    """
    from mithaq.register.deciding import split
    from mithaq.register.showing import resolve

    with desk.writing(database, who) as (connection, journal):
        id = resolve(connection, entry)
        out = tuple(_document(connection, each) for each in documents)
        number = split(connection, id, out, journal, why)
    click.echo(f"decision {number}: split {id}")
    desk.tell(f"mithaq undo {number} takes it back")
    return 0


def _document(connection: "Connection", typed: str) -> str:
    """A document's hash; ids of mentions, which have a dash, stay."""
    from mithaq.register.showing import source_of

    return typed if "-" in typed else source_of(connection, typed).sha256
