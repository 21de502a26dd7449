"""What entries stand beside, looked up for many at once: their sources, and the entries around them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import orjson
from sqlalchemy import Connection, Row, select

from mithaq.model.entry import EntryType, Related, Source
from mithaq.register import tables
from mithaq.register.entries import Made, repeated, repeats
from mithaq.register.ids import bounded
from mithaq.register.records import sources

MOST = 200
"""Documents, or entries beside it, that are looked at for one entry."""

_BESIDE: Mapping[EntryType, tuple[EntryType, ...]] = {
    "event": ("instrument", "claim", "commitment", "person"),
    "instrument": ("event",), "claim": ("event",), "commitment": ("event",), "person": ("event",), "body": (),
}  # fmt: skip


class Surroundings:
    """The sources of some entries, and the entries they stand beside."""

    def __init__(self, connection: Connection, made: Sequence[Made]) -> None:
        self._documents = _documents(connection, [each.id for each in made])
        told = sorted({sha256 for documents in self._documents.values() for sha256 in documents})
        self._sources = {each.sha256: each for each in sources(connection, told)}
        self._roles = self._beside(connection, made, _mentioned(connection, told))
        self._rows = _rows(connection, {id for roles in self._roles.values() for id in roles})

    def sources(self, id: str) -> tuple[Source, ...]:
        """The documents that speak of an entry, by date of publication, the undated last."""
        documents = set(self._documents.get(id, ()))
        return tuple(each for sha256, each in self._sources.items() if sha256 in documents)

    def related(self, id: str) -> tuple[Related, ...]:
        """The entries beside an entry: those of the same reports, and the bodies it names."""
        roles = {other: role for other, role in self._roles[id].items() if other in self._rows}
        order = {role: place for place, role in enumerate(dict.fromkeys(roles.values()))}

        def place(other: str) -> tuple[int, str, str]:
            return order[roles[other]], self._rows[other].last_day or "9999", other

        return tuple(self._as_related(other, roles[other]) for other in sorted(roles, key=place))

    def _as_related(self, id: str, role: str) -> Related:
        row = self._rows[id]
        return Related(role, id, row.type, orjson.loads(row.values))

    def _beside(
        self, connection: Connection, made: Sequence[Made], mentioned: Mapping[tuple[str, str], list[str]]
    ) -> dict[str, dict[str, str]]:
        signing = _bodies(connection, {key for each in made for key in _signatories(each)})
        claims = {one for one, _ in repeats(connection, [each.id for each in made if each.type == "claim"])}
        found: dict[str, dict[str, str]] = {}
        for each in made:
            roles: dict[str, str] = {
                other: kind
                for kind in _BESIDE[each.type]
                for document in self._documents.get(each.id, ())
                for other in mentioned.get((document, kind), ())
            }
            if each.type == "body":
                roles |= dict(_naming(connection, each.values().get("keys", ())))
            roles |= {id: "signatory" for key in _signatories(each) for id in signing.get(bounded(key), ())}
            if each.id in claims:
                roles |= dict.fromkeys(repeated(connection, each.id), "repeat")
            roles.pop(each.id, None)
            found[each.id] = roles
        return found


def _signatories(made: Made) -> Iterable[str]:
    keys: list[str] = made.values().get("signatories", []) if made.type == "instrument" else []
    return keys


def _documents(connection: Connection, ids: Sequence[str]) -> dict[str, list[str]]:
    occurrence, node = tables.occurrence, tables.node
    rows = connection.execute(
        select(node.c.entry, occurrence.c.document)
        .join_from(node, occurrence, node.c.id == occurrence.c.node)
        .where(node.c.entry.in_(ids))
        .distinct()
        .order_by(occurrence.c.document)
    )
    found: dict[str, list[str]] = {}
    for entry, document in rows:
        documents = found.setdefault(entry, [])
        if len(documents) < MOST:
            documents.append(document)
    return found


def _mentioned(connection: Connection, documents: Sequence[str]) -> dict[tuple[str, str], list[str]]:
    """The entries that documents mention, by document and type."""
    occurrence, node = tables.occurrence, tables.node
    rows = connection.execute(
        select(occurrence.c.document, occurrence.c.type, node.c.entry)
        .join_from(occurrence, node, node.c.id == occurrence.c.node)
        .where(occurrence.c.document.in_(documents), occurrence.c.type != "body")
        .distinct()
    )
    found: dict[tuple[str, str], list[str]] = {}
    for document, kind, entry in rows:
        found.setdefault((document, kind), []).append(entry)
    return found


def _naming(connection: Connection, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The entries that name a body, with their types, the latest first."""
    entry, facet = tables.entry, tables.facet
    rows = connection.execute(
        select(entry.c.id, entry.c.type)
        .join_from(facet, entry, entry.c.number == facet.c.entry)
        .where(
            facet.c.facet == "body", facet.c.code.in_([bounded(key) for key in keys]), entry.c.type != "body"
        )
        .order_by(entry.c.last_day.desc(), entry.c.id)
        .limit(MOST)
    )
    return ((row.id, row.type) for row in rows)


def _bodies(connection: Connection, keys: Iterable[str]) -> dict[str, list[str]]:
    """The entries of bodies by their keys, as these are indexed."""
    entry, facet = tables.entry, tables.facet
    coded = sorted({bounded(key) for key in keys})
    rows = connection.execute(
        select(facet.c.code, entry.c.id)
        .join_from(facet, entry, entry.c.number == facet.c.entry)
        .where(facet.c.facet == "body", facet.c.code.in_(coded), entry.c.type == "body")
    )
    found: dict[str, list[str]] = {}
    for code, id in rows:
        found.setdefault(code, []).append(id)
    return found


def bodies(connection: Connection, keys: Iterable[str]) -> list[str]:
    """The entries of the bodies that have these keys."""
    return sorted({id for ids in _bodies(connection, keys).values() for id in ids})


def _rows(connection: Connection, ids: Iterable[str]) -> dict[str, Row[str, EntryType, str, str | None]]:
    entry = tables.entry
    wanted = select(entry.c.id, entry.c.type, entry.c["values"], entry.c.last_day)
    return {row.id: row for row in connection.execute(wanted.where(entry.c.id.in_(sorted(ids))))}
