"""Entries with everything behind them: evidence with the words around it, sources, what they stand beside."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, select

from mithaq.model.entry import Assertion, Change, Decision, Entry, EntryType, Excerpt, Source, Value
from mithaq.model.errors import UnknownEntry
from mithaq.register import tables
from mithaq.register.decisions import of_nodes
from mithaq.register.entries import Made, make
from mithaq.register.finding import homes_of
from mithaq.register.history import of_entries
from mithaq.register.ids import storable
from mithaq.register.records import sources
from mithaq.register.relating import Surroundings, bodies
from mithaq.register.saying import Said
from mithaq.register.winning import Winner

Texts = Callable[[str], str]
"""Gives the decoded text of a document by its hash."""

_AROUND = 60


def resolve(connection: Connection, written: str) -> str:
    """The id of the entry that an id or its beginning names; one that was merged names where it went.

    Raises UnknownEntry where there is none, or more than one.
    """
    found = homes_of(connection, written.strip().lower()) if written.strip() else []
    if not found:
        raise UnknownEntry(f"the register has no entry {written!r}: mithaq find lists what there is")
    if len(found) > 1:
        raise UnknownEntry(f"several entries begin with {written!r}: give more letters of the id")
    return found[0]


def entries(connection: Connection, ids: Sequence[str], texts: Texts) -> Iterator[Entry]:
    """Entries by their ids, with evidence and sources. Raises UnknownEntry for an id that is not there."""
    rows = {
        row.id: row
        for row in connection.execute(select(tables.entry).where(tables.entry.c.id.in_(list(ids))))
    }
    made = {each.id: each for each in make(connection, list(ids))}
    if missing := [id for id in ids if id not in rows]:
        raise UnknownEntry(f"the register has no entry {missing[0]!r}: mithaq find lists what there is")
    around = Surroundings(connection, list(made.values()))
    for id in ids:
        yield _entry(made[id], rows[id], around, texts)


def _entry(made: Made, row: Any, around: Surroundings, texts: Texts) -> Entry:
    values = tuple(_value(winner, texts) for winner in made.winners)
    linked = _linked_values(made, orjson.loads(row.values))
    return Entry(
        made.id, made.type, made.state, values + linked, around.sources(made.id), around.related(made.id),
        row.confidence, row.digest,
    )  # fmt: skip


def _linked_values(made: Made, published: dict[str, Any]) -> tuple[Value, ...]:
    """The values that follow from other entries."""
    own = made.values()
    return tuple(
        Value(name, published[name], "derived", ())
        for name in ("same_as", "counted")
        if name in published and name not in own
    )


def _value(winner: Winner, texts: Texts) -> Value:
    def told(voices: Iterable[Said]) -> tuple[Assertion, ...]:
        return tuple(_assertion(voice, texts) for voice in voices)

    return Value(winner.property.name, winner.value, winner.reason, told(winner.support), told(winner.rivals))


def _assertion(voice: Said, texts: Texts) -> Assertion:
    document = voice.document if voice.places else None
    body = texts(document) if document else ""
    return Assertion(
        voice.property, voice.value, voice.language, document,
        tuple(_excerpt(body, *place) for place in voice.places), voice.origin, voice.confidence,
        "accepted" if voice.accepted else "proposed", voice.who, voice.decision,
    )  # fmt: skip


def _excerpt(body: str, start: int, end: int) -> Excerpt:
    """The words of a span with those around it, cut at blanks and at the ends of the line."""
    before = body[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = body[end : end + _AROUND].partition("\n")[0]
    if start > _AROUND and len(before) == _AROUND:
        before = before.partition(" ")[2]
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0]
    return Excerpt(start, end, body[start:end], before, after)


def history(connection: Connection, id: str) -> list[Change]:
    """The changes of an entry and of those that were merged into it, oldest first."""
    nodes = connection.execute(select(tables.node.c.id).where(tables.node.c.entry == id)).scalars()
    return list(of_entries(connection, list(nodes)))


def decisions(connection: Connection, id: str) -> list[Decision]:
    """The decisions on an entry that hold, oldest first."""
    nodes = connection.execute(select(tables.node.c.id).where(tables.node.c.entry == id)).scalars()
    return of_nodes(connection, list(nodes))


def published(connection: Connection, id: str) -> tuple[EntryType, dict[str, Any]]:
    """The type of an entry and its published values. Raises UnknownEntry."""
    entry = tables.entry
    row = connection.execute(select(entry.c.type, entry.c["values"]).where(entry.c.id == id)).first()
    if row is None:
        raise UnknownEntry(f"the register has no entry {id!r}: mithaq find lists what there is")
    return row[0], orjson.loads(row[1])


def names_of_bodies(connection: Connection, keys: Collection[str]) -> dict[str, dict[str, str]]:
    """The names of bodies by language, by those of the keys whose body has an entry."""
    found: dict[str, dict[str, str]] = {}
    for id in bodies(connection, keys) if keys else ():
        values = published(connection, id)[1]
        found |= {key: values["name"] for key in values.get("keys", ()) if key in keys and "name" in values}
    return found


def source_of(connection: Connection, written: str) -> Source:
    """A document by the beginning of its hash. Raises UnknownEntry where there is none, or more than one."""
    document = tables.document
    begin = storable(written.lower())
    wanted = select(document.c.sha256).where(document.c.sha256.startswith(begin, autoescape=True)).limit(2)
    found = list(connection.execute(wanted).scalars())
    if len(found) != 1:
        raise UnknownEntry(f"the register has {'several documents' if found else 'no document'} {written!r}")
    return sources(connection, found)[0]
