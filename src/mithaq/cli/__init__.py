"""The command line, one file per verb."""

import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from mithaq import __version__
from mithaq.model.errors import MithaqError

# Verbs are brought when called, so that --help and --version answer at once.
_VERBS = {
    "read": "Read reports into records.",
    "explain": "Show which rule took which words of a report.",
    "add": "Read reports and file them in the register.",
    "find": "Find entries of the register.",
    "show": "Show an entry with everything behind it.",
    "review": "Show what waits for a decision.",
    "decide": "Accept, reject or correct.",
    "merge": "Make entries one.",
    "apart": "Keep two entries apart.",
    "split": "Take documents out of an entry.",
    "undo": "Take a decision back.",
    "export": "Write entries as csv, jsonl, xlsx or parquet.",
    "import": "Bring an edited workbook back.",
    "backup": "Copy the register into a file.",
    "restore": "Fill an empty register from a backup.",
    "serve": "Open the register in a browser.",
    "check": "Check the language files and code lists, or the history.",
}


class _Verbs(click.Group):
    """A group whose commands stand in the module of their name."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read our output has gone; closing the stream must not complain once more.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return status

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            return None
        # A verb that is a word of Python stands in a module with a low line behind its name.
        module = f"mithaq.cli.{cmd_name}{'_' if iskeyword(cmd_name) else ''}"
        command: click.Command = import_module(module).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_VERBS.items()))


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mithaq")
def group() -> None:
    """Read public reports of meetings between states into records whose every field points to its words."""


def main() -> None:
    """Run the command line and leave with its status: 0, 1 for a document not read, 2 for wrong usage."""
    try:
        status = group(standalone_mode=False)
    except click.exceptions.Exit as leave:
        status = leave.exit_code
    except click.Abort:
        status = 130
    except click.ClickException as wrong:
        wrong.show()
        status = wrong.exit_code
    except MithaqError as fault:
        click.echo(f"mithaq: {fault}", err=True)
        status = fault.exit_status
    sys.exit(status)
