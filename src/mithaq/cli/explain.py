"""``mithaq explain``: which rule took which words."""

import sys

import click

from mithaq.model.errors import InvalidOption
from mithaq.sources import checked_date, open_source


@click.command("explain")
@click.argument("source", metavar="FILE")
@click.argument("field", required=False)
@click.option("--language", metavar="XX", help="Language of the report; told from the text if not given.")
@click.option("--published", metavar="DATE", help="Day (or month, or year) of publication: 2025-11-05.")
def command(source: str, field: str | None, language: str | None, published: str | None) -> int:
    """Show which rule took which words of a report, and why others lost.

    FILE may be - for standard input. FIELD narrows it: people, instruments[0], meeting.date.
    """
    try:
        day = published and checked_date(published)
    except InvalidOption as wrong:
        raise click.UsageError(str(wrong)) from wrong
    text = open_source(source, language=language, published=day)
    from mithaq.cli.terminal import Terminal
    from mithaq.reading import explain
    from mithaq.views import trace

    rows = trace.chosen(explain(text).rows, field)
    Terminal(sys.stdout.buffer).write(list(trace.lines(rows, text.body)))
    if not rows:
        click.echo(f"mithaq: nothing was read for {field or 'any field'}: no rule took any words", err=True)
    return 0
