"""Which nodes are one entry: clusters of what is linked, under people's judgements.

Only the neighbourhood of what changed is made anew. A cluster never reaches beyond nodes that strong links or
judgements join, so this gives what making all of them anew would give, in whatever order documents came.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from mithaq.merging.clustering import Judgement, cluster
from mithaq.merging.odds import MERGED
from mithaq.model.entry import Decision
from mithaq.register.decisions import judgements, of_nodes
from mithaq.register.tables import link, listed, node


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Entries that have other nodes than before, and those that are gone, with where their nodes went."""

    made: frozenset[str]
    gone: dict[str, tuple[str, ...]]


def regroup(connection: Connection, changed: Collection[str]) -> Regrouped:
    """Put the nodes around those that changed into entries anew."""
    around = _neighbourhood(connection, set(changed))
    if not around.nodes:
        return Regrouped(frozenset(), {})
    separate = {id: document for id, document in around.documents.items() if document is not None}
    clusters = cluster(around.nodes, around.scores, around.judgements, separate)
    now = {member: min(group) for group in clusters for member in group}
    return _moved(connection, around.entries, now)


@dataclass(slots=True)
class _Around:
    """A closed neighbourhood: nodes, the entries they are in, their documents, links and judgements."""

    nodes: set[str]
    entries: dict[str, str]
    documents: dict[str, str | None]
    scores: dict[tuple[str, str], float]
    judgements: list[Judgement]


def _neighbourhood(connection: Connection, start: set[str]) -> _Around:
    around = _Around(set(), {}, {}, {}, [])
    frontier = start
    decided: dict[int, Decision] = {}
    while frontier:
        around.nodes |= frontier
        met = _members(connection, frontier, around)
        met |= _linked(connection, frontier, around.scores)
        for each in of_nodes(connection, frontier):
            if each.number not in decided and each.kind in {"merge", "apart"}:
                decided[each.number] = each
                met |= {*each.subjects, *each.others}
        frontier = met - around.nodes
    around.judgements = judgements(decided[number] for number in sorted(decided))
    return around


def _members(connection: Connection, nodes: set[str], around: _Around) -> set[str]:
    """The nodes that share an entry with any of these."""
    met = set()
    for id, entry, document in connection.execute(_SHARING, {"nodes": sorted(nodes)}):
        around.entries[id] = entry
        around.documents[id] = document
        met.add(id)
    return met


_SHARING = select(node.c.id, node.c.entry, node.c.document).where(
    node.c.entry.in_(select(node.c.entry).where(node.c.id.in_(listed("nodes"))))
)


def _linked(connection: Connection, nodes: set[str], scores: dict[tuple[str, str], float]) -> set[str]:
    """The nodes that strong links join to these; every link of theirs is remembered."""
    wanted = {"nodes": sorted(nodes)}
    met: set[str] = set()
    for statement in _LINKS:
        for left, right, score in connection.execute(statement, wanted):
            scores[left, right] = score
            if score >= MERGED:
                met |= {left, right}
    return met


_LINKS = [
    select(link.c.left, link.c.right, link.c.score).where(end.in_(listed("nodes")), link.c.kind != "repeat")
    for end in (link.c.left, link.c.right)
]


def _moved(connection: Connection, before: dict[str, str], now: dict[str, str]) -> Regrouped:
    moves = [{"node_id": id, "to": entry} for id, entry in sorted(now.items()) if before.get(id) != entry]
    if moves:
        connection.execute(_MOVE, moves)
    gone = set(before.values()) - set(now.values())
    went = {entry: _ends(entry, before, now) for entry in sorted(gone)}
    return Regrouped(frozenset(each["to"] for each in moves) | _left(before, now, gone), went)


_MOVE = update(node).where(node.c.id == bindparam("node_id")).values(entry=bindparam("to"))


def _ends(entry: str, before: dict[str, str], now: dict[str, str]) -> tuple[str, ...]:
    return tuple(sorted({now[id] for id, old in before.items() if old == entry}))


def _left(before: dict[str, str], now: dict[str, str], gone: Iterable[str]) -> frozenset[str]:
    """Entries that stay under their id and lost a node."""
    return frozenset(old for id, old in before.items() if now[id] != old) - frozenset(gone)
