"""``mithaq find``: entries by words in any language, and by what they say."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from mithaq.cli import desk
from mithaq.cli.filters import filters, query

if TYPE_CHECKING:
    from mithaq.register.database import Connection
    from mithaq.register.finding import Hit
    from mithaq.views.found import Row


@click.command("find")
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@filters
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Entries on one page.")
@click.option("--offset", type=click.IntRange(0), default=0, help="Entries to leave out before.")
@desk.format_option
@desk.interface_option
@desk.database_option
def command(words: tuple[str, ...], **options: Any) -> int:
    """Find entries of the register, the latest first.

    WORDS in Arabic, Russian, English or Kazakh, all of which must be there; they find what was read from any
    language. A word with * behind it finds those that begin so.
    """
    from mithaq.register.finding import count, find

    with desk.reading(options["database"]) as connection:
        asked = query(connection, words, options)
        hits = find(connection, asked, options["limit"], options["offset"])
        number = count(connection, asked)
        if options["form"] == "jsonl":
            desk.write_lines(map(_plain, hits))
        elif hits:
            _write(connection, hits, number, options)
    if not hits:
        desk.tell(_nothing(number, words))
    elif options["form"] == "jsonl":
        desk.tell(f"{len(hits)} of {number} entries")
    return 0


def _nothing(number: int, words: Sequence[str]) -> str:
    if number:
        return f"there are {number} entries, none after --offset: give a smaller one"
    loosen = "use fewer words or the beginning of one with *" if words else "leave out a filter"
    return f"nothing found: {loosen}, or file reports with mithaq add"


def _plain(hit: "Hit") -> dict[str, Any]:
    """An entry found, as JSON."""
    row = _row(hit)
    names = ("id", "type", "state", "values", "sources", "contested", "confidence")
    return {name: getattr(row, name) for name in names}


def _row(hit: "Hit") -> "Row":
    import orjson

    from mithaq.views.found import Row

    values = orjson.loads(hit.values)
    return Row(hit.id, hit.type, values, hit.sources, hit.contested, hit.confidence, hit.state)


def _write(connection: "Connection", hits: Sequence["Hit"], number: int, options: dict[str, Any]) -> None:
    from mithaq.register.showing import names_of_bodies
    from mithaq.views import lists_text
    from mithaq.views.found import found
    from mithaq.views.values import keys

    rows = [_row(hit) for hit in hits]
    names = names_of_bodies(connection, {key for row in rows for key in keys(row.type, row.values)})
    desk.write_text(lists_text.found, found(rows, number, options["offset"], names, options["interface"]))
