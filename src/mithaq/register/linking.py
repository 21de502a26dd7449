"""What a new reading has in common with the readings that are there: candidates, links, stored."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, delete, insert, or_, select

from mithaq.merging.blocking import block_keys
from mithaq.merging.bodies import BodyForm, compare_bodies
from mithaq.merging.bodies import block_keys as body_keys
from mithaq.merging.comparing import compare
from mithaq.merging.digest import (
    ClaimPart,
    CommitmentPart,
    Digest,
    EventPart,
    InstrumentPart,
    PersonForm,
)
from mithaq.merging.link import Feature, Link, Part
from mithaq.merging.people import block_keys as person_keys
from mithaq.merging.people import compare_people
from mithaq.register.ids import bounded
from mithaq.register.mentions import Node
from mithaq.register.tables import block, link, listed, node, node_block, occurrence, reading

_KEPT = 0.05
"""A pair of forms below this is not worth a row: nothing follows from it."""


def link_documents(connection: Connection, digest: Digest, nodes: Sequence[Node]) -> None:
    """Compare a reading with all that share a block key with it, and keep the links."""
    keys = [bounded(key) for key in block_keys(digest)]
    others = _candidates(connection, keys, digest.document)
    mine: dict[tuple[str, int], str] = {(each.type, each.place): each.id for each in nodes}
    theirs = _nodes_of(connection, list(others))
    rows = [
        _row(mine[_type(found.left)], theirs[other.document, *_type(found.right)], found.right.kind, found)
        for other in others.values()
        for found in _compared(digest, other)
    ]
    _keep(connection, rows)
    if keys:
        connection.execute(insert(block), [{"key": key, "document": digest.document} for key in keys])


def _type(part: Part) -> tuple[str, int]:
    """A part as a node is found; a repetition is between two sums."""
    return ("claim" if part.kind == "repeat" else part.kind), part.place


def unlink(connection: Connection, document: str, mentions: Iterable[str]) -> None:
    """Forget what a document's earlier reading had in common with others."""
    gone = sorted(mentions)
    connection.execute(delete(block).where(block.c.document == document))
    connection.execute(delete(link).where(or_(link.c.left.in_(gone), link.c.right.in_(gone))))


def repeated(connection: Connection, claims: Iterable[str]) -> set[str]:
    """The claims at the other end of repetitions."""
    some = sorted(claims)
    repeats = select(link.c.left, link.c.right).where(link.c.kind == "repeat")
    rows = connection.execute(repeats.where(or_(link.c.left.in_(some), link.c.right.in_(some))))
    return {end for row in rows for end in row} - set(some)


def link_forms(connection: Connection, nodes: Mapping[str, Node]) -> set[str]:
    """Compare forms of bodies and persons, by their ids, with those like them; gives the new ones."""
    done = select(node_block.c.node).where(node_block.c.node.in_(sorted(nodes)))
    new = sorted(nodes.keys() - set(connection.execute(done).scalars()))
    keys = {id: _form_keys(nodes[id]) for id in new}
    rows = [{"key": key, "node": id} for id in new for key in keys[id]]
    if rows:
        connection.execute(insert(node_block), rows)
        like = _alike(connection, {row["key"] for row in rows})
        _keep(connection, list(_form_links(nodes, keys, like)))
    return set(new)


