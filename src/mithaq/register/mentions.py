"""From a reading to nodes: what it mentions, under ids that survive when the document is read again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from mithaq.model.entry import ENTRY_TYPES, EntryType
from mithaq.register.ids import node_id, storable
from mithaq.register.records import Plain
from mithaq.register.saying import Places, items, places

FORMS: frozenset[EntryType] = frozenset({"body", "person"})
"""Types whose nodes many documents share: a body by its key, a person by name, office and state."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node a reading mentions: the place of the item in the record's list, and its form where it has one.

    ``name`` is the name as written of a body or person.
    """

    id: str
    type: EntryType
    place: int
    spans: Places
    form: Mapping[str, Any] | None = None
    name: str | None = None


Known = Mapping[str, tuple[EntryType, Places]]
"""Nodes of earlier readings of the document, with where they stood in its text."""


def nodes(record: Plain, known: Known) -> list[Node]:
    """What a record mentions. A thing that stands where a known node stood takes over its id."""
    found: list[Node] = []
    for kind in ENTRY_TYPES:
        if kind in FORMS:
            language = record["document"]["language"]
            found += (_form(kind, place, item, language) for place, item in enumerate(items(record, kind)))
        else:
            found += _mentions(kind, record, known)
    return found


def _form(kind: EntryType, place: int, item: Plain, language: str) -> Node:
    """A body is what its key says, whatever it is called; a person is told of by name, office and state."""
    if kind == "body":
        form = {name: item[name] for name in ("key", "body", "portfolio", "country", "subdivision")}
        own = node_id(kind, item["key"])
    else:
        form = {name: item[name] for name in ("name", "latin", "office", "country", "body")}
        form["language"] = language
        own = node_id(kind, *(form[name] or "" for name in ("name", "language", "office", "country", "body")))
    return Node(own, kind, place, places(item), form, name_of(item))


def name_of(item: Plain) -> str:
    """The name of a body or person as it is kept: short enough for an index."""
    return storable(item["name"])[:300]


def _mentions(kind: EntryType, record: Plain, known: Known) -> Iterable[Node]:
    spans = [places(item) for item in items(record, kind)]
    inherited = _inherited(spans, {id: at for id, (type_, at) in known.items() if type_ == kind})
    taken = set(known)
    for place, span in enumerate(spans):
        id = inherited.get(place) or _fresh(kind, record["sha256"], span, taken)
        taken.add(id)
        yield Node(id, kind, place, span)


def _fresh(kind: EntryType, sha256: str, spans: Places, taken: set[str]) -> str:
    """An id of its own, from the document and the place of the words."""
    start, end = spans[0] if spans else (0, 0)
    parts = (sha256, str(start), str(end))
    id, again = node_id(kind, *parts), 0
    while id in taken:
        again += 1
        id = node_id(kind, *parts, str(again))
    return id


def _inherited(spans: list[Places], known: Mapping[str, Places]) -> dict[int, str]:
    """The known id of each item that stands where a known node stood, the largest overlaps first."""
    pairs = sorted(
        (-shared, place, id)
        for place, mine in enumerate(spans)
        for id, theirs in known.items()
        if (shared := _shared(mine, theirs))
    )
    found: dict[int, str] = {}
    for _, place, id in pairs:
        if place not in found and id not in found.values():
            found[place] = id
    return found


def _shared(mine: Places, theirs: Places) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in mine for b in theirs)


def form_text(node: Node) -> str | None:
    """The form of a body or person as it is stored."""
    return None if node.form is None else orjson.dumps(node.form, option=orjson.OPT_SORT_KEYS).decode()
