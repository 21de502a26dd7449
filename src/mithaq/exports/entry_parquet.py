"""Entries → Parquet: one table with typed columns, lists as lists, codes in dictionaries."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq

from mithaq.exports.tables import Plain, row
from mithaq.model.entry import Entry
from mithaq.model.sheet import Column, Content, columns

_GROUP = 20_000
"""Entries in a row group: what is held in memory at a time."""
_TYPES: dict[Content, pa.DataType] = {
    "text": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    # A date is cut to what is known: 2026, 2026-03. Such texts sort as the days do.
    "date": pa.string(),
    "flag": pa.bool_(),
    "list": pa.list_(pa.string()),
}


def write(entries: Iterable[Entry], language: str) -> Iterator[bytes]:
    """Entries as the bytes of one Parquet file. Where there is no value there is null, and no empty list."""
    shape = schema(language)
    out = BytesIO()
    rows = (row(entry, language) for entry in entries)
    with pq.ParquetWriter(out, shape, compression="zstd") as writer:
        while group := list(islice(rows, _GROUP)):
            writer.write_table(pa.table([_column(column, group) for column in columns()], schema=shape))
    yield out.getvalue()


def schema(language: str) -> pa.Schema:
    """The columns and their types; the metadata says in which language the names are."""
    fields = [pa.field(column.name, _TYPES[column.content]) for column in columns()]
    return pa.schema(fields, metadata={"mithaq.language": language})


def _column(column: Column, group: list[dict[str, Plain]]) -> pa.Array:
    return pa.array((_cell(cells.get(column.name)) for cells in group), _TYPES[column.content])


def _cell(value: Plain) -> str | float | bool | list[str] | None:
    """A cell as Arrow takes it: no empty list, and no half of a surrogate pair."""
    if isinstance(value, tuple):
        return [_encodable(item) for item in value] or None
    return _encodable(value) if isinstance(value, str) else value


def _encodable(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
