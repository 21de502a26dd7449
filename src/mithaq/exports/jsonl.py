"""One JSON object per record and line; the same record gives the same bytes."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import orjson

from mithaq.model.record import Record


def line(record: Record) -> bytes:
    """A record as a line of UTF-8 JSON with its line end. A lone surrogate is written as U+FFFD."""
    return dumped(record.to_dict())


def dumped(plain: dict[str, Any]) -> bytes:
    """Plain values as a line of UTF-8 JSON with its line end. A lone surrogate is written as U+FFFD."""
    try:
        return orjson.dumps(plain, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:
        return orjson.dumps(_encodable(plain), option=orjson.OPT_APPEND_NEWLINE)


def lines(records: Iterable[Record]) -> Iterator[bytes]:
    """Records as lines, in their order."""
    return map(line, records)


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every record is valid against."""
    written: dict[str, Any] = orjson.loads(files(__package__).joinpath("record.schema.json").read_bytes())
    return written


def _encodable(value: Any) -> Any:
    """Plain values whose strings UTF-8 can hold; only a text that came as a Python string may need it."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_encodable(item) for item in value]
    if isinstance(value, dict):
        return {key: _encodable(item) for key, item in value.items()}
    return value
