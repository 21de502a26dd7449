"""What waits for a person, the most doubtful first."""

from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import Connection, func, select

from mithaq.merging.odds import APART, MERGED
from mithaq.model.entry import Doubt, EntryType
from mithaq.register.decisions import judgements, of_nodes
from mithaq.register.entries import make
from mithaq.register.tables import decided, entry, link, node

_UNSURE = 0.6
"""An entry is doubtful when the reader is less sure of it than this."""


def waiting(connection: Connection, kind: EntryType | None = None, limit: int = 50) -> list[Doubt]:
    """Pairs that may be one, entries on which sources differ, entries the reader is not sure of."""
    doubts = [
        *_pairs(connection, kind, limit),
        *_contested(connection, kind, limit),
        *_unsure(connection, kind, limit),
    ]
    return sorted(doubts, key=lambda each: (-each.weight, each.kind, each.entries))[:limit]


def _pairs(connection: Connection, kind: EntryType | None, limit: int) -> Iterable[Doubt]:
    """Links too strong to ignore and too weak to follow, the nearest to even first.

    Decided pairs are left out.
    """
    left, right = node.alias(), node.alias()
    wanted = (
        select(
            link.c.left, link.c.right, link.c.kind, link.c.score, link.c.features, left.c.entry, right.c.entry
        )
        .join(left, left.c.id == link.c.left)
        .join(right, right.c.id == link.c.right)
        .where(
            link.c.score >= APART,
            link.c.score < MERGED,
            left.c.entry != right.c.entry,
            link.c.kind != "repeat",
        )
        .order_by(func.abs(link.c.score - 0.5), link.c.left, link.c.right)
    )
    if kind is not None:
        wanted = wanted.where(link.c.kind == kind)
    met: set[tuple[str, ...]] = set()
    for row in connection.execute(wanted.limit(limit * 4)):
        pair = tuple(sorted((row[5], row[6])))
        if pair in met or _decided(connection, row[0], row[1]):
            continue
        met.add(pair)
        yield Doubt("merge", round(1 - abs(row.score - 0.5), 4), pair, row.score, _features(row.features))


def _features(written: str) -> tuple[tuple[str, float], ...]:
    return tuple((name, weight) for name, weight in orjson.loads(written))


def _decided(connection: Connection, left: str, right: str) -> bool:
    """Whether somebody said already that the two are not one."""
    if connection.execute(select(decided.c.node).where(decided.c.node == left).limit(1)).first() is None:
        return False
    return any({each.left, each.right} == {left, right} for each in judgements(of_nodes(connection, [left])))


def _contested(connection: Connection, kind: EntryType | None, limit: int) -> Iterable[Doubt]:
    wanted = select(entry.c.id).where(entry.c.contested > 0, entry.c.state == "proposed")
    ids = _first(connection, wanted, kind, entry.c.contested.desc(), limit)
    for made in make(connection, ids):
        names = tuple(winner.property.name for winner in made.winners if winner.rivals)
        yield Doubt("contested", round(1 - 0.5 / (1 + len(names)), 4), (made.id,), properties=names)


def _unsure(connection: Connection, kind: EntryType | None, limit: int) -> Iterable[Doubt]:
    wanted = select(entry.c.id, entry.c.confidence).where(
        entry.c.confidence < _UNSURE, entry.c.state == "proposed"
    )
    if kind is not None:
        wanted = wanted.where(entry.c.type == kind)
    for row in connection.execute(wanted.order_by(entry.c.confidence, entry.c.id).limit(limit)):
        yield Doubt("unsure", round(1 - row.confidence, 4), (row.id,), row.confidence)


def _first(connection: Connection, wanted: Any, kind: EntryType | None, order: Any, limit: int) -> list[str]:
    if kind is not None:
        wanted = wanted.where(entry.c.type == kind)
    return sorted(connection.execute(wanted.order_by(order, entry.c.id).limit(limit)).scalars())
