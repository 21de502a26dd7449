"""``mithaq check``: the data that reading rests on."""

import click


@click.group("check")
def command() -> None:
    """Check the language files and code lists."""


@command.command("languages")
@click.argument("codes", metavar="[XX]...", nargs=-1)
def languages(codes: tuple[str, ...]) -> int:
    """Lint the language files and say what each language lacks.

    Faults go to standard output, one a line; the exit status is 1 where there is one.
    """
    from mithaq.languages.check import check

    faults = list(check(codes))
    for fault in faults:
        click.echo(str(fault))
    return 1 if faults else 0
