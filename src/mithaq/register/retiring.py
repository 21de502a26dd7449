"""Before a document's new reading is stored: what its earlier one said is taken away.

What people decided on stays as it was read then. What no document mentions any more, and nobody ever decided
on, is forgotten once the entries were made without it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, or_, select

from mithaq.register import linking, namings
from mithaq.register.decisions import of_nodes
from mithaq.register.mentions import FORMS, Known, Node
from mithaq.register.records import records
from mithaq.register.saying import items, places
from mithaq.register.tables import decided, link, node, node_block, occurrence


@dataclass(frozen=True, slots=True)
class Retired:
    """What may change with the earlier reading, what no document mentions now, and namings that stay."""

    nodes: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    counted: set[namings.Key] = field(default_factory=set)


NOTHING = Retired()


def known(connection: Connection, digest: str) -> Known:
    """Where the nodes of the document's earlier readings stood."""
    rows = connection.execute(
        select(occurrence.c.reading, occurrence.c.type, occurrence.c.place, occurrence.c.node).where(
            occurrence.c.document == digest, occurrence.c.type.not_in(sorted(FORMS))
        )
    ).all()
    kept = records(connection, {row.reading for row in rows})
    return {row.node: (row.type, places(items(kept[row.reading], row.type)[row.place])) for row in rows}


def retire(
    connection: Connection, digest: str, found: Iterable[Node], told: Mapping[namings.Key, str | None]
) -> Retired:
    """Take away what the earlier reading of a document said; ``found`` and ``told`` are of the new one."""
    rows = connection.execute(select(occurrence).where(occurrence.c.document == digest)).all()
    mentioned = {row.node for row in rows}
    gone = mentioned - {each.id for each in found}
    stays = gone & {each for made in of_nodes(connection, gone) for each in (*made.subjects, *made.others)}
    alone = {row.node for row in rows if row.type not in FORMS} - stays
    repeated = linking.repeated(connection, alone)
    linking.unlink(connection, digest, alone)
    before = namings.told_by(connection, digest)
    connection.execute(
        delete(occurrence).where(occurrence.c.document == digest, occurrence.c.node.not_in(sorted(stays)))
    )
    changed = {
        key[0] for key, day in before.items() if key[0] not in stays and (key, day) not in told.items()
    }
    namings.recount(connection, changed)
    counted = {key for key in before if key[0] not in changed}
    return Retired(mentioned | repeated, _silent(connection, gone - stays), counted)


def _silent(connection: Connection, nodes: Collection[str]) -> set[str]:
    """Those of the nodes that no document mentions. Nothing is like what nobody mentions, so links go."""
    heard = select(occurrence.c.node).where(occurrence.c.node.in_(sorted(nodes)))
    silent = set(nodes) - set(connection.execute(heard).scalars())
    ids = sorted(silent)
    connection.execute(delete(link).where(or_(link.c.left.in_(ids), link.c.right.in_(ids))))
    connection.execute(delete(node_block).where(node_block.c.node.in_(ids)))
    return silent


def forget(connection: Connection, silent: Collection[str]) -> None:
    """Take out nodes that nobody mentions, but those of decisions, even of ones taken back."""
    if silent:
        kept = select(decided.c.node)
        connection.execute(delete(node).where(node.c.id.in_(sorted(silent)), node.c.id.not_in(kept)))
