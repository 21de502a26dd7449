"""``mithaq import``: a workbook that was exported and edited, back into the register."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mithaq.cli import desk
from mithaq.model.entry import Entry
from mithaq.model.errors import UnknownEntry
from mithaq.model.sheet import Row, RowPlan

if TYPE_CHECKING:
    from mithaq.register.database import Connection
    from mithaq.register.history import Journal

_AT_ONCE = 200
_LEFT = frozenset({"conflict", "reject"})


@click.command("import")
@click.argument("file", metavar="FILE.xlsx", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--apply", is_flag=True, help="Do what is planned; else it is only shown.")
@desk.why_option
@desk.who_option
@desk.format_option
@desk.interface_option
@desk.database_option
def command(file: Path, apply: bool, **options: Any) -> int:
    """Show what an edited workbook asks for, row by row; with --apply, do it as decisions.

    Conflicts, and cells that cannot be taken, are never applied; the exit status is 1 where there are any.
    """
    from mithaq.merging.planning import plan
    from mithaq.register.importing import without_made
    from mithaq.sources import bytes_of
    from mithaq.sources.workbook import rows_of

    rows = rows_of(bytes_of(str(file)), str(file))
    with _opened(apply, options) as (connection, journal):
        plans = without_made(connection, plan(rows, _entries(connection, rows)))
        _show(connection, plans, options)
        done = _carry_out(connection, plans, journal, options["why"]) if journal is not None else 0
    desk.tell(f"{done} applied" if apply else "nothing is done yet: --apply does it")
    return 1 if any(each.outcome in _LEFT for each in plans) else 0


def _opened(
    apply: bool, options: dict[str, Any]
) -> "AbstractContextManager[tuple[Connection, Journal | None]]":
    """What is planned and what is done see one state of the register."""
    from contextlib import contextmanager

    if apply:
        return desk.writing(options["database"], options["who"])

    @contextmanager
    def looking() -> Any:
        with desk.reading(options["database"]) as connection:
            yield connection, None

    return looking()


def _entries(connection: "Connection", rows: Sequence[Row]) -> dict[str, Entry]:
    """The entries that rows are of, by the ids in the rows."""
    from mithaq.adding import texts
    from mithaq.merging.planning import named
    from mithaq.register.showing import entries

    homes = {id: home for id in sorted(named(rows)) if (home := _home(connection, id))}
    wanted, bodies = sorted(set(homes.values())), texts(connection)
    found: dict[str, Entry] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        found |= {each.id: each for each in entries(connection, wanted[start : start + _AT_ONCE], bodies)}
    return {id: found[home] for id, home in homes.items()}


def _home(connection: "Connection", id: str) -> str | None:
    """Where the entry of an id is now; None where there is none. The beginning of an id names none here."""
    from mithaq.register.ids import is_id
    from mithaq.register.showing import resolve

    try:
        return resolve(connection, id) if is_id(id) else None
    except UnknownEntry:
        return None


def _show(connection: "Connection", plans: Sequence[RowPlan], options: dict[str, Any]) -> None:
    from mithaq.register.showing import names_of_bodies
    from mithaq.views.imported import imported, lines

    if options["form"] == "jsonl":
        desk.write_lines(_plain(each) for each in plans)
        return
    names = names_of_bodies(connection, set(_keys(plans)))
    desk.write_text(lines, imported(plans, names, options["interface"]))


def _plain(plan: RowPlan) -> dict[str, Any]:
    return {name: getattr(plan, name) for name in RowPlan.__slots__}


def _keys(plans: Iterable[RowPlan]) -> Iterable[str]:
    from mithaq.views.values import keys

    for each in plans:
        for value in (each.old or {}, each.new or {}):
            yield from keys(each.type, value if each.property is None else {each.property: value})


def _carry_out(
    connection: "Connection", plans: Sequence[RowPlan], journal: "Journal", why: str | None
) -> int:
    from mithaq.register.importing import carry_out

    return carry_out(connection, plans, journal, why)
