"""``mithaq show``: an entry with everything behind it."""

from typing import TYPE_CHECKING, Any

import click

from mithaq.cli import desk
from mithaq.model.entry import Entry
from mithaq.model.errors import InvalidOption

if TYPE_CHECKING:
    from mithaq.views.card import Names, Past


@click.command("show")
@click.argument("entry", metavar="ID")
@click.option("--value", "only", metavar="PROPERTY", help="Only this value, with all words that prove it.")
@desk.format_option
@desk.interface_option
@desk.database_option
def command(entry: str, only: str | None, form: str, interface: str, database: str | None) -> int:
    """Show an entry: its values and why they won, where sources differ, the words that prove it, its history.

    Of the ID any beginning that no other entry has will do.
    """
    from mithaq.looking import load, names
    from mithaq.register.ids import is_id

    with desk.reading(database) as connection:
        shown, past = load(connection, entry)
        if only is not None:
            _check(shown, only)
        if form == "jsonl":
            desk.write_lines([_plain(shown, past, only)])
        else:
            _write(shown, past, only, (interface, names(connection, [shown])))
    if is_id(entry.lower()) and entry.lower() != shown.id:
        desk.tell(f"{entry} was merged into {shown.id}")
    return 0


def _check(entry: Entry, name: str) -> None:
    there = [value.property for value in entry.values]
    if name not in there:
        raise InvalidOption(f"{entry.id} has no value {name!r}: it has {', '.join(there)}")


def _plain(entry: Entry, past: "Past", only: str | None) -> dict[str, Any]:
    """An entry, or one of its values, as JSON."""
    from dataclasses import asdict

    from mithaq.exports.entry_lines import plain

    told = plain(entry)
    if only is not None:
        return {"id": entry.id, "type": entry.type, "property": only, **told["values"][only]}
    return told | {
        "decisions": [asdict(each) for each in past.decisions],
        "history": [asdict(each) for each in past.history],
    }


def _write(entry: Entry, past: "Past", only: str | None, speaking: "tuple[str, Names]") -> None:
    from mithaq.views import card_text
    from mithaq.views.card import card

    interface, named = speaking
    desk.write_text(card_text.lines, card(entry, named, past, interface, only), all_quotes=only is not None)
