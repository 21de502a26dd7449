"""Register → what views need: entries with all that is behind them, and the names of the bodies in them."""

from collections.abc import Iterable, Sequence

import orjson

from mithaq.adding import texts
from mithaq.model.entry import Doubt, Entry, EntryType
from mithaq.register import finding, reviewing, showing
from mithaq.register.database import Connection
from mithaq.register.finding import Hit, Query
from mithaq.views.card import Names, Past
from mithaq.views.doubts import waiting
from mithaq.views.filed import Found, Waiting
from mithaq.views.found import Row, found
from mithaq.views.values import keys


def load(connection: Connection, typed: str) -> tuple[Entry, Past]:
    """The entry that an id, or the beginning of one, names, and what was done to it. Raises UnknownEntry."""
    id = showing.resolve(connection, typed)
    (entry,) = showing.entries(connection, [id], texts(connection))
    return entry, Past(showing.history(connection, id), showing.decisions(connection, id))


def names(connection: Connection, entries: Iterable[Entry]) -> Names:
    """The names of the bodies whose keys entries mention, in their values or in what is said against them."""
    said = [
        (entry.type, {value.property: each})
        for entry in entries
        for value in entry.values
        for each in (value.value, *(rival.value for rival in value.rivals))
    ]
    return showing.names_of_bodies(connection, {key for kind, values in said for key in keys(kind, values)})


def page(connection: Connection, query: Query, limit: int, offset: int, interface: str) -> Found:
    """One page of the entries asked for."""
    rows = [row(hit) for hit in finding.find(connection, query, limit, offset)]
    named = showing.names_of_bodies(
        connection, {key for each in rows for key in keys(each.type, each.values)}
    )
    return found(rows, finding.count(connection, query), offset, named, interface)


def row(hit: Hit) -> Row:
    """An entry that was found, its values as they are."""
    values = orjson.loads(hit.values)
    return Row(hit.id, hit.type, values, hit.sources, hit.contested, hit.confidence, hit.state)


def questions(connection: Connection, kind: EntryType | None, limit: int, interface: str) -> Waiting:
    """What waits for a person, the most doubtful first."""
    return asked(connection, reviewing.waiting(connection, kind, limit), interface)


def asked(connection: Connection, doubts: Sequence[Doubt], interface: str) -> Waiting:
    """Doubts as questions, with the entries they are about."""
    ids = sorted({id for doubt in doubts for id in doubt.entries})
    there = {entry.id: entry for entry in showing.entries(connection, ids, texts(connection))}
    return waiting(doubts, there, names(connection, there.values()), interface)
