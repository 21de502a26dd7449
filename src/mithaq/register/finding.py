"""Finding entries: by words in any language, by country, body, sector, kind, status, date and amount."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, case, func, literal_column, select, table
from sqlalchemy import text as sql

from mithaq.languages.searching import query_terms
from mithaq.model.entry import EntryType
from mithaq.register.days import first_day, last_day
from mithaq.register.ids import bounded, storable, type_of
from mithaq.register.tables import entry, facet, node


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; everything given must hold.

    ``words`` in any of the languages; ``countries`` all of them, ``since`` and ``until`` dates cut to what
    is meant; ``least`` and ``most`` in full units of ``currency``. ``body`` is a key or the id of a body's
    entry.
    """

    words: str = ""
    type: EntryType | None = None
    countries: tuple[str, ...] = ()
    body: str | None = None
    sector: str | None = None
    kind: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    least: float | None = None
    most: float | None = None
    currency: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found: its row, and the published values as plain JSON text."""

    id: str
    type: EntryType
    state: str
    values: str
    sources: int
    contested: int
    confidence: float
    first_day: str | None
    last_day: str | None


_MOST_VALUES = 40
_RANK = {"event": 0, "instrument": 1, "claim": 2, "commitment": 3, "person": 4, "body": 5}


def find(connection: Connection, query: Query, limit: int = 50, offset: int = 0) -> list[Hit]:
    """The entries asked for, the latest first, the undated last, rejected ones only when asked for.

    Of one day a meeting stands before what was signed there, and that before sums and intentions.
    """
    wanted = _matching(connection, query).order_by(
        func.coalesce(entry.c.last_day, "").desc(), case(_RANK, value=entry.c.type), entry.c.id
    )
    rows = connection.execute(wanted.limit(limit).offset(offset))
    return [Hit(*row) for row in rows]


def count(connection: Connection, query: Query) -> int:
    """How many entries there are of what is asked for."""
    return connection.execute(
        select(func.count()).select_from(_matching(connection, query).subquery())
    ).scalar_one()


def _storable(query: Query) -> Query:
    """What no database can hold is asked for in vain, and is no fault of the database."""
    texts: dict[str, Any] = {
        name: storable(told) for name in _TEXTS if (told := getattr(query, name)) is not None
    }
    return replace(query, countries=tuple(map(storable, query.countries)), **texts)


_TEXTS = ("type", "body", "sector", "kind", "status", "currency", "state")


Facets = Mapping[str, tuple[tuple[str, int], ...]]
"""How many entries each value leaves, by facet: the most frequent first."""


def facets(connection: Connection, query: Query) -> Facets:
    """What the entries asked for can be narrowed by: their types, kinds, statuses, countries and sectors."""
    matching = _matching(connection, _storable(query)).with_only_columns(
        entry.c.number, entry.c.type, entry.c.kind, entry.c.status
    )
    chosen = matching.subquery()
    found = {name: _tally(connection, chosen.c[name], chosen) for name in ("type", "kind", "status")}
    for name in ("country", "sector"):
        joined = chosen.join(facet, facet.c.entry == chosen.c.number)
        found[name] = _tally(connection, facet.c.code, joined, facet.c.facet == name)
    return found


def _tally(connection: Connection, column: Any, source: Any, *conditions: Any) -> tuple[tuple[str, int], ...]:
    number = func.count()
    wanted = select(column, number).select_from(source).where(column.is_not(None), *conditions)
    rows = connection.execute(wanted.group_by(column).order_by(number.desc(), column).limit(_MOST_VALUES))
    return tuple((code, count) for code, count in rows)


def _matching(connection: Connection, query: Query) -> Select[Any]:
    query = _storable(query)
    chosen = select(
        entry.c.id, entry.c.type, entry.c.state, entry.c["values"], entry.c.sources, entry.c.contested,
        entry.c.confidence, entry.c.first_day, entry.c.last_day,
    )  # fmt: skip
    for condition in (*_columns(query), *_facets(connection, query), *_words(connection, query.words)):
        chosen = chosen.where(condition)
    return chosen


def _columns(query: Query) -> Iterable[Any]:
    for column, value in (
        (entry.c.type, query.type), (entry.c.kind, query.kind), (entry.c.status, query.status),
        (entry.c.currency, query.currency),
    ):  # fmt: skip
        if value is not None:
            yield column == value
    yield entry.c.state == query.state if query.state else entry.c.state != "rejected"
    if query.since is not None:
        yield entry.c.last_day >= first_day(query.since)
    if query.until is not None:
        yield entry.c.first_day <= last_day(query.until)
    if query.least is not None:
        yield entry.c.value >= query.least
    if query.most is not None:
        yield entry.c.value <= query.most


def _facets(connection: Connection, query: Query) -> Iterable[Any]:
    wanted: list[tuple[str, tuple[str, ...]]] = [("country", (code,)) for code in query.countries]
    if query.sector is not None:
        wanted.append(("sector", (query.sector,)))
    if query.body is not None:
        wanted.append(("body", _keys(connection, query.body)))
    for name, codes in wanted:
        yield entry.c.number.in_(
            select(facet.c.entry).where(
                facet.c.facet == name, facet.c.code.in_([bounded(code) for code in codes])
            )
        )


def _keys(connection: Connection, body: str) -> tuple[str, ...]:
    """The keys of a body: those of all that was merged into its entry."""
    if type_of(body) != "body":
        return (body,)
    home = select(node.c.entry).where(node.c.id == body).scalar_subquery()
    number = select(entry.c.number).where(entry.c.id == home).scalar_subquery()
    return tuple(
        connection.execute(
            select(facet.c.code).where(facet.c.facet == "body", facet.c.entry == number)
        ).scalars()
    )


def _words(connection: Connection, words: str) -> Iterable[Any]:
    asked = query_terms(words)
    if not asked:
        return
    if connection.dialect.name == "sqlite":
        number, holds, written = "rowid", "words MATCH :asked", _for_fts5(asked)
    else:
        number, holds, written = "entry", "words @@ CAST(:asked AS tsquery)", _for_tsquery(asked)
    matching: Select[Any] = select(literal_column(number)).select_from(table("words"))
    yield entry.c.number.in_(matching.where(sql(holds).bindparams(asked=written)))


Asked = Sequence[Sequence[str]]


def _for_fts5(asked: Asked) -> str:
    """``("a" OR "b" *) AND ("c")``: terms are quoted, so no word of a query is taken for an operator."""
    return " AND ".join(
        "(" + " OR ".join(f'"{term[:-1]}" *' if term.endswith("*") else f'"{term}"' for term in word) + ")"
        for word in asked
    )


def _for_tsquery(asked: Asked) -> str:
    return " & ".join(
        "(" + " | ".join(f"'{term[:-1]}':*" if term.endswith("*") else f"'{term}'" for term in word) + ")"
        for word in asked
    )


def keep_words(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Put the words of entries, by their numbers, into the index."""
    values = [{"number": number, "words": words} for number, words in rows]
    if not values:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(sql("INSERT INTO words (rowid, terms) VALUES (:number, :words)"), values)
    else:
        connection.execute(
            sql(
                "INSERT INTO words (entry, words) "
                "VALUES (:number, array_to_tsvector(string_to_array(:words, ' ')))"
            ),
            values,
        )


def forget_words(connection: Connection, numbers: Sequence[int]) -> None:
    """Take entries out of the index of words."""
    name = "rowid" if connection.dialect.name == "sqlite" else "entry"
    connection.execute(
        sql(f"DELETE FROM words WHERE {name} = :number"), [{"number": each} for each in numbers]
    )


def homes_of(connection: Connection, written: str) -> list[str]:
    """The entry of the node of an id, or of those whose ids begin so; two where there are more than one."""
    written = storable(written)
    exact = connection.execute(select(node.c.entry).where(node.c.id == written)).scalars().all()
    if exact:
        return list(exact)
    begin = node.c.id.startswith(written, autoescape=True)
    return list(connection.execute(select(node.c.entry).where(begin).distinct().limit(2)).scalars())
