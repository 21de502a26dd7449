"""The filters of ``find`` and ``export``: their options, and what is asked for with them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mithaq.cli.codes import code, number
from mithaq.model.entry import ENTRY_TYPES
from mithaq.model.errors import InvalidOption
from mithaq.sources import checked_date

if TYPE_CHECKING:
    from mithaq.register.database import Connection
    from mithaq.register.finding import Query

_Command = TypeVar("_Command", bound=Callable[..., Any])
_STATES = ("proposed", "accepted", "rejected")

_OPTIONS = (
    click.option("--type", "type_", type=click.Choice(ENTRY_TYPES), help="Only entries of this type."),
    click.option(
        "--country",
        multiple=True,
        metavar="XX",
        help="A state, by code or name; of several, all.",
    ),
    click.option("--body", metavar="KEY|ID", help="A body, by its key or the id of its entry."),
    click.option("--sector", metavar="CODE", help="A field of cooperation."),
    click.option("--kind", metavar="CODE", help="A kind of meeting, document or body."),
    click.option("--status", metavar="CODE", help="What became of a document."),
    click.option("--since", metavar="DATE", help="From this day, month or year on: 2025-11-05."),
    click.option("--until", metavar="DATE", help="Up to and with this day, month or year."),
    click.option("--min", "least", metavar="NUMBER", help="Sums of at least this, in full units: 160e6."),
    click.option("--max", "most", metavar="NUMBER", help="Sums of at most this."),
    click.option("--currency", metavar="CODE", help="Sums in this currency."),
    click.option(
        "--state", type=click.Choice(_STATES), help="What people decided; rejected ones are shown only so."
    ),
)


def filters(command: _Command) -> _Command:
    """Give a command the options that choose entries."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def query(connection: "Connection", words: Sequence[str], chosen: dict[str, Any]) -> "Query":
    """What is asked for. Raises InvalidOption for a code, date or number that is none."""
    from mithaq.register.finding import Query

    return Query(
        words=" ".join(words),
        type=chosen["type_"],
        countries=tuple(code(["countries"], each, "--country") for each in chosen["country"]),
        body=_body(connection, chosen["body"]),
        sector=_coded(["sectors"], chosen["sector"], "--sector"),
        kind=_coded(["instruments", "meetings", "bodies"], chosen["kind"], "--kind"),
        status=_coded(["statuses"], chosen["status"], "--status"),
        since=_day(chosen["since"], "--since"),
        until=_day(chosen["until"], "--until"),
        least=number(chosen["least"], "--min") if chosen["least"] else None,
        most=number(chosen["most"], "--max") if chosen["most"] else None,
        currency=_coded(["currencies"], chosen["currency"], "--currency"),
        state=chosen["state"],
    )


def _coded(names: Sequence[str], typed: str | None, option: str) -> str | None:
    return code(names, typed, option) if typed else None


def _day(typed: str | None, option: str) -> str | None:
    try:
        return checked_date(typed) if typed else None
    except InvalidOption as wrong:
        raise InvalidOption(f"{option}: {wrong}") from wrong


def _body(connection: "Connection", typed: str | None) -> str | None:
    """A key as it is; an id, or the beginning of one, as the id of the entry."""
    from mithaq.register.showing import resolve

    return resolve(connection, typed) if typed and typed.startswith("bo-") else typed
