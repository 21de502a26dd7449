"""``mithaq export``: entries in a format of others."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mithaq.cli import desk
from mithaq.cli.filters import filters, query
from mithaq.cli.read import output_stream
from mithaq.exports.formats import FORMATS
from mithaq.model.entry import Entry

if TYPE_CHECKING:
    from mithaq.register.database import Connection
    from mithaq.register.finding import Query

_AT_ONCE = 200
_NAMES = tuple(each.name for each in FORMATS)


@click.command("export")
@click.argument("format", metavar="|".join(_NAMES), type=click.Choice(_NAMES))
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@filters
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write instead of standard output."
)
@desk.interface_option
@desk.database_option
def command(format: str, words: tuple[str, ...], out: Path | None, **options: Any) -> int:
    """Write entries, all or those that the words and filters of find choose, as a table or as JSON."""
    chosen = next(each for each in FORMATS if each.name == format)
    with desk.reading(options["database"]) as connection:
        asked = query(connection, words, options)
        with output_stream(out) as stream:
            for piece in chosen.write(_entries(connection, asked), options["interface"]):
                stream.write(piece)
    return 0


def _entries(connection: "Connection", asked: "Query") -> Iterator[Entry]:
    """The entries asked for, some at a time: a register may hold more than memory does."""
    from mithaq.adding import texts
    from mithaq.register.finding import find
    from mithaq.register.showing import entries

    bodies, offset = texts(connection), 0
    while hits := find(connection, asked, _AT_ONCE, offset):
        yield from entries(connection, [hit.id for hit in hits], bodies)
        offset += len(hits)
