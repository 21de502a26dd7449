"""``mithaq read``: reports → records."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from mithaq.locale import INTERFACE_LANGUAGES
from mithaq.model.errors import InvalidOption
from mithaq.pipeline import Failure, Reading, read_sources

FORMATS = ("text", "jsonl", "html")


@click.command("read")
@click.argument("sources", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="text is for eyes; jsonl has one record per line; html is one page for one report.",
)
@click.option("--language", metavar="XX", help="Language of the reports; told from each text if not given.")
@click.option("--published", metavar="DATE", help="Day (or month, or year) of publication: 2025-11-05.")
@click.option(
    "--interface",
    type=click.Choice(INTERFACE_LANGUAGES),
    default="en",
    show_default=True,
    help="Language of labels and headings in text and html.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write instead of standard output.",
)
def command(
    sources: tuple[str, ...], form: str, language: str | None, published: str | None, interface: str,
    output: Path | None,
) -> int:  # fmt: skip
    """Read reports into records; FILE may be - for standard input.

    Records go to standard output in the order given, words about reports that could not be read to
    standard error; the others are still read, and the exit status is then 1.
    """
    if form == "html" and len(sources) > 1:
        raise click.UsageError("html is one page for one report: name one FILE, or use --format jsonl")
    if sources.count("-") > 1:
        raise click.UsageError("standard input can be read once: give - only once")
    try:
        outcomes = read_sources(sources, language, published)
    except InvalidOption as wrong:
        raise click.UsageError(str(wrong)) from wrong
    with output_stream(output) as stream:
        return _write(_Told(outcomes), form, interface, stream)


class _Told:
    """Readings of outcomes; failures are told on standard error as they come."""

    def __init__(self, outcomes: Iterable[Reading | Failure]) -> None:
        self._outcomes = outcomes
        self.status = 0

    def __iter__(self) -> Iterator[Reading]:
        for outcome in self._outcomes:
            if isinstance(outcome, Reading):
                yield outcome
            else:
                self.status = outcome.error.exit_status
                click.echo(f"mithaq: {outcome.error}", err=True)


@contextmanager
def output_stream(output: Path | None) -> Iterator[BinaryIO]:
    """Where the data goes: a file, or standard output. UsageError for a file that cannot be written."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        file = output.open("wb")
    except OSError as fault:
        raise click.UsageError(f"{output} cannot be written ({fault.strerror}): name another file") from fault
    with file:
        yield file


def _write(readings: _Told, form: str, interface: str, stream: BinaryIO) -> int:
    write = {"text": _write_text, "jsonl": _write_jsonl, "html": _write_html}[form]
    write(readings, interface, stream)
    return readings.status


def _write_jsonl(readings: Iterable[Reading], interface: str, stream: BinaryIO) -> None:
    from mithaq.exports.jsonl import line

    for reading in readings:
        stream.write(line(reading.record))
        # A reader of a pipe may wait for each record.
        stream.flush()


def _write_text(readings: Iterable[Reading], interface: str, stream: BinaryIO) -> None:
    from mithaq.cli.terminal import Terminal
    from mithaq.views import text
    from mithaq.views.report import report

    terminal = Terminal(stream)
    for number, reading in enumerate(readings):
        view = report(reading.record, reading.text, interface)
        terminal.write([] if number == 0 else [terminal.rule()])
        terminal.write(text.lines(view, terminal.width, bidi=terminal.bidi))


def _write_html(readings: Iterable[Reading], interface: str, stream: BinaryIO) -> None:
    from mithaq.views import html
    from mithaq.views.report import report

    for reading in readings:
        stream.write(html.page(report(reading.record, reading.text, interface)).encode())
