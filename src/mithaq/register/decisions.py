"""What people decided: rows that are added and never changed. Taking one back is a decision too.

A decision is about nodes, not about entries: entries are made anew when reports come, nodes stay.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from sqlalchemy import Connection, RowMapping, func, insert, select

from mithaq.merging.clustering import Judgement
from mithaq.model.entry import Decision, DecisionKind, Origin, State
from mithaq.register.history import Act
from mithaq.register.saying import Said
from mithaq.register.tables import decided, decision, listed
from mithaq.register.winning import Ruling


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision to be written down; ``subjects`` and ``others`` are nodes."""

    kind: DecisionKind
    subjects: tuple[str, ...]
    others: tuple[str, ...] = ()
    property: str | None = None
    value: Any = None
    why: str | None = None
    origin: Origin = "manual"
    target: int | None = None


def write(connection: Connection, draft: Draft, act: Act) -> int:
    """Put a decision down; gives its number."""
    number = (connection.execute(select(func.max(decision.c.number))).scalar() or 0) + 1
    connection.execute(
        insert(decision),
        {
            "number": number, "at": act.at, "who": act.who, "why": draft.why, "kind": draft.kind,
            "origin": draft.origin, "property": draft.property, "value": _json(draft.value),
            "target": draft.target,
        },
    )  # fmt: skip
    sides = [(node, 0) for node in draft.subjects] + [(node, 1) for node in draft.others]
    if sides:
        connection.execute(
            insert(decided), [{"decision": number, "node": node, "side": side} for node, side in sides]
        )
    return number


def of_nodes(connection: Connection, nodes: Collection[str]) -> list[Decision]:
    """The decisions on any of the nodes that were not taken back, oldest first."""
    rows = connection.execute(_OF_NODES, {"nodes": sorted(nodes)}).mappings().all()
    undone = taken_back(connection) if rows else set()
    return _with_sides(connection, [_decision(row) for row in rows if row["number"] not in undone])


_OF_NODES = (
    select(decision)
    .where(decision.c.number.in_(select(decided.c.decision).where(decided.c.node.in_(listed("nodes")))))
    .order_by(decision.c.number)
)


def by_number(connection: Connection, number: int) -> Decision | None:
    """A decision, or None where there is none of this number."""
    row = connection.execute(select(decision).where(decision.c.number == number)).mappings().first()
    return _with_sides(connection, [_decision(row)])[0] if row else None


def latest(connection: Connection, limit: int) -> list[Decision]:
    """The newest decisions, newest first."""
    rows = connection.execute(select(decision).order_by(decision.c.number.desc()).limit(limit))
    return _with_sides(connection, [_decision(row) for row in rows.mappings()])


def taken_back(connection: Connection) -> set[int]:
    """The numbers of decisions that do not hold: their undoing was not undone itself."""
    undoings = connection.execute(
        select(decision.c.number, decision.c.target)
        .where(decision.c.kind == "undo")
        .order_by(decision.c.number.desc())
    )
    gone: set[int] = set()
    for number, target in undoings:
        if number not in gone:
            gone.add(target)
    return gone


def judgements(decisions: Iterable[Decision]) -> list[Judgement]:
    """Pairs of nodes that decisions put together or keep apart, in the order in which they were decided."""
    pairs: list[Judgement] = []
    for each in decisions:
        if each.kind == "merge":
            first, *rest = each.subjects
            pairs += (Judgement(first, other, together=True) for other in rest)
        elif each.kind == "apart":
            pairs += (
                Judgement(left, right, together=False) for left in each.subjects for right in each.others
            )
    return pairs


def state(decisions: Iterable[Decision]) -> State:
    """What people decided of an entry as a whole: the newest counts."""
    whole: State = "proposed"
    for each in decisions:
        if each.property is None and each.kind in {"accept", "reject"}:
            whole = "accepted" if each.kind == "accept" else "rejected"
    return whole


def rulings(decisions: Iterable[Decision]) -> dict[str, Ruling]:
    """What people decided of each property: the newest value, and the values refused since."""
    found: dict[str, Ruling] = {}
    for each in decisions:
        if each.property is None:
            continue
        before = found.get(each.property, Ruling())
        if each.kind == "reject":
            holds = before.value != each.value
            kept = before if holds else Ruling(refused=before.refused)
            found[each.property] = replace(kept, refused=(*before.refused, each.value))
        elif each.kind in {"accept", "correct"}:
            refused = tuple(value for value in before.refused if value != each.value)
            found[each.property] = _holding(each, refused)
    return found


def _holding(made: Decision, refused: tuple[Any, ...]) -> Ruling:
    voice = Said(
        made.property or "", made.value, None, None, (), 1.0, made.origin,
        accepted=True, who=made.who, decision=made.number,
    )  # fmt: skip
    return Ruling(made.value, "corrected" if made.kind == "correct" else "accepted", voice, refused)


def _decision(row: RowMapping) -> Decision:
    names = ("number", "at", "who", "why", "kind", "origin", "property", "target")
    return Decision(**{name: row[name] for name in names}, value=_plain(row["value"]), subjects=())


def _with_sides(connection: Connection, decisions: Sequence[Decision]) -> list[Decision]:
    if not decisions:
        return []
    numbers = [each.number for each in decisions]
    sides: dict[tuple[int, int], list[str]] = {}
    rows = connection.execute(
        select(decided).where(decided.c.decision.in_(numbers)).order_by(decided.c.decision, decided.c.node)
    )
    for number, node, side in rows:
        sides.setdefault((number, side), []).append(node)
    return [
        replace(
            each,
            subjects=tuple(sides.get((each.number, 0), ())),
            others=tuple(sides.get((each.number, 1), ())),
        )
        for each in decisions
    ]


def _json(value: Any) -> str | None:
    return None if value is None else orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def _plain(written: str | None) -> Any:
    return None if written is None else orjson.loads(written)
