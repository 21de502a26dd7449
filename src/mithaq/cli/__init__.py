"""The command line, one file per verb."""

import click


@click.group()
@click.version_option(package_name="mithaq")
def main() -> None:
    """Read public reports of meetings between states into records whose every field points to its words."""
