"""``mithaq review``: what waits for a person."""

from typing import TYPE_CHECKING, Any

import click

from mithaq.cli import desk
from mithaq.model.entry import ENTRY_TYPES, Doubt, EntryType

if TYPE_CHECKING:
    from mithaq.register.database import Connection


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
    from mithaq.register.reviewing import waiting

    with desk.reading(database) as connection:
        doubts = waiting(connection, kind, limit)
        if form == "jsonl":
            desk.write_lines(map(_plain, doubts))
        elif doubts:
            _write(connection, doubts, interface)
    if not doubts:
        desk.tell("nothing waits for a decision")
    return 0


def _plain(doubt: Doubt) -> dict[str, Any]:
    """What waits, as JSON."""
    return {name: getattr(doubt, name) for name in Doubt.__slots__}


def _write(connection: "Connection", doubts: list[Doubt], interface: str) -> None:
    from mithaq.adding import texts
    from mithaq.cli.show import names
    from mithaq.register import showing
    from mithaq.views import lists_text
    from mithaq.views.doubts import waiting

    ids = sorted({id for doubt in doubts for id in doubt.entries})
    found = {entry.id: entry for entry in showing.entries(connection, ids, texts(connection))}
    view = waiting(doubts, found, names(connection, found.values()), interface)
    desk.write_text(lists_text.waiting, view)
