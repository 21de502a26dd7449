"""Entries made of what their nodes say: published values, where they are found, and what changed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
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

    A meeting, document, sum or commitment has ``mentions``; a body or person has ``forms``; what people alone
    speak of has neither and is made ``by_hand``.
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
    by_hand: bool = False

    @property
    def is_spoken_of(self) -> bool:
        """Whether a document speaks of it, or a person who made it and did not take that back."""
        return bool(self.documents or (self.by_hand and self.winners))

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
    """Make entries anew and store them; one of which neither a document nor a person speaks is removed.

    ``gone`` are entries that are no more, with those their nodes went to.
    """
    _remove(connection, gone, journal, reason)
    wanted = sorted(set(ids))
    tally = Tally()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        made = [each for each in make(connection, some) if each.is_spoken_of]
        _remove(connection, dict.fromkeys(set(some) - {each.id for each in made}, ()), journal, reason)
        new, changed = _store(connection, made, journal, reason)
        tally = Tally(tally.new + new, tally.changed + changed)
    _markrepeats(connection, sorted(_repeating(connection, ids)), journal, reason)
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
    made: dict[str, Made] = {}
    for id, kind, entry, form, document in connection.execute(_NODES, {"entries": ids}):
        each = made.setdefault(entry, Made(entry, kind))
        each.nodes.append(id)
        each.by_hand |= form is None and document is None
        if form is not None:
            each.forms.append(orjson.loads(form) | {"node": id})
    return made


_NODES = (
    select(*(tables.node.c[name] for name in ("id", "type", "entry", "form", "document")))
    .where(tables.node.c.entry.in_(tables.listed("entries")))
    .order_by(tables.node.c.id)
)


def _hear(connection: Connection, made: Mapping[str, Made]) -> None:
    home = {id: each for each in made.values() for id in each.nodes}
    if mentioned := [id for id, each in home.items() if each.type not in FORMS]:
        _hear_mentions(connection, home, mentioned)
    if formed := [id for id, each in home.items() if each.type in FORMS]:
        _hear_forms(connection, home, formed)


def _hear_mentions(connection: Connection, home: Mapping[str, Made], nodes: list[str]) -> None:
    rows = connection.execute(_OCCURRING, {"nodes": nodes}).all()
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


_OCCURRING = (
    select(*(tables.occurrence.c[name] for name in ("reading", "type", "place", "node")))
    .where(tables.occurrence.c.node.in_(tables.listed("nodes")))
    .order_by(tables.occurrence.c.document, tables.occurrence.c.type, tables.occurrence.c.place)
)


def _hear_forms(connection: Connection, home: Mapping[str, Made], nodes: list[str]) -> None:
    names: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(_NAMES, {"nodes": nodes}):
        names.setdefault(row.node, []).append(row)
    documents = _counted(connection, nodes)
    for each in {id(made): made for made in (home[node] for node in nodes)}.values():
        for form in each.forms:
            each.voices += deriving.form(each.type, form, names.get(form["node"], []))
        if each.forms:
            each.voices += deriving.over_time(each.type, each.forms, names)
        each.documents = documents.get(each.id, 0)


_NAMES = (
    select(tables.naming)
    .where(tables.naming.c.node.in_(tables.listed("nodes")))
    .order_by(*tables.naming.primary_key)
)


def _counted(connection: Connection, nodes: list[str]) -> dict[str, int]:
    """How many documents mention each entry that these nodes are in."""
    return {row[0]: row[1] for row in connection.execute(_COUNTED, {"nodes": nodes})}


_COUNTED = (
    select(tables.node.c.entry, func.count(tables.occurrence.c.document.distinct()))
    .join_from(tables.occurrence, tables.node, tables.occurrence.c.node == tables.node.c.id)
    .where(tables.occurrence.c.node.in_(tables.listed("nodes")))
    .group_by(tables.node.c.entry)
)


def _store(connection: Connection, made: list[Made], journal: Journal, reason: str) -> tuple[int, int]:
    entry = tables.entry
    there = {row.id: row for row in connection.execute(_THERE, {"ids": [each.id for each in made]})}
    next_number = (connection.execute(select(func.max(entry.c.number))).scalar() or 0) + 1
    new: list[dict[str, Any]] = []
    renewed: list[dict[str, Any]] = []
    found: list[_Found] = []
    changed = 0
    for each in made:
        places = _Found.of(each)
        row = deriving.row(each) | {"found": places.digest}
        old = there.get(each.id)
        if old is None:
            new.append(row | {"number": next_number + len(new)})
            found.append(replace(places, number=new[-1]["number"]))
            journal.note("create", each.id, new=orjson.loads(row["values"]), reason=reason)
            continue
        # What is derived from other entries is put in last, and is not forgotten meanwhile.
        row = _carried(row, old)
        if any(getattr(old, name) != value for name, value in row.items()):
            renewed.append(row | {"number": old.number})
            changed += _note_changes(each.id, old, row, journal, reason)
        if old.found != places.digest:
            found.append(replace(places, number=old.number))
    _forget_places(connection, [each.number for each in found if each.number < next_number])
    if new:
        connection.execute(insert(entry), new)
    if renewed:
        connection.execute(_RENEWED, [{f"{name}_": row[name] for name in row} for row in renewed])
    _keep_places(connection, found)
    return len(new), changed


_THERE = select(tables.entry).where(tables.entry.c.id.in_(tables.listed("ids")))
_RENEWED = (
    update(tables.entry)
    .where(tables.entry.c.number == bindparam("number_"))
    .values({column: bindparam(f"{column.name}_") for column in tables.entry.c if column.name != "number"})
)


@dataclass(frozen=True, slots=True)
class _Found:
    """Where an entry is found: by country, sector and body, and by words; ``digest`` is of both."""

    facets: tuple[tuple[str, str], ...]
    words: str
    digest: str
    number: int = 0

    @classmethod
    def of(cls, made: Made) -> "_Found":
        facets, words = tuple(sorted(deriving.facets(made))), terms(made)
        return cls(facets, words, sha256(orjson.dumps((facets, words))).hexdigest())


def _carried(row: dict[str, Any], old: Row[Any]) -> dict[str, Any]:
    if row["type"] != "claim":
        return row
    before = orjson.loads(old.values)
    return deriving.with_values(
        row, {name: before[name] for name in ("same_as", "counted") if name in before}
    )


def _note_changes(id: str, old: Row[Any], row: dict[str, Any], journal: Journal, reason: str) -> bool:
    before, after = orjson.loads(old.values), orjson.loads(row["values"])
    before["state"], after["state"] = old.state, row["state"]
    names = [name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name)]
    for name in names:
        journal.note("change", id, name, old=before.get(name), new=after.get(name), reason=reason)
    return bool(names)


def _keep_places(connection: Connection, found: Iterable[_Found]) -> None:
    facets = [
        {"facet": facet, "code": bounded(code), "entry": each.number}
        for each in found
        for facet, code in each.facets
    ]
    if facets:
        connection.execute(insert(tables.facet), facets)
    keep_words(connection, [(each.number, each.words) for each in found])


def _forget_places(connection: Connection, numbers: list[int]) -> None:
    if not numbers:
        return
    connection.execute(delete(tables.facet).where(tables.facet.c.entry.in_(numbers)))
    forget_words(connection, numbers)


def _remove(connection: Connection, gone: Mapping[str, Sequence[str]], journal: Journal, reason: str) -> None:
    entry = tables.entry
    rows = connection.execute(_THERE, {"ids": sorted(gone)}).all() if gone else ()
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
        frontier = {other for _, other in repeats(connection, frontier)} - found
    return found


def repeats(connection: Connection, claims: Collection[str]) -> set[tuple[str, str]]:
    """Pairs of a claim among these and one that repeats it or is repeated."""
    wanted = {"claims": sorted(claims)}
    return {(one, two) for each in _REPEATS for one, two in connection.execute(each, wanted) if one != two}


_OTHER = tables.node.alias()
_REPEATS = [
    select(tables.node.c.entry, _OTHER.c.entry)
    .join_from(tables.node, tables.link, mine == tables.node.c.id)
    .join(_OTHER, theirs == _OTHER.c.id)
    .where(
        tables.node.c.entry.in_(tables.listed("claims")),
        tables.link.c.kind == "repeat",
        tables.link.c.score >= MERGED,
    )
    for mine, theirs in (
        (tables.link.c.left, tables.link.c.right),
        (tables.link.c.right, tables.link.c.left),
    )
]


def _markrepeats(connection: Connection, claims: list[str], journal: Journal, reason: str) -> None:
    """Which announcement was the first, and which sums count: a sum told again counts once."""
    if not claims:
        return
    entry = tables.entry
    rows = {row.id: row for row in connection.execute(select(entry).where(entry.c.id.in_(claims)))}
    firsts = deriving.firsts({id: row.first_day for id, row in rows.items()}, repeats(connection, rows))
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