def _form_links(
    nodes: Mapping[str, Node], keys: Mapping[str, list[str]], like: Mapping[str, Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    for id, own in keys.items():
        others = {other: form for key in own for other, form in like[key].items()}
        for other in sorted(others):
            # Of two that are new the later is compared with the earlier.
            if other >= id and other in keys:
                continue
            if row := _form_link(nodes[id], other, others[other]):
                yield row


def _alike(connection: Connection, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The forms that have each of the keys, by their ids."""
    found: dict[str, dict[str, Any]] = {}
    forms: dict[str, Any] = {}
    rows = connection.execute(
        select(node_block.c.key, node.c.id, node.c.form)
        .join_from(node_block, node, node.c.id == node_block.c.node)
        .where(node_block.c.key.in_(sorted(keys)))
    )
    for key, id, written in rows:
        form = forms.get(id) or forms.setdefault(id, orjson.loads(written))
        found.setdefault(key, {})[id] = form
    return found


def _candidates(connection: Connection, keys: list[str], document: str) -> dict[str, Digest]:
    sharing = select(block.c.document).where(block.c.key.in_(keys), block.c.document != document)
    rows = connection.execute(
        select(reading.c.digest)
        .where(reading.c.current, reading.c.document.in_(sharing))
        .order_by(reading.c.document)
    )
    digests = (loaded(written) for (written,) in rows)
    return {each.document: each for each in digests}


def _nodes_of(connection: Connection, documents: list[str]) -> dict[tuple[str, str, int], str]:
    rows = connection.execute(_NODES_OF, {"documents": documents})
    return {(document, kind, place): id for document, kind, place, id in rows}


_NODES_OF = (
    select(occurrence.c.document, occurrence.c.type, occurrence.c.place, occurrence.c.node)
    .join(reading, reading.c.id == occurrence.c.reading)
    .where(
        reading.c.current,
        occurrence.c.document.in_(listed("documents")),
        occurrence.c.type.not_in(("body", "person")),
    )
)


def _compared(digest: Digest, other: Digest) -> Iterable[Link]:
    # The order of the two must not show in rounding, so it is always the same.
    if digest.document < other.document:
        return compare(digest, other)
    return (each.mirrored() for each in compare(other, digest))


def _row(one: str, other: str, kind: str, found: Link) -> dict[str, Any]:
    return _written(one, other, kind, found.score, found.features)


def _written(one: str, other: str, kind: str, score: float, features: Iterable[Feature]) -> dict[str, Any]:
    left, right = sorted((one, other))
    told = orjson.dumps([[each.name, each.weight] for each in features]).decode()
    return {"left": left, "right": right, "kind": kind, "score": score, "features": told}


def _keep(connection: Connection, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(link), rows)


def _form_keys(each: Node) -> list[str]:
    form = dict(each.form or {})
    keys = person_keys(_person(form)) if each.type == "person" else body_keys(_body(form))
    return sorted({bounded(f"{each.type}|{key}") for key in keys})


def _form_link(new: Node, id: str, form: dict[str, Any]) -> dict[str, Any] | None:
    mine = dict(new.form or {})
    first, second = (mine, form) if new.id < id else (form, mine)
    if new.type == "person":
        score, features = compare_people(_person(first), _person(second))
    else:
        score, features = compare_bodies(_body(first), _body(second))
    return _written(new.id, id, new.type, score, features) if score >= _KEPT else None


def _person(form: dict[str, Any]) -> PersonForm:
    return PersonForm(form["name"], form["latin"], form["office"], form["country"], form["language"])


def _body(form: dict[str, Any]) -> BodyForm:
    return BodyForm(
        form["key"], form["body"], tuple(form["portfolio"]), form["country"], form["subdivision"], "", ""
    )


def dumped(digest: Digest) -> bytes:
    """A digest as it is stored."""
    return orjson.dumps(digest)


def loaded(written: bytes) -> Digest:
    """A stored digest."""
    plain = orjson.loads(written)
    return Digest(
        document=plain["document"],
        language=plain["language"],
        published=plain["published"],
        countries=tuple(plain["countries"]),
        event=_part(EventPart, plain["event"]) if plain["event"] else None,
        people=tuple(_part(PersonForm, each) for each in plain["people"]),
        instruments=tuple(_part(InstrumentPart, each) for each in plain["instruments"]),
        claims=tuple(_part(ClaimPart, each) for each in plain["claims"]),
        commitments=tuple(_part(CommitmentPart, each) for each in plain["commitments"]),
    )


def _part(kind: Any, plain: dict[str, Any]) -> Any:
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in plain.items()})
