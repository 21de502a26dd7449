"""``mithaq decide``: a person accepts, rejects or corrects."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from mithaq.cli import codes, desk
from mithaq.model.errors import InvalidDecision

if TYPE_CHECKING:
    from mithaq.register.database import Connection
    from mithaq.register.decisions import Draft

_VERDICTS = ("accept", "reject", "correct")


@click.command("decide")
@click.argument("entry", metavar="ID")
@click.argument("verdict", metavar="|".join(_VERDICTS), type=click.Choice(_VERDICTS))
@click.argument("name", metavar="[PROPERTY]", required=False)
@click.argument("typed", metavar="[VALUE]...", nargs=-1)
@desk.why_option
@desk.who_option
@desk.database_option
def command(entry: str, verdict: str, name: str | None, typed: tuple[str, ...], **options: Any) -> int:
    """Accept, reject or correct an entry, or one of its values. What is decided outlives reading again.

    Without PROPERTY the entry as a whole is accepted or rejected. To correct takes PROPERTY and VALUE: a code
    or what it is called, a date such as 2025-11-05, a number, codes for a list, en=words for a wording.
    """
    from mithaq.register.deciding import decide

    with desk.writing(options["database"], options["who"]) as (connection, journal):
        draft = replace(_draft(connection, entry, verdict, name, typed), why=options["why"])
        number = decide(connection, draft, journal)
    click.echo(f"decision {number}: {verdict} {' '.join(part for part in (draft.subjects[0], name) if part)}")
    desk.tell(f"mithaq undo {number} takes it back")
    return 0


def _draft(
    connection: "Connection", entry: str, verdict: Any, name: str | None, typed: tuple[str, ...]
) -> "Draft":  # fmt: skip
    """What is to be decided, the value as the register keeps it."""
    from mithaq.register import showing
    from mithaq.register.deciding import property_of
    from mithaq.register.decisions import Draft

    id = showing.resolve(connection, entry)
    if verdict == "correct" and not (name and typed):
        raise InvalidDecision(f"say what is right: mithaq decide {entry} correct PROPERTY VALUE")
    if verdict == "accept" and typed:
        raise InvalidDecision(
            f"accept takes the value there is: mithaq decide {entry} correct {name} VALUE sets another"
        )
    if name is None or not typed:
        return Draft(verdict, (id,), property=name)
    kind, published = showing.published(connection, id)
    value = codes.value(property_of(kind, name), typed, published.get(name))
    return Draft(verdict, (id,), property=name, value=value)
