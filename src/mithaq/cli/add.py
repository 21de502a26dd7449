"""``mithaq add``: reports → the register."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from mithaq.cli import desk
from mithaq.model.errors import InvalidOption
from mithaq.sources import checked_date, reports

if TYPE_CHECKING:
    from mithaq.adding import Added
    from mithaq.pipeline import Failure
    from mithaq.register.database import Database

    Outcomes = Iterator[Added | Failure]


@click.command("add")
@click.argument("sources", metavar="[FILE|FOLDER|-]...", nargs=-1)
@click.option("--language", metavar="XX", help="Language of the reports; told from each text if not given.")
@click.option("--published", metavar="DATE", help="Day (or month, or year) of publication: 2025-11-05.")
@click.option("--read-again", "again", is_flag=True, help="Read what an older reader read once more.")
@desk.format_option
@desk.interface_option
@desk.who_option
@desk.database_option
def command(sources: tuple[str, ...], again: bool, **options: Any) -> int:
    """Read reports and file them in the register; folders are gone through, - is standard input.

    Words about reports that could not be read go to standard error; the others are still filed, and the exit
    status is then 1. With --format jsonl a document's line says that it is on disk.
    """
    if bool(sources) == again:
        raise click.UsageError("name a FILE or FOLDER, or give --read-again alone")
    if sources.count("-") > 1:
        raise click.UsageError("standard input can be read once: give - only once")
    # What is wrong for all reports is told before any is read.
    desk.act(options["who"])
    _check_date(options["published"])
    with desk.register(options["database"]) as database:
        total, outcomes = _again(database, options) if again else _add(database, sources, options)
        with _progress(total) as step:
            return _Tally(options["form"], options["interface"]).take(outcomes, step)


def _check_date(written: str | None) -> None:
    try:
        if written is not None:
            checked_date(written)
    except InvalidOption as wrong:
        raise click.UsageError(str(wrong)) from wrong


def _add(database: "Database", sources: Iterable[str], options: dict[str, Any]) -> "tuple[int, Outcomes]":
    from mithaq.adding import Options, add

    chosen = Options(options["language"], options["published"])
    outcomes = add(database, sources, lambda: desk.act(options["who"]), chosen)
    return (sum(1 for _ in reports(sources)) if _is_watched() else 0), outcomes


def _again(database: "Database", options: dict[str, Any]) -> "tuple[int, Outcomes]":
    from mithaq.adding import read_again, reader_version
    from mithaq.register.filing import read_by_others

    with database.reading() as connection:
        total = len(read_by_others(connection, reader_version()))
    return total, read_again(database, lambda: desk.act(options["who"]))


class _Tally:
    """Counts outcomes and tells of them as they come, and of all at the end."""

    def __init__(self, form: str, interface: str) -> None:
        self._as_lines = form == "jsonl"
        self._interface = interface
        self._counts: Counter[str] = Counter()

    def take(self, outcomes: "Outcomes", step: Callable[[str], None]) -> int:
        """The exit status; the summary comes too where the register fails meanwhile, or a person stops it."""
        try:
            for outcome in outcomes:
                step(self._one(outcome))
        finally:
            self._summary()
        return 1 if self._counts["failed"] else 0

    def _one(self, outcome: "Added | Failure") -> str:
        """Count an outcome; gives words of failure, or none."""
        from mithaq.pipeline import Failure

        if isinstance(outcome, Failure):
            self._counts["failed"] += 1
            return f"mithaq: {outcome.error}"
        self._counts[outcome.status] += 1
        self._counts["new"] += outcome.new
        self._counts["changed"] += outcome.changed
        if self._as_lines:
            desk.write_lines([{name: getattr(outcome, name) for name in type(outcome).__slots__}])
        return ""

    def _summary(self) -> None:
        from mithaq.views.summary import added

        click.echo(added(self._counts, self._interface), err=self._as_lines)


def _is_watched() -> bool:
    return sys.stderr.isatty()


@contextmanager
def _progress(total: int) -> Iterator[Callable[[str], None]]:
    """What is called after each document, with words of failure or none; a bar where somebody watches."""
    if not _is_watched():
        yield lambda words: click.echo(words, err=True) if words else None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)

        def step(words: str) -> None:
            if words:
                progress.console.print(words, markup=False, highlight=False, soft_wrap=True)
            progress.advance(task)

        yield step
