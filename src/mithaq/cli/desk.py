"""What the verbs over the register share: where it is, who acts and when, and how results are written."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from mithaq.locale import INTERFACE_LANGUAGES
from mithaq.settings import database_url

if TYPE_CHECKING:  # the register brings SQLAlchemy, which --help can do without
    from rich.text import Text

    from mithaq.register.database import Connection, Database
    from mithaq.register.history import Act, Journal

database_option = click.option("--database", metavar="URL", help="Address of the register; see Settings.")
who_option = click.option("--as", "who", metavar="NAME", help="Who acts; the login name if not given.")
why_option = click.option("--why", metavar="WORDS", help="Why: words that go into the history.")
interface_option = click.option(
    "--interface",
    type=click.Choice(INTERFACE_LANGUAGES),
    default="en",
    show_default=True,
    help="Language of labels and headings.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "jsonl")),
    default="text",
    show_default=True,
    help="text is for eyes; jsonl has one JSON object a line.",
)


@contextmanager
def register(url: str | None) -> "Iterator[Database]":
    """The register at an address, or at that of the settings; it is made where there is none."""
    from mithaq.register.database import Database

    database = Database(database_url(url))
    try:
        yield database
    finally:
        database.close()


@contextmanager
def reading(url: str | None) -> "Iterator[Connection]":
    """One state of the register, to look at."""
    with register(url) as database, database.reading() as connection:
        yield connection


@contextmanager
def writing(url: str | None, who: str | None) -> "Iterator[tuple[Connection, Journal]]":
    """One transaction: what is done in it stands, with its lines in the history, or nothing of it does."""
    from mithaq import adding

    acting = adding.acting(who)
    with register(url) as database, adding.writing(database, acting) as opened:
        yield opened


def act(who: str | None) -> "Act":
    """Who acts, and the time now, to the second in UTC."""
    from mithaq.adding import acting

    return acting(who)


def write_text(lines: "Callable[..., list[Text]]", view: Any, **options: Any) -> None:
    """A view on standard output, laid out by ``lines`` for the terminal there."""
    from mithaq.cli.terminal import Terminal

    terminal = Terminal(sys.stdout.buffer)
    terminal.write(lines(view, terminal.width, bidi=terminal.bidi, **options))


def write_lines(objects: Iterable[dict[str, Any]]) -> None:
    """Objects on standard output as JSON, one a line."""
    from mithaq.exports.jsonl import dumped

    for each in objects:
        sys.stdout.buffer.write(dumped(each))
        # A reader of a pipe may wait for each line.
        sys.stdout.buffer.flush()


def tell(words: str) -> None:
    """Words for the person at the terminal, on standard error."""
    click.echo(f"mithaq: {words}", err=True)
