"""``mithaq find``: entries by words in any language, and by what they say."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from mithaq.cli import desk
from mithaq.cli.filters import filters, query

if TYPE_CHECKING:
    from mithaq.register.finding import Hit


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
    from mithaq.looking import page
    from mithaq.register.finding import count, find
    from mithaq.views import lists_text

    limit, offset = options["limit"], options["offset"]
    with desk.reading(options["database"]) as connection:
        asked = query(connection, words, options)
        if options["form"] == "jsonl":
            hits = find(connection, asked, limit, offset)
            shown, number = len(hits), count(connection, asked)
            desk.write_lines(map(_plain, hits))
        else:
            found = page(connection, asked, limit, offset, options["interface"])
            shown, number = len(found.items), found.count
            if shown:
                desk.write_text(lists_text.found, found)
    if not shown:
        desk.tell(_nothing(number, words))
    elif options["form"] == "jsonl":
        desk.tell(f"{shown} of {number} entries")
    return 0


def _nothing(number: int, words: Sequence[str]) -> str:
    if number:
        return f"there are {number} entries, none after --offset: give a smaller one"
    loosen = "use fewer words or the beginning of one with *" if words else "leave out a filter"
    return f"nothing found: {loosen}, or file reports with mithaq add"


def _plain(hit: "Hit") -> dict[str, Any]:
    """An entry found, as JSON."""
    from mithaq.looking import row

    found = row(hit)
    names = ("id", "type", "state", "values", "sources", "contested", "confidence")
    return {name: getattr(found, name) for name in names}
