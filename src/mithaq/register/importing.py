"""What a spreadsheet that came back asks for, done as decisions: values set and taken away, entries made."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import orjson
from sqlalchemy import Connection, insert, select

from mithaq.model.entry import DecisionKind, EntryType
from mithaq.model.errors import InvalidDecision
from mithaq.model.sheet import RowPlan
from mithaq.register import entries
from mithaq.register.checking import checked_value
from mithaq.register.deciding import decide, property_of
from mithaq.register.decisions import Draft, write
from mithaq.register.history import Journal
from mithaq.register.ids import node_id
from mithaq.register.tables import entry, node

_MOST_REFUSED = 20
"""Values of one property that are taken away at once: where one goes, what other sources say comes up."""


def carry_out(
    connection: Connection, plans: Iterable[RowPlan], journal: Journal, why: str | None = None
) -> int:
    """Do what plans ask for that update or create; conflicts and the rest are left alone. Gives how many.

    Raises InvalidDecision for a value that its property cannot have; the transaction is not to be kept then.
    """
    done = 0
    for plan in plans:
        if plan.outcome == "update":
            _update(connection, plan, journal, why)
        elif plan.outcome == "create" and _unless_made(connection, plan).outcome == "create":
            create(connection, plan.type, plan.new, journal, why)
        else:
            continue
        done += 1
    return done


def without_made(connection: Connection, plans: Iterable[RowPlan]) -> tuple[RowPlan, ...]:
    """The plans, of which those are skipped that would make an entry that was made of the same row before."""
    return tuple(_unless_made(connection, plan) if plan.outcome == "create" else plan for plan in plans)


def _unless_made(connection: Connection, plan: RowPlan) -> RowPlan:
    home = connection.execute(select(node.c.entry).where(node.c.id == _id(plan.type, plan.new))).scalar()
    return replace(plan, outcome="skip", entry=home, why=f"made already: {home}") if home else plan


def _update(connection: Connection, plan: RowPlan, journal: Journal, why: str | None) -> None:
    draft = Draft("correct", (plan.entry or "",), property=plan.property, why=why, origin="import")
    if plan.property == "state":
        kind: DecisionKind = "accept" if plan.new == "accepted" else "reject"
        decide(connection, replace(draft, kind=kind, property=None), journal)
    elif plan.new is not None:
        decide(connection, replace(draft, value=plan.new), journal)
    else:
        _take_away(connection, replace(draft, kind="reject"), journal)


def _take_away(connection: Connection, draft: Draft, journal: Journal) -> None:
    """Refuse the value of a property, and those that come up in its place."""
    for _ in range(_MOST_REFUSED):
        if not _has(connection, draft.subjects[0], draft.property):
            return
        decide(connection, draft, journal)


def _has(connection: Connection, id: str, name: str | None) -> bool:
    written = connection.execute(select(entry.c["values"]).where(entry.c.id == id)).scalar()
    return written is not None and orjson.loads(written).get(name) is not None


def create(
    connection: Connection, kind: EntryType, values: Mapping[str, Any], journal: Journal, why: str | None
) -> str:
    """Make an entry of which no report tells, of what a person says; gives its id.

    Raises InvalidDecision for no values, one that its property cannot have, or an entry made of these before.
    """
    id = _id(kind, values)
    if not values:
        raise InvalidDecision(f"a new {kind} needs a value")
    for name, value in values.items():
        if wrong := checked_value(property_of(kind, name), value):
            raise InvalidDecision(f"{name}: {wrong}")
    if connection.execute(select(node.c.id).where(node.c.id == id)).first():
        raise InvalidDecision(f"{id} was made of the same values before")
    connection.execute(insert(node), {"id": id, "type": kind, "document": None, "entry": id, "form": None})
    drafts = (
        Draft("correct", (id,), property=name, value=values[name], why=why, origin="import")
        for name in sorted(values)
    )
    numbers = [write(connection, draft, journal.act) for draft in drafts]
    entries.rebuild(connection, [id], {}, journal, f"decision {numbers[0]}")
    return id


def _id(kind: EntryType, values: Mapping[str, Any]) -> str:
    """The same values make the same entry: a workbook brought back twice makes nothing twice."""
    return node_id(kind, "manual", orjson.dumps(values, option=orjson.OPT_SORT_KEYS).decode())
