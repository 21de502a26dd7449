"""What people do to entries: accept, correct, reject, merge, keep apart, and take back."""

from dataclasses import replace
from typing import Any

import orjson
from sqlalchemy import Connection, Row, select

from mithaq.model.entry import PROPERTIES, Property
from mithaq.model.errors import InvalidDecision, UnknownEntry
from mithaq.register import entries
from mithaq.register.checking import checked_value
from mithaq.register.decisions import Draft, by_number, taken_back, write
from mithaq.register.grouping import regroup
from mithaq.register.history import Journal
from mithaq.register.tables import entry, node

_SHORTEST_SPLIT = 2


def property_of(kind: str, name: str) -> Property:
    """A property of a type of entry that people may decide on. Raises InvalidDecision where it is none."""
    properties = PROPERTIES[kind]  # type: ignore[index]
    found = next((each for each in properties if each.name == name), None)
    if found is None or not found.editable:
        names = ", ".join(each.name for each in properties if each.editable)
        raise InvalidDecision(f"{name!r} is no property of a {kind} that can be decided on: it has {names}")
    return found


def decide(connection: Connection, draft: Draft, journal: Journal, *, seen: str | None = None) -> int:
    """Accept, correct or reject an entry, or the value of one of its properties; gives the decision's number.

    ``draft.subjects`` is the entry. To accept a property takes the value it has. ``seen`` is the digest of
    the entry as the person saw it. Raises InvalidDecision for a value that cannot be, or an entry changed
    meanwhile.
    """
    (subject,) = draft.subjects
    row = _row(connection, subject)
    if seen is not None and row.digest != seen:
        raise InvalidDecision(f"{subject} was changed by somebody else meanwhile: look at it again")
    if draft.kind == "correct" and draft.property is None:
        raise InvalidDecision("a correction needs a property and its value")
    if draft.property is not None:
        draft = _checked(draft, row)
    number = write(connection, draft, journal.act)
    _note(journal, number, draft)
    entries.rebuild(connection, [subject], {}, journal, f"decision {number}")
    return number


def _checked(draft: Draft, row: Row[Any]) -> Draft:
    prop = property_of(row.type, draft.property or "")
    published = orjson.loads(row.values).get(prop.name)
    if draft.kind == "accept" or (draft.kind == "reject" and draft.value is None):
        if published is None:
            raise InvalidDecision(f"{row.id} has no {prop.name} to {draft.kind}")
        return replace(draft, value=published)
    if draft.kind == "correct" and (wrong := checked_value(prop, draft.value)):
        raise InvalidDecision(f"{prop.name}: {wrong}")
    return draft


def merge(connection: Connection, ids: tuple[str, ...], journal: Journal, why: str | None = None) -> int:
    """Say that entries are one thing.

    Raises InvalidDecision where they are of different types, or one already.
    """
    rows = [_row(connection, id) for id in dict.fromkeys(ids)]
    if len(rows) < _SHORTEST_SPLIT:
        raise InvalidDecision("two entries are needed: the ids name one and the same")
    if len({row.type for row in rows}) > 1:
        raise InvalidDecision(f"{rows[0].id} and {rows[-1].id} are of different types and cannot be one")
    members = _nodes(connection, [row.id for row in rows])
    # The entries stand first, so that the judgement is told by their ids.
    subjects = tuple(dict.fromkeys([*(row.id for row in rows), *members]))
    return _group(connection, Draft("merge", subjects, why=why), journal)


def keep_apart(connection: Connection, one: str, other: str, journal: Journal, why: str | None = None) -> int:
    """Say that two entries are not one thing, so that they are neither merged nor asked about again."""
    first, second = _row(connection, one), _row(connection, other)
    if first.id == second.id:
        raise InvalidDecision(f"{one} and {other} are one entry: take parts out of it with mithaq split")
    sides = _nodes(connection, [first.id]), _nodes(connection, [second.id])
    return _group(connection, Draft("apart", *sides, why=why), journal)


def split(
    connection: Connection,
    id: str,
    documents: tuple[str, ...],
    journal: Journal,
    why: str | None = None,
) -> int:
    """Take what some documents, or nodes, say out of an entry.

    Raises InvalidDecision where nothing would be left.
    """
    row = _row(connection, id)
    members = connection.execute(select(node.c.id, node.c.document).where(node.c.entry == row.id)).all()
    out = tuple(each.id for each in members if each.id in documents or each.document in documents)
    stay = tuple(each.id for each in members if each.id not in out)
    if not out:
        raise InvalidDecision(f"none of the documents speaks of {id}: mithaq show {id} lists those that do")
    if not stay:
        raise InvalidDecision(
            f"nothing would be left of {id}: name only the documents that speak of another thing"
        )
    return _group(connection, Draft("apart", out, stay, why=why), journal)


def undo(connection: Connection, number: int, journal: Journal, why: str | None = None) -> int:
    """Take a decision back; taking that back makes it hold again. Raises UnknownEntry, InvalidDecision."""
    made = by_number(connection, number)
    if made is None:
        raise UnknownEntry(f"there is no decision {number}")
    if number in taken_back(connection):
        raise InvalidDecision(f"decision {number} does not hold any more: it was taken back")
    touched = _touched(connection, number)
    done = write(connection, Draft("undo", (), target=number, why=why), journal.act)
    journal.note("undo", made.subjects[0] if made.subjects else None, new={"decision": number}, reason=why)
    _remake(connection, touched, journal, f"decision {done}")
    return done


def _touched(connection: Connection, number: int | None) -> set[str]:
    """The nodes a decision is about, or the one behind a chain of undoings."""
    nodes: set[str] = set()
    while number is not None and (made := by_number(connection, number)) is not None:
        nodes |= {*made.subjects, *made.others}
        number = made.target
    return nodes


def _group(connection: Connection, draft: Draft, journal: Journal) -> int:
    number = write(connection, draft, journal.act)
    _note(journal, number, draft)
    _remake(connection, {*draft.subjects, *draft.others}, journal, f"decision {number}")
    return number


def _remake(connection: Connection, nodes: set[str], journal: Journal, reason: str) -> None:
    moved = regroup(connection, nodes)
    holding = set(connection.execute(select(node.c.entry).where(node.c.id.in_(sorted(nodes)))).scalars())
    entries.rebuild(connection, holding | moved.made, moved.gone, journal, reason)


def _note(journal: Journal, number: int, draft: Draft) -> None:
    told = {"decision": number, "value": draft.value, "others": list(draft.others[:1])}
    journal.note(
        draft.kind, draft.subjects[0], draft.property,
        new={name: value for name, value in told.items() if value not in (None, [])}, reason=draft.why,
    )  # fmt: skip


def _row(connection: Connection, id: str) -> Row[Any]:
    row = connection.execute(select(entry).where(entry.c.id == id)).first()
    if row is None:
        raise UnknownEntry(f"the register has no entry {id!r}: mithaq find lists what there is")
    return row


def _nodes(connection: Connection, ids: list[str]) -> tuple[str, ...]:
    return tuple(
        connection.execute(select(node.c.id).where(node.c.entry.in_(ids)).order_by(node.c.id)).scalars()
    )
