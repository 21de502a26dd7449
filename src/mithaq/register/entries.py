"""Entries made of what their nodes say: published values, where they are found, and what changed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from mithaq.merging.odds import MERGED
from mithaq.model.entry import Decision, EntryType, State
from mithaq.register import deriving, tables
from mithaq.register.decisions import of_nodes, rulings, state
from mithaq.register.finding import forget_words, keep_words
from mithaq.register.history import Journal
from mithaq.register.ids import bounded
from mithaq.register.mentions import FORMS
from mithaq.register.records import records
from mithaq.register.saying import Mention, Said, items, said
from mithaq.register.winning import Winner, winners
from mithaq.register.wording import terms

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Tally:
    """Entries that were made, and those of which a value changed."""

    new: int = 0
    changed: int = 0


@dataclass(slots=True)
class Made:
    """An entry as its nodes give it.

    A meeting, document, sum or commitment has ``mentions``; a body or person has ``forms``.
    """

    id: str
    type: EntryType
    nodes: list[str] = field(default_factory=list)
    forms: list[dict[str, Any]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    documents: int = 0
    voices: list[Said] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    winners: tuple[Winner, ...] = ()
    state: State = "proposed"

    def values(self) -> dict[str, Any]:
        """The published values by property."""
        return {winner.property.name: winner.value for winner in self.winners}


def rebuild(
    connection: Connection,
    ids: Collection[str],
    gone: Mapping[str, Sequence[str]],
    journal: Journal,
    reason: str,
) -> Tally:
    """Make entries anew and store them; one of which no document speaks is removed.

    ``gone`` are entries that are no more, with those their nodes went to.
    """
    _remove(connection, gone, journal, reason)
    wanted = sorted(set(ids))
    tally = Tally()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        made = [each for each in make(connection, some) if each.documents]
        _remove(connection, dict.fromkeys(set(some) - {each.id for each in made}, ()), journal, reason)
        new, changed = _store(connection, made, journal, reason)
        tally = Tally(tally.new + new, tally.changed + changed)
    _mark_repeats(connection, sorted(_repeating(connection, ids)), journal, reason)
    return tally


def make(connection: Connection, ids: Sequence[str]) -> list[Made]:
    """Entries with all that is said of them, nothing stored."""
    made = _with_nodes(connection, ids)
    _hear(connection, made)
    decided = of_nodes(connection, [id for each in made.values() for id in each.nodes])
    for each in made.values():
        each.decisions = [one for one in decided if not {*one.subjects, *one.others}.isdisjoint(each.nodes)]
        each.state = state(each.decisions)
        each.winners = winners(each.type, each.voices, rulings(each.decisions))
    return [made[id] for id in sorted(made)]


def _with_nodes(connection: Connection, ids: Sequence[str]) -> dict[str, Made]:
    node = tables.node
    made: dict[str, Made] = {}
    rows = connection.execute(
        select(node.c.id, node.c.type, node.c.entry, node.c.form)
        .where(node.c.entry.in_(ids))
        .order_by(node.c.id)
    )
    for id, kind, entry, form in rows:
        each = made.setdefault(entry, Made(entry, kind))
        each.nodes.append(id)
        if form is not None:
            each.forms.append(orjson.loads(form) | {"node": id})
    return made


def _hear(connection: Connection, made: Mapping[str, Made]) -> None:
    home = {id: each for each in made.values() for id in each.nodes}
    if mentioned := [id for id, each in home.items() if each.type not in FORMS]:
        _hear_mentions(connection, home, mentioned)
    if formed := [id for id, each in home.items() if each.type in FORMS]:
        _hear_forms(connection, home, formed)


def _hear_mentions(connection: Connection, home: Mapping[str, Made], nodes: list[str]) -> None:
    rows = _occurring(connection, nodes)
    kept = records(connection, {row.reading for row in rows})
    for row in rows:
        record = kept[row.reading]
        mention = Mention(items(record, row.type)[row.place], record)
        home[row.node].mentions.append(mention)
        home[row.node].voices += said(row.type, mention)
    for each in {id(made): made for made in (home[node] for node in nodes)}.values():
        each.documents = len({mention.record["sha256"] for mention in each.mentions})
        if each.type == "instrument":
            each.voices += deriving.actions(each.mentions)


def _occurring(connection: Connection, nodes: list[str]) -> Sequence[Row[int, str, int, str]]:
    occurrence = tables.occurrence
    return connection.execute(
        select(occurrence.c.reading, occurrence.c.type, occurrence.c.place, occurrence.c.node)
        .where(occurrence.c.node.in_(nodes))
        .order_by(occurrence.c.document, occurrence.c.type, occurrence.c.place)
    ).all()


def _hear_forms(connection: Connection, home: Mapping[str, Made], nodes: list[str]) -> None:
    naming, occurrence = tables.naming, tables.occurrence
    names: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(
        select(naming).where(naming.c.node.in_(nodes)).order_by(*naming.primary_key)
    ):
        names.setdefault(row.node, []).append(row)
    for each in {id(made): made for made in (home[node] for node in nodes)}.values():
        for form in each.forms:
            each.voices += deriving.form(each.type, form, names.get(form["node"], []))
        each.voices += deriving.over_time(each.type, each.forms, names)
        counted = select(func.count(occurrence.c.document.distinct())).where(
            occurrence.c.node.in_(each.nodes)
        )
        each.documents = connection.execute(counted).scalar_one()


def _store(connection: Connection, made: list[Made], journal: Journal, reason: str) -> tuple[int, int]:
    entry = tables.entry
    there = {
        row.id: row
        for row in connection.execute(select(entry).where(entry.c.id.in_([each.id for each in made])))
    }
    next_number = (connection.execute(select(func.max(entry.c.number))).scalar() or 0) + 1
    new: list[tuple[Made, dict[str, Any]]] = []
    changed = 0
    for each in made:
        row = deriving.row(each)
        old = there.get(each.id)
        if old is None:
            new.append((each, row | {"number": next_number + len(new)}))
        else:
            # What is derived from other entries is put in last, and is not forgotten meanwhile.
            row = _carried(row, old)
            changed += _renew(connection, each, row, old, journal, reason)
    if new:
        connection.execute(insert(entry), [row for _, row in new])
        for each, row in new:
            journal.note("create", each.id, new=orjson.loads(row["values"]), reason=reason)
        _keep_places(connection, new)
    return len(new), changed


def _carried(row: dict[str, Any], old: Row[Any]) -> dict[str, Any]:
    if row["type"] != "claim":
        return row
    before = orjson.loads(old.values)
    return deriving.with_values(
        row, {name: before[name] for name in ("same_as", "counted") if name in before}
    )


def _renew(
    connection: Connection, made: Made, row: dict[str, Any], old: Row[Any], journal: Journal, reason: str
) -> bool:  # fmt: skip
    entry = tables.entry
    changed = False
    if any(getattr(old, name) != value for name, value in row.items()):
        connection.execute(update(entry).where(entry.c.number == old.number).values(row))
        changed = _note_changes(made.id, old, row, journal, reason)
    # It may be found by other words although no value of its own is another: those of people and documents.
    _forget_places(connection, [old.number])
    _keep_places(connection, [(made, row | {"number": old.number})])
    return changed


def _note_changes(id: str, old: Row[Any], row: dict[str, Any], journal: Journal, reason: str) -> bool:
    before, after = orjson.loads(old.values), orjson.loads(row["values"])
    before["state"], after["state"] = old.state, row["state"]
    names = [name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name)]
    for name in names:
        journal.note("change", id, name, old=before.get(name), new=after.get(name), reason=reason)
    return bool(names)


def _keep_places(connection: Connection, made: Iterable[tuple[Made, Mapping[str, Any]]]) -> None:
    """Where an entry is found: by words, and by country, sector and body."""
    facets = [
        {"facet": facet, "code": bounded(code), "entry": row["number"]}
        for each, row in made
        for facet, code in sorted(deriving.facets(each))
    ]
    if facets:
        connection.execute(insert(tables.facet), facets)
    keep_words(connection, [(row["number"], terms(each)) for each, row in made])


def _forget_places(connection: Connection, numbers: list[int]) -> None:
    connection.execute(delete(tables.facet).where(tables.facet.c.entry.in_(numbers)))
    forget_words(connection, numbers)


def _remove(connection: Connection, gone: Mapping[str, Sequence[str]], journal: Journal, reason: str) -> None:
    entry = tables.entry
    rows = connection.execute(select(entry.c.number, entry.c.id).where(entry.c.id.in_(sorted(gone)))).all()
    if not rows:
        return
    _forget_places(connection, [row.number for row in rows])
    connection.execute(delete(entry).where(entry.c.number.in_([row.number for row in rows])))
    for row in sorted(rows, key=lambda each: each.id):
        went = list(gone[row.id])
        journal.note("merge" if went else "remove", row.id, new=went or None, reason=reason)


def _repeating(connection: Connection, ids: Iterable[str]) -> set[str]:
    """The claims that tell of the same money as any of these, at other meetings."""
    found: set[str] = set()
    frontier = {id for id in ids if id.startswith("cl-")}
    while frontier:
        found |= frontier
        frontier = {other for _, other in _repeats(connection, frontier)} - found
    return found


def _repeats(connection: Connection, claims: Collection[str]) -> set[tuple[str, str]]:
    """Pairs of a claim among these and one that repeats it or is repeated."""
    link, node = tables.link, tables.node
    other = node.alias()
    pairs: set[tuple[str, str]] = set()
    for mine, theirs in ((link.c.left, link.c.right), (link.c.right, link.c.left)):
        rows = connection.execute(
            select(node.c.entry, other.c.entry)
            .join_from(node, link, mine == node.c.id)
            .join(other, theirs == other.c.id)
            .where(node.c.entry.in_(sorted(claims)), link.c.kind == "repeat", link.c.score >= MERGED)
        )
        pairs |= {(one, two) for one, two in rows if one != two}
    return pairs


def _mark_repeats(connection: Connection, claims: list[str], journal: Journal, reason: str) -> None:
    """Which announcement was the first, and which sums count: a sum told again counts once."""
    if not claims:
        return
    entry = tables.entry
    rows = {row.id: row for row in connection.execute(select(entry).where(entry.c.id.in_(claims)))}
    firsts = deriving.firsts({id: row.first_day for id, row in rows.items()}, _repeats(connection, rows))
    for id in sorted(rows):
        old = rows[id]
        values = orjson.loads(old.values)
        row = deriving.counted(
            {name: getattr(old, name) for name in ("type", "values", "digest")}, values, firsts.get(id)
        )
        if row["digest"] != old.digest:
            connection.execute(
                update(entry)
                .where(entry.c.number == bindparam("number_"))
                .values(values=row["values"], digest=row["digest"]),
                {"number_": old.number},
            )
            _note_changes(id, old, row | {"state": old.state}, journal, reason)


def repeated(connection: Connection, claim: str) -> list[str]:
    """The other claims of the same money."""
    return sorted(_repeating(connection, [claim]) - {claim})
