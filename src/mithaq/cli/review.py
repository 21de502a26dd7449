"""``mithaq review``: what waits for a person."""

from typing import Any

import click

from mithaq.cli import desk
from mithaq.model.entry import ENTRY_TYPES, Doubt, EntryType


@click.command("review")
@click.option("--type", "kind", type=click.Choice(ENTRY_TYPES), help="Only entries of this type.")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="Questions at once.")
@desk.format_option
@desk.interface_option
@desk.database_option
def command(kind: EntryType | None, limit: int, form: str, interface: str, database: str | None) -> int:
    """Show what waits for a decision, the worst first, with the commands that decide it.

    Entries that may be one, with what speaks for and against; entries on which sources differ; entries of
    which the reader is not sure.
    """
    from mithaq.looking import asked
    from mithaq.register.reviewing import waiting
    from mithaq.views import lists_text

    with desk.reading(database) as connection:
        doubts = waiting(connection, kind, limit)
        if form == "jsonl":
            desk.write_lines(map(_plain, doubts))
        elif doubts:
            desk.write_text(lists_text.waiting, asked(connection, doubts, interface))
    if not doubts:
        desk.tell("nothing waits for a decision")
    return 0


def _plain(doubt: Doubt) -> dict[str, Any]:
    """What waits, as JSON."""
    return {name: getattr(doubt, name) for name in Doubt.__slots__}
